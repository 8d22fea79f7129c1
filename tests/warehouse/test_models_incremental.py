"""Models brought up to date are those that would be built anew, whatever batches came."""

from __future__ import annotations

from contextlib import contextmanager

import duckdb
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from tests.warehouse.readings import Visit, batch_of

from rostrum.errors import CheckError
from rostrum.settings import Settings
from rostrum.warehouse import models, update
from rostrum.warehouse.connect import open_warehouse
from rostrum.warehouse.folder import sql_folder
from rostrum.warehouse.load import Batch, load_batch
from rostrum.warehouse.models import build_models, load_models, run_models

TABLES = [model for model in load_models(sql_folder()) if model.layer != "staging"]


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
    build_models(connection)
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
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
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
