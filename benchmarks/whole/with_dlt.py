"""A peer: a dlt pipeline over httpx, with BeautifulSoup.

As dlt's documentation has it for throughput ("Optimizing dlt", "Arrow table / Pandas"): a
transformer of awaitables, so that pages come concurrently, and a page's rows in one piece, as an
Arrow table, which passes the normalizer by and is loaded as Parquet.
"""

from __future__ import annotations

import os
import tempfile
from typing import TYPE_CHECKING

import dlt
import httpx
import pyarrow as pa
from fetching.measure import Stopwatch, check_status
from lxml import etree

from whole.measure import IN_FLIGHT, arguments, report
from whole.reading import COLUMNS, read_soup
from whole.site import sitemap_url

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dlt.extract import DltResource


# Before anything of dlt is used: its first step, and be it `dlt.config`, is to call home.
os.environ["RUNTIME__DLTHUB_TELEMETRY"] = "false"


@dlt.source
def reports(origin: str) -> DltResource:
    """The quotes of all pages that the sitemap names."""
    client = httpx.AsyncClient()

    @dlt.resource(selected=False)
    def page_urls() -> Iterator[str]:
        sitemap = httpx.get(sitemap_url(origin)).raise_for_status()
        for location in etree.fromstring(sitemap.content).iter("{*}loc"):
            yield location.text

    @dlt.transformer(data_from=page_urls)
    async def quotes(url: str) -> pa.Table:
        response = await client.get(url)
        check_status(response.status_code, url)
        rows = [(url, *quote) for quote in read_soup(response.text)]
        return pa.table([pa.array(values) for values in zip(*rows, strict=True)], names=COLUMNS)

    return quotes


def load(origin: str, database: Path, folder: str) -> None:
    """Extracts, normalizes and loads; dlt keeps its own files in the folder."""
    os.environ["DLT_DATA_DIR"] = folder
    dlt.config["extract.max_parallel_items"] = IN_FLIGHT
    pipeline = dlt.pipeline(
        "reports",
        destination=dlt.destinations.duckdb(str(database)),
        dataset_name="reports",
    )
    pipeline.run(reports(origin))


def run() -> None:
    """Loads the site that the command line names."""
    origin, count, database = arguments()
    with tempfile.TemporaryDirectory(dir=database.parent) as folder:
        watch = Stopwatch()
        load(origin, database, folder)
        watch.stop()
    report(watch, count, database)


if __name__ == "__main__":
    run()
