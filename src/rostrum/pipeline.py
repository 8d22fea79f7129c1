"""The one table of contents: discover → fetch → archive → parse → load → transform → publish.

A replay of refused pages reads what the archive holds: find → parse → load → transform → publish.

Each stage is run by a `Step` that the caller gives: a flow gives Prefect tasks, the command line a
plain call. Stages work on batches of pages, never on one page each.
"""

from __future__ import annotations

import re
import secrets
import time
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol, TypeVar

from rostrum import stages
from rostrum.archive import ArchiveWriter
from rostrum.errors import HomeError, UsageError
from rostrum.sources import Source, all_sources, find_source, source_of
from rostrum.summary import Summary
from rostrum.warehouse.connect import open_warehouse
from rostrum.warehouse.lock import hold_writer_lock
from rostrum.web import Client, serve_folder
from rostrum.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from datetime import date

    from rostrum.settings import Settings

T = TypeVar("T")

BATCH_PAGES = 50
"""Pages fetched, archived, parsed and loaded together: small enough to lose little, large enough
that a transaction's cost does not count."""

SOURCE_NAME = re.compile(r"[a-z][a-z0-9_-]*")


class Step(Protocol):
    """Runs one stage and returns what it returns."""

    async def __call__(self, stage: str, work: Callable[[], Awaitable[T]]) -> T:
        """Run `work`, known to people as `stage`."""
        ...


async def plain_step(stage: str, work: Callable[[], Awaitable[T]]) -> T:  # noqa: ARG001 - a Step
    """A stage as a plain call."""
    return await work()


@dataclass(frozen=True, slots=True)
class Targets:
    """What a run is asked for: whole sources, and single pages by URL."""

    sources: tuple[Source, ...]
    urls: tuple[str, ...]

    @property
    def run_name(self) -> str:
        """What the run does, for people."""
        parts = [source.name for source in self.sources]
        if self.urls:
            parts.append(f"{len(self.urls)} URL{'s' if len(self.urls) > 1 else ''}")
        return "ingest " + " and ".join(parts)


@dataclass(frozen=True, slots=True)
class Scope:
    """How much of a source a run looks at.

    Attributes:
        full: go on past listing pages on which every page is known.
        since: leave out what a sitemap or a feed says has not changed since that day.
        limit: at most so many pages of each source.
    """

    full: bool = False
    since: date | None = None
    limit: int | None = None


WHOLE = Scope()


def read_targets(words: Sequence[str]) -> Targets:
    """Source names and URLs, told apart.

    A word that is neither is a wrong source name, unless URLs stand beside it: then it is a wrong
    URL, and the other pages are not to suffer for it.

    Raises:
        UsageError: no word at all, or no source of this name.
    """
    if not words or not all(word.strip() for word in words):
        known = ", ".join(all_sources())
        raise UsageError(f"Name a source ({known}) or the URL of a page.")
    urls = [word for word in words if not SOURCE_NAME.fullmatch(word)]
    names = [word for word in words if SOURCE_NAME.fullmatch(word)]
    if urls:
        urls += [name for name in names if name not in all_sources()]
        names = [name for name in names if name in all_sources()]
    return Targets(
        tuple(find_source(name) for name in dict.fromkeys(names)), tuple(dict.fromkeys(urls))
    )


async def ingest(
    words: Sequence[str],
    settings: Settings,
    step: Step = plain_step,
    report: Callable[[Summary], Awaitable[None]] | None = None,
    scope: Scope = WHOLE,
) -> Summary:
    """Ingest sources and URLs, and publish what the warehouse then holds.

    `report` is called after each batch with the counts so far.

    Raises:
        RostrumError: the run as a whole failed; a page's failure is an issue row instead.
    """
    targets = read_targets(words)
    summary = Summary(make_run_id(), targets.run_name)
    with ExitStack() as stack:
        stack.enter_context(hold_writer_lock(settings, targets.run_name))
        connection = stack.enter_context(open_warehouse(settings))
        writer = stack.enter_context(ArchiveWriter(settings.archive, summary.run_id))
        routes = {
            host: stack.enter_context(serve_folder(source.folder))
            for source in served_sources(targets)
            if source.folder
            for host in source.hosts
        }
        async with Workers() as workers, Client(settings, routes=routes) as client:
            house = stages.OpenHouse(settings, connection, workers, summary, writer, client)
            await run_stages(house, targets, scope, timed(step, summary), report)
    return summary


async def run_stages(
    house: stages.OpenHouse,
    targets: Targets,
    scope: Scope,
    step: Step,
    report: Callable[[Summary], Awaitable[None]] | None,
) -> None:
    """The stages in their order."""
    stages.begin_run(house)
    pages = await step("discover", lambda: stages.discover_pages(house, targets, scope))
    for start in range(0, len(pages), BATCH_PAGES):
        await run_batch(house, pages[start : start + BATCH_PAGES], step)
        if report:
            await report(house.summary)
    await step("transform", lambda: stages.transform(house))
    await step("publish", lambda: stages.publish_snapshot(house))


async def run_batch(house: stages.OpenHouse, pages: list[tuple[str, str]], step: Step) -> None:
    """The stages of one batch of pages."""
    fetched = await step("fetch", lambda: stages.fetch_pages(house, pages))
    archived = await step("archive", lambda: stages.archive_pages(house, fetched))
    readings = await step("parse", lambda: stages.parse_pages(house, archived))
    await step("load", lambda: stages.load_pages(house, archived, readings))


async def replay(settings: Settings, code: str | None = None, step: Step = plain_step) -> Summary:
    """Read refused pages again from the archive, by today's parser and promises, and publish.

    Args:
        settings: whose home.
        code: only pages with an open issue of this code.
        step: runs each stage.

    Raises:
        RostrumError: the run as a whole failed.
    """
    if not settings.warehouse.exists():
        raise HomeError(f"There is no warehouse in {settings.home}: run `rostrum ingest` first.")
    summary = Summary(make_run_id(), f"replay {code or 'open issues'}")
    with ExitStack() as stack:
        stack.enter_context(hold_writer_lock(settings, summary.run_name))
        connection = stack.enter_context(open_warehouse(settings))
        async with Workers() as workers:
            house = stages.House(settings, connection, workers, summary)
            await run_replay(house, code, timed(step, summary))
    return summary


async def run_replay(house: stages.House, code: str | None, step: Step) -> None:
    """The stages of a replay in their order."""
    stages.begin_run(house)
    issues = await step("find", lambda: stages.find_open_issues(house, code))
    revisions = stages.revisions_of(issues)
    house.summary.found = len(revisions)
    for start in range(0, len(revisions), BATCH_PAGES):
        batch = revisions[start : start + BATCH_PAGES]
        await replay_batch(house, batch, step)
    await step("transform", lambda: stages.transform(house))
    stages.compare_issues(house, issues)
    await step("publish", lambda: stages.publish_snapshot(house))


async def replay_batch(house: stages.House, revisions: list[stages.Revision], step: Step) -> None:
    """The stages of one batch of revisions."""
    readings = await step("parse", lambda: stages.parse_revisions(house, revisions))
    await step("load", lambda: stages.load_readings(house, readings))


def make_run_id() -> str:
    """A run's name: its time, and random too, so that nobody can forge an archive file's name."""
    return f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{secrets.token_hex(8)}"


def served_sources(targets: Targets) -> set[Source]:
    """Sources of the run whose pages lie in a folder of ours."""
    claimed = {source_of(url) for url in targets.urls}
    return {source for source in {*targets.sources, *claimed} if source and source.folder}


def timed(step: Step, summary: Summary) -> Step:
    """A step that also adds up the seconds of each stage."""

    async def run(stage: str, work: Callable[[], Awaitable[T]]) -> T:
        begin = time.monotonic()
        try:
            return await step(stage, work)
        finally:
            summary.seconds[stage] += time.monotonic() - begin

    return run
