"""`docs/running.md` is true: its blocks run as they stand, and what it names exists."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import signal
import subprocess
from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest
import yaml
from flows.deployments import make_deployments
from tests.conftest import REPOSITORY, Command
from tests.flows.served import free_port, serving, wait_until_up

if TYPE_CHECKING:
    from pathlib import Path

    from prefect.deployments.runner import RunnerDeployment

pytestmark = pytest.mark.timeout(600)
TEXT = (REPOSITORY / "docs/running.md").read_text()
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
UP = [block for block in BLOCKS if re.search("rostrum up", block)]
BACKUP = [block for block in BLOCKS if "tar " in block]
OTHERS = [block for block in BLOCKS if block not in {*UP, *BACKUP}]


@pytest.fixture
def folder(tmp_path):
    """A checkout with a home that holds the sample."""
    for name in (".venv", "flows", "src", "sql", "prefect.yaml"):
        (tmp_path / name).symlink_to(REPOSITORY / name)
    assert Command(tmp_path / "data")("ingest", "sample").returncode == 0
    return tmp_path


def run(block: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-euc", block],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=200,
    )


@pytest.mark.long(only=True)
@pytest.mark.parametrize("block", UP)
def test_what_is_started_comes_up_and_ends(block, tmp_path, folder):
    log = tmp_path / "up.log"
    with (
        log.open("wb") as out,
        subprocess.Popen(
            ["bash", "-euc", f"exec env {block}"],
            cwd=folder,
            env={**os.environ, "PREFECT_SERVER_API_PORT": str(free_port())},
            stdout=out,
            stderr=subprocess.STDOUT,
        ) as up,
    ):
        wait_until_up(up, log)
        up.send_signal(signal.SIGINT)
        assert up.wait(60) == 0, log.read_text()
    if "--logs json" in block:
        lines = [line for line in log.read_text().splitlines() if line.startswith("{")]
        assert all(json.loads(line)["message"] for line in lines)


@pytest.mark.long(only=True)
@pytest.mark.parametrize("block", OTHERS)
def test_the_other_blocks_run(block, folder):
    needs_server = "rostrum down" in block or "bin/prefect" in block
    with serving(folder / "data") if needs_server else nullcontext() as served:
        api = f"http://127.0.0.1:{served.port}/api" if served else ""
        done = run(block, folder, **({"PREFECT_API_URL": api} if api else {}))
        assert done.returncode == 0, done.stdout + done.stderr


def test_a_backup_is_restored(folder):
    backup, restore = BACKUP
    before = Command(folder / "data")("fingerprint").stdout
    assert run(backup, folder).returncode == 0
    shutil.rmtree(folder / "data")
    done = run(restore, folder)
    assert done.returncode == 0, done.stderr
    assert before == Command(folder / "restored")("fingerprint").stdout


def as_written(deployment: RunnerDeployment) -> dict[str, object]:
    """A deployment as `prefect.yaml` is to have it."""
    found: dict[str, object] = {
        "name": deployment.name,
        "entrypoint": deployment.entrypoint,
        "description": deployment.description,
        "tags": deployment.tags,
        "concurrency_limit": {"limit": 1, "collision_strategy": "ENQUEUE"},
        "work_pool": {"name": "rostrum"},
    }
    if deployment.schedules:
        (schedule,) = [one.schedule for one in deployment.schedules]
        found["parameters"] = deployment.parameters
        found["schedules"] = [{"cron": schedule.cron, "timezone": schedule.timezone}]
        found["paused"] = bool(deployment.paused)
    return found


def test_the_work_pool_has_the_same_deployments():
    written = yaml.safe_load((REPOSITORY / "prefect.yaml").read_text())["deployments"]
    assert written == [as_written(one) for one in asyncio.run(make_deployments())]


def test_what_the_document_names_exists():
    for link in re.findall(r"\]\((?!http)([^)]+)\)", TEXT):
        assert (REPOSITORY / "docs" / link).exists(), link


@pytest.mark.parametrize("unit", sorted((REPOSITORY / "docs/systemd").glob("*.service")), ids=str)
def test_units_are_understood(unit):
    if not shutil.which("systemd-analyze"):
        pytest.skip("no systemd here: its units are NOT verified")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", unit], capture_output=True, text=True, check=False
    )
    complaints = [line for line in done.stderr.splitlines() if "is not executable" not in line]
    assert complaints == []
