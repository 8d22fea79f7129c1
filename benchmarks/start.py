"""How long the command takes to start, beside what it cannot do without.

python benchmarks/start.py            half a minute; writes RESULTS.md
python benchmarks/start.py --quick    three rounds; writes nothing
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path
from statistics import median

from results import Target, spread, table, write_section

ROSTRUM = str(Path(sys.executable).parent / "rostrum")
ROUNDS, QUICK_ROUNDS = 15, 3
MOST = 2.0
SNAPSHOT = "snapshot.duckdb"
SELECT = (
    "import duckdb, sys; print(duckdb.connect(sys.argv[1], read_only=True)"
    ".execute('select 1').fetchall())"
)

PAIRS = {
    "rostrum --help ÷ python -c 'import typer, rich'": (
        [ROSTRUM, "--help"],
        [sys.executable, "-c", "import typer, rich"],
    ),
    "rostrum sql 'select 1' ÷ the same through duckdb": (
        [ROSTRUM, "sql", "select 1"],
        [sys.executable, "-c", SELECT, SNAPSHOT],
    ),
}


def seconds_of(command: list[str], home: Path) -> float:
    """By the clock, of one start."""
    begin = time.perf_counter()
    subprocess.run(
        command,
        check=True,
        stdout=subprocess.DEVNULL,
        cwd=home,
        env={**os.environ, "ROSTRUM_HOME": str(home)},
    )
    return time.perf_counter() - begin


def measure(rounds: int, home: Path) -> dict[str, list[tuple[float, float]]]:
    """(ours, the limit) of every round, after a first one that warms the disk."""
    subprocess.run(
        [ROSTRUM, "ingest", "sample", "--home", home],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in PAIRS}
    for number in range(rounds + 1):
        for name, (ours, limit) in PAIRS.items():
            both = seconds_of(ours, home), seconds_of(limit, home)
            if number:
                found[name].append(both)
    return found


def shares(both: list[tuple[float, float]]) -> list[float]:
    """How many times the limit ours takes, round by round."""
    return [ours / limit for ours, limit in both]


def main() -> int:
    """Measures, prints and writes; 1 when a target is missed in a full run."""
    parser = argparse.ArgumentParser(description="How long the command takes to start.")
    parser.add_argument("--quick", action="store_true", help="a look")
    is_quick = parser.parse_args().quick
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="rostrum-bench-") as folder:
        found = measure(QUICK_ROUNDS if is_quick else ROUNDS, Path(folder))
    rows, targets = [], []
    for name, both in found.items():
        ours, limits = [1000 * one for one, _ in both], [1000 * one for _, one in both]
        rows.append([name.replace(" ÷ ", " / "), spread(ours), spread(limits)])
        targets.append(
            Target(f"{name} ≤ {MOST:g}", spread(shares(both), 2), median(shares(both)) <= MOST)
        )
    told = f"""`make bench-start`: {len(next(iter(found.values())))} starts each, in turn, by the \
clock, in milliseconds. Load of the machine before: {load:.1f}. CPython \
{platform.python_version()}, rostrum {version("rostrum")}, typer {version("typer")}, duckdb \
{version("duckdb")}."""
    texts = [
        told,
        table(["what", "ours, ms", "the limit, ms"], rows),
        table(["target", "measured", "verdict"], [target.row for target in targets]),
    ]
    print("\n" + "\n\n".join(texts))
    if is_quick:
        return 0
    write_section("start", "\n\n".join(texts))
    return int(any(target.is_met is False for target in targets))


if __name__ == "__main__":
    sys.exit(main())
