"""The throttle of one host: when the next request may go."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from datetime import timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING

from rostrum.web.fetch import TRANSIENT, FetchError
from rostrum.web.pacing import parse_retry_after

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from rostrum.web.pacing import Pacing

_BACK_OFF = 2.0
_ASKS_TO_WAIT = frozenset({429, 503})


class Throttle:
    """Requests to one host take turns here, whatever scheme and port they go to.

    Attributes:
        crawl_delay: what robots.txt asks for between two requests, in seconds.
    """

    def __init__(self, host: str, pacing: Pacing, base_delay: float) -> None:
        self.crawl_delay = 0.0
        self._host = host
        self._pacing = pacing
        self._base_delay = base_delay
        self._delay = base_delay
        self._slots = asyncio.Semaphore(pacing.in_flight_per_host)
        self._next_at = pacing.clock()
        self._floor_at = self._next_at
        self._floor_status: int | None = None

    @property
    def delay(self) -> float:
        """Seconds from the end of a request to the start of the next."""
        return max(self._delay, self.crawl_delay)

    @property
    def is_paused(self) -> bool:
        """Whether the host asked to be left alone for longer than a run waits."""
        return self._wait > self._pacing.max_wait

    @property
    def back_at(self) -> str:
        """When the host may be asked again, for a person."""
        moment = self._pacing.now() + timedelta(seconds=self._wait)
        return f"{moment:%Y-%m-%d %H:%M:%S} UTC"

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Waits until a request may go, and holds the place until it is over.

        Raises:
            FetchError: the wait would be too long for a run.
        """
        async with self._slots:
            while self._wait > 0:
                self._check_wait()
                await self._pacing.sleep(self._wait)
            self._defer()
            try:
                yield
            finally:
                self._defer()

    def note_answer(self, status: int, retry_after: str | None, latency: float) -> None:
        """Learns from an answer; `latency` is in seconds."""
        if status in _ASKS_TO_WAIT:
            self._raise_floor(status, parse_retry_after(retry_after, self._pacing.now()))
        if status < HTTPStatus.BAD_REQUEST:
            self._delay = self._bounded((self._delay + latency) / 2)
        else:
            self.note_error(latency if status in TRANSIENT else 0.0)

    def note_error(self, latency: float) -> None:
        """Learns from a failure; it never lowers the delay."""
        grown = self._delay * _BACK_OFF if latency else self._delay
        self._delay = max(self._delay, self._bounded(max(grown, latency)))

    @property
    def _wait(self) -> float:
        return max(self._next_at, self._floor_at) - self._pacing.clock()

    def _bounded(self, delay: float) -> float:
        # A base of 0 says that this host needs no pauses of our own making.
        return min(max(delay, self._base_delay), self._pacing.max_delay) if self._base_delay else 0

    def _defer(self) -> None:
        self._next_at = max(self._next_at, self._pacing.clock() + self.delay)

    def _raise_floor(self, status: int, wait: float | None) -> None:
        if wait is not None and self._pacing.clock() + wait > self._floor_at:
            self._floor_at = self._pacing.clock() + wait
            self._floor_status = status

    def _check_wait(self) -> None:
        if not self.is_paused:
            return
        if self._floor_at >= self._next_at:
            code, asker = f"http_{self._floor_status}", f"an answer {self._floor_status}"
        else:
            code, asker = "crawl_delay", "the crawl-delay of its robots.txt"
        raise FetchError(
            "failed", code, f"{self._host} is to be left alone until {self.back_at}, says {asker}"
        )
