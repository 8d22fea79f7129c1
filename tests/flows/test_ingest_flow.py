"""The flow on a real Prefect server: stages are tasks, whatever the number of pages."""

from __future__ import annotations

import asyncio
import os
from collections import Counter
from datetime import UTC, datetime

import pytest

os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")

from flows.events import PAGE_QUARANTINED, RUN_QUARANTINED
from flows.ingest import ingest_targets, run_ingest
from flows.reparse import reparse
from prefect.client.orchestration import get_client
from prefect.events.filters import EventFilter, EventNameFilter
from prefect.testing.utilities import prefect_test_harness
from tests.pages import Report

from flows import events
from rostrum import stages
from rostrum.errors import ArchiveError, BusyError, UsageError
from rostrum.settings import Settings
from rostrum.summary import Problem, Summary
from rostrum.warehouse.folder import sql_folder
from rostrum.warehouse.lock import hold_writer_lock
from rostrum.warehouse.models import load_models
from rostrum.warehouse.query import query

STAGES = ("discover", "fetch", "archive", "parse", "load", "transform", "publish")


@pytest.fixture(scope="module", autouse=True)
def server():
    with prefect_test_harness(server_startup_timeout=120):
        yield


async def read_server() -> tuple[list, list, list]:
    async with get_client() as client:
        return (
            await client.read_flow_runs(),
            await client.read_task_runs(limit=200),
            await client.read_artifacts(),
        )


async def read_tasks(count: int) -> list:
    """The task runs, once the server has stored so many as completed."""
    for _ in range(150):
        _, tasks, _ = await read_server()
        if sum(task.state_name == "Completed" for task in tasks) >= count:
            break
        await asyncio.sleep(0.2)
    return tasks


def test_sample_runs_as_one_task_a_stage(tmp_path):
    settings = Settings(home=tmp_path / "home")
    summary = run_ingest(["sample"], settings)
    runs, _, artifacts = asyncio.run(read_server())
    name = f"ingest sample {datetime.now(UTC):%Y-%m-%d}"
    assert [(name, "Completed")] == [(run.name, run.state_name) for run in runs]
    models = [f"model {model.name}" for model in load_models(sql_folder())]
    names = (*STAGES, *models, "checks")
    tasks = asyncio.run(read_tasks(len(names)))
    assert dict.fromkeys(names, 1) == Counter(task.name for task in tasks)
    assert {"Completed"} == {task.state_name for task in tasks}
    tables = {artifact.key: artifact.data for artifact in artifacts}
    assert "103" in tables["ingest-summary"]
    assert summary.marts["quotes"] == 103
    assert [(103,)] == query(settings, "select count(*) from quotes").rows


def test_a_models_task_tells_its_rows_and_an_update_has_few(tmp_path, caplog):
    settings = Settings(home=tmp_path / "home")
    caplog.set_level("INFO", "prefect.task_runs")
    run_ingest(["sample"], settings)
    assert "Finished in state Completed('103 rows')" in told_of(caplog, "model quotes")
    caplog.clear()
    run_ingest(["sample"], settings)
    assert told_of(caplog, "model pages")
    assert not told_of(caplog, "model quotes")


def told_of(caplog, name: str) -> list[str]:
    """What was logged of a task."""
    return [one.getMessage() for one in caplog.records if vars(one).get("task_run_name") == name]


def test_refused_pages_name_the_run_and_are_listed(tmp_path, site, monkeypatch):
    monkeypatch.setenv("ROSTRUM_ALLOW_HOSTS", "127.0.0.1")
    state = asyncio.run(
        ingest_targets([f"{site.url}/none.html"], tmp_path / "home", return_state=True)
    )
    assert ("Quarantined", True) == (state.name, state.is_completed())
    _, _, artifacts = asyncio.run(read_server())
    listed = [artifact for artifact in artifacts if artifact.key == "ingest-issues"]
    assert "http_404" in listed[-1].data


def test_reading_again_tells_what_would_change(tmp_path, monkeypatch):
    settings = Settings(home=tmp_path / "home")
    run_ingest(["sample"], settings)
    monkeypatch.setenv("ROSTRUM_HOME", str(settings.home))
    for dry_run in (True, False):
        state = asyncio.run(reparse(["sample"], dry_run, return_state=True))
        assert (state.is_completed(), state.message) == (True, "0 pages stand otherwise")
    _, tasks, artifacts = asyncio.run(read_server())
    (shown,) = {item.data for item in artifacts if item.key == "reparse-changes"}
    assert '"quotes_before": "103", "quotes_after": "103"' in shown
    assert Counter(task.name for task in tasks)["parse"] >= 2


async def read_events(name: str) -> list:
    """The events of a name, once the server has stored them."""
    wanted = EventFilter(event=EventNameFilter(name=[name]))
    async with get_client() as client:
        for _ in range(100):
            page = await client.read_events(wanted, limit=50)
            if page.events:
                return page.events
            await asyncio.sleep(0.2)
    return []


def test_a_quarantined_page_is_an_event(tmp_path, site, monkeypatch):
    monkeypatch.setenv("ROSTRUM_ALLOW_HOSTS", "127.0.0.1")
    hostile = "<img src=http://evil.example/x> {{ flow_run }} \x1b[31m\u202e"
    quoteless = Report().html.replace("“", "").replace("”", "").replace("The session was", hostile)
    urls = [site.write("a*b.html", quoteless), site.write("good.html", Report().html)]
    asyncio.run(
        ingest_targets([*urls, f"{site.url}/none.html"], tmp_path / "home", return_state=True)
    )
    (run_event,) = asyncio.run(read_events(RUN_QUARANTINED))
    assert (1, {"no_quotes": 1}) == (run_event.payload["page_count"], run_event.payload["codes"])
    (event,) = asyncio.run(read_events(PAGE_QUARANTINED))
    assert event.resource.id == f"rostrum.page.{site.url}/a%2Ab.html"
    assert (urls[0], "no_quotes") == (event.payload["page_url"], event.payload["code"])
    assert event.payload["detail"].isprintable()
    assert any(part.id.startswith("prefect.flow-run.") for part in event.related)


def test_published_tables_are_assets_that_come_from_the_source(tmp_path):
    run_ingest(["sample"], Settings(home=tmp_path / "home"))
    found = asyncio.run(read_events("prefect.asset.materialization.succeeded"))
    quotes = [one for one in found if one.resource.id == "rostrum://snapshot/quotes"]
    origins = {part.id for one in quotes for part in one.related}
    assert "rostrum://source/sample" in origins


def test_a_broken_site_raises_no_more_than_a_hundred_events(monkeypatch):
    raised = []
    monkeypatch.setattr(events, "emit_event", lambda name, **_: raised.append(name))
    summary = Summary("run", "ingest lakes")
    summary.problems = [
        Problem(f"http://lake.example/{number}", "no_quotes", "Why.", is_quarantined=number < 300)
        for number in range(400)
    ]
    events.raise_quarantined(summary)
    assert {PAGE_QUARANTINED: 100, RUN_QUARANTINED: 1} == Counter(raised)


def test_a_long_run_has_one_task_a_stage_and_shows_its_progress(tmp_path, monkeypatch, caplog):
    monkeypatch.setattr(stages, "BATCH_PAGES", 5)
    caplog.set_level("INFO", "prefect.task_runs")
    run_ingest(["sample"], Settings(home=tmp_path / "home"))
    finished = [line for line in caplog.messages if "batches" in line]
    assert ["Finished in state Completed('19 pages in 4 batches')"] * 4 == finished
    assert "Finished in state Completed('19 found')" in told_of(caplog, "discover")
    _, _, artifacts = asyncio.run(read_server())
    progress = [artifact.data for artifact in artifacts if artifact.type == "progress"]
    assert progress == [100.0]


@pytest.mark.parametrize("error", [ArchiveError("The disk is full."), KeyError("a fault of ours")])
def test_a_stage_that_fails_ends_its_task_so(tmp_path, monkeypatch, caplog, error):
    async def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(stages, "archive_pages", fail)
    caplog.set_level("INFO", "prefect.task_runs")
    with pytest.raises(type(error)):
        run_ingest(["sample"], Settings(home=tmp_path / "home"))
    finished = [line for line in caplog.messages if line.startswith("Finished in state")]
    assert any(line.startswith("Finished in state Failed") for line in told_of(caplog, "archive"))
    assert "Finished in state Completed('19 pages in 1 batch')" in finished


def test_a_run_that_cannot_be_is_an_error_of_ours(tmp_path):
    settings = Settings(home=tmp_path / "home")
    with pytest.raises(UsageError):
        run_ingest(["nonsense"], settings)
    with hold_writer_lock(settings, "another"), pytest.raises(BusyError, match="another"):
        run_ingest(["sample"], settings)
