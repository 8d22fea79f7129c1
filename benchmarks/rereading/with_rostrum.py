"""Ours: `python -m rereading.with_rostrum HOME PAGES CORES` reads the archive again.

One process reads pages for each core; the one that writes has none of its own.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path

from rereading.cores import keep_to
from rostrum import pipeline
from rostrum.settings import Settings


def main() -> None:
    """Run once; say what the parse stage took, and the whole."""
    home, count, cores = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    keep_to(cores)
    begin = time.monotonic()
    summary, changes = asyncio.run(pipeline.reparse(Settings(home=home, workers=cores)))
    seconds = time.monotonic() - begin
    unchanged = sum(tally.unchanged for tally in changes.tallies.values())
    if unchanged != count or summary.problems:
        raise SystemExit(f"{unchanged} of {count} pages: {summary.problems[:2]}")
    print(json.dumps({"parse_seconds": summary.seconds["parse"], "seconds": seconds}))


if __name__ == "__main__":
    main()
