"""The one table of contents: discover → fetch → archive → parse → load → transform → publish.

A replay of refused pages reads what the archive holds: find → parse → load → transform → publish.

Each stage is run by a `Step` that the caller gives: a flow gives Prefect tasks, the command line a
plain call. Stages work on batches of pages, never on one page each.
"""

from __future__ import annotations

import re
import secrets
from contextlib import AsyncExitStack, aclosing, asynccontextmanager
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from rostrum import stages
from rostrum.ahead import ahead
from rostrum.archive import ArchiveWriter
from rostrum.archive_files import require_files
from rostrum.crash import crash_point
from rostrum.errors import HomeError, UsageError
from rostrum.house import PLAIN, House, Manner, OpenHouse, Stop, plain_step, timed
from rostrum.reparse import Changes, batches_of_pages, choose, load_changes, reread
from rostrum.sources import Source, all_sources, find_source, source_of
from rostrum.summary import Summary
from rostrum.warehouse.connect import open_warehouse
from rostrum.warehouse.decisions import append, take_in
from rostrum.warehouse.files import remove_leftovers
from rostrum.warehouse.lock import hold_writer_lock
from rostrum.warehouse.models import forget_yield
from rostrum.warehouse.snapshot import open_snapshot
from rostrum.warehouse.soundness import find_damage, set_aside
from rostrum.web import ALL_LISTINGS, Client, serve_folder
from rostrum.workers import Workers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
    from datetime import date

    from rostrum.identity.decisions import Decision
    from rostrum.settings import Settings
    from rostrum.warehouse.ledger import ReadRevision
    from rostrum.warehouse.prepare import PreparedReading

SOURCE_NAME = re.compile(r"[a-z][a-z0-9_-]*")


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
        until: leave out what they say has changed after that day.
        listings: which listing pages count, by their number.
        skips_known: leave out pages that are in the archive already.
        batch_pages: so many pages are fetched, archived, read and loaded together; the usual
            number where it is not said.
    """

    full: bool = False
    since: date | None = None
    limit: int | None = None
    until: date | None = None
    listings: range = ALL_LISTINGS
    skips_known: bool = False
    batch_pages: int | None = None


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
    manner: Manner = PLAIN,
    report: Callable[[Summary], Awaitable[None]] | None = None,
    scope: Scope = WHOLE,
) -> Summary:
    """Ingest sources and URLs, and publish what the warehouse then holds.

    `report` is called after each batch with the counts so far.

    Raises:
        StoppedError: it was asked to stop; what was finished by then is kept.
        RostrumError: the run as a whole failed; a page's failure is an issue row instead.
    """
    targets = read_targets(words)
    async with open_house(settings, targets.run_name, manner) as house, AsyncExitStack() as stack:
        run_id, run_name = house.summary.run_id, house.summary.run_name
        writer = stack.enter_context(ArchiveWriter(settings.archive, run_id, run_name))
        routes = serve_folders(served_sources(targets), stack)
        client = await stack.enter_async_context(Client(settings, routes=routes))
        open_to_web = OpenHouse(
            **{field.name: getattr(house, field.name) for field in fields(house)},
            writer=writer,
            client=client,
        )
        await run_stages(open_to_web, targets, scope, report)
    return house.summary


def local_readers(settings: Settings) -> Workers:
    """Processes of this machine that read pages."""
    return Workers(settings.workers)


@asynccontextmanager
async def open_house(
    settings: Settings, run_name: str, manner: Manner, *, anew: bool = False
) -> AsyncIterator[House]:
    """The home directory, held by one run alone, with a warehouse that is sound.

    A damaged warehouse is set aside and rebuilt from the archive; a missing one is rebuilt, and
    so is a sound one that is to be made `anew`. When all is well and over, the archive's files are
    sent to where else they are to lie.

    Raises:
        RostrumError: the home cannot be used, or another run holds it.
    """
    summary = Summary(make_run_id(), run_name)
    step = timed(manner.step, summary)
    with hold_writer_lock(settings, run_name, waits=manner.waits):
        remove_leftovers(settings.home)
        if anew:
            require_files(settings)
            set_aside(settings)
        summary.warnings.extend(set_damage_aside(settings))
        with open_warehouse(settings) as connection:
            async with (manner.readers or local_readers)(settings) as workers:
                house = House(
                    settings, connection, workers, summary, step, manner.step, manner.stop
                )
                summary.warnings.extend(take_in(connection, settings))
                stages.begin_run(house)
                await stages.recover(house)
                yield house
        if settings.archive_address:
            await step("send", lambda: stages.send_archive(settings))


async def run_stages(
    house: OpenHouse,
    targets: Targets,
    scope: Scope,
    report: Callable[[Summary], Awaitable[None]] | None,
) -> None:
    """The stages in their order; a batch is fetched while the one before it is read and loaded."""
    pages = await house.step("discover", lambda: stages.discover_pages(house, targets, scope))
    size = scope.batch_pages or stages.BATCH_PAGES
    batches = [pages[start : start + size] for start in range(0, len(pages), size)]
    async with (
        aclosing(ahead(fetch_batches(house, batches))) as fetched,
        aclosing(ahead(parse_batches(house, fetched))) as parsed,
    ):
        async for batch, readings in parsed:
            await house.step("load", partial(stages.load_pages, house, batch, readings))
            if report:
                await report(house.summary)
    house.stop.check()
    await finish(house)


async def fetch_batches(
    house: OpenHouse, batches: Iterable[list[tuple[str, str]]]
) -> AsyncIterator[stages.ArchivedBatch]:
    """Fetch and archive batches of pages, until the run is to stop."""
    for pages in batches:
        if house.stop.signal:
            return
        fetched = await house.step("fetch", partial(stages.fetch_pages, house, pages))
        yield await house.step("archive", partial(stages.archive_pages, house, fetched))


async def parse_batches(
    house: OpenHouse, batches: AsyncIterator[stages.ArchivedBatch]
) -> AsyncIterator[tuple[stages.ArchivedBatch, list[PreparedReading]]]:
    """Read what is new in batches of pages."""
    async for batch in batches:
        yield batch, await house.step("parse", partial(stages.parse_pages, house, batch))


async def finish(house: House) -> None:
    """The stages that every run ends with."""
    await house.step("transform", lambda: stages.transform(house))
    await house.step("publish", lambda: stages.publish_snapshot(house))


async def transform(
    settings: Settings, manner: Manner = PLAIN, *, accepts_yield: bool = False
) -> Summary:
    """Build every model anew, run the checks, and publish.

    Args:
        settings: of the home.
        manner: how the run is run.
        accepts_yield: publish although a site gives far less than it did.

    Raises:
        RostrumError: the run as a whole failed.
    """
    require_home(settings)
    async with open_house(settings, "transform", manner) as house:
        if accepts_yield:
            forget_yield(house.connection)
        await finish(house)
    return house.summary


async def decide(
    settings: Settings, make: Callable[[], Decision], manner: Manner = PLAIN
) -> tuple[Summary, Decision]:
    """Note a decision on whose names are whose, bring the models up to date, and publish.

    Args:
        settings: whose home.
        make: makes the decision out of what is published.
        manner: how.

    Raises:
        UsageError: what is to be decided makes no sense; nothing was.
        RostrumError: the run as a whole failed.
    """
    require_home(settings)
    async with open_house(settings, "people", manner) as house:
        decision = make()
        append(settings, decision)
        crash_point("people.decided")
        take_in(house.connection, settings)
        await finish(house)
    return house.summary, decision


async def rebuild(settings: Settings, manner: Manner = PLAIN) -> Summary:
    """Make the warehouse anew from the archive alone, without network, and publish it.

    Raises:
        RostrumError: the run as a whole failed.
    """
    require_home(settings)
    async with open_house(settings, "rebuild", manner, anew=True) as house:
        await finish(house)
    return house.summary


async def reparse(
    settings: Settings, words: Sequence[str] = (), manner: Manner = PLAIN
) -> tuple[Summary, Changes]:
    """Read the archive again with today's parser, load what it says otherwise, and publish.

    Readers keep the old answers until all is done. `words` name sources and pages; without one,
    everything is read.

    Raises:
        RostrumError: the run as a whole failed.
    """
    require_home(settings)
    name = "reparse " + (" and ".join(words) or "everything")
    changes = Changes()
    async with open_house(settings, name, manner) as house:
        for batch in batches_of_pages(choose(house, words)):
            await reparse_batch(house, batch, changes)
            house.stop.check()
        await finish(house)
    return house.summary, changes


async def reparse_batch(house: House, batch: Sequence[ReadRevision], changes: Changes) -> None:
    """The stages of one batch of revisions."""
    found = await house.step("parse", lambda: reread(house, batch, changes))
    await house.step("load", lambda: load_changes(house, found))


async def preview_reparse(settings: Settings, words: Sequence[str] = ()) -> Changes:
    """What `reparse` would change; nothing is written, and another run may go on meanwhile.

    Raises:
        RostrumError: nothing is published, or the run as a whole failed.
    """
    changes = Changes()
    with open_snapshot(settings) as connection:
        async with Workers(settings.workers) as workers:
            summary = Summary(make_run_id(), "reparse --dry-run")
            house = House(settings, connection, workers, summary, plain_step, plain_step, Stop())
            for batch in batches_of_pages(choose(house, words)):
                await reread(house, batch, changes)
    return changes


async def replay(settings: Settings, code: str | None = None, manner: Manner = PLAIN) -> Summary:
    """Read refused pages again from the archive, by today's parser and promises, and publish.

    Args:
        settings: whose home.
        code: only pages with an open issue of this code.
        manner: how.

    Raises:
        RostrumError: the run as a whole failed.
    """
    require_home(settings)
    name = f"replay {code or 'open issues'}"
    async with open_house(settings, name, manner) as house:
        issues = await house.step("find", lambda: stages.find_open_issues(house, code))
        revisions = stages.revisions_of(issues)
        house.summary.found = len(revisions)
        for start in range(0, len(revisions), stages.BATCH_PAGES):
            await replay_batch(house, revisions[start : start + stages.BATCH_PAGES])
            house.stop.check()
        await house.step("transform", lambda: stages.transform(house))
        stages.compare_issues(house, issues)
        await house.step("publish", lambda: stages.publish_snapshot(house))
    return house.summary


async def replay_batch(house: House, revisions: list[stages.Revision]) -> None:
    """The stages of one batch of revisions."""
    readings = await house.step("parse", lambda: stages.parse_revisions(house, revisions))
    await house.step("load", lambda: stages.load_readings(house, readings))


def require_home(settings: Settings) -> None:
    """Raise `HomeError` where nothing was ever ingested."""
    places = settings.warehouse.exists(), settings.archive.exists(), settings.archive_address
    if not any(places):
        raise HomeError(f"There is no warehouse in {settings.home}: run `rostrum ingest` first.")


def set_damage_aside(settings: Settings) -> list[str]:
    """Move a damaged warehouse away; says so."""
    damage = find_damage(settings)
    if damage is None:
        return []
    place = set_aside(settings)
    return [f"The warehouse was damaged ({damage}): moved to {place}, rebuilt from the archive."]


def make_run_id() -> str:
    """A run's name: its time, and random too, so that nobody can forge an archive file's name."""
    return f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{secrets.token_hex(8)}"


def serve_folders(sources: Iterable[Source], stack: AsyncExitStack) -> dict[str, tuple[str, int]]:
    """Serve the sources whose pages lie in a folder of ours, until the stack ends.

    Returns where each of their hosts is served: address and port.
    """
    return {
        host: stack.enter_context(serve_folder(source.folder))
        for source in sources
        if source.folder
        for host in source.hosts
    }


def served_sources(targets: Targets) -> set[Source]:
    """Sources of the run whose pages lie in a folder of ours."""
    claimed = {source_of(url) for url in targets.urls}
    return {source for source in {*targets.sources, *claimed} if source and source.folder}
