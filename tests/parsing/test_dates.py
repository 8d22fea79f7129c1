"""Dates and times as pages print them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from rostrum.parsing.dates import find_date, find_times

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
        "10:00–11:30",
        "10:00-11:30",
        "10:00 — 11:30",
        "10.00 – 11.30",
        "10:00 to 11:30",
        "с 10:00 до 11:30",
        "14 May 2026, 10:00–11:30",
        "14.05.2026, 10:00–11:30",
    ],
)
def test_times_are_found(text: str) -> None:
    assert find_times(text, DAY) == (
        datetime.combine(DAY, time(10, 0)),
        datetime.combine(DAY, time(11, 30)),
    )


@pytest.mark.parametrize("text", ["", "10:00", "25:00–26:00", "10:70–11:80", "14.05.2026", "10–11"])
def test_what_are_no_times_is_none(text: str) -> None:
    assert find_times(text, DAY) is None
