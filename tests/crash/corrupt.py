"""`make corrupt N=500`: damage files at random; each damage is healed by the next run, or named.

Of a damaged warehouse, log, seal or snapshot nothing may remain after the next run, and no reader
may be told anything else before it. Of a damaged archive file, the run or `rostrum verify` names
the record, every other page stays as it is, and the run after that leaves no page harmed.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rostrum.proof import verify
from rostrum.warehouse.files import log_of
from tests.crash import judge
from tests.crash.damage import KINDS
from tests.crash.forks import Ended, in_child
from tests.crash.lanes import in_lanes, in_one
from tests.crash.scenario import (
    Prepared,
    copy_home,
    prepare_all,
    run_step,
    settings_of,
    site_and_source,
)
from tests.crash.site import Visitor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rostrum.settings import Settings

TARGETS = ("warehouse", "log", "snapshot", "seal", "archive")
ISSUES = {"issues", "pages"}
"""What readers may see of a damaged archive: that something is wrong with a page, no more."""

KILLED_AT = "load.committed:2"
"""Where a run is killed so that a part of the warehouse is in its log."""


@dataclass(frozen=True)
class Damage:
    """What is done to which file; `seed` says where."""

    target: str
    kind: str
    seed: int

    def __str__(self) -> str:
        return f"--target {self.target} --kind '{self.kind}' --seed {self.seed}"


@dataclass
class Outcome:
    """What came of a damage: how it was noticed, and what was wrong in the end."""

    damage: Damage
    name: str
    verdict: str = ""
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Homes:
    """A home to damage, after two visits; one whose run was killed; one after the first visit."""

    next_visit: Prepared
    killed_visit: Prepared
    killed: Path
    older: Path


def prepare_homes(folder: Path) -> Homes:
    """Make them."""
    _, second, third = prepare_all(folder, count=3)
    killed = folder / "killed"
    copy_home(second.home, killed)
    run_step(second.step, killed, Visitor("killed", 0, second.step.visit), KILLED_AT)
    if not log_of(settings_of(killed, Visitor("killed", 0, 0)).warehouse).exists():
        raise AssertionError(f"a run killed at {KILLED_AT} left no log")
    return Homes(third, second, killed, second.home)


def draw_damages(seed: int, count: int) -> list[Damage]:
    """So many damages, every kind to every file in turn."""
    pairs = [(target, kind) for target in TARGETS for kind in KINDS if can_be(target, kind)]
    return [
        Damage(*pairs[number % len(pairs)], seed * 1_000_000 + number) for number in range(count)
    ]


def can_be(target: str, kind: str) -> bool:
    """Whether there is an older copy of such a file: archive files only grow, logs do not last."""
    return kind != "an old copy" or target in {"warehouse", "snapshot", "seal"}


def try_damage(homes: Homes, folder: Path, damage: Damage) -> Outcome:
    """Damage a home, and see what the next run makes of it."""
    name = f"damage-{damage.seed}"
    one = homes.killed_visit if damage.target == "log" else homes.next_visit
    outcome = Outcome(damage, name)
    home = folder / name
    copy_home(homes.killed if damage.target == "log" else one.home, home)
    settings = settings_of(home, Visitor(name, 0, one.step.visit))
    harm(settings, homes, damage)
    said = in_child(partial(judge.snapshot_print, settings))
    may_be_told = [None, one.before]
    if damage.kind == "an old copy":
        may_be_told.append(homes.killed_visit.before)
    if said.status == 0 and said.result not in may_be_told:
        outcome.faults.append("readers are told something else")
    ended = run_step(one.step, home, Visitor(name, 1, one.step.visit))
    if ended.status:
        outcome.faults.append(f"the next run: exit status {ended.status}: {ended.words}")
        return outcome
    if damage.target == "archive":
        judge_archive(outcome, one, settings, ended)
    else:
        outcome.verdict = verdict_of(said, ended)
        outcome.faults += judged(settings, one)
    return outcome


def harm(settings: Settings, homes: Homes, damage: Damage) -> None:
    """Do the damage."""
    chance = random.Random(damage.seed)
    files = {
        "warehouse": settings.warehouse,
        "log": log_of(settings.warehouse),
        "snapshot": settings.snapshot,
        "seal": settings.seal,
        "archive": chance.choice(sorted(settings.archive.iterdir())),
    }
    path = files[damage.target]
    KINDS[damage.kind](path, homes.older / path.name, chance)


def verdict_of(said: Ended, ended: Ended) -> str:
    """How a damaged database file was noticed."""
    summary, _ = ended.result
    if any("damaged" in warning for warning in summary.warnings):
        return "rebuilt"
    if said.status < 0:
        return f"reader ended by signal {-said.status}, replaced"
    if said.status or said.result is None:
        return "reader refused it, replaced"
    return "the same in the end"


def judged(settings: Settings, one: Prepared) -> list[str]:
    """What is not as in a home that was never damaged."""
    ended = in_child(partial(judge.find_faults, settings, one.after))
    return ended.result if ended.status == 0 else [f"cannot be judged: {ended.words}"]


def judge_archive(outcome: Outcome, one: Prepared, settings: Settings, ended: Ended) -> None:
    """The damage is named, and harms nobody; after another run the bodies are there again."""
    summary, _ = ended.result
    is_told = any(problem.code == "archive_damaged" for problem in summary.problems)
    found = in_child(partial(name_damages, settings))
    outcome.verdict = "told by the run" if is_told else "named by verify"
    if not is_told and not found.result:
        outcome.verdict = "the same in the end"
    changed = set(differences(settings, one))
    if outcome.verdict == "the same in the end" and changed:
        outcome.faults.append(f"not named, and changed {sorted(changed)}")
    if not changed <= {*ISSUES, "raw: bodies"}:
        outcome.faults.append(f"other pages are harmed: {sorted(changed - ISSUES)}")
    again = run_step(one.step, settings.home, Visitor(outcome.name, 2, one.step.visit))
    if again.status:
        outcome.faults.append(f"the run after: exit status {again.status}: {again.words}")
    left = set(differences(settings, one)) - {"raw: bodies", "issues"}
    if left:
        outcome.faults.append(f"not whole after another run: {sorted(left)}")


def name_damages(settings: Settings) -> list[str]:
    """What `rostrum verify` finds."""
    return [fault.where for fault in verify(settings).faults]


def differences(settings: Settings, one: Prepared) -> list[str]:
    """Tables that are not as after the step in peace."""
    ended = in_child(partial(judge.take_print, settings))
    return one.after.differences(ended.result) if ended.status == 0 else [ended.words]


def table(outcomes: Sequence[Outcome], seconds: float) -> Iterator[str]:
    """How each kind of damage was noticed."""
    counts = Counter(
        (one.damage.target, one.damage.kind, one.verdict or "fault") for one in outcomes
    )
    yield f"{'file':10} {'damage':18} {'':40} {'times':>6}"
    for (target, kind, verdict), count in sorted(counts.items()):
        yield f"{target:10} {kind:18} {verdict:40} {count:6,}"
    faults = sum(bool(outcome.faults) for outcome in outcomes)
    yield f"{len(outcomes):,} damages, {faults} not healed or named, {seconds:,.0f} s"


def corrupt(damages: Sequence[Damage], lanes: int, folder: Path) -> int:
    """Do damages; returns how many were neither healed nor named."""
    began = time.monotonic()
    outcomes: list[Outcome] = []
    with site_and_source():
        homes: Any = in_one(prepare_homes, folder)
        for outcome in in_lanes(partial(try_damage, homes, folder), damages, lanes):
            outcomes.append(outcome)
            for fault in outcome.faults:
                print(
                    f"{outcome.damage}: {fault}\n  again: python -m tests.crash.corrupt "
                    f"{outcome.damage}",
                    flush=True,
                )
    print("\n".join(table(outcomes, time.monotonic() - began)))
    return sum(bool(outcome.faults) for outcome in outcomes)


def main() -> int:
    """Damage files; 1 when one was neither healed nor named."""
    parser = argparse.ArgumentParser(prog="python -m tests.crash.corrupt", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--lanes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--target", choices=TARGETS, help="one damage alone, with --kind")
    parser.add_argument("--kind", choices=KINDS)
    parser.add_argument("--keep", type=Path, help="a folder for the homes")
    chosen = parser.parse_args()
    damages = draw_damages(chosen.seed, chosen.count)
    if chosen.target:
        damages = [Damage(chosen.target, chosen.kind, chosen.seed)]
    with tempfile.TemporaryDirectory() as folder:
        return int(corrupt(damages, chosen.lanes, chosen.keep or Path(folder)) > 0)


if __name__ == "__main__":
    sys.exit(main())
