"""What a failing check does: the old snapshot stays, and the rows are named."""

from __future__ import annotations

import asyncio

import pytest
from tests.pages import Report, Said

from rostrum.errors import CheckError
from rostrum.pipeline import ingest
from rostrum.warehouse.query import query

TALK = tuple(
    Said(f"There are {number} boats on the lake, and {number} of them leak", "Ada Brandt")
    for number in range(30, 60)
)


@pytest.fixture
def url(site, settings):
    url = site.write("report.html", Report(said=TALK).html)
    asyncio.run(ingest([url], settings))
    return url


def quote_count(settings) -> int:
    ((count,),) = query(settings, "select count(*) from quotes").rows
    return int(count)


def test_a_site_that_gives_half_of_what_it_did_is_not_published(settings, site, url):
    before = quote_count(settings)
    site.write("report.html", Report(said=TALK[:10]).html)
    with pytest.raises(CheckError, match=r"sites_keep_their_yield .*127\.0\.0\.1.*--accept-yield"):
        asyncio.run(ingest([url], settings))
    assert quote_count(settings) == before


def test_a_person_may_take_it(command, settings, site, url):
    site.write("report.html", Report(said=TALK[:10]).html)
    failed = command("ingest", url)
    assert (1, 1) == (failed.returncode, failed.stderr.count("sites_keep_their_yield"))
    assert command("transform").returncode == 1
    taken = command("transform", "--accept-yield")
    assert taken.returncode in {0, 3}, taken.stderr
    assert quote_count(settings) == 11
    assert command("transform").returncode in {0, 3}


def test_a_few_quotes_may_go(settings, site):
    url = site.write("report.html", Report(said=TALK[:8]).html)
    asyncio.run(ingest([url], settings))
    site.write("report.html", Report(said=TALK[:2]).html)
    asyncio.run(ingest([url], settings))
    assert quote_count(settings) == 3


def test_a_quote_of_nobody_named_has_an_issue(settings, site):
    words = "<p>“The shore is nobody’s, and it stays so,” the minister said.</p>"
    html = Report().html.replace("</main>", f"{words}</main>")
    asyncio.run(ingest([site.write("report.html", html)], settings))
    told = query(settings, "select code, detail from issues").rows
    assert [("unnamed_speaker", True)] == [(code, "(minister)" in detail) for code, detail in told]
