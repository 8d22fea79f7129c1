"""A report is linked to the programme page of its session, by title, event and year."""

from __future__ import annotations

import asyncio
import datetime as dt

import pytest
from tests.pages import SAID, escape

from rostrum.pipeline import ingest
from rostrum.warehouse.query import query

PEOPLE = "<h2>Moderator</h2><p>Ada Brandt</p><p>Judge, Water Court</p>"
WHEN = "<p>14 May 2026, 10:00–11:30 (MSK)</p><p>Hall 3</p><p>Track: Lakes</p>"


def page(title: str, body: str) -> str:
    return (
        f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{escape(title)}</title>"
        f"</head><body><main><h1>{escape(title)}</h1>{body}</main></body></html>"
    )


def report(title: str, event: str = "", published: str = "20 May 2026") -> str:
    held = f"<p>The session was held as part of the {event}.</p>" if event else ""
    said = "".join(f"<p>{escape(each.line)}</p>" for each in SAID)
    body = f"<p>{published}</p>{held}<h2>KEY CONCLUSIONS</h2><h3>The shore is long</h3>{said}"
    return page(title, body)


def programme(title: str, event: str = "", when: str = WHEN) -> str:
    named = f"<p>Event: {event}</p>" if event else ""
    return page(title, f"{when}{named}{PEOPLE}")


def link(settings, site, *pages: str) -> list[tuple]:
    urls = [site.write(f"page-{number}.html", body) for number, body in enumerate(pages)]
    summary = asyncio.run(ingest(urls, settings))
    assert summary.problems == []
    return query(settings, "select page_url, programme_url from sessions order by all").rows


@pytest.mark.parametrize(
    ("told", "planned"),
    [
        ("Who Speaks for the “Lake”", "Who speaks for the ‘lake’"),
        ("Who Speaks for the Lake.", "WHO SPEAKS  FOR THE LAKE"),
        ("Lakes — Law and Order", "Lakes - law and order"),
        ("Session: Who Speaks for the Lake", "Who Speaks for the Lake"),
        ("Who Speaks for the Lake", "Round table “Who Speaks for the Lake”"),
        ("Чьё озеро", "Чье озеро"),
    ],
)
def test_a_title_is_known_again(settings, site, told, planned):
    (row,) = link(settings, site, report(told), programme(planned))
    assert row == (f"{site.url}/page-0.html", f"{site.url}/page-1.html")


@pytest.mark.parametrize(
    ("told", "planned"),
    [
        (report("The Lake"), programme("The Lakes")),
        (report("The Lake", "Ostrel Days"), programme("The Lake", "Port Forum")),
        (report("The Lake", published="20 May 2025"), programme("The Lake")),
    ],
    ids=["title", "event", "year"],
)
def test_what_differs_is_not_linked(settings, site, told, planned):
    assert len(link(settings, site, told, planned)) == 2


def test_an_event_agrees_without_its_article_and_typography(settings, site):
    told = report("The Lake", "“Ostrel” Lake Days")
    assert len(link(settings, site, told, programme("The Lake", "The Ostrel Lake Days"))) == 1


def test_the_event_chooses_between_two_programme_pages(settings, site):
    pages = (programme("The Lake", "Ostrel Days"), programme("The Lake", "Port Forum"))
    found = link(settings, site, report("The Lake", "Port Forum"), *pages)
    assert (f"{site.url}/page-0.html", f"{site.url}/page-2.html") in found


def test_of_two_programme_pages_that_fit_none_is_linked(settings, site):
    found = link(settings, site, report("The Lake"), programme("The Lake"), programme("The Lake"))
    assert len(found) == 3


def test_time_and_place_of_a_session_are_shown(settings, site):
    link(settings, site, report("The Lake"), programme("The Lake"))
    day = dt.date(2026, 5, 14)
    begins, ends = (dt.datetime.combine(day, dt.time(*clock)) for clock in ((10, 0), (11, 30)))
    expected = ("Lakes", "Hall 3", begins, ends, "Europe/Moscow")
    columns = "track, hall, starts_at, ends_at, time_zone"
    assert query(settings, f"select {columns} from sessions").rows == [expected]
    of_pages = f"select {columns} from pages where kind = 'programme'"
    assert query(settings, of_pages).rows == [expected]


SCHEDULE = (
    "<p>14 May 2026</p><p>10:00–11:30, Hall 1</p><h2>The Lake</h2><p>How high it may stand, and who"
    " decides that: the keepers of the locks or those who drink of it.</p>"
    "<p>Moderator: Ada Brandt, Judge</p>"
    "<p>12:00–13:30, Hall 2</p><h2>The Weir</h2><p>Speakers: Tom Reed, Miller</p>"
    "<p>14:00–15:00, Hall 2</p><h2>The Weir</h2><p>Speakers: Tom Reed, Miller</p>"
)


def test_a_page_may_announce_several_sessions(settings, site):
    link(settings, site, page("Ostrel Lake Days 2026", SCHEDULE))
    columns = "title, hall, starts_at, left(description, 12), page_url"
    day, url = dt.date(2026, 5, 14), f"{site.url}/page-0.html"
    assert query(settings, f"select {columns} from sessions order by starts_at").rows == [
        ("The Lake", "Hall 1", dt.datetime.combine(day, dt.time(10)), "How high it ", url),
        ("The Weir", "Hall 2", dt.datetime.combine(day, dt.time(12)), None, url),
        ("The Weir", "Hall 2", dt.datetime.combine(day, dt.time(14)), None, url),
    ]
    taking_part = (
        "select starts_at, role, speaker_name from participations join sessions "
        "using (session_id) order by starts_at"
    )
    assert [(at.hour, *rest) for at, *rest in query(settings, taking_part).rows] == [
        (10, "moderator", "Ada Brandt"),
        (12, "speaker", "Tom Reed"),
        (14, "speaker", "Tom Reed"),
    ]


def test_a_report_is_of_the_session_of_its_title_among_several(settings, site):
    schedule = page("Ostrel Lake Days 2026", SCHEDULE)
    link(settings, site, report("The Lake"), schedule)
    rows = query(settings, "select title, page_url, hall from sessions order by title").rows
    assert rows == [
        ("The Lake", f"{site.url}/page-0.html", "Hall 1"),
        ("The Weir", f"{site.url}/page-1.html", "Hall 2"),
        ("The Weir", f"{site.url}/page-1.html", "Hall 2"),
    ]
