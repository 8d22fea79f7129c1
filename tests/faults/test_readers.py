"""Readers never wait for a load, and never see a part of one (faults 36 and 37)."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import replace

import duckdb
import pytest

from rostrum.errors import HomeError
from rostrum.pipeline import ingest
from rostrum.warehouse.query import query
from tests.conftest import LONG, REPOSITORY
from tests.faults.editions import PAGES, WHOLE, publish_editions
from tests.pages import Report

LOADS = 50 if LONG else 10


def start(*arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.faults.editions", *map(str, arguments)],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.long
@pytest.mark.timeout(600)  # 20 s on an idle machine; the readers leave the writer a third of it
def test_four_readers_ask_without_pause_while_loads_are_published(settings):
    note = settings.home.with_name("newest")
    publish_editions(settings, 1, note)
    readers = [start("ask", settings.home, how) for how in ("anew", "anew", "hold", "hold")]
    try:
        assert start("publish", settings.home, LOADS).wait() == 0
    finally:
        note.with_name("over").touch()
        found = [json.loads(reader.communicate()[0]) for reader in readers]
    assert [[] for _ in readers] == [one["faults"] for one in found]
    assert str(LOADS) == note.read_text()
    for one in found:
        assert one["asked"] > 20
        assert one["seen"] >= LOADS / 5


def test_a_reader_that_holds_the_snapshot_goes_on_reading_it(settings):
    note = settings.home.with_name("newest")
    publish_editions(settings, 1, note)
    with duckdb.connect(str(settings.snapshot), read_only=True) as held:
        before = held.execute(WHOLE).fetchone()
        assert start("publish", settings.home, 4).wait(60) == 0
        assert before == held.execute(WHOLE).fetchone()
        assert (PAGES * 3,) == held.execute("select count(*) from quotes").fetchone()
    assert (4,) == query(settings, WHOLE).rows[0][1:2]


@contextmanager
def holding_the_warehouse(settings):
    """An analyst's process that has the warehouse itself open, read-only."""
    program = (
        "import duckdb, sys\n"
        f"duckdb.connect({str(settings.warehouse)!r}, read_only=True).execute('select 1')\n"
        "held = duckdb.connect(sys.argv[1], read_only=True); print('open', flush=True)\n"
        "sys.stdin.read()"
    )
    command = [sys.executable, "-c", program, str(settings.warehouse)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as analyst:
        assert analyst.stdout.readline() == b"open\n"
        yield analyst
        analyst.kill()


def test_a_run_waits_for_an_analyst_who_has_the_warehouse_open(command, settings, site):
    url = site.write("page.html", Report().html)
    assert command("ingest", url).returncode == 0
    with holding_the_warehouse(settings) as analyst:
        run = command.start("ingest", url)
        with pytest.raises(subprocess.TimeoutExpired):
            run.communicate(timeout=5)
        analyst.stdin.close()
        assert analyst.wait(10) == 0
        _, said = run.communicate(timeout=60)
    assert (0, "") == (run.returncode, said)


def test_a_run_names_the_analyst_who_does_not_close_it(settings, site):
    url = site.write("page.html", Report().html)
    asyncio.run(ingest([url], settings))
    began = time.monotonic()
    with holding_the_warehouse(settings) as analyst, pytest.raises(HomeError) as raised:
        asyncio.run(ingest([url], replace(settings, patience=2)))
    assert 2 < time.monotonic() - began < 20
    said = str(raised.value)
    assert f"PID {analyst.pid}" in said
    assert str(settings.snapshot) in said
    assert len(said.splitlines()) == 1
    assert asyncio.run(ingest([url], settings)).problems == []
