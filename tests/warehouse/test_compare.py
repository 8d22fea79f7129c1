"""Pages compared with the other pages of their site: furniture by repetition, and poor pages."""

from __future__ import annotations

import asyncio
from itertools import islice, permutations

import pytest
from tests.conftest import LONG
from tests.pages import Report, Said

from rostrum.pipeline import ingest
from rostrum.settings import Settings
from rostrum.warehouse.connect import open_warehouse
from rostrum.warehouse.lock import hold_writer_lock
from rostrum.warehouse.models import run_models
from rostrum.warehouse.publish import publish
from rostrum.warehouse.query import query

SLOGAN = Said("Every lake deserves a forum, and every forum deserves its lake", "Orla Venn")
TITLES = ("Who Speaks for the Lake", "The Price of a Pier", "Reeds and Rights", "A Ferry Too Many")


def report(number: int, *also: Said, count: int = 2) -> str:
    """A report whose own quotes no other has."""
    said = [
        Said(
            f"In ward {number} we counted {place} boats and wrote it down",
            f"Ada Brandt{'t' * place}",
        )
        for place in range(count)
    ]
    title = f"{TITLES[number % len(TITLES)]} {number // len(TITLES)}"
    return Report(title=title, said=(*said, *also), sections=("PROBLEMS",)).html


def run(settings: Settings, *urls: str):
    return asyncio.run(ingest(urls, settings))


def rows(settings: Settings, sql: str) -> list[tuple]:
    return query(settings, sql).rows


def issues(settings: Settings, code: str) -> list[tuple]:
    return query(
        settings,
        "select page_url, detail from issues where code = ? and resolved_at is null order by all",
        [code],
    ).rows


@pytest.fixture
def home(tmp_path):
    def make(name: str) -> Settings:
        return Settings(home=tmp_path / name, allow_hosts=frozenset({"127.0.0.1"}))

    return make


def test_a_quote_on_five_pages_of_a_host_is_published_as_none_of_theirs(home, site):
    settings = home("home")
    urls = [site.write(f"{number}.html", report(number, SLOGAN)) for number in range(5)]
    assert run(settings, *urls[:4]).problems == []
    assert [(4,)] == rows(settings, "select count(*) from quotes where speaker_name = 'Orla Venn'")
    summary = run(settings, urls[4])
    assert ["repeated_quote"] * 5 == [problem.code for problem in summary.problems]
    assert sorted(urls) == [page_url for page_url, _ in issues(settings, "repeated_quote")]
    assert "Every lake deserves" in issues(settings, "repeated_quote")[0][1]
    assert [(10,)] == rows(settings, "select count(*) from quotes")
    assert [(0,)] == rows(settings, "select count(*) from speakers where name = 'Orla Venn'")
    assert [(10,)] == rows(settings, "select sum(quote_count) from pages")
    assert {("ok",)} == set(rows(settings, "select status from pages"))


def test_a_quote_on_five_of_many_pages_is_theirs(home, site):
    settings = home("home")
    urls = [site.write(f"{number}.html", report(number, SLOGAN)) for number in range(5)]
    urls += [site.write(f"{number}.html", report(number)) for number in range(5, 26)]
    assert run(settings, *urls).problems == []
    assert [(5,)] == rows(settings, "select count(*) from quotes where speaker_name = 'Orla Venn'")


@pytest.mark.long(only=True)
def test_the_order_of_pages_changes_nothing(home, site):
    urls = [site.write(f"{number}.html", report(number, SLOGAN)) for number in range(5)]
    found = []
    for number, order in enumerate(islice(permutations(urls), 0, None, 47 if LONG else 97)):
        settings = home(str(number))
        for url in order:
            run(settings, url)
        found.append(
            (
                rows(settings, "select quote_id from quotes order by all"),
                rows(settings, "select page_url, code, detail from issues order by all"),
                rows(settings, "select page_url, claimed_share from pages order by all"),
            )
        )
    assert len(found[0][1]) == 5
    assert all(one == found[0] for one in found)


def test_pages_of_one_title_are_one_page_in_several_places(home, site):
    settings = home("home")
    body = report(1, SLOGAN)
    urls = [site.write(f"{number}.html", body + f"<!-- {number} -->") for number in range(3)]
    assert run(settings, *urls).problems == []
    assert [(9,)] == rows(settings, "select count(*) from quotes")


def test_the_same_words_of_others_are_theirs(home, site):
    settings = home("home")
    names = ("Orla Venn", "Orlo Venn", "Oona Venn")
    urls = [
        site.write(f"{number}.html", report(number, Said(SLOGAN.text, name)))
        for number, name in enumerate(names)
    ]
    assert run(settings, *urls).problems == []
    assert [(9,)] == rows(settings, "select count(*) from quotes")


def add_residue(settings: Settings, text: str, page_url: str) -> None:
    """A stretch of a page that its parser claims for no record."""
    with hold_writer_lock(settings, "test"), open_warehouse(settings) as connection:
        connection.execute(
            "insert into raw.residue select page_url, revision_sha256, 99, $text, 0, 1 "
            "from raw.revisions where page_url = $url",
            {"text": text, "url": page_url},
        )
        connection.execute(
            "update raw.revisions set article_length = article_length + length($text) "
            "where page_url = $url",
            {"text": text, "url": page_url},
        )
        run_models(connection, whole=True)
        publish(connection, settings)


def test_text_that_nobody_claims_on_many_pages_is_no_part_of_the_article(home, site):
    settings = home("home")
    urls = [site.write(f"{number}.html", report(number)) for number in range(5)]
    run(settings, *urls)
    shares = "select claimed_share from pages order by page_url"
    whole = rows(settings, shares)
    for url in urls[:4]:
        add_residue(settings, "The hall applauded for long, and then it rained.", url)
    assert [True] * 4 + [False] == [share < 0.98 for (share,) in rows(settings, shares)]
    add_residue(settings, "The hall applauded for long, and then it rained.", urls[4])
    assert whole == rows(settings, shares)


def test_a_page_with_a_fraction_of_its_sites_quotes_is_told_and_kept(home, site):
    settings = home("home")
    urls = [site.write(f"{number}.html", report(number, count=10)) for number in range(5)]
    assert run(settings, *urls).problems == []
    long_one = Said("We counted boats " + "and counted them once more " * 25, "Ada Brandt")
    page = Report(title="A Long Day", said=(long_one,), sections=("PROBLEMS",)).html
    poor = site.write("poor.html", page)
    assert ["low_yield"] == [problem.code for problem in run(settings, poor).problems]
    ((page_url, detail),) = issues(settings, "low_yield")
    assert page_url == poor
    assert "Quotes read here: 1" in detail
    kept = query(settings, "select status, quote_count from pages where page_url = ?", [poor])
    assert [("ok", 1)] == kept.rows


def test_a_short_page_with_few_quotes_is_no_poor_one(home, site):
    settings = home("home")
    urls = [site.write(f"{number}.html", report(number, count=10)) for number in range(5)]
    urls.append(site.write("short.html", report(5, count=1)))
    assert run(settings, *urls).problems == []


def test_a_page_that_lost_its_quotes_is_compared_with_itself(home, site):
    settings = home("home")
    url = site.write("page.html", report(1, count=12))
    run(settings, url)
    long_one = Said("We counted boats " + "and then we counted them once more " * 25, "Ada Brandt")
    site.write(
        "page.html", Report(title=TITLES[1] + " 0", said=(long_one,), sections=("PROBLEMS",)).html
    )
    assert ["low_yield"] == [problem.code for problem in run(settings, url).problems]
    assert "had 12" in issues(settings, "low_yield")[0][1]
    assert [(1,)] == rows(settings, "select count(*) from quotes")
