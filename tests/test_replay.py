"""`rostrum issues --replay`: refused pages are read again from the archive, by what holds today."""

from __future__ import annotations

import asyncio
import hashlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from rostrum.errors import HomeError
from rostrum.parsing import PARSER_VERSION
from rostrum.pipeline import ingest, replay
from rostrum.proof import verify
from rostrum.records import Issue
from rostrum.warehouse.connect import open_warehouse
from rostrum.warehouse.load import Batch, load_batch
from rostrum.warehouse.lock import hold_writer_lock
from rostrum.warehouse.models import run_models
from rostrum.warehouse.prepare import Reading, prepare
from rostrum.warehouse.publish import publish
from rostrum.warehouse.query import query
from tests.pages import Report

if TYPE_CHECKING:
    from rostrum.settings import Settings

ALL_ROWS = (
    "select page_url, status, quote_count from pages order by all",
    "select quote_id, text from quotes order by all",
    "select page_url, code, detail, resolved_at is null from issues order by all",
)


@pytest.fixture
def refused(settings, site) -> Settings:
    """A home with three pages: one is well, one was refused by an older reading, one is refused."""
    quoteless = Report(title="No Marks").html.replace("“", "").replace("”", "")
    urls = [
        site.write("rich.html", Report(title="Rich", sections=("PROBLEMS", "SOLUTIONS")).html),
        site.write("page.html", Report().html),
        site.write("quoteless.html", quoteless),
    ]
    summary = asyncio.run(ingest(urls, settings))
    assert ["no_quotes"] == [problem.code for problem in summary.problems]
    load_reading(settings, urls[1], "no_sections")
    return settings


def load_reading(settings: Settings, url: str, code: str) -> None:
    """Put a page in quarantine, as today's parser would have with another promise."""
    with hold_writer_lock(settings, "test"), open_warehouse(settings) as connection:
        sha256 = connection.execute(
            "select revision_sha256 from raw.revisions where page_url = ?", [url]
        ).fetchone()[0]
        issues = (Issue("parse", code, "Why."),)
        reading = Reading(url, "web", sha256, PARSER_VERSION, None, issues)
        load_batch(connection, Batch(at=datetime.now(UTC), readings=[prepare(reading)]))
        run_models(connection)
        publish(connection, settings)


def everything(settings: Settings) -> list[list[tuple]]:
    return [query(settings, sql).rows for sql in ALL_ROWS]


def archive_digest(settings: Settings) -> list[str]:
    return [
        hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(settings.archive.glob("*"))
    ]


def test_what_is_understood_today_is_let_in(refused, site):
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
    assert asyncio.run(replay(refused, "no_people")).found == 0
    assert asyncio.run(replay(refused, "no_quotes")).found == 1
    assert asyncio.run(replay(refused, "no_sections")).found == 1


def test_a_page_refused_for_another_reason_is_told(refused, site):
    load_reading(refused, f"{site.url}/quoteless.html", "soft_404")
    summary = asyncio.run(replay(refused))
    assert {"soft_404", "no_sections"} == {problem.code for problem in summary.resolved}
    assert ["no_quotes"] == [problem.code for problem in summary.problems]


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
