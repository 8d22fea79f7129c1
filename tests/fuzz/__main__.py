"""`make fuzz N=200000`: read that many spoilt pages, and tell how each that fails is made again."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.fuzz import judge, spoilt_page
from tests.fuzz.run import run


def show(seed: int, number: int, out: Path | None) -> int:
    """Judge one page alone; its bytes go to a file on demand."""
    page = spoilt_page(seed, number)
    if out:
        out.write_bytes(page.body)
    fault = judge(page)
    print(f"{len(page.body)} bytes as {page.content_type}, {page.kind} of {page.source}: {fault}")
    print(f"after {', '.join(page.accidents)}")
    return int(fault is not None)


def main() -> int:
    """Judge pages; 1 when one of them failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--from", type=int, default=0, dest="first", help="the first number")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--only", type=int, help="one page alone")
    parser.add_argument("--out", type=Path, help="with --only: a file for the page's bytes")
    chosen = parser.parse_args()
    if chosen.only is not None:
        return show(chosen.seed, chosen.only, chosen.out)
    return int(run(chosen.seed, chosen.first, chosen.count, chosen.processes) > 0)


if __name__ == "__main__":
    sys.exit(main())
