"""What the warehouse already knows of pages: asked before fetching and before reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    import duckdb


@dataclass(frozen=True, slots=True)
class KnownPage:
    """The last whole fetch of a page."""

    body_sha256: str
    etag: str | None
    last_modified: str | None


@dataclass(frozen=True, slots=True)
class ArchivedBody:
    """Where a body lies in the archive, and what the page it was fetched for is."""

    page_url: str
    body_sha256: str
    warc_file: str
    warc_offset: int
    warc_length: int
    record_sha256: str
    content_type: str | None


def known_pages(connection: duckdb.DuckDBPyConnection) -> dict[str, KnownPage]:
    """Pages whose body is in the archive, by URL, each as it was last fetched."""
    rows = connection.execute(
        "select page_url, body_sha256, etag, last_modified from raw.fetches "
        "where body_sha256 is not null and purpose = 'page' "
        "qualify row_number() over (partition by page_url order by fetched_at desc) = 1"
    ).fetchall()
    return {url: KnownPage(*rest) for url, *rest in rows}


def read_revisions(connection: duckdb.DuckDBPyConnection, parser_version: int) -> dict[tuple[str, str], bool]:
    """(page URL, revision) of all that this parser has read; the value: it was not quarantined."""
    rows = connection.execute(
        "select page_url, revision_sha256, status = 'ok' from raw.revisions where parser_version = ?",
        [parser_version],
    ).fetchall()
    return {(url, sha256): is_ok for url, sha256, is_ok in rows}


def archived_bodies(connection: duckdb.DuckDBPyConnection) -> dict[str, ArchivedBody]:
    """Every body in the archive by its digest; of several copies the first."""
    rows = connection.execute(
        "select page_url, body_sha256, warc_file, warc_offset, warc_length, record_sha256, "
        "content_type from raw.archive_records where record_type = 'response' "
        "qualify row_number() over (partition by body_sha256 order by archived_at, warc_offset) = 1"
    ).fetchall()
    return {row[1]: ArchivedBody(*row) for row in rows}


def quarantine_reasons(
    connection: duckdb.DuckDBPyConnection, page_urls: Collection[str]
) -> dict[str, str]:
    """The open reason of each of these pages that has one."""
    rows = connection.execute(
        "select page_url, detail from raw.issues where resolved_at is null and page_url = any(?)",
        [sorted(page_urls)],
    ).fetchall()
    return dict(rows)
