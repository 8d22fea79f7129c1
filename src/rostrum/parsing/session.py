"""One session of a programme page: when, where, what about, and who takes part.

The people stand in groups under a heading (`Moderator`, `Panellists`) or behind it (`Moderator: Ada
Lund`), each on a line of their own with the position, or with the position on the lines below.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from rostrum.errors import PageError
from rostrum.parsing.appositions import IN_BRACKETS
from rostrum.parsing.card_lines import CardLines, is_position
from rostrum.parsing.clocks import find_clock
from rostrum.parsing.details import LABELLED, MAX_DETAIL_LENGTH, Details, labelled
from rostrum.parsing.groups import detail_of, group_role_of, is_ambiguous
from rostrum.parsing.lexicon import fold
from rostrum.parsing.people import (
    Person,
    part,
    people_of,
    read_people,
    roles_of,
    to_speaker,
    trim,
)
from rostrum.parsing.tables import find_rows
from rostrum.records import Cut, Participant

if TYPE_CHECKING:
    from rostrum.parsing.clocks import Clock
    from rostrum.parsing.page import PageParser
    from rostrum.reading import Block
    from rostrum.records import ParticipantRole

SENTENCE_ENDS = (".", "?", "!", "…", ".»", ".”")
MIN_DESCRIPTION = 120
"""Characters: a paragraph below the people that is shorter may be a position."""

MIN_PARAGRAPH_LENGTH = 80
"""Characters: a shorter line above the people is a label, unless it ends as a sentence does."""

ROLE_BEHIND = re.compile(r"(?:^|\s*[,;–—-]?\s*)[(\[](?P<role>[^()\[\]]{4,30})[)\]]$")
"""What may be a role in brackets behind somebody's position."""

PORTRAIT = re.compile(r"[A-ZА-ЯЁ]{2,3}")
"""What a page shows where it has no portrait (`AL`, of `Ada Lund`)."""

DEGREE_LETTERS = re.compile(r"[A-Z]{2,6}(?:,\s+[A-Z]{2,6})*")
NEXT_GROUP = re.compile(r"[.;]\s+(?P<label>[^\W\d_a-zа-яё][^.:;()]{2,40}):\s+")
"""What may head other people on the same line (`Speakers: Ada Lund. Moderator: Jan Brask`)."""

NEAR = 6
"""Blocks above the first role among which a person is looked for."""


class SessionReader:
    """Reads the blocks of one session: details, then people in groups."""

    def __init__(
        self,
        page: PageParser,
        blocks: list[Block],
        participants: list[Participant],
        years: set[int],
    ) -> None:
        self.page = page
        self.blocks = blocks
        self.participants = participants
        self.count_before = len(participants)
        self.claims = page.claims
        self.group: ParticipantRole | None = None
        self.is_described = False
        self.is_of_one = False
        self.details = Details(years=years)
        self.groups: dict[str, int] = {}
        self.headings_since_people = 0
        self.lines = CardLines(blocks)
        self.rows = find_rows(blocks)
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

    def take(self, place: int) -> int:
        """Read what begins at a block; returns how many blocks that was."""
        block = self.blocks[place]
        role = group_role_of(block.text)
        if not role and block.text.endswith(":"):  # `Opening. Moderator:`
            role = group_role_of(block.text.rpartition(". ")[2])
        if taken := self.take_row(place) or self.take_badge(place, role):
            return taken
        if role and (self.names_people(place + 1) or not is_ambiguous(block.text)):
            self.begin_group(block.text, role)
            self.is_of_one = self.lines.labels_one(place)
            self.claims.claim(block)
            return 1
        if taken := self.take_inline_group(place):
            return taken
        self.meet_time(block)
        if self.take_labelled_line(block):
            return 1
        if self.group and self.goes_on(block):
            return self.take_person(place, self.group)
        return self.take_detail(place)

    def is_inside(self, place: int) -> bool:
        """Whether a line stands in the very element of the person's name above it."""
        name, block = self.blocks[place - 1], self.blocks[place]
        is_last = self.participants[-1].speaker.name
        is_name = is_last is not None and name.start <= is_last.start < name.end
        return is_name and block.path[: len(name.path)] == name.path != block.path

    def take_badge(self, place: int, role: ParticipantRole | None) -> int:
        """The role of the person above, where it stands below each; the position may follow it."""
        block = self.blocks[place]
        is_first = len(self.participants) == self.count_before
        if not role or is_first or not (self.badges == block.style_name or self.is_inside(place)):
            return 0
        last = replace(self.participants[-1], role=role)
        below = self.blocks[place + 1] if place + 1 < len(self.blocks) else None
        is_told = below and last.speaker.position is None and self.lines.is_of_cards(below)
        if below and is_told and is_position(block, below):
            position = trim(below.cut())
            speaker = replace(last.speaker, position=position, roles=roles_of(position))
            last = replace(last, speaker=speaker)
            self.claims.claim(below)
        self.participants[-1] = last
        self.claims.claim(block)
        return 1 + (last.speaker.position is not None and bool(is_told))

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
        """Whether the block at a place names people; initials for a portrait may stand above."""
        if place < len(self.blocks) and PORTRAIT.fullmatch(self.blocks[place].text):
            place += 1
        return place < len(self.blocks) and bool(read_people(self.blocks[place]))

    def begin_group(self, label: str, role: ParticipantRole) -> None:
        """Note a group; the same one again, below another heading, is another session's."""
        seen = self.groups.get(fold(label))
        has_people = seen is not None and len(self.participants) > seen
        if has_people and self.headings_since_people:
            raise PageError(
                "several_sessions",
                f"The page lists several sessions that no times tell apart: {label[:80]!r} stands "
                "on it twice, with a heading between. Give the pages of its sessions instead.",
            )
        self.group, self.is_described, self.is_of_one = role, False, False
        self.groups[fold(label)] = len(self.participants)
        self.headings_since_people = 0

    def meet_time(self, block: Block) -> None:
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
                f"The page lists several sessions that cannot be told apart: one at "
                f"{mine.begins:%H:%M}, another at {clock.begins:%H:%M} ({block.text[:80]!r}). Give "
                "the pages of its sessions instead.",
            )

    def is_time_line(self, block: Block) -> bool:
        """Whether a line is short enough to head a session or an item of its agenda."""
        is_sentence = len(block.text) >= MIN_PARAGRAPH_LENGTH and block.text[-1] in ".!?"
        is_short = len(block.text) <= MAX_DETAIL_LENGTH and not is_sentence
        return is_short and any(map(str.isdigit, block.text))

    def goes_on(self, block: Block) -> bool:
        """Whether a group of people goes on at a block; a heading that is no name ends it."""
        if detail_of(block.text) or (block.heading_level and not read_people(block)):
            self.headings_since_people += 1
            self.group = None
        return self.group is not None

    def take_inline_group(self, place: int) -> int:
        """`Moderator: Ada Lund, Judge` on one line; the position may stand below.

        A hall may stand before it (`Long Room. Chair: Ada Lund`).
        """
        block = self.blocks[place]
        match = labelled(block.text)
        if not match:
            return 0
        place_told, _, label = match["label"].rpartition(". ")
        role = group_role_of(label)
        others = next_group(block.text, match.start("value"))
        people = read_people(block, match.start("value")) if role and not others else []
        if role and others:
            people = people_of(trim(block.cut(match.start("value"), others.start())))
        if not people or not role:
            return 0
        if place_told:
            self.details.take(block.cut(0, len(place_told)))
        self.begin_group(label, role)
        self.claims.claim(block)
        taken = self.add_people(place, people, role)
        if others and (other := group_role_of(others["label"])):
            for person in people_of(trim(block.cut(others.end()))):
                self.add_person(person, other)
        return taken

    def take_person(self, place: int, role: ParticipantRole) -> int:
        """The person or people whom a line names, with the position below it."""
        block = self.blocks[place]
        people = read_people(block) or self.lines.named_by_style(block)
        if people and self.lines.begins_above(place):
            return 1
        if people:
            self.claims.claim(block)
            return self.add_people(place, people, role)
        if person := self.lines.person_below(place):
            self.claims.claim(block, self.blocks[place + 1])
            self.add_person(replace(person, position=trim(block.cut())), role)
            return 2
        if len(block.text) >= MIN_DESCRIPTION and self.is_prose(block):
            self.page.add_paragraph(block)  # what the session is about, below its people
            self.group = None
        return 1

    def add_people(self, place: int, people: list[Person], role: ParticipantRole) -> int:
        """Note people; one without a position may have it on the lines below."""
        lines: list[Block] = []
        if len(people) == 1 and not says_what(people[0]):
            lines = self.lines.positions(place)
        if lines:
            cut = Cut(
                self.page.document.text[lines[0].start : lines[-1].end],
                lines[0].start,
                lines[-1].end,
            )
            people = [replace(people[0], position=unbracketed(trim(cut)))]
            self.claims.claim(*lines)
        for person in people:
            told, own = role_beside(person)
            self.add_person(told, own or role)
        return self.blocks.index(lines[-1], place) - place + 1 if lines else 1

    def add_person(self, person: Person, role: ParticipantRole) -> None:
        """Note one person; behind a label of their own the others are speakers."""
        number = len(self.participants) + 1
        self.participants.append(Participant(number, role, to_speaker(person)))
        if self.is_of_one:
            self.group, self.is_of_one = "speaker", False

    def take_detail(self, place: int) -> int:
        """A line above the people: track, hall, time, or the description."""
        block = self.blocks[place]
        if kind := detail_of(block.text):
            self.is_described = kind == "description"
            return self.take_labelled(place)
        if self.details.take(block.cut()):
            self.claims.claim(block)
        elif self.is_prose(block):
            self.page.add_paragraph(block)
        elif block.heading_level:
            self.headings_since_people += bool(self.participants)
        return 1

    def take_labelled_line(self, block: Block) -> bool:
        """Take what a line tells behind its label, among people, too (`Location: Hall 1`)."""
        label = LABELLED.match(block.text)
        kind = detail_of(label["label"]) if label else None
        if kind in {None, "description"} or not self.details.take(block.cut()):
            return False
        self.claims.claim(block)
        return True

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


def next_group(text: str, start: int) -> re.Match[str] | None:
    """Where another group is named behind the first one's people on its line."""
    others = NEXT_GROUP.finditer(text, start)
    return next((each for each in others if group_role_of(each["label"])), None)


def role_beside(person: Person) -> tuple[Person, ParticipantRole | None]:
    """A person less the role behind the name or the position, and it.

    `Ada Lund (moderator)`, `Ada Lund, judge (moderator)`.
    """
    if person.brackets and (role := group_role_of(person.brackets.text)):
        return replace(person, brackets=None), role
    position = person.position
    told = ROLE_BEHIND.search(position.text) if position else None
    role = group_role_of(told["role"]) if told else None
    if not position or not told or not role:
        return person, None
    rest = trim(part(position, 0, told.start()))
    return replace(person, position=rest if rest.text else None), role


def unbracketed(line: Cut) -> Cut:
    """What a line says that is all in brackets; a role is left in them (`(moderator)`)."""
    inside = IN_BRACKETS.fullmatch(line.text)
    if not inside or group_role_of(inside["inside"]):
        return line
    return part(line, *inside.span("inside"))


def says_what(person: Person) -> bool:
    """Whether what stands behind a name is more than the letters of a degree (`CTP`, `MRICS`)."""
    return person.position is not None and not DEGREE_LETTERS.fullmatch(person.position.text)


def overlaps(mine: Clock, other: Clock) -> bool:
    """Whether a time lies within, or around, a session's own."""
    if not mine.ends or not other.ends:
        return True
    return other.begins < mine.ends and mine.begins < other.ends
