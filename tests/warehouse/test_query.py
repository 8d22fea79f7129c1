"""Ad-hoc SQL: shut off, and bounded in time and memory, each limit tried for real."""

from __future__ import annotations

import asyncio
import csv
import json
import subprocess
import sys
import threading
import time
from io import StringIO

import pytest
from tests.conftest import ROSTRUM
from tests.warehouse.edits import FIRST

from rostrum.errors import QueryError, UsageError
from rostrum.pipeline import ingest
from rostrum.warehouse.query import Limits, query, read_memory

UNHEEDING = "select levenshtein(repeat('a', 300000), repeat('b', 300000))"


@pytest.fixture
def published(settings, site):
    asyncio.run(ingest([site.write("page.html", FIRST.html)], settings))
    return settings


MEASURE = """
import os, subprocess, sys
from pathlib import Path
process = subprocess.Popen(sys.argv[2:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
sys.stderr.buffer.write(process.stderr.read())
_, status, usage = os.wait4(process.pid, 0)
Path(sys.argv[1]).write_text(f"{os.waitstatus_to_exitcode(status)} {usage.ru_maxrss * 1024}")
"""
"""A small process between: a child's peak begins with that of the process it was forked from."""


def peak_memory(home, *arguments: str) -> tuple[int, int, str]:
    """Exit status, the most memory that `rostrum` ever had in bytes, and its errors."""
    measured = home / "measured"
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, measured, ROSTRUM, *arguments, "--home", home],
        capture_output=True,
        text=True,
        check=True,
    )
    status, most = map(int, measured.read_text().split())
    return status, most, done.stderr


@pytest.mark.parametrize(
    "statement",
    [
        "create table quotes as select 1",
        "insert into raw.quotes select * from raw.quotes",
        "drop table quotes",
        "attach '/tmp/other.duckdb'",
        "copy quotes to '/tmp/quotes.csv'",
        "select * from read_csv('/etc/passwd')",
        "select * from read_text('/etc/passwd')",
        "set memory_limit = '99GB'",
        "reset memory_limit",
        "set enable_external_access = true",
        "install httpfs",
        "export database '/tmp/export'",
        "detach snapshot",
    ],
)
def test_the_snapshot_is_shut_off(published, statement):
    before = published.snapshot.read_bytes()
    with pytest.raises(QueryError):
        query(published, statement)
    assert before == published.snapshot.read_bytes()


def test_two_can_ask_at_once_in_one_process(published):
    answers = []

    def ask_on():
        answers.extend(query(published, "select count(*) from quotes").rows for _ in range(5))

    threads = [threading.Thread(target=ask_on) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [[(5,)]] * 15 == answers


def test_a_query_is_stopped_in_time(published):
    begin = time.monotonic()
    with pytest.raises(QueryError, match="stopped after 1 seconds"):
        query(
            published,
            "select sum(a.range + b.range) from range(1000000) a, range(1000000) b",
            limits=Limits(timeout=1),
        )
    assert time.monotonic() - begin < 10


def test_a_result_that_never_ends_is_stopped_in_time(command, published):
    begin = time.monotonic()
    done = subprocess.run(
        [
            ROSTRUM, "sql", "select range from range(100000000000)",
            "--timeout", "2", "--format", "csv", "--home", published.home,
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )  # fmt: skip
    assert time.monotonic() - begin < 20
    assert (1, 1) == (done.returncode, len(done.stderr.splitlines()))


def test_a_call_that_heeds_no_stop_ends_with_its_process(command, published):
    begin = time.monotonic()
    done = command("sql", UNHEEDING, "--timeout", "1", TMPDIR=str(published.home))
    assert time.monotonic() - begin < 30
    assert 1 == done.returncode
    assert done.stderr.startswith("rostrum: The query was stopped after 1 seconds")
    assert 1 == len(done.stderr.splitlines())
    assert [] == list(published.home.glob("rostrum-query-*"))


@pytest.mark.parametrize(
    "statement",
    [
        "select string_agg(repeat('x', 1000000), '') from range(10000)",
        "select repeat('x', 1000000000)",
        "select repeat('x', 10000000) from range(10000)",
        "select range(100000000)",
    ],
)
def test_memory_is_bounded(published, statement):
    status, most, errors = peak_memory(
        published.home, "sql", statement, "--memory", "200MB", "--format", "csv"
    )
    assert (1, 1) == (status, len(errors.splitlines()))
    assert "--memory" in errors
    assert most < 1_000_000_000


def test_what_does_not_fit_in_memory_goes_to_the_disk_and_is_gone_after(command, published):
    sorted_rows = (
        "select count(*) from (select range, repeat('x', 200) as text from range(2000000) "
        "order by hash(range) limit 1999999)"
    )
    done = command("sql", sorted_rows, "--memory", "200MB", TMPDIR=str(published.home))
    assert (0, "") == (done.returncode, done.stderr)
    assert [] == list(published.home.glob("rostrum-query-*"))


@pytest.mark.parametrize("output", ["csv", "json"])
def test_a_huge_result_is_passed_on_as_it_comes(published, output):
    status, most, errors = peak_memory(
        published.home,
        "sql",
        "select range, repeat('x', 3000) as text from range(200000)",
        "--format",
        output,
        "--memory",
        "200MB",
    )
    assert (0, "") == (status, errors)
    assert most < 500_000_000


def test_a_table_too_large_to_look_through_is_refused(command, published):
    done = command("sql", "select * from range(1000000)")
    assert (2, "", 1) == (done.returncode, done.stdout, len(done.stderr.splitlines()))
    assert "--format csv" in done.stderr
    assert 0 == command("sql", "select * from range(5000)").returncode


def test_formats_hold_the_same_rows(command, published):
    sql = "select quote_id, text, roles from quotes order by quote_number"
    found = command.json(sql)
    assert 5 == len(found)
    lines = csv.DictReader(StringIO(command("sql", sql, "--format", "csv").stdout))
    assert found == [{**line, "roles": json.loads(line["roles"])} for line in lines]
    assert [] == command.json(f"{sql} limit 0")


def test_a_reader_that_has_enough_is_no_error(published):
    done = subprocess.run(
        f"{ROSTRUM} sql 'select * from range(10000000)' --format csv --home {published.home} "
        "| head -n 2",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ("range\n0\n", "") == (done.stdout, done.stderr)


@pytest.mark.parametrize("amount", ["", "1", "GB", "-1GB", "0MB", "1TB", "80%", "1GB; drop"])
def test_what_is_no_amount_of_memory_is_refused(command, published, amount):
    with pytest.raises(UsageError, match="no amount"):
        read_memory(amount)


def test_amounts_of_memory():
    assert 500_000_000 == read_memory("500MB")
    assert 2_000_000_000 == read_memory("2 gb")
