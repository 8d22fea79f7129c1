"""Lines of a programme that are set in an odd way: what stands on them, and what does not."""

from __future__ import annotations

import pytest

from gold import words
from pages import DAY, schedule, sessions

SALT_AND_ICE = (
    "<p>10:00–11:30</p><h3>Salt</h3><p>Moderator: Ada Lund, Judge</p>"
    "<p>12:00–13:30</p><h3>Ice</h3><p>Moderator: Ida Weil, Notary</p>"
)


def people(*body: str) -> list[tuple[str, str | None, str | None]]:
    """Role, name and position of each person of a page with one session."""
    records = schedule("<p>14 May 2026, 10:00–11:00</p>", *body)
    return [
        (each.role, words(each.speaker.name), words(each.speaker.position))
        for each in records.participants
    ]


def test_a_cell_with_a_dash_is_no_session() -> None:
    table = (
        "<table><tr><th>Time</th><th>Hall 1</th><th>Hall 2</th></tr>"
        "<tr><td>10:00–11:00</td><td><b>Salt</b></td><td><b>Ice</b></td></tr>"
        "<tr><td>11:00–12:00</td><td><b>Tolls</b></td><td>—</td></tr></table>"
    )
    assert [(title, hall) for title, _, _, hall, _ in sessions(DAY, table)] == [
        ("Salt", "Hall 1"),
        ("Ice", "Hall 2"),
        ("Tolls", "Hall 1"),
    ]


def test_parts_of_a_card_that_a_comma_joins_are_one_line() -> None:
    def card(name: str, post: str) -> str:
        return (
            f"<li><a class=pr-person__name href=/p>{name}</a>, "
            f"<span class=pr-person__post>{post}</span></li>"
        )

    cards = card("Ada Lund", "Judge, Water Court") + card("Jan Brask", "Mayor of Skelling")
    assert people(f"<h3>Speakers</h3><ul>{cards}</ul>") == [
        ("speaker", "Ada Lund", "Judge, Water Court"),
        ("speaker", "Jan Brask", "Mayor of Skelling"),
    ]


def test_two_groups_on_one_line() -> None:
    line = "<p>Speakers: Ada Lund (Judge), Jan Brask (Mayor). Moderator: Ida Weil (Notary)</p>"
    assert people(line) == [
        ("speaker", "Ada Lund", "Judge"),
        ("speaker", "Jan Brask", "Mayor"),
        ("moderator", "Ida Weil", "Notary"),
    ]


def test_times_that_touch() -> None:
    body = SALT_AND_ICE.replace("10:00–11:30", "<span>10:00</span><span>11:30</span>")
    assert [each[:3] for each in sessions(DAY, body)] == [
        ("Salt", "2026-05-14T10:00", "2026-05-14T11:30"),
        ("Ice", "2026-05-14T12:00", "2026-05-14T13:30"),
    ]


@pytest.mark.parametrize("position", ["переводчик", "книжный магазин «Полка», Тавридония"])
def test_small_words_in_brackets_behind_a_name(position: str) -> None:
    assert people(f"<p>Участвуют:</p><p>Анна Лунд ({position})</p>") == [
        ("speaker", "Анна Лунд", position)
    ]


def test_a_heading_below_a_tag_called_as_a_label_is() -> None:
    body = SALT_AND_ICE.replace("<h3>Salt", "<p>Languages</p><h3>Salt")
    assert [each[0] for each in sessions(DAY, body)] == ["Salt", "Ice"]
