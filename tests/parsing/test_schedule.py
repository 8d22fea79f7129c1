"""A programme page that lists several sessions: each has its time, place and people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gold import words
from pages import DAY, page, schedule, sessions
from rostrum.parsing.parse import parse
from rostrum.reading import read

if TYPE_CHECKING:
    from pages import Listed
    from rostrum.records import PageKind

SALT: Listed = (
    "Salt",
    "2026-05-14T10:00",
    "2026-05-14T11:30",
    "Hall 1",
    [("moderator", "Ada Lund", "Judge"), ("speaker", "Jan Brask", "Mayor of Skelling")],
)
ICE: Listed = (
    "Ice",
    "2026-05-14T12:00",
    "2026-05-14T13:30",
    "Hall 2",
    [("moderator", "Ida Weil", "Notary")],
)
LAYOUTS = {
    "headings below times": (
        "<p>10:00–11:30, Hall 1</p><h3>Salt</h3><p>Moderator: Ada Lund, Judge</p>"
        "<p>Speakers: Jan Brask, Mayor of Skelling</p><p>11:30–12:00</p><p>Coffee</p>"
        "<p>12:00–13:30, Hall 2</p><h3>Ice</h3><p>Moderator: Ida Weil, Notary</p>"
    ),
    "headings above times": (
        "<h3>Salt</h3><p>10:00–11:30, Hall 1</p><p><b>Moderator</b></p><p>Ada Lund</p><p>Judge</p>"
        "<p><b>Speakers</b></p><p>Jan Brask</p><p>Mayor of Skelling</p>"
        "<h3>Ice</h3><p>12:00–13:30, Hall 2</p><p><b>Moderator</b></p><p>Ida Weil</p><p>Notary</p>"
    ),
    "cards with linked titles": (
        "<ul><li><div>S1</div><h3><a href=/1>Salt</a></h3><div><p>Why a harbour needs salt, and "
        "who pays for it when the winter is long and the road is short.</p><p>Level: all</p></div>"
        "<div>Thursday, May 14 10:00 AM - 11:30 AM Hall 1</div><div><p>Moderator</p><p>Ada Lund</p>"
        "<p>Judge</p></div><div><p>Speakers</p><p>Jan Brask</p><p>Mayor of Skelling</p></div></li>"
        "<li><div>S2</div><h3><a href=/2>Lunch</a></h3><div>Thursday, May 14 11:30 AM - 12:00 PM"
        "</div></li><li><div>S3</div><h3><a href=/3>Ice</a></h3><div><p>What the lake tells of the "
        "years before anybody measured it, read from the notes of four ferrymen and a pastor.</p>"
        "</div><div>Thursday, May 14 12:00 PM - 1:30 PM Hall 2</div><div><p>Moderator</p>"
        "<p>Ida Weil</p><p>Notary</p></div></li></ul>"
    ),
    "one line": (
        "<p>10:00–11:30 Salt (Hall 1)</p><p>Moderator: Ada Lund, Judge</p>"
        "<p>Jan Brask, Mayor of Skelling</p><p>11:30–12:00 Coffee break</p>"
        "<p>12:00–13:30 Ice (Hall 2)</p><p>Moderator: Ida Weil, Notary</p>"
    ),
    "items": (
        "<ul><li>10:00–11:30 Salt (Hall 1)<br>Chair: Ada Lund, Judge<br>"
        "Jan Brask, Mayor of Skelling</li>"
        "<li>12:00–13:30 Ice (Hall 2)<br>Chair: Ida Weil, Notary</li></ul>"
    ),
    "a table with heads": (
        "<table><tr><th>Time</th><th>Room</th><th>Session</th><th></th></tr>"
        "<tr><td>10:00 - 11:30</td><td>Hall 1</td><td>Salt</td><td>Chair: Ada Lund, Judge<br>"
        "Jan Brask, Mayor of Skelling</td></tr>"
        "<tr><td>11:30 - 12:00</td><td colspan=3>Lunch on the shore</td></tr>"
        "<tr><td>12:00 - 13:30</td><td>Hall 2</td><td>Ice</td><td>Chair: Ida Weil, Notary</td>"
        "</tr></table>"
    ),
    "halls above": (
        "<h3>Hall 1</h3><p>10:00–11:30 <b>Salt</b></p><p>Moderator: Ada Lund, Judge</p>"
        "<p>Jan Brask, Mayor of Skelling</p>"
        "<h3>Hall 2</h3><p>12:00–13:30 <b>Ice</b></p><p>Moderator: Ida Weil, Notary</p>"
    ),
    "cards with kinds": (
        "<div class=c><div class=t>10:00–11:30</div><div class=k>Panel session</div>"
        "<a class=n href=/s>Salt</a><div class=c-place>Hall 1</div><div class=r>Moderator</div>"
        "<div class=p>Ada Lund, Judge</div><div class=r>Speakers</div>"
        "<div class=p>Jan Brask, Mayor of Skelling</div></div>"
        "<div class=c><div class=t>12:00–13:30</div><div class=k>Panel session</div>"
        "<a class=n href=/i>Ice</a><div class=c-place>Hall 2</div><div class=r>Moderator</div>"
        "<div class=p>Ida Weil, Notary</div></div>"
    ),
    "times in three cells": (
        "<table><tr><td>10:00am</td><td>-</td><td>11:30am</td><td><b>Salt</b></td></tr>"
        "<tr><td></td><td></td><td></td><td>Location: Hall 1<br>Chair: Ada Lund, Judge<br>"
        "Jan Brask, Mayor of Skelling</td></tr>"
        "<tr><td>11:30am</td><td>-</td><td>12:00pm</td><td><b>Coffee</b></td></tr>"
        "<tr><td>12:00pm</td><td>-</td><td>1:30pm</td><td><b>Ice</b></td></tr>"
        "<tr><td></td><td></td><td></td><td>Location: Hall 2<br>Chair: Ida Weil, Notary</td></tr>"
        "</table>"
    ),
    "slots and ranges": (
        "<h3>10:00</h3><div><h3><a href=/s>Salt</a></h3><p>Hall 1</p><p>10:00 - 11:30</p>"
        "<p>Chair: Ada Lund, Judge</p><p>Jan Brask, Mayor of Skelling</p></div>"
        "<h3>12:00</h3><div><h3><a href=/i>Ice</a></h3><p>Hall 2</p><p>12:00 - 13:30</p>"
        "<p>Chair: Ida Weil, Notary</p></div>"
    ),
    "halls in the last column": (
        "<table><tr><td><p>Time</p></td><td><p>Session</p></td><td><p>Room</p></td></tr>"
        "<tr><td><p>10.00–11.30</p></td><td><p><b>Salt</b></p><p>Moderator: Ada Lund, Judge</p>"
        "<p>Jan Brask, Mayor of Skelling</p></td><td><p>Hall 1</p></td></tr>"
        "<tr><td><p>12.00–13.30</p></td><td><p><b>Ice</b></p>"
        "<p>Moderator: Ida Weil, Notary</p></td><td><p>Hall 2</p></td></tr></table>"
    ),
    "hours of half a day": (
        "<h3>Salt</h3><p>10:00 am – 11:30 am</p><p>Hall 1</p><p>Moderator: Ada Lund, Judge</p>"
        "<p>Speakers: Jan Brask, Mayor of Skelling</p>"
        "<h3>Ice</h3><p>12:00 pm – 1:30 pm</p><p>Hall 2</p><p>Moderator: Ida Weil, Notary</p>"
    ),
}


@pytest.mark.parametrize("kind", ["programme", None])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_session_is_read_in_any_layout(layout: str, kind: PageKind | None) -> None:
    assert sessions(DAY, LAYOUTS[layout], kind=kind) == [SALT, ICE]


def test_russian_words_say_the_same() -> None:
    assert sessions(
        "<p>14 мая 2026 года</p><p>09.30–10.00 Регистрация участников</p>"
        "<p>10.00–11.30 Пленарное заседание «Соль» (зал 1)</p>"
        "<p>Председатель: Орлова Анна Ивановна, судья</p><p>Иван Седов, мэр Лосино</p>"
        "<p>11.30–12.00 Кофе-брейк</p><p>12.00–13.30 Секция «Лёд» (ауд. 214)</p>"
        "<p>Руководитель: Вера Соколова, нотариус</p>"
    ) == [
        (
            "Пленарное заседание «Соль»",
            "2026-05-14T10:00",
            "2026-05-14T11:30",
            "зал 1",
            [
                ("moderator", "Орлова Анна Ивановна", "судья"),
                ("speaker", "Иван Седов", "мэр Лосино"),
            ],
        ),
        (
            "Секция «Лёд»",
            "2026-05-14T12:00",
            "2026-05-14T13:30",
            "ауд. 214",
            [("moderator", "Вера Соколова", "нотариус")],
        ),
    ]


def starts(*body: str) -> list[tuple[str, str | None]]:
    return [(title, begins) for title, begins, *_ in sessions(*body)]


ONE = "<p>10:00–11:30</p><h3>Salt</h3><p>Ada Lund, Judge</p>"
TWO = "<p>12:00–13:30</p><h3>Ice</h3><p>Jan Brask, Mayor</p>"


@pytest.mark.parametrize(
    ("body", "days"),
    [
        (f"<h2>Thursday, 14 May 2026</h2>{ONE}<h2>Friday, 15 May 2026</h2>{TWO}", ("14", "15")),
        (f"<p>14–15 May 2026</p><h2>14 May</h2>{ONE}<h2>15 May</h2>{TWO}", ("14", "15")),
        (f"<p>The one day of it is 14 May 2026.</p>{ONE}{TWO}", ("14", "14")),
        (f"<ul><li>14 May 2026</li><li>15 May 2026</li></ul>{ONE}{TWO}", (None, None)),
        (f"<p>14–15 May 2026</p>{ONE}{TWO}", (None, None)),
        (ONE.replace("10:00", "14 May 2026, 10:00") + TWO, ("14", None)),
    ],
    ids=["days above", "year elsewhere", "one day", "tabs", "two days", "beside the time"],
)
def test_the_day_is_that_above_or_none(body: str, days: tuple[str | None, ...]) -> None:
    found = [begins and begins[8:10] for _, begins in starts(body)]
    assert tuple(found) == days


def test_sessions_may_share_a_time() -> None:
    assert starts(
        DAY,
        "<p>10:00–11:30</p><h3>Salt</h3><p>Ada Lund, Judge</p><h3>Fish</h3><p>Tom Reed, Miller</p>",
        TWO,
    ) == [
        ("Salt", "2026-05-14T10:00"),
        ("Fish", "2026-05-14T10:00"),
        ("Ice", "2026-05-14T12:00"),
    ]


def test_all_sessions_may_share_one_time() -> None:
    other = ONE.replace("Salt", "Fish").replace("Ada Lund", "Tom Reed")
    assert [title for title, *_ in sessions(DAY, ONE, other)] == ["Salt", "Fish"]


def test_a_row_without_a_time_has_that_above() -> None:
    rows = (
        "<tr><td rowspan=2>10:00–11:30</td><td><p><b>Salt</b></p><p>Ada Lund, Judge</p></td>"
        "<td>Hall 1</td></tr>"
        "<tr><td><p><b>Fish</b></p><p>Tom Reed, Miller</p></td><td>Hall 2</td></tr>"
        "<tr><td>12:00–13:30</td><td><p><b>Ice</b></p><p>Ida Weil, Notary</p></td>"
        "<td>Hall 1</td></tr>"
    )
    head = "<tr><th>Time</th><th>Session</th><th>Room</th></tr>"
    found = sessions(DAY, f"<table>{head}{rows}</table>")
    assert [(title, begins and begins[11:], hall) for title, begins, _, hall, _ in found] == [
        ("Salt", "10:00", "Hall 1"),
        ("Fish", "10:00", "Hall 2"),
        ("Ice", "12:00", "Hall 1"),
    ]
    assert [name for *_, people in found for _, name, _ in people] == [
        "Ada Lund",
        "Tom Reed",
        "Ida Weil",
    ]


def test_the_talks_of_a_session_are_no_sessions() -> None:
    talks = (
        "<table><tr><td>10:00</td><td>Jan Brask, Mayor<br>Who salts the roads</td></tr>"
        "<tr><td>10:45</td><td>Tom Reed, Miller<br>Who salts the fish</td></tr></table>"
    )
    first, second = sessions(DAY, f"<h3>10:00–11:30 Salt</h3>{talks}<h3>14:00–16:00 Ice</h3>")
    assert [name for _, name, _ in first[4]] == ["Jan Brask", "Tom Reed"]
    assert second[0] == "Ice"


def test_a_length_gives_the_end() -> None:
    body = "<p>10:00</p><p>1h 30min</p><h3>Salt</h3><p>Ada Lund, Judge</p>"
    found = sessions(DAY, body, TWO)
    assert found[0][2] == "2026-05-14T11:30"


def test_the_zone_may_be_told_once() -> None:
    records = schedule(DAY, "<p>All times are in UTC+2.</p>", ONE, TWO)
    assert [session.time_zone for session in records.sessions] == ["+02:00", "+02:00"]


def test_what_follows_the_timetable_is_no_part_of_it() -> None:
    listed = f"<div><div>{ONE}</div><div>{TWO}</div></div>"
    others = "<div><h2>Featured speakers</h2><p>Tom Reed, Miller</p></div>"
    found = sessions(DAY, listed, others)
    assert [name for *_, people in found for _, name, _ in people] == ["Ada Lund", "Jan Brask"]


@pytest.mark.parametrize(
    "body",
    [
        "<p>14 May 2026, 10:00–11:30</p><p>Moderator: Ada Lund</p><p>10:00–10:20 Opening</p>",
        "<p>Time: 10:00</p><p>Moderator: Ada Lund</p><p>10:00 Opening</p><p>10:20 Discussion</p>",
    ],
)
def test_the_agenda_of_one_session_is_no_schedule(body: str) -> None:
    records = schedule(DAY, body)
    assert records.sessions == ()
    assert len(records.participants) == 1


def test_the_agenda_of_one_session_names_people() -> None:
    records = schedule(
        "<p>14 May 2026, 10:00–12:00</p><p>10:00 Welcome</p><p>Ada Lund, Judge</p>"
        "<p>10:20 Who salts the roads?</p><ul><li>Jan Brask, Mayor (moderator)</li>"
        "<li>Tom Reed (Tarn Mills). The price of salt</li></ul><p>11:40 Closing</p>",
        kind=None,
    )
    assert (records.kind, records.sessions) == ("programme", ())
    people = [(each.role, each.speaker) for each in records.participants]
    assert [(role, words(one.name), words(one.position)) for role, one in people] == [
        ("speaker", "Ada Lund", "Judge"),
        ("moderator", "Jan Brask", "Mayor"),
        ("speaker", "Tom Reed", "Tarn Mills"),
    ]


def test_a_minute_by_minute_story_is_no_schedule() -> None:
    said = "“We counted the boats twice and came to three different numbers,” said Ada Lund."
    body = f"<p>10:00 The session begins</p><p>{said}</p><p>12:40 The vote</p><p>{said}</p>"
    assert schedule(body, kind=None).kind == "report"


def test_the_gathering_is_that_of_the_structured_data_where_the_page_prints_it() -> None:
    stated = (
        '<script type="application/ld+json">{"@type": "Event", "name": "Ledgers and Salt 2026"}'
        "</script>"
    )
    records = schedule(stated, "<p>Ledgers and Salt 2026 · Skelling</p>", DAY, ONE, TWO)
    assert words(records.event) == "Ledgers and Salt 2026"
    assert records.issues == ()


def test_the_year_in_a_session_s_title_is_no_year_of_the_days() -> None:
    body = (
        "<h2>14 May</h2><p>10:00–11:30 Salt 2030 (Hall 1)</p><p>Chair: Ada Lund, Judge</p>"
        "<p>Jan Brask, Mayor of Skelling</p><p>12:00–13:30 Ice (Hall 2)</p>"
        "<p>Chair: Ida Weil, Notary</p>"
    )
    undated = [session[1] for session in sessions(body)]
    assert undated == [None, None]
    for head in (b"<title>Port-2026: ", b"<title>Port, 12-15 May 2026: "):
        named = parse(read(page(body).replace(b"<title>", head), "text/html"), "programme")
        assert [each.starts_at and each.starts_at.year for each in named.sessions] == [2026, 2026]
    titled = schedule(body, title="Programme 2026")
    assert [each.starts_at and each.starts_at.year for each in titled.sessions] == [2026, 2026]


def test_a_papers_title_above_each_name_is_no_position() -> None:
    papers = "".join(
        f"<p class=title>{title}</p><p class=author>{name}</p><p class=body>{body}</p>"
        for title, name, body in (
            ("For salt", "Ada Lund", "Tarn University"),
            ("For ice", "Jan Brask", "Skelling Institute"),
            ("For sand", "Ida Weil", "Norvik Academy"),
        )
    )
    body = f"<h2>14 May 2026</h2><p>10:00–11:30 Debate</p>{papers}<p>12:00–13:30 Ice</p>"
    assert sessions(body)[0][4] == [
        ("speaker", "Ada Lund", "Tarn University"),
        ("speaker", "Jan Brask", "Skelling Institute"),
        ("speaker", "Ida Weil", "Norvik Academy"),
    ]


def test_positions_in_brackets() -> None:
    body = (
        "<h2>14 May 2026</h2><p>10:00–11:30 Salt</p><p>Moderator: Ada Lund</p>"
        "<p>Panel: Jan Brask (Tarn, Norvik University), Ida Weil (Skelling Institute)</p>"
        "<p>12:00–13:30 Ice</p><p>Ada Lund</p><p>(Lake University, Tarn)</p>"
    )
    assert [session[4] for session in sessions(body)] == [
        [
            ("moderator", "Ada Lund", None),
            ("speaker", "Jan Brask", "Tarn, Norvik University"),
            ("speaker", "Ida Weil", "Skelling Institute"),
        ],
        [("speaker", "Ada Lund", "Lake University, Tarn")],
    ]


@pytest.mark.parametrize("pause", ["Harbor Night Party", "Visit to the lock", "Выезд на шлюз"])
def test_outings_where_nobody_speaks_are_no_sessions(pause: str) -> None:
    body = (
        f"<h2>14 May 2026</h2><p>10:00–11:30 Salt</p><p>Ada Lund, Judge</p><p>11:30 {pause}</p>"
        "<p>14:00–15:00 Ice</p><p>Ida Weil, Notary</p>"
    )
    assert [session[0] for session in sessions(body)] == ["Salt", "Ice"]


def test_days_above_behind_tabs_of_another_look() -> None:
    tabs = "<ul><li>14 May, Thursday</li><li>15 May, Friday</li></ul><h2>14 May 2026, Thursday</h2>"
    body = (
        "<p>10:00–11:30 Salt</p><p>Ada Lund, Judge</p><p>12:00–13:00 Ice</p><p>Ida Weil, Notary</p>"
    )
    assert [session[1] for session in sessions(tabs + body)] == [
        "2026-05-14T10:00",
        "2026-05-14T12:00",
    ]


@pytest.mark.parametrize(
    ("above", "day"),
    [
        ("<p>Updated: 12 May 2026</p><p>Date: 14 May 2026</p>", "2026-05-14"),
        ("<h2>May 2026</h2><p>14 May</p>", "2026-05-14"),
        ("<h2>Vision 2026</h2><p>14 May</p>", None),
        ("<p>14 May 2026 / Thursday / Skelling, the old lock</p>", "2026-05-14"),
        ("<p>By Jan Brask Jr, 14 May 2026</p>", None),
    ],
)
def test_the_day_of_all_sessions(above: str, day: str | None) -> None:
    body = (
        "<p>10:00–11:30 Salt</p><p>Ada Lund, Judge</p><p>12:00–13:00 Ice</p><p>Ida Weil, Notary</p>"
    )
    begins = [session[1] for session in sessions(above + body)]
    assert begins == ([f"{day}T10:00", f"{day}T12:00"] if day else [None, None])


def test_those_who_read_at_times_of_their_own_are_no_chairs() -> None:
    talks = (
        "<table><tr><td>Chair:</td><td>Ada Lund, Judge</td></tr></table><p>Location: Hall 1</p>"
        "<table><tr><td>10:00</td><td>Jan Brask, Mayor<br>Why salt</td></tr>"
        "<tr><td>10:30</td><td>Ida Weil, Notary<br>Why ice</td></tr></table>"
    )
    body = f"{DAY}<h3>10:00–11:30 Salt</h3>{talks}<h3>12:00–13:30 Ice</h3><p>Jan Brask, Mayor</p>"
    salt = sessions(body)[0]
    assert salt[3] == "Hall 1"
    assert [(role, name) for role, name, _ in salt[4]] == [
        ("moderator", "Ada Lund"),
        ("speaker", "Jan Brask"),
        ("speaker", "Ida Weil"),
    ]


def test_numbered_panels_below_the_time_of_the_whole_are_sessions() -> None:
    panels = (
        "<p><b>Thursday, 14 May 2026, 9.00 – 12.00</b></p><p>Members’ House, Skelling</p>"
        "<p><b>9.10 – 10.15 Panel I: Salt</b></p><p>Ada Lund, Judge</p>"
        "<p>Questions and answers with Members (20 minutes)</p>"
        "<p><b>10.30 – 11.25 Panel II: Ice</b></p><p>Jan Brask, Mayor</p>"
    )
    assert [(title, begin) for title, begin, *_ in sessions(panels)] == [
        ("Panel I: Salt", "2026-05-14T09:10"),
        ("Panel II: Ice", "2026-05-14T10:30"),
    ]
    one = panels.replace("Panel I: ", "").replace("Panel II: ", "")
    assert sessions(one) == []


def test_linked_names_with_brackets_and_roles_behind_names() -> None:
    body = (
        f"{DAY}<p>10:00–11:30 Salt</p><p><a href=/a>Ada Lund</a> (Tarn University, Norland) and "
        "<a href=/b>Jan Brask</a> (Norvik Institute)</p><p>Ida Weil (moderator), Notary</p>"
        "<p>12:00–13:30 Ice</p><p>Jan Brask, Mayor</p><p>Questions and answers (20 minutes)</p>"
    )
    assert [session[4] for session in sessions(body)] == [
        [
            ("speaker", "Ada Lund", "Tarn University, Norland"),
            ("speaker", "Jan Brask", "Norvik Institute"),
            ("moderator", "Ida Weil", "Notary"),
        ],
        [("speaker", "Jan Brask", "Mayor")],
    ]


def test_people_above_the_title_of_their_talk() -> None:
    rows = "".join(
        f"<div><div class=when>{when}</div><div class=persname>{name}</div>"
        f"<div class=persdescr>{job}</div><div class=talk__title>{title}</div></div>"
        for when, name, job, title in (
            ("10:00–11:00", "Ada Lund", "Judge, Norvik", "Salt"),
            ("11:00–12:00", "Zzyrk Quorl", "Notary, Tarn", "Ice"),
            ("12:00–13:00", "Jan Brask", "Mayor of Skelling", "Sand"),
        )
    )
    found = sessions(DAY + rows)
    assert [session[0] for session in found] == ["Salt", "Ice", "Sand"]
    assert found[0][4] == [("speaker", "Ada Lund", "Judge, Norvik")]
    assert found[2][4] == [("speaker", "Jan Brask", "Mayor of Skelling")]


def test_a_hall_out_of_the_boxes_of_its_sessions_heads_them() -> None:
    def row(when: str, title: str, name: str) -> str:
        return f"<div><div>{when}</div><div>{title}</div><div>{name}</div></div>"

    body = (
        f"{DAY}<p>Hall 1</p>{row('10:00–11:00', 'Salt', 'Ada Lund, Judge')}"
        f"{row('11:00–12:00', 'Ice', 'Ida Weil, Notary')}<p>Hall 2</p>"
        f"{row('10:00–11:00', 'Sand', 'Jan Brask, Mayor')}"
    )
    assert [session[3] for session in sessions(body)] == ["Hall 1", "Hall 1", "Hall 2"]


def test_sessions_of_several_days_are_several() -> None:
    body = (
        "<p>Doors open at 8:30 on both days.</p><h2>14 May 2026</h2><h3>09:15–10:00 · Salt</h3>"
        "<p>Ada Lund — judge, Norvik</p><h2>15 May 2026</h2><h3>10:00–10:45 · Ice</h3>"
        "<p>Chair: Ida Weil</p><ul><li>Jan Brask: “Seven rows of salt”</li></ul>"
    )
    assert sessions(body) == [
        (
            "Salt",
            "2026-05-14T09:15",
            "2026-05-14T10:00",
            None,
            [("speaker", "Ada Lund", "judge, Norvik")],
        ),
        (
            "Ice",
            "2026-05-15T10:00",
            "2026-05-15T10:45",
            None,
            [("moderator", "Ida Weil", None), ("speaker", "Jan Brask", None)],
        ),
    ]


def test_titles_in_definitions_with_halls_behind_them() -> None:
    body = (
        f"{DAY}<dl><dt>10:00–11:30</dt><dd><b>Salt</b> <span>ауд. 304</span><br>"
        "Ведёт Анна Лось (Озёрный университет)<br>С сообщениями: Пётр Рысь (Порт «Норвик»), "
        "Инна Вяз (Музей соли)</dd><dd><b>Ice</b> <span>компьютерный класс 112</span><br>"
        "Тренеры: Олег Ёж (лаборатория «Лёд»)</dd><dt>12:00–13:30</dt>"
        "<dd><b>Sand</b> <span>Room 2</span><br>Moderated by Ada Lund, Judge</dd></dl>"
    )
    assert [(title, hall, people) for title, _, _, hall, people in sessions(body)] == [
        (
            "Salt",
            "ауд. 304",
            [
                ("moderator", "Анна Лось", "Озёрный университет"),
                ("speaker", "Пётр Рысь", "Порт «Норвик»"),
                ("speaker", "Инна Вяз", "Музей соли"),
            ],
        ),
        ("Ice", "компьютерный класс 112", [("speaker", "Олег Ёж", "лаборатория «Лёд»")]),
        ("Sand", "Room 2", [("moderator", "Ada Lund", "Judge")]),
    ]


def test_a_role_in_one_persons_card_is_theirs_alone() -> None:
    cards = "".join(
        f"<div><div>{role}<h4>{name}</h4><p class=job>{job}</p></div></div>"
        for role, name, job in (
            ("<span>Moderator</span>", "Ada Lund", "Judge, Norvik"),
            ("", "Jan Brask", "Mayor of Skelling"),
            ("", "Ida Weil", "Notary"),
        )
    )
    found = sessions(
        f"{DAY}<p>9:00 AM - 10:00 AM<b>Baobab Hall</b></p><h3>Salt</h3>{cards}"
        "<p>11:00 AM - 12:00 PM</p><h3>Ice</h3><p>Jan Brask, Mayor</p>"
    )
    assert found[0][1:] == (
        "2026-05-14T09:00",
        "2026-05-14T10:00",
        "Baobab Hall",
        [
            ("moderator", "Ada Lund", "Judge, Norvik"),
            ("speaker", "Jan Brask", "Mayor of Skelling"),
            ("speaker", "Ida Weil", "Notary"),
        ],
    )


def test_the_day_of_a_panel_is_its_tab_s() -> None:
    tabs = "".join(
        f'<li><a href="#" data-id="t{day}"><b>Day {day}</b><span>May {13 + day}</span></a></li>'
        for day in (1, 2)
    )
    panels = "".join(
        f'<div data-id="t{day}"><div><p>10:00–11:30</p><h3>{title}</h3><p>Ada Lund, Judge</p></div>'
        f"<div><p>12:00–13:00</p><h3>{other}</h3><p>Jan Brask, Mayor</p></div></div>"
        for day, title, other in ((1, "Salt", "Ice"), (2, "Sand", "Snow"))
    )
    body = f"<p>Norvik, 14–15 May 2026</p><ul>{tabs}</ul>{panels}"
    assert [(each[0], each[1]) for each in sessions(body)] == [
        ("Salt", "2026-05-14T10:00"),
        ("Ice", "2026-05-14T12:00"),
        ("Sand", "2026-05-15T10:00"),
        ("Snow", "2026-05-15T12:00"),
    ]


def test_people_behind_buttons_and_below_initials() -> None:
    def card(name: str, job: str, firm: str) -> str:
        initials = "".join(word[0] for word in name.split())
        return (
            f"<li><div class=face>{initials}</div><div><button class=link>{name}</button>"
            f"<div class=job>{job}</div><div class=firm>{firm}</div></div></li>"
        )

    body = (
        f"{DAY}<div><div class=time>9:00 AM – 10:15 AM</div><h3><button class=open>Salt</button>"
        f"</h3><h4>Host</h4><ul>{card('Ada Lund', 'Partner', 'Lund Brask LLP')}</ul><h4>Panelists"
        f"</h4><ul>{card('Jan Brask', 'Mayor', 'Town of Skelling')}"
        f"{card('Ida Weil', 'Notary', 'FrostLine Re')}</ul><button class=open>Add</button>"
        f"</div><div><div class=time>11:00 AM – 12:00 PM</div><h3><button class=open>Ice</button>"
        f"</h3><h4>Panelists</h4><ul>{card('Ida Weil', 'Notary', 'FrostLine Re')}</ul></div>"
    )
    assert [people for *_, people in sessions(body)] == [
        [
            ("moderator", "Ada Lund", "Partner\nLund Brask LLP"),
            ("speaker", "Jan Brask", "Mayor\nTown of Skelling"),
            ("speaker", "Ida Weil", "Notary\nFrostLine Re"),
        ],
        [("speaker", "Ida Weil", "Notary\nFrostLine Re")],
    ]


def test_a_star_marks_who_presents_a_paper() -> None:
    body = (
        f"{DAY}<p>10:00–10:20</p><h4>Salt</h4><p>Ada Lund*, Norvik Institute; Jan Brask, Tarn</p>"
        "<p>10:20–10:40</p><h4>Ice</h4><p>Ida Weil*, Tarn University; Piotr Loss, Norvik</p>"
    )
    assert [people for *_, people in sessions(body)] == [
        [("speaker", "Ada Lund", "Norvik Institute")],
        [("speaker", "Ida Weil", "Tarn University")],
    ]


def test_roles_below_names_with_the_position_behind_them() -> None:
    cards = "".join(
        f"<div><p class=name>{name}</p><p class=role>{role}</p><p class=desc>{desc}</p></div>"
        for name, role, desc in (
            ("Анна Лось", "Ведущая", "руководитель клуба «Тракт»"),
            ("Пётр Рысь", "Спикер", "мэр Норвика"),
            ("Инна Вяз", "Эксперт", "доцент, Озёрный институт"),
        )
    )
    records = schedule(
        "<p>14 мая 2026, с 18:30 до 20:00</p><p>Аудитория 3</p>", f"<h2>Спикеры</h2>{cards}"
    )
    assert [
        (each.role, words(each.speaker.name), words(each.speaker.position))
        for each in records.participants
    ] == [
        ("moderator", "Анна Лось", "руководитель клуба «Тракт»"),
        ("speaker", "Пётр Рысь", "мэр Норвика"),
        ("speaker", "Инна Вяз", "доцент, Озёрный институт"),
    ]


GRID = (
    "<table><tr><th>Time</th><th>Hall 1</th><th>Hall 2</th></tr>"
    "<tr><th>09:00</th><td>Doors open</td></tr><tr><th>10:00</th>{cells}</tr>"
    "<tr><th>11:00</th></tr></table>"
)


def cell(when: str, title: str, people: str, tag: str = "Law") -> str:
    return f"<td>{tag}<h4>{title}</h4><div>{when}</div><div>{people}</div></td>"


def test_sessions_of_a_grid_that_tell_their_own_time() -> None:
    cells = cell("10:00–10:45", "Salt", "Ada Lund, Judge") + cell(
        "10:00–11:30", "Ice", "Jan Brask, Mayor", "Trade"
    )
    assert sessions(DAY + GRID.format(cells=cells)) == [
        (
            "Salt",
            "2026-05-14T10:00",
            "2026-05-14T10:45",
            "Hall 1",
            [("speaker", "Ada Lund", "Judge")],
        ),
        (
            "Ice",
            "2026-05-14T10:00",
            "2026-05-14T11:30",
            "Hall 2",
            [("speaker", "Jan Brask", "Mayor")],
        ),
    ]


def test_of_fewer_cells_than_halls_nobody_tells_the_hall() -> None:
    row = "<tr><td>{when}</td>{cells}</tr>"
    body = (
        f"{DAY}<table><tr><th>Time</th><th>Hall 1</th><th>Hall 2</th></tr>"
        + row.format(when="10:00", cells="<td>Salt<br>Ada Lund, Judge</td><td>Ice</td>")
        + row.format(when="11:00", cells="<td>Sand<br>Jan Brask, Mayor</td>")
        + "</table>"
    )
    assert [(each[0], each[3]) for each in sessions(body)] == [
        ("Salt", "Hall 1"),
        ("Ice", "Hall 2"),
        ("Sand", None),
    ]


def test_what_stands_behind_a_time_by_a_space_alone_is_no_hall() -> None:
    def card(title: str, when: str, name: str) -> str:
        return f"<div><div class=event-title>{title}</div><div>{name}</div><div>{when}</div></div>"

    body = (
        f"{DAY}{card('Salt', '10:00–10:30 Community', 'Ada Lund')}"
        f"{card('Ice', '11:00–11:30, Big Tent', 'Jan Brask')}"
    )
    assert [(each[0], each[3]) for each in sessions(body)] == [("Salt", None), ("Ice", "Big Tent")]


def test_a_hearing_whose_parts_have_a_chair_each_is_several_sessions() -> None:
    def panel(when: str, title: str, chair: str, people: str) -> str:
        return f"<p><b>{when}</b></p><h3>{title}</h3>{chair}<ul><li>{people}</li></ul>"

    body = (
        "<p>Wednesday 4 March 2026, 14.30 – 18.30</p>"
        + panel("14.30 – 14.40", "Opening remarks", "", "Ms Ada Lund, Chair of the Committee")
        + panel("14.40 – 15.45", "Locks", "<p>Chaired by: Jan Brask, Mayor</p>", "Ida Weil, Notary")
        + panel("16.00 – 17.10", "Money", "<p>Chaired by: Ida Weil</p>", "Piotr Loss, Banker")
    )
    found = sessions(body)
    assert [each[0] for each in found] == ["Opening remarks", "Locks", "Money"]
    assert found[0][1] == "2026-03-04T14:30"
    assert found[0][4] == [("speaker", "Ada Lund", "Chair of the Committee")]
    assert found[1][4] == [
        ("moderator", "Jan Brask", "Mayor"),
        ("speaker", "Ida Weil", "Notary"),
    ]


def test_a_plain_text_set_by_hand() -> None:
    body = """<pre>
6 AUGUST 2026
----------------------------------------------------------------
10.00 – 11.30   ROUND TABLE “THE LIBRARY AFTER THE REPAIR”
                Place: reading room
                Moderator: Ada Lund, head of the county library at Norvik
                Speakers:
                * Jan Brask, member of the regional council of Skelling
                * Ida Weil, notary

12.00 – 13.30   LESSON “A TALE IN TWO LANGUAGES FOR ALL OF US”
                Place: children's hall
                Moderator: Piotr Loss, mayor of the town of Tarn at the lake
</pre>"""
    assert sessions(body) == [
        (
            "ROUND TABLE “THE LIBRARY AFTER THE REPAIR”",
            "2026-08-06T10:00",
            "2026-08-06T11:30",
            "reading room",
            [
                ("moderator", "Ada Lund", "head of the county library at Norvik"),
                ("speaker", "Jan Brask", "member of the regional council of Skelling"),
                ("speaker", "Ida Weil", "notary"),
            ],
        ),
        (
            "LESSON “A TALE IN TWO LANGUAGES FOR ALL OF US”",
            "2026-08-06T12:00",
            "2026-08-06T13:30",
            "children's hall",
            [("moderator", "Piotr Loss", "mayor of the town of Tarn at the lake")],
        ),
    ]


def test_parts_of_a_card_in_spans() -> None:
    def card(name: str, post: str, firm: str) -> str:
        return (
            f"<a class=item href=/p><span class=text> <span class=item__name>{name}</span> "
            f"<span class=item__post>{post}</span> <span class=item__org>{firm}</span></span></a>"
        )

    records = schedule(
        "<p>14 May 2026, 10:00–11:00</p>",
        f"<h3>Moderator</h3><div>{card('Ada Lund', 'Anchor', 'Norvik Radio')}</div>",
        f"<h3>Panellists</h3><div>{card('Jan Brask', 'Mayor', 'Skelling')} "
        f"{card('Ida Weil', 'Founder', 'Weil Cold Chain')}</div>",
    )
    assert [
        (each.role, words(each.speaker.name), words(each.speaker.position))
        for each in records.participants
    ] == [
        ("moderator", "Ada Lund", "Anchor\nNorvik Radio"),
        ("speaker", "Jan Brask", "Mayor\nSkelling"),
        ("speaker", "Ida Weil", "Founder\nWeil Cold Chain"),
    ]


def test_a_panel_that_only_its_class_calls_a_tab_s_is_read() -> None:
    def panel(day: str, title: str, hidden: str) -> str:
        return (
            f"<p class=mobile>{day}</p><div class=my-tab-content {hidden}><h2>{day} 2026</h2>"
            f"<p>10:00–11:30 {title}</p><p>Ada Lund, Judge</p></div>"
        )

    body = panel("14 May", "Salt", "") + panel("15 May", "Ice", "hidden")
    assert [(each[0], each[1]) for each in sessions(body)] == [
        ("Salt", "2026-05-14T10:00"),
        ("Ice", "2026-05-15T10:00"),
    ]


def test_day_and_time_on_two_lines_above_the_title() -> None:
    markup = (
        "<html><head><title>Salt</title></head><body><div><p>27.11.2025<br>Thursday, 19:00</p>"
        "<h1>Who owns the salt of the lake?</h1></div><h3>Moderator</h3><p>Ada Lund</p>"
        "<h3>Coming up</h3><p>4 December 2025, 19:00 — a lecture</p></body></html>"
    )
    records = parse(read(markup.encode(), "text/html; charset=utf-8"), "programme")
    assert records.starts_at
    assert records.starts_at.isoformat(timespec="minutes") == "2025-11-27T19:00"
