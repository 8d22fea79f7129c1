"""robots.txt: Protego parses it, RFC 9309 says what follows from it."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from protego import Protego

from rostrum.web.fetch import Fetch, FetchError
from rostrum.web.urls import origin_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

# The name that robots.txt files know us by, the product token of section 2.2.1.
_PRODUCT = "Rostrum"
# Bytes that are parsed (section 2.5: at least 500 KiB).
_PARSED = 512 * 1024
# Seconds a file is believed (section 2.4: at most 24 hours), and that a failure to get it is.
_BELIEVED = 24 * 3600.0
_FAILURE_BELIEVED = 600.0
# Failures that would meet the page in just the same way; they say more than robots.txt would.
_OF_THE_HOST = frozenset({"address_refused", "dns_failed", "connect_failed"})
_PATH = "/robots.txt"


@dataclass(frozen=True, slots=True)
class Rules:
    """What one site lets us fetch.

    Attributes:
        parsed: the file; None where everything or nothing is allowed.
        failure: why nothing is allowed.
        until: when the rules must be asked for again, by the clock of the run.
    """

    parsed: Protego | None
    failure: FetchError | None
    until: float

    @property
    def crawl_delay(self) -> float:
        """Seconds the site asks for between two requests."""
        delay = self.parsed.crawl_delay(_PRODUCT) if self.parsed else None
        return min(max(delay or 0.0, 0.0), _BELIEVED)

    def check(self, url: str) -> None:
        """Raises FetchError where the URL may not be fetched."""
        if self.failure:
            raise self.failure.with_traceback(None)  # raised often, and would grow each time
        if self.parsed and not self.parsed.can_fetch(url, _PRODUCT):
            raise FetchError(
                "refused", "robots_disallowed", f"The site's robots.txt does not allow {url}"
            )


class Robots:
    """The rules of every site of a run.

    Args:
        fetch: gets a URL without asking robots.txt.
        clock: seconds.
    """

    def __init__(
        self, fetch: Callable[[str], Awaitable[Fetch]], clock: Callable[[], float]
    ) -> None:
        self._fetch = fetch
        self._clock = clock
        self._rules: dict[str, Rules] = {}
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def rules_for(self, url: str) -> Rules:
        """The rules for a URL's site: scheme, host and port (section 2.3)."""
        origin = origin_of(url)
        async with self._locks[origin]:
            rules = self._rules.get(origin)
            if rules is None or self._clock() >= rules.until:
                rules = self._read(await self._fetch(origin + _PATH))
                self._rules[origin] = rules
            return rules

    def _read(self, fetch: Fetch) -> Rules:
        now = self._clock()
        if fetch.body is not None:
            return Rules(_parse(fetch.body), None, now + _BELIEVED)
        if _is_unavailable(fetch):
            return Rules(None, None, now + _BELIEVED)
        return Rules(None, _failure(fetch), now + _FAILURE_BELIEVED)


def _parse(body: bytes) -> Protego:
    if len(body) > _PARSED:
        body = body[: body.rfind(b"\n", 0, _PARSED) + 1]
    return Protego.parse(body.decode("utf-8-sig", "replace"))


def _is_unavailable(fetch: Fetch) -> bool:
    # Sections 2.3.1.2 and 2.3.1.3: a file that is not there, or behind too many redirects,
    # forbids nothing.
    is_client_error = fetch.status is not None and 400 <= fetch.status < 500  # noqa: PLR2004
    return is_client_error or fetch.error_code == "too_many_redirects"


def _failure(fetch: Fetch) -> FetchError:
    code = fetch.error_code or "robots_unreachable"
    if code in _OF_THE_HOST and not fetch.redirects:
        return FetchError(fetch.outcome, code, fetch.error_detail or code)
    return FetchError(
        "refused",
        "robots_unreachable",
        f"Nothing is fetched while {fetch.url} cannot be read: {fetch.error_detail}",
    )
