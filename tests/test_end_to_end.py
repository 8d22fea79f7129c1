"""The whole pipeline, in one process, on real sockets and a real DuckDB file."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from rostrum.errors import UsageError
from rostrum.pipeline import Scope, ingest, read_targets
from rostrum.settings import Settings
from rostrum.warehouse.query import query
from tests.pages import Report

GOLD = sorted((Path(__file__).parent / "fixtures/sample").glob("*.json"))
READER_TABLES = (
    "quotes",
    "speakers",
    "organizations",
    "sessions",
    "events",
    "participations",
    "issues",
)

QUOTES = """
select section_kind, section_heading, thesis, text, speaker_name, position,
    [[role.role, role.organization] for role in roles] as roles
from quotes where page_url = ? order by quote_number
"""


def run(settings: Settings, *words: str):
    return asyncio.run(ingest(words, settings))


def rows(settings: Settings, sql: str, *parameters: object) -> list[tuple]:
    return query(settings, sql, parameters).rows


def quotes_of_gold(gold: dict) -> list[tuple]:
    return [
        (
            section["kind"],
            section["heading"],
            thesis["heading"],
            quote["text"],
            quote["name"],
            quote["position"],
            quote["roles"],
        )
        for section in gold["sections"]
        for thesis in section["theses"]
        for quote in thesis["quotes"]
    ]


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Settings:
    settings = Settings(home=tmp_path_factory.mktemp("sample") / "home")
    summary = run(settings, "sample")
    assert summary.problems == []
    return settings


def test_sample_is_published_whole(sample):
    golds = [json.loads(path.read_text()) for path in GOLD]
    expected = sorted(
        quote for gold in golds if "sections" in gold for quote in quotes_of_gold(gold)
    )
    found = rows(sample, QUOTES.replace("page_url = ?", "source = 'sample'"))
    assert expected == sorted(found)
    assert [(len(golds),)] == rows(sample, "select count(*) from pages where status = 'ok'")


def test_people_of_programmes_take_part(sample):
    expected = sorted(
        (person["role"], person["name"], person["position"])
        for path in GOLD
        for person in json.loads(path.read_text()).get("people", ())
    )
    found = rows(
        sample, "select role, speaker_name, position from participations where role <> 'quoted'"
    )
    assert expected == sorted(found)


def test_report_and_programme_of_one_session_are_one(sample):
    found = rows(
        sample,
        "select count(*) from sessions where programme_url <> page_url",
    )
    assert [(4,)] == found


def test_second_ingest_changes_no_row(sample):
    before = {table: rows(sample, f"from {table} order by all") for table in READER_TABLES}
    columns = "page_url, status, revision_sha256, revision_count, quote_count, first_fetched_at"
    pages = rows(sample, f"select {columns} from pages")
    revisions = rows(sample, "from raw.revisions order by all")
    summary = asyncio.run(ingest(["sample"], sample, scope=Scope(full=True)))
    assert (0, 19, 0) == (summary.new, summary.unchanged, summary.loaded)
    assert before == {table: rows(sample, f"from {table} order by all") for table in READER_TABLES}
    assert pages == rows(sample, f"select {columns} from pages")
    assert revisions == rows(sample, "from raw.revisions order by all")


@pytest.mark.parametrize("layout", ["joined", "wrapped", "br"])
def test_seed_by_url_is_exactly_its_gold(shared, site, settings, layout):
    gold = json.loads((shared / "seed/report.gold.json").read_text())
    url = site.write("report.html", (shared / f"seed/report-{layout}.html").read_bytes())
    assert run(settings, url).problems == []
    assert quotes_of_gold(gold) == rows(settings, QUOTES, url)
    sessions = rows(
        settings, "select title, event_name, organizers, supporters, language from sessions"
    )
    expected = (gold["title"], gold["event"], gold["organizers"], gold["supporters"], "en")
    assert [expected] == sessions
    assert [(11,)] == rows(settings, "select count(*) from speakers")
    assert [(3,)] == rows(settings, "select count(distinct section_heading) from quotes")
    assert [(6,)] == rows(settings, "select count(distinct thesis) from quotes")


def test_generated_pages_by_url_are_exactly_their_gold(shared, site, settings):
    pages = sorted((shared / "generated").glob("*.html"))
    urls = {page: site.write(page.name, page.read_bytes()) for page in pages}
    assert run(settings, *urls.values()).problems == []
    assert len(pages) >= 16
    for page, url in urls.items():
        gold = json.loads(page.with_suffix(".gold.json").read_text())
        assert quotes_of_gold(gold) == rows(settings, QUOTES, url), page.name


def test_edited_page_is_a_new_revision_and_a_lost_one_keeps_its_quotes(site, settings):
    url = site.write("page.html", Report().html)
    run(settings, url)
    site.write("page.html", Report(said=Report().said[:1]).html)
    assert run(settings, url).new == 1
    status = "select status, revision_count, quote_count from pages"
    assert [("ok", 2, 2)] == rows(settings, status)
    site.write(
        "page.html", "<html><body><h1>Sold</h1><p>This domain is for sale.</p></body></html>"
    )
    assert [problem.code for problem in run(settings, url).problems] == ["suspended_site"]
    assert [("quarantined", 3, 2)] == rows(settings, status)
    (site.folder / "page.html").unlink()
    assert "http_404" in [problem.code for problem in run(settings, url).problems]
    assert [("quarantined", 3, 2)] == rows(settings, status)
    site.write("page.html", Report().html)
    assert run(settings, url).problems == []
    assert [("ok", 3, 3)] == rows(settings, status)
    assert [(0,)] == rows(settings, "select count(*) from issues where resolved_at is null")


def test_targets_are_told_apart():
    targets = read_targets(["sample", "http://lake.example/a", "sample", "nonsense"])
    assert ["sample"] == [source.name for source in targets.sources]
    assert ("http://lake.example/a", "nonsense") == targets.urls
    for words in ([], ["nonsense"]):
        with pytest.raises(UsageError):
            read_targets(words)
