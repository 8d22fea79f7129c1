"""Pages made to exhaust whoever reads them: each is read within its limits, or refused."""

from __future__ import annotations

import math
import re
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rostrum.outcome import Page
from rostrum.reader import read_or_refuse
from rostrum.workers import Limits, Workers
from tests.hostile import GOOD, KIB, PAGES, PARTS, PLACES, SCRAPS, fill, many
from tests.pages import SAID, Report, Said

if TYPE_CHECKING:
    from collections.abc import Callable

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
PART_COUNT = 1_600

MAX_GROWTH = 8.0
"""How much longer four times as much may take: a straight line gives 4, a square 16."""

LOOKS = 3
"""How often a page is timed before its growth counts: the machine has other work."""


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


def seconds_of(body: bytes) -> float:
    """How long a page takes to read."""
    began = time.process_time()
    outcome = read_or_refuse("https://lake.example/", body, "text/html; charset=utf-8")
    seconds = time.process_time() - began
    assert "parser_failed" not in {issue.code for issue in outcome.issues}
    return seconds


def growth(page: Callable[[int], bytes], size: int) -> float:
    """How much longer a page of this size takes than one of a quarter of it."""
    short, long = page(size // 4), page(size)
    best_short = best_long = math.inf
    for _ in range(LOOKS):
        best_short = min(best_short, seconds_of(short))
        best_long = min(best_long, seconds_of(long))
        if best_long <= MAX_GROWTH * best_short:
            break
    return best_long / best_short


@pytest.mark.parametrize("place", PLACES)
def test_no_scrap_takes_time_by_its_square(place: str) -> None:
    grown = {
        name: growth(lambda size, scrap=scrap: PLACES[place](fill(scrap, size)), SCRAP_BYTES)
        for name, scrap in SCRAPS.items()
    }
    assert {name: by for name, by in grown.items() if by > MAX_GROWTH} == {}


@pytest.mark.parametrize("part", PARTS)
def test_no_number_of_parts_takes_time_by_its_square(part: str) -> None:
    assert growth(lambda count: many(PARTS[part], count), PART_COUNT) <= MAX_GROWTH


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
