"""The archive is the truth: what the warehouse lost, or never knew, is taken from it again."""

from __future__ import annotations

import asyncio
import gzip
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from rostrum import pipeline
from rostrum.errors import HomeError, UsageError
from rostrum.outcome import bytes_of
from rostrum.parsing import PARSER_VERSION
from rostrum.proof import verify
from rostrum.reader import read_or_refuse
from rostrum.warehouse.connect import open_warehouse
from rostrum.warehouse.fingerprint import fingerprint
from rostrum.warehouse.prepare import Reading, prepare
from rostrum.warehouse.query import query
from rostrum.workers import Workers
from tests.conftest import LONG
from tests.pages import Report, Said

RELEASES = Path(__file__).parent / "fixtures" / "warehouses"
EDITED = Report(said=(Said("The lake has a lawyer now, and she wins every case", "Ada Brandt"),))


def ingest(settings, *words):
    return asyncio.run(pipeline.ingest(words, settings))


SPOILS = ("overwrite", "remove", "empty", "cut", "old")


@pytest.fixture
def visited(settings, site):
    """A home that saw a page, its edit, a refused page, a failure, a page with two addresses."""
    urls = [
        site.write("page.html", Report().html),
        site.write("other.html", Report(title="Rich", sections=("PROBLEMS",)).html),
        site.write("quoteless.html", Report(title="No Marks").html.replace("“", "")),
        f"{site.url}/none.html",
        f"{site.url}/page.html?utm_source=lake",
    ]
    ingest(settings, *urls)
    site.write("page.html", EDITED.html)
    ingest(settings, *urls)
    return settings


def fetches(settings):
    """Every fetch that the warehouse knows, whatever the order."""
    return query(settings, "from raw.fetches order by fetch_id").rows


def test_the_archive_alone_gives_the_same_warehouse(visited):
    before, known = fingerprint(visited), fetches(visited)
    records = query(visited, "from raw.archive_records order by all").rows
    summary = asyncio.run(pipeline.rebuild(visited))
    assert summary.read == 4
    assert fingerprint(visited) == before
    assert fetches(visited) == known
    assert query(visited, "from raw.archive_records order by all").rows == records
    assert verify(visited).faults == []


def test_every_record_keeps_what_its_fetch_told(visited):
    kinds = "select record_type, count(*) from raw.archive_records group by all order by all"
    assert query(visited, kinds).rows == [
        ("metadata", 2),
        ("response", 4),
        ("revisit", 2),
        ("warcinfo", 2),
    ]


@pytest.mark.long
@pytest.mark.parametrize("spoil", SPOILS if LONG else SPOILS[:2])
def test_a_damaged_warehouse_is_rebuilt_by_the_next_run(visited, spoil, tmp_path):
    before = fingerprint(visited)
    path = visited.warehouse
    if spoil == "remove":
        path.unlink()
    elif spoil == "empty":
        path.write_bytes(b"")
    elif spoil == "cut":
        path.write_bytes(path.read_bytes()[:-5000])
    elif spoil == "overwrite":
        path.write_bytes(path.read_bytes()[:200_000] + bytes(4096) + path.read_bytes()[204_096:])
    else:
        with open_warehouse(visited) as connection:
            connection.execute("delete from raw.quotes")
            connection.execute("checkpoint")
        visited.seal.unlink()
    summary = asyncio.run(pipeline.transform(visited))
    assert fingerprint(visited) == before
    if spoil != "remove":
        (warning,) = summary.warnings
        assert warning.startswith("The warehouse was damaged (")
        assert list(visited.set_aside.glob("*.duckdb"))


def test_a_sound_warehouse_of_a_killed_run_is_kept(visited):
    visited.seal.unlink()
    known = fetches(visited)
    summary = asyncio.run(pipeline.transform(visited))
    assert summary.warnings == []
    assert summary.read == 0
    assert fetches(visited) == known


def spoil_record(settings, page_url):
    """Flip a byte in the archived body that a page has now; returns the file's name."""
    file, offset, length = query(
        settings,
        "select warc_file, warc_offset, warc_length from raw.archive_records as records "
        "inner join pages on pages.revision_sha256 = records.body_sha256 "
        "where record_type = 'response' and pages.page_url = ?",
        [page_url],
    ).rows[0]
    path = settings.archive / file
    content = bytearray(path.read_bytes())
    content[offset + length // 2] ^= 0x10
    path.write_bytes(content)
    return file


DAMAGED = "select page_url, code, resolved_at is null from issues where stage = 'archive'"


def test_a_damaged_record_is_named_and_harms_its_page_alone(visited, site):
    url = f"{site.url}/other.html"
    quotes = "select quote_id, text from quotes where page_url <> ? order by all"
    others = query(visited, quotes, [url]).rows
    file = spoil_record(visited, url)
    summary = asyncio.run(pipeline.rebuild(visited))
    assert ["archive_damaged"] == [
        problem.code for problem in summary.problems if problem.code != "no_quotes"
    ]
    assert query(visited, DAMAGED).rows == [(file, "archive_damaged", True)]
    assert query(visited, quotes, [url]).rows == others
    ingest(visited, url)
    assert query(
        visited, "select status, quote_count from pages where page_url = ?", [url]
    ).rows == [("ok", 2)]
    assert [fault for fault in verify(visited).faults if fault.where != file] == []


def test_a_damage_found_while_reading_again_keeps_what_was_known(visited, site):
    url = f"{site.url}/other.html"
    before = fingerprint(visited)["quotes"]
    spoil_record(visited, url)
    summary, changes = asyncio.run(pipeline.reparse(visited))
    assert [url] == [problem.page_url for problem in summary.problems]
    assert [tally.damaged for tally in changes.tallies.values() if tally.damaged] == [1]
    assert fingerprint(visited)["quotes"] == before
    assert query(visited, DAMAGED).rows == [(url, "archive_damaged", True)]
    ingest(visited, url)
    assert query(visited, DAMAGED).rows == [(url, "archive_damaged", False)]
    assert fingerprint(visited)["quotes"] == before


def test_a_lost_archive_file_is_named_record_by_record(visited, site):
    first, second = sorted(visited.archive.iterdir(), key=lambda path: path.stat().st_mtime)
    lost = query(
        visited,
        "select count(*) from raw.archive_records where warc_file = ?",
        [first.name],
    ).rows[0][0]
    first.unlink()
    summary = ingest(visited, f"{site.url}/other.html", f"{site.url}/page.html")
    assert lost == sum(problem.code == "archive_damaged" for problem in summary.problems)
    again = ingest(visited, f"{site.url}/other.html", f"{site.url}/page.html")
    assert again.problems == []
    assert second.exists()


def test_reading_again_tells_what_changes_and_then_changes_it(visited, monkeypatch):
    before = fingerprint(visited)
    _, changes = asyncio.run(pipeline.reparse(visited))
    assert all(tally.unchanged == tally.read for tally in changes.tallies.values())
    assert fingerprint(visited) == before

    async def read_otherwise(self, page, source, sha256):
        """Tomorrow's parser: it drops the last quote of every page."""
        outcome = read_or_refuse(page.page_url, bytes_of(page), page.content_type)
        records = outcome.records
        if records is not None:
            records = replace(records, quotes=records.quotes[:-1])
        key = page.page_url, source, sha256
        return prepare(Reading(*key, PARSER_VERSION + 1, records, outcome.issues))

    monkeypatch.setattr(Workers, "prepare", read_otherwise)
    preview = asyncio.run(pipeline.preview_reparse(visited))
    assert fingerprint(visited) == before
    _, changes = asyncio.run(pipeline.reparse(visited))
    assert preview.tallies == changes.tallies
    tally = changes.tallies["web", "report"]
    assert (tally.read, tally.changed) == (3, 3)
    assert tally.quotes_before - tally.quotes_after == 3
    after = fingerprint(visited)
    assert after["quotes"] != before["quotes"]
    assert after["pages"] != before["pages"]


def test_only_what_is_named_is_read_again(visited, site):
    _, changes = asyncio.run(pipeline.reparse(visited, [f"{site.url}/page.html"]))
    assert [2] == [tally.read for tally in changes.tallies.values()]
    with pytest.raises(UsageError, match="neither a source"):
        asyncio.run(pipeline.preview_reparse(visited, ["nowhere"]))


def test_nothing_to_read_again_is_one_line(settings):
    for work in (pipeline.reparse, pipeline.rebuild, pipeline.transform, pipeline.preview_reparse):
        with pytest.raises(HomeError):
            asyncio.run(work(settings))


def test_the_revisions_of_a_page_are_read_by_one_parser(visited, site):
    with open_warehouse(visited) as connection:
        connection.execute("update raw.revisions set parser_version = 1")
    ingest(visited, f"{site.url}/page.html")
    versions = (
        "select count(distinct parser_version) from raw.revisions where page_url = ? "
        "group by page_url"
    )
    assert query(visited, versions, [f"{site.url}/page.html"]).rows == [(1,)]


@pytest.mark.parametrize("release", sorted(path.name for path in RELEASES.iterdir()))
def test_the_warehouse_of_every_release_is_migrated(settings, release):
    settings.home.mkdir()
    shutil.copytree(RELEASES / release / "archive", settings.archive)
    packed = (RELEASES / release / "warehouse.duckdb.gz").read_bytes()
    settings.warehouse.write_bytes(gzip.decompress(packed))
    summary = asyncio.run(pipeline.transform(settings))
    assert summary.warnings == []
    assert summary.read == 0
    assert verify(settings).faults == []
    asyncio.run(pipeline.reparse(settings))  # today's parser reads more on its pages
    migrated = fingerprint(settings)
    asyncio.run(pipeline.rebuild(settings))
    assert fingerprint(settings) == migrated
