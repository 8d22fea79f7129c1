"""Models brought up to date are those that would be built anew, whatever batches came."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from tests.conftest import LONG
from tests.warehouse.readings import Visit, batch_of, reading_of

from rostrum.errors import CheckError
from rostrum.records import Cut, Quote, Speaker
from rostrum.settings import Settings
from rostrum.warehouse import models, update
from rostrum.warehouse.connect import open_warehouse
from rostrum.warehouse.folder import sql_folder
from rostrum.warehouse.load import load_batch
from rostrum.warehouse.models import build_models, in_order, load_models, run_models
from rostrum.warehouse.prepare import Reading, prepare

MODELS = in_order(load_models(sql_folder()))
TABLES = [model for model in MODELS if model.layer != "staging"]


@contextmanager
def opened(folder):
    folder.mkdir()
    with open_warehouse(Settings(home=folder)) as connection:
        yield connection


@pytest.fixture
def warehouse(tmp_path):
    with opened(tmp_path / "home") as connection:
        yield connection


@pytest.fixture
def always_update(monkeypatch):
    """However many pages a batch touches, the models are brought up to date, not made anew."""
    monkeypatch.setattr(update, "PART", 0)


def take_in(connection, number: int, *visits: Visit) -> None:
    load_batch(connection, batch_of(list(visits), number))
    run_models(connection)


def differing(connection) -> dict[str, list[tuple]]:
    """Of each model that is not what it would be if made anew, some rows; changes nothing."""
    connection.execute("begin")
    connection.execute("create schema kept")
    for model in TABLES:
        connection.execute(f"create table kept.{model.name} as from {model.table}")
    build_models(connection, MODELS)
    found = {}
    for model in TABLES:
        kept = f"kept.{model.name}"
        rows = connection.execute(
            f"(from {kept} except all from {model.table}) union all "
            f"(from {model.table} except all from {kept})"
        ).fetchmany(4)
        if rows:
            found[model.name] = rows
    connection.execute("rollback")
    return found


def tables_of(connection) -> dict[str, list[tuple]]:
    """All rows of all models."""
    return {
        model.name: sorted(map(repr, connection.execute(f"from {model.table}").fetchall()))
        for model in TABLES
    }


VISITS = st.builds(
    Visit,
    page=st.integers(0, 11),
    body=st.integers(0, 2),
    parser=st.sampled_from([None, 1, 1, 1, 2]),
    is_refused=st.sampled_from([False] * 5 + [True]),
)
MISSED = st.builds(
    Visit,
    page=st.integers(0, 11),
    body=st.none(),
    status=st.sampled_from([404, 404, 410, 503]),
)
BATCHES = st.lists(
    st.lists(VISITS | VISITS | VISITS | MISSED, min_size=1, max_size=10), min_size=2, max_size=5
)


@given(batches=BATCHES)
@hypothesis_settings(
    max_examples=40 if LONG else 2,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@pytest.mark.long
@pytest.mark.timeout(900)
def test_after_any_batches_models_are_what_they_would_be_if_made_anew(
    batches, always_update, tmp_path_factory
):
    with opened(tmp_path_factory.mktemp("any") / "home") as connection:
        load_batch(connection, batch_of([Visit(page) for page in range(8)], 0))
        run_models(connection, whole=True)
        for number, visits in enumerate(batches, start=1):
            take_in(connection, number, *visits)
            assert differing(connection) == {}


STEPS = {
    "a new page": [[Visit(20)]],
    "a new revision": [[Visit(2, 1)]],
    "A, B and A again": [[Visit(2, 1)], [Visit(2, 0, parser=None)]],
    "quarantined, then understood": [[Visit(2, 1, is_refused=True)], [Visit(2, 2)]],
    "gone": [[Visit(2, None, status=410)]],
    "gone after days, then back": [
        *([Visit(2, None, status=404)] for _ in range(3)),
        [Visit(2, 0, parser=None)],
    ],
    "read again by a newer parser": [[Visit(2, 0, parser=2), Visit(3, 0, parser=2)]],
    "read again to the same": [[Visit(2), Visit(3)]],
    "many pages at once": [[Visit(page, 1) for page in range(16)]],
}


@pytest.mark.parametrize("few", [0, 300], ids=["joined", "listed"])
@pytest.mark.parametrize("steps", STEPS.values(), ids=STEPS)
def test_models_follow_each_kind_of_change(steps, few, warehouse, always_update, monkeypatch):
    monkeypatch.setattr(update, "FEW", few)
    take_in(warehouse, 0, *(Visit(page) for page in range(16)))
    before = tables_of(warehouse)
    for number, visits in enumerate(steps, start=1):
        take_in(warehouse, number, *visits)
    assert before != tables_of(warehouse)
    assert differing(warehouse) == {}


def test_a_page_found_as_it_was_changes_only_when_it_was_looked_at(
    warehouse, always_update, monkeypatch
):
    take_in(warehouse, 0, *(Visit(page) for page in range(8)))
    changed = {}
    monkeypatch.setattr(update.Update, "close", lambda self: changed.update(self.changed))
    take_in(warehouse, 1, *(Visit(page) for page in range(8)))
    made_anew = {name for name in changed if not name.startswith("stg_")}
    assert made_anew == {"int_pages_fetched", "int_revisions_checked", "pages"}


def told(page: int, kind: str, event: str | None) -> Reading:
    """A page of the session “The Lake”, with one quote if it is a report."""
    reading = reading_of(Visit(page))
    quote = Quote(1, 1, None, (Cut("We count boats", 9, 23),), Speaker(Cut("Ada Brandt", 24, 34)))
    found = replace(
        reading.records,
        kind=kind,
        title=Cut("The Lake", 0, 8),
        event=Cut(event, 40, 40 + len(event)) if event else None,
        published_on=None,
        starts_at=None,
        quotes=(quote,) if kind == "report" else (),
    )
    return replace(reading, records=found)


def test_a_programme_page_that_comes_later_names_the_event_of_a_report(warehouse, always_update):
    events = []
    readings = [(0, "report", None), (2, "programme", "Lake Days"), (2, "programme", "Port Days")]
    for number, (page, kind, event) in enumerate(readings):
        visit = Visit(page, number)
        batch = batch_of([Visit(page, number, parser=None)], number)
        reading = replace(told(page, kind, event), revision_sha256=visit.sha256)
        batch.readings.append(prepare(reading))
        load_batch(warehouse, batch)
        run_models(warehouse)
        events += warehouse.execute("select event_name from quotes").fetchall()
        assert differing(warehouse) == {}
    assert [(None,), ("Lake Days",), ("Port Days",)] == events


def test_a_change_of_one_page_leaves_the_rows_of_others_alone(warehouse, always_update):
    take_in(warehouse, 0, *(Visit(page) for page in range(8)))
    warehouse.execute("update main.quotes set position = 'left alone'")
    take_in(warehouse, 1, Visit(20), Visit(21))
    others = "select distinct position from quotes where not contains(page_url, 'example/2')"
    assert [("left alone",)] == warehouse.execute(others).fetchall()


@pytest.mark.parametrize("reason", ["asked", "other files", "many pages"])
def test_models_are_made_anew(reason, warehouse):
    take_in(warehouse, 0, *(Visit(page) for page in range(8)))
    warehouse.execute("update main.quotes set position = 'left alone'")
    if reason == "other files":
        warehouse.execute("update rostrum_layout.models set sql_sha256 = 'of others'")
    elif reason == "many pages":
        load_batch(warehouse, batch_of([Visit(page, 1) for page in range(3)], 1))
    run_models(warehouse, whole=reason == "asked")
    left = "select count(*) from quotes where position = 'left alone'"
    assert (0,) == warehouse.execute(left).fetchone()


def test_models_made_part_by_part_are_the_same(warehouse, monkeypatch):
    load_batch(warehouse, batch_of([Visit(page) for page in range(16)], 0))
    warehouse.execute(
        "insert into raw.damages select 'a.warc.gz', 0, 9, page, null, 'spoilt', now() "
        "from (values (null), ('https://elsewhere.example/')) as pages(page)"
    )
    monkeypatch.setattr(models, "PART_ROWS", 20)
    run_models(warehouse)
    assert tables_of(warehouse)["quotes"]
    unknown = "from issues where page_url is null and code = 'archive_damaged'"
    assert warehouse.execute(unknown).fetchall()
    monkeypatch.setattr(models, "PART_ROWS", 10_000)
    assert differing(warehouse) == {}


def test_a_failing_check_leaves_models_and_what_is_touched(warehouse, always_update):
    take_in(warehouse, 0, *(Visit(page) for page in range(8)))
    before = tables_of(warehouse)
    visits = [Visit(page) for page in range(20, 28)]
    load_batch(warehouse, batch_of(visits, 1))
    warehouse.execute("update raw.quotes set text = text || '!' where contains(page_url, '/2')")
    for _ in range(2):
        with pytest.raises(CheckError, match="offsets_inside"):
            run_models(warehouse)
        assert before == tables_of(warehouse)
    touched = warehouse.execute("from raw.pages_touched order by all").fetchall()
    assert sorted((visit.page_url,) for visit in visits) == touched


def test_a_model_with_a_key_reads_only_what_has_that_key(warehouse):
    run_models(warehouse)
    keyed = [model for model in TABLES if model.key]
    assert len(keyed) > 15
    columns = {}
    for schema, table, column in warehouse.execute(
        "select schema_name, table_name, column_name from duckdb_columns()"
    ).fetchall():
        columns.setdefault((schema, table), set()).add(column)
    for model in keyed:
        for place in model.references:
            schema, _, table = model.select[place.start : place.end].rpartition(".")
            assert model.key in columns[schema or "main", table], (model.name, table)
