"""Loading a batch: all or nothing, each revision once, and no text that costs its neighbours."""

from __future__ import annotations

from dataclasses import replace

import duckdb
import pytest
from tests.warehouse.readings import Visit, batch_of, reading_of

from rostrum.records import Cut, Issue
from rostrum.warehouse.connect import open_warehouse
from rostrum.warehouse.load import load_batch
from rostrum.warehouse.prepare import prepare
from rostrum.warehouse.rows import CHILD_TABLES

HALF = "half \ud83d a smile"
TABLES = ("fetches", "archive_records", "revisions", "pages_touched", *CHILD_TABLES)


@pytest.fixture
def warehouse(settings):
    settings.home.mkdir()
    with open_warehouse(settings) as connection:
        yield connection


def load(connection, number, *readings, visits=()):
    batch = batch_of(list(visits), number)
    batch.readings.extend(map(prepare, readings))
    load_batch(connection, batch)


def rows(connection, table="revisions", columns="*"):
    return connection.execute(f"select {columns} from raw.{table} order by all").fetchall()


def everything(connection):
    return {
        table: rows(connection, table, "* exclude (loaded_at)" if table == "revisions" else "*")
        for table in TABLES
    }


def titled(visit: Visit, title: str):
    """The reading of a visit, with another title."""
    reading = reading_of(visit)
    found = Cut(title, reading.records.title.start, reading.records.title.start + len(title))
    return replace(reading, records=replace(reading.records, title=found))


def test_a_batch_loaded_twice_is_loaded_once(warehouse):
    readings = [reading_of(Visit(page)) for page in range(6)]
    load(warehouse, 0, *readings)
    once = everything(warehouse)
    load(warehouse, 0, *reversed(readings))
    twice = everything(warehouse)
    assert len(once.pop("pages_touched")) * 2 == len(twice.pop("pages_touched"))
    assert once == twice
    assert len(once["revisions"]) == 6


def test_of_a_revision_doubled_in_a_batch_the_last_counts(warehouse):
    readings = [titled(Visit(1), title) for title in ("One", "Two", "Three")]
    load(warehouse, 0, *readings)
    assert [("Three",)] == rows(warehouse, columns="title")
    doubled = everything(warehouse)
    load(warehouse, 1, readings[-1])
    assert doubled["paragraphs"] == everything(warehouse)["paragraphs"]


@pytest.mark.parametrize("together", [True, False])
def test_an_older_parser_never_replaces_a_newer(warehouse, together):
    newer, older = titled(Visit(1, parser=3), "Newer"), titled(Visit(1, parser=2), "Older")
    if together:
        load(warehouse, 0, newer, older)
    else:
        load(warehouse, 0, newer)
        load(warehouse, 1, older)
    assert [("Newer", 3)] == rows(warehouse, columns="title, parser_version")
    load(warehouse, 2, titled(Visit(1, parser=4), "Newest"))
    assert [("Newest", 4)] == rows(warehouse, columns="title, parser_version")


def test_only_what_a_batch_reads_is_replaced(warehouse):
    load(warehouse, 0, *(reading_of(Visit(page, body)) for page in range(3) for body in range(2)))
    same_body = replace(reading_of(Visit(0, 0)), revision_sha256=Visit(1, 0).sha256)
    load(warehouse, 1, same_body)
    before = [row for row in rows(warehouse, "paragraphs") if row[:2] != (Visit(1).page_url, "")]
    load(warehouse, 2, reading_of(Visit(1, 0)))
    assert before == rows(warehouse, "paragraphs")
    assert len(rows(warehouse)) == 7


def test_a_batch_that_fails_leaves_nothing(warehouse):
    batch = batch_of([Visit(1), Visit(2)], 0)
    batch.fetches[1]["outcome"] = None
    with pytest.raises(duckdb.ConstraintException):
        load_batch(warehouse, batch)
    assert all(found == [] for found in everything(warehouse).values())
    batch.fetches[1]["outcome"] = "new"
    load_batch(warehouse, batch)
    assert len(rows(warehouse)) == 2


def test_every_page_of_a_batch_is_touched(warehouse):
    load(warehouse, 0, reading_of(Visit(5)), visits=[Visit(1), Visit(2, None, status=404)])
    assert {(Visit(page).page_url,) for page in (1, 2, 5)} == set(rows(warehouse, "pages_touched"))


@pytest.mark.parametrize("where", ["title", "issue", "url"])
def test_a_text_that_cannot_be_stored_costs_its_page_alone(warehouse, where):
    reading = reading_of(Visit(1))
    if where == "title":
        reading = titled(Visit(1), HALF)
    elif where == "issue":
        reading = replace(reading, issues=(Issue("parse", "odd", HALF),))
    else:
        reading = replace(reading, page_url=f"https://lakes.example/{HALF}")
    load(warehouse, 0, reading, reading_of(Visit(2)))
    assert {("quarantined",), ("ok",)} == set(rows(warehouse, columns="status"))
    details = dict(rows(warehouse, "refusals", "code, detail"))
    assert "half \\ud83d a smile" in details["text_unstorable"]
    if where == "issue":
        assert details["odd"] == "half \\ud83d a smile"


def test_a_header_that_cannot_be_stored_costs_nothing(warehouse):
    batch = batch_of([Visit(1)], 0)
    batch.fetches[0] |= {"etag": HALF, "redirects": [f"https://lakes.example/{HALF}"]}
    load_batch(warehouse, batch)
    (row,) = rows(warehouse, "fetches", "etag, redirects")
    stored = "half \\ud83d a smile"
    assert row == (stored, [f"https://lakes.example/{stored}"])
    assert [("ok",)] == rows(warehouse, columns="status")


def test_nul_and_every_plane_are_stored_exactly(warehouse):
    title = "nul \0 and \U0001f6a3 and \u0301 and \ufffe"
    load(warehouse, 0, titled(Visit(1), title))
    assert [(title, len(title))] == rows(warehouse, columns="title, length(title)")
