"""How far each stage of a run is from what it cannot do without.

python benchmarks/limits.py              2,000 pages, five minutes; writes RESULTS.md
python benchmarks/limits.py --quick      a look at 100 pages, once; writes nothing
python benchmarks/limits.py --pages N    as the whole, of N pages
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from results import spread, table, write_section
from sizes import ROUNDS
from watch import watch
from whole.site import write_pages
from whole_run import serving

PACKAGES = ("rostrum", "httpx", "lxml", "beautifulsoup4", "duckdb", "pyarrow")
PAGES, QUICK_PAGES = 2_000, 100

LIMITS = {
    ("discover", "limit"): "httpx gets the sitemap, lxml its URLs",
    ("fetch", "limit"): "httpx loop, downloads only",
    ("archive", "limit"): "gzip of the bodies, written and synced",
    ("parse", "limit"): "lxml trees, no more",
    ("parse", "soup"): 'BeautifulSoup(html, "lxml"), no more',
    ("load", "limit"): "INSERT of the same rows from ready Arrow",
    ("transform", "limit"): "the models' rows copied, not computed",
    ("publish", "limit"): "copy of the file, synced",
}

WHY = {
    "discover": "Robots.txt is asked for first, and each URL is normalized and weighed against the "
    "rules of its source. (The whole run is told its URLs, so that discovering them is next to "
    "nothing there.)",
    "fetch": "One request at a time goes to a host, where the loop has eight under way; for each, "
    "robots.txt, the address and the bounds of size and time are checked, what is known of it is "
    "looked up, and the body is hashed.",
    "archive": "Compressing is the same in both; ours also makes the WARC and HTTP headers of each "
    "record, a SHA-256 of the body and of the compressed bytes, and the ledger's rows.",
    "parse": "The tree is where reading begins: text with the place of every block, what is "
    "article, who said what, checks of every cut, and rows with their digest, handed from the "
    "process that reads to the one that writes.",
    "load": "The rows come as Python values and are made into Arrow first, and the warehouse is "
    "asked which of these revisions it has; the limit finds its tables ready.",
    "transform": "Copying rows is what is left when nothing is computed: ours takes the latest "
    "revisions, traces quotes, matches names across all pages, builds the search index, and runs "
    "every check.",
    "publish": "DuckDB first writes what its log holds into the file (a checkpoint); the copy is "
    "then swapped in and its folder synced.",
}

Seconds = dict[str, dict[str, float]]
"""By stage: of ours and of its limits."""


def run(origin: str, pages: int, folder: Path) -> Seconds:
    """All stages and limits, once, in a process and homes of their own."""
    told = watch([sys.executable, "-m", "limiting.measure", origin, str(pages), str(folder)])
    seconds = {stage: told[stage] for stage in WHY}
    print(
        ", ".join(
            f"{stage} {one['ours']:.2f} s ({one['limit']:.2f})" for stage, one in seconds.items()
        ),
        flush=True,
    )
    return seconds


def measure(pages: int, rounds: int, folder: Path) -> list[Seconds]:
    """Round by round."""
    write_pages(folder / "site", pages)
    with serving(folder / "site") as origin:
        return [run(origin, pages, folder / str(number)) for number in range(rounds)]


def stages_table(pages: int, rounds: list[Seconds]) -> str:
    """A row for each limit; milliseconds a page."""
    header = ["stage", "ms a page", "its limit", "ms a page", "stage ÷ limit"]
    rows = [
        row_of(pages, stage, [one[stage]["ours"] for one in rounds], what, limits)
        for (stage, name), what in LIMITS.items()
        for limits in [[one[stage][name] for one in rounds]]
    ]
    sums = [
        [sum(stage[name] for stage in one.values()) for one in rounds] for name in ("ours", "limit")
    ]
    rows.append(row_of(pages, "all, one after another", sums[0], "all limits (lxml)", sums[1]))
    return table(header, rows)


def row_of(pages: int, stage: str, ours: list[float], what: str, limits: list[float]) -> list[str]:
    """One stage beside one limit; seconds of each round."""
    ratios = [mine / limit for mine, limit in zip(ours, limits, strict=True)]
    ms = [spread([1000 * one / pages for one in found], 2) for found in (ours, limits)]
    return [stage, ms[0], what, ms[1], spread(ratios, 1)]


def explain(pages: int, rounds: int, load: float) -> str:
    """What was done, and why each stage is where it is."""
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    reasons = "\n".join(f"- **{stage}**: {reason}" for stage, reason in WHY.items())
    return f"""`make bench-limits`: {pages:,} report pages of 50 KB from a server on loopback in a \
process of its own, {rounds} rounds, each a new process and new homes. The stages of a run, but \
one after another and with one process that reads pages, so that no stage takes the processor \
from another; behind each batch of a stage, its limit on the same pages in the same batches. Three \
numbers are least, middle and greatest of the rounds. What keeps each stage from its limit:

{reasons}

- Load of the machine before the start: {load:.1f}; {os.cpu_count()} cores, {platform.system()} \
{platform.machine()}.
- CPython {platform.python_version()}, {versions}."""


def main() -> int:
    """Measures, prints and writes; nothing is promised of it."""
    parser = argparse.ArgumentParser(description="How far each stage is from its limit.")
    parser.add_argument("--quick", action="store_true", help="a look, ten seconds")
    parser.add_argument("--pages", type=int)
    options = parser.parse_args()
    pages = options.pages or (QUICK_PAGES if options.quick else PAGES)
    rounds = 1 if options.quick else ROUNDS
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="rostrum-bench-") as folder:
        found = measure(pages, rounds, Path(folder))
    texts = [explain(pages, rounds, load), stages_table(pages, found)]
    print("\n" + "\n\n".join(texts))
    if not options.quick:
        write_section("limits", "\n\n".join(texts))
    return 0


if __name__ == "__main__":
    sys.exit(main())
