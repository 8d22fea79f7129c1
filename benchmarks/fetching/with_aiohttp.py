"""A peer: an aiohttp loop that only downloads."""

from __future__ import annotations

import asyncio

import aiohttp

from fetching.measure import Stopwatch, arguments, check_status, download, report
from fetching.pages import page_urls


async def run(origin: str, count: int) -> None:
    """Downloads the pages."""
    async with aiohttp.ClientSession() as session:

        async def get(url: str) -> bytes:
            async with session.get(url) as response:
                check_status(response.status, url)
                return await response.read()

        watch = Stopwatch()
        pages, size = await download(page_urls(origin, count), get)
        watch.stop()
    report(watch, pages, size)


if __name__ == "__main__":
    asyncio.run(run(*arguments()[:2]))
