"""How many processors a contestant may use."""

from __future__ import annotations

import os


def keep_to(count: int) -> None:
    """Let this process, and all that it starts, run on so many processors alone."""
    allowed = sorted(os.sched_getaffinity(0))
    if len(allowed) < count:
        raise SystemExit(f"{count} processors are needed, {len(allowed)} are to be had")
    os.sched_setaffinity(0, allowed[:count])
