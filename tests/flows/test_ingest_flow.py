"""The flow on a real Prefect server: stages are tasks, whatever the number of pages."""

from __future__ import annotations

import asyncio
import os
from collections import Counter

import pytest

os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")

from flows.ingest import ingest, run_ingest
from prefect.client.orchestration import get_client
from prefect.testing.utilities import prefect_test_harness

from rostrum import pipeline
from rostrum.errors import BusyError, UsageError
from rostrum.settings import Settings
from rostrum.warehouse.lock import hold_writer_lock
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


def test_sample_runs_as_one_task_a_stage_and_batch(tmp_path):
    settings = Settings(home=tmp_path / "home")
    summary = run_ingest(["sample"], settings)
    runs, tasks, artifacts = asyncio.run(read_server())
    assert [("ingest sample", "Completed")] == [(run.name, run.state_name) for run in runs]
    assert dict.fromkeys(STAGES, 1) == Counter(task.name for task in tasks)
    assert {"Completed"} == {task.state_name for task in tasks}
    tables = {artifact.key: artifact.data for artifact in artifacts}
    assert "103" in tables["ingest-summary"]
    assert summary.marts["quotes"] == 103
    assert [(103,)] == query(settings, "select count(*) from quotes").rows


def test_refused_pages_name_the_run_and_are_listed(tmp_path, site, monkeypatch):
    monkeypatch.setenv("ROSTRUM_ALLOW_HOSTS", "127.0.0.1")
    state = asyncio.run(ingest([f"{site.url}/none.html"], tmp_path / "home", return_state=True))
    assert ("Quarantined", True) == (state.name, state.is_completed())
    _, _, artifacts = asyncio.run(read_server())
    listed = [artifact for artifact in artifacts if artifact.key == "ingest-issues"]
    assert "http_404" in listed[-1].data


def test_a_long_run_shows_its_progress(tmp_path, monkeypatch):
    monkeypatch.setattr(pipeline, "BATCH_PAGES", 5)
    run_ingest(["sample"], Settings(home=tmp_path / "home"))
    _, _, artifacts = asyncio.run(read_server())
    progress = [artifact.data for artifact in artifacts if artifact.type == "progress"]
    assert progress == [100.0]


def test_a_run_that_cannot_be_is_an_error_of_ours(tmp_path):
    settings = Settings(home=tmp_path / "home")
    with pytest.raises(UsageError):
        run_ingest(["nonsense"], settings)
    with hold_writer_lock(settings, "another"), pytest.raises(BusyError, match="another"):
        run_ingest(["sample"], settings)
