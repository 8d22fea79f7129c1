"""Ours: the client alone (`fetch`), with rows (`rows`), with archive and rows (`archive`)."""

from __future__ import annotations

import asyncio
import tempfile
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from fetching.measure import IN_FLIGHT, Stopwatch, arguments, check_status, download, report
from fetching.pages import page_urls
from rostrum import stages
from rostrum.archive import ArchiveWriter
from rostrum.house import OpenHouse, Stop, plain_step
from rostrum.settings import Settings
from rostrum.summary import Summary
from rostrum.warehouse.connect import open_warehouse
from rostrum.warehouse.load import Batch
from rostrum.web import Client, Pacing
from rostrum.workers import Workers

PACING = Pacing(delay=0, own_delay=0, in_flight=IN_FLIGHT, in_flight_per_host=IN_FLIGHT)
RUN_ID = "benchmark"
SOURCE = "web"


async def fetch(settings: Settings, urls: list[str]) -> None:
    """Fetches with the client and drops what comes."""
    async with Client(settings, pacing=PACING) as client:

        async def get(url: str) -> bytes:
            fetched = await client.fetch(url)
            check_status(fetched.status, url)
            return fetched.body or b""

        watch = Stopwatch()
        pages, size = await download(urls, get)
        watch.stop()
    report(watch, pages, size)


async def ingest(settings: Settings, urls: list[str], *, archives: bool) -> None:
    """Fetches, archives if asked to, and loads rows: the stages of a run, in its batches."""
    with ExitStack() as stack:
        connection = stack.enter_context(open_warehouse(settings))
        writer = stack.enter_context(ArchiveWriter(settings.archive, RUN_ID))
        async with Client(settings, pacing=PACING) as client:
            summary = Summary(RUN_ID, "the fetch benchmark")
            house = OpenHouse(
                settings,
                connection,
                Workers(),
                summary,
                plain_step,
                plain_step,
                Stop(),
                writer,
                client,
            )
            stages.begin_run(house)
            watch = Stopwatch()
            for start in range(0, len(urls), stages.BATCH_PAGES):
                await ingest_batch(
                    house, urls[start : start + stages.BATCH_PAGES], archives=archives
                )
            watch.stop()
            report(watch, *loaded(house, archives=archives))


async def ingest_batch(house: OpenHouse, urls: list[str], *, archives: bool) -> None:
    """One batch: as `rostrum.pipeline.run_batch`, without parsing."""
    pages = await stages.fetch_pages(house, [(url, SOURCE) for url in urls])
    if archives:
        batch = await stages.archive_pages(house, pages)
    else:
        rows = [stages.fetch_row(house, page, "page") for page in pages]
        batch = stages.ArchivedBatch(pages, Batch(datetime.now(UTC), fetches=rows), frozenset())
    await stages.load_pages(house, batch, [])


def loaded(house: OpenHouse, *, archives: bool) -> tuple[int, int]:
    """Pages and bytes that the warehouse knows of; with an archive, those that lie there."""
    archived = (
        "and body_sha256 in (select body_sha256 from raw.archive_records"
        " where record_type = 'response')"
    )
    row = house.connection.execute(
        "select count(*), sum(wire_bytes)::bigint from raw.fetches"  # noqa: S608 - two constants
        f" where status = 200 and outcome = 'new' {archived if archives else ''}"
    ).fetchone()
    return row or (0, 0)


async def run(origin: str, count: int, words: list[str]) -> None:
    """Runs in the mode that the command line names."""
    urls = list(page_urls(origin, count))
    with tempfile.TemporaryDirectory() as home:
        settings = Settings(home=Path(home), allow_hosts=frozenset({urlsplit(origin).netloc}))
        if words == ["fetch"]:
            await fetch(settings, urls)
        else:
            await ingest(settings, urls, archives=words == ["archive"])


if __name__ == "__main__":
    asyncio.run(run(*arguments()))
