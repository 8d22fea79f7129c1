"""Time zones as pages print them: an IANA name or an offset where that is certain."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

if TYPE_CHECKING:
    from datetime import datetime

CITIES = {
    "Europe/Moscow": "moscow|saint petersburg|st\\.? petersburg|kazan|москов\\w+|петербургск\\w+",
    "Europe/London": "london|лондонск\\w+",
    "Europe/Paris": "paris|парижск\\w+",
    "Europe/Brussels": "brussels|брюссельск\\w+",
    "Europe/Zurich": "geneva|zurich|женевск\\w+",
    "Europe/Berlin": "berlin|берлинск\\w+",
    "Europe/Vienna": "vienna|венск\\w+",
    "Europe/Minsk": "minsk|минск\\w+",
    "Europe/Istanbul": "istanbul|стамбульск\\w+",
    "America/New_York": "new york|eastern|нью-йоркск\\w+",
    "Asia/Almaty": "astana|almaty|астанинск\\w+|алматинск\\w+",
    "Asia/Tashkent": "tashkent|ташкентск\\w+",
    "Asia/Yerevan": "yerevan|ереванск\\w+",
    "Asia/Baku": "baku|бакинск\\w+",
    "Asia/Dubai": "dubai|дубайск\\w+",
    "Asia/Shanghai": "beijing|пекинск\\w+",
    "Asia/Tokyo": "tokyo|токийск\\w+",
    "Asia/Singapore": "singapore|сингапурск\\w+",
    "Asia/Yekaterinburg": "yekaterinburg|екатеринбургск\\w+",
    "Asia/Novosibirsk": "novosibirsk|новосибирск\\w+",
    "Asia/Vladivostok": "vladivostok|владивостокск\\w+",
}
BY_CITY = re.compile(
    "|".join(
        rf"(?P<{name.replace('/', '_')}>\b(?:{cities})\s+(?:standard\s+)?(?:time|врем\w+)\b|"
        rf"\bврем\w+\s+(?:{cities})\b)"
        for name, cities in CITIES.items()
    ),
    re.IGNORECASE,
)
BY_GROUP = {name.replace("/", "_"): name for name in CITIES}
OFFSET = re.compile(
    r"(?<!\w)(?P<base>UTC|GMT|МСК|MSK)\s*(?P<sign>[+\-−–])\s*(?P<hours>\d{1,2})"
    r"(?::?(?P<minutes>[0-5]\d))?(?!\d)",
    re.IGNORECASE,
)
ABBREVIATION = re.compile(
    r"(?<!\w)(?:UTC|GMT|MSK|CET|CEST|EET|EEST|WET|WEST|EST|EDT|PDT|МСК|мск)(?![\w+])"
)
"""Those with one meaning; BST, IST and CST have several."""

UNKNOWN = re.compile(
    r"\(?\b(?:[CM][SD]T|PST|AK[SD]T|HST|A[SD]T|N[SD]T|BST|IST|[JK]ST|SGT|HKT|PKT|AE[SD]T|AC[SD]T|AWST|"
    r"NZ[SD]T|SAST|EAT|WAT|CAT|BRT|CLT|TRT|GST|[ECMP]T)\b\)?(?=\s*(?:$|[|·•–—]))"
)
"""Those that tell nothing for certain, at the end of a line or of a part of it."""

ABBREVIATIONS = {
    "UTC": "UTC",
    "GMT": "UTC",
    "MSK": "Europe/Moscow",
    "МСК": "Europe/Moscow",
    "WET": "+00:00",
    "WEST": "+01:00",
    "CET": "+01:00",
    "CEST": "+02:00",
    "EET": "+02:00",
    "EEST": "+03:00",
    "EST": "-05:00",
    "EDT": "-04:00",
    "PDT": "-07:00",
}
MOSCOW_HOURS = 3
MAX_HOURS = 14


def find_zone(text: str) -> str | None:
    """The time zone that a text names: an IANA name, else an offset (`+05:00`), else None."""
    if match := OFFSET.search(text):
        return read_offset(match)
    if (match := BY_CITY.search(text)) and match.lastgroup:
        return BY_GROUP[match.lastgroup]
    if match := ABBREVIATION.search(text):
        return ABBREVIATIONS[match.group().upper()]
    return None


def read_offset(match: re.Match[str]) -> str | None:
    """`UTC+3` → `+03:00`; `МСК+2` counts from Moscow."""
    hours = int(match["hours"]) * (1 if match["sign"] == "+" else -1)
    if match["base"].upper() in {"MSK", "МСК"}:
        hours += MOSCOW_HOURS
    if abs(hours) > MAX_HOURS:
        return None
    return f"{'-' if hours < 0 else '+'}{abs(hours):02}:{match['minutes'] or '00'}"


def without_zones(text: str) -> str:
    """A text with blanks where it names a time zone, so that `UTC+3` is no number in it."""
    for pattern in (OFFSET, BY_CITY, ABBREVIATION, UNKNOWN):
        text = pattern.sub(lambda match: " " * len(match.group()), text)
    return text


def offset_at(zone: str | None, moment: datetime) -> timedelta | None:
    """How far a zone is ahead of UTC at a moment of its own; None for an unknown zone."""
    if zone is None:
        return None
    if match := re.fullmatch(r"([+-])(\d\d):(\d\d)", zone):
        offset = timedelta(hours=int(match[2]), minutes=int(match[3]))
        return -offset if match[1] == "-" else offset
    try:
        return moment.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    except ZoneInfoNotFoundError:  # the machine has no time zone database
        return None
