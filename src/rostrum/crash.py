"""Named places where a test makes the process end as by `kill -9`, to prove that nothing is lost.

`ROSTRUM_CRASH_AT=load.committed:3` kills at the third time that place is passed; `*:17` at the
17th of all places. Without it, passing one costs a comparison.
"""

from __future__ import annotations

import os
import signal
from collections import Counter

ANY = "*"

_place, _, _count = os.environ.get("ROSTRUM_CRASH_AT", "").partition(":")
_passed: Counter[str] = Counter()


def crash_point(place: str) -> None:
    """End the process at once, if this is where and when it is asked to."""
    if not _place:
        return
    _passed.update((place, ANY))
    if _place in {place, ANY} and _passed[_place] == int(_count or 1):
        os.kill(os.getpid(), signal.SIGKILL)


def passed() -> Counter[str]:
    """How often each place was passed, and all together, since `ROSTRUM_CRASH_AT` was set."""
    return _passed
