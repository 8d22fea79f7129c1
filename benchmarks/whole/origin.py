"""The origin: `python -m whole.origin FOLDER` serves a site's folder from a raw asyncio protocol.

Prints its port, and ends when its standard input does. `/page/00000.html` is a file of the folder,
`/sitemap.xml` names all of them, anything else is a 404, robots.txt too. A page's ETag follows from
its bytes and Last-Modified from its file, both anew when the file is replaced; If-None-Match and
If-Modified-Since are answered with 304.
"""

from __future__ import annotations

import asyncio
import hashlib
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import formatdate, parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING

from whole.site import page_url

if TYPE_CHECKING:
    import os

_NOT_FOUND = b"HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\nContent-Length: 0\r\n\r\n"
_FOUND = (
    b"HTTP/1.1 200 OK\r\n"
    b"Date: Mon, 01 Jun 2026 10:00:00 GMT\r\n"
    b"Content-Type: %s; charset=utf-8\r\n"
    b"Content-Length: %d\r\n"
    b"%b"
    b"Connection: keep-alive\r\n\r\n%b"
)
_UNCHANGED = b"HTTP/1.1 304 Not Modified\r\nDate: Mon, 01 Jun 2026 10:00:00 GMT\r\n%b\r\n"
_PAGE = "/page/"
_SITEMAP = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'
)
_ENTRY = "<url><loc>{url}</loc><lastmod>{changed_on}</lastmod></url>\n"


@dataclass(frozen=True, slots=True)
class Validators:
    """What tells one version of a page from another.

    Attributes:
        of: the file's time, size and inode, from which a replaced file is known.
        changed_at: seconds since 1970.
    """

    of: tuple[int, int, int]
    etag: str
    changed_at: int

    @property
    def headers(self) -> bytes:
        """For the answer."""
        date = formatdate(self.changed_at, usegmt=True)
        return f"ETag: {self.etag}\r\nLast-Modified: {date}\r\n".encode()

    def match(self, request: str) -> bool:
        """Whether the asker holds this version; an ETag outweighs a date."""
        asked = _headers(request)
        if "if-none-match" in asked:
            return self.etag in asked["if-none-match"]
        if "if-modified-since" in asked:
            since = parsedate_to_datetime(asked["if-modified-since"])
            return self.changed_at <= since.timestamp()
        return False


class Folder:
    """The pages; only their validators are kept in memory, their bytes in the system's cache."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._validators: dict[str, Validators] = {}

    def page(self, name: str, request: str) -> bytes:
        """The answer to a request for a page."""
        file = self._path / name
        try:
            status = file.stat()
        except FileNotFoundError:
            return _NOT_FOUND
        validators = self._validators_of(file, status)
        if validators.match(request):
            return _UNCHANGED % validators.headers
        body = file.read_bytes()
        return _FOUND % (b"text/html", len(body), validators.headers, body)

    def sitemap(self, origin: str) -> bytes:
        """The answer to a request for the sitemap."""
        entries = []
        for file in sorted(self._path.glob("*.html")):
            changed_on = datetime.fromtimestamp(file.stat().st_mtime, UTC).date()
            entries.append(
                _ENTRY.format(url=page_url(origin, int(file.stem)), changed_on=changed_on)
            )
        body = _SITEMAP.format(entries="".join(entries)).encode()
        return _FOUND % (b"application/xml", len(body), b"", body)

    def _validators_of(self, file: Path, status: os.stat_result) -> Validators:
        version = (status.st_mtime_ns, status.st_size, status.st_ino)
        known = self._validators.get(file.name)
        if known is None or known.of != version:
            etag = f'"{hashlib.sha256(file.read_bytes()).hexdigest()}"'
            known = self._validators[file.name] = Validators(version, etag, int(status.st_mtime))
        return known


class Origin(asyncio.Protocol):
    """One connection."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._unread = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keeps the way to answer."""
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answers every request that has come whole; a GET has no body."""
        *requests, self._unread = (self._unread + data).split(b"\r\n\r\n")
        for request in requests:
            self._transport.write(self._answer(request.decode("latin-1")))  # type: ignore[attr-defined]

    def _answer(self, request: str) -> bytes:
        method, path, _ = request.split(" ", 2)
        if method != "GET":
            return _NOT_FOUND
        if path.startswith(_PAGE):
            return self._folder.page(Path(path).name, request)
        if path == "/sitemap.xml":
            host, port = self._transport.get_extra_info("sockname")
            return self._folder.sitemap(f"http://{host}:{port}")
        return _NOT_FOUND


def _headers(request: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in request.split("\r\n")[1:])
    return {name.lower(): value.strip() for name, _, value in pairs}


async def serve(path: Path) -> None:
    """Serves until standard input ends."""
    folder = Folder(path)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Origin(folder), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1])))
