"""A page that lists several sessions → what each is, when, where, and who takes part."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from rostrum.parsing.clocks import Clock, find_clock, find_leading_clock
from rostrum.parsing.dates import find_days
from rostrum.parsing.details import (
    HALL_BEHIND,
    HALL_IN_BRACKETS,
    HALL_STYLE,
    HALL_WORDS,
    HALLS,
    LABELLED,
    MAX_DETAIL_LENGTH,
    dates_page,
    labelled,
)
from rostrum.parsing.groups import detail_of, group_role_of
from rostrum.parsing.people import part, read_people, trim
from rostrum.parsing.programme import SESSION, TRACK_STYLE, ProgrammeParser, tells_story
from rostrum.parsing.published import stated_date
from rostrum.parsing.session import SessionReader
from rostrum.parsing.timetable import MIN_ITEMS, Timetable, end_of, group_behind, holds, is_pause
from rostrum.parsing.zones import find_zone
from rostrum.records import Session

if TYPE_CHECKING:
    from rostrum.parsing.people import Person
    from rostrum.parsing.timetable import Item
    from rostrum.reading import Block, Document
    from rostrum.records import Cut, PageRecords, ParticipantRole

PLACE_BEHIND = re.compile(r"(?:[^\W\d_a-zа-яё][\w’'-]*)(?:\s[\w’'-]+){0,4}(?=,|$)")
"""A few words with a capital, up to a comma."""

JOINTS = frozenset(",;|·•@–—-")
"""What parts a place from the time before it; right behind a space may stand anything."""

WORDS = re.compile(r"[^\W\d_]{2,}")
MIN_PLACE_WORDS = 3
"""Words beside a date, of which one may be a weekday: the line tells when and where."""

NUMBERED = re.compile(
    r"(?:panel|session|сессия|секция|панель|заседание)\s+(?:[IVX]{1,5}|\d{1,2})\s*[.:–—-]\s*[^\W\d_]{2}",
    re.IGNORECASE,
)
"""The number and the title of one session among several."""

LONGEST_SESSION = timedelta(hours=4)
"""What takes longer is a gathering of several sessions; what does not may be one with an agenda."""


def find_timetable(document: Document) -> ScheduleParser | AgendaParser | None:
    """The parser of a page with a timetable, of several sessions or of one; None for others.

    Raises:
        PageError: the page has no title.
    """
    times = [block for block in document.article if find_leading_clock(block.text)]
    if len(times) < MIN_ITEMS:
        return None
    parser = ScheduleParser(document)
    if parser.lists_sessions():
        return parser
    return AgendaParser(document) if len(parser.timetable.clocks) >= MIN_ITEMS else None


class TimetableParser(ProgrammeParser):
    """A page on which a timetable stands."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.timetable = Timetable(self.blocks, self.details.years)
        items = without_whole(self.timetable.items())
        self.first = items[0].first if items else len(self.blocks)
        self.pauses = {item.first: item for item in items if is_pause(item, self.blocks)}
        self.items = {item.first: item for item in items if item.first not in self.pauses}

    def lines_of(self, item: Item) -> list[Block]:
        """The lines below an item's title, without cells that are no prose, and heads of tables."""
        taken = {*range(item.time, item.when_end), item.title_place}
        within = (place for place in range(item.first, item.last) if place not in taken)
        places = [place for place in within if self.timetable.is_of_title(place)]
        return [self.blocks[place] for place in places if self.blocks[place].tag != "th"]

    def is_plain(self) -> bool:
        """Whether it can be no other kind of page: no story, and people at half of the times."""
        named = sum(any(map(read_people, self.lines_of(item))) for item in self.items.values())
        return not tells_story(self.document.article) and 2 * named >= len(self.items)


class AgendaParser(TimetableParser):
    """A page of one session with an agenda, whose lines name people under no heading."""

    @cached_property
    def agenda_start(self) -> int:
        """Where the agenda begins: behind the session's own time, with the head of a table."""
        clocks = self.timetable.clocks
        places = sorted(clocks)
        own = clocks[places[0]].clock
        is_own = all(is_part_of(own, clocks[place].clock) for place in places[1:])
        first = places[1] if is_own else self.first
        while first and self.blocks[first - 1].tag == "th":
            first -= 1
        return first

    @property
    def agenda(self) -> list[Block]:
        """The lines of the agenda."""
        return self.blocks[self.agenda_start : self.timetable.end]

    def is_plain(self) -> bool:
        """Whether it can be no other kind of page: no story, and people in the agenda."""
        named = sum(bool(read_people(block)) for block in self.agenda)
        return not tells_story(self.document.article) and named >= MIN_ITEMS

    def take(self, place: int) -> int:
        """Read the agenda as a whole, and other lines as any programme's."""
        if place != self.agenda_start or not self.agenda:
            return super().take(place)
        ItemReader(self, self.agenda).read()
        return len(self.agenda)


class ScheduleParser(TimetableParser):
    """A page of several sessions, each read as a programme page is."""

    is_list = True

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.sessions: list[Session] = []

    def lists_sessions(self) -> bool:
        """Whether the times are those of several sessions, and not of one session's agenda.

        One session has its own time above them, or calls itself a session; and it is over in a few
        hours. Numbered panels or sessions are several, as are those of several days or with a
        chair each.
        """
        if len(self.items) < MIN_ITEMS:
            return False
        clocks = [item.clock for item in self.items.values()]
        whole = Clock(min(clock.begins for clock in clocks), max(map(end_of, clocks)), None)
        numbered = sum(1 for each in self.items.values() if NUMBERED.match(each.title.text))
        days = {item.day for item in self.items.values() if item.day}
        chaired = sum(any(map(names_chair, self.lines_of(item))) for item in self.items.values())
        if numbered >= MIN_ITEMS or len(days) > 1 or chaired >= MIN_ITEMS:
            return True
        own = self.own_time()
        if own and own.ends:
            return length_of(own) > LONGEST_SESSION
        is_sequence = len({clock.begins for clock in clocks}) == len(clocks)
        is_agenda = all(is_part_of(clocks[0], other) for other in clocks[1:])
        is_called_one = is_sequence and SESSION.search(self.title.text) is not None
        is_one = own is not None or is_agenda or is_called_one
        return not is_one or length_of(whole) > LONGEST_SESSION

    def own_time(self) -> Clock | None:
        """The time in the lines above the first item."""
        clocks = self.timetable.clocks
        above = [p for p in range(self.first) if p not in clocks or clocks[p].is_dated]
        short = (
            self.blocks[p].text for p in above if len(self.blocks[p].text) <= MAX_DETAIL_LENGTH
        )
        return next((clock for text in short if (clock := find_clock(text))), None)

    @cached_property
    def zone(self) -> str | None:
        """The time zone that a line above the first item gives for all times."""
        lines = (block.text for block in self.blocks[: self.first])
        return next((zone for text in lines if (zone := find_zone(text))), None)

    def parse(self) -> PageRecords:
        """The records of the page, with a session for each of its items."""
        if self.timetable.columns:
            self.claims.claim(*(block for block in self.blocks if block.tag == "th"))
        records = super().parse()
        return replace(
            records,
            sessions=tuple(self.sessions),
            track=None,
            hall=None,
            starts_at=None,
            ends_at=None,
            time_zone=None,
        )

    def take(self, place: int) -> int:
        """Read an item, or the line that heads some."""
        if item := self.items.get(place):
            self.take_item(item)
            return item.last - item.first
        if pause := self.pauses.get(place):
            end = max(pause.when_end, pause.title_place + 1)
            self.claims.claim(*self.blocks[pause.time : end], self.blocks[pause.title_place])
            return pause.last - pause.first
        block = self.blocks[place]
        if place in self.timetable.days or place in self.timetable.halls:
            self.claims.claim(block)
        elif place < self.first and self.reader.is_prose(block):
            self.add_paragraph(block)
        return 1

    def take_item(self, item: Item) -> None:
        """Read one session: its time and title, then the lines below."""
        reader = ItemReader(self, self.lines_of(item))
        details = reader.details
        line, title = self.blocks[item.time].cut(), self.blocks[item.title_place]
        self.claims.claim(*self.blocks[item.time : item.when_end])
        details.take_when(part(line, 0, item.when.end) if item.time == item.title_place else line)
        details.clock, details.day = item.clock, self.day_of(item)
        self.claims.claim(title)
        self.take_behind(reader, title, item)
        is_apart = line.text[: item.when.end].rstrip()[-1:] in JOINTS
        if item.first < item.time and is_apart and not details.hall:
            details.hall = hall_in(trim(part(line, item.when.end)))
        self.take_cells(reader, item)
        reader.read()
        details.hall = details.hall or item.hall
        begins, ends, zone = details.settle(self.document.times)
        self.sessions.append(
            Session(
                number=len(self.sessions) + 1,
                title=item.title,
                start=self.blocks[item.first].start,
                end=self.blocks[item.last - 1].end,
                track=details.track,
                hall=details.hall,
                starts_at=begins,
                ends_at=ends,
                time_zone=zone or self.zone,
            )
        )

    def take_behind(self, reader: ItemReader, title: Block, item: Item) -> None:
        """What stands behind the title on its line: a hall in brackets, the end, people."""
        end = item.title.end - title.start
        rest = title.text[end:]
        for hall in (
            HALL_IN_BRACKETS.search(title.text),
            HALL_BEHIND.search(title.text),
            HALL_WORDS.fullmatch(title.text, end),
        ):
            if hall and not reader.details.hall:
                reader.details.hall = title.cut(*hall.span("hall"))
        below = reader.blocks[0] if reader.blocks else None
        if below and rest.strip().startswith(below.text):
            reader.details.hall = below.cut()
            self.claims.claim(below)
        if (group := group_behind(title.text)) and (role := group_role_of(group["label"])):
            for person in read_people(title, group.end()):
                reader.add_person(person, role)
        behind = find_clock(rest)
        if behind and behind.ends and behind.begins == item.clock.begins:
            reader.details.clock = behind

    def take_cells(self, reader: ItemReader, item: Item) -> None:
        """What the cells of an item's row tell by the heads of their columns."""
        for place in range(item.first, item.last):
            column = self.timetable.columns.get(place)
            if column is None or place == item.time:
                continue
            if column.kind == "title":
                reader.details.hall = reader.details.hall or column.hall
            elif reader.details.take_value(column.kind, self.blocks[place].cut()):
                self.claims.claim(self.blocks[place])

    def day_of(self, item: Item) -> date | None:
        """The day that is printed beside the time, heads the items, or is the page's only one."""
        days = item.when.days
        if days and days.first == days.last:
            return days.first
        return item.day or self.only_day

    @cached_property
    def only_day(self) -> date | None:
        """The day above the first item, where the page prints no other above the last."""
        if any(place < max(self.items, default=0) for place in self.timetable.days):
            return None
        lines = [each for each in self.blocks[: self.first] if not self.is_publication(each)]
        days = [days for line in lines for days in find_days(line.text)]
        return days[0].first if len(days) == 1 and days[0].first == days[0].last else None

    def is_publication(self, block: Block) -> bool:
        """Whether a line dates the page: it says little else, or what the metadata say."""
        days = next(find_days(block.text), None)
        if block != self.publication.line or days is None:
            return False
        others = WORDS.findall(block.text[: days.start] + " " + block.text[days.end :])
        is_stated = days.first == stated_date(self.document)
        return is_stated or len(others) < MIN_PLACE_WORDS or dates_page(block.text)


class ItemReader(SessionReader):
    """Reads the lines of one session among several: a line that names people needs no heading."""

    def __init__(self, page: TimetableParser, blocks: list[Block]) -> None:
        super().__init__(page, blocks, page.participants, set())
        self.named: set[tuple[str, ParticipantRole]] = set()

    def meet_time(self, block: Block) -> None:
        """Let times stand: they begin talks of this session, whose people are no chairs."""
        if self.group == "moderator" and find_leading_clock(block.text):
            self.group = None

    def read(self) -> None:
        """Read all lines."""
        place = 0
        while place < len(self.blocks):
            place += self.take(place)

    def take_detail(self, place: int) -> int:
        """The people of a line, as speakers; else what a page of one session has there."""
        block = self.blocks[place]
        if self.take_styled(block):
            return 1
        label = LABELLED.match(block.text)
        is_labelled = detail_of(block.text) or (label and detail_of(label["label"]))
        is_detail = is_labelled or HALLS.match(block.text)
        people = [] if is_detail else read_people(block) or self.lines.named_by_style(block)
        if not people:
            return super().take_detail(place)
        self.claims.claim(block)
        return self.add_people(place, people, "speaker")

    def take_styled(self, block: Block) -> bool:
        """Take a hall, or a track above the people, where the markup calls a line so."""
        is_above = len(self.participants) == self.count_before
        if len(block.text) > MAX_DETAIL_LENGTH or LABELLED.match(block.text):
            return False
        if is_above and TRACK_STYLE.search(block.style_name):
            self.details.track = self.details.track or block.cut()
        elif HALL_STYLE.search(block.style_name):
            self.details.hall = self.details.hall or block.cut()
        else:
            return False
        self.claims.claim(block)
        return True

    def take_inline_group(self, place: int) -> int:
        """A chair named behind the label; those on the lines below are no chairs."""
        taken = super().take_inline_group(place)
        if taken and self.group == "moderator":
            self.group = None
        return taken

    def add_person(self, person: Person, role: ParticipantRole) -> None:
        """Note one person, who may be named again for a part of the session."""
        known = (person.name.text, role)
        if known not in self.named:
            self.named.add(known)
            super().add_person(person, role)


def names_chair(block: Block) -> bool:
    """Whether a line is the label of a chair, with the name or above it."""
    label = labelled(block.text)
    roles = group_role_of(block.text), group_role_of(label["label"]) if label else None
    return "moderator" in roles


def hall_in(rest: Cut) -> Cut | None:
    """The place behind a time, before a price or anything else (`10am, The Big Tent, £12`)."""
    found = PLACE_BEHIND.match(rest.text)
    return part(rest, 0, found.end()) if found else None


def without_whole(items: list[Item]) -> list[Item]:
    """Items without a first one that is the time of them all: a long one, or on its date's line."""
    others = [each for each in items if each.time != items[0].time]
    is_dated = bool(items) and items[0].when.is_dated and not any(e.when.is_dated for e in others)
    if not items or not (is_dated or length_of(items[0].clock) > LONGEST_SESSION):
        return items
    return others if others and all(holds(items[0].clock, each.clock) for each in others) else items


def is_part_of(own: Clock, other: Clock) -> bool:
    """Whether a time is a part of another: within it, and shorter."""
    return holds(own, other) and length_of(other) < length_of(own)


def length_of(clock: Clock) -> timedelta:
    """How long something takes."""
    begins, ends = clock.on(date.min)
    return (ends or begins) - begins
