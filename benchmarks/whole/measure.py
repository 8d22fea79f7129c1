"""How a peer is called, `python -m whole.with_… ORIGIN COUNT DATABASE`, and what it tells."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
from fetching.measure import peak_kib

if TYPE_CHECKING:
    from fetching.measure import Stopwatch

IN_FLIGHT = 16


def arguments() -> tuple[str, int, Path]:
    """Origin, number of pages, and the DuckDB file to write, which must not exist."""
    return sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])


def report(watch: Stopwatch, count: int, database: Path) -> None:
    """Says in one line of JSON what the database holds, and what that took.

    Args:
        watch: stopped.
        count: of the pages that the site has; the peer ends with an error when it lacks one.
        database: closed.
    """
    with duckdb.connect(str(database), read_only=True) as connection:
        counts = connection.execute(
            "select count(distinct page_url), count(*) from reports.quotes"
        ).fetchone()
    pages, quotes = counts or (0, 0)
    if pages != count:
        raise SystemExit(f"{pages} of {count} pages are in {database}")
    result = {
        "pages": pages,
        "quotes": quotes,
        "seconds": watch.seconds,
        "cpu_seconds": watch.cpu_seconds,
        "peak_kib": peak_kib(),
    }
    print(json.dumps(result))
