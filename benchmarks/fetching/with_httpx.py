"""The limit: a plain httpx loop that only downloads."""

from __future__ import annotations

import asyncio

import httpx

from fetching.measure import Stopwatch, arguments, check_status, download, report
from fetching.pages import page_urls


async def run(origin: str, count: int) -> None:
    """Downloads the pages."""
    async with httpx.AsyncClient() as client:

        async def get(url: str) -> bytes:
            response = await client.get(url)
            check_status(response.status_code, url)
            return response.content

        watch = Stopwatch()
        pages, size = await download(page_urls(origin, count), get)
        watch.stop()
    report(watch, pages, size)


if __name__ == "__main__":
    asyncio.run(run(*arguments()[:2]))
