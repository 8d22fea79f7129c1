"""Dates and times as pages print them, in English and Russian."""

from __future__ import annotations

import re
from datetime import date, datetime, time

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan января",
            "february feb февраля",
            "march mar марта",
            "april apr апреля",
            "may мая",
            "june jun июня",
            "july jul июля",
            "august aug августа",
            "september sept sep сентября",
            "october oct октября",
            "november nov ноября",
            "december dec декабря",
        ),
        start=1,
    )
    for name in names.split()
}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\.?\s+({MONTH})\.?,?\s+(\d{{4}})\b", re.IGNORECASE
)
MONTH_FIRST = re.compile(
    rf"\b({MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.IGNORECASE
)
ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})(?!\d)")
DOTTED = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b")
CLOCK = re.compile(
    r"\b([01]?\d|2[0-3])[:.]([0-5]\d)\s*(?:[–—-]|to|до)\s*([01]?\d|2[0-3])[:.]([0-5]\d)\b"
)


def find_date(text: str) -> date | None:
    """The first date in a text, or None; a date that is none (31 June) is passed over.

    `05/06/2026` is left alone: nobody can tell its day from its month.
    """
    for pattern, order in ((ISO, "ymd"), (DAY_FIRST, "dmy"), (MONTH_FIRST, "mdy"), (DOTTED, "dmy")):
        for match in pattern.finditer(text):
            parts = dict(zip(order, match.groups(), strict=True))
            month = MONTHS.get(parts["m"].lower()) or int(parts["m"])
            try:
                return date(int(parts["y"]), month, int(parts["d"]))
            except ValueError:
                continue
    return None


def find_times(text: str, day: date) -> tuple[datetime, datetime] | None:
    """Begin and end of `10:00–11:30` on a day, in the place's own time."""
    match = CLOCK.search(text)
    if not match:
        return None
    hours = [int(part) for part in match.groups()]
    return (
        datetime.combine(day, time(hours[0], hours[1])),
        datetime.combine(day, time(hours[2], hours[3])),
    )
