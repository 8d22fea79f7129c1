"""A programme page → a session: what is planned, where, when, and who takes part.

The people stand in groups under a heading (`Moderator`, `Panellists`), each as a name line and a
position line, or as one line `Name / Position`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from rostrum.parsing.dates import find_date, find_times
from rostrum.parsing.lexicon import GROUP_ROLES, fold
from rostrum.parsing.names import is_name, strip_honorific
from rostrum.parsing.page import PageParser, find_published_on, is_date_line
from rostrum.parsing.positions import split_position
from rostrum.records import Cut, PageRecords, Participant, ParticipantRole, Speaker

if TYPE_CHECKING:
    from datetime import datetime

    from rostrum.reading import Block, Document

TRACK = re.compile(
    r"^(?:(?:thematic )?track|тематический трек|трек|тематика)\s*[:—–-]\s*", re.IGNORECASE
)
HALL = re.compile(
    r"^(?:(?:hall|venue|room|location|зал|место проведения|площадка)\s*[:—–-]\s*)", re.IGNORECASE
)
LABEL_ALONE = re.compile(r"^[^:—–]{1,30}[:—–-]\s*$")
HALL_LINE = re.compile(
    r"^(?:conference |конференц-?)?(?:hall|room|зал)\s+[\w№#.-]{1,12}$", re.IGNORECASE
)
PAIR = re.compile(r"\s+/\s+")
MIN_PARAGRAPH_LENGTH = 80
"""Characters: a shorter line above the people is a label, unless it ends as a sentence does."""


def parse_programme(document: Document) -> PageRecords:
    """Read a programme page.

    Raises:
        PageError: the page has no title.
    """
    return ProgrammeParser(document).parse()


def is_programme(document: Document) -> bool:
    """Whether a page of unknown kind announces people in groups."""
    return any(
        fold(block.text) in GROUP_ROLES and is_name(following.text.partition(" / ")[0])
        for block, following in zip(document.article, document.article[1:], strict=False)
    )


class ProgrammeParser(PageParser):
    """A programme page: details of the session, then people in groups."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.group: ParticipantRole | None = None
        self.track: Cut | None = None
        self.hall: Cut | None = None
        self.times: tuple[datetime, datetime] | None = None
        self.participants: list[Participant] = []

    def parse(self) -> PageRecords:
        """The records of the page; its date lines say when the session is, not when it appeared."""
        return replace(
            self.go_down("programme"),
            published_on=find_published_on(self.document, [self.title], self.title),
            track=self.track,
            hall=self.hall,
            starts_at=self.times[0] if self.times else None,
            ends_at=self.times[1] if self.times else None,
            participants=tuple(self.participants),
        )

    def take(self, place: int) -> int:
        """Read what begins at a block; returns how many blocks that was."""
        block = self.blocks[place]
        if role := GROUP_ROLES.get(fold(block.text)):
            self.group = role
            self.claims.claim(block)
        elif self.group:
            return self.take_person(place, self.group)
        else:
            self.take_detail(block)
        return 1

    def take_person(self, place: int, role: ParticipantRole) -> int:
        """A name line and the position line below it, or `Name / Position` on one line."""
        block = self.blocks[place]
        if pair := PAIR.search(block.text):
            name, position = block.cut(0, pair.start()), block.cut(pair.end())
            if is_name(name.text):
                self.add_person(role, name, position)
            return 1
        if not is_name(block.text):
            return 1
        following = self.blocks[place + 1] if place + 1 < len(self.blocks) else None
        if following and self.is_position(following):
            self.add_person(role, block.cut(), following.cut())
            return 2
        self.add_person(role, block.cut(), None)
        return 1

    def is_position(self, block: Block) -> bool:
        """Whether a line below a name says what the person is."""
        return not is_name(block.text) and fold(block.text) not in GROUP_ROLES

    def add_person(self, role: ParticipantRole, line: Cut, position: Cut | None) -> None:
        start = strip_honorific(line.text)
        name = Cut(line.text[start:], line.start + start, line.end)
        if position and position.text.endswith("."):
            position = Cut(position.text[:-1], position.start, position.end - 1)
        self.participants.append(
            Participant(
                number=len(self.participants) + 1,
                role=role,
                speaker=Speaker(name, position, split_position(position.text) if position else ()),
            )
        )
        self.claims.claim(line, *([position] if position else []))

    def take_detail(self, block: Block) -> None:
        """A line between the title and the people: track, hall, time, or the description."""
        if LABEL_ALONE.match(block.text):
            return  # its value stands elsewhere, or nowhere
        if match := TRACK.match(block.text):
            self.track = block.cut(match.end())
        elif match := HALL.match(block.text):
            self.hall = block.cut(match.end())
        elif HALL_LINE.match(block.text):
            self.hall = block.cut()
        elif is_date_line(block.text):
            day = find_date(block.text)
            self.times = find_times(block.text, day) if day else None
        elif len(block.text) >= MIN_PARAGRAPH_LENGTH or block.text.endswith((".", "?", "!", "…")):
            self.add_paragraph(block)
            return
        else:
            return
        self.claims.claim(block)
