"""The warehouse: one writer, readers that never wait, migrations on a copy, checks that hold."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
import time

import duckdb
import pytest
from tests.conftest import ROSTRUM
from tests.pages import Report

from rostrum.errors import BusyError, CheckError, HomeError
from rostrum.pipeline import ingest
from rostrum.warehouse import migrate, models
from rostrum.warehouse.connect import open_warehouse
from rostrum.warehouse.folder import newest_layout, sql_folder
from rostrum.warehouse.layout import layout_of
from rostrum.warehouse.lock import hold_writer_lock
from rostrum.warehouse.query import query


def ingest_page(settings, site, **report):
    url = site.write("page.html", Report(**report).html)
    return asyncio.run(ingest([url], settings))


def test_second_writer_is_told_who_holds_the_lock(settings):
    with hold_writer_lock(settings, "the first run"):
        begin = time.monotonic()
        done = subprocess.run(
            [ROSTRUM, "ingest", "sample", "--home", settings.home],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert time.monotonic() - begin < 10
    assert done.returncode == 75
    assert "the first run" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_dead_writer_holds_nothing(settings):
    settings.home.mkdir()
    program = (
        "import os, signal; from pathlib import Path; from rostrum.settings import Settings; "
        "from rostrum.warehouse.lock import hold_writer_lock\n"
        f"with hold_writer_lock(Settings(home=Path({str(settings.home)!r})), 'doomed'):\n"
        "    print('held', flush=True); os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert "held" in done.stdout
    with hold_writer_lock(settings, "next"):
        pass
    with (
        hold_writer_lock(settings, "one"),
        pytest.raises(BusyError, match="run 'one'"),
        hold_writer_lock(settings, "two"),
    ):
        pass


def test_readers_never_wait_for_a_load(settings, site):
    ingest_page(settings, site)
    failures, answers = [], []
    over = threading.Event()

    def read_on():
        while not over.is_set():
            try:
                answers.append(query(settings, "select count(*) from quotes").rows[0][0])
            except Exception as error:  # noqa: BLE001 - any failure counts
                failures.append(error)

    reader = threading.Thread(target=read_on)
    reader.start()
    for count in (1, 2, 1, 2):
        ingest_page(settings, site, said=Report().said[:count])
    over.set()
    reader.join()
    assert failures == []
    assert len(answers) > 10
    assert set(answers) <= {2, 3}


def test_a_failing_check_keeps_the_old_snapshot(settings, site, tmp_path, monkeypatch):
    ingest_page(settings, site)
    folder = tmp_path / "sql"
    for layer in ("schema", "staging", "intermediate", "marts", "checks"):
        (folder / layer).mkdir(parents=True)
        for path in (sql_folder() / layer).glob("*.sql"):
            (folder / layer / path.name).write_text(path.read_text())
    check = "select page_url from pages where quote_count < 3"
    (folder / "checks" / "enough_quotes.sql").write_text(check)
    monkeypatch.setattr(models, "sql_folder", lambda: folder)
    with pytest.raises(CheckError, match="enough_quotes") as raised:
        ingest_page(settings, site, said=Report().said[:1])
    assert site.url in str(raised.value)
    assert [(3,)] == query(settings, "select count(*) from quotes").rows


def test_models_come_after_what_they_read():
    ordered = models.in_order(models.load_models(sql_folder()))
    places = {model.name: place for place, model in enumerate(ordered)}
    assert len(ordered) == len(places)
    for model in ordered:
        for name in model.reads & places.keys():
            assert places[name] < places[model.name]


def test_every_model_states_its_grain():
    for model in models.load_models(sql_folder()):
        assert model.select.startswith("-- One row per "), model.name


def test_long_lived_tables_have_no_keys_and_no_indexes(settings, site):
    ingest_page(settings, site)
    constraints = query(
        settings,
        "select constraint_type from duckdb_constraints() where constraint_type <> 'NOT NULL'",
    ).rows
    assert constraints == []
    assert query(settings, "select index_name from duckdb_indexes()").rows == []


def test_a_newer_warehouse_is_refused(settings, site):
    ingest_page(settings, site)
    with duckdb.connect(str(settings.warehouse)) as connection:
        connection.execute("insert into rostrum_layout.versions values (99, '9.9.9')")
    both = (
        r"of Rostrum 9\.9\.9 \(layout 99\); this is Rostrum 0\.2\.0, which knows layouts up to "
        f"{newest_layout()}:"
    )
    refused = pytest.raises(HomeError, match=both)
    with refused, open_warehouse(settings):
        pass


def test_a_failed_migration_leaves_the_old_file(settings, site, tmp_path):
    ingest_page(settings, site)
    schema = tmp_path / "schema"
    schema.mkdir()
    next_one = schema / f"{newest_layout() + 1:04}_wrong.sql"
    next_one.write_text("alter table raw.quotes drop column nothing")
    before = settings.warehouse.read_bytes()
    with pytest.raises(duckdb.Error):
        migrate.migrate(settings, schema)
    assert before == settings.warehouse.read_bytes()
    next_one.write_text("alter table raw.quotes add column note varchar")
    migrate.migrate(settings, schema)
    with duckdb.connect(str(settings.warehouse)) as connection:
        count = "select count(*), count(note) from raw.quotes"
        assert (3, 0) == connection.execute(count).fetchone()
        assert layout_of(connection).number == newest_layout() + 1


def test_hostile_words_stay_words(settings, site):
    hostile = "'); drop table raw.quotes; -- is what the clerk wrote in the register of boats"
    ingest_page(
        settings, site, said=(Report().said[0], type(Report().said[0])(hostile, "Ada Brandt"))
    )
    found = query(settings, "select text from quotes where text like ?", ["%drop table%"]).rows
    assert [(hostile,)] == found
