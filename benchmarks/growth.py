"""Whether a page of a large run costs what a page of a small one does: time, and memory.

python benchmarks/growth.py              1,000 to 100,000 pages, an hour; writes RESULTS.md
python benchmarks/growth.py --quick      a look at 100 and 400 pages, once; writes nothing
python benchmarks/growth.py --pages N,M  as the whole, of N and of M pages
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

from results import Target, spread, table, write_section
from sizes import read_sizes, rounds_of
from watch import watch
from whole.site import write_pages
from whole_run import OURS, serving

PACKAGES = ("rostrum", "duckdb", "httpx", "lxml", "pyarrow")
SIZES, QUICK_SIZES = (1_000, 10_000, 100_000), (100, 400)
MOST = 1.15


@dataclass(frozen=True, slots=True)
class Took:
    """What one run took.

    Attributes:
        page_ms: by the clock, from the first request to published rows, for each page.
        peak_mib: of all its processes at once.
        stages: seconds of each; they overlap.
    """

    page_ms: float
    peak_mib: float
    stages: dict[str, float]


Found = dict[int, list[Took]]
"""What the runs of so many pages took, round by round."""


def run(origin: str, pages: int, quotes: int, home: Path) -> Took:
    """The first pages of the site, once, into a new home; every quote must be there."""
    told = watch(
        [OURS.python, "-m", OURS.module, origin, str(pages), str(home)],
        {**os.environ, "ROSTRUM_ALLOW_HOSTS": "127.0.0.1"},
    )
    shutil.rmtree(home)
    if told["quotes"] != quotes:
        raise SystemExit(f"{told['quotes']} of {quotes} quotes of {pages} pages are published")
    took = Took(1000 * told["seconds"] / pages, told["peak_mib"], told["stages"])
    print(f"{pages:,} pages: {took.page_ms:.1f} ms each, {took.peak_mib:.0f} MiB", flush=True)
    return took


def measure(sizes: tuple[int, ...], folder: Path, *, once: bool) -> Found:
    """Runs of all sizes in turn, so that what else the machine does meets all of them."""
    print(f"writing {max(sizes):,} pages …", flush=True)
    quotes = write_pages(folder / "site", max(sizes))
    found: Found = {pages: [] for pages in sizes}
    with serving(folder / "site") as origin:
        for number in range(1 if once else max(map(rounds_of, sizes))):
            for pages in sizes:
                if once or number < rounds_of(pages):
                    home = folder / "home"
                    found[pages].append(run(origin, pages, sum(quotes[:pages]), home))
    return found


def growth(values: dict[int, float]) -> float:
    """How many times the least value of any size the greatest is."""
    return max(values.values()) / min(values.values())


def targets_of(found: Found) -> list[Target]:
    """What is promised; of several rounds the middle decides."""
    measured = {
        "time a page": {
            pages: median(took.page_ms for took in runs) for pages, runs in found.items()
        },
        "peak memory": {
            pages: median(took.peak_mib for took in runs) for pages, runs in found.items()
        },
    }
    sizes = f"{min(found):,} to {max(found):,} pages"
    return [
        Target(
            f"{name} of {sizes}, greatest ÷ least ≤ {MOST}",
            f"{growth(values):.2f}",
            growth(values) <= MOST,
        )
        for name, values in measured.items()
    ]


def sizes_table(found: Found) -> str:
    """A row for each size."""
    rows = [
        [
            f"{pages:,}",
            str(len(runs)),
            spread([took.page_ms for took in runs], 2),
            spread([took.peak_mib for took in runs]),
        ]
        for pages, runs in found.items()
    ]
    return table(["pages", "rounds", "ms a page", "peak MiB"], rows)


def stages_table(found: Found) -> str:
    """Milliseconds a page of each stage, by size."""
    stages = next(iter(found.values()))[0].stages
    rows = [
        [
            stage,
            *(
                f"{median(1000 * took.stages[stage] / pages for took in runs):.2f}"
                for pages, runs in found.items()
            ),
        ]
        for stage in stages
    ]
    return table(["stage, ms a page", *(f"{pages:,} pages" for pages in found)], rows)


def explain(load: float) -> str:
    """What was done, for the reader of the tables."""
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return f"""`make bench-growth`: the whole run of `make bench-whole` (report pages of 50 KB \
from a server on loopback in a process of its own, politeness off, to published rows), each size a \
new process and a new home, in turn. Three numbers are least, middle and greatest of the rounds. \
Memory is what the run and its readers held at once, looked at twenty times a second; what they \
share counts in each. Fetching, archiving, reading and loading overlap. What a run costs however \
small it is (migrations, readers that start) counts too.

- Load of the machine before the start: {load:.1f}; {os.cpu_count()} cores, {platform.system()} \
{platform.machine()}.
- CPython {platform.python_version()}, {versions}."""


def main() -> int:
    """Measures, prints and writes; 1 when a target is missed in a full run."""
    parser = argparse.ArgumentParser(description="Whether a large run costs more a page.")
    parser.add_argument("--quick", action="store_true", help="a look, under a minute")
    parser.add_argument("--pages", type=read_sizes, help="such as 1000,10000")
    options = parser.parse_args()
    sizes = options.pages or (QUICK_SIZES if options.quick else SIZES)
    if len(sizes) == 1:
        parser.error("growth is from one size to another: give two")
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="rostrum-bench-") as folder:
        found = measure(sizes, Path(folder), once=options.quick)
    targets = targets_of(found)
    texts = [
        explain(load),
        sizes_table(found),
        stages_table(found),
        table(["target", "measured", "verdict"], [target.row for target in targets]),
    ]
    print("\n" + "\n\n".join(texts))
    if options.quick:
        return 0
    write_section("growth", "\n\n".join(texts))
    return int(any(target.is_met is False for target in targets))


if __name__ == "__main__":
    sys.exit(main())
