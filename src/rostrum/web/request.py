"""One request and its answer: no redirect, no retry, no robots.txt.

The transport of httpx is used without its client: nothing keeps cookies, credentials or proxies
from the environment, so none can leak.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib.metadata
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpcore
import httpx

from rostrum.web.body import read_body, skip_body
from rostrum.web.fetch import FetchError

if TYPE_CHECKING:
    from rostrum.web.guard import Guard
    from rostrum.web.limits import Limits, Meter

_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
_OK = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """What one request brought.

    Attributes:
        body: decoded; None unless the status is 200.
    """

    url: str
    status: int
    headers: httpx.Headers
    body: bytes | None


class Requester:
    """Sends requests over connections that the guard opens."""

    def __init__(self, guard: Guard, limits: Limits, in_flight: int, contact: str) -> None:
        self._transport = _Transport(guard, in_flight)
        self._limits = limits
        self._headers = {
            "User-Agent": user_agent(contact),
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip",
        }

    async def get(self, url: str, conditions: dict[str, str], meter: Meter) -> Answer:
        """Asks for one URL.

        Args:
            url: as `request_url` gave it.
            conditions: headers of a conditional request.
            meter: counts what the fetch takes.

        Raises:
            FetchError: there is no whole answer.
        """
        left = self._limits.deadline - meter.seconds
        with meter.running():
            try:
                async with asyncio.timeout(left):
                    return await self._get(url, {**self._headers, **conditions}, meter)
            except TimeoutError:
                raise FetchError(
                    "failed", "timeout", f"{url} took longer than {self._limits.deadline:g} s"
                ) from None

    async def aclose(self) -> None:
        """Closes all connections."""
        await self._transport.aclose()

    async def _get(self, url: str, headers: dict[str, str], meter: Meter) -> Answer:
        response = await self._send(url, headers)
        try:
            self._check_headers(response)
            if response.status_code == _OK:
                body = await self._read(response, meter)
            else:
                body = None
                with contextlib.suppress(httpx.HTTPError):  # the status says enough
                    await skip_body(response)
        finally:
            await response.aclose()
        return Answer(url, response.status_code, response.headers, body)

    async def _send(self, url: str, headers: dict[str, str]) -> httpx.Response:
        try:
            request = httpx.Request("GET", url, headers=headers)
        except (httpx.InvalidURL, UnicodeError) as error:
            raise FetchError("refused", "invalid_url", f"{url!r} is not a URL: {error}") from None
        try:
            return await self._transport.handle_async_request(request)
        except (httpx.RemoteProtocolError, httpx.LocalProtocolError) as error:
            raise _no_answer(url, error) from None
        except httpx.TransportError as error:
            raise FetchError(
                "failed",
                "connect_failed",
                f"No connection to {httpx.URL(url).netloc.decode()}: {_reason(error)}",
                is_transient=True,
            ) from None

    async def _read(self, response: httpx.Response, meter: Meter) -> bytes:
        try:
            return await read_body(response, self._limits, meter)
        except httpx.RemoteProtocolError as error:
            if "peer closed" not in str(error):
                raise FetchError("failed", "protocol_error", f"Not HTTP: {error}") from None
            raise _cut(error) from None
        except httpx.TransportError as error:
            raise _cut(error) from None

    def _check_headers(self, response: httpx.Response) -> None:
        count = len(response.headers.raw)
        if count > self._limits.headers:
            raise FetchError("failed", "protocol_error", f"The answer has {count} header lines")


class _Transport(httpx.AsyncHTTPTransport):
    """httpx takes no network backend; its pool does."""

    def __init__(self, guard: Guard, in_flight: int) -> None:
        trust = httpx.create_ssl_context()
        super().__init__(verify=trust)
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=trust,
            max_connections=in_flight,
            max_keepalive_connections=in_flight,
            keepalive_expiry=30.0,
            network_backend=guard,
        )


def user_agent(contact: str) -> str:
    """How Rostrum names itself to a site (RFC 9110, 10.1.5)."""
    name = f"Rostrum/{importlib.metadata.version('rostrum')}"
    words = " ".join(contact.split())
    return f"{name} (contact: {words})" if words else name


def _no_answer(url: str, error: httpx.ProtocolError) -> FetchError:
    # What a server does that closes an idle connection at the moment it is used again.
    if "without sending a response" in str(error):
        return FetchError(
            "failed", "connect_failed", f"{url}: closed without an answer", is_transient=True
        )
    return FetchError("failed", "protocol_error", f"{url} does not answer in HTTP: {error}")


def _cut(error: httpx.TransportError) -> FetchError:
    return FetchError(
        "failed", "truncated", f"The body was cut short: {_reason(error)}", is_transient=True
    )


def _reason(error: Exception) -> str:
    return str(error) or type(error).__name__
