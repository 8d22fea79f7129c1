"""When and where a session is: from the lines around its title, the `<time>`s and the markup."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from rostrum.parsing.clocks import LEAP_YEAR, Clock, find_clock, find_leading_clock, read_stamp
from rostrum.parsing.dates import find_day_of_month, find_days, find_years, year_of_month
from rostrum.parsing.groups import Detail, detail_of
from rostrum.parsing.people import part, trim

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rostrum.parsing.clocks import Stamp
    from rostrum.parsing.dates import Days
    from rostrum.records import Cut

MAX_DETAIL_LENGTH = 120
"""Characters: a longer line is a sentence, whatever date it holds."""

LABELLED = re.compile(r"^(?P<label>[^:—–]{1,40}?)\s*(?::|\s[–—-])\s*(?P<value>.*)$")
LED = re.compile(
    r"^(?P<label>(?:chaired|moderated|hosted|facilitated|led|presented|given) by|"
    r"вед[её]т|ведут|модерирует|читает|читают)\s+(?P<value>(?-i:[^\W\d_a-zа-яё]).*)$",
    re.IGNORECASE,
)
"""Words that lead to people without a colon (`Moderated by Ada Lund`)."""

GLUED = re.compile(r"^(?P<label>[^\W\d][^\d:]{0,29}[^\W\d])(?P<value>\d.*)$")
"""A label without a colon before a number (`Дата28 ноября 2025`)."""

PUBLISHED = re.compile(
    r"(?:published|posted|updated|created|written|last (?:changed|modified)|hits|"
    r"опубликовано|обновлено|создано|дата публикации|просмотров)",
    re.IGNORECASE,
)
"""Labels of dates that are the page's own."""

BYLINE = re.compile(r"(?:by|автор|текст)\b", re.IGNORECASE)

DAY_NUMBER = re.compile(r"^(?:Day|День)\s+\d{1,2}\s*[—–:,|-]\s*(?=\S)", re.IGNORECASE)
"""`Day 2 — 26 February 2026`: no day of February."""

SENTENCES = re.compile(r"[^\W\d_]{4}[.!?]\s+[^\W\d_a-zа-яё]")
"""A sentence and the next one, which no place is."""

NUMBERED_DAY = re.compile(r"(?:Day|День)\s+\d{1,2}[\s—–:,|-]*(?=\S)", re.IGNORECASE)
HALL_NOUN = (
    r"hall|room|auditorium|pavilion|stage|theatre|amphitheatre|suite|ballroom|chamber|lounge|"
    r"aula|sala|salle|saal|salón|salon|"
    r"зал|аудитория|павильон|сцена|студия|комната|амфитеатр|лекторий|ауд\.|конференц-зал|холл"
)
PLACE = r"[\w№#][\w№#.-]{0,11}|[«“\"‘][^»”\"’]{1,40}[»”\"’]"
FLOOR = r",?\s+(?i:floor|level|этаж)\s+\d+|,\s+\d{1,2}(?:st|nd|rd|th)?(?:-й)?\s+(?i:floor|этаж)"
INSIDE = r"(?:\s+\([\w\s’'.,№-]{2,60}\))?"
"""Where in the house a hall is, in brackets."""

HALL = re.compile(
    rf"(?:(?i:(?:conference|congress|meeting|press|конференц|пресс)[ -]?)?(?i:{HALL_NOUN})"
    rf"\s+(?:{PLACE})(?:{FLOOR})?{INSIDE}|"
    rf"(?:[A-ZА-ЯЁ][\w-]*\s+){{1,3}}(?i:{HALL_NOUN})(?:{FLOOR})?{INSIDE}|"
    rf"[А-ЯЁа-яё]+(?:ый|ий|ой|ая)\s+(?:зал|гостиная|аудитория)(?:{FLOOR})?{INSIDE}|"
    rf"[А-ЯЁ][а-яё]+-холл|(?i:конференц-зал)(?:{FLOOR})?)"
)
BUILDING = (
    r"(?:[А-ЯЁ][а-яё]+-(?:центр|холл),\s+)?"
    r"(?:(?i:building|block|корпус|здание|павильон)\s+[\w№-]{1,12},\s+)?"
    r"(?:(?i:floor|level|этаж)\s+\d{1,2},\s+)?"
)
HALL_STYLE = re.compile(r"(?:^|[-_])(?:hall|room|venue|loc|location|place)(?:$|\s)", re.IGNORECASE)
"""What markup calls the line that names a hall."""

HALL_LABEL = re.compile(r"hall|room|зал|аудитория", re.IGNORECASE)
IN_BUILDING = r"(?:,\s+(?i:building|block|корпус|здание)\s+[\w№-]{1,12})?"
HALLS = re.compile(rf"{BUILDING}{HALL.pattern}(?:,\s+{HALL.pattern})?{IN_BUILDING}$")
"""`Павильон G, конференц-зал G3`"""

HALL_AMONG = re.compile(
    rf"(?:^|(?<=[|·•/;,–—.-]\s)|(?<=\d\s)|(?<=[0-9)]))(?P<hall>{BUILDING}{HALL.pattern}(?:,\s+{HALL.pattern})?)"
    r"(?=\s*(?:[|·•/;,–—.]|$))"
)
"""The same in a line that tells the time as well."""

HALL_IN_BRACKETS = re.compile(
    rf"\s+\((?P<hall>(?:{HALL.pattern}|[А-ЯЁа-яё]+(?:ый|ий|ой)\s+зал|(?:каб|к|ауд)\.\s*\w{{1,6}}))\)$"
)
"""The same behind a session's title."""

HALL_BEHIND = re.compile(
    r"\s+(?P<hall>(?:(?:Seminar|Lecture|Meeting|Conference) )?(?:Room|Auditorium|Hall|Theatre|"
    r"Salon|Зал|Аудитория|[Аа]уд\.)\s+[«“\"]?[\w№-]+[»”\"]?)$"
)
"""A hall that ends the line of a title (`Salt and Law Auditorium Planche`)."""

HALL_WORDS = re.compile(
    rf"\W{{1,3}}(?P<hall>(?:[\w«»“”№-]+\s+){{0,3}}?(?:{HALL_NOUN}|класс|кабинет|каб\.)"
    r"(?:\s+[\w«»“”№.-]+){0,3})",
    re.IGNORECASE,
)
"""The same behind a title in bold or a link, in whatever words (`компьютерный класс 112`)."""

LENGTH_BEHIND = re.compile(r"\s+(?:\dh(?:\s\d\dm)?|\d{1,3}\s?(?:m|min|мин))\.?$")
"""How long a session is, behind its title."""

DURATION = re.compile(
    r"\(?(?:(?P<h>\d)\s*(?:h(?:ours?|rs?)?|ч(?:ас(?:а|ов)?)?)\.?\s*)?"
    r"(?:(?P<m>\d{1,3})\s*(?:min(?:ute)?s?|мин(?:ут)?)\.?)?\)?$",
    re.IGNORECASE,
)
"""How long a session is: `45min`, `1h 30min`."""

DAY_OF_ANY = re.compile(r"(?<!\d)(?:[12]?\d|3[01])(?:st|nd|rd|th)?\s+[^\W\d_]{3}")
"""Another day of a month."""

MAX_DAY_WORDS = 5
"""Words besides numbers in a line that heads a day."""

SENTENCE_END = re.compile(r"(?<!\sг)[.?!…]$")
LETTERS = re.compile(r"[^\W\d_]{3,}")
MAX_OTHER_WORDS = 6
"""A line about time holds few words besides the time."""


@dataclass(slots=True)
class Details:
    """What is known so far of a session's time and place.

    Attributes:
        day: its date; `partial_day` the line that prints one without a year.
        is_certain: whether the day stands behind its label, or beside the time.
        years: those that the page prints.
    """

    track: Cut | None = None
    hall: Cut | None = None
    event: Cut | None = None
    day: date | None = None
    is_certain: bool = False
    partial_day: str | None = None
    clock: Clock | None = None
    years: set[int] = field(default_factory=set)

    def take(self, line: Cut) -> bool:
        """Read a line between the title and the people; returns whether it was understood."""
        match = LABELLED.match(line.text)
        if match is None or not detail_of(match["label"]):
            match = GLUED.match(line.text) or match
        kind = detail_of(match["label"]) if match else None
        if match and kind:
            if HALL_LABEL.fullmatch(match["label"]):
                self.hall = None  # the house that it is in may be told above
            return self.take_value(kind, part(line, match.start("value")))
        if match and PUBLISHED.match(match["label"]):
            return False
        if len(line.text) > MAX_DETAIL_LENGTH:
            return False
        if (duration := DURATION.match(line.text)) and any(duration.groups()):
            return self.take_duration(duration)
        if HALLS.match(line.text) and self.hall is None:
            self.hall = line
            return True
        return self.take_when(line)

    def take_value(self, kind: Detail, value: Cut) -> bool:
        """Read what stands beside or below a label."""
        value = trim(value)
        if not value.text or detail_of(value.text):
            return False
        if kind in {"day", "time"}:
            return self.take_when(value, is_labelled=True)
        if kind == "end":
            return self.take_end(value.text)
        if kind == "track":
            self.track = self.track or value
        elif kind == "hall":
            if SENTENCES.search(value.text):
                return False
            self.hall = self.hall or value
        elif kind == "event":
            self.event = self.event or value
        return kind in {"track", "hall", "event"}

    def take_when(self, line: Cut, *, is_labelled: bool = False) -> bool:
        """Read a date, a time of day, or both; a hall may follow on the same line."""
        if number := DAY_NUMBER.match(line.text):
            line = part(line, number.end())
        clock = find_clock(line.text)
        days = next(find_days(line.text), None)
        partial = None if days else find_day_of_month(line.text, 2000)
        if not (clock or days or partial) or SENTENCE_END.search(line.text):
            return False
        is_whole = clock is not None and days is not None
        if len(LETTERS.findall(line.text)) > MAX_OTHER_WORDS * (2 if is_whole else 1) + 2:
            return False
        mine = self.clock
        is_more = mine and clock and not mine.ends and clock.begins == mine.begins
        if clock and (mine is None or is_more):
            self.clock = clock
        is_certain = is_labelled or clock is not None
        is_better = self.day is None or (is_certain and not self.is_certain)
        if days and days.first == days.last and is_better:
            self.day, self.is_certain = days.first, is_certain
        if partial and self.partial_day is None:
            self.partial_day = line.text
        lead = find_leading_clock(line.text)
        rest = part(line, lead.end) if lead else line
        if self.hall is None and (hall := HALL_AMONG.search(rest.text)):
            self.hall = part(rest, *hall.span("hall"))
        return True

    def take_end(self, text: str) -> bool:
        """Read the end of a session whose beginning stands elsewhere."""
        end = find_clock(text)
        if end is None or self.clock is None or self.clock.ends:
            return False
        self.clock = Clock(self.clock.begins, end.begins, self.clock.zone or end.zone)
        return True

    def take_duration(self, duration: re.Match[str]) -> bool:
        """Read how long a session is that tells when it begins."""
        if self.clock is None or self.clock.ends:
            return False
        length = timedelta(hours=int(duration["h"] or 0), minutes=int(duration["m"] or 0))
        end = datetime.combine(date.min, self.clock.begins) + length
        self.clock = Clock(self.clock.begins, end.time(), self.clock.zone)
        return True

    def settle(self, stamps: Iterable[str]) -> tuple[datetime | None, datetime | None, str | None]:
        """Begin, end and time zone; machine-readable stamps fill what the lines leave open."""
        known = [stamp for text in stamps if (stamp := read_stamp(text)) and stamp.at]
        day = self.day or self.completed_day()
        fitting = [stamp for stamp in known if self.fits(stamp, day)]
        days = {stamp.day for stamp in fitting}
        if day is None and len(days) == 1:
            day = days.pop()
        if day is None:
            return None, None, None
        clock = self.clock or clock_of(fitting)
        if clock is None:
            return None, None, None
        begins, ends = clock.on(day)
        offsets = {
            stamp.offset
            for stamp in fitting
            if stamp.at == clock.begins and stamp.day == day and stamp.offset != "+00:00"
        }
        return begins, ends, clock.zone or (offsets.pop() if len(offsets) == 1 else None)

    def completed_day(self) -> date | None:
        """`14 May` in the one year that the page prints."""
        if not self.partial_day or len(self.years) != 1:
            return None
        days = find_day_of_month(self.partial_day, next(iter(self.years)))
        return days.first if days and days.first == days.last else None

    def fits(self, stamp: Stamp, day: date | None) -> bool:
        """Whether a stamp may be this session's: it contradicts nothing that is printed."""
        if day:
            return stamp.day == day
        if self.partial_day:
            printed = find_day_of_month(self.partial_day, stamp.day.year)
            return printed is not None and printed.first == stamp.day
        return self.clock is None or stamp.at in {self.clock.begins, self.clock.ends}


def clock_of(stamps: list[Stamp]) -> Clock | None:
    """The begin and end that the stamps of one day tell, if there are no more than two."""
    times = sorted({stamp.at for stamp in stamps if stamp.at})
    if not times or len({stamp.day for stamp in stamps}) != 1:
        return None
    begins, *rest = times
    return Clock(begins, rest[0] if rest else None, None) if not rest[1:] else None


def day_of_line(text: str, years: set[int]) -> date | None:
    """The one day that a short line names, if it says little else; `14 May` in the year of some."""
    if len(text) > MAX_DETAIL_LENGTH or len(LETTERS.findall(text)) > MAX_DAY_WORDS:
        return None
    number = NUMBERED_DAY.match(text)
    if number and find_day_of_month(text[number.end() :], LEAP_YEAR):
        text = text[number.end() :]  # `Day 1 May 14` is no 1 May
    found = list(find_days(text))
    days = found[0] if found else None
    if days is None and len(years) == 1:
        days = find_day_of_month(text, next(iter(years)))
    is_one = days is not None and days.first == days.last and not found[1:]
    return days.first if days and is_one and not DAY_OF_ANY.search(text, days.end) else None


def labelled(text: str) -> re.Match[str] | None:
    """The label of a line and what it tells (`Moderator: Ada Lund`, `Moderated by Ada Lund`)."""
    return LABELLED.match(text) or LED.match(text)


def dates_page(text: str) -> bool:
    """Whether a line begins as one that tells when the page appeared, or who wrote it."""
    return bool(PUBLISHED.match(text) or BYLINE.match(text))


def years_of_dates(lines: Iterable[str]) -> set[int]:
    """The years of the dates that some lines print, and of months in lines of their own."""
    lines = list(lines)
    months = {year for line in lines if (year := year_of_month(line))}
    return months | {days.first.year for line in lines for days in find_days(line)}


def years_in(lines: Iterable[str]) -> set[int]:
    """All years that some lines name."""
    return {year for line in lines for year in find_years(line)}


def years_that_hold(lines: Iterable[str], page: Iterable[str]) -> set[int]:
    """The years of a page's dates that hold a day of some lines without a year."""
    found = (find_day_of_month(line, LEAP_YEAR) for line in lines)
    partial = {(day.first.month, day.first.day) for day in found if day}
    return {
        days.first.year
        for text in page
        for days in find_days(text)
        if any(is_within(day, days) for day in partial)
    }


def is_within(day: tuple[int, int], days: Days) -> bool:
    """Whether a month's day is one of some days of one year."""
    first, last = days.first, days.last
    return (first.month, first.day) <= day <= (last.month, last.day)
