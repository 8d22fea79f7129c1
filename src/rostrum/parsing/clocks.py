"""Times of day as pages print them: `10:00–11:30 (MSK)`, `10 am`, `начало в 10:00`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from rostrum.parsing.dates import Days, find_day_of_month, find_days
from rostrum.parsing.zones import find_zone, without_zones

MERIDIAN = r"(?:[ap]\.?\s?m(?:\b\.?|(?-i:(?=[A-ZА-ЯЁ][a-zа-яё])))|noon\b)"
HOUR = r"(?:[01]?\d|2[0-4])"
MINUTE = r"[0-5]\d"
JOINT = (
    r"(?:\s*(?:[–—‒→-]|\bto\b|\btill\b|\buntil\b|\bдо\b|\bпо\b)\s*|"
    r"(?<=[:.]\d\d)(?=\d\d[:.]\d\d))"
)
"""What stands between begin and end; nothing, where each has an element of its own."""

CLOCK_RANGE = re.compile(
    rf"(?<![\d.:,])(?P<h1>{HOUR})(?:[:.h](?P<m1>{MINUTE}))?\s*(?P<p1>{MERIDIAN})?{JOINT}"
    rf"(?P<h2>{HOUR})(?:[:.h](?P<m2>{MINUTE}))?(?!\d|[.:]\d)\s*(?P<p2>{MERIDIAN})?",
    re.IGNORECASE,
)
CLOCK = re.compile(
    rf"(?<![\d.:,])(?:(?P<h1>{HOUR}):(?P<m1>{MINUTE})(?::[0-5]\d)?(?!\d|:)\s*(?P<p1>{MERIDIAN})?|"
    rf"(?P<h2>{HOUR})(?:[.](?P<m2>{MINUTE}))?\s*(?P<p2>{MERIDIAN})|"
    rf"(?:\bat|\bв)\s+(?P<h3>{HOUR})[.](?P<m3>{MINUTE})(?!\d|\.\d))",
    re.IGNORECASE,
)
STAMP = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*"
    r"(Z|[+-]\d{2}(?::?\d{2})?)?)?$"
)
LEADING_CLOCK = re.compile(
    rf"(?P<h1>{HOUR})[:h](?P<m1>{MINUTE})(?::[0-5]\d)?(?!\d|:\d)\s*(?P<p1>{MERIDIAN})?|"
    rf"(?P<h2>{HOUR})(?:[.](?P<m2>{MINUTE}))?\s*(?P<p2>{MERIDIAN})|"
    r"(?P<h3>[012]\d)\.(?P<m3>[0-5][05])(?=\.?\s*(?:[–—|(-]|$|[^\W\d_]))",
    re.IGNORECASE,
)
"""The same where a line begins with it: there `10.00` is a time, too."""

LEAD = re.compile(r"\W*(?:[^\W\d_]{2,12},\s+)?(?:(?:from|at|с|в|начало(?: в)?)\s+)?", re.IGNORECASE)
"""What may stand before a time that heads a line: a bullet, a weekday, `from`."""

BEHIND = re.compile(
    r"[\s()\[\],.:;|/·•–—-]*(?:(?:ч\.|(?:hrs|uhr|h|часов)\b\.?)[\s:|·•–—-]*)?", re.IGNORECASE
)
MAX_LEAD = 40
"""Characters: what stands before a time that heads a line (a weekday, a date) is no longer."""

TIME_NEAR = re.compile(r"\d(?:[:.h]\d\d|\s*[ap]\.?\s?m)", re.IGNORECASE)
LEAP_YEAR = 2000
NOON = 12
LATE = 18
"""The hour from which a session may go on past midnight."""


@dataclass(frozen=True, slots=True)
class Clock:
    """When a session begins and ends on its day, in the time zone that is printed with it."""

    begins: time
    ends: time | None
    zone: str | None

    def on(self, day: date) -> tuple[datetime, datetime | None]:
        """Begin and end on a day; an end that is earlier lies past midnight, or is none."""
        begin = datetime.combine(day, self.begins)
        if self.ends is None:
            return begin, None
        end = datetime.combine(day, self.ends)
        if end <= begin:
            end += timedelta(days=1)
            if self.begins.hour < LATE and self.ends != time(0):
                return begin, None
        return begin, end


def find_clock(text: str) -> Clock | None:
    """The time of day in a text, or None; dates in it are no times."""
    zone = find_zone(text)
    plain = without_zones(text)
    for days in find_days(plain):
        plain = plain[: days.start] + " " * (days.end - days.start) + plain[days.end :]
    for match in CLOCK_RANGE.finditer(plain):
        if clock := read_range(match, zone):
            return clock
    if single := CLOCK.search(plain):
        return read_single(single, zone)
    return None


@dataclass(frozen=True, slots=True)
class LeadingClock:
    """The time with which a line begins, and where the rest of the line does.

    Attributes:
        days: the date before the time, where its year is known.
        is_dated: whether a date stands before it.
    """

    clock: Clock
    days: Days | None
    end: int
    is_dated: bool


def find_leading_clock(text: str, year: int | None = None) -> LeadingClock | None:
    """The time that heads a line, after a date or alone; None where the line begins otherwise.

    `year` is that of a date that prints none.
    """
    if not TIME_NEAR.search(text, 0, MAX_LEAD):
        return None
    start = skip(LEAD, text, 0)
    days = next(find_days(text[:MAX_LEAD]), None)
    if days and len(text[start : days.start].split()) <= 1:
        start = skip(LEAD, text, days.end)
    partial = None if days else find_day_of_month(text[:MAX_LEAD], year or LEAP_YEAR)
    if partial and len(text[start : partial.start].split()) <= 1:
        start = skip(LEAD, text, partial.end)
        days = partial if year else None
    is_dated = start > skip(LEAD, text, 0)
    plain = without_zones(text)
    match = CLOCK_RANGE.match(plain, start)
    clock = read_range(match, None) if match else None
    if clock is None:
        match = LEADING_CLOCK.match(plain, start)
        clock = read_single(match, None) if match else None
    if match is None or clock is None:
        return None
    end = skip(BEHIND, plain, match.end())
    return LeadingClock(replace(clock, zone=find_zone(text[start:end])), days, end, is_dated)


def skip(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Where a pattern that may be empty ends."""
    match = pattern.match(text, start)
    return match.end() if match else start


def read_single(match: re.Match[str], zone: str | None) -> Clock | None:
    """A time alone: that of the begin."""
    hour = match["h1"] or match["h2"] or match["h3"]
    minute = match["m1"] or match["m2"] or match["m3"]
    begin = to_time(hour, minute, match["p1"] or match["p2"])
    return Clock(begin, None, zone) if begin else None


def read_range(match: re.Match[str], zone: str | None) -> Clock | None:
    """Begin and end; `10–11:30 am` gives its begin the end's half of the day, where that fits."""
    second = match["p2"]
    if not second and (not match["m1"] or not match["m2"]):
        return None  # two bare numbers
    end = to_time(match["h2"], match["m2"], second)
    begin = to_time(match["h1"], match["m1"], match["p1"] or second)
    if begin and end and second and not match["p1"] and begin > end:  # 11:00 – 1:00 pm
        begin = to_time(match["h1"], match["m1"], "am")
    return Clock(begin, end, zone) if begin and end else None


def to_time(hour: str, minute: str | None, meridian: str | None) -> time | None:
    """A time from its printed parts; `24:00` is midnight."""
    number = int(hour)
    if meridian:
        if not 1 <= number <= NOON:
            return None
        number = number % NOON + (0 if meridian[0].lower() == "a" else NOON)
    return time(number % 24, int(minute or 0))


@dataclass(frozen=True, slots=True)
class Stamp:
    """A moment as machines write it; `at` is None where only its day is told.

    Attributes:
        offset: from UTC (`+03:00`), or None where it is not told.
    """

    day: date
    at: time | None
    offset: str | None


def read_stamp(text: str) -> Stamp | None:
    """`2026-05-14T10:00+03:00`, `2026-05-14`; None for anything else."""
    match = STAMP.match(text.strip())
    if not match:
        return None
    try:
        day = date.fromisoformat(match[1])
        at = time.fromisoformat(match[2]) if match[2] else None
    except ValueError:
        return None
    return Stamp(day, at, plain_offset(match[3]))


def plain_offset(printed: str | None) -> str | None:
    """`Z`, `+03` and `+0300` as `+00:00`, `+03:00` and `+03:00`."""
    if not printed:
        return None
    digits = printed.replace("Z", "+00").replace(":", "").ljust(5, "0")
    return f"{digits[:3]}:{digits[3:]}"
