"""Fetches a body of 1 MB that inflates to 1 GiB; prints the error code and the growth in KiB."""

import asyncio
import re
import zlib
from pathlib import Path

from clients import client_for
from fault_origin import FaultOrigin, page, reply

MIB = 1024 * 1024


def bomb():
    packer = zlib.compressobj(9, wbits=31)
    return b"".join(packer.compress(bytes(MIB)) for _ in range(1024)) + packer.flush()


def peak():
    # Not ru_maxrss: a child begins with its parent's, and growth below that would not show.
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1])


async def main():
    async with FaultOrigin() as origin, client_for(origin) as client:
        origin.answers["/bomb"] = reply(bomb(), headers=("Content-Encoding: gzip",))
        origin.answers["/page"] = page()
        await client.fetch(origin.url("/page"))
        before = peak()
        fetch = await client.fetch(origin.url("/bomb"))
        print(fetch.error_code, peak() - before)


asyncio.run(main())
