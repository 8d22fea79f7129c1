"""Whether our ratios still are what they were: a quick run beside the one that was recorded.

python benchmarks/quick.py            three minutes; 1 when a ratio is worse by more than a third
python benchmarks/quick.py --record   writes what it measures to quick.json instead

Ratios are taken within a round, and the middle of the rounds is compared. They are those of few
pages: starting counts for more than in a full run, and they are compared with their like alone.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

import start
import whole_run
from peers import make_peers
from ratios import LEAST_LEFT, Ratio, complaints
from results import spread, table

import reparse

RECORDED = Path(__file__).parent / "quick.json"
PAGES, ROUNDS = 200, 3
PEERS = {peer.name: peer for peer in whole_run.ALL if peer is not whole_run.OURS}


def measure(rounds: int, folder: Path) -> list[Ratio]:
    """All ratios."""
    whole, visits = whole_run.race(PAGES, rounds, folder)
    starts = start.measure(rounds, folder / "start")
    reread = reparse.race(folder / "reread", PAGES, rounds)
    return [
        *(
            Ratio(f"pages/s, Rostrum ÷ {name}", whole_run.ratios(whole, peer))
            for name, peer in PEERS.items()
        ),
        Ratio("time, revisit ÷ first run", whole_run.revisit_shares(visits), is_cost=True),
        *(
            Ratio(f"time, {name}", start.shares(both), is_cost=True)
            for name, both in starts.items()
        ),
        Ratio("pages/s, reparse on one core ÷ plain soup", reparse.of_soup(reread)),
    ]


def read_recorded() -> dict[str, float]:
    """The ratios of the recorded run, by name; none where nothing is recorded."""
    if not RECORDED.exists():
        return {}
    recorded: dict[str, float] = json.loads(RECORDED.read_text(encoding="utf-8"))
    return recorded


def record(ratios: list[Ratio]) -> None:
    """Write the ratios down, for later runs."""
    values = {ratio.name: round(ratio.value, 3) for ratio in ratios}
    text = json.dumps(values, indent=2, ensure_ascii=False)
    RECORDED.write_text(text + "\n", encoding="utf-8")


def ratios_table(ratios: list[Ratio], recorded: dict[str, float]) -> str:
    """A row for each ratio."""
    rows = [
        [
            ratio.name,
            "less" if ratio.is_cost else "more",
            spread(ratio.rounds, 2),
            f"{recorded[ratio.name]:.2f}" if ratio.name in recorded else "–",
        ]
        for ratio in ratios
    ]
    return table(["ratio", "better", "now", "recorded"], rows)


def main() -> int:
    """Measures and compares, or records; 1 when a ratio is worse by more than a third."""
    parser = argparse.ArgumentParser(description="Whether our ratios still are what they were.")
    parser.add_argument("--record", action="store_true", help="write quick.json anew")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    make_peers()
    with tempfile.TemporaryDirectory(prefix="rostrum-bench-") as folder:
        ratios = measure(options.rounds, Path(folder))
    if options.record:
        record(ratios)
    recorded = read_recorded()
    print(f"\n{ratios_table(ratios, recorded)}")
    found = complaints(ratios, recorded)
    for line in found:
        print(line, file=sys.stderr)
    if not found:
        print(f"\nEach ratio is at least {LEAST_LEFT:.0%} as good as the recorded one.")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
