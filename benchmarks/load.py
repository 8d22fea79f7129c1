"""How loading, models and verification hold at a million quotes.

Every part is a process of its own, so that its memory is its own. Batches are loaded by
`load_batch` and by bare statements in turn, so that what else the machine does meets both.

    python benchmarks/load.py            a million quotes, half an hour; writes RESULTS.md
    python benchmarks/load.py --quick    a look at a hundredth of it; writes nothing
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

from results import Target, spread, table, write_section

HERE = Path(__file__).resolve().parent
PACKAGES = ("rostrum", "duckdb", "pyarrow")
TIMEOUT = 3600
SLICE = 20
"""Batches that are added up before a ratio is taken of them."""

LEAST_OF_BARE = 0.7
MOST_OF_BUILD = 0.03
MOST_OF_REPARSE = 1 / 3
MOST_GROWTH = 1.2


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured; a page holds some hundred quotes."""

    pages: int
    few_pages: int
    html_pages: int
    rounds: int


FULL = Plan(pages=10_000, few_pages=100, html_pages=1_000, rounds=5)
QUICK = Plan(pages=400, few_pages=100, html_pages=40, rounds=1)


@dataclass(frozen=True, slots=True)
class Took:
    """What a part took: seconds by name, the most memory in MiB, the machine's load after it."""

    times: dict[str, list[float]]
    memory: float
    load: float

    def seconds(self, *names: str) -> float:
        """The sum of all seconds of these names."""
        return sum(sum(self.times[name]) for name in names)


def run(part: str, home: Path, number: int) -> Took:
    """One part, in a process of its own."""
    home.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "loading.measure", part, str(home), str(number)]
    done = subprocess.run(
        command, cwd=HERE, check=True, stdout=subprocess.PIPE, text=True, timeout=TIMEOUT
    )
    took = Took(**json.loads(done.stdout.splitlines()[-1]))
    sums = ", ".join(f"{name} {sum(values):.2f}" for name, values in took.times.items())
    print(f"{part} {number}: {sums}; {took.memory:.0f} MiB; load {took.load:.1f}", flush=True)
    return took


def slices(values: list[float]) -> list[float]:
    """Sums of so many batches each."""
    return [sum(values[start : start + SLICE]) for start in range(0, len(values), SLICE)]


def of_bare(raced: Took, ours: tuple[str, ...], theirs: tuple[str, ...]) -> list[float]:
    """How fast we are, of how fast the bare statements are, slice by slice."""
    sums = [
        [sum(parts) for parts in zip(*(slices(raced.times[one]) for one in names), strict=True)]
        for names in (theirs, ours)
    ]
    return [bare / load for bare, load in zip(*sums, strict=True)]


def load_targets(raced: Took) -> list[Target]:
    """What is promised of loading."""
    ready = of_bare(raced, ("load",), ("bare",))
    from_rows = of_bare(raced, ("load",), ("rows to Arrow", "bare"))
    whole = of_bare(raced, ("prepare", "load"), ("rows to Arrow", "bare"))
    return [
        Target(
            f"load of prepared pages ÷ bare INSERT from ready Arrow tables ≥ {LEAST_OF_BARE}",
            spread(ready, 2),
            median(ready) >= LEAST_OF_BARE,
        ),
        Target("the same, Arrow tables made of rows first", spread(from_rows, 2), None),
        Target("records → rows, digest, load ÷ bare with Arrow from rows", spread(whole, 2), None),
    ]


def update_targets(built: Took, updates: list[Took]) -> list[Target]:
    """What is promised of an update of a hundred pages."""
    parts = ("load", "models", "publish")
    all_of_it = built.seconds(*parts)
    seconds = [took.seconds(*parts) for took in updates]
    shares = [100 * one / all_of_it for one in seconds]
    return [
        Target("update of 100 pages, seconds", spread(seconds, 2), None),
        Target(
            f"the same, % of building from nothing ≤ {100 * MOST_OF_BUILD:.0f}",
            spread(shares, 1),
            median(shares) <= 100 * MOST_OF_BUILD,
        ),
    ]


def growth_targets(few: list[Took], many: Took, plan: Plan) -> list[Target]:
    """What is promised of memory and time as the warehouse grows."""
    memory = [many.memory / took.memory for took in few]
    parts = ("load", "models", "publish")
    page = [
        (many.seconds(*parts) / plan.pages) / (took.seconds(*parts) / plan.few_pages)
        for took in few
    ]
    return [
        Target(
            f"{name} of {plan.pages:,} pages ÷ of {plan.few_pages} ≤ {MOST_GROWTH}",
            spread(values, 2),
            median(values) <= MOST_GROWTH,
        )
        for name, values in (("most memory", memory), ("time a page", page))
    ]


def prove_targets(proofs: list[Took]) -> list[Target]:
    """What is promised of verification."""
    shares = [took.seconds("verify") / took.seconds("reparse") for took in proofs]
    return [Target("verify ÷ reparse ≤ 1/3", spread(shares, 2), median(shares) <= MOST_OF_REPARSE)]


def parts_table(built: Took, updates: list[Took], proofs: list[Took]) -> str:
    """Seconds of each part."""
    rows = [
        [f"build: {name}", f"{built.seconds(name):,.1f}"] for name in ("load", "models", "publish")
    ]
    rows += [
        [f"update: {name}", spread([took.seconds(name) for took in updates], 2)]
        for name in ("load", "models", "publish")
    ]
    rows += [
        [name, spread([took.seconds(name) for took in proofs], 1)] for name in ("reparse", "verify")
    ]
    rows.append(["build: most memory, MiB", f"{built.memory:,.0f}"])
    return table(["part", "seconds"], rows)


def explain(plan: Plan, raced: Took, load: tuple[float, float]) -> str:
    """What was done, for the reader of the tables."""
    bare = plan.pages / sum(raced.times["bare"])
    ours = plan.pages / sum(raced.times["load"])
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return f"""`make bench-load`: {plan.pages:,} invented pages of 105 quotes (one in 25 is a \
programme), in batches of 50 pages, with all their other rows. Each batch is loaded by \
`load_batch` (pages prepared before, as any process can do it: rows, ids, digest) into one file, \
and by one bare `INSERT … SELECT` a table of Arrow tables that lie ready, the same rows in one \
transaction, into another file of the same layout, in turn; ratios of speed are taken of {SLICE} \
batches each. \
Bare: {bare:,.0f} pages a second; Rostrum: {ours:,.0f}. Building is load (preparing included), \
models, checks and publish of all pages; an update the same for {100} pages with a new revision. \
Verify and reparse (archive → records → warehouse → models → snapshot, one process each) are of \
{plan.html_pages:,} HTML pages of some hundred quotes; both grow with the pages. Three numbers are \
least, middle and greatest.

- Load of the machine (2 processors are all it has) before and after: {load[0]:.1f}, {load[1]:.1f}.
- CPython {platform.python_version()}, {versions}."""


def measure(plan: Plan, folder: Path) -> tuple[list[Target], list[str]]:
    """All parts, and what came of them."""
    before = os.getloadavg()[0]
    raced = run("race", folder / "race", plan.pages)
    shutil.rmtree(folder / "race")
    few = [run("build", folder / f"few-{one}", plan.few_pages) for one in range(plan.rounds)]
    built = run("build", folder / "many", plan.pages)
    updates = [run("update", folder / "many", 1 + one) for one in range(plan.rounds)]
    proofs = [
        run("prove", folder / f"html-{one}", plan.html_pages) for one in range(min(plan.rounds, 3))
    ]
    targets = [
        *load_targets(raced),
        *update_targets(built, updates),
        *prove_targets(proofs),
        *growth_targets(few, built, plan),
    ]
    load = (before, os.getloadavg()[0])
    return targets, [explain(plan, raced, load), parts_table(built, updates, proofs)]


def main() -> int:
    """Measures, prints and writes; 1 when a target is missed in a full run."""
    parser = argparse.ArgumentParser(description="How the warehouse holds at a million quotes.")
    parser.add_argument("--quick", action="store_true", help="a look, a minute or two")
    is_quick = parser.parse_args().quick
    with tempfile.TemporaryDirectory(prefix="rostrum-bench-") as folder:
        targets, texts = measure(QUICK if is_quick else FULL, Path(folder))
    verdicts = table(["target", "measured", "verdict"], [target.row for target in targets])
    print("\n" + "\n\n".join([*texts, verdicts]))
    if is_quick:
        return 0
    write_section("load", "\n\n".join([*texts, verdicts]))
    return int(any(target.is_met is False for target in targets))


if __name__ == "__main__":
    sys.exit(main())
