"""A page that announces one session → what is planned, where, when, and who takes part."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from rostrum.parsing.clocks import find_clock
from rostrum.parsing.dates import find_days
from rostrum.parsing.details import HALLS, LABELLED, years_in, years_of_dates, years_that_hold
from rostrum.parsing.events import dated_in, find_event, with_year
from rostrum.parsing.groups import begins_other_sessions, detail_of, group_role_of
from rostrum.parsing.lexicon import section_kind_of
from rostrum.parsing.marks import opens_quotation
from rostrum.parsing.page import PageParser, place_of
from rostrum.parsing.people import people_in
from rostrum.parsing.published import stated_date
from rostrum.parsing.session import MIN_PARAGRAPH_LENGTH, SessionReader
from rostrum.parsing.structured import stated_events
from rostrum.parsing.tables import find_rows
from rostrum.records import Cut

if TYPE_CHECKING:
    from rostrum.reading import Block, Document
    from rostrum.records import PageRecords, Participant

MAX_DATE_LINE = 300
"""Characters: no longer line prints the session's date."""

NEAR = 12
"""Blocks above the title in which its details stand."""

ABOVE = frozenset(("track", "hall", "day", "time"))
"""Details that may stand above the title."""

MAX_PROSE = 8
"""Paragraphs: a page with more of them tells a story, whomever it lists."""

SESSION = re.compile(
    r"round ?table|workshop|seminar|session|круглый стол|деловой завтрак|семинар|сессия|заседание",
    re.IGNORECASE,
)
"""What is a part of a gathering, and no gathering whose programme it could be of."""

MIN_DEPTH = 3
"""Elements around a title: what holds it with fewer around it may be all of the page."""

TRACK_STYLE = re.compile(r"(?:^|[-_])(?:track|strand|stream|category|cat)$", re.IGNORECASE)
"""What markup calls the line that names a track."""

QUOTED = re.compile(r"(?:[:,]|\b(?:that|что))\s*[“«„\"][^“”«»\"]{40}")
"""Somebody's words after a verb."""

MIN_QUOTATION_LENGTH = 60
"""Characters: a block that opens with a quotation mark and goes on as long is somebody's words."""


def parse_programme(document: Document) -> PageRecords:
    """Read a programme page.

    Raises:
        PageError: the page has no title, or lists several sessions.
    """
    return ProgrammeParser(document).parse()


def is_programme(document: Document) -> bool:
    """Whether a page of unknown kind announces people in groups, and tells no story."""
    blocks = document.article
    if any(section_kind_of(block.text) for block in blocks) or tells_story(blocks):
        return False
    return bool(find_rows(blocks)) or any(
        begins_group(block.text, following.text) for block, following in pairs_of(blocks)
    )


def pairs_of(blocks: tuple[Block, ...]) -> list[tuple[Block, Block]]:
    """Each block with the one below it; the last with itself."""
    return list(zip(blocks, (*blocks[1:], *blocks[-1:]), strict=True))


def begins_group(line: str, following: str) -> bool:
    """Whether a line heads a group of people, named below or behind it."""
    if group_role_of(line):
        return bool(people_in(Cut(following, 0, len(following))))
    label, colon, rest = line.partition(":")
    return bool(colon and group_role_of(label) and people_in(Cut(rest, 0, len(rest))))


def tells_story(blocks: tuple[Block, ...]) -> bool:
    """Whether the article is prose about what was said, with a list of speakers at most."""
    prose = [block for block in blocks if len(block.text) >= 2 * MIN_PARAGRAPH_LENGTH]
    said = any(
        len(block.text) >= MIN_QUOTATION_LENGTH
        and (opens_quotation(block.text) or QUOTED.search(block.text))
        for block in blocks
    )
    return said or len(prose) > MAX_PROSE


class ProgrammeParser(PageParser):
    """A programme page: details of the session, then people in groups.

    Attributes:
        is_list: whether the page lists several sessions.
    """

    is_list = False

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.participants: list[Participant] = []
        self.reader = SessionReader(self, self.blocks, self.participants, self.find_years())
        self.details = self.reader.details

    def find_years(self) -> set[int]:
        """The years that a day without one may be of; of several, nobody can tell which.

        They are those of a list's title; of the article's dates; of the page's dates that hold such
        a day (`14 May` beside `13–15 May 2026`); of the event's name; of what the page's `<title>`
        says beside its title. `Vision 2050` is no year of a session.
        """
        title = self.title.text
        lines = [title, *(b.text for b in self.blocks if len(b.text) <= MAX_DATE_LINE)]
        around = [block for block in self.document.blocks if block.is_furniture]
        heads = [block.text.replace(title, "") for block in around if block.tag == "title"]
        return (
            years_in([title] if self.is_list else [])
            or years_of_dates(lines)
            or years_that_hold(lines, [block.text for block in around])
            or years_in([event.text] if (event := self.event_named()) else [])
            or years_in(heads)
        )

    def parse(self) -> PageRecords:
        """The records of the page; its date lines say when the session is, not when it appeared."""
        self.look_above()
        records = self.go_down("programme")
        begins, ends, zone = self.details.settle(self.document.times)
        return replace(
            records,
            published_on=stated_date(self.document),
            event=self.find_event(records.event),
            track=self.details.track,
            hall=self.details.hall,
            starts_at=begins,
            ends_at=ends,
            time_zone=zone,
            participants=tuple(self.participants),
        )

    def look_above(self) -> None:
        """Take what lines above the title tell behind their labels, and a track by its style."""
        place = place_of(list(self.document.blocks), self.title)
        above = self.document.blocks[max(place - NEAR, 0) : max(place, 0)]
        for block, following in pairs_of(above):
            label = LABELLED.match(block.text)
            kind = detail_of(block.text)
            if label and detail_of(label["label"]) in ABOVE:
                self.details.take(block.cut())
            elif kind in ABOVE and following is not block:
                self.details.take_value(kind, following.cut())
            elif TRACK_STYLE.search(block.style_name):
                self.details.track = self.details.track or block.cut()
            elif self.is_beside_title(block) and not self.is_list:
                self.take_beside(block, following)

    def is_beside_title(self, block: Block) -> bool:
        """Whether a line stands in the title's own element, or in a box of it."""
        around = self.title.path[:-1]
        return block.path[: len(around)] == around and (
            len(block.path) == len(around) + 1 or len(around) >= MIN_DEPTH
        )

    def take_beside(self, block: Block, following: Block) -> None:
        """Take day and time, or the hall, from lines of the title's own element.

        The time may stand on the line below the day (`27.11.2025`, `Thursday, 19:00`).
        """
        day, clock = next(find_days(block.text), None), find_clock(block.text)
        if (day and clock) or HALLS.match(block.text):
            self.details.take(block.cut())
        elif day and following.path[:-1] == block.path[:-1] and find_clock(following.text):
            self.details.take(block.cut())
            self.details.take(following.cut())

    def find_event(self, named: Cut | None) -> Cut | None:
        """What the session is part of, by a label, by what names it, or by the site's name."""
        found = self.details.event or named or self.event_stated() or self.event_above()
        return with_year(found, (block.cut() for block in self.document.blocks)) if found else None

    def event_stated(self) -> Cut | None:
        """The one gathering of the structured data, where the page prints its name."""
        names = stated_events(self.document.structured, is_list=self.is_list)
        if len(names) != 1:
            return None
        name = names[0]
        printed = (block for block in self.document.blocks if name in block.text)
        block = next(printed, None)
        return block.cut(at := block.text.index(name), at + len(name)) if block else None

    def event_above(self) -> Cut | None:
        """The gathering by whose name the site calls itself, above the title or in the head."""
        above = [block for block in self.document.blocks if block.start < self.title.start]
        above.sort(key=lambda block: block.tag == "title")  # it may leave out the year
        found = find_event((block.cut() for block in above), ())
        found = found or next((dated for block in above if (dated := dated_in(block.cut()))), None)
        return None if found is None or SESSION.search(found.text) else found

    def take(self, place: int) -> int:
        """Read what begins at a block; returns how many blocks that was."""
        if begins_other_sessions(self.blocks[place].text):
            return len(self.blocks) - place
        return self.reader.take(place)
