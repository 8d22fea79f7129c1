"""What a contestant tells of itself: one line of JSON, read by the benchmark. Linux only."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

IN_FLIGHT = 8
_OK = 200


def arguments() -> tuple[str, int, list[str]]:
    """Origin, number of pages, and what else this contestant was called with."""
    return sys.argv[1], int(sys.argv[2]), sys.argv[3:]


class Stopwatch:
    """Seconds by the clock and of processor time, from its making to `stop`."""

    def __init__(self) -> None:
        self._began = time.monotonic(), time.process_time()
        self.seconds = self.cpu_seconds = 0.0

    def stop(self) -> None:
        """The work is done: every page fetched, every row committed."""
        self.seconds = time.monotonic() - self._began[0]
        self.cpu_seconds = time.process_time() - self._began[1]


def report(watch: Stopwatch, pages: int, size: int) -> None:
    """Says what was done, and what it took.

    Args:
        watch: stopped.
        pages: that came whole with status 200.
        size: bytes of their bodies.
    """
    result = {
        "pages": pages,
        "bytes": size,
        "seconds": watch.seconds,
        "cpu_seconds": watch.cpu_seconds,
        "peak_kib": peak_kib(),
    }
    print(json.dumps(result))


async def download(urls: Iterable[str], get: Callable[[str], Awaitable[bytes]]) -> tuple[int, int]:
    """Gets every URL, eight at a time, and drops what comes; gives pages and bytes."""
    todo = iter(urls)

    async def work() -> list[int]:
        return [len(await get(url)) for url in todo]

    sizes = [
        size for done in await asyncio.gather(*(work() for _ in range(IN_FLIGHT))) for size in done
    ]
    return len(sizes), sum(sizes)


def check_status(status: int | None, url: str) -> None:
    """Ends the contestant when a page did not come: a wrong answer is not a fast one."""
    if status != _OK:
        raise SystemExit(f"{url} answered {status}")


def peak_kib() -> int:
    """The most memory that this process has held."""
    # Not getrusage: on Linux its peak is that of the parent too.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:"))
