"""SIGTERM and Ctrl-C: what is in hand is finished, and the next run goes on (fault 52)."""

from __future__ import annotations

import random
import signal
import time

import pytest

from rostrum.warehouse.lock import hold_writer_lock
from tests.conftest import LONG
from tests.crash.judge import snapshot_print
from tests.faults.gate import gated
from tests.faults.peace import QUARANTINED, in_peace

SIGNALS = {signal.SIGTERM: 143, signal.SIGINT: 130}


@pytest.fixture(scope="module")
def peace(tmp_path_factory):
    with in_peace(tmp_path_factory.mktemp("peace"), visits=2) as peace:
        yield peace


@pytest.mark.long
@pytest.mark.parametrize("number", range(6 if LONG else 2))
def test_a_run_told_to_stop_at_any_time_is_taken_up_again(peace, command, settings, number):
    chance = random.Random(number)
    sent = list(SIGNALS)[number % 2]
    peace.begin(command.home)
    settings.lock.write_text("")
    run = peace.start(command)
    while not settings.lock.read_text().endswith("}"):
        time.sleep(0.001)
    time.sleep(chance.uniform(0, peace.last.seconds / 2))
    told = time.monotonic()
    run.send_signal(sent)
    _, said = run.communicate(timeout=30)
    assert time.monotonic() - told < 10
    assert "Traceback" not in said
    if said.startswith("rostrum: Stopped by"):
        assert (SIGNALS[sent], 1) == (run.returncode, len(said.splitlines()))
        assert sent.name in said
    else:  # its work was over: it was telling of it, or had just told
        assert run.returncode in {QUARANTINED, SIGNALS[sent], -sent}
        assert peace.last.after.of_readers() == snapshot_print(settings), (run.returncode, said)
    with hold_writer_lock(settings, "the test"):
        pass
    peace.finish(command)
    assert peace.faults(command.home) == []


@pytest.mark.parametrize("sent", SIGNALS)
def test_a_run_ends_in_time_though_a_page_does_not_come(command, settings, sent):
    with gated() as gate:
        run = command.start("ingest", gate.url)
        assert gate.asked.wait(30)
        told = time.monotonic()
        run.send_signal(sent)
        _, said = run.communicate(timeout=30)
        assert time.monotonic() - told < 10
        assert (SIGNALS[sent], 1) == (run.returncode, len(said.splitlines()))
        gate.open.set()
        done = command("ingest", gate.url)
        assert (0, "") == (done.returncode, done.stderr)


@pytest.mark.parametrize("sent", SIGNALS)
def test_a_second_signal_ends_a_run_now(command, settings, sent):
    with gated() as gate:
        run = command.start("ingest", gate.url)
        assert gate.asked.wait(30)
        run.send_signal(sent)
        time.sleep(0.5)
        told = time.monotonic()
        run.send_signal(sent)
        _, said = run.communicate(timeout=30)
        assert time.monotonic() - told < 1
        # By its own hand, or by the system's where it was about to end: the same to a shell.
        assert run.returncode in {SIGNALS[sent], -sent}
        assert len(said.splitlines()) == 1
        gate.open.set()
        done = command("ingest", gate.url)
        assert (0, "") == (done.returncode, done.stderr)
