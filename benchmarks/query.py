"""How fast the snapshot answers at a million quotes, beside what else a reader would write.

python benchmarks/query.py            a million quotes, a quarter of an hour; writes RESULTS.md
python benchmarks/query.py --quick    a look at a hundredth of it; writes nothing
python benchmarks/query.py --home D   keeps the files in D, and takes them from there
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from statistics import median, quantiles

from peers import make_peers
from results import Target, table, write_section

HERE = Path(__file__).resolve().parent
PAGES, QUICK_PAGES = 10_000, 100
TIMEOUT = 7200

MOST_OF_LIKE = 1 / 20
MOST_OF_FTS = 1 / 2
MIX = (
    "a rare word",
    "a middling word",
    "a common word",
    "two rare words",
    "a rare and two common words",
    "two common words",
)
"""The kinds of queries that fts can answer too: its p95 and that of search are of these."""


def p95(values: list[float]) -> float:
    """What nineteen of twenty take at most."""
    return quantiles(values, n=20, method="inclusive")[-1]


def measure(home: Path, pages: int) -> dict[str, list[float]]:
    """The seconds of every query by its kind, from a process of its own."""
    command = [sys.executable, "-m", "querying.measure", str(home), str(pages)]
    done = subprocess.run(
        command, cwd=HERE, check=True, stdout=subprocess.PIPE, text=True, timeout=TIMEOUT
    )
    times: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])["times"]
    return times


def search_targets(times: dict[str, list[float]]) -> list[Target]:
    """What is promised of search."""
    ours = p95([one for kind in MIX for one in times[kind]])
    like = median(times["like"])
    targets = [
        Target(
            "search p95 ÷ one LIKE scan (p50) ≤ 1/20",
            f"1/{like / ours:.1f}",
            ours <= like * MOST_OF_LIKE,
        )
    ]
    fts = [one for kind in MIX for one in times.get(f"fts: {kind}", ())]
    if fts:
        share = ours / p95(fts)
        targets.append(Target("search p95 ÷ fts p95 ≤ 1/2", f"{share:.2f}", share <= MOST_OF_FTS))
    return targets


def question_targets(times: dict[str, list[float]]) -> list[Target]:
    """What is promised of the ready questions."""
    like = median(times["like of the questions"])
    shares = {name: median(times[f"ask: {name}"]) / like for name in asked_names(times)}
    slowest = max(shares, key=shares.__getitem__)
    many = sum(share <= 1 for share in shares.values())
    return [
        Target(
            f"each of {len(shares)} ready questions ÷ one LIKE scan ≤ 1",
            f"{many} of {len(shares)}; the slowest, {slowest}: {shares[slowest]:.2f}",
            many == len(shares),
        )
    ]


def asked_names(times: dict[str, list[float]]) -> list[str]:
    """The ready questions that were asked."""
    return [name.removeprefix("ask: ") for name in times if name.startswith("ask: ")]


def questions_table(times: dict[str, list[float]]) -> str:
    """Milliseconds of each ready question, the slowest first."""
    rows = [
        (median(times[f"ask: {name}"]), name, times[f"rows: {name}"][0])
        for name in asked_names(times)
    ]
    cells = [[name, f"{1000 * one:,.0f}", f"{count:,.0f}"] for one, name, count in sorted(rows)]
    like = 1000 * median(times["like of the questions"])
    return table(
        ["ready question", "p50", "rows"],
        [*reversed(cells), ["one LIKE scan, for comparison", f"{like:,.0f}", "1"]],
    )


def kinds_table(times: dict[str, list[float]]) -> str:
    """Milliseconds of each kind of query."""

    def cells(values: list[float]) -> list[str]:
        if not values:
            return ["–", "–"]
        return [f"{1000 * median(values):,.0f}", f"{1000 * p95(values):,.0f}"]

    kinds = [*MIX, "a phrase", "a beginning"]
    rows = [[kind, *cells(times[kind]), *cells(times.get(f"fts: {kind}", []))] for kind in kinds]
    rows.append(["one LIKE scan, for comparison", *cells(times["like"]), "–", "–"])
    return table(["query", "search p50", "p95", "fts p50", "p95"], rows)


def explain(times: dict[str, list[float]], load: tuple[float, float]) -> str:
    """What was done, for the reader of the tables."""
    (quotes,), (characters,) = times["quotes"], times["characters"]
    fts = "and to the fts extension (its BM25, the same texts in a file of its own, the ten best)"
    if not any(name.startswith("fts: ") for name in times):
        fts = "(the fts extension is not installed here)"
    return f"""`make bench-query`: {quotes:,.0f} quotes of {characters:.0f} characters on average, \
of 50,000 words as often as in real texts (Zipf's law). {len(times["like"])} rounds; in each a \
query of every kind is given to `from search(?)` {fts}, and one `text like '%word%'` counts. \
Milliseconds, planning included.

- Load of the machine ({os.cpu_count()} processors) before and after: {load[0]:.1f}, {load[1]:.1f}.
- CPython {platform.python_version()}, rostrum {version("rostrum")}, duckdb {version("duckdb")}."""


def main() -> int:
    """Measures, prints and writes; 1 when a target is missed in a full run."""
    parser = argparse.ArgumentParser(description="How fast a million quotes are searched.")
    parser.add_argument("--quick", action="store_true", help="a look, a minute")
    parser.add_argument("--home", type=Path, help="where the files are kept")
    asked = parser.parse_args()
    make_peers()
    before = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="rostrum-bench-") as folder:
        times = measure(asked.home or Path(folder), QUICK_PAGES if asked.quick else PAGES)
    targets = [*search_targets(times), *question_targets(times)]
    verdicts = table(["target", "measured", "verdict"], [target.row for target in targets])
    texts = [
        explain(times, (before, os.getloadavg()[0])),
        kinds_table(times),
        questions_table(times),
        verdicts,
    ]
    print("\n" + "\n\n".join(texts))
    if asked.quick:
        return 0
    write_section("search", "\n\n".join(texts))
    return int(any(target.is_met is False for target in targets))


if __name__ == "__main__":
    sys.exit(main())
