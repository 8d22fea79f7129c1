"""How politely a run asks: delays, retries, and the clock they are measured by."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

# A longer Retry-After is taken for a mistake.
MAX_RETRY_AFTER = 15 * 60.0


def utc_now() -> datetime:
    """The wall clock."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Pacing:
    """The manners of a run; times are in seconds.

    Attributes:
        delay: least pause between two requests to a host; it grows with the host's latency and
            with errors. 0 leaves only what the host itself asks for (crawl-delay, Retry-After).
        own_delay: the same for hosts that are this machine.
        max_delay: what `delay` grows to at most.
        max_wait: a host that asks for a longer pause is left alone for the rest of the run.
        in_flight: requests under way at once.
        in_flight_per_host: of these, to one host.
        retries: after the first attempt, when asking again may help.
        backoff: least wait before the first retry; it doubles, and up to as much is added by
            chance.
        clock: never jumps; for pauses.
        sleep: waits by that clock.
        now: the wall clock, for what a host says as a date.
    """

    delay: float = 1.0
    own_delay: float = 0.0
    max_delay: float = 60.0
    max_wait: float = 60.0
    in_flight: int = 8
    in_flight_per_host: int = 1
    retries: int = 3
    backoff: float = 0.5
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    now: Callable[[], datetime] = utc_now


def parse_retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds to wait by a Retry-After header (RFC 9110, 10.2.3): 0 to 15 minutes.

    None where there is no header or it says nothing sensible.
    """
    if value is None:
        return None
    seconds = _seconds(value.strip(), now)
    return None if seconds is None else min(max(seconds, 0.0), MAX_RETRY_AFTER)


def _seconds(value: str, now: datetime) -> float | None:
    if value.isascii() and value.isdigit():
        return float(value)
    try:
        date = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    return (date.replace(tzinfo=date.tzinfo or UTC) - now).total_seconds()
