"""Pages of a site to published rows, beside what a user would pick instead; and a second visit.

python benchmarks/whole_run.py            the whole, half an hour and more; writes RESULTS.md
python benchmarks/whole_run.py --quick    a look at few pages, once; writes nothing
python benchmarks/whole_run.py --pages N  as the whole, of N pages
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from peers import PEER_PYTHON, make_peers, versions
from results import Target, spread, table, write_section
from whole.expected import PEER_ROWS, check_rows
from whole.site import write_site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whole.site import Site

HERE = Path(__file__).resolve().parent
OUR_PACKAGES = ("rostrum", "httpx", "duckdb", "lxml", "beautifulsoup4")
PEER_PACKAGES = ("Scrapy", "dlt", "httpx", "duckdb", "lxml", "beautifulsoup4")
PAGES, ROUNDS = 10_000, 3
QUICK_PAGES = 200
TIMEOUT = 3600
KIB_PER_MIB = 1024
OUR_ROWS = (
    "select page_url, section_heading as section, text as quote, speaker_name as speaker, position "
    "from quotes"
)
MIN_OF_SOUP = 8
MAX_REVISIT = 0.03
EXTRA_BODIES = 1
"""A revisit asks for robots.txt besides."""


@dataclass(frozen=True, slots=True)
class Contestant:
    """Who takes part: name, interpreter and module."""

    name: str
    python: str
    module: str
    query: str = PEER_ROWS


OURS = Contestant("Rostrum", sys.executable, "whole.with_rostrum", OUR_ROWS)
SOUP = Contestant("(a) Scrapy, BeautifulSoup", PEER_PYTHON, "whole.with_scrapy_soup")
PARSEL = Contestant("(b) Scrapy, parsel", PEER_PYTHON, "whole.with_scrapy_parsel")
DLT = Contestant("(c) dlt, httpx, BeautifulSoup", PEER_PYTHON, "whole.with_dlt")
ALL = (OURS, SOUP, PARSEL, DLT)

Told = dict[str, Any]
Rounds = dict[str, list[Told]]


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The origin's address, for as long as the block runs."""
    command = [sys.executable, "-m", "whole.origin", str(folder)]
    with subprocess.Popen(
        command, cwd=HERE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            port = process.stdout.readline().strip() if process.stdout else ""
            yield f"http://127.0.0.1:{port}"
        finally:
            process.communicate()  # closes its input, which ends it


def run(contestant: Contestant, origin: str, site: Site, place: Path) -> Told:
    """One contestant, once; every row must be there."""
    command = [
        contestant.python,
        "-m",
        contestant.module,
        origin,
        str(len(site.quotes)),
        str(place),
    ]
    environment = {**os.environ, "ROSTRUM_ALLOW_HOSTS": "127.0.0.1"}
    done = subprocess.run(
        command,
        cwd=HERE,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        timeout=TIMEOUT,
        env=environment,
    )
    told: Told = json.loads(done.stdout.splitlines()[-1])
    database = place / "snapshot.duckdb" if contestant is OURS else place
    check_rows(database, site, origin, contestant.query)
    told["rate"] = told["pages"] / told["seconds"]
    print(f"{contestant.name}: {told['rate']:.0f} pages/s", flush=True)
    return told


def race(pages: int, rounds: int, folder: Path) -> tuple[Rounds, list[tuple[Told, Told]]]:
    """All contestants in turn, another one first in each round; and ours again, 1 % changed."""
    found: Rounds = {contestant.name: [] for contestant in ALL}
    visits = []
    site = write_site(folder / "site", pages)
    for number in range(rounds):
        with serving(folder / "site") as origin:
            first = number % len(ALL)
            for contestant in ALL[first:] + ALL[:first]:
                place = folder / contestant.module
                found[contestant.name].append(run(contestant, origin, site, place))
                if contestant is not OURS:
                    remove(place)
            site.change()
            home = folder / OURS.module
            visits.append((found[OURS.name][-1], run(OURS, origin, site, home)))
            remove(home)
    return found, visits


def remove(place: Path) -> None:
    """What a contestant wrote."""
    for path in place.parent.glob(f"{place.name}*"):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def ratios(rounds: Rounds, other: Contestant) -> list[float]:
    """How many times as fast we are as another, round by round."""
    pairs = zip(rounds[OURS.name], rounds[other.name], strict=True)
    return [ours["rate"] / theirs["rate"] for ours, theirs in pairs]


def revisit_shares(visits: list[tuple[Told, Told]]) -> list[float]:
    """What part of the first run's time the second one takes, round by round."""
    return [second["seconds"] / first["seconds"] for first, second in visits]


def contestants_table(rounds: Rounds) -> str:
    """A row for each contestant."""
    header = ["contestant", "pages/s", "Rostrum ÷ it", "CPU ms/page", "peak MiB"]
    rows = [
        [
            contestant.name,
            spread([told["rate"] for told in rounds[contestant.name]]),
            spread(ratios(rounds, contestant), 2),
            spread([1000 * t["cpu_seconds"] / t["pages"] for t in rounds[contestant.name]], 1),
            f"{max(t['peak_kib'] for t in rounds[contestant.name]) / KIB_PER_MIB:.0f}",
        ]
        for contestant in ALL
    ]
    return table(header, rows)


def stages_table(rounds: Rounds) -> str:
    """Seconds of ours by stage; fetching, reading and loading overlap."""
    runs = rounds[OURS.name]
    names = runs[0]["stages"]
    return table(
        ["stage", "seconds"],
        [[name, spread([told["stages"][name] for told in runs], 1)] for name in names],
    )


def targets_of(rounds: Rounds, visits: list[tuple[Told, Told]]) -> list[Target]:
    """What is promised; the middle of the rounds decides."""
    soup, parsel, dlt = (ratios(rounds, peer) for peer in (SOUP, PARSEL, DLT))
    shares = revisit_shares(visits)
    moved = max(second["bodies"] for _, second in visits)
    changed = -(-visits[0][0]["pages"] // 100)
    return [
        Target(f"Rostrum ÷ (a) ≥ {MIN_OF_SOUP}", spread(soup, 2), median(soup) >= MIN_OF_SOUP),
        Target("Rostrum ÷ (b) > 1", spread(parsel, 2), median(parsel) > 1),
        Target("Rostrum ÷ (c) > 1", spread(dlt, 2), median(dlt) > 1),
        Target(
            f"revisit, 1 % changed, ÷ first run ≤ {MAX_REVISIT}",
            spread(shares, 3),
            median(shares) <= MAX_REVISIT,
        ),
        Target(
            f"bodies moved by the revisit: {changed}",
            f"{moved}",
            moved <= changed + EXTRA_BODIES,
        ),
    ]


def explain(pages: int, rounds: int, load: float) -> str:
    """What was done, for the reader of the tables."""
    return f"""`make bench-whole`: {pages:,} report pages of 50 KB from a server on loopback in a \
process of its own, politeness off, {rounds} rounds in turn, each contestant a new process and a \
new home: from the first request to published rows. Every row of every contestant was compared \
with what the pages say. Three numbers are least, middle and greatest.

- Ours archives every body as WARC, checks every record against the text, and builds all models; \
no peer does any of that. The peers' parsers know this one layout by its CSS classes. All peers \
run on one core, as their documentation starts them.
- Plain `BeautifulSoup(html, "lxml")` is most of what (a) and (c) take; with a strainer that knows \
where the article is, they are two to three times as fast.
- Load of the machine before the start: {load:.1f}.

{versions(OUR_PACKAGES, PEER_PACKAGES)}"""


def main() -> int:
    """Measures, prints and writes; 1 when a target is missed in a full run."""
    parser = argparse.ArgumentParser(description="Pages to published rows.")
    parser.add_argument("--quick", action="store_true", help="a look, two minutes")
    parser.add_argument("--pages", type=int, default=PAGES)
    options = parser.parse_args()
    pages, rounds = (QUICK_PAGES, 1) if options.quick else (options.pages, ROUNDS)
    make_peers()
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="rostrum-bench-") as folder:
        found, visits = race(pages, rounds, Path(folder))
    targets = targets_of(found, visits)
    texts = [
        explain(pages, rounds, load),
        contestants_table(found),
        stages_table(found),
        table(["target", "measured", "verdict"], [target.row for target in targets]),
    ]
    print("\n" + "\n\n".join(texts))
    if options.quick:
        return 0
    write_section("whole run", "\n\n".join(texts))
    return int(any(target.is_met is False for target in targets))


if __name__ == "__main__":
    sys.exit(main())
