"""Invented readings of pages of about a hundred quotes, as the parser hands them on."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from rostrum.ids import sha256_hex
from rostrum.records import (
    Cut,
    PageRecords,
    Paragraph,
    Participant,
    Quote,
    Role,
    Section,
    Speaker,
    Thesis,
)
from rostrum.warehouse.load import Batch
from rostrum.warehouse.prepare import Reading, prepare

if TYPE_CHECKING:
    from collections.abc import Callable

    from rostrum.records import SectionKind
    from rostrum.warehouse.rows import Row

    Draw = Callable[[random.Random, int], list[str]]

QUOTES_A_PAGE = 105
SITES = 5
PROGRAMME_EVERY = 25
"""One page in so many is a programme, to which the report before it belongs."""

FIRST_AT = datetime(2026, 1, 1, tzinfo=UTC)
SYLLABLES = "bra lin dor wei nov sor tho que bar kel har vog ost rel ska mir ten ula".split()
WORDS = (
    "the lake court law water river harbour boat shore council budget season owner keeper map "
    "public private every other which never often against before without through where until "
    "counts holds needs gives takes finds keeps loses wins draws agrees decides reports measures"
).split()
ROLES = "Director,Professor,Deputy Minister,Harbour Master,Member,Judge,Chair,Adviser".split(",")
KINDS: tuple[SectionKind, ...] = ("key_conclusions", "problems", "solutions")
FURNITURE = ("Subscribe to the letter of the lake", "All rights are the shore's")
PARSER = 1


def some_words(chance: random.Random, count: int) -> list[str]:
    """Words of a small store, each as likely as the others."""
    return chance.choices(WORDS, k=count)


class Writer:
    """The text of a page as it grows: each piece is a cut of it."""

    def __init__(self, chance: random.Random, draw: Draw = some_words) -> None:
        self.chance = chance
        self.draw = draw
        self.length = 0

    def cut(self, text: str) -> Cut:
        """Words at the end of the text so far."""
        start = self.length
        self.length += len(text) + 1
        return Cut(text, start, start + len(text))

    def words(self, least: int, most: int) -> Cut:
        """Some words, the first with a capital."""
        chosen = self.draw(self.chance, self.chance.randint(least, most))
        return self.cut(" ".join(chosen).capitalize())

    def speaker(self) -> Speaker:
        """One of some ten thousands of people, with a position at one of two thousand places."""
        syllable = [SYLLABLES[self.chance.randrange(len(SYLLABLES))] for _ in range(6)]
        name = f"{''.join(syllable[:2]).capitalize()} {''.join(syllable[2:4]).capitalize()}"
        role = self.chance.choice(ROLES)
        house = f"Institute of {''.join(syllable[3:]).capitalize()}"
        position = self.cut(f"{role}, {house}")
        return Speaker(self.cut(name), position, (Role(role, house),))


def page_url(number: int) -> str:
    """The address of a page."""
    return f"https://site{number % SITES}.example/en/sessions/{number:06d}/"


def reading(number: int, revision: int = 0, draw: Draw = some_words) -> Reading:
    """What a revision of a page says; a later one has other words in one quote of ten."""
    records = programme(number) if number % PROGRAMME_EVERY == 0 else report(number, revision, draw)
    sha256 = sha256_hex(f"{number} {revision}".encode())
    return Reading(page_url(number), f"site{number % SITES}", sha256, PARSER, records, ())


def title_of(number: int) -> str:
    """A report has the title of the programme page before it, if they are of one session."""
    return f"Session {number // PROGRAMME_EVERY} of the lake {number % PROGRAMME_EVERY // 2}"


def report(number: int, revision: int, draw: Draw = some_words) -> PageRecords:
    """A report: three sections of theses with quotes, some prose, some furniture."""
    writer = Writer(random.Random(number), draw)  # noqa: S311 - text, no secret
    other = Writer(random.Random(f"{number} {revision}"), draw)  # noqa: S311 - text, no secret
    title = writer.cut(title_of(number))
    event = writer.cut(f"Lake Days {number // 500}")
    sections = tuple(
        Section(place, kind, writer.cut(kind.upper())) for place, kind in enumerate(KINDS, start=1)
    )
    theses = tuple(
        Thesis(place, 1 + (place - 1) * 3 // 30, writer.words(5, 9)) for place in range(1, 31)
    )
    quotes = []
    for place in range(1, QUOTES_A_PAGE + 1):
        words = writer.words(25, 40)
        if revision and place % 10 == 0:
            words = writer.cut(other.words(25, 40).text)
        thesis = 1 + (place - 1) * 30 // QUOTES_A_PAGE
        quotes.append(Quote(place, 1 + (thesis - 1) * 3 // 30, thesis, (words,), writer.speaker()))
    prose = tuple(Paragraph(place, None, writer.words(30, 60)) for place in range(1, 9))
    residue = (*map(writer.cut, FURNITURE), writer.words(10, 20))
    return PageRecords(
        kind="report",
        language="en",
        encoding="utf-8",
        encoding_reason="meta",
        title=title,
        published_on=date(2026, 1, 1) + timedelta(days=number % 300),
        event=event,
        paragraphs=prose,
        organizers=(writer.cut("The Ostrel Society"),),
        supporters=(writer.cut("Ministry of Lakes"),),
        sections=sections,
        theses=theses,
        quotes=tuple(quotes),
        residue=residue,
        article_length=writer.length,
        claimed_length=writer.length - sum(len(cut.text) for cut in residue),
    )


def programme(number: int) -> PageRecords:
    """A programme page with its people."""
    writer = Writer(random.Random(number))  # noqa: S311 - text, no secret
    title = writer.cut(title_of(number + 2))
    people = tuple(Participant(place, "speaker", writer.speaker()) for place in range(1, 11))
    return PageRecords(
        kind="programme",
        language="en",
        encoding="utf-8",
        encoding_reason="meta",
        title=title,
        event=writer.cut(f"Lake Days {number // 500}"),
        starts_at=datetime(2026, 1, 1, 10) + timedelta(days=number % 300),  # noqa: DTZ001 - local
        time_zone="Europe/Moscow",
        paragraphs=(Paragraph(1, None, writer.words(30, 60)),),
        participants=people,
        article_length=writer.length,
        claimed_length=writer.length,
    )


def make_batch(numbers: range | list[int], revision: int = 0, draw: Draw = some_words) -> Batch:
    """One batch of pages as the pipeline makes it: fetches, archived records, readings."""
    at = FIRST_AT + timedelta(days=revision, seconds=numbers[0])
    batch = Batch(at=at)
    for place, number in enumerate(numbers):
        found = reading(number, revision, draw)
        batch.readings.append(prepare(found))
        batch.fetches.append(fetch_row(number, found, at))
        batch.archived.append(archive_row(place, numbers[0], found, at))
    return batch


def fetch_row(number: int, found: Reading, at: datetime) -> Row:
    """A row of `raw.fetches`."""
    return {
        "fetch_id": sha256_hex(f"fetch {number} {at}".encode())[:16],
        "run_id": "20260101T000000-benchmark",
        "page_url": found.page_url,
        "requested_url": found.page_url,
        "source": found.source,
        "purpose": "page",
        "final_url": found.page_url,
        "redirects": [],
        "outcome": "new",
        "status": 200,
        "content_type": "text/html; charset=utf-8",
        "etag": f'"{number:x}"',
        "last_modified": None,
        "wire_bytes": 50_000,
        "elapsed_ms": 120,
        "body_sha256": found.revision_sha256,
        "error_code": None,
        "error_detail": None,
        "warning": None,
        "fetched_at": at,
        "warc_file": f"batch-{number // 50}.warc.gz",
        "warc_offset": number * 9_000,
    }


def archive_row(place: int, first: int, found: Reading, at: datetime) -> Row:
    """A row of `raw.archive_records`."""
    return {
        "warc_file": f"batch-{first // 50}.warc.gz",
        "warc_offset": place * 9_000,
        "warc_length": 9_000,
        "record_sha256": sha256_hex(found.revision_sha256.encode()),
        "record_type": "response",
        "page_url": found.page_url,
        "body_sha256": found.revision_sha256,
        "content_type": "text/html; charset=utf-8",
        "archived_at": at,
    }
