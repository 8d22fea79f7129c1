"""`make crash N=10000`: kill that many runs, and tell how each case that fails is made again."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.crash.lanes import in_lanes, in_one
from tests.crash.run import Case, Outcome, draw_cases, run_case, table
from tests.crash.scenario import STEPS, prepare_all, site_and_source

MOST_FAULTS = 20
"""So many are told; then it is enough."""

TOLD_EVERY = 50


@dataclass(frozen=True)
class Plan:
    """What to run: the first `steps` of the scenario, and the cases given, or drawn by a seed."""

    steps: int
    cases: list[Case]
    seed: int
    count: int


def crash(plan: Plan, lanes: int, folder: Path) -> int:
    """Run cases; returns how many failed."""
    began = time.monotonic()
    outcomes: list[Outcome] = []
    failed = 0
    with site_and_source():
        prepared = in_one(partial(prepare_all, count=plan.steps), folder)
        for one in prepared:
            print(f"{one.step.name}: {one.places['*']} crash points, {one.seconds:.1f} s in peace")
        cases = plan.cases or draw_cases(prepared, plan.seed, plan.count)
        work = partial(run_case, prepared, folder)
        for outcome in in_lanes(work, list(enumerate(cases)), lanes):
            outcomes.append(outcome)
            failed += tell_faults(outcome, folder)
            if len(outcomes) % TOLD_EVERY == 0:
                seconds = time.monotonic() - began
                print(f"{len(outcomes):,} cases, {failed} faults, {seconds:,.0f} s", flush=True)
            if failed >= MOST_FAULTS:
                print("enough faults")
                break
    print("\n".join(table(outcomes, time.monotonic() - began)))
    return failed


def tell_faults(outcome: Outcome, folder: Path) -> bool:
    """Say what was wrong in a case, and how to see it again."""
    if outcome.faults:
        print(f"\n{outcome.name}, killed at {', '.join(outcome.places)}:")
        print("".join(f"  {fault}\n" for fault in outcome.faults))
        print(f"  its home: {folder / outcome.name}")
        print(f"  again: python -m tests.crash {outcome.case}", flush=True)
    return bool(outcome.faults)


def main() -> int:
    """Kill runs; 1 when anything was lost, repeated or left half."""
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=300, help="kills, at least")
    parser.add_argument("--lanes", type=int, default=os.cpu_count() or 1)
    parser.add_argument(
        "--steps", type=int, default=len(STEPS), help="only so many of the scenario"
    )
    parser.add_argument("--step", type=int, help="one case alone: the step to disturb")
    parser.add_argument("--kill", action="append", default=[], help="with --step, once or more")
    parser.add_argument("--go-on", action="store_true", help="with --step")
    parser.add_argument("--keep", type=Path, help="a folder for the homes of faulty cases")
    chosen = parser.parse_args()
    cases = []
    if chosen.step is not None:
        cases = [Case(chosen.step, tuple(chosen.kill), chosen.go_on)]
    plan = Plan(chosen.steps, cases, chosen.seed, chosen.count)
    with tempfile.TemporaryDirectory() as folder:
        kept = chosen.keep or Path(folder)
        return int(crash(plan, chosen.lanes, kept) > 0)


if __name__ == "__main__":
    sys.exit(main())
