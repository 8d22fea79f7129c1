"""How fast pages are fetched, beside what a user would pick instead.

Every contestant is a process of its own and fetches the same pages from an origin in another
process, 8 in flight, politeness off; rounds are interleaved, so that what else the machine does
meets all of them, and ratios are taken within a round.

    python benchmarks/fetch.py            all of it, some minutes; writes RESULTS.md
    python benchmarks/fetch.py --quick    a look, under a minute; writes nothing
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from fetching.pages import PAGE_BYTES
from peers import PEER_PYTHON, make_peers, versions
from results import Target, spread, table, write_section

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent
OUR_PACKAGES = ("rostrum", "httpx", "httpcore", "duckdb")
PEER_PACKAGES = ("aiohttp", "Scrapy", "Twisted", "duckdb")
# A run of a contestant that takes longer hangs.
TIMEOUT = 900
KIB_PER_MIB = 1024


@dataclass(frozen=True, slots=True)
class Contestant:
    """Something that fetches pages.

    Attributes:
        name: for people.
        command: the Python and the module, with what else it is called with in `words`.
    """

    name: str
    command: tuple[str, str]
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """What one run of one contestant took.

    Attributes:
        server_share: of the time in which the origin was busy.
    """

    pages: int
    seconds: float
    cpu_seconds: float
    peak_kib: int
    server_share: float

    @property
    def rate(self) -> float:
        """Pages per second."""
        return self.pages / self.seconds


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured."""

    pages: int
    rounds: int
    few: int
    many: int


LIMIT = Contestant("httpx loop, downloads only", (sys.executable, "fetching.with_httpx"))
OURS = Contestant("Rostrum, the client", (sys.executable, "fetching.with_rostrum"), ("fetch",))
OURS_ROWS = Contestant("Rostrum, with rows", (sys.executable, "fetching.with_rostrum"), ("rows",))
OURS_ARCHIVE = Contestant(
    "Rostrum, with archive and rows", (sys.executable, "fetching.with_rostrum"), ("archive",)
)
AIOHTTP = Contestant("aiohttp loop, downloads only", (PEER_PYTHON, "fetching.with_aiohttp"))
SCRAPY = Contestant("Scrapy, with rows", (PEER_PYTHON, "fetching.with_scrapy"))
ALL = (LIMIT, OURS, OURS_ROWS, OURS_ARCHIVE, AIOHTTP, SCRAPY)

FULL = Plan(pages=2000, rounds=5, few=200, many=20_000)
QUICK = Plan(pages=300, rounds=1, few=200, many=2000)

MIN_OF_LIMIT = 0.8
MAX_GROWTH_MIB = 64.0

Rounds = dict[str, list[Result]]


class Origin:
    """The origin's process."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._stat = Path(f"/proc/{process.pid}/stat")
        port = process.stdout.readline().strip() if process.stdout else ""
        self.url = f"http://127.0.0.1:{port}"

    def busy(self) -> float:
        """Seconds of processor time so far."""
        fields = self._stat.read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving() -> Iterator[Origin]:
    """The origin, for as long as the block runs."""
    command = [sys.executable, "-m", "fetching.origin"]
    with subprocess.Popen(
        command, cwd=HERE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield Origin(process)
        finally:
            process.communicate()  # closes its input, which ends it


def run(contestant: Contestant, origin: Origin, pages: int) -> Result:
    """One contestant, once; it must have got every page whole."""
    python, module = contestant.command
    command = [python, "-m", module, origin.url, str(pages), *contestant.words]
    busy = origin.busy()
    done = subprocess.run(
        command, cwd=HERE, check=True, stdout=subprocess.PIPE, text=True, timeout=TIMEOUT
    )
    told = json.loads(done.stdout.splitlines()[-1])
    if (told["pages"], told["bytes"]) != (pages, pages * PAGE_BYTES):
        raise SystemExit(f"{contestant.name} did not do the work: {told}")
    share = (origin.busy() - busy) / told["seconds"]
    return Result(pages, told["seconds"], told["cpu_seconds"], told["peak_kib"], share)


def race(origin: Origin, plan: Plan) -> Rounds:
    """All contestants in turn, another one first in each round."""
    rounds: Rounds = {contestant.name: [] for contestant in ALL}
    for number in range(plan.rounds):
        first = number % len(ALL)
        for contestant in ALL[first:] + ALL[:first]:
            result = run(contestant, origin, plan.pages)
            rounds[contestant.name].append(result)
            print(f"round {number + 1}: {contestant.name}: {result.rate:.0f} pages/s", flush=True)
    return rounds


def growth(contestant: Contestant, origin: Origin, plan: Plan) -> tuple[float, float]:
    """Peak memory in MiB at few and at many pages."""
    few, many = (
        run(contestant, origin, pages).peak_kib / KIB_PER_MIB for pages in (plan.few, plan.many)
    )
    print(f"memory: {contestant.name}: {few:.0f} → {many:.0f} MiB", flush=True)
    return few, many


def ratios(rounds: Rounds, ours: Contestant, other: Contestant) -> list[float]:
    """How many times as fast one is as the other, round by round."""
    pairs = zip(rounds[ours.name], rounds[other.name], strict=True)
    return [mine.rate / theirs.rate for mine, theirs in pairs]


def contestants_table(rounds: Rounds) -> str:
    """A row for each contestant."""
    header = ["contestant", "pages/s", "of the limit", "CPU ms/page", "peak MiB", "origin busy"]
    rows = []
    for contestant in ALL:
        results = rounds[contestant.name]
        rows.append(
            [
                contestant.name,
                spread([result.rate for result in results]),
                spread(ratios(rounds, contestant, LIMIT), 2),
                f"{median(result.cpu_seconds / result.pages * 1000 for result in results):.2f}",
                f"{max(result.peak_kib for result in results) / KIB_PER_MIB:.0f}",
                f"{max(result.server_share for result in results):.0%}",
            ]
        )
    return table(header, rows)


def speed_targets(rounds: Rounds) -> list[Target]:
    """What is promised of speed; the middle of the rounds decides."""
    limit, peer = ratios(rounds, OURS, LIMIT), ratios(rounds, OURS_ROWS, SCRAPY)
    archive = ratios(rounds, OURS_ARCHIVE, SCRAPY)
    return [
        Target(
            f"the client ÷ httpx loop ≥ {MIN_OF_LIMIT}",
            spread(limit, 2),
            median(limit) >= MIN_OF_LIMIT,
        ),
        Target("with rows ÷ Scrapy with rows > 1", spread(peer, 2), median(peer) > 1),
        Target("with archive and rows ÷ Scrapy with rows", spread(archive, 2), None),
    ]


def memory_target(contestant: Contestant, plan: Plan, few: float, many: float) -> Target:
    """What is promised of memory."""
    promise = f"{contestant.name}: {plan.few} → {plan.many:,} pages, + < {MAX_GROWTH_MIB:.0f} MiB"
    grown = f"{few:.0f} → {many:.0f} MiB ({many - few:+.0f})"
    return Target(promise, grown, many - few < MAX_GROWTH_MIB)


def explain(plan: Plan, load: float) -> str:
    """What was done, for the reader of the tables."""
    return f"""`make bench-fetch`: {plan.pages:,} pages of {PAGE_BYTES:,} bytes of HTML (4 to 1 by \
gzip) from a local origin in a process of its own, 8 in flight, politeness off; {plan.rounds} \
rounds, interleaved, each contestant a new process. Three numbers are least, middle and greatest \
of the rounds; ratios are taken within a round. "Origin busy" is the share of the time in which \
the origin had work: well below 100 %, it is not the limit.

- The limit is `httpx.AsyncClient` in 8 tasks: no robots.txt, no address check, no bounds, no \
retries.
- "With rows": a row a page in DuckDB, with status, bytes, SHA-256 and milliseconds; ours in \
transactions of 50 pages (`raw.fetches`, 18 columns), Scrapy's by an item pipeline in \
transactions of 500 (5 columns). "With archive" adds a WARC record a page, compressed and synced \
to the disk, and its ledger row; no peer does that.
- Load of the machine before the start: {load:.1f}.

{versions(OUR_PACKAGES, PEER_PACKAGES)}"""


def measure(plan: Plan) -> tuple[str, list[Target]]:
    """Everything; gives the table of contestants and the targets."""
    with serving() as origin:
        rounds = race(origin, plan)
        targets = speed_targets(rounds)
        for contestant in (OURS, OURS_ARCHIVE):
            targets.append(memory_target(contestant, plan, *growth(contestant, origin, plan)))
    return contestants_table(rounds), targets


def main() -> int:
    """Measures, prints and writes; 1 when a target is missed in a full run."""
    parser = argparse.ArgumentParser(description="How fast pages are fetched.")
    parser.add_argument("--quick", action="store_true", help="a look in under a minute")
    is_quick = parser.parse_args().quick
    plan = QUICK if is_quick else FULL
    make_peers()
    load = os.getloadavg()[0]
    contestants, targets = measure(plan)
    verdicts = table(["target", "measured", "verdict"], [target.row for target in targets])
    text = f"{explain(plan, load)}\n\n{contestants}\n\n{verdicts}"
    print(f"\n{contestants}\n\n{verdicts}")
    if is_quick:
        return 0
    write_section("fetch", text)
    return int(any(target.is_met is False for target in targets))


if __name__ == "__main__":
    sys.exit(main())
