"""`rostrum issues --replay`: refused pages are read again from the archive, by what holds today."""

from __future__ import annotations

import asyncio
import hashlib
from typing import TYPE_CHECKING

import pytest

from rostrum import stages
from rostrum.errors import HomeError
from rostrum.pipeline import ingest, replay
from rostrum.proof import verify
from rostrum.sources import Promise
from rostrum.warehouse.query import query
from tests.pages import Report

if TYPE_CHECKING:
    from rostrum.settings import Settings

DEMANDING = Promise(has_sections=True, min_quotes=4, min_claimed_share=0.5)
ALL_ROWS = (
    "select page_url, status, quote_count from pages order by all",
    "select quote_id, text from quotes order by all",
    "select page_url, code, detail, resolved_at is null from issues order by all",
)


@pytest.fixture
def refused(settings, site, monkeypatch) -> Settings:
    """A home where one page is well and two are refused: by a promise, and by their kind."""
    monkeypatch.setattr(stages, "WEB_PROMISE", DEMANDING)
    quoteless = Report(title="No Marks").html.replace("“", "").replace("”", "")
    urls = [
        site.write("rich.html", Report(title="Rich", sections=("PROBLEMS", "SOLUTIONS") * 2).html),
        site.write("page.html", Report().html),
        site.write("quoteless.html", quoteless),
    ]
    summary = asyncio.run(ingest(urls, settings))
    assert ["no_quotes", "no_quotes"] == [problem.code for problem in summary.problems]
    monkeypatch.undo()
    return settings


def everything(settings: Settings) -> list[list[tuple]]:
    return [query(settings, sql).rows for sql in ALL_ROWS]


def archive_digest(settings: Settings) -> list[str]:
    return [
        hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(settings.archive.glob("*"))
    ]


def test_a_promise_that_was_relaxed_lets_its_pages_in(refused, site):
    archived = archive_digest(refused)
    for name in ("page.html", "rich.html", "quoteless.html"):
        (site.folder / name).unlink()  # whatever asked the network now would find nothing
    summary = asyncio.run(replay(refused))
    assert (2, 1) == (summary.found, summary.loaded)
    assert [f"{site.url}/page.html"] == [problem.page_url for problem in summary.resolved]
    assert [f"{site.url}/quoteless.html"] == [problem.page_url for problem in summary.problems]
    found = dict(query(refused, "select page_url, status from pages").rows)
    assert "ok" == found[f"{site.url}/page.html"]
    assert "quarantined" == found[f"{site.url}/quoteless.html"]
    assert archived == archive_digest(refused)
    assert verify(refused).faults == []


def test_a_second_replay_changes_no_row(refused):
    asyncio.run(replay(refused))
    before = everything(refused)
    summary = asyncio.run(replay(refused))
    assert ([], 1) == (summary.resolved, len(summary.problems))
    assert before == everything(refused)


def test_only_one_code_is_replayed(refused):
    assert asyncio.run(replay(refused, "no_sections")).found == 0
    assert asyncio.run(replay(refused, "no_quotes")).found == 2


def test_a_page_that_gets_worse_is_told(refused, monkeypatch):
    monkeypatch.setattr(stages, "WEB_PROMISE", Promise(min_quotes=1, min_claimed_share=1.1))
    summary = asyncio.run(replay(refused))
    assert {"text_unclaimed", "no_quotes"} == {problem.code for problem in summary.problems}
    assert ["no_quotes"] == [problem.code for problem in summary.resolved]


def test_there_is_nothing_to_replay_in_an_empty_home(settings):
    with pytest.raises(HomeError, match="rostrum ingest"):
        asyncio.run(replay(settings))


def test_the_command_says_what_is_over_and_what_remains(command, site):
    url = site.write("page.html", Report().html.replace("“", "").replace("”", ""))
    assert command("ingest", url).returncode == 3
    assert "no_quotes" in command("issues", "no_quotes").stdout
    assert "no_quotes" not in command("issues", "no_people").stdout
    done = command("issues", "--replay")
    assert done.returncode == 3
    assert f"remains {url}: no_quotes: " in done.stdout
    assert "0 issues resolved, 1 remain" in done.stdout
    assert command("issues", "--replay", "no_people").returncode == 0
