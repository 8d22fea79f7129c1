"""What is read again: `python -m rereading.home HOME PAGES` archives pages and publishes them.

Afterwards every page has been read once, so that a reparse reads the same and changes nothing.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from loading.measure import archive_pages

from rereading.pages import pages
from rostrum import pipeline
from rostrum.settings import Settings
from rostrum.warehouse.lock import hold_writer_lock


def main() -> None:
    """Make the home."""
    home, count = Path(sys.argv[1]), int(sys.argv[2])
    settings = Settings(home=home)
    home.mkdir()
    with hold_writer_lock(settings, "benchmark"):
        archive_pages(settings, pages(count))
    # A run begins with reading what nobody has read: here all of it.
    summary = asyncio.run(pipeline.transform(settings))
    if summary.problems or summary.loaded != count:
        raise SystemExit(f"{summary.loaded} of {count} pages: {summary.problems[:2]}")


if __name__ == "__main__":
    main()
