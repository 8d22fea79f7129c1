"""The body of an answer: read from the wire with bounds, its gzip coding taken off, and whole.

httpx inflates a chunk in one piece (1 MB of gzip becomes 1 GB of memory) and takes a gzip body
that ends early for a whole one; so raw bytes are read and inflated here.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from rostrum.web.fetch import FetchError

if TYPE_CHECKING:
    import httpx

    from rostrum.web.limits import Limits, Meter

_GZIP = 16 + zlib.MAX_WBITS
# Bytes inflated at a time.
_PIECE = 256 * 1024
# Bytes of a body nobody wants that are read all the same, so that the connection can be used again.
_SKIPPED = 64 * 1024
# Bytes at the end of a page in which its closing tag is looked for; scripts may follow it.
_TAIL = 4096
_HTML = ("text/html", "application/xhtml+xml")


class Inflater:
    """Takes off a gzip coding (RFC 1952), one or more members, up to a number of bytes."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._stream = zlib.decompressobj(_GZIP)
        self.body = bytearray()

    def feed(self, chunk: bytes) -> None:
        """Inflates some more.

        Raises:
            FetchError: `too_large`, or `bad_encoding` when it is not gzip or a checksum is wrong.
        """
        while chunk:
            if self._stream.eof:
                self._stream = zlib.decompressobj(_GZIP)
            try:
                self.body += self._stream.decompress(chunk, _PIECE)
            except zlib.error as error:
                raise FetchError(
                    "failed", "bad_encoding", f"The gzip coding is damaged: {error}"
                ) from None
            if len(self.body) > self._limit:
                raise _too_large(f"More than {self._limit} bytes once inflated")
            chunk = self._stream.unconsumed_tail or self._stream.unused_data

    @property
    def is_whole(self) -> bool:
        """Whether the last member ended with its checksum."""
        return self._stream.eof


async def read_body(response: httpx.Response, limits: Limits, meter: Meter) -> bytes:
    """The whole body, decoded.

    Raises:
        FetchError: `too_large`, `truncated`, `bad_encoding`.
        httpx.HTTPError: what the connection does.
    """
    coding = response.headers.get("content-encoding", "identity").strip().lower()
    _check_length(response, limits)
    if coding in {"gzip", "x-gzip"}:
        return await _read_gzip(response, limits, meter)
    if coding in {"identity", ""}:
        return await _read_plain(response, limits, meter)
    raise FetchError(
        "failed", "bad_encoding", f"The body is coded as {coding[:40]!r}; only gzip was asked for"
    )


async def skip_body(response: httpx.Response) -> None:
    """Reads a short body and drops it; leaves a long one."""
    count = 0
    async for chunk in response.aiter_raw():
        count += len(chunk)
        if count > _SKIPPED:
            return


async def _read_gzip(response: httpx.Response, limits: Limits, meter: Meter) -> bytes:
    inflater = Inflater(limits.decoded)
    count = 0
    async for chunk in response.aiter_raw():
        count = _count(chunk, count, limits, meter)
        inflater.feed(chunk)
    if not inflater.is_whole:
        raise _truncated(f"The gzip coding ends early, after {count} bytes")
    return bytes(inflater.body)


async def _read_plain(response: httpx.Response, limits: Limits, meter: Meter) -> bytes:
    chunks = []
    count = 0
    async for chunk in response.aiter_raw():
        count = _count(chunk, count, limits, meter)
        chunks.append(chunk)
    if count > limits.decoded:
        raise _too_large(f"More than {limits.decoded} bytes")
    body = b"".join(chunks)
    if _has_no_length(response) and _looks_cut(response, body):
        raise _truncated(f"The connection closed after {count} bytes, before </html>")
    return body


def _count(chunk: bytes, count: int, limits: Limits, meter: Meter) -> int:
    meter.wire_bytes += len(chunk)
    if count + len(chunk) > limits.wire:
        raise _too_large(f"More than {limits.wire} bytes on the wire")
    return count + len(chunk)


def _check_length(response: httpx.Response, limits: Limits) -> None:
    length = response.headers.get("content-length", "")
    if length.isdigit() and int(length) > limits.wire:
        raise _too_large(f"It announces {length} bytes, more than {limits.wire}")


def _has_no_length(response: httpx.Response) -> bool:
    return not response.headers.keys() & {"content-length", "transfer-encoding"}


def _looks_cut(response: httpx.Response, body: bytes) -> bool:
    # A body that ends when the connection does says nothing of its length (RFC 9112, 8); what is
    # left to tell a whole page by is its end. Zero bytes go, for UTF-16.
    kind = response.headers.get("content-type", "").lower()
    return kind.startswith(_HTML) and b"</html" not in body[-_TAIL:].replace(b"\0", b"").lower()


def _too_large(detail: str) -> FetchError:
    return FetchError("refused", "too_large", f"{detail}; it was not read to the end")


def _truncated(detail: str) -> FetchError:
    return FetchError("failed", "truncated", detail, is_transient=True)
