"""How fast the archive is read again, beside plain soup building; on one core and on two.

Every contestant is a process of its own that is kept to so many cores; rounds are interleaved, and
ratios are taken within a round.

    python benchmarks/reparse.py              10,000 pages, a quarter of an hour; writes RESULTS.md
    python benchmarks/reparse.py --quick      a look at 200 pages, once; writes nothing
    python benchmarks/reparse.py --pages N,M  as the whole, of archives of N and of M pages
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from statistics import median

from results import Target, spread, table, write_section
from sizes import read_sizes, rounds_of
from watch import HERE, watch

from parsing.pages import PAGE_BYTES

PACKAGES = ("rostrum", "duckdb", "lxml", "beautifulsoup4")
SIZES, QUICK_SIZES = (10_000,), (200,)
SOUP_PAGES = 1_000
"""A soup takes as long however many there are: of more pages no more are built."""

LEAST_OF_SOUP = 8
LEAST_OF_CORES = 1.8
MOST_MIB = 500


@dataclass(frozen=True, slots=True)
class Took:
    """What one contestant came to.

    Attributes:
        rate: pages a second, of the parse stage alone.
        whole_rate: the same of the whole command, models and publishing included.
        peak_mib: of all its processes at once.
    """

    rate: float
    whole_rate: float
    peak_mib: float


@dataclass(frozen=True, slots=True)
class Round:
    """All contestants, once."""

    one_core: Took
    two_cores: Took
    soup: Took


def run(name: str, pages: int, module: str, *words: str) -> Took:
    """One contestant, once."""
    told = watch([sys.executable, "-m", module, *words])
    took = Took(pages / told["parse_seconds"], pages / told["seconds"], told["peak_mib"])
    print(f"{name}: {took.rate:.0f} pages/s", flush=True)
    return took


def reread(home: Path, pages: int, cores: int) -> Took:
    """Ours, on so many cores."""
    name, words = f"Rostrum, cores: {cores}", (str(home), str(pages), str(cores))
    return run(name, pages, "rereading.with_rostrum", *words)


def build_soups(pages: int) -> Took:
    """The peer, on one core."""
    count = min(pages, SOUP_PAGES)
    return run("soup", count, "rereading.with_soup", str(count))


def make_home(home: Path, pages: int) -> None:
    """An archive of so many pages, each read and published once."""
    print(f"archiving {pages:,} pages …", flush=True)
    command = [sys.executable, "-m", "rereading.home", str(home), str(pages)]
    subprocess.run(command, cwd=HERE, check=True)


def race(home: Path, pages: int, rounds: int) -> list[Round]:
    """All contestants in turn, the last one first in every other round."""
    make_home(home, pages)
    found = []
    for number in range(rounds):
        turns = {
            "one_core": partial(reread, home, pages, 1),
            "two_cores": partial(reread, home, pages, 2),
            "soup": partial(build_soups, pages),
        }
        order = list(turns)[:: -1 if number % 2 else 1]
        found.append(Round(**{name: turns[name]() for name in order}))
    return found


def of_soup(rounds: list[Round]) -> list[float]:
    """How many times as fast one core is as plain soup building, round by round."""
    return [one.one_core.rate / one.soup.rate for one in rounds]


def targets_of(pages: int, rounds: list[Round]) -> list[Target]:
    """What is promised; the middle of the rounds decides, of memory the most."""
    soup, cores = of_soup(rounds), [one.two_cores.rate / one.one_core.rate for one in rounds]
    peak = max(took.peak_mib for one in rounds for took in (one.one_core, one.two_cores))
    return [
        Target(
            f"{pages:,} pages: one core ÷ plain soup ≥ {LEAST_OF_SOUP}",
            spread(soup, 2),
            median(soup) >= LEAST_OF_SOUP,
        ),
        Target(
            f"{pages:,} pages: two cores ÷ one ≥ {LEAST_OF_CORES}",
            spread(cores, 2),
            median(cores) >= LEAST_OF_CORES,
        ),
        Target(f"{pages:,} pages: memory < {MOST_MIB} MiB", f"{peak:.0f} MiB", peak < MOST_MIB),
    ]


def contestants_table(found: dict[int, list[Round]]) -> str:
    """A row for each contestant and size."""
    rows = []
    for pages, rounds in found.items():
        contestants = {
            "Rostrum, one core": [one.one_core for one in rounds],
            "Rostrum, two cores": [one.two_cores for one in rounds],
            'BeautifulSoup(html, "lxml"), one core': [one.soup for one in rounds],
        }
        rows += [
            [
                name,
                f"{pages:,}",
                spread([took.rate for took in tooks]),
                spread([took.whole_rate for took in tooks]),
                f"{max(took.peak_mib for took in tooks):.0f}",
            ]
            for name, tooks in contestants.items()
        ]
    return table(["contestant", "pages", "pages/s", "whole, pages/s", "peak MiB"], rows)


def explain(load: float) -> str:
    """What was done, for the reader of the tables."""
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return f"""`make bench-reparse`: an archive of report pages of {PAGE_BYTES:,} bytes, each read \
and published once before, is read again by `rostrum reparse`, which finds that all of them say \
what they said. Pages a second are of its parse stage: archived bytes to rows compared with those \
of the last time; “whole” is the command with models and snapshot. Each contestant is a new \
process that, with all it starts, is kept to one processor or to two; ours reads with as many \
processes, and the one that writes shares their processors. Rounds are in turn; three numbers are \
least, middle and greatest. Memory is what all processes of a contestant held at once, looked at \
twenty times a second; what they share counts in each.

- The peer builds `BeautifulSoup(html, "lxml")` of the same pages ({SOUP_PAGES:,} of them at \
most) and does nothing with it.
- Load of the machine before the start: {load:.1f}; {os.cpu_count()} cores, {platform.system()} \
{platform.machine()}.
- CPython {platform.python_version()}, {versions}."""


def main() -> int:
    """Measures, prints and writes; 1 when a target is missed in a full run."""
    parser = argparse.ArgumentParser(description="How fast the archive is read again.")
    parser.add_argument("--quick", action="store_true", help="a look, half a minute")
    parser.add_argument("--pages", type=read_sizes, help="such as 10000 or 10000,100000")
    options = parser.parse_args()
    sizes = options.pages or (QUICK_SIZES if options.quick else SIZES)
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="rostrum-bench-") as folder:
        found = {
            pages: race(Path(folder) / str(pages), pages, 1 if options.quick else rounds_of(pages))
            for pages in sizes
        }
    targets = [target for pages, rounds in found.items() for target in targets_of(pages, rounds)]
    texts = [
        explain(load),
        contestants_table(found),
        table(["target", "measured", "verdict"], [target.row for target in targets]),
    ]
    print("\n" + "\n\n".join(texts))
    if options.quick:
        return 0
    write_section("reparse", "\n\n".join(texts))
    return int(any(target.is_met is False for target in targets))


if __name__ == "__main__":
    sys.exit(main())
