"""The archive through today's parser: what changes, by source and kind."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import astuple, dataclass, field, fields
from itertools import groupby
from typing import TYPE_CHECKING

from rostrum.errors import ArchiveError, UsageError
from rostrum.parsing import PARSER_VERSION
from rostrum.sources import WEB, all_sources, source_of
from rostrum.stages import BATCH_PAGES, Revision, load_readings, name_damage, read_revisions
from rostrum.summary import Problem
from rostrum.warehouse import ledger
from rostrum.warehouse.query import Answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rostrum.house import House
    from rostrum.warehouse.ledger import ReadRevision
    from rostrum.warehouse.prepare import PreparedReading

NO_KIND = "?"


@dataclass(slots=True)
class Tally:
    """What reading the revisions of one source and kind again comes to.

    Attributes:
        read: revisions read again.
        unchanged: of these, those that say what they said.
        changed: understood before and now, but with other records.
        understood: refused before, understood now.
        refused: understood before, refused now.
        damaged: not to be read again, since their archived bytes are damaged.
        quotes_before: quotes that these revisions had.
        quotes_after: quotes that they have now.
    """

    read: int = 0
    unchanged: int = 0
    changed: int = 0
    understood: int = 0
    refused: int = 0
    damaged: int = 0
    quotes_before: int = 0
    quotes_after: int = 0


@dataclass(slots=True)
class Changes:
    """What reading again comes to, by (source, kind), and which pages stand otherwise now."""

    tallies: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    pages: list[Problem] = field(default_factory=list)

    @property
    def answer(self) -> Answer:
        """The tallies as a table."""
        columns = ("source", "kind", *(column.name for column in fields(Tally)))
        rows = [(*key, *astuple(tally)) for key, tally in sorted(self.tallies.items())]
        return Answer(columns, rows)


def choose(house: House, words: Sequence[str]) -> list[ReadRevision]:
    """The revisions of sources (by name) and pages (by URL); all of them without a word.

    Raises:
        UsageError: a word is neither the name of a source nor the URL of a page that was read.
    """
    revisions = ledger.all_revisions(house.connection)
    wanted = set(words)
    known = {WEB, *all_sources()} | {revision.page_url for revision in revisions}
    if unknown := sorted(wanted - known):
        raise UsageError(
            f"{unknown[0]!r} is neither a source (`rostrum sources`) nor a page that was read."
        )
    return [one for one in revisions if not wanted or {one.source, one.page_url} & wanted]


def batches_of_pages(revisions: Sequence[ReadRevision]) -> Iterator[list[ReadRevision]]:
    """Batches in which every page stands with all its revisions, read by one parser at a time."""
    batch: list[ReadRevision] = []
    for _, group in groupby(revisions, key=lambda one: one.page_url):
        batch.extend(group)
        if len(batch) >= BATCH_PAGES:
            yield batch
            batch = []
    if batch:
        yield batch


@dataclass(slots=True)
class Reread:
    """Revisions read again: what says the same, what says something else, what cannot be read."""

    same: list[PreparedReading] = field(default_factory=list)
    other: list[PreparedReading] = field(default_factory=list)
    damaged: list[tuple[ReadRevision, ArchiveError]] = field(default_factory=list)

    def __len__(self) -> int:
        """How many revisions these are."""
        return len(self.same) + len(self.other) + len(self.damaged)


async def reread(house: House, before: Sequence[ReadRevision], changes: Changes) -> Reread:
    """Read revisions again, and tally what comes of it."""
    answers = await read_revisions(house, [revision_of(one) for one in before])
    found = Reread()
    for one, answer in zip(before, answers, strict=True):
        tally = changes.tallies[one.source, one.kind or NO_KIND]
        tally.read += 1
        tally.quotes_before += one.quote_count
        if isinstance(answer, ArchiveError):
            tally.damaged += 1
            found.damaged.append((one, answer))
            changes.pages.append(Problem(one.page_url, "archive_damaged", str(answer)))
        else:
            says_same = compare(one, answer, tally, changes)
            (found.same if says_same else found.other).append(answer)
    return found


def revision_of(before: ReadRevision) -> Revision:
    """A revision to be read, under the source that claims it today."""
    source = source_of(before.page_url)
    return Revision(
        before.page_url, source.name if source else before.source, before.revision_sha256
    )


def compare(before: ReadRevision, after: PreparedReading, tally: Tally, changes: Changes) -> bool:
    """Tally one revision; whether it says what it said."""
    tally.quotes_after += len(after.quote_kinds)
    if after.records_sha256 == before.records_sha256:
        tally.unchanged += 1
        return True
    if before.is_ok and not after.is_understood:
        tally.refused += 1
        changes.pages.extend(Problem(after.page_url, code, detail) for code, detail in after.issues)
    elif not before.is_ok and after.is_understood:
        tally.understood += 1
        changes.pages.append(Problem(after.page_url, "understood", "It is understood now."))
    else:
        tally.changed += 1
    return False


async def load_changes(house: House, found: Reread) -> int:
    """Load what says something else, and note that today's parser read the rest; of how many."""
    for one, error in found.damaged:
        name_damage(house, one.page_url, one.revision_sha256, error)
    await load_readings(house, found.other)
    same = {(reading.page_url, reading.revision_sha256) for reading in found.same}
    ledger.note_parser(house.connection, same, PARSER_VERSION)
    house.summary.done += len(same)
    return len(found)
