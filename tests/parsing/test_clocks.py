"""Times of day and time zones as pages print them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from rostrum.parsing.clocks import Stamp, find_clock, read_stamp
from rostrum.parsing.zones import find_zone, offset_at

DAY = date(2026, 5, 14)


@pytest.mark.parametrize(
    "text",
    [
        "10:00–11:30",
        "10:00-11:30",
        "10:00 — 11:30",
        "10.00 – 11.30",
        "10:00 to 11:30",
        "from 10:00 till 11:30",
        "с 10:00 до 11:30",
        "10:00 am – 11:30 am",
        "10–11:30 a.m.",
        "10h00–11h30",
        "14 May 2026, 10:00–11:30",
        "14.05.2026, 10:00–11:30",
        "10:00–11:30 (UTC+3)",
        "Thursday 10:00–11:30, Hall 3",
    ],
)
def test_begin_and_end(text: str) -> None:
    clock = find_clock(text)
    assert clock
    assert (clock.begins, clock.ends) == (time(10, 0), time(11, 30))


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("11:00 – 1:00 pm", time(11, 0), time(13, 0)),
        ("2 – 3:30 pm", time(14, 0), time(15, 30)),
        ("12 am to 1 am", time(0, 0), time(1, 0)),
        ("12:00 pm – 1:00 pm", time(12, 0), time(13, 0)),
        ("начало в 10:00", time(10, 0), None),
        ("начало в 10.00", time(10, 0), None),
        ("at 9 p.m.", time(21, 0), None),
        ("18:30", time(18, 30), None),
    ],
)
def test_halves_of_the_day_and_lone_begins(text: str, begins: time, ends: time | None) -> None:
    clock = find_clock(text)
    assert clock
    assert (clock.begins, clock.ends) == (begins, ends)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "10–11",
        "25:00–26:00",
        "10:70–11:80",
        "14.05.2026",
        "14–16 May 2026",
        "article 10.5",
        "13 pm",
        "0 am",
        "3 tables to 4 people",
        "UTC+3",
        "1:2:3",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert find_clock(text) is None


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("22:00–00:30", datetime.combine(date(2026, 5, 15), time(0, 30))),
        ("10:00–24:00", datetime.combine(date(2026, 5, 15), time(0, 0))),
        ("11:30–10:00", None),
    ],
)
def test_an_end_past_midnight(text: str, end: datetime | None) -> None:
    clock = find_clock(text)
    assert clock
    assert clock.on(DAY)[1] == end


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("10:00–11:30 (MSK)", "Europe/Moscow"),
        ("10:00 МСК", "Europe/Moscow"),
        ("10:00 мск", "Europe/Moscow"),
        ("10:00, Moscow time", "Europe/Moscow"),
        ("10:00 по московскому времени", "Europe/Moscow"),
        ("10:00 (время московское)", "Europe/Moscow"),
        ("10:00 МСК+2", "+05:00"),
        ("10:00 UTC+3", "+03:00"),
        ("10:00 (GMT +5:30)", "+05:30"),
        ("10:00 UTC−4", "-04:00"),
        ("10:00 GMT", "UTC"),
        ("10:00 CET", "+01:00"),
        ("10:00 CEST", "+02:00"),
        ("10:00 Geneva time", "Europe/Zurich"),
        ("10:00 local time", None),
        ("10:00 IST", None),
        ("10:00 UTC+30", None),
        ("10:00", None),
    ],
)
def test_a_time_zone_where_that_is_certain(text: str, zone: str | None) -> None:
    assert find_zone(text) == zone


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-05-14T10:00+03:00", Stamp(DAY, time(10, 0), "+03:00")),
        ("2026-05-14T10:00:00.000Z", Stamp(DAY, time(10, 0), "+00:00")),
        ("2026-05-14 10:00:00", Stamp(DAY, time(10, 0), None)),
        ("2026-05-14T10:00:00+0300", Stamp(DAY, time(10, 0), "+03:00")),
        ("2026-05-14T10:00-04", Stamp(DAY, time(10, 0), "-04:00")),
        ("2026-05-14", Stamp(DAY, None, None)),
        ("2026-13-14", None),
        ("2026-05-14T25:00", None),
        ("14 May 2026", None),
    ],
)
def test_stamps_of_machines(text: str, expected: Stamp | None) -> None:
    assert read_stamp(text) == expected


def test_offsets_of_zones() -> None:
    noon = datetime.combine(DAY, time(12))
    hours = [
        offset.total_seconds() / 3600 if (offset := offset_at(zone, noon)) is not None else None
        for zone in ("Europe/Moscow", "+05:30", "-04:00", None, "Nowhere/Else")
    ]
    assert hours == [3, 5.5, -4, None, None]
