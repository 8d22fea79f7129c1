"""Named places where a test makes the process end as by `kill -9`, to prove that nothing is lost.

`ROSTRUM_CRASH_AT=load.committed:3` kills at the third time that place is passed; `*:17` at the
17th of all places, `*:0` at none. Without it, passing one costs a comparison.
"""

from __future__ import annotations

import os
import signal
from collections import Counter
from dataclasses import dataclass, field

ANY = "*"


@dataclass(slots=True)
class _Order:
    """Where to end, the how manieth time there, and how often each place was passed."""

    place: str = ""
    time: int = 1
    passed: Counter[str] = field(default_factory=Counter)


_order = _Order()


def crash_at(words: str) -> None:
    """Take an order as in `ROSTRUM_CRASH_AT`, counting from now; none where it is empty."""
    place, _, time = words.partition(":")
    _order.place, _order.time, _order.passed = place, int(time or 1), Counter()


def crash_point(place: str) -> None:
    """End the process at once, if this is where and when it is asked to."""
    if not _order.place:
        return
    _order.passed.update((place, ANY))
    if _order.place in {place, ANY} and _order.passed[_order.place] == _order.time:
        os.write(2, f"killed at {place}:{_order.passed[place]}\n".encode())
        os.kill(os.getpid(), signal.SIGKILL)


def passed() -> Counter[str]:
    """How often each place was passed, and all together, since the order was given."""
    return _order.passed


crash_at(os.environ.get("ROSTRUM_CRASH_AT", ""))
