"""How fast pages are read, beside what a user would pick instead.

Every contestant is a process of its own and reads the same pages; rounds are interleaved, so that
what else the machine does meets all of them, and ratios are taken within a round.

    python benchmarks/parse.py            all of it, some minutes; writes RESULTS.md
    python benchmarks/parse.py --quick    a look, under a minute; writes nothing
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from peers import PEER_PYTHON, make_peers, versions
from results import Target, spread, table, write_section

from parsing.pages import ARTICLE_BYTES, PAGE_BYTES, Kind

HERE = Path(__file__).resolve().parent
OUR_PACKAGES = ("rostrum", "beautifulsoup4", "lxml")
PEER_PACKAGES = ("selectolax", "trafilatura", "lxml")
TIMEOUT = 600
MAX_OF_SOUP = 0.5
AIM_OF_SOUP = 0.2


@dataclass(frozen=True, slots=True)
class Contestant:
    """Something that reads pages: what people call it, its name in `parsing.contestant`."""

    title: str
    name: str
    python: str = sys.executable


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured."""

    pages: int
    rounds: int


OURS = Contestant("Rostrum, bytes to checked records", "rostrum")
SOUP = Contestant('BeautifulSoup(html, "lxml"), no more', "soup")
LXML = Contestant("lxml tree, no more", "lxml")
SELECTOLAX = Contestant("selectolax tree, no more", "selectolax", PEER_PYTHON)
TRAFILATURA = Contestant("trafilatura, text of the article", "trafilatura", PEER_PYTHON)
ALL = (OURS, SOUP, LXML, SELECTOLAX, TRAFILATURA)

FULL = Plan(pages=40, rounds=7)
QUICK = Plan(pages=8, rounds=1)
KINDS: tuple[Kind, ...] = ("furniture", "article")

Rounds = dict[str, list[float]]
"""Milliseconds a page of each contestant, round by round."""


def run(contestant: Contestant, kind: Kind, pages: int) -> float:
    """Milliseconds of processor time that a page takes."""
    command = [contestant.python, "-m", "parsing.contestant", contestant.name, kind, str(pages)]
    done = subprocess.run(
        command, cwd=HERE, check=True, stdout=subprocess.PIPE, text=True, timeout=TIMEOUT
    )
    told: float = json.loads(done.stdout.splitlines()[-1])["milliseconds"]
    return told


def race(kind: Kind, plan: Plan) -> Rounds:
    """All contestants in turn, another one first in each round."""
    rounds: Rounds = {contestant.name: [] for contestant in ALL}
    for number in range(plan.rounds):
        first = number % len(ALL)
        for contestant in ALL[first:] + ALL[:first]:
            took = run(contestant, kind, plan.pages)
            rounds[contestant.name].append(took)
            print(f"{kind}, round {number + 1}: {contestant.title}: {took:.2f} ms", flush=True)
    return rounds


def ratios(rounds: Rounds, ours: Contestant, other: Contestant) -> list[float]:
    """What part of the other's time one takes, round by round."""
    pairs = zip(rounds[ours.name], rounds[other.name], strict=True)
    return [mine / theirs for mine, theirs in pairs]


def contestants_table(rounds: Rounds) -> str:
    """A row for each contestant."""
    header = ["contestant", "CPU ms/page", "of the plain soup"]
    rows = [
        [
            contestant.title,
            spread(rounds[contestant.name], 2),
            spread(ratios(rounds, contestant, SOUP), 2),
        ]
        for contestant in ALL
    ]
    return table(header, rows)


def targets_of(kind: Kind, rounds: Rounds) -> list[Target]:
    """What is promised; the middle of the rounds decides."""
    soup, peer = ratios(rounds, OURS, SOUP), ratios(rounds, OURS, TRAFILATURA)
    lxml = ratios(rounds, OURS, LXML)
    return [
        Target(
            f"{kind}: Rostrum ÷ plain soup ≤ {MAX_OF_SOUP} (aim {AIM_OF_SOUP})",
            spread(soup, 2),
            median(soup) <= MAX_OF_SOUP,
        ),
        Target(f"{kind}: Rostrum ÷ trafilatura < 1", spread(peer, 2), median(peer) < 1),
        Target(f"{kind}: Rostrum ÷ lxml tree", spread(lxml, 1), None),
    ]


def explain(plan: Plan, load: float) -> str:
    """What was done, for the reader of the tables."""
    shares = ", ".join(f"{kind}: {size // 1000} KB" for kind, size in ARTICLE_BYTES.items())
    return f"""`make bench-parse`: {plan.pages} pages of {PAGE_BYTES:,} bytes of each of two \
kinds, by how much of a page is its article ({shares}); {plan.rounds} rounds, interleaved, each \
contestant a new process that reads all pages once before it is measured. Three numbers are \
least, middle and greatest of the rounds; ratios are taken within a round. Only Rostrum tells who \
said what: it must find every quote of every page.

- Load of the machine before the start: {load:.1f}.

{versions(OUR_PACKAGES, PEER_PACKAGES)}"""


def main() -> int:
    """Measures, prints and writes; 1 when a target is missed in a full run."""
    parser = argparse.ArgumentParser(description="How fast pages are read.")
    parser.add_argument("--quick", action="store_true", help="a look in under a minute")
    is_quick = parser.parse_args().quick
    plan = QUICK if is_quick else FULL
    make_peers()
    load = os.getloadavg()[0]
    targets: list[Target] = []
    tables = []
    for kind in KINDS:
        rounds = race(kind, plan)
        targets += targets_of(kind, rounds)
        tables.append(f"Pages of the kind “{kind}”:\n\n{contestants_table(rounds)}")
    verdicts = table(["target", "measured", "verdict"], [target.row for target in targets])
    text = "\n\n".join([explain(plan, load), *tables, verdicts])
    print("\n" + "\n\n".join([*tables, verdicts]))
    if is_quick:
        return 0
    write_section("parse", text)
    return int(any(target.is_met is False for target in targets))


if __name__ == "__main__":
    sys.exit(main())
