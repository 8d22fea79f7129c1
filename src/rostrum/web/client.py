"""The client: fetches URLs politely and within limits; one of it for a run."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, Self
from urllib.parse import urlsplit

from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_result,
    stop_after_attempt,
    wait_exponential,
    wait_random,
)

from rostrum.web.fetch import TRANSIENT, Fetch, FetchError, Validators
from rostrum.web.guard import Guard
from rostrum.web.limits import Limits, Meter
from rostrum.web.pacing import Pacing
from rostrum.web.request import Requester
from rostrum.web.robots import Robots
from rostrum.web.throttle import Throttle
from rostrum.web.trip import Trip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rostrum.settings import Settings
    from rostrum.web.guard import Address
    from rostrum.web.request import Answer

_NO_ROUTES: Mapping[str, Address] = MappingProxyType({})
_NO_VALIDATORS = Validators(None, None)
_DEFAULT_PORTS = {"http": 80, "https": 443}


class Attempt(NamedTuple):
    """A fetch, and whether the next attempt may do better."""

    fetch: Fetch
    is_transient: bool


class Client:
    """Fetches URLs; an asynchronous context manager that closes its connections at the end.

    Args:
        settings: who we are, and which hosts may be loopback or private addresses.
        limits: the bounds of one fetch.
        pacing: the manners of the run.
        routes: hosts that no DNS knows, and the loopback address and port each is served at.
        guard: what opens connections, in place of the one that follows from the settings.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        limits: Limits = Limits(),  # noqa: B008 - frozen
        pacing: Pacing = Pacing(),  # noqa: B008 - frozen
        routes: Mapping[str, Address] = _NO_ROUTES,
        guard: Guard | None = None,
    ) -> None:
        self._limits = limits
        self._pacing = pacing
        self._guard = guard or Guard(settings.allow_hosts, routes)
        self._requester = Requester(self._guard, limits, pacing.in_flight, settings.contact)
        self._robots = Robots(self._fetch_robots, pacing.clock)
        self._slots = asyncio.Semaphore(pacing.in_flight)
        self._throttles: dict[str, Throttle] = {}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_exc: object) -> None:
        await self._requester.aclose()

    async def fetch(self, url: str, validators: Validators | None = None) -> Fetch:
        """Gets one URL; whatever a server or the URL does becomes an outcome, never an error.

        Args:
            url: as a person or a page wrote it.
            validators: of the body we have, to get none when it is still the same.
        """
        return await self._fetch(url, validators or _NO_VALIDATORS, obeys_robots=True)

    async def _fetch_robots(self, url: str) -> Fetch:
        return await self._fetch(url, _NO_VALIDATORS, obeys_robots=False)

    async def _fetch(self, url: str, validators: Validators, *, obeys_robots: bool) -> Fetch:
        meter = Meter()

        async def attempt() -> Attempt:
            trip = Trip(url, validators, meter, self._pacing.now())
            return await self._attempt(trip, obeys_robots=obeys_robots)

        retrying = AsyncRetrying(
            sleep=self._pacing.sleep,
            stop=stop_after_attempt(1 + self._pacing.retries),
            wait=wait_exponential(self._pacing.backoff) + wait_random(0, self._pacing.backoff),
            retry=retry_if_result(_is_transient),
            retry_error_callback=_last_attempt,
        )
        return (await retrying(attempt)).fetch

    async def _attempt(self, trip: Trip, *, obeys_robots: bool) -> Attempt:
        try:
            trip.start()
            while trip.follow(
                await self._ask(trip, obeys_robots=obeys_robots), self._limits.redirects
            ):
                pass
        except FetchError as error:
            return Attempt(trip.failed(error), error.is_transient)
        return self._weigh(trip.fetched())

    def _weigh(self, fetch: Fetch) -> Attempt:
        if fetch.status not in TRANSIENT:
            return Attempt(fetch, is_transient=False)
        throttle = self._throttle(fetch.final_url)
        if throttle.is_paused:
            detail = f"{fetch.error_detail}; come back after {throttle.back_at}"
            return Attempt(replace(fetch, error_detail=detail), is_transient=False)
        return Attempt(fetch, is_transient=True)

    async def _ask(self, trip: Trip, *, obeys_robots: bool) -> Answer:
        throttle = self._throttle(trip.url)
        if obeys_robots:
            rules = await self._robots.rules_for(trip.url)
            throttle.crawl_delay = rules.crawl_delay
            rules.check(trip.url)
        async with throttle.turn(), self._slots:
            return await self._ask_now(trip, throttle)

    async def _ask_now(self, trip: Trip, throttle: Throttle) -> Answer:
        before = trip.meter.seconds
        try:
            answer = await self._requester.get(trip.url, trip.conditions, trip.meter)
        except FetchError:
            throttle.note_error(trip.meter.seconds - before)
            raise
        throttle.note_answer(
            answer.status, answer.headers.get("retry-after"), trip.meter.seconds - before
        )
        return answer

    def _throttle(self, url: str) -> Throttle:
        parts = urlsplit(url)
        host = parts.hostname or ""
        if host not in self._throttles:
            is_own = self._guard.is_own(host, parts.port or _DEFAULT_PORTS[parts.scheme])
            delay = self._pacing.own_delay if is_own else self._pacing.delay
            self._throttles[host] = Throttle(host, self._pacing, delay)
        return self._throttles[host]


def _is_transient(attempt: Attempt) -> bool:
    return attempt.is_transient


def _last_attempt(state: RetryCallState) -> Attempt:
    if state.outcome is None:
        raise AssertionError("tenacity gives up only after an attempt")
    attempt: Attempt = state.outcome.result()
    return attempt
