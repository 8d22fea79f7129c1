"""`rostrum sql --as-of`: what a warehouse would say that had fetched nothing later."""

from __future__ import annotations

import asyncio
import json
import shutil
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import duckdb
import pytest
from tests.warehouse.edits import ARCHIVE, BOATS, FIRST, ICE, LAKE

from rostrum.errors import UsageError
from rostrum.pipeline import ingest
from rostrum.warehouse.as_of import read_moment
from rostrum.warehouse.connect import open_warehouse
from rostrum.warehouse.lock import hold_writer_lock
from rostrum.warehouse.models import run_models
from rostrum.warehouse.publish import publish
from rostrum.warehouse.query import ask, query

WALL = "<html><head><title>x</title></head><body><h1>Page not found</h1></body></html>"
TABLES = "select table_name from duckdb_tables() where schema_name = 'main' and not internal"
RAW = "runs fetches archive_records revisions quotes sections theses paragraphs refusals".split()


def everything(settings, as_of: datetime | None = None) -> Counter[tuple[str, str]]:
    """Every row that a reader can ask for, times and all: (table, row)."""
    tables = {name for (name,) in query(settings, TABLES).rows}
    assert {"quotes", "quote_changes", "issues", "pages"} <= tables
    parts = [
        f"select '{table}', cast(to_json(rows) as varchar) from {table} as rows"
        for table in [*tables, *(f"raw.{name}" for name in RAW)]
    ]
    with ask(settings, " union all ".join(parts), as_of=as_of) as answer:
        return Counter(answer.rows)


@pytest.mark.long(only=True)
def test_a_moment_is_a_warehouse_that_saw_no_more(settings, site, tmp_path):
    """Each fetch is followed by a copy of the home: that one really knows of no later fetch."""
    page, other = f"{site.url}/page.html", f"{site.url}/other.html"
    edited = FIRST.with_group(0, replace(LAKE, text=LAKE.text.replace("every", "each")), ICE)
    course = [
        ("page.html", FIRST.html),
        ("other.html", FIRST.with_group(2, BOATS).html),
        ("page.html", edited.html),
        ("page.html", WALL),
        ("page.html", FIRST.html),
        ("other.html", None),
    ]
    copies = []
    for name, body in course:
        if body is None:
            (site.folder / name).unlink()
        else:
            site.write(name, body)
        asyncio.run(ingest([page if name == "page.html" else other], settings))
        copy = replace(settings, home=tmp_path / f"copy-{len(copies)}")
        shutil.copytree(settings.home, copy.home)
        copies.append((datetime.now(UTC), copy))
    before = settings.snapshot.read_bytes()
    told = set()
    for moment, copy in copies:
        then = everything(copy)
        assert then == everything(settings, moment)
        told.add(sum(table == "quote_changes" for table, _ in then))
    assert {0, 3, 6} == told
    assert everything(settings) == everything(settings, datetime.now(UTC) + timedelta(days=400))
    assert not everything(settings, copies[0][0] - timedelta(days=400))
    assert before == settings.snapshot.read_bytes()


def test_a_day_is_known_to_its_last_moment(command, settings, site):
    url = site.write("page.html", FIRST.html)
    asyncio.run(ingest([url], settings))
    site.write("page.html", FIRST.with_group(2, ARCHIVE, BOATS).html)
    asyncio.run(ingest([url], settings))
    times = ["2026-11-01T23:59:59.999999Z", "2026-11-03T00:00:00Z"]
    with hold_writer_lock(settings, "test"), open_warehouse(settings) as connection:
        fetches = connection.execute("select fetch_id from raw.fetches order by fetched_at")
        for (fetch,), moment in zip(fetches.fetchall(), times, strict=True):
            connection.execute(
                "update raw.fetches set fetched_at = ? where fetch_id = ?", [moment, fetch]
            )
        run_models(connection)
        publish(connection, settings)
    counts = {
        "2026-10-31": 0,
        "2026-11-01": 5,
        "2026-11-01T23:59:59Z": 0,
        "2026-11-02": 5,
        "2026-11-02T23:59:59-01:00": 6,
        "2026-11-03 00:00": 6,
        "2026-11-03": 6,
        "9999-12-31": 6,
    }
    for moment, count in counts.items():
        done = command(
            "sql", "select count(*) as n from quotes", "--as-of", moment, "--format", "json"
        )
        assert (moment, [{"n": count}]) == (moment, json.loads(done.stdout))
    shut = command("sql", "from read_csv('/etc/passwd')", "--as-of", "2026-11-02")
    assert (1, "") == (shut.returncode, shut.stdout)
    assert 1 == command("sql", "set threads = 9", "--as-of", "2026-11-02").returncode


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13-01", "2026-11-01T25:00", "1"])
def test_what_is_no_moment_is_refused(command, text):
    with pytest.raises(UsageError, match="no day and no time"):
        read_moment(text)


def test_a_snapshot_of_an_older_rostrum_is_named(command, settings, site):
    asyncio.run(ingest([site.write("page.html", FIRST.html)], settings))
    with duckdb.connect(str(settings.snapshot)) as connection:  # as 0.1.0 left it
        connection.execute("delete from rostrum_layout.versions")
        connection.execute("alter table rostrum_layout.versions drop column rostrum_version")
        connection.execute("insert into rostrum_layout.versions values (1)")
    done = command("sql", "from quotes", "--as-of", "2026-11-02")
    assert (1, 1) == (done.returncode, len(done.stderr.splitlines()))
    assert "0.1.0" in done.stderr
    assert 0 == command("sql", "from quotes").returncode
