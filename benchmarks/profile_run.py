"""Where a run's time goes: by stage, and by function in the process that writes.

python benchmarks/profile_run.py --pages 500

What the processes that read pages do is not seen here: it is the stage `parse`. The stages fetch,
archive, parse and load overlap.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from dataclasses import replace
from pathlib import Path

from pyinstrument import Profiler
from results import table
from whole.site import page_url, write_site
from whole_run import serving

from rostrum import pipeline
from rostrum.settings import load_settings


def main() -> None:
    """Run once under the profiler; print both tables."""
    parser = argparse.ArgumentParser(description="Where a run's time goes.")
    parser.add_argument("--pages", type=int, default=500)
    pages = parser.parse_args().pages
    with tempfile.TemporaryDirectory(prefix="rostrum-profile-") as name:
        folder = Path(name)
        write_site(folder / "site", pages)
        settings = replace(load_settings(folder / "home"), allow_hosts=frozenset({"127.0.0.1"}))
        with serving(folder / "site") as origin:
            urls = [page_url(origin, number) for number in range(pages)]
            profiler = Profiler(async_mode="disabled")
            with profiler:
                summary = asyncio.run(pipeline.ingest(urls, settings))
    rows = [[stage, f"{seconds:.2f}"] for stage, seconds in summary.seconds.items()]
    print(profiler.output_text(color=False, unicode=True))
    print(table(["stage", "seconds"], rows))


if __name__ == "__main__":
    main()
