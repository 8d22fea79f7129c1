"""A cluster reads what one machine reads, and a cluster that is gone loses nothing."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from tests.flows.served import free_port
from tests.pages import Report

from rostrum import pipeline
from rostrum.errors import ReaderError, UsageError
from rostrum.house import Manner
from rostrum.settings import Settings, load_settings
from rostrum.warehouse.fingerprint import fingerprint
from rostrum.warehouse.query import query

pytest.importorskip("distributed", reason="the Dask client is NOT installed: no cluster is tested")
from flows.cluster import cluster_readers
from flows.steps import chosen_readers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORKERS = 2
START_SECONDS = 60


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and two workers, each a process of its own; the scheduler comes first."""
    address = f"tcp://127.0.0.1:{free_port()}"
    common = ["--no-dashboard", "--host", "127.0.0.1"]
    start = [
        sys.executable,
        "-m",
        "distributed.cli.dask_scheduler",
        "--port",
        address[-5:].strip(":"),
    ]
    join = [
        sys.executable, "-m", "distributed.cli.dask_worker", address, "--nthreads", "1",
        "--local-directory", str(folder), *common,
    ]  # fmt: skip
    logs = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    started = [subprocess.Popen([*start, *common], **logs)]
    started += [subprocess.Popen(join, **logs) for _ in range(WORKERS)]
    try:
        yield address, started
    finally:
        for process in started:
            process.kill()
        for process in started:
            process.wait()


def ingest(home: Path, address: str | None, *words: str, batch_pages: int = 10) -> Settings:
    settings = Settings(home=home, allow_hosts=frozenset({"127.0.0.1"}), dask=address)
    manner = Manner(readers=cluster_readers if address else None)
    scope = pipeline.Scope(batch_pages=batch_pages)
    asyncio.run(pipeline.ingest(words, settings, manner, scope=scope))
    return settings


def test_a_cluster_of_two_gives_what_one_machine_gives(tmp_path: Path) -> None:
    alone = ingest(tmp_path / "alone", None, "sample")
    with cluster(tmp_path) as (address, _):
        together = ingest(tmp_path / "together", address, "sample")
    assert fingerprint(together) == fingerprint(alone)
    assert query(together, "select count(*) from quotes").rows == [(103,)]


def test_a_scheduler_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    address = f"tcp://127.0.0.1:{free_port()}"
    with pytest.raises(ReaderError, match=f"The Dask scheduler at {address} does not answer"):
        ingest(tmp_path / "home", address, "sample")


def test_a_cluster_that_dies_loses_nothing(tmp_path: Path, site) -> None:
    urls = [
        site.write(f"{number}.html", Report(title=f"Lake {number}").html) for number in range(12)
    ]
    alone = ingest(tmp_path / "alone", None, *urls)
    home = tmp_path / "home"
    with cluster(tmp_path) as (address, (scheduler, *_)):
        settings = ingest(home, address, *urls[:2])

        async def run() -> None:
            async def kill(_: object) -> None:
                os.kill(scheduler.pid, signal.SIGKILL)

            manner = Manner(readers=cluster_readers)
            scope = pipeline.Scope(batch_pages=2)
            await pipeline.ingest(urls, settings, manner, kill, scope)

        with pytest.raises(ReaderError, match="is gone in the middle of the run"):
            asyncio.run(run())
    assert fingerprint(ingest(home, None, *urls)) == fingerprint(alone)


def test_which_readers_a_flow_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ROSTRUM_DASK", raising=False)
    assert chosen_readers() is None
    monkeypatch.setenv("ROSTRUM_DASK", "tcp://127.0.0.1:8786")
    assert chosen_readers() is cluster_readers
    assert load_settings().dask == "tcp://127.0.0.1:8786"


@pytest.mark.parametrize("value", ["127.0.0.1:8786", "http://x:1", "tcp://x", "tcp://x:1/../"])
def test_an_address_that_is_none(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("ROSTRUM_DASK", value)
    with pytest.raises(UsageError, match="ROSTRUM_DASK"):
        load_settings()
