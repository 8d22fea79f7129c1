"""How much one fetch may take: time, bytes, hops."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one fetch.

    Attributes:
        deadline: seconds on the network, over all redirects and retries. Waiting out of
            politeness does not count, and robots.txt has a deadline of its own.
        wire: bytes of a body as received.
        decoded: bytes of a body without its content coding.
        redirects: hops.
        headers: header lines of one answer.
    """

    deadline: float = 30.0
    wire: int = 16 * MIB
    decoded: int = 32 * MIB
    redirects: int = 10
    headers: int = 500


class Meter:
    """What one fetch has taken so far.

    Attributes:
        seconds: on the network.
        wire_bytes: of bodies, as received.
    """

    __slots__ = ("seconds", "wire_bytes")

    def __init__(self) -> None:
        self.seconds = 0.0
        self.wire_bytes = 0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Counts the seconds of the block, whatever ends it."""
        start = time.monotonic()
        try:
            yield
        finally:
            self.seconds += time.monotonic() - start
