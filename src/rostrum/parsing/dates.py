"""Dates as pages print them, in English and Russian."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan января янв",
            "february feb febr февраля февр фев",
            "march mar марта мар",
            "april apr апреля апр",
            "may мая май",
            "june jun июня июн",
            "july jul июля июл",
            "august aug августа авг",
            "september sept sep сентября сент сен",
            "october oct октября окт",
            "november nov ноября нояб ноя",
            "december dec декабря дек",
        ),
        start=1,
    )
    for name in names.split()
}
NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
MONTH = rf"(?:{NAMES})(?:\b|(?=\d))\.?"
DAY = r"\d{1,2}(?:st|nd|rd|th|-?го|-?е)?\b\.?"
JOINT = r"(?:\s*[–—‒-]\s*|\s+(?:to|and|по|и|до)\s+|\s*&\s*)"
GAP = r"(?:\s+(?:of\s+)?|-|/)"
YEAR = r"\d{4}(?!\d)"
DAY_FIRST = re.compile(
    rf"(?<![\w.:])(?:(?P<d1>{DAY})(?:{GAP}(?P<m1>{MONTH})(?:,?\s+(?P<y1>{YEAR}))?)?{JOINT})?"
    rf"(?P<d2>{DAY}){GAP}(?P<m2>{MONTH})(?:,?\s+|-|/)(?P<y2>{YEAR})",
    re.IGNORECASE,
)
MONTH_FIRST = re.compile(
    rf"\b(?P<m1>{MONTH})\s+(?P<d1>{DAY})(?:,?\s+(?P<y1>{YEAR}))?"
    rf"{JOINT}(?:(?P<m2>{MONTH})\s+)?(?P<d2>{DAY}),?\s+(?P<y2>{YEAR})|"
    rf"\b(?P<m>{MONTH})\s+(?P<d>{DAY}),?\s+(?P<y>{YEAR})",
    re.IGNORECASE,
)
YEAR_FIRST = re.compile(r"(?<![\w./-])(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?!\d|\2\d)")
NUMERIC = re.compile(
    r"(?<![\w.:/-])(?:(?P<d1>\d{1,2})(?:\.(?P<m1>\d{1,2}))?\s*[–—-]\s*(?=\d{1,2}\.))?"
    rf"(?P<d2>\d{{1,2}})(?P<joint>[./-])(?P<m2>\d{{1,2}})(?P=joint)(?P<y2>{YEAR})"
    r"(?!(?P=joint)\d)"
)
DAY_OF_MONTH = re.compile(
    rf"(?<![\w.:])(?P<d>{DAY}){GAP}(?P<m>{MONTH})|\b(?P<m0>{MONTH})\s+(?P<d0>{DAY})(?!\s*[:.]\d)",
    re.IGNORECASE,
)
DIGIT = re.compile(r"\d")
RANGE_JOINT = re.compile(rf"{JOINT}|\s+-\s+", re.IGNORECASE)
MONTH_OF_YEAR = re.compile(rf"(?:{MONTH})\s+(?P<y>{YEAR})", re.IGNORECASE)
LONE_YEAR = re.compile(r"(?:(?<![\w./-])|(?<=[^\W\d_]-))(?:19|20)\d{2}(?![\w/-]|\.\d)")


@dataclass(frozen=True, slots=True)
class Days:
    """A date or a range of dates in a text, and where it stands there."""

    first: date
    last: date
    start: int
    end: int


def find_date(text: str) -> date | None:
    """The first date in a text (of a range, its first day), or None.

    A date that is none (31 June) is passed over. `05/06/2026` is left alone: nobody can tell its
    day from its month; with a dash or a stop the day comes first.
    """
    return next((days.first for days in find_days(text)), None)


def find_days(text: str) -> Iterator[Days]:
    """The dates and ranges of dates in a text, in its order."""
    if not DIGIT.search(text):
        return
    found = [
        days
        for pattern, read in READERS
        for match in pattern.finditer(text)
        if (days := read(match))
    ]
    pending: Days | None = None
    for days in sorted(found, key=lambda days: (days.start, -days.end)):
        if pending is None:
            pending = days
        elif days.start >= pending.end:
            if RANGE_JOINT.fullmatch(text[pending.end : days.start]) and days.last > pending.last:
                pending = Days(pending.first, days.last, pending.start, days.end)
            else:
                yield pending
                pending = days
    if pending:
        yield pending


def find_day_of_month(text: str, year: int) -> Days | None:
    """`14 May` without a year, in a given one."""
    match = DAY_OF_MONTH.search(text)
    if not match:
        return None
    return to_days(
        match, (match["d"] or match["d0"], match["m"] or match["m0"], str(year)), (None,) * 3
    )


def find_years(text: str) -> set[int]:
    """The years that a text names, alone or in a date."""
    return {int(match.group()) for match in LONE_YEAR.finditer(text)} | {
        days.first.year for days in find_days(text)
    }


def year_of_month(text: str) -> int | None:
    """The year of a line that is a month of it (`September 2026`)."""
    month = MONTH_OF_YEAR.fullmatch(text)
    return int(month["y"]) if month else None


def read_day_first(match: re.Match[str]) -> Days | None:
    """`14 May 2026`, `14–16 May 2026`, `14 мая — 2 июня 2026`."""
    last = (match["d2"], match["m2"], match["y2"])
    return to_days(match, last, (match["d1"], match["m1"], match["y1"]))


def read_month_first(match: re.Match[str]) -> Days | None:
    """`May 14, 2026`, `May 14–16, 2026`, `May 30 – June 2, 2026`."""
    if match["m"]:
        return to_days(match, (match["d"], match["m"], match["y"]), (None,) * 3)
    last = (match["d2"], match["m2"] or match["m1"], match["y2"])
    return to_days(match, last, (match["d1"], match["m1"], match["y1"]))


def read_year_first(match: re.Match[str]) -> Days | None:
    """`2026-05-14`, `2026.05.14`."""
    return to_days(match, (match[4], match[3], match[1]), (None,) * 3)


def read_numeric(match: re.Match[str]) -> Days | None:
    """`14.05.2026`, `14-05-2026`, `14–16.05.2026`; `25/06/2026`, where only one reading is left."""
    day, month, year = match["d2"], match["m2"], match["y2"]
    readings = [
        to_days(match, (day, month, year), (match["d1"], match["m1"], None)),
        to_days(match, (month, day, year), (None,) * 3),
    ]
    certain = {reading.first: reading for reading in readings if reading}
    if match["joint"] == "/" and len(certain) != 1:
        return None
    return next(iter(certain.values()), None)


def read_slashed(text: str) -> set[date]:
    """Both readings of `05/06/2026`, for evidence from elsewhere to choose from."""
    found = set()
    for match in NUMERIC.finditer(text):
        for day, month in ((match["d2"], match["m2"]), (match["m2"], match["d2"])):
            if days := to_days(match, (day, month, match["y2"]), (None,) * 3):
                found.add(days.first)
    return found


Parts = tuple[str | None, str | None, str | None]


def to_days(match: re.Match[str], last: Parts, first: Parts) -> Days | None:
    """Days from printed parts (day, month, year); what the first day leaves out is the last's."""
    end = to_date(*last)
    begin = to_date(*(mine or its for mine, its in zip(first, last, strict=True)))
    if end is None or begin is None:
        return None
    if begin > end and not first[2]:  # 28 December – 3 January 2026
        begin = begin.replace(year=begin.year - 1) if first[1] else end
    return Days(begin, end, match.start(), match.end()) if begin <= end else None


def to_date(day: str | None, month: str | None, year: str | None) -> date | None:
    """A date from its printed parts; None for what the calendar does not have."""
    if not (day and month and year):
        return None
    name = month.casefold().rstrip(".")
    try:
        return date(int(year), MONTHS.get(name) or int(name), leading_number(day))
    except ValueError:
        return None


def leading_number(day: str) -> int:
    """The number in `3rd` or `3-го`."""
    return int("".join(letter for letter in day if letter.isdigit()))


READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Days | None]], ...] = (
    (YEAR_FIRST, read_year_first),
    (DAY_FIRST, read_day_first),
    (MONTH_FIRST, read_month_first),
    (NUMERIC, read_numeric),
)
