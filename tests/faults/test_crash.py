"""A look at `make crash` and `make corrupt`: a few kills and damages of each sort."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import REPOSITORY


def output_of(*arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.splitlines()


@pytest.mark.timeout(300)
def test_a_few_killed_runs_lose_nothing_and_repeat_nothing():
    lines = output_of("tests.crash", "--count", "3", "--seed", "7", "--steps", "2")
    assert lines[-1].startswith("3 kills in 3 cases, 0 faults")


@pytest.mark.long(only=True)
@pytest.mark.timeout(300)
def test_runs_killed_in_their_recovery_too():
    kills = ("--kill", "*:60", "--kill", "*:20", "--kill", "0.3")
    lines = output_of("tests.crash", "--step", "1", *kills, "--steps", "2")
    assert lines[-1].startswith("3 kills in 1 cases, 0 faults")


@pytest.mark.timeout(300)
def test_a_few_damages_are_healed_or_named():
    lines = output_of("tests.crash.corrupt", "--count", "3", "--seed", "7")
    assert lines[-1].startswith("3 damages, 0 not healed or named")
