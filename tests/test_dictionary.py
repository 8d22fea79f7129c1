"""Every table and column is described, in the snapshot and in the docs."""

from __future__ import annotations

import json

import pytest

from rostrum.warehouse.connect import open_warehouse
from rostrum.warehouse.describe import read_header
from rostrum.warehouse.models import run_models
from rostrum.warehouse.publish import publish
from rostrum.warehouse.snapshot import open_snapshot
from tests.dictionary import PAGE, make_page

UNDESCRIBED = """
select schema_name || '.' || table_name || '.' || column_name
from duckdb_columns()
where schema_name in ('raw', 'staging', 'intermediate', 'main')
    and database_name = current_database() and comment is null
union all
select schema_name || '.' || table_name from duckdb_tables()
where schema_name <> 'rostrum_layout' and comment is null
union all
select schema_name || '.' || view_name from duckdb_views() where not internal and comment is null
"""


@pytest.fixture
def published(settings):
    settings.home.mkdir()
    with open_warehouse(settings) as connection:
        run_models(connection)
        publish(connection, settings)
    return settings


def test_no_table_or_column_of_the_snapshot_lacks_a_description(published):
    with open_snapshot(published) as connection:
        assert connection.execute(UNDESCRIBED).fetchall() == []


def test_a_table_made_anew_by_an_update_is_described_again(published):
    with open_warehouse(published) as connection:
        connection.execute("create or replace table main.sessions as from main.sessions")
        run_models(connection)
        assert connection.execute(UNDESCRIBED).fetchall() == []


def test_the_page_in_the_docs_is_that_of_the_models():
    assert make_page() == PAGE.read_text(encoding="utf-8"), "make dictionary"


def test_the_command_tells_of_a_table(published, command):
    told = json.loads(command("dictionary", "quotes", "--format", "json").stdout)
    assert {"column": "thesis", "type": "varchar"} == {
        name: row[name] for row in told if row["column"] == "thesis" for name in ("column", "type")
    }
    assert all(row["meaning"] for row in told)
    every = json.loads(command("dictionary", "--format", "json").stdout)
    assert {"quotes", "speakers", "pages"} <= {row["table"] for row in every}


def test_of_an_unknown_table_there_is_one_line(published, command):
    done = command("dictionary", "quotations")
    assert (2, 1) == (done.returncode, len(done.stderr.splitlines()))
    assert "'quotations'" in done.stderr


def test_a_header_says_what_rows_and_columns_are():
    header = read_header(
        "-- One row per boat\n-- of the lake.\n-- name: what it is called\n--   by its owner\n"
        "-- Rebuilt by: name\nselect name, 1 as wheel_count from boats -- no: comment\n"
    )
    assert header.grain == "One row per boat of the lake."
    assert header.columns == {"name": "what it is called by its owner"}
