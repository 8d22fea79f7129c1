"""A programme page → a session: what is planned, where, when, and who takes part.

The people stand in groups under a heading (`Moderator`, `Panellists`) or behind it (`Moderator: Ada
Lund`), each on a line of their own with the position, or with the position on the lines below.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from rostrum.errors import PageError
from rostrum.parsing.card_lines import CardLines
from rostrum.parsing.clocks import find_clock
from rostrum.parsing.details import (
    LABELLED,
    MAX_DETAIL_LENGTH,
    Details,
    printed_years,
)
from rostrum.parsing.events import dated_in, find_event
from rostrum.parsing.groups import begins_other_sessions, detail_of, group_role_of, is_ambiguous
from rostrum.parsing.lexicon import (
    fold,
    section_kind_of,
)
from rostrum.parsing.marks import opens_quotation
from rostrum.parsing.page import PageParser, place_of
from rostrum.parsing.people import (
    Person,
    people_in,
    read_people,
    to_speaker,
    trim,
)
from rostrum.parsing.published import stated_date
from rostrum.parsing.tables import find_rows
from rostrum.records import Cut, Participant

if TYPE_CHECKING:
    from rostrum.parsing.clocks import Clock
    from rostrum.reading import Block, Document
    from rostrum.records import PageRecords, ParticipantRole

SENTENCE_ENDS = (".", "?", "!", "…", ".»", ".”")
MIN_DESCRIPTION = 120
"""Characters: a paragraph below the people that is shorter may be a position."""

MIN_PARAGRAPH_LENGTH = 80
"""Characters: a shorter line above the people is a label, unless it ends as a sentence does."""

MAX_DATE_LINE = 300
"""Characters: no longer line prints the session's date."""

NEAR = 6
"""Blocks above the title in which its track stands."""

MAX_PROSE = 8
"""Paragraphs: a page with more of them tells a story, whomever it lists."""

SESSION = re.compile(
    r"round ?table|workshop|seminar|session|круглый стол|деловой завтрак|семинар|сессия|заседание",
    re.IGNORECASE,
)
"""What is a part of a gathering, and no gathering whose programme it could be of."""

TRACK_STYLE = re.compile(r"(?:^|[-_])(?:track|strand)$", re.IGNORECASE)
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
    """A programme page: details of the session, then people in groups."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.group: ParticipantRole | None = None
        self.is_described = False
        self.details = Details(years=self.find_years())
        self.participants: list[Participant] = []
        self.groups: dict[str, int] = {}
        self.headings_since_people = 0
        self.lines = CardLines(self.blocks)
        self.rows = find_rows(self.blocks)
        self.badges = self.find_badges()

    def find_badges(self) -> str | None:
        """The style of roles that stand below each person of a group (`Ada Lund`, `Moderator`)."""
        roles = [place for place, block in enumerate(self.blocks) if group_role_of(block.text)]
        styles = Counter(self.blocks[place].style_name for place in roles)
        for style, count in styles.items():
            places = [place for place in roles if self.blocks[place].style_name == style]
            above = self.blocks[max(places[0] - NEAR, 0) : places[0]]
            if style and count > 1 and not self.names_people(places[-1] + 1):
                return style if any(map(read_people, above)) else None
        return None

    def find_years(self) -> set[int]:
        """The years of the article's dates; where it prints none, those of the whole page."""
        own = printed_years(block.text for block in self.blocks if len(block.text) <= MAX_DATE_LINE)
        return own or printed_years(block.text for block in self.document.blocks)

    def parse(self) -> PageRecords:
        """The records of the page; its date lines say when the session is, not when it appeared."""
        self.look_above()
        records = self.go_down("programme")
        begins, ends, zone = self.details.settle(self.document.times)
        return replace(
            records,
            published_on=stated_date(self.document),
            event=self.details.event or records.event or self.event_above(),
            track=self.details.track,
            hall=self.details.hall,
            starts_at=begins,
            ends_at=ends,
            time_zone=zone,
            participants=tuple(self.participants),
        )

    def look_above(self) -> None:
        """Take the track, where a line right above the title is labelled or styled so."""
        place = place_of(list(self.document.blocks), self.title)
        for block in self.document.blocks[max(place - NEAR, 0) : max(place, 0)]:
            label = LABELLED.match(block.text)
            if label and detail_of(label["label"]) == "track":
                self.details.take(block.cut())
            elif TRACK_STYLE.search(block.style_name):
                self.details.track = self.details.track or block.cut()

    def event_above(self) -> Cut | None:
        """The gathering by whose name the site calls itself, above the title or in the head."""
        above = [block for block in self.document.blocks if block.start < self.title.start]
        above.sort(key=lambda block: block.tag == "title")  # it may leave out the year
        found = find_event((block.cut() for block in above), ())
        found = found or next((dated for block in above if (dated := dated_in(block.cut()))), None)
        return None if found is None or SESSION.search(found.text) else found

    def take(self, place: int) -> int:
        """Read what begins at a block; returns how many blocks that was."""
        block = self.blocks[place]
        if begins_other_sessions(block.text):
            return len(self.blocks) - place
        role = group_role_of(block.text)
        if taken := self.take_row(place) or self.take_badge(block, role):
            return taken
        if role and (self.names_people(place + 1) or not is_ambiguous(block.text)):
            self.begin_group(block.text, role)
            self.claims.claim(block)
            return 1
        if taken := self.take_inline_group(place):
            return taken
        self.refuse_second_session(block)
        if self.group and self.goes_on(block):
            return self.take_person(place, self.group)
        return self.take_detail(place)

    def take_badge(self, block: Block, role: ParticipantRole | None) -> int:
        """The role of the person above, where it stands below each."""
        if not role or not self.participants or self.badges != block.style_name:
            return 0
        self.participants[-1] = replace(self.participants[-1], role=role)
        self.claims.claim(block)
        return 1

    def take_row(self, place: int) -> int:
        """A row of a table: who reads a paper."""
        row = self.rows.get(place)
        if row is None:
            return 0
        self.claims.claim(*self.blocks[place : place + row.block_count])
        for person, role in row.people:
            self.add_person(person, role)
        return row.block_count

    def names_people(self, place: int) -> bool:
        """Whether there is a block at a place, and it names people."""
        return place < len(self.blocks) and bool(read_people(self.blocks[place]))

    def begin_group(self, label: str, role: ParticipantRole) -> None:
        """Note a group; the same one again, below another heading, is another session's."""
        seen = self.groups.get(fold(label))
        has_people = seen is not None and len(self.participants) > seen
        if has_people and self.headings_since_people:
            raise PageError(
                "several_sessions",
                f"The page lists several sessions: {label[:80]!r} stands on it twice, with a "
                "heading between. It is a schedule; give the pages of its sessions instead.",
            )
        self.group, self.is_described = role, False
        self.groups[fold(label)] = len(self.participants)
        self.headings_since_people = 0

    def refuse_second_session(self, block: Block) -> None:
        """Raise where another session's time stands below people, outside of this one's time."""
        if not self.is_time_line(block):
            return
        clock = find_clock(block.text)
        mine = self.details.clock
        if not (clock and clock.ends and mine and mine.ends) or clock.zone != mine.zone:
            return
        if not overlaps(mine, clock):
            raise PageError(
                "several_sessions",
                f"The page lists several sessions: one at {mine.begins:%H:%M}, another at "
                f"{clock.begins:%H:%M} ({block.text[:80]!r}). It is a schedule; give the pages of "
                "its sessions instead.",
            )

    def is_time_line(self, block: Block) -> bool:
        """Whether a line is short enough to head a session or an item of its agenda."""
        return len(block.text) <= MAX_DETAIL_LENGTH and any(map(str.isdigit, block.text))

    def goes_on(self, block: Block) -> bool:
        """Whether a group of people goes on at a block; a heading that is no name ends it."""
        if detail_of(block.text) or (block.heading_level and not read_people(block)):
            self.headings_since_people += 1
            self.group = None
        return self.group is not None

    def take_inline_group(self, place: int) -> int:
        """`Moderator: Ada Lund, Judge` on one line; the position may stand below."""
        block = self.blocks[place]
        match = LABELLED.match(block.text)
        role = group_role_of(match["label"]) if match else None
        if not match or not role:
            return 0
        people = read_people(block, match.start("value"))
        if not people:
            return 0
        self.begin_group(match["label"], role)
        self.claims.claim(block)
        return self.add_people(place, people, role)

    def take_person(self, place: int, role: ParticipantRole) -> int:
        """The person or people whom a line names, with the position below it."""
        block = self.blocks[place]
        people = read_people(block) or self.lines.named_by_style(block)
        if people:
            self.claims.claim(block)
            return self.add_people(place, people, role)
        if person := self.lines.person_below(place):
            self.claims.claim(block, self.blocks[place + 1])
            self.add_person(replace(person, position=trim(block.cut())), role)
            return 2
        if len(block.text) >= MIN_DESCRIPTION and self.is_prose(block):
            self.add_paragraph(block)  # what the session is about, below its people
            self.group = None
        return 1

    def add_people(self, place: int, people: list[Person], role: ParticipantRole) -> int:
        """Note people; one without a position may have it on the lines below."""
        lines: list[Block] = []
        if len(people) == 1 and people[0].position is None:
            lines = self.lines.positions(place)
        if lines:
            cut = Cut(
                self.document.text[lines[0].start : lines[-1].end], lines[0].start, lines[-1].end
            )
            people = [replace(people[0], position=trim(cut))]
            self.claims.claim(*lines)
        for person in people:
            self.add_person(person, role)
        return self.blocks.index(lines[-1], place) - place + 1 if lines else 1

    def add_person(self, person: Person, role: ParticipantRole) -> None:
        """Note one person."""
        number = len(self.participants) + 1
        self.participants.append(Participant(number, role, to_speaker(person)))

    def take_detail(self, place: int) -> int:
        """A line above the people: track, hall, time, or the description."""
        block = self.blocks[place]
        if kind := detail_of(block.text):
            self.is_described = kind == "description"
            return self.take_labelled(place)
        if self.details.take(block.cut()):
            self.claims.claim(block)
        elif self.is_prose(block):
            self.add_paragraph(block)
        elif block.heading_level:
            self.headings_since_people += bool(self.participants)
        return 1

    def take_labelled(self, place: int) -> int:
        """A label alone on its line, and its value on the next one."""
        label = self.blocks[place]
        kind = detail_of(label.text)
        following = self.blocks[place + 1] if place + 1 < len(self.blocks) else None
        if kind == "description":
            self.claims.claim(label)
            return 1
        if not kind or not following or group_role_of(following.text):
            return 1
        if not self.details.take_value(kind, following.cut()):
            return 1
        self.claims.claim(label, following)
        return 2

    def is_prose(self, block: Block) -> bool:
        """Whether a block is of the description."""
        if self.is_described and block.tag == "li":
            return True
        if block.heading_level and not block.text.endswith("?"):
            return False
        if len(block.text) >= MIN_PARAGRAPH_LENGTH:
            return len(block.text) > MAX_DETAIL_LENGTH or not find_clock(block.text)
        return block.text.endswith(SENTENCE_ENDS) and not find_clock(block.text)


def overlaps(mine: Clock, other: Clock) -> bool:
    """Whether a time lies within, or around, a session's own."""
    if not mine.ends or not other.ends:
        return True
    return other.begins < mine.ends and mine.begins < other.ends
