"""The origin: a raw asyncio protocol that answers with prebuilt pages over kept connections.

Prints its port, and ends when its standard input does. It has no robots.txt (404).
"""

from __future__ import annotations

import asyncio
import sys

from fetching.pages import PAGE_BYTES, Pages

_NOT_FOUND = b"HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\nContent-Length: 0\r\n\r\n"
_FOUND = (
    b"HTTP/1.1 200 OK\r\n"
    b"Date: Mon, 05 Jan 2026 10:00:00 GMT\r\n"
    b"Server: origin\r\n"
    b"Content-Type: text/html; charset=utf-8\r\n"
    b"Content-Length: %d\r\n"
    b"Cache-Control: no-cache\r\n"
    b"Connection: keep-alive\r\n\r\n" % PAGE_BYTES
)
_PAGE = b"GET /page/"


class Origin(asyncio.Protocol):
    """One connection."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._unread = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keeps the way to answer."""
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answers every request that has come whole; a GET has no body."""
        *requests, self._unread = (self._unread + data).split(b"\r\n\r\n")
        for request in requests:
            self._transport.write(self._answer(request))  # type: ignore[attr-defined]

    def _answer(self, request: bytes) -> bytes:
        if not request.startswith(_PAGE):
            return _NOT_FOUND
        number = int(request[len(_PAGE) : request.index(b" ", len(_PAGE))])
        return b"".join((_FOUND, *self._pages.parts(number)))


async def serve() -> None:
    """Serves until standard input ends."""
    pages = Pages()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Origin(pages), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve())
