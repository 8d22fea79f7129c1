"""SIGTERM and Ctrl-C: the run finishes what it has in hand, within seconds; a second one ends it.

A thread is told of the signals through a pipe, so that they are heard while DuckDB or a page is at
work, and whichever thread of whichever library the system hands them to. Ending the process at any
moment harms nothing (`tests/crash`); finishing only saves the next run some work.
"""

from __future__ import annotations

import math
import os
import select
import signal
import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rostrum.errors import StoppedError
from rostrum.house import Stop

if TYPE_CHECKING:
    from collections.abc import Iterator

HEARD = (signal.SIGTERM, signal.SIGINT)
PATIENCE = 9.0
"""Seconds that a run has to finish what it has in hand."""

PAUSE = 0.1


@contextmanager
def listening() -> Iterator[Stop]:
    """Turn the first signal into a `Stop`; end the process at the second, or when time is up.

    Called in the main thread.
    """
    stop, over = Stop(), threading.Event()
    told, telling = os.pipe()
    os.set_blocking(telling, False)
    wakeup = signal.set_wakeup_fd(telling, warn_on_full_buffer=False)
    before = {number: signal.signal(number, leave_to_listener) for number in HEARD}
    listener = threading.Thread(target=listen, args=(stop, over, told), daemon=True)
    listener.start()
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(wakeup)
        over.set()
        listener.join()
        os.close(told)
        os.close(telling)


def leave_to_listener(_number: int, _frame: object) -> None:
    """Python has written the signal's number to the pipe by now."""


def listen(stop: Stop, over: threading.Event, told: int) -> None:
    """Wait for signals until the work is over."""
    end = math.inf
    while not over.is_set():
        ready, _, _ = select.select([told], [], [], PAUSE)
        is_heard = bool(ready) and (number := os.read(told, 1)[0]) in HEARD
        if stop.signal is not None and (is_heard or time.monotonic() > end):
            end_at_once(stop.signal)
        if is_heard:
            stop.signal = signal.Signals(number)
            end = time.monotonic() + PATIENCE


def end_at_once(by: signal.Signals) -> None:
    """End the process where it stands, with the status of the first signal."""
    error = StoppedError(by)
    sys.stderr.write(f"rostrum: {error}\n")
    sys.stderr.flush()
    os._exit(error.exit_status)
