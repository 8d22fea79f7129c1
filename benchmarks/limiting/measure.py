"""Every stage beside its limit: `python -m limiting.measure ORIGIN PAGES FOLDER` prints JSON.

The stages of a run, but one after another instead of at once, and each followed by its limits on
the same batch of pages, so that what else the machine does meets all of them. One process reads
pages: the limits of parsing have one core too.
"""

from __future__ import annotations

import asyncio
import gc
import json
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

import httpx
from loading.measure import arrow_tables, insert_bare
from whole.measure import arguments
from whole.site import page_url, sitemap_url

from limiting import bare
from rostrum import stages
from rostrum.archive import ArchiveWriter
from rostrum.house import OpenHouse, Stop, plain_step
from rostrum.outcome import Page
from rostrum.settings import Settings
from rostrum.summary import Summary
from rostrum.warehouse.connect import open_warehouse
from rostrum.warehouse.opening import open_file
from rostrum.web import Client, discover
from rostrum.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path
    from typing import BinaryIO

    import duckdb

T = TypeVar("T")

RUN_ID = "benchmark"
SOURCE = "web"
WARMING = Page("https://site.example/", b"<p>Nothing.</p>", "text/html")


@dataclass(slots=True)
class Race:
    """Stages and their limits, in turn.

    Attributes:
        seconds: by the clock, summed up, by stage: `ours`, and each limit by its name.
    """

    seconds: dict[str, dict[str, float]] = field(default_factory=dict)

    async def run(
        self,
        stage: str,
        ours: Callable[[], Awaitable[T]],
        **limits: Callable[[], Awaitable[object]],
    ) -> T:
        """Ours, then its limits, some of which work on what ours has made; what ours gives."""
        result = await self._time(stage, "ours", ours)
        for name, limit in limits.items():
            await self._time(stage, name, limit)
        return result

    async def _time(self, stage: str, name: str, work: Callable[[], Awaitable[T]]) -> T:
        begin = time.monotonic()
        result = await work()
        took = self.seconds.setdefault(stage, {})
        took[name] = took.get(name, 0.0) + time.monotonic() - begin
        return result


@dataclass(frozen=True, slots=True)
class Bare:
    """What the limits work with.

    Attributes:
        connection: to a file with the tables of the warehouse.
        file: where bodies are written.
    """

    client: httpx.AsyncClient
    connection: duckdb.DuckDBPyConnection
    file: BinaryIO


async def run(origin: str, count: int, folder: Path) -> tuple[Race, Summary]:
    """All stages on all pages."""
    settings = Settings(folder / "ours", frozenset({urlsplit(origin).netloc}), workers=1)
    urls = [page_url(origin, number) for number in range(count)]
    race = Race()
    async with AsyncExitStack() as stack:
        house, limits = await furnish(settings, folder / "bare", stack)
        await warm(house, limits, urls)
        await race.run(
            "discover",
            lambda: discover(house.client, [sitemap_url(origin)], is_page, is_listing=is_page),
            limit=lambda: bare.discover(limits.client, origin),
        )
        for start in range(0, count, stages.BATCH_PAGES):
            await run_batch(race, house, limits, urls[start : start + stages.BATCH_PAGES])
        await finish(race, house, folder)
    return race, house.summary


def is_page(url: str) -> bool:
    """Whether a URL of the sitemap is a page's: no listing, at least, is named there."""
    return "/page/" in url


async def furnish(settings: Settings, other: Path, stack: AsyncExitStack) -> tuple[OpenHouse, Bare]:
    """Both homes, until the stack ends."""
    for home in (settings.home, other):
        home.mkdir(parents=True)
    with open_warehouse(Settings(other)):
        pass  # the migrations of the file without our loading
    house = OpenHouse(
        settings,
        stack.enter_context(open_warehouse(settings)),
        await stack.enter_async_context(Workers(settings.workers)),
        Summary(RUN_ID, "the limits benchmark"),
        plain_step,
        plain_step,
        Stop(),
        stack.enter_context(ArchiveWriter(settings.archive, RUN_ID)),
        await stack.enter_async_context(Client(settings)),
    )
    stages.begin_run(house)
    limits = Bare(
        await stack.enter_async_context(httpx.AsyncClient()),
        stack.enter_context(open_file(Settings(other))),
        stack.enter_context((other / "bodies.gz").open("wb")),
    )
    return house, limits


async def warm(house: OpenHouse, limits: Bare, urls: list[str]) -> None:
    """What comes once and is no stage's: a reader starts, the origin learns the pages' ETags."""
    await house.workers.prepare(WARMING, SOURCE, "")
    await bare.fetch(limits.client, urls)


async def run_batch(race: Race, house: OpenHouse, limits: Bare, urls: list[str]) -> None:
    """The stages of one batch."""
    pages = await race.run(
        "fetch",
        lambda: stages.fetch_pages(house, [(url, SOURCE) for url in urls]),
        limit=lambda: bare.fetch(limits.client, urls),
    )
    bodies = [page.fetch.body or b"" for page in pages]
    archived = await race.run(
        "archive",
        lambda: stages.archive_pages(house, pages),
        limit=lambda: bare.archive(limits.file, bodies),
    )
    readings = await race.run(
        "parse",
        lambda: stages.parse_pages(house, archived),
        limit=lambda: bare.parse_lxml(bodies),
        soup=lambda: bare.parse_soup(bodies),
    )
    gc.collect()  # the soups are in no other stage's way
    tables = arrow_tables(limits.connection, archived.batch, readings)

    async def insert() -> None:
        insert_bare(limits.connection, tables)

    await race.run("load", lambda: stages.load_pages(house, archived, readings), limit=insert)


async def finish(race: Race, house: OpenHouse, folder: Path) -> None:
    """The stages that every run ends with."""
    house.connection.execute(f"attach '{folder / 'models.duckdb'}' as bare")
    await race.run(
        "transform",
        lambda: stages.transform(house),
        limit=lambda: bare.transform(house.connection),
    )
    house.connection.execute("detach bare")
    await race.run(
        "publish",
        lambda: stages.publish_snapshot(house),
        limit=lambda: bare.publish(house.settings.warehouse, folder / "copy.duckdb"),
    )


def main() -> None:
    """Run once; every page must have been understood."""
    origin, count, folder = arguments()
    race, summary = asyncio.run(run(origin, count, folder))
    if summary.problems or summary.loaded != count:
        raise SystemExit(f"{summary.loaded} of {count} pages: {summary.problems[:2]}")
    print(json.dumps(race.seconds))


if __name__ == "__main__":
    main()
