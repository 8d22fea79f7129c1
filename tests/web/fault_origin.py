"""The fault origin: a raw-socket server that can cut, drip and lie. It is no HTTP library."""

from __future__ import annotations

import asyncio
import contextlib
import time
from dataclasses import dataclass, field


def reply(body=b"", status=200, headers=(), length=True):
    """The bytes of an answer that tells the truth."""
    lines = [f"HTTP/1.1 {status} Whatever".encode()]
    lines += [line.encode() for line in headers]
    if length:
        lines.append(b"Content-Length: %d" % len(body))
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def page(text="Hello", **kwargs):
    """An answer that is a whole page."""
    body = f"<!DOCTYPE html><html><body><p>{text}</p></body></html>".encode()
    return reply(body, headers=("Content-Type: text/html; charset=utf-8",), **kwargs)


def redirect(location, status=302):
    """An answer that leads elsewhere."""
    return reply(status=status, headers=(f"Location: {location}",))


def chunked(*chunks, end=b"0\r\n\r\n", headers=()):
    """An answer in chunks; without the `end`, one that is cut short."""
    head = reply(headers=("Transfer-Encoding: chunked", *headers), length=False)
    return head + b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + end


@dataclass
class Request:
    """What the origin was asked."""

    path: str
    headers: dict[str, str]
    at: float


@dataclass
class FaultOrigin:
    """Serves `answers[path]`, and closes the connection after each.

    An answer is bytes, a coroutine function of the writer, or a list of these, one a visit, the
    last one for ever.
    """

    clock: object = time.monotonic
    host: str = "127.0.0.1"
    answers: dict = field(default_factory=dict)
    requests: list = field(default_factory=list)
    accepts: int = 0
    sent: int = 0
    fallback: object = reply(b"none", 404)

    async def __aenter__(self):
        self._server = await asyncio.start_server(self._serve, self.host, 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_exc):
        self._server.close()

    def url(self, path="/"):
        return f"http://127.0.0.1:{self.port}{path}"

    def paths(self):
        """What was asked for, robots.txt aside."""
        return [request.path for request in self.requests if request.path != "/robots.txt"]

    async def _serve(self, reader, writer):
        self.accepts += 1
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            head = await reader.readuntil(b"\r\n\r\n")
            await self._answer(head.decode("latin-1"), writer)
        writer.close()

    async def _answer(self, head, writer):
        first, *lines = head.splitlines()
        headers = dict(line.lower().split(": ", 1) for line in lines if line)
        path = first.split()[1]
        self.requests.append(Request(path, headers, self.clock()))
        answer = self.answers.get(path, self.fallback)
        if isinstance(answer, list):
            answer = answer.pop(0) if len(answer) > 1 else answer[0]
        if isinstance(answer, bytes):
            writer.write(answer)
            await writer.drain()
        else:
            await answer(writer)

    async def pour(self, writer, chunk, times):
        """Sends a chunk many times, until the client has enough."""
        for _ in range(times):
            writer.write(chunk)
            await writer.drain()
            self.sent += len(chunk)


def drip(data, seconds):
    """An answer that comes a byte at a time."""

    async def answer(writer):
        for byte in data:
            writer.write(bytes([byte]))
            await writer.drain()
            await asyncio.sleep(seconds)

    return answer


class FakeClock:
    """A clock that only sleeping moves."""

    def __init__(self):
        self.seconds = 0.0

    def __call__(self):
        return self.seconds

    async def sleep(self, seconds):
        self.seconds += seconds
        await asyncio.sleep(0)
