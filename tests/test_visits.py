"""Visit after visit: aliases, unchanged pages, pages that go, walls, partial runs of a source."""

from __future__ import annotations

import asyncio

import pytest

from rostrum.pipeline import Scope, ingest
from rostrum.warehouse.connect import open_warehouse
from rostrum.warehouse.models import run_models
from rostrum.warehouse.query import query
from tests.pages import Report
from tests.sites import answering

GOOD = Report().html


def run(settings, *words: str, **scope):
    return asyncio.run(ingest(words, settings, scope=Scope(**scope)))


def rows(settings, sql: str) -> list[tuple]:
    return query(settings, sql).rows


def ledger(settings, sql: str) -> list[tuple]:
    with open_warehouse(settings) as connection:
        return connection.execute(sql).fetchall()


def linking(href: str) -> bytes:
    return GOOD.replace("<title>", f'<link rel="canonical" href="{href}"><title>').encode()


def test_aliases_are_one_page(settings):
    answers = {
        "/report": (200, {}, linking("/report")),
        "/report?print=1": (200, {}, linking("/report")),
        "/old": (301, {"Location": "/report"}, b""),
    }
    with answering(answers) as (url, _):
        summary = run(
            settings, f"{url}/report?print=1", f"{url}/old#top", f"{url}/report?utm_source=x"
        )
    assert summary.problems == []
    found = rows(settings, "select page_url, aliases, quote_count from pages")
    assert [(f"{url}/report", [f"{url}/old", f"{url}/report?print=1"], 3)] == found
    assert [(3,)] == rows(settings, "select count(*) from quotes")


def test_one_body_in_several_batches_is_kept_and_read_once(settings):
    alias = linking("/report")
    answers = {f"/report?print={number}": (200, {}, alias) for number in range(6)}
    answers |= {f"/copy/{number}": (200, {}, GOOD.encode()) for number in range(3)}
    with answering(answers) as (url, _):
        summary = run(settings, *(f"{url}{path}" for path in answers), batch_pages=1)
    assert (summary.done, summary.loaded) == (9, 4)
    kinds = "select record_type, count(*) from raw.archive_records group by all order by all"
    assert [("response", 2), ("revisit", 7), ("warcinfo", 1)] == ledger(settings, kinds)


@pytest.mark.parametrize("href", ["https://elsewhere.example/report", "/"])
def test_a_canonical_link_that_cannot_be_is_a_warning(settings, href):
    with answering({"/report": (200, {}, linking(href))}) as (url, _):
        summary = run(settings, f"{url}/report")
    assert summary.problems == []
    assert len(summary.warnings) == 1
    assert [(f"{url}/report", "ok")] == rows(settings, "select page_url, status from pages")
    assert [(summary.warnings[0],)] == rows(settings, "select warning from raw.fetches")


@pytest.mark.long(only=True)
def test_a_revisit_of_1000_unchanged_pages_moves_and_parses_nothing(settings):
    pages = {f"/{number}": (200, {"ETag": f'"{number}"'}, GOOD.encode()) for number in range(1000)}
    with answering(pages) as (url, _):
        urls = [f"{url}{path}" for path in pages]
        assert run(settings, *urls).loaded == 1000
        again = run(settings, *urls)
    assert (1000, 0, []) == (again.unchanged, again.loaded, again.problems)
    moved = (
        "select sum(wire_bytes) from raw.fetches where run_id = "
        "(select max_by(run_id, started_at) from raw.runs)"
    )
    assert [(0,)] == rows(settings, moved)


def test_a_server_whose_validators_lie_is_found_out(settings):
    answers = {"/report": (200, {"ETag": '"for-ever"'}, GOOD.encode())}
    with answering(answers) as (url, _):
        run(settings, f"{url}/report")
        edited = Report(said=Report().said[:1]).html.encode()
        answers["/report"] = (200, {"ETag": '"for-ever"'}, edited)
        assert run(settings, f"{url}/report").unchanged == 1
        backdate(settings, days=31)
        assert run(settings, f"{url}/report").new == 1


def backdate(settings, days: int) -> None:
    """Let everything have happened some days earlier."""
    with open_warehouse(settings) as connection:
        connection.execute("update raw.fetches set fetched_at = fetched_at - to_days(?)", [days])


def test_a_changed_body_with_the_same_etag_is_a_new_revision(settings):
    answers = {"/report": (200, {"Last-Modified": "never"}, GOOD.encode())}
    with answering(answers) as (url, _):
        run(settings, f"{url}/report")
        edited = Report(said=Report().said[:1]).html.encode()
        answers["/report"] = (200, {"Last-Modified": "never"}, edited)
        assert run(settings, f"{url}/report").new == 1
    assert [(2, 2)] == rows(settings, "select revision_count, quote_count from pages")


def test_410_is_gone_at_once_and_the_quotes_stay_marked(settings):
    answers = {"/report": (200, {}, GOOD.encode())}
    with answering(answers) as (url, _):
        run(settings, f"{url}/report")
        answers["/report"] = (410, {}, b"gone")
        run(settings, f"{url}/report")
    assert [("gone", 3)] == rows(settings, "select status, quote_count from pages")
    assert [(3, True)] == rows(settings, "select count(*), bool_and(is_gone) from quotes")


def test_404_is_gone_after_three_on_two_days(settings):
    answers = {"/report": (200, {}, GOOD.encode())}
    with answering(answers) as (url, _):
        run(settings, f"{url}/report")
        del answers["/report"]
        for _ in range(3):
            run(settings, f"{url}/report")
    assert [("ok",)] == rows(settings, "select status from pages")
    with open_warehouse(settings) as connection:  # as if begun two days ago
        connection.execute(
            "update raw.fetches set fetched_at = fetched_at - interval 2 day where "
            "fetched_at < (select max(fetched_at) from raw.fetches)"
        )
        run_models(connection, whole=True)
        status = connection.execute("select status, quote_count from pages").fetchone()
    assert status == ("gone", 3)


WALLS = {
    "soft_404": "<h1>Page not found</h1><p>The page you asked for does not exist.</p>",
    "consent_wall": "<h1>Your privacy</h1><p>We use cookies. Accept all or manage them.</p>",
    "login_page": "<h1>Welcome back</h1><p>Please sign in with your e-mail and password.</p>",
    "robot_wall": "<h1>One moment</h1><p>Checking your browser before you go on.</p>",
    "suspended_site": "<h1>Hello</h1><p>This account has been suspended.</p>",
}
WALLS_RU = {
    "soft_404": "<h1>Ошибка</h1><p>Страница не найдена.</p>",
    "login_page": "<h1>Вход</h1><p>Введите пароль.</p>",
    "suspended_site": "<h1>Внимание</h1><p>Сайт временно недоступен.</p>",
}


@pytest.mark.parametrize(("code", "body"), [*WALLS.items(), *WALLS_RU.items()])
def test_walls_with_status_200_are_told_apart(settings, site, code, body):
    url = site.write(
        "page.html", f"<html><head><title>Site</title></head><body>{body}</body></html>"
    )
    assert [code] == [problem.code for problem in run(settings, url).problems]
    assert [("quarantined",)] == rows(settings, "select status from pages")


def test_a_report_about_cookies_is_no_wall(settings, site):
    said = type(Report().said[0])(
        "We accept cookies and cannot read the page not found", "Ada Brandt"
    )
    url = site.write("page.html", Report(title="Accept all Cookies", said=(said,)).html)
    assert run(settings, url).problems == []


def test_a_source_is_followed_until_its_pages_are_known(settings):
    assert run(settings, "sample", limit=3).found == 3
    assert run(settings, "sample").found == 19
    again = run(settings, "sample")
    assert 0 < again.found < 19
    assert again.new == 0
    assert run(settings, "sample", full=True).found == 19


def test_every_attempt_says_where_its_record_lies(settings, site):
    url = site.write("page.html", GOOD)
    run(settings, url)
    run(settings, url)
    run(settings, f"{site.url}/none.html")
    found = rows(
        settings,
        "select outcome, records.record_type, fetches.requested_url from raw.fetches as fetches "
        "left join raw.archive_records as records using (warc_file, warc_offset) "
        "order by fetched_at",
    )
    assert found == [
        ("new", "response", url),
        ("unchanged", "revisit", url),
        ("gone", "metadata", f"{site.url}/none.html"),
    ]


def test_a_page_whose_charset_is_in_doubt_is_read_and_flagged(settings):
    said = type(Report().said[0])("Озеро не знает, кому оно принадлежит по закону", "Ада Брандт")
    doubtful = Report(said=(said,)).html.encode("cp1251")  # the server says UTF-8
    with answering({"/doubt": (200, {}, doubtful), "/sure": (200, {}, GOOD.encode())}) as (url, _):
        summary = run(settings, f"{url}/doubt", f"{url}/sure")
    assert [(f"{url}/doubt", "encoding_suspect")] == [
        (problem.page_url, problem.code) for problem in summary.problems
    ]
    assert "utf-8" in summary.problems[0].detail
    names = {name for (name,) in rows(settings, "select distinct speaker_name from quotes")}
    assert {"Ада Брандт", "Ada Brandt"} <= names
    assert [(2,)] == rows(settings, "select count(*) from pages where status = 'ok'")
