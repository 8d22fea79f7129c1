"""Tracing in the warehouse: page by page, whatever else it holds and in whatever order."""

from __future__ import annotations

import asyncio
import time

import duckdb
import pytest
from tests.warehouse.edits import ARCHIVE, BOATS, FIRST, ICE, LAKE, Said

from rostrum.pipeline import ingest
from rostrum.warehouse.tracing import TABLES, trace_again, trace_all

OTHER = Said("Give the town the quay for one crown and the debt with it", "Ada Brandt")
COURSES = (
    (FIRST,),
    (FIRST, FIRST.with_group(0, BOATS), FIRST.with_group(0, BOATS, LAKE)),
    (FIRST, FIRST.with_group(2, OTHER), FIRST),
    (FIRST, FIRST.with_group(0, ICE, LAKE).with_group(1, ARCHIVE)),
)


@pytest.fixture
def connection(settings, site):
    """A connection to a warehouse of pages with several courses of edits."""
    for round_number in range(3):
        urls = [
            site.write(f"{number}.html", course[round_number].html)
            for number, course in enumerate(COURSES)
            if round_number < len(course)
        ]
        asyncio.run(ingest(urls, settings))
    with duckdb.connect(str(settings.warehouse)) as connection:
        yield connection


def traced(connection) -> dict[str, list[tuple]]:
    return {
        table: connection.execute(f"from intermediate.{table} order by all").fetchall()
        for table in TABLES
    }


def test_the_order_of_rows_and_other_pages_do_not_count(connection):
    expected = traced(connection)
    assert expected["int_quotes_changed"]
    for table in ("fetches", "revisions", "quotes", "sections", "theses"):
        connection.execute(f"create temp table mixed as from raw.{table} order by random()")
        connection.execute(f"delete from raw.{table}")
        connection.execute(f"insert into raw.{table} from mixed")
        connection.execute("drop table mixed")
    trace_all(connection, ["true"])
    assert expected == traced(connection)
    connection.execute("delete from raw.fetches where page_url like '%/2.html'")
    trace_all(connection, ["true"])
    left = {
        table: [row for row in rows if not any("/2.html" in str(value) for value in row)]
        for table, rows in expected.items()
    }
    assert left == traced(connection)
    assert left != expected


def test_some_pages_alone_come_to_the_same(connection):
    expected = traced(connection)
    for table in TABLES:
        connection.execute(f"delete from intermediate.{table} where page_url like '%/1.html'")
    assert expected != traced(connection)
    trace_again(connection, "page_url not like '%/3.html'")
    assert expected == traced(connection)


@pytest.mark.long(only=True)
def test_pages_of_one_body_cost_nothing(connection):
    connection.execute(
        "create temp table copies as select rows.* replace (page_url || '?' || n as page_url) "
        "from raw.revisions as rows, range(100000) as numbers(n) where page_url like '%/0.html'"
    )
    connection.execute("insert into raw.revisions from copies")
    begin = time.monotonic()
    trace_all(connection, ["true"])
    assert time.monotonic() - begin < 5
