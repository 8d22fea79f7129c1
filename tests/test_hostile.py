"""Pages made to exhaust whoever reads them: each is read within its limits, or refused."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from pathlib import Path

import pytest

from rostrum.outcome import Page
from rostrum.reader import read_or_refuse
from rostrum.workers import Limits, Workers
from tests.hostile import GOOD, KIB, PAGES, PLACES, SCRAPS, fill
from tests.pages import SAID, Report, Said

FULL_SIZE = (
    "nested-divs",
    "nested-tables",
    "many-attributes",
    "long-attribute",
    "long-text",
    "unclosed-everything",
    "breaks",
    "many-cells",
    "json-ld",
    "json-ld-deep",
    "nul-bytes",
    "scraps-entities-unclosed",
    "scraps-opening-quotes",
)
"""The others are read by `make hostile`."""

SCRAP_BYTES = 8 * KIB
MAX_SCRAP_SECONDS = 1.0
"""Forty times what a plain page of this size takes."""


def peak_bytes(workers: Workers) -> int:
    """The most memory that the reader at hand has held; 0 where a page has ended it."""
    reader = workers._workers[0]._reader
    if reader is None:
        return 0
    status = Path(f"/proc/{reader.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) * KIB


async def test_each_is_read_within_its_limits_or_refused() -> None:
    async with Workers() as workers:
        for name in FULL_SIZE:
            page = Page("https://lake.example/", PAGES[name](), "text/html; charset=utf-8")
            outcome = await workers.read(page)
            assert outcome.records or outcome.issues, name
            assert not [issue for issue in outcome.issues if issue.code == "parser_failed"], name
            assert peak_bytes(workers) <= Limits().memory_bytes, name
        good = await workers.read(Page("https://lake.example/", GOOD.encode(), "text/html"))
        assert good.records
        assert len(good.records.quotes) == 3


@pytest.mark.parametrize("place", PLACES)
def test_no_scrap_takes_time_by_its_square(place: str) -> None:
    slow = {}
    for name, scrap in SCRAPS.items():
        body = PLACES[place](fill(scrap, SCRAP_BYTES))
        began = time.process_time()
        outcome = read_or_refuse("https://lake.example/", body, "text/html; charset=utf-8")
        seconds = time.process_time() - began
        if seconds > MAX_SCRAP_SECONDS or "parser_failed" in {i.code for i in outcome.issues}:
            slow[name] = (seconds, outcome.issues)
    assert not slow


def said_in(year: int) -> tuple[Said, ...]:
    """What is said on no other page."""
    return tuple(replace(one, text=f"{one.text} in {year}") for one in SAID)


@pytest.mark.long(only=True)
def test_a_run_survives_them(command, site):
    hostile = {
        site.write("deep.html", PAGES["nested-divs"]()): "",
        site.write("paragraphs.html", PAGES["endless"]()): "parser_limits",
        site.write("unclosed.html", PAGES["unclosed-everything"]()): "",
        site.write("comments.html", PAGES["scraps-open-comments"]()): "broken_markup",
    }
    good = [
        site.write(f"good{number}.html", Report(f"Lake {number}", said_in(2020 + number)).html)
        for number in (1, 2)
    ]
    done = command("ingest", good[0], *hostile, good[1])
    assert done.returncode == 3, done.stderr
    assert "Traceback" not in done.stderr
    issues = command.json("select page_url, code from issues where resolved_at is null")
    found = {row["page_url"]: row["code"] for row in issues}
    assert not set(found.values()) & {"parser_failed"}
    assert [code for code in hostile.values() if code] == [
        found[url] for url, code in hostile.items() if code
    ]
    pages = command.json("select page_url, quote_count from pages where status = 'ok'")
    counts = {row["page_url"]: row["quote_count"] for row in pages}
    assert [counts[url] for url in good] == [3, 3]
    limits = command.json("select detail from issues where code = 'parser_limits'")
    assert re.search(
        r"page of [\d,]+ bytes (took more than 10 s|needs more memory)", limits[0]["detail"]
    )
    assert command("verify").returncode == 0
