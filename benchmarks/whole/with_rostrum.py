"""Ours: `python -m whole.with_rostrum ORIGIN COUNT HOME` ingests every page, as the command does.

With a home that has seen the pages before, it is a revisit. The figures are a peer's, and the
bodies and bytes that moved besides; processor time is that of the readers too.
"""

from __future__ import annotations

import asyncio
import json
import resource

from fetching.measure import Stopwatch, peak_kib

from rostrum import pipeline
from rostrum.settings import load_settings
from rostrum.warehouse.query import query
from whole.measure import arguments
from whole.site import page_url

MOVED = (
    "select count(*) filter (status = 200), coalesce(sum(wire_bytes) filter (status = 200), 0) "
    "from raw.fetches where run_id = (select max(run_id) from raw.fetches)"
)


def main() -> None:
    """Run once; say what it brought and what it took."""
    origin, count, home = arguments()
    settings = load_settings(home)
    urls = [page_url(origin, number) for number in range(count)]
    watch = Stopwatch()
    summary = asyncio.run(pipeline.ingest(urls, settings))
    watch.stop()
    if summary.problems or summary.done != count:
        raise SystemExit(f"{summary.done} of {count} pages: {summary.problems[:2]}")
    readers = resource.getrusage(resource.RUSAGE_CHILDREN)
    ((bodies, size),) = query(settings, MOVED).rows
    result = {
        "pages": count,
        "quotes": query(settings, "select count(*) from quotes").rows[0][0],
        "seconds": watch.seconds,
        "cpu_seconds": watch.cpu_seconds + readers.ru_utime + readers.ru_stime,
        "peak_kib": peak_kib(),
        "bodies": bodies,
        "wire_bytes": size,
        "stages": dict(summary.seconds),
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
