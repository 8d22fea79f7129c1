"""Runs on a disk that is full from a stage on: no file may grow beyond a size."""

from __future__ import annotations

import resource
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from rostrum.house import Manner
from tests.crash import judge
from tests.crash.forks import Ended, in_child
from tests.crash.scenario import Prepared, copy_home, run_step, settings_of
from tests.crash.site import Visitor

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from rostrum.settings import Settings

    T = object

BEGIN = "begin"
"""For a stage: full from the beginning, before the warehouse is opened."""


@dataclass(frozen=True)
class Full:
    """From which stage on no file may grow beyond how many bytes."""

    step: int
    stage: str
    size: int


@dataclass(frozen=True)
class Outcome:
    """What came of a run on a full disk, and of the next one on a roomy one."""

    full: Full
    ended: Ended
    is_snapshot_whole: bool
    faults: list[str]


def try_full(prepared: list[Prepared], folder: Path, full: Full) -> Outcome:
    """Run a step on a full disk, then again on a roomy one."""
    name = f"{full.step}-{full.stage}-{full.size}"
    one = prepared[full.step]
    home = folder / name
    copy_home(one.home, home)
    settings = settings_of(home, Visitor(name, 0, one.step.visit))
    ended = in_child(partial(run_full, one, settings, full))
    seen = in_child(partial(judge.snapshot_print, settings))
    is_whole = seen.status == 0 and seen.result in (one.before, one.after.of_readers())
    resumed = run_step(one.step, home, Visitor(name, 1, one.step.visit))
    faults = [resumed.words] if resumed.status else []
    judged = in_child(partial(judge.find_faults, settings, one.after))
    faults += [judged.words] if judged.status else judged.result
    return Outcome(full, ended, is_whole, faults)


def run_full(one: Prepared, settings: Settings, full: Full) -> None:
    """What the child does."""
    try:
        if full.stage == BEGIN:
            fill(full.size)
            one.step.run(settings)
        else:
            one.step.run(settings, Manner(filling_at(full)))
    finally:
        fill(resource.RLIM_INFINITY)  # what is said of it goes to a file too


def fill(size: int) -> None:
    """Let no file of this process grow beyond a size: EFBIG, as a full disk gives ENOSPC."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def filling_at(full: Full):
    """A step of the pipeline that fills the disk before a stage."""

    async def step(stage: str, work: Callable[[], Awaitable[T]]) -> T:
        if stage == full.stage:
            fill(full.size)
        return await work()

    return step
