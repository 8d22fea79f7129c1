"""Invented readings of pages, loaded without network: what a batch of the pipeline brings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from rostrum.ids import make_id, sha256_hex
from rostrum.records import (
    Cut,
    Issue,
    PageRecords,
    Paragraph,
    Participant,
    Quote,
    Role,
    Section,
    Session,
    Speaker,
    Speech,
)
from rostrum.warehouse.load import Batch
from rostrum.warehouse.prepare import Reading, prepare

FIRST_AT = datetime(2026, 5, 1, tzinfo=UTC)
TITLES = ("The Lake", "The Pier", "Session: The Lake", "Reeds and Rights", "A Ferry Too Many")
EVENTS = (None, "Lake Days", "Port Forum")
SAID = tuple(f"The shore is {word} and the law is not" for word in "long wet cold ours".split())
PROSE = ("The hall applauded for long.", "The director wrote a few words.", "It rained.")
PEOPLE = ("Ada Brandt", "ada brandt", "Tomas Weil", "Orla Venn", None)
HOUSES = (None, "Port of Ostrel", "PORT OF OSTREL", "Institute of Lakes")


class Pen:
    """Writes a page's text, piece by piece, and knows where each stands."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.length = 0

    def cut(self, text: str) -> Cut:
        start = self.length
        self.length += len(text) + 1
        return Cut(text, start, start + len(text))

    def maybe(self, text: str | None) -> Cut | None:
        return None if text is None else self.cut(text)

    def speaker(self, names=PEOPLE) -> Speaker:
        house = self.chance.choice(HOUSES)
        name = self.maybe(self.chance.choice(names))
        return Speaker(name, self.cut(f"Judge, {house}"), (Role("Judge", house),))


def records(seed: object) -> PageRecords:
    """What a page says: a few things out of a small store, so that pages have much in common."""
    chance = Random(str(seed))
    pen = Pen(chance)
    kind = chance.choice(("report", "report", "programme", "statement"))
    is_schedule = kind == "programme" and chance.random() < 0.5
    count = chance.choice((0, 1, 2, 8)) if kind == "report" else 0
    year = chance.choice((2025, 2026))
    begins = datetime.combine(date(year, 5, 14), time(10)) if kind == "programme" else None
    announced = tuple(session(pen, number, begins) for number in (1, 2, 3) if is_schedule)
    announced = announced or ((None, Participant(1, "moderator", pen.speaker(PEOPLE[:3]))),)
    return PageRecords(
        kind=kind,
        language="en",
        encoding="utf-8",
        encoding_reason="meta",
        title=pen.cut(chance.choice(TITLES)),
        event=pen.maybe(chance.choice(EVENTS)),
        published_on=date(year, 5, 14) if kind == "report" else None,
        starts_at=None if is_schedule else begins,
        sessions=tuple(each for each, _ in announced if each),
        sections=(Section(1, "problems", pen.cut("PROBLEMS")),),
        quotes=tuple(
            Quote(number, 1, None, (pen.cut(chance.choice(SAID)),), pen.speaker())
            for number in range(1, count + 1)
        ),
        speeches=(Speech(1, pen.cut(chance.choice(PROSE)), pen.speaker()),)
        if kind == "statement"
        else (),
        participants=tuple(person for _, person in announced) if kind == "programme" else (),
        paragraphs=(Paragraph(1, chance.choice((None, 1)), pen.cut(chance.choice(PROSE))),),
        organizers=(pen.cut("The Ostrel Society"),) if chance.random() < 0.5 else (),
        residue=(pen.cut(chance.choice(PROSE)), pen.cut(f"Only of {seed}.")),
        article_length=pen.length + chance.choice((0, 300)),
        claimed_length=pen.length // chance.choice((1, 2)),
    )


def session(pen: Pen, number: int, begins: datetime | None) -> tuple[Session, Participant]:
    """One session of several, and who takes part."""
    start, title = pen.length, pen.cut(pen.chance.choice(TITLES))
    person = Participant(number, "speaker", pen.speaker(PEOPLE[:3]))
    return Session(number, title, start, pen.length, starts_at=begins), person


@dataclass(frozen=True)
class Visit:
    """A page asked for once, and what came of it.

    Attributes:
        body: which of the page's bodies was found; None where the page was not there.
        parser: the version of the parser that reads it; None where nothing is read.
        is_refused: whether the page is quarantined.
    """

    page: int
    body: int | None = 0
    parser: int | None = 1
    is_refused: bool = False
    status: int = 200

    @property
    def page_url(self) -> str:
        return f"https://{self.source}.example/{self.page}"

    @property
    def source(self) -> str:
        return ("lakes", "web")[self.page % 2]

    @property
    def sha256(self) -> str | None:
        return None if self.body is None else sha256_hex(f"{self.page} {self.body}".encode())


def reading_of(visit: Visit) -> Reading:
    found = None if visit.is_refused else records((visit.page, visit.body, visit.parser))
    issues = (Issue("parse", "no_sections", "Nothing here."),) if visit.is_refused else ()
    return Reading(visit.page_url, visit.source, visit.sha256, visit.parser, found, issues)


def fetch_of(visit: Visit, at: datetime) -> dict[str, object]:
    outcome = "new" if visit.body is not None else "gone" if visit.status == 410 else "failed"
    return {
        "fetch_id": make_id(visit.page_url, str(at)),
        "run_id": "run",
        "page_url": visit.page_url,
        "requested_url": visit.page_url,
        "source": visit.source,
        "purpose": "page",
        "final_url": visit.page_url,
        "redirects": [],
        "outcome": outcome,
        "status": visit.status,
        "wire_bytes": 1,
        "elapsed_ms": 1,
        "body_sha256": visit.sha256,
        "fetched_at": at,
    }


def batch_of(visits: list[Visit], number: int) -> Batch:
    """The `number`-th batch: its visits a second apart, each batch on another day."""
    at = FIRST_AT + timedelta(days=number)
    batch = Batch(at=at)
    for second, visit in enumerate(visits):
        batch.fetches.append(fetch_of(visit, at + timedelta(seconds=second)))
        if visit.body is not None and visit.parser is not None:
            batch.readings.append(prepare(reading_of(visit)))
    return batch
