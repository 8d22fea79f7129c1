"""A home that `rostrum up` serves, and what a person does there: look, click Run, wait."""

from __future__ import annotations

import re
import socket
import subprocess
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
from tests.conftest import ROSTRUM, Command

if TYPE_CHECKING:
    from collections.abc import Iterator

UP_SECONDS = 120
OVER = {"COMPLETED", "FAILED", "CRASHED", "CANCELLED"}


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@dataclass
class Served:
    """What `rostrum up` serves."""

    command: Command
    process: subprocess.Popen[bytes]
    port: int
    log: Path
    headers: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, path: str, **content: Any) -> httpx.Response:
        """What the server answers. While its SQLite is busy it says 503; its clients ask again."""
        url = f"http://127.0.0.1:{self.port}/api{path}"
        for _ in range(20):
            answer = httpx.request(
                method, url, headers=self.headers, timeout=90, trust_env=False, **content
            )
            if answer.status_code != httpx.codes.SERVICE_UNAVAILABLE:
                break
            time.sleep(0.5)
        return answer

    def deployments(self) -> dict[str, dict[str, Any]]:
        """Each deployment by its name."""
        found = self.ask("POST", "/deployments/filter", json={}).json()
        return {one["name"]: one for one in found}

    def start(self, name: str, /, **parameters: object) -> httpx.Response:
        """Press Run."""
        path = f"/deployments/{self.deployments()[name]['id']}/create_flow_run"
        return self.ask("POST", path, json={"parameters": parameters})

    def run_of(self, run_id: str) -> dict[str, Any]:
        found: dict[str, Any] = self.ask("GET", f"/flow_runs/{run_id}").json()
        return found

    def end_of(self, run_id: str, seconds: float = 120) -> dict[str, Any]:
        """The run, once it is over."""
        until = time.monotonic() + seconds
        while (run := self.run_of(run_id))["state"]["type"] not in OVER:
            assert time.monotonic() < until, (run["state"], self.log.read_text()[-3000:])
            time.sleep(0.3)
        return run

    def run(self, name: str, /, **parameters: object) -> dict[str, Any]:
        """Press Run, and wait for the end."""
        started = self.start(name, **parameters)
        assert started.status_code == 201, started.text
        return self.end_of(started.json()["id"])

    def artifacts(self, run_id: str) -> dict[str, Any]:
        """What a run shows, by key."""
        only = {"artifacts": {"flow_run_id": {"any_": [run_id]}}}
        found = self.ask("POST", "/artifacts/filter", json=only).json()
        return {one["key"]: one["data"] for one in found if one["key"]}

    def process_of(self, run_id: str) -> int:
        """The process that a run is."""
        until = time.monotonic() + 60
        while time.monotonic() < until:
            for process in Path("/proc").glob("[0-9]*"):
                with suppress(OSError):
                    environment = (process / "environ").read_bytes()
                    if f"PREFECT__FLOW_RUN_ID={run_id}".encode() in environment:
                        return int(process.name)
            time.sleep(0.1)
        raise AssertionError(f"no process runs {run_id}")


@contextmanager
def serving(home: Path, *arguments: str, **environment: str) -> Iterator[Served]:
    """`rostrum up` on a home, from its start until it is told to stop."""
    command, port = Command(home), free_port()
    log = home.with_name(f"{home.name}-up.log")
    with log.open("wb") as out:
        process = subprocess.Popen(
            [ROSTRUM, "up", "--port", str(port), *arguments],
            env=command.environment(**environment),
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_until_up(process, log)
            yield Served(command, process, port, log)
        finally:
            process.terminate()
            try:
                process.wait(60)
            except subprocess.TimeoutExpired:
                process.kill()
                raise


def wait_until_up(process: subprocess.Popen[bytes], log: Path) -> str:
    """The address that it prints."""
    until = time.monotonic() + UP_SECONDS
    while not (found := re.search(r"The Prefect UI is at (\S+)", log.read_text())):
        assert process.poll() is None, log.read_text()
        assert time.monotonic() < until, log.read_text()
        time.sleep(0.2)
    return found[1]
