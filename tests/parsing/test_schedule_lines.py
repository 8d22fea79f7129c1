"""Lines of a programme that are set in an odd way: what stands on them, and what does not."""

from __future__ import annotations

import pytest

from gold import words
from pages import DAY, schedule, sessions
from rostrum.parsing.parse import parse
from rostrum.reading import read

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


def sched(time: str, title: str, name: str, *, hours: str) -> str:
    """A session as Sched prints it: the card repeats the time that stands above it."""
    return (
        f"<h3>{time}</h3><div class=card><span><a href=/e>{title}</a></span>"
        f"<div class=when>Wednesday October 8, 2025 {hours}<br><a href=/v>Silo A</a></div>"
        f"<div class=role>Speakers</div><div><h2><a href=/s>{name}</a></h2>"
        "<div class=company>Judge, Water Court</div></div></div>"
    )


def test_a_time_zone_of_several_meanings_is_no_title() -> None:
    listed = sessions(
        "<h2>Wednesday, October 8, 2025</h2>",
        sched("9:00am CDT", "Salt", "Ada Lund", hours="9:00am - 9:45am CDT"),
        sched("10:00am CDT", "Ice and Law", "Jan Brask", hours="10:00am - 10:40am CDT"),
        sched("11:00am CDT", "Who Owns the Reed Bed", "Ida Weil", hours="11:00am - 11:40am CDT"),
        sched("1:00pm CDT", "Tolls for the Lower Lock", "Ada Lund", hours="1:00pm - 1:40pm CDT"),
    )
    assert [
        (title, begins, ends, [who[1] for who in of]) for title, begins, ends, _, of in listed
    ] == [
        ("Salt", "2025-10-08T09:00", "2025-10-08T09:45", ["Ada Lund"]),
        ("Ice and Law", "2025-10-08T10:00", "2025-10-08T10:40", ["Jan Brask"]),
        ("Who Owns the Reed Bed", "2025-10-08T11:00", "2025-10-08T11:40", ["Ida Weil"]),
        ("Tolls for the Lower Lock", "2025-10-08T13:00", "2025-10-08T13:40", ["Ada Lund"]),
    ]


def test_a_line_that_markup_calls_a_hall_is_no_title() -> None:
    def item(time: str, hall: str, title: str) -> str:
        return (
            f"<div><div class=item__time>{time}</div><div class=item__hall>{hall}</div>"
            f"<div class=item__name>{title}</div><p>Moderator: Ada Lund, Judge</p></div>"
        )

    listed = sessions(
        DAY, item("10:00 – 11:00", "Hall 2", "Salt"), item("16:00 – 17:00", "Demo site", "Ice")
    )
    assert [(title, hall) for title, _, _, hall, _ in listed] == [
        ("Salt", "Hall 2"),
        ("Ice", "Demo site"),
    ]


def test_a_price_is_nobody_s_position() -> None:
    def card(*lines: str) -> str:
        name, *others = lines
        below = "".join(f"<div class=person-org>{line}</div>" for line in others[1:])
        return f"<div class=person-name>{name}</div><div class=person-role>{others[0]}</div>{below}"

    assert people(
        "<h3>Speakers</h3>",
        card("Ada Lund", "Coastal Geologist", "Institute of the Lower Lake"),
        card("Jan Brask", "Education Officer", "Skelling Aquarium"),
        card("Ida Weil", "Student"),
        "<div class=card>Tickets €12 / €8</div>",
    ) == [
        ("speaker", "Ada Lund", "Coastal Geologist\nInstitute of the Lower Lake"),
        ("speaker", "Jan Brask", "Education Officer\nSkelling Aquarium"),
        ("speaker", "Ida Weil", "Student"),
    ]


def test_when_and_where_stand_in_a_box_above_the_title() -> None:
    meta = "".join(f"<div>{line}</div>" for line in ("14 May 2026", "15:30–16:45", "Hall C2"))
    body = (
        f"<main><div><section><div class=meta>{meta}</div><h1>Salt</h1>"
        "<h2>Moderator</h2><p>Ada Lund, Judge</p></section></div></main>"
    )
    markup = f"<html lang=en><head><title>Salt</title></head><body>{body}</body></html>"
    records = parse(read(markup.encode(), "text/html"), "programme")
    assert records.starts_at
    assert records.starts_at.isoformat(timespec="minutes") == "2026-05-14T15:30"
    assert words(records.hall) == "Hall C2"


def test_lines_that_markup_calls_a_job_name_nobody() -> None:
    def card(name: str, *jobs: str) -> str:
        lines = "<br>".join(jobs)
        return f"<div><h4>{name}</h4><p class=agenda-speaker__job>{lines}</p></div>"

    assert people(
        "<h3>Speakers</h3>",
        card("Ada Lund", "Country Manager", "Dunafrost Logistics"),
        card("Jan Brask", "Supply Chain Director", "Vialta Bio"),
    ) == [
        ("speaker", "Ada Lund", "Country Manager\nDunafrost Logistics"),
        ("speaker", "Jan Brask", "Supply Chain Director\nVialta Bio"),
    ]


def test_a_role_inside_the_element_of_a_name() -> None:
    def card(name: str, post: str) -> str:
        return f"<div><p>{name}</p><p>{post}</p></div>"

    host = "<div><p>Ada Lund <span style='display:block'>Host</span></p><p>Judge</p></div>"
    listed = sessions(
        DAY,
        f"<p>10:00–11:00</p><h3>Salt</h3>{host}{card('Jan Brask', 'Mayor')}",
        f"<p>12:00–13:00</p><h3>Ice</h3>{card('Ida Weil', 'Notary')}",
    )
    assert [[(role, name) for role, name, _ in of] for *_, of in listed] == [
        [("moderator", "Ada Lund"), ("speaker", "Jan Brask")],
        [("speaker", "Ida Weil")],
    ]


def test_a_title_is_what_markup_calls_so_and_no_line_above_it() -> None:
    def item(time: str, place: str, above: str, title: str) -> str:
        return (
            f"<div><div class=t__time>{time}</div><div class='t__place t-descr'>{place}</div>"
            f"<div class=t__uptitle>{above}</div><div class=t__title>{title}</div>"
            "<p>Moderator: Ada Lund, Judge</p></div>"
        )

    listed = sessions(
        DAY,
        item("10:00–11:00", "Media centre", "Faculty of Arts", "Salt"),
        item("12:00–13:00", "Coworking, 2nd floor", "Faculty of Law", "Ice"),
    )
    assert [(title, hall) for title, _, _, hall, _ in listed] == [
        ("Salt", "Media centre"),
        ("Ice", "Coworking, 2nd floor"),
    ]
