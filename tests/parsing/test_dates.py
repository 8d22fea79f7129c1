"""Dates and times as pages print them."""

from __future__ import annotations

from datetime import date

import pytest

from rostrum.parsing.dates import find_date, find_day_of_month, find_days, find_years, read_slashed

DAY = date(2026, 5, 14)


@pytest.mark.parametrize(
    "text",
    [
        "14 May 2026",
        "14th May 2026",
        "14 May, 2026",
        "May 14, 2026",
        "May 14th, 2026",
        "MAY 14 2026",
        "Thursday, 14 May 2026, 10:00",
        "2026-05-14",
        "2026-05-14T10:00:00+03:00",
        "14.05.2026",
        "14.5.2026",
        "14 мая 2026",
        "14 мая 2026 г.",
        "14 мая 2026 года",
        "14\u00a0Мая 2026",
    ],
)
def test_a_date_is_found(text: str) -> None:
    assert find_date(text) == DAY


@pytest.mark.parametrize(
    ("text", "month"),
    [
        (name, number)
        for number, names in enumerate(
            [
                ("January", "Jan.", "января"),
                ("February", "Feb.", "февраля"),
                ("March", "Mar", "марта"),
                ("April", "Apr", "апреля"),
                ("May", "may", "мая"),
                ("June", "Jun", "июня"),
                ("July", "Jul", "июля"),
                ("August", "Aug", "августа"),
                ("September", "Sept.", "Sep", "сентября"),
                ("October", "Oct", "октября"),
                ("November", "Nov", "ноября"),
                ("December", "Dec", "декабря"),
            ],
            start=1,
        )
        for name in names
    ],
)
def test_every_month_is_known(text: str, month: int) -> None:
    assert find_date(f"On 3 {text} 2025 we met") == date(2025, month, 3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "May 2026",
        "14 May",
        "05/06/2026",
        "31 June 2026",
        "2026-13-01",
        "32.01.2026",
        "14 Mai 2026",
        "0 May 2026",
        "версия 1.2.20261",
        "article 2026-05-145",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert find_date(text) is None


def test_an_impossible_date_is_passed_over() -> None:
    assert find_date("not 31 June 2026 but 14 May 2026") == DAY


@pytest.mark.parametrize(
    "text",
    [
        "3rd of October, 2023",
        "Oct. 3, 2023",
        "3-Oct-2023",
        "Tuesday, October 3rd 2023",
        "03-10-2023 - 12:53",
        "03.10.2023, 12:53",
        "2023.10.03",
        "2023/10/03",
        "3 октября 2023 г., 12:30",
        "3 окт. 2023",
        "3-го октября 2023",
        "вторник, 3 октября 2023 года",
        "Published: 3 October 2023",
    ],
)
def test_strangers_print_dates_their_own_way(text: str) -> None:
    assert find_date(text) == date(2023, 10, 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("25/06/2026", date(2026, 6, 25)),
        ("06/25/2026", date(2026, 6, 25)),
        ("06-25-2026", date(2026, 6, 25)),
        ("05/05/2026", date(2026, 5, 5)),
        ("05-06-2026", date(2026, 6, 5)),
        ("05.06.2026", date(2026, 6, 5)),
        ("05/06/2026", None),
        ("31/31/2026", None),
    ],
)
def test_which_number_is_the_day(text: str, expected: date | None) -> None:
    assert find_date(text) == expected


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("14–16 May 2026", (5, 14), (5, 16)),
        ("14 to 16 May, 2026", (5, 14), (5, 16)),
        ("14 and 15 May 2026", (5, 14), (5, 15)),
        ("May 14–16, 2026", (5, 14), (5, 16)),
        ("May 30 – June 2, 2026", (5, 30), (6, 2)),
        ("14 May – 2 June 2026", (5, 14), (6, 2)),
        ("с 14 по 16 мая 2026 года", (5, 14), (5, 16)),
        ("14 мая — 2 июня 2026", (5, 14), (6, 2)),
        ("14 May 2026 – 16 May 2026", (5, 14), (5, 16)),
        ("14.05.2026–16.05.2026", (5, 14), (5, 16)),
        ("14–16.05.2026", (5, 14), (5, 16)),
        ("14.05–16.05.2026", (5, 14), (5, 16)),
    ],
)
def test_a_range_of_days(text: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    (days,) = find_days(text)
    assert (days.first, days.last) == (date(2026, *first), date(2026, *last))


def test_a_range_may_cross_the_year() -> None:
    (days,) = find_days("28 December – 3 January 2026")
    assert (days.first, days.last) == (date(2025, 12, 28), date(2026, 1, 3))


def test_days_are_told_with_their_place() -> None:
    text = "held on 14 May 2026, told on 20 May 2026"
    assert ["14 May 2026", "20 May 2026"] == [
        text[days.start : days.end] for days in find_days(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14 May", date(2026, 5, 14)),
        ("Thursday, May 14th", date(2026, 5, 14)),
        ("14 мая, 10:00–11:30", date(2026, 5, 14)),
        ("May 14:30", None),
        ("31 June", None),
        ("14 people", None),
    ],
)
def test_a_day_without_a_year(text: str, expected: date | None) -> None:
    days = find_day_of_month(text, 2026)
    assert (days.first if days else None) == expected


def test_years_of_a_text() -> None:
    assert find_years("Port Forum 2026, 13–15 May 2025, room 1999/2, © 2024") == {2024, 2025, 2026}


def test_both_readings_of_a_slashed_date() -> None:
    assert read_slashed("05/06/2026") == {date(2026, 6, 5), date(2026, 5, 6)}
