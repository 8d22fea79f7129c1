"""The limits: what each stage cannot do without, and nothing else.

The parse stage has two: building the tree that it reads, and the soup that most would read.
"""

from __future__ import annotations

import os
import shutil
import zlib
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup
from fetching.measure import check_status, download
from lxml import etree, html
from whole.site import sitemap_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from typing import BinaryIO

    import duckdb
    import httpx

LEVEL = 6
"""Of gzip: the archive's."""
GZIP = 16 + zlib.MAX_WBITS


async def discover(client: httpx.AsyncClient, origin: str) -> list[str | None]:
    """The URLs of a sitemap."""
    sitemap = await client.get(sitemap_url(origin))
    return [location.text for location in etree.fromstring(sitemap.content).iter("{*}loc")]


async def fetch(client: httpx.AsyncClient, urls: Sequence[str]) -> None:
    """Downloads pages, eight at a time, and drops them."""

    async def get(url: str) -> bytes:
        response = await client.get(url)
        check_status(response.status_code, url)
        return response.content

    await download(urls, get)


async def archive(file: BinaryIO, bodies: Iterable[bytes]) -> None:
    """Writes each body as a gzip member, and syncs the file once."""
    file.writelines(zlib.compress(body, LEVEL, GZIP) for body in bodies)
    file.flush()
    os.fsync(file.fileno())


async def parse_lxml(bodies: Iterable[bytes]) -> None:
    """Builds the tree of each page."""
    for body in bodies:
        html.document_fromstring(body)


async def parse_soup(bodies: Iterable[bytes]) -> None:
    """Builds the soup of each page."""
    for body in bodies:
        BeautifulSoup(body.decode(), "lxml")


async def transform(connection: duckdb.DuckDBPyConnection) -> None:
    """Writes the rows of all tables that the models made into the attached database `bare`."""
    tables = connection.execute(
        "select schema_name, table_name from duckdb_tables() where not temporary "
        "and database_name = current_database() and schema_name in ('intermediate', 'main')"
    ).fetchall()
    connection.execute("begin")
    for schema, table in tables:
        connection.execute(f'create table bare."{schema}_{table}" as from {schema}."{table}"')
    connection.execute("commit")


async def publish(warehouse: Path, copy: Path) -> None:
    """Copies the file and syncs the copy."""
    shutil.copyfile(warehouse, copy)
    with copy.open("rb") as file:
        os.fsync(file.fileno())
