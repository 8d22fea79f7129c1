"""Pages that list several sessions: where each begins and ends, its time, its title.

A line with a time begins a session (`10:00–11:30`, `10:00 Opening`); its title follows, or stands
right above where the page prints it there each time. Several sessions may share one time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, pairwise, takewhile
from typing import TYPE_CHECKING

from rostrum.parsing.card_lines import is_sentence, nearness
from rostrum.parsing.clocks import LEAP_YEAR, find_clock, find_leading_clock
from rostrum.parsing.columns import find_columns
from rostrum.parsing.dates import find_days
from rostrum.parsing.details import (
    DURATION,
    HALL_BEHIND,
    HALL_IN_BRACKETS,
    HALL_STYLE,
    HALL_WORDS,
    HALLS,
    LABELLED,
    LENGTH_BEHIND,
    LETTERS,
    PUBLISHED,
    dates_page,
    day_of_line,
    labelled,
)
from rostrum.parsing.groups import (
    begins_other_sessions,
    detail_of,
    group_role_of,
    heads_part,
)
from rostrum.parsing.page import TITLE_STYLE
from rostrum.parsing.people import part, read_people, trim

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, time

    from rostrum.parsing.clocks import Clock, LeadingClock
    from rostrum.reading import Block
    from rostrum.reading.document import MarkKind
    from rostrum.records import Cut

MAX_TITLE = 300
"""Characters: a longer line is no title."""

MAX_LABELLED = 200
"""Characters: a title below the kind of session is no longer."""

MIN_ITEMS = 2
NEAR = 5
"""Blocks below a time, or above it, in which its title stands."""

CARD = 12
"""Blocks above a time in which its title stands, where a card holds both and no other time."""

PAUSE = re.compile(
    r"(?:[\w’'&-]+\s+){0,3}?(?:coffee|tea|lunch(?:eon)?|break|dinner|breakfast|refreshments|"
    r"registration|check-in|arrivals?|departures?|transfers?|doors open|free time|reception|"
    r"excursion|social event|регистрация|кофе\w*|чай|обед|ужин|завтрак|перерыв|заезд|отъезд|"
    r"трансфер|сбор|свободное время|фуршет|экскурсия|афтепати|afterparty|barbecue|banquet|gala|"
    r"social|group photo|field visit|site visit|drinks|cocktails?|чаепитие|банкет|при[её]м|осмотр|"
    r"adjourn(?:ment)?|end of day|party(?=\W*$)|visits? to|technical visit|выезд|вечеринка|"
    r"подъ[её]м|зарядка|отбой|дискотека|фотографирование|начало работы|окончание работы)(?![\w’'])",
    re.IGNORECASE,
)
"""What a timetable prints between its sessions."""

GROUP_BEHIND = re.compile(r"[.;|,]\s+(?P<label>[^.:;|,]{3,40}):\s+(?=\S)")
"""What may be the name of a group behind a title."""

PERSON_STYLE = re.compile(
    r"speaker|person|persname|persdescr|author|presenter|panell?ist", re.IGNORECASE
)
"""What markup calls the lines about people."""

DASHES = frozenset("-–—→")
KIND = re.compile(
    r"(?:(?:opening|closing|general|breakout|parallel|technical)\s)?(?:plenary|panel|keynote|session)"
    r"(?:\s(?:session|discussion|lecture|speech|address))?|workshop|round ?table|talk|lecture|"
    r"tutorial|lightning talks?|fireside chat|masterclass|symposium|side event|"
    r"(?:пленарное|открытое|панельное)\s(?:заседание|интервью)|(?:панельная|стратегическая|"
    r"пленарная|тематическая|экспертная|дискуссионная)\s(?:сессия|дискуссия)|сессия|дискуссия|"
    r"круглый стол|деловой завтрак|мастер-класс|лекция|семинар|секция(?:\s№?\s?\d+)?|"
    r"воркшоп|питч-сессия|итоговое заседание|"
    r"конференция|открытая лекция|презентация|брифинг",
    re.IGNORECASE,
)
"""What kind of session it is, in a line of its own."""

Look = tuple[str, int, bool, bool, str]


@dataclass(frozen=True, slots=True)
class Item:
    """What stands under one time: the blocks from `first` to before `last`.

    Attributes:
        time: the block that begins with the time; of the first of several sessions that share it.
        when_end: the block behind the time, which may take several.
        when: the time.
        day: of the line that heads the day.
        hall: of the line that heads the hall's sessions.
        title_place: the block that holds the title.
    """

    first: int
    last: int
    time: int
    when_end: int
    when: LeadingClock
    day: date | None
    hall: Cut | None
    title: Cut
    title_place: int

    @property
    def clock(self) -> Clock:
        """When it begins and ends."""
        return self.when.clock


class Timetable:
    """The blocks of a page, looked at for times, what heads them, and titles."""

    def __init__(self, blocks: Sequence[Block], years: set[int]) -> None:
        self.blocks = blocks
        self.year = next(iter(years)) if len(years) == 1 else None
        self.columns = find_columns(blocks)
        others = (place for place, block in enumerate(blocks) if begins_other_sessions(block.text))
        self.end = next(others, len(blocks))
        self.clocks = dict(self.find_clocks())
        self.time_ends = {place: place + 1 for place in self.clocks}
        self.join_ends()
        self.timed = frozenset(self.clocks)
        self.leave_repeated()
        self.leave_grid()
        self.times = sorted(self.clocks)
        self.days = self.find_days(years)
        self.halls = dict(self.find_halls())
        self.day_places, self.hall_places = sorted(self.days), sorted(self.halls)
        self.end = self.find_end()
        self.above = self.titles_above(self.times)

    def find_clocks(self) -> Iterator[tuple[int, LeadingClock]]:
        """The lines that begin with a time."""
        for place, block in enumerate(self.blocks[: self.end]):
            if len(block.text) > MAX_TITLE or PUBLISHED.match(block.text):
                continue
            clock = find_leading_clock(block.text, self.year)
            if clock and not (clock.is_dated and next(find_days(block.text[clock.end :]), None)):
                yield place, clock  # else the time of a gathering of several days

    def join_ends(self) -> None:
        """Take the end of a time that stands in a block of its own (`7:45am`, `-`, `8:30am`)."""
        for place in sorted(self.clocks):
            dash = self.blocks[place + 1].text if place + 1 < self.end else ""
            mine, its = self.clocks.get(place), self.clocks.get(place + 2)
            if mine and its and dash in DASHES and not (mine.clock.ends or its.clock.ends):
                clock = replace(mine.clock, ends=its.clock.begins)
                self.clocks[place] = replace(mine, clock=clock)
                self.time_ends[place] = place + 3
                del self.clocks[place + 2], self.time_ends[place + 2]

    def leave_repeated(self) -> None:
        """Leave out times that only tell the end of what begins above (`09:00`, `09:00–09:45`)."""
        latest: int | None = None
        dated = {clock.clock for clock in self.clocks.values() if clock.is_dated}
        for place in sorted(self.clocks):
            if self.clocks[place].clock in dated and self.is_value(place):
                del self.clocks[place], self.time_ends[place]  # the page's own time again
                continue
            clock = self.clocks[place].clock
            mine = self.clocks[latest].clock if latest is not None else None
            is_again = mine and clock.ends and not mine.ends and clock.begins == mine.begins
            if is_again and self.is_bare(place):
                del self.clocks[place], self.time_ends[place]
            else:
                latest = place

    def leave_grid(self) -> None:
        """Leave out the hours of a grid's rows where each session in it tells its own time.

        `10:00 | Salt, 10:00–10:45 | Ice, 10:00–11:30`: an hour begins a row, and no session.
        """
        hours = [place for place in sorted(self.clocks) if self.is_hour(place)]
        rows = list(pairwise([*hours, self.end]))
        if not hours or not all(self.is_told_in(first + 1, last) for first, last in rows):
            return
        if sum(any(p in self.clocks for p in range(first + 1, last)) for first, last in rows) > 1:
            for place in hours:
                del self.clocks[place], self.time_ends[place]

    def is_hour(self, place: int) -> bool:
        """Whether a cell holds nothing but when something begins."""
        is_cell = self.blocks[place].tag in {"td", "th"}
        return is_cell and self.is_bare(place) and self.clocks[place].clock.ends is None

    def is_told_in(self, first: int, last: int) -> bool:
        """Whether each cell of a row that names people tells begin and end of what it holds."""
        row = self.blocks[first - 1].path[:-1]
        within = [p for p in range(first, last) if self.blocks[p].path[: len(row)] == row]
        for _, cell in groupby(within, key=lambda p: self.blocks[p].path[: len(row) + 1]):
            places = list(cell)
            ranges = (p in self.clocks and self.clocks[p].clock.ends for p in places)
            if not any(ranges) and any(tells_people(self.blocks[p]) for p in places):
                return False
        return True

    def find_end(self) -> int:
        """Where the last item ends: where a line stands farther from its time than others do.

        None stands outside of the element that holds all times.
        """
        times = self.times
        if len(times) < MIN_ITEMS:
            return self.end
        last = self.blocks[times[-1]]
        depth = max(
            nearness(self.blocks[times[0]], last),
            min(
                nearness(self.blocks[time], self.blocks[place])
                for time, following in pairwise(times)
                for place in takewhile(self.is_no_head, range(time, following))
            ),
        )
        behind = range(times[-1] + 1, self.end)
        return next((p for p in behind if nearness(last, self.blocks[p]) < depth), self.end)

    def is_no_head(self, place: int) -> bool:
        """Whether a line heads neither a day nor a hall."""
        return place not in self.days and place not in self.halls

    def find_days(self, years: set[int]) -> dict[int, date | None]:
        """The lines that head a day, each with its date; one next to another is a tab, and no head.

        Below tabs without a heading of their own nobody can tell which day it is.
        """
        found: dict[int, date | None] = {
            place: day_of_line(block.text, years)
            for place, block in enumerate(self.blocks[: self.end])
            if place not in self.timed
            and not dates_page(block.text)
            and day_of_line(block.text, years if len(years) == 1 else {LEAP_YEAR})
        }
        tabs = [
            place
            for place, day in found.items()
            if found.get(place + 1, day) != day
            and look_of(self.blocks[place]) == look_of(self.blocks[place + 1])
        ]
        return found | dict.fromkeys([*tabs, *(place + 1 for place in tabs)])

    def find_halls(self) -> Iterator[tuple[int, Cut]]:
        """The lines that name the hall of the sessions below: headings, or out of their boxes."""
        depth = min((len(self.blocks[place].path) for place in self.clocks), default=0)
        for place, block in enumerate(self.blocks[: self.end]):
            if (block.heading_level or len(block.path) < depth) and HALLS.match(block.text):
                yield place, block.cut()

    def is_value(self, place: int) -> bool:
        """Whether a line is what a label above it tells."""
        above = self.blocks[place - 1]
        is_label = above.tag == "dt" and place - 1 not in self.clocks
        if self.blocks[place].heading_level and not is_label:
            return False  # a tag may be called as a label is (`Languages`)
        return place > 0 and (is_label or detail_of(above.text) is not None)

    def is_bare(self, place: int) -> bool:
        """Whether a line tells a time, and where at most, but no title."""
        rest = trim(part(self.blocks[place].cut(), self.clocks[place].end)).text
        return not LETTERS.search(rest) or is_beside(rest)

    def titles_above(self, times: list[int]) -> dict[int, int]:
        """For each time its title above, where titles stand there; else empty.

        They do if headings of one look stand above most times, and fewer below.
        """
        above = {time: found for time in times if (found := self.heading_above(time)) is not None}
        looks = Counter(look_of(self.blocks[place]) for place in above.values())
        below = sum(self.is_heading_below(time) for time in times)
        if not looks or len(times) < MIN_ITEMS:
            return {}
        look, often = looks.most_common(1)[0]
        if 2 * often <= len(times) or below >= often:
            return {}
        return {time: place for time, place in above.items() if look_of(self.blocks[place]) == look}

    def heading_above(self, time: int) -> int | None:
        """The heading above a time, over what tells where it is."""
        is_right_above = True
        for place in range(time - 1, max(time - CARD, -1), -1):
            block = self.blocks[place]
            is_called = is_called_title(block) and self.are_in_card(place, time)
            is_title = block.heading_level or is_called
            if is_title or (block.is_bold and is_right_above):
                is_head = place in self.days or place in self.halls or group_role_of(block.text)
                return None if is_head or read_people(block) else place
            is_right_above = is_right_above and time - place < NEAR and is_beside(block.text)
            if not is_right_above and not self.are_in_card(place, time):
                return None
        return None

    def are_in_card(self, place: int, time: int) -> bool:
        """Whether an element holds a line above a time, the time, and no other time."""
        shared = nearness(self.blocks[place], self.blocks[time])
        others = self.times_beside(time)
        return bool(others) and all(
            nearness(self.blocks[time], self.blocks[each]) < shared for each in others
        )

    def times_beside(self, time: int) -> list[int]:
        """The times right above and right below one."""
        number = bisect_right(self.times, time)
        return [*self.times[max(number - 2, 0) : number - 1], *self.times[number : number + 1]]

    def is_heading_below(self, time: int) -> bool:
        """Whether a heading stands right below a time, over what tells where it is."""
        for place in range(time + 1, min(time + NEAR, self.end)):
            block = self.blocks[place]
            if place in self.clocks:
                return False
            if block.heading_level or block.is_bold:
                return not group_role_of(block.text)
            if not is_beside(block.text):
                return False
        return False

    def items(self) -> list[Item]:
        """The items that have a title, in the page's order."""
        starts = {self.above.get(time, time): time for time in self.clocks}
        heads = {place for place in (*self.days, *self.halls) if place < self.end}
        bounds = sorted({*starts, *heads, self.end})
        found: list[Item] = []
        for first, last in pairwise(bounds):
            time = starts.get(first)
            if time is None:
                continue
            if found and last > first and self.is_part(found[-1], time):
                found[-1] = replace(found[-1], last=last)
            elif title := self.find_title(first, last, time):
                found.append(self.item(first, last, time, *title))
        found = self.without_prose(found)
        return [each for item in found for each in self.shared(item)]

    def without_prose(self, items: list[Item]) -> list[Item]:
        """Items without those that begin with a sentence, where most have a heading."""
        titles = [self.blocks[item.title_place] for item in items]
        if 2 * sum(title.heading_level > 0 for title in titles) <= len(titles):
            return items
        pairs = zip(items, titles, strict=True)
        return [one for one, title in pairs if title.heading_level or not is_sentence(title.text)]

    def looks(self, first: int, last: int) -> list[Look]:
        """How some lines look."""
        return [look_of(block) for block in self.blocks[first:last]]

    def item(self, first: int, last: int, time: int, title: Cut, title_place: int) -> Item:
        """An item with the day and the hall that stand above it."""
        day_number = bisect_right(self.day_places, first)
        hall_number = bisect_right(self.hall_places, first)
        day = self.days[self.day_places[day_number - 1]] if day_number else None
        hall = self.halls[self.hall_places[hall_number - 1]] if hall_number else None
        end = self.time_ends[time]
        return Item(first, last, time, end, self.clocks[time], day, hall, title, title_place)

    def is_part(self, item: Item, time: int) -> bool:
        """Whether a time is of an item's own agenda: within its time, and of another look."""
        clock = self.clocks[time].clock
        if item.when.is_dated and sum(each.is_dated for each in self.clocks.values()) == 1:
            return False  # the page's own time, of all that is in it
        mine, its = self.blocks[time], self.blocks[item.time]
        is_alike = look_of(mine) == look_of(its) and len(mine.path) == len(its.path)
        is_within = holds(item.clock, clock) and clock.begins != item.clock.ends
        return item.last <= time and not is_alike and is_within

    def find_title(self, first: int, last: int, time: int) -> tuple[Cut, int] | None:
        """The title of an item, and the block that holds it; None where no line is plainly it.

        It follows the time on its line, or is the heading of the item, or the first line that is no
        person, no detail and no kind of session.
        """
        if first < time:
            return self.title_at(first), first
        if not self.is_bare(time):
            return self.title_at(time, self.clocks[time].end), time
        begin = self.time_ends[time]
        near = takewhile(self.is_above_people, range(begin, min(last, begin + NEAR)))
        lines = [place for place in near if self.may_be(place)]
        named = [place for place in lines if place in self.columns and self.is_of_title(place)]
        headings = [place for place in named or lines if self.blocks[place].heading_level]
        called = [place for place in lines if is_called_title(self.blocks[place])]
        place = next(iter(headings or named or called or lines), None)
        if place is None:
            below = (p for p in range(begin, min(last, begin + NEAR)) if self.is_called_title(p))
            return next(((self.title_at(place), place) for place in below), None)
        if not (named or headings or called) and lines[1:] and self.is_kind(*lines[:2]):
            place = lines[1]
        return self.title_at(place), place

    def is_called_title(self, place: int) -> bool:
        """Whether the markup calls a line a title; it may stand below the people."""
        return is_called_title(self.blocks[place]) and self.may_be(place)

    def is_above_people(self, place: int) -> bool:
        """Whether a line neither names people nor heads them: a title stands above them."""
        block = self.blocks[place]
        is_part = block.heading_level > 0 and heads_part(block.text)
        return is_part or is_beside(block.text) or not tells_people(block)

    def is_kind(self, first: int, second: int) -> bool:
        """Whether the first of two lines is what kind of session it is, and the second its title.

        Titles are all different, and look more than other lines.
        """
        mine, its = self.blocks[first], self.blocks[second]
        if second == first + 1 and KIND.fullmatch(mine.text) and len(its.text) <= MAX_LABELLED:
            return look_of(its) != look_of(mine) or mine.text.isupper() > its.text.isupper()
        is_more = (its.is_bold, its.link_share == 1) > (mine.is_bold, mine.link_share == 1)
        return is_more and self.variety[look_of(its)] >= self.variety[look_of(mine)]

    @cached_property
    def variety(self) -> dict[Look, float]:
        """Of the lines of each look, how many are different, 0-1."""
        texts: dict[Look, list[str]] = defaultdict(list)
        for block in self.blocks[: self.end]:
            texts[look_of(block)].append(block.text)
        return {look: len(set(lines)) / len(lines) for look, lines in texts.items()}

    def title_at(self, place: int, start: int = 0) -> Cut:
        """The title in a block, from `start` on."""
        below = self.blocks[place + 1].text if place + 1 < self.end else ""
        return title_in(self.blocks[place], start, below)

    def may_be(self, place: int) -> bool:
        """Whether a line may be what a session is called."""
        block = self.blocks[place]
        if (
            len(block.text) > MAX_TITLE
            or not LETTERS.search(block.text)
            or block.tag in {"th", "dt"}
        ):
            return False
        if self.is_value(place) or not self.is_of_title(place):
            return False
        if PERSON_STYLE.search(block.style_name) or HALL_STYLE.search(block.style_name):
            return False
        if PAUSE.match(block.text):
            return True
        if block.heading_level and heads_part(block.text):
            return True
        return not (is_beside(block.text) or tells_people(block))

    def is_of_title(self, place: int) -> bool:
        """Whether a block stands in a column of titles, or in none."""
        column = self.columns.get(place)
        return column is None or column.kind == "title"

    def shared(self, item: Item) -> list[Item]:
        """An item, cut into the sessions that share its time: a title of one look begins each."""
        lines_above = max(item.title_place - item.when_end, 0)
        titles = self.other_titles(item, lines_above)
        above = self.looks(item.when_end, item.title_place)
        starts = [
            place - lines_above if self.looks(place - lines_above, place) == above else place
            for place in titles
        ]
        lasts = [*starts, item.last]
        items = [replace(item, last=lasts[0])]
        for first, last, place in zip(starts, lasts[1:], titles, strict=True):
            cut = self.title_at(place)
            items.append(replace(item, first=first, last=last, title=cut, title_place=place))
        return items

    def other_titles(self, item: Item, lines_above: int) -> list[int]:
        """The titles of the sessions that share an item's time: in rows of their own, or alike."""
        title = self.blocks[item.title_place]
        within = range(item.title_place + 1, item.last)
        if item.title_place in self.columns:
            cells = (place for place in within if place in self.columns)
            others = groupby(cells, key=lambda place: self.columns[place].cell)
            titles = [self.title_of_cell([*places]) for _, places in others]
            first = self.columns[item.title_place].cell
            return [p for p in titles if self.columns[p].cell != first and self.has_title(p)]
        if title.tag == "dd" and (kind := leading_mark(title)):
            return [place for place in within if self.begins_definition(place, kind)]
        is_cell = title.tag == "td" and (title.is_bold or title.link_share == 1)
        is_marked = title.heading_level or title.style_name or lines_above or is_cell
        if item.title_place <= item.time or not is_marked:
            return []
        first = item.title_place if title.heading_level else item.title_place - lines_above
        looks = self.looks(first, item.title_place + 1)
        return [
            place
            for place in within
            if self.may_be(place)
            and self.looks(place + first - item.title_place, place + 1) == looks
            and len(self.blocks[place].path) == len(title.path)
        ]

    def has_title(self, place: int) -> bool:
        """Whether a cell's line of a column of titles says anything (`—` does not)."""
        return self.is_of_title(place) and LETTERS.search(self.blocks[place].text) is not None

    def title_of_cell(self, places: Sequence[int]) -> int:
        """The heading of a cell, or its first line."""
        return next((p for p in places if self.blocks[p].heading_level), places[0])

    def begins_definition(self, place: int, kind: MarkKind) -> bool:
        """Whether a line begins a `<dd>` as titles do: in bold, say."""
        block, above = self.blocks[place], self.blocks[place - 1]
        is_first = block.tag == "dd" and block.path != above.path
        return is_first and leading_mark(block) == kind and self.may_be(place)


def is_called_title(block: Block) -> bool:
    """Whether the markup calls a line a title."""
    return any(map(TITLE_STYLE.search, block.style_name.split()))


def leading_mark(block: Block) -> MarkKind | None:
    """How the words look with which a line begins; None where they look like the rest of it."""
    return next((mark.kind for mark in block.marks if mark.start == 0), None)


def look_of(block: Block) -> Look:
    """What a block looks like to a reader."""
    is_link = block.link_share == 1
    return block.tag, block.heading_level, block.is_bold, is_link, block.style_name


def tells_people(block: Block) -> bool:
    """Whether a line names people, heads a group of them, or both."""
    label = labelled(block.text)
    is_group = label is not None and group_role_of(label["label"]) is not None
    if is_group and label and read_people(block, label.start("value")):
        return True
    return group_role_of(block.text) is not None or bool(read_people(block))


def is_beside(text: str) -> bool:
    """Whether words tell where, when or how long a session is, and not what."""
    label = LABELLED.match(text)
    return bool(
        HALLS.match(text)
        or DURATION.match(text)
        or day_of_line(text, set())
        or detail_of(text)
        or (label and detail_of(label["label"]))
    )


def title_in(block: Block, start: int = 0, below: str = "") -> Cut:
    """A line from `start` on as a title: a link or bold words before when and where it is.

    What stands in brackets at its end is left out where it is a hall, as are words that are all of
    the line `below`, and people behind the name of their group.
    """
    line = block.cut(start)
    for mark in block.marks:
        if mark.start == start and tells_where_or_when(block.text, mark.end):
            line = block.cut(mark.start, mark.end)
    if below and line.text.endswith(f" {below}"):
        line = part(line, 0, -len(below))
    for behind in (HALL_IN_BRACKETS.search, group_behind, HALL_BEHIND.search, LENGTH_BEHIND.search):
        if end := behind(line.text):
            line = part(line, 0, end.start())
    return trim(line)


def tells_where_or_when(text: str, start: int) -> bool:
    """Whether the words behind a marked title on its line tell a time, or the hall (`ауд. 304`)."""
    return HALL_WORDS.fullmatch(text, start) is not None or find_clock(text[start:]) is not None


def group_behind(text: str) -> re.Match[str] | None:
    """Where people are named behind a title on its line (`Salt. Moderator: Ada Lund`)."""
    return next(
        (each for each in GROUP_BEHIND.finditer(text) if group_role_of(each["label"])), None
    )


def is_pause(item: Item, blocks: Sequence[Block]) -> bool:
    """Whether nobody speaks: a break, a meal, the registration, by the title or the line below."""
    lines = blocks[item.title_place + 1 : item.last]
    told = [item.title.text, *(line.text for line in lines[:1])]
    return any(map(PAUSE.match, told)) and not any(map(tells_people, lines))


def holds(own: Clock, other: Clock) -> bool:
    """Whether a time lies within another."""
    return own.begins <= other.begins and end_of(other) <= end_of(own)


def end_of(clock: Clock) -> time:
    """When something ends, or at least is still on."""
    return clock.ends or clock.begins
