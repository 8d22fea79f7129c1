"""One writer at a time, whoever starts, whoever dies (faults 34 and 35)."""

from __future__ import annotations

import fcntl
import os
import re
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import pytest

from rostrum.errors import BusyError
from rostrum.warehouse.lock import PAUSE, hold_writer_lock
from tests.faults.gate import gated


@pytest.fixture
def gate():
    with gated() as gate:
        yield gate


def children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return [int(child) for task in tasks for child in (task / "children").read_text().split()]


def is_running(pid: int) -> bool:
    """Whether a process is there and has not ended; an ended one may stay until it is noted."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except FileNotFoundError:
        return False


def open_files(pid: int) -> set[str]:
    return {str(link.readlink()) for link in Path(f"/proc/{pid}/fd").iterdir()}


def test_the_second_of_two_runs_says_who_holds_the_home(command, gate):
    first = command.start("ingest", gate.url)
    assert gate.asked.wait(30)
    began = time.monotonic()
    assert command("ingest", "nonsense").returncode == 2  # what it takes to start
    start = time.monotonic() - began
    second = command("ingest", gate.url)
    assert time.monotonic() - began < 2 * start + 1
    gate.open.set()
    first.communicate(timeout=60)
    assert (75, "", 1) == (second.returncode, second.stdout, len(second.stderr.splitlines()))
    pid, run, since = re.search(r"PID (\d+), run '(.+)', since (\S+?)\.? ", second.stderr).groups()
    assert (str(first.pid), "ingest 1 URL") == (pid, run)
    assert datetime.fromisoformat(since).tzinfo is not None
    assert first.returncode == 0


def test_refusing_takes_under_a_second(settings):
    with hold_writer_lock(settings, "the first"):
        began = time.monotonic()
        with pytest.raises(BusyError), hold_writer_lock(settings, "the second"):
            pass
        assert time.monotonic() - began < 1


@pytest.mark.long(only=True)
def test_of_ten_runs_at_once_one_runs(command, gate):
    runs = [command.start("ingest", gate.url) for _ in range(10)]
    assert gate.asked.wait(100)
    deadline = time.monotonic() + 100
    while sum(run.poll() is None for run in runs) > 1 and time.monotonic() < deadline:
        time.sleep(0.1)
    gate.open.set()
    said = [run.communicate(timeout=60)[1] for run in runs]
    statuses = [run.returncode for run in runs]
    assert [0] + [75] * 9 == sorted(statuses)
    winner = runs[statuses.index(0)]
    for words, status in zip(said, statuses, strict=True):
        assert status == 0 or re.search(rf"PID {winner.pid}, |it has just begun", words), words
    assert [{"count": 1}] == command.json("select count(*) as count from raw.runs")
    assert command("verify").returncode == 0


def test_a_run_that_waits_goes_on_when_the_other_is_over(command, gate):
    first = command.start("ingest", gate.url)
    assert gate.asked.wait(30)
    second = command.start("ingest", gate.url.replace("gated", "other"), "--wait")
    time.sleep(3)
    assert second.poll() is None
    gate.open.set()
    assert (first.communicate(timeout=60)[1], first.returncode) == ("", 0)
    assert (second.communicate(timeout=60)[1], second.returncode) == ("", 0)
    assert [{"count": 2}] == command.json("select count(*) as count from pages")


def test_the_lock_is_free_when_its_holder_is_killed_and_no_child_of_it_goes_on(command, gate):
    run = command.start("ingest", gate.url.replace("gated", "other"), gate.url)
    assert gate.asked.wait(30)
    readers = children(run.pid)
    assert readers
    for reader in readers:
        assert not [name for name in open_files(reader) if name.startswith(str(command.home))]
    os.kill(run.pid, signal.SIGKILL)
    run.communicate(timeout=10)
    gate.open.set()
    done = command("ingest", gate.url)
    assert (0, "") == (done.returncode, done.stderr)
    end = time.monotonic() + 10  # one that was just being started ends when it looks
    while running := [reader for reader in readers if is_running(reader)]:
        assert time.monotonic() < end, running
        time.sleep(PAUSE)


def test_who_only_looks_does_not_make_a_run_give_up(settings):
    settings.home.mkdir()
    with settings.lock.open("w") as looking, ThreadPoolExecutor(1) as thread:
        fcntl.flock(looking, fcntl.LOCK_SH)
        running = thread.submit(hold_once, settings)
        time.sleep(PAUSE / 2)
        fcntl.flock(looking, fcntl.LOCK_UN)
        running.result()


def hold_once(settings) -> None:
    with hold_writer_lock(settings, "a run"):
        pass
