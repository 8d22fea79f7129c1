"""A programme page: what is planned, where, when, and who takes part."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

import pytest

from gold import words
from pages import LEAD, PROBLEMS, QUOTE, THESIS, parse_page
from rostrum.errors import PageError
from rostrum.parsing.programme import parse_programme
from rostrum.reading import read

if TYPE_CHECKING:
    from rostrum.records import PageRecords

DETAILS = "<ul><li>Track: Water and Law</li><li>Hall 2</li><li>14 May 2026, 10:00–11:30</li></ul>"
ABOUT = "<p>Small rivers give the Tarn most of its water.</p>"
MODERATOR = "<h2>Moderator</h2><p><b>Ada Lund</b><br>Judge, Water Court</p>"
SPEAKERS = "<h2>Speakers</h2><p><b>Jan Brask</b><br>Mayor of Skelling</p>"

Person = tuple[str, str, str | None]


def programme(*body: str) -> PageRecords:
    return parse_page(*body, kind="programme")


def people(*body: str) -> list[Person]:
    return [
        (person.role, words(person.speaker.name), words(person.speaker.position))
        for person in programme(*body).participants
    ]


def residue(*body: str) -> list[str]:
    return [cut.text for cut in programme(*body).residue]


def test_a_small_programme_is_read_whole() -> None:
    records = programme(DETAILS, ABOUT, MODERATOR, SPEAKERS)
    assert (records.kind, records.residue) == ("programme", ())
    assert records.track
    assert records.hall
    assert (records.track.text, records.hall.text) == ("Water and Law", "Hall 2")
    assert (records.starts_at, records.ends_at) == (
        datetime.combine(date(2026, 5, 14), time(10, 0)),
        datetime.combine(date(2026, 5, 14), time(11, 30)),
    )
    assert [paragraph.text.text for paragraph in records.paragraphs] == [ABOUT[3:-4]]
    assert [(person.number, person.role) for person in records.participants] == [
        (1, "moderator"),
        (2, "speaker"),
    ]


@pytest.mark.parametrize(
    ("group", "role"),
    [
        ("Moderator", "moderator"),
        ("MODERATORS:", "moderator"),
        ("Moderated by", "moderator"),
        ("Модератор", "moderator"),
        ("Модераторы:", "moderator"),
        ("Speakers", "speaker"),
        ("Panellists:", "speaker"),
        ("Panelists", "speaker"),
        ("Discussion participants", "speaker"),
        ("Front row participants", "speaker"),
        ("Спикеры", "speaker"),
        ("Участники дискуссии", "speaker"),
        ("УЧАСТНИКИ ДИСКУССИИ:", "speaker"),
    ],
)
def test_the_heading_of_a_group_gives_the_role(group: str, role: str) -> None:
    assert people(f"<h3>{group}</h3><p>Ada Lund</p><p>Judge</p>") == [(role, "Ada Lund", "Judge")]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("<p>Ada Lund</p><p>Judge</p>", [("Ada Lund", "Judge")]),
        ("<p>Ada Lund<br>Judge</p>", [("Ada Lund", "Judge")]),
        ("<p>Ada Lund / Judge</p>", [("Ada Lund", "Judge")]),
        ("<td>Ada Lund</td><td>Judge</td>", [("Ada Lund", "Judge")]),
        ("<p>Ada Lund</p><p>Judge, Water Court.</p>", [("Ada Lund", "Judge, Water Court")]),
        ("<p>Ada Lund</p>", [("Ada Lund", None)]),
        (
            "<p>Ada Lund</p><p>Jan Brask</p><p>Mayor</p>",
            [("Ada Lund", None), ("Jan Brask", "Mayor")],
        ),
        ("<p>H.E. Ada Lund</p><p>Judge</p>", [("Ada Lund", "Judge")]),
        ("<p>Анна Орлова</p><p>судья</p>", [("Анна Орлова", "судья")]),
        ("<p>Judge</p>", []),
        ("<p>Water Court / Judge</p>", []),
    ],
)
def test_a_person_is_a_name_and_the_position_below(
    lines: str, expected: list[tuple[str, str | None]]
) -> None:
    found = people(f"<h3>Speakers</h3>{lines}")
    assert [("speaker", *person) for person in expected] == found


def test_a_group_may_end_with_a_name_alone() -> None:
    assert people("<h3>Moderator</h3><p>Ada Lund</p>", SPEAKERS) == [
        ("moderator", "Ada Lund", None),
        ("speaker", "Jan Brask", "Mayor of Skelling"),
    ]


def test_a_position_is_cut_into_roles() -> None:
    roles = [person.speaker.roles for person in programme(MODERATOR).participants]
    assert [[(role.role, role.organization) for role in each] for each in roles] == [
        [("Judge", "Water Court")]
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Track: Water and Law", "Water and Law"),
        ("Thematic track — Water and Law", "Water and Law"),
        ("Трек: Вода и право", "Вода и право"),
        ("Тематический трек – Вода и право", "Вода и право"),
        ("Tracks of the deer", None),
    ],
)
def test_the_track(line: str, expected: str | None) -> None:
    track = programme(f"<p>{line}</p>", MODERATOR).track
    assert expected == (track.text if track else None)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Hall 2", "Hall 2"),
        ("Hall: The Old Weir", "The Old Weir"),
        ("Conference Hall B", "Conference Hall B"),
        ("Room G-4", "Room G-4"),
        ("Venue — The Old Weir", "The Old Weir"),
        ("Зал 2", "Зал 2"),
        ("Конференц-зал А", "Конференц-зал А"),
        ("Место проведения: Старая плотина", "Старая плотина"),
        ("Hallmarks of law", None),
    ],
)
def test_the_hall(line: str, expected: str | None) -> None:
    hall = programme(f"<p>{line}</p>", MODERATOR).hall
    assert expected == (hall.text if hall else None)


def test_a_date_without_times_gives_none() -> None:
    records = programme("<p>14 May 2026</p>", MODERATOR)
    assert (records.starts_at, records.ends_at) == (None, None)


def test_a_line_that_says_nothing_known_is_residue() -> None:
    assert residue("<p>With translation</p>", MODERATOR) == ["With translation"]


def test_a_line_among_the_people_that_is_none_is_residue() -> None:
    assert residue(MODERATOR, "<p>To be announced</p>") == ["To be announced"]


def test_the_event_may_stand_in_the_description() -> None:
    event = programme(LEAD, MODERATOR).event
    assert event
    assert event.text == "Port Forum"


def test_a_page_of_unknown_kind_with_groups_of_people_is_a_programme() -> None:
    assert parse_page(DETAILS, MODERATOR, kind=None).kind == "programme"


def test_a_page_of_unknown_kind_with_quotes_is_a_report() -> None:
    assert parse_page(LEAD, PROBLEMS, THESIS, QUOTE, kind=None).kind == "report"


def test_a_promised_kind_is_believed() -> None:
    assert parse_page(DETAILS, MODERATOR, kind="report").kind == "report"


def test_a_programme_without_a_title_is_refused() -> None:
    with pytest.raises(PageError) as refusal:
        parse_page("<h3>Moderator</h3><p>Ada Lund</p>", title="", kind="programme")
    assert refusal.value.code == "no_title"


def test_a_label_without_a_value_is_no_value() -> None:
    page = (
        "<html><head><title>Shore</title></head><body><h1>Shore</h1><p>Track:</p><p>Hall —</p>"
        "<h2>Moderator</h2><p>Ada Lund</p><p>Judge</p></body></html>"
    )
    records = parse_programme(read(page.encode(), None))
    assert (records.track, records.hall) == (None, None)


BEGINS = datetime.combine(date(2026, 5, 14), time(10, 0))
WHEN = "<p>14 May 2026, 10:00–11:30</p>"
CARDS = (
    "<div><p>Mayor of Skelling</p><p><b>Jan Brask</b></p></div>"
    "<div><p>Judge</p><p><b>Ada Lund</b></p></div>"
)
TABLE = (
    "<table><tr><td>Ada Lund</td><td>Judge</td></tr><tr><td>Jan Brask</td><td>Mayor</td></tr>"
    "</table><p>All rights reserved</p>"
)
BIOGRAPHY = (
    "<p>She has been a judge of the Water Court for twenty years, and wrote three books.</p>"
)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (CARDS, [("Jan Brask", "Mayor of Skelling"), ("Ada Lund", "Judge")]),
        (f"<div><h4>Ada Lund</h4><p>Judge</p>{BIOGRAPHY}</div>", [("Ada Lund", "Judge")]),
        (TABLE, [("Ada Lund", "Judge"), ("Jan Brask", "Mayor")]),
        ("<ul><li><b>Ada Lund</b> Judge</li></ul>", [("Ada Lund", "Judge")]),
        (
            "<p>Ada Lund, Jan Brask and Ilse Korr</p>",
            [("Ada Lund", None), ("Jan Brask", None), ("Ilse Korr", None)],
        ),
        ("<p>Judge: Ada Lund</p>", [("Ada Lund", "Judge")]),
        ("<p>Ada Lund</p><p><a href=/x>Read more</a></p>", [("Ada Lund", None)]),
        (
            "<p>Ada Lund, Judge; Jan Brask, Mayor</p>",
            [("Ada Lund", "Judge"), ("Jan Brask", "Mayor")],
        ),
    ],
)
def test_people_in_other_arrangements(lines: str, expected: list[tuple[str, str | None]]) -> None:
    found = people(f"<h3>Speakers</h3>{lines}")
    assert [("speaker", *person) for person in expected] == found


def test_group_and_country_in_brackets() -> None:
    speakers = [
        person.speaker
        for person in programme(
            "<h3>Speakers</h3><ul><li>Ada Lund (EPP, PL), rapporteur</li>"
            "<li><a href=/b>Jan Brask</a> (Norway) – Mayor</li></ul>"
        ).participants
    ]
    assert [
        (words(each.name), words(each.position), words(each.group), words(each.country))
        for each in speakers
    ] == [("Ada Lund", "rapporteur", "EPP", "PL"), ("Jan Brask", "Mayor", None, "Norway")]
    assert [each.country_code for each in speakers] == ["PL", "NO"]


def test_sessions_without_times_are_not_one() -> None:
    with pytest.raises(PageError) as refusal:
        programme("<p>14 May 2026</p>", f"<h2>Salt</h2>{MODERATOR}<h2>Ice</h2>{MODERATOR}")
    assert refusal.value.code == "several_sessions"


@pytest.mark.parametrize(
    "body",
    [
        "<h2>Agenda</h2><p>10:00–10:20 Opening</p><p>10:20–11:30 Discussion</p>",
        "<h2>Other sessions</h2><p>Ice and Ships</p><p>12:00–13:30</p><h3>Moderator</h3>",
    ],
)
def test_an_agenda_and_other_sessions_below_are_no_second_one(body: str) -> None:
    records = programme(WHEN, MODERATOR, body)
    assert records.ends_at == datetime.combine(date(2026, 5, 14), time(11, 30))
    assert len(records.participants) == 1


@pytest.mark.parametrize(
    "said",
    [
        "<p>“We counted the boats twice and came to three different numbers,” said Ada Lund.</p>",
        "<p>Ada Lund noted: “We counted the boats twice and came to three different numbers.”</p>",
    ],
)
def test_a_report_with_a_list_of_speakers_is_no_programme(said: str) -> None:
    body = "<h3>Speakers</h3><p>Ada Lund, Judge</p><p>Jan Brask, Mayor</p>"
    assert parse_page(body, said, kind=None).kind == "report"


@pytest.mark.parametrize(
    ("lines", "begins"),
    [
        ("<p>14 May</p><p>10:00</p><p>Port Forum 2026</p>", BEGINS),
        ("<p>14 May, 10:00–11:30</p><p>Port Forum, 13–15 May 2026</p>", BEGINS),
        ("<p>14 May, 10:00–11:30</p>", None),
        ("<p>13–15 May 2026</p><p>10:00–11:30</p>", None),
        ("<p>14 May, 10:00–11:30</p><p>Salt in 2050</p>", None),
        ("<p>14 May, 10:00–11:30</p><p>Port Forum 2026</p><p>Salt in 2050</p>", BEGINS),
        ("<p>14 May, 10:00–11:30</p><p>© 2027 Lund. All rights reserved.</p>", None),
        ('<p><time datetime="2026-05-14T10:00+03:00">10:00</time></p>', BEGINS),
    ],
)
def test_a_day_needs_its_year(lines: str, begins: datetime | None) -> None:
    assert programme(lines, MODERATOR).starts_at == begins


STYLED = (
    "<div class=n>Ada Lund</div><div class=p>Programme Lead</div><div class=o>Jan Brask House</div>"
    "<div class=n>Tan Boon Qwee</div><div class=p>Risk Officer</div><div class=o>Strait Pay</div>"
    "<div class=n>Jan Brask</div><div class=p>Mayor</div><div class=o>Skelling</div>"
)
FLAT = (
    "<p>Ada Lund</p><p>Judge</p><p>Water Court</p><p>Jan Brask</p><p>Mayor</p><p>Skelling</p>"
    "<p>Ida Weil</p><p>Owner</p><p>Boat House</p>"
)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("<p>Ada Lund (Head of Locks, Tarn)</p>", [("Ada Lund", "Head of Locks, Tarn")]),
        ("<p>Ada Lund, Judge (online)</p>", [("Ada Lund", "Judge")]),
        ("<p>Ada Lund онлайн</p><p>Judge</p>", [("Ada Lund", "Judge")]),
        ("<p>Ada Lund</p><p>TBC</p>", [("Ada Lund", None)]),
        (
            (
                "<div><p>Ada Lund</p><p>online</p><p>Judge</p><p>Water Court</p></div>"
                "<div><p>Jan Brask</p><p>Mayor</p></div>"
            ),
            [("Ada Lund", "Judge\nWater Court"), ("Jan Brask", "Mayor")],
        ),
        ("<p>Ada Lund,</p><p>Judge,</p><p>Water Court</p>", [("Ada Lund", "Judge,\nWater Court")]),
        (
            "<tr><td>9.30</td><td>Ada Lund</td><td>Water Court</td><td>Whose boats?</td></tr>",
            [("Ada Lund", "Water Court")],
        ),
        (
            STYLED,
            [
                ("Ada Lund", "Programme Lead\nJan Brask House"),
                ("Tan Boon Qwee", "Risk Officer\nStrait Pay"),
                ("Jan Brask", "Mayor\nSkelling"),
            ],
        ),
        (
            FLAT,
            [
                ("Ada Lund", "Judge\nWater Court"),
                ("Jan Brask", "Mayor\nSkelling"),
                ("Ida Weil", "Owner\nBoat House"),
            ],
        ),
    ],
)
def test_positions_of_unseen_pages(lines: str, expected: list[tuple[str, str | None]]) -> None:
    found = people(f"<h3>Speakers</h3>{lines}")
    assert found == [("speaker", *person) for person in expected]


@pytest.mark.parametrize(
    "lines",
    [
        "<p>Published: 3 January 2026</p><p>Date: 14 May 2026</p><p>Time: 10 am</p>",
        "<p>Booking opened on 10.03.2026</p><p>14 May 2026, 10:00–11:30</p>",
        "<p>Day 2 — 14 May 2026</p><p>10:00–11:30</p>",
        "<div>Date<b>14 May 2026</b></div><div>Start<b>10:00</b></div>",
        "<p>14 May 2026 10:00 – 11:30 Main Stage Track Open Boats Of All Lakes</p>",
    ],
)
def test_the_sessions_own_day_and_time(lines: str) -> None:
    assert programme(lines, MODERATOR).starts_at == BEGINS


@pytest.mark.parametrize(
    "hall",
    [
        "Grand Conference Hall, Level 1",
        "Павильон G, конференц-зал G3",
        "Лекторий «Кирпич», 2 этаж",
        "Stage 2 (Jade Wing)",
        "малый зал (3 этаж)",
        "Корпус B, этаж 2, конференц-зал B3",
        "Room 2.08 (Old Library, second floor)",
    ],
)
def test_a_hall_of_more_words(hall: str) -> None:
    assert words(programme(f"<p>{hall}</p>", WHEN, MODERATOR).hall) == hall


@pytest.mark.parametrize(
    "heading",
    [
        "Other workshops",
        "Also Tuesday",
        "Up next on this stage",
        "Ещё на фестивале",
        "Другие мероприятия блока",
        "А ещё в этот день",
    ],
)
def test_what_else_is_on_is_no_part_of_the_session(heading: str) -> None:
    others = f"<h3>{heading}</h3><p>Ice, 16:00–17:30</p><p>Moderator: Jan Brask</p>"
    assert people(WHEN, MODERATOR, others) == [("moderator", "Ada Lund", "Judge, Water Court")]


def test_the_track_above_the_title_and_the_sites_gathering() -> None:
    page = (
        "<html><head><title>Salt - Lake Forum</title></head><body><div>Lake Forum 2026</div>"
        "<div>Track: Water</div><h1>Salt</h1><h2>Moderator</h2><p>Ada Lund</p></body></html>"
    )
    records = parse_programme(read(page.encode(), None))
    assert (words(records.track), words(records.event)) == ("Water", "Lake Forum 2026")


def test_what_a_session_is_about_may_stand_below_its_people() -> None:
    about = (
        ABOUT[3:-4] + " It asks who owns the water, and who will own the rivers that it comes from."
    )
    assert [one.text.text for one in programme(MODERATOR, f"<p>{about}</p>").paragraphs] == [about]


PAPERS = (
    "<table><thead><tr><th>Time</th><th>Speaker</th><th>Affiliation</th><th>Paper</th></tr></thead>"
    "<tbody><tr><td>09.00</td><td>Introduction by the chairs</td></tr>"
    "<tr><td>09.10</td><td>Ada Lund</td><td>Lake Institute</td><td>A ford with swords</td></tr>"
    "<tr><td>09.30</td><td>Jan Brask<br>Ida Weil</td><td>Skelling<br>Water Court</td>"
    "<td>Ferrymen</td></tr>"
    "<tr><td>10.00</td><td>Otto Ring</td><td>&nbsp;</td><td>Mills</td></tr>"
    "<tr><td>10.20</td><td>Discussant: Tove Hald</td><td>Levee Board</td><td>Replies</td></tr>"
    "</tbody></table>"
)


def test_a_table_of_papers_names_who_reads_them() -> None:
    assert people(WHEN, PAPERS) == [
        ("speaker", "Ada Lund", "Lake Institute"),
        ("speaker", "Jan Brask", "Skelling"),
        ("speaker", "Ida Weil", "Water Court"),
        ("speaker", "Otto Ring", None),
        ("speaker", "Tove Hald", "Levee Board"),
    ]


def test_roles_may_stand_below_each_person() -> None:
    cards = "".join(
        f"<div><p class=n>{name}</p><p class=p>{position}</p><p class=r>{role}</p></div>"
        for name, position, role in (
            ("Ada Lund", "Judge", "Moderator"),
            ("Jan Brask", "Mayor", "Panellist"),
            ("Ida Weil", "Owner", "Panellist"),
        )
    )
    assert people(WHEN, f"<h3>Speakers3</h3>{cards}") == [
        ("moderator", "Ada Lund", "Judge"),
        ("speaker", "Jan Brask", "Mayor"),
        ("speaker", "Ida Weil", "Owner"),
    ]


def test_buttons_and_lives_below_the_last_person_are_no_position() -> None:
    cards = "".join(
        f"<div class=n>{name}</div><div class=p>{position}</div>"
        for name, position in (("Ada Lund", "Judge"), ("Jan Brask", "Mayor"), ("Ida Weil", "Owner"))
    )
    buttons = "<div class=b>Add to my day</div><div class=b>Watch the stream</div>"
    assert people(WHEN, f"<h3>Speakers</h3>{cards}{buttons}")[-1] == (
        "speaker",
        "Ida Weil",
        "Owner",
    )


def test_a_title_that_the_head_cuts_off() -> None:
    page = (
        "<html><head><title>Lake Days 2023: When Auditors Read the Wa...</title></head><body><main>"
        "<div>When Auditors Read the Water Meters of Four Towns</div><h4>Speakers</h4>"
        "<h2>Ada Lund</h2><p>Judge</p><h2>Jan Brask</h2><p>Mayor</p></main></body></html>"
    )
    records = parse_programme(read(page.encode(), "text/html"))
    assert records.title.text == "When Auditors Read the Water Meters of Four Towns"


@pytest.mark.parametrize(
    ("head", "heading"),
    [
        ("Section 3", "Section 3. Salt of the lake"),
        ("Section “Salt and Ice” / Lake Readings", "Salt and Ice: what the ferrymen wrote"),
    ],
)
def test_a_heading_that_goes_on_behind_what_the_head_calls_it(head: str, heading: str) -> None:
    page = (
        f"<html><head><title>{head}</title></head><body><h1>Lake University</h1>"
        f"<h2>{heading}</h2><p>14 May 2026, 10:00–11:30</p>{MODERATOR}"
    )
    assert parse_programme(read(page.encode(), "text/html; charset=utf-8")).title.text == heading


def test_the_track_by_its_style_above_the_title() -> None:
    page = (
        "<html><head><title>Whose boats?</title></head><body><main>"
        f"<div class=item__track>Water</div><h1>Whose boats?</h1>{WHEN}{MODERATOR}"
        "</main></body></html>"
    )
    assert words(parse_programme(read(page.encode(), "text/html")).track) == "Water"


def test_when_and_where_above_the_title_in_its_own_element() -> None:
    page = (
        "<html><head><title>Salt</title></head><body><div>1 June 2026, 9:00–10:00</div><div>"
        "<div>14 May 2026 10:00–11:30</div><div>Hall 1</div><h1>Salt</h1></div>"
        f"{MODERATOR}"
    )
    records = parse_programme(read(page.encode(), "text/html; charset=utf-8"))
    assert (records.starts_at, words(records.hall)) == (BEGINS, "Hall 1")
