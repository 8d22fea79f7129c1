"""One run of some pages: `python -m serving.measure HOME FOLDER plain|flow` prints its seconds.

As a flow it talks to the server that `PREFECT_API_URL` names. Starting Python and importing are not
counted: whoever runs a flow has done so. What Prefect imports at the first flow is.
"""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path

from flows.ingest import ingest_to_summary

from rostrum import pipeline
from rostrum.settings import Settings, load_settings
from rostrum.web import serve_folder


async def run_plain(urls: list[str], settings: Settings) -> int:
    """The stages as plain calls; how many pages were read."""
    return (await pipeline.ingest(urls, settings)).loaded


async def run_flow(urls: list[str], settings: Settings) -> int:
    """The same as a flow."""
    return (await ingest_to_summary(urls, settings, pipeline.WHOLE)).loaded


def main() -> None:
    """Run once, print the seconds."""
    home, folder, manner = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    run = {"plain": run_plain, "flow": run_flow}[manner]
    with serve_folder(folder) as (host, port):
        urls = [f"http://{host}:{port}/{path.name}" for path in sorted(folder.iterdir())]
        settings = load_settings(home)
        begin = time.perf_counter()
        loaded = asyncio.run(run(urls, settings))
        seconds = time.perf_counter() - begin
    if loaded != len(urls):
        raise SystemExit(f"{loaded} of {len(urls)} pages were read")
    print(seconds)


if __name__ == "__main__":
    main()
