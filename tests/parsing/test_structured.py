"""Structured data against the page: confirmed, contradicted, filled in, never just believed."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from pages import LEAD, PROBLEMS, QUOTE, THESIS
from rostrum.parsing.parse import read_page
from rostrum.reading import read
from rostrum.sources.source import Promise

if TYPE_CHECKING:
    from rostrum.records import PageKind, PageRecords

TITLE = "Who Owns the Flood?"
WHEN = "<p>14 May 2026, 10:00–11:30</p>"
PEOPLE = (
    "<h2>Moderator</h2><p>Ada Lund</p><p>Judge, Water Court</p>"
    "<h2>Speakers</h2><p>Jan Brask</p><p>Mayor of Skelling</p>"
)
REPORT = (LEAD, PROBLEMS, THESIS, QUOTE)


def look(kind: PageKind, *body: str, head: str) -> PageRecords:
    markup = (
        f"<html lang=en><head><title>{TITLE}</title>{head}</head>"
        f"<body><h1>{TITLE}</h1>{''.join(body)}</body></html>"
    )
    return read_page(read(markup.encode(), "text/html; charset=utf-8"), kind, Promise())


def script(**properties: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(properties)}</script>'


def article(**properties: Any) -> str:
    return script(**{"@type": "NewsArticle", "headline": TITLE, **properties})


def event(**properties: Any) -> str:
    return script(**{"@type": "Event", "name": TITLE, **properties})


def details(records: PageRecords) -> list[str]:
    assert {(issue.stage, issue.code) for issue in records.issues} <= {("parse", "contradiction")}
    return [issue.detail for issue in records.issues]


def of_report(head: str, *body: str) -> list[str]:
    return details(look("report", *body, *REPORT, head=head))


def of_programme(head: str, *body: str) -> list[str]:
    return details(look("programme", *(body or (WHEN,)), PEOPLE, head=head))


def person(name: str, title: str | None = None) -> dict[str, str]:
    return {"@type": "Person", "name": name, **({"jobTitle": title} if title else {})}


@pytest.mark.parametrize(
    "head",
    [
        "",
        article(),
        article(headline="WHO OWNS THE FLOOD"),
        article(headline="“Who Owns the Flood?”"),
        article(author=person("Somebody Else")),
        article(datePublished="2026-05-20"),
        article(dateModified="2026-05-25"),
        article(datePublished="2026-05-19T22:30:00Z"),
        article(datePublished="2026-05-20T23:30:00+03:00"),
        article(datePublished="nonsense"),
        '<meta property="og:title" content="Who Owns the Flood? | Lakes">',
        '<meta property="og:title" content="Lakes — Who owns the flood?">',
        '<meta property="og:title" content="Lakes"><meta property="og:site_name" content="Lakes">',
        article() + article(headline="Another story", datePublished="2026-01-01"),
        event(startDate="2026-05-14T10:00"),
        script(**{"@type": "Event", "name": "Port Forum", "startDate": "2026-05-13"}),
    ],
)
def test_agreement_and_silence_are_no_issues(head: str) -> None:
    assert of_report(head, "<p>20 May 2026</p>") == []


@pytest.mark.parametrize(
    ("head", "shown", "stated"),
    [
        (article(headline="The Flood Has No Owner"), TITLE, "The Flood Has No Owner"),
        (
            '<meta property="og:title" content="A flood without owners | Lakes">',
            TITLE,
            "A flood without owners | Lakes",
        ),
        (article(datePublished="2026-05-25"), "2026-05-20", "2026-05-25"),
        (
            article(datePublished="2026-05-21T12:00:00+03:00"),
            "2026-05-20",
            "2026-05-21T12:00:00+03:00",
        ),
        (
            '<meta property="article:published_time" content="25-05-2026">',
            "2026-05-20",
            "25-05-2026",
        ),
    ],
)
def test_what_a_report_contradicts(head: str, shown: str, stated: str) -> None:
    (detail,) = of_report(head, "<p>20 May 2026</p>")
    assert f"“{shown}”" in detail
    assert f"“{stated}”" in detail
    assert "the page's was kept" in detail


def test_what_the_page_shows_is_kept() -> None:
    head = article(headline="Other", datePublished="2026-05-25")
    records = look("report", "<p>20 May 2026</p>", *REPORT, head=head)
    assert (records.title.text, records.published_on) == (TITLE, date(2026, 5, 20))


@pytest.mark.parametrize(
    "head",
    [
        event(startDate="2026-05-14", endDate="2026-05-14"),
        event(startDate="2026-05-14T10:00", endDate="2026-05-14T11:30"),
        event(startDate="2026-05-14T10:00+03:00", endDate="2026-05-14T11:30+03:00"),
        event(startDate="2026-05-14T07:00Z", endDate="2026-05-14T08:30Z"),
        event(startDate="2026-05-14T10:00Z"),
        event(performer=[person("Ada Lund", "Judge"), person("J. Brask", "Mayor")]),
        event(performer=person("Jan P. Brask")),
        event(performer={"@type": "Organization", "name": "Lake Choir"}),
        event(performer="Lake Choir Orchestra Company"),
        event(organizer={"@type": "Organization", "name": "Lakes Ltd"}),
        event(superEvent={"@type": "Event", "name": "Port Forum 2026", "startDate": "2026-05-13"}),
        script(**{"@type": "Event", "name": "Port Forum", "startDate": "2026-05-13"}),
    ],
)
def test_a_programme_that_agrees(head: str) -> None:
    assert of_programme(head, LEAD, WHEN) == []


@pytest.mark.parametrize(
    ("head", "shown", "stated"),
    [
        (event(startDate="2026-05-15T10:00"), "2026-05-14 10:00", "2026-05-15 10:00"),
        (event(startDate="2026-05-15"), "2026-05-14 10:00", "2026-05-15"),
        (event(startDate="2026-05-14T12:00+03:00"), "2026-05-14 10:00", "2026-05-14 12:00+03:00"),
        (event(startDate="2026-05-14T07:10Z"), "2026-05-14 10:00", "2026-05-14 07:10+00:00"),
        (event(endDate="2026-05-14T12:30"), "2026-05-14 11:30", "2026-05-14 12:30"),
        (event(superEvent={"@type": "Event", "name": "Lake Days"}), "Port Forum", "Lake Days"),
        (event(performer=person("Ilse Korr")), "Ada Lund, Jan Brask", "Ilse Korr"),
        (event(performer=person("Ada Lund", "Beekeeper")), "Judge, Water Court", "Beekeeper"),
    ],
)
def test_what_a_programme_contradicts(head: str, shown: str, stated: str) -> None:
    (detail,) = of_programme(head, LEAD, WHEN)
    assert f"“{shown}”" in detail
    assert f"“{stated}”" in detail


def test_the_same_moment_in_another_zone_is_no_contradiction() -> None:
    line = "<p>14 May 2026, 10:00–11:30 (MSK)</p>"
    assert of_programme(event(startDate="2026-05-14T07:00Z"), line) == []
    assert of_programme(event(startDate="2026-05-14T09:00+02:00"), line) == []
    assert len(of_programme(event(startDate="2026-05-14T08:00Z"), line)) == 1


def test_organizers_none_of_whom_is_shown() -> None:
    lead = "<p>The session was organized by the Ostrel Society.</p>"
    assert (
        of_programme(event(organizer={"@type": "Organization", "name": "Ostrel Society"}), lead)
        == []
    )
    (detail,) = of_programme(
        event(organizer={"@type": "Organization", "name": "Harbour Club"}), lead
    )
    assert "“Ostrel Society”" in detail
    assert "“Harbour Club”" in detail


def test_the_name_of_the_only_session_is_its_title() -> None:
    (detail,) = of_programme(
        event(name="Who Pays?", startDate="2026-05-14T10:00", endDate="2026-05-14T11:30")
    )
    assert "“Who Pays?”" in detail


def test_dates_that_the_page_does_not_show_are_filled_in() -> None:
    records = look("report", *REPORT, head=article(datePublished="2026-05-20T08:00:00+03:00"))
    assert (records.published_on, records.issues) == (date(2026, 5, 20), ())


@pytest.mark.parametrize(
    ("starts", "ends", "zone"),
    [
        ("2026-05-14T10:00+03:00", "2026-05-14T11:30+03:00", "+03:00"),
        ("2026-05-14T10:00", "2026-05-14T11:30", None),
        ("2026-05-14T10:00Z", "2026-05-14T11:30Z", "UTC"),
    ],
)
def test_times_that_the_page_does_not_show_are_filled_in(
    starts: str, ends: str, zone: str | None
) -> None:
    records = look("programme", PEOPLE, head=event(startDate=starts, endDate=ends))
    assert records.starts_at == datetime.fromisoformat("2026-05-14T10:00")
    assert records.ends_at == datetime.fromisoformat("2026-05-14T11:30")
    assert (records.time_zone, records.issues) == (zone, ())


def test_an_end_and_a_zone_are_filled_in_where_the_begin_agrees() -> None:
    head = event(startDate="2026-05-14T10:00+03:00", endDate="2026-05-14T11:30+03:00")
    records = look("programme", "<p>14 May 2026, 10:00</p>", PEOPLE, head=head)
    assert records.ends_at == datetime.fromisoformat("2026-05-14T11:30")
    assert records.time_zone == "+03:00"


@pytest.mark.parametrize(
    "head",
    [
        event(startDate="2026-05-14"),
        script(**{"@type": "Event", "name": "Port Forum", "startDate": "2026-05-13T09:00"}),
    ],
)
def test_a_day_and_a_forum_fill_in_no_times(head: str) -> None:
    records = look("programme", PEOPLE, head=head)
    assert (records.starts_at, records.ends_at, records.time_zone) == (None, None, None)


def test_people_and_titles_are_never_filled_in() -> None:
    records = look("programme", PEOPLE, head=event(performer=person("Ilse Korr", "Notary")))
    names = [each.speaker.name.text for each in records.participants if each.speaker.name]
    assert names == ["Ada Lund", "Jan Brask"]
