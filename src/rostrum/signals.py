"""SIGTERM and Ctrl-C: the run finishes what it has in hand, within seconds; a second one ends it.

A thread waits for the signals, so that they are heard while DuckDB or a page is at work. Ending the
process at any moment harms nothing (`tests/crash`); finishing only saves the next run some work.
"""

from __future__ import annotations

import os
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
    """Turn the first signal into a `Stop`; end the process at the second, or when time is up."""
    stop, over = Stop(), threading.Event()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, HEARD)
    listener = threading.Thread(target=listen, args=(stop, over), daemon=True)
    listener.start()
    try:
        yield stop
    finally:
        over.set()
        listener.join()
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def listen(stop: Stop, over: threading.Event) -> None:
    """Wait for signals until the work is over."""
    end = None
    while not over.is_set():
        heard = signal.sigtimedwait(HEARD, PAUSE)
        if stop.signal is not None and (heard or (end and time.monotonic() > end)):
            end_at_once(stop.signal)
        if heard:
            stop.signal = signal.Signals(heard.si_signo)
            end = time.monotonic() + PATIENCE


def end_at_once(by: signal.Signals) -> None:
    """End the process where it stands, with the status of the first signal."""
    error = StoppedError(by)
    sys.stderr.write(f"rostrum: {error}\n")
    sys.stderr.flush()
    os._exit(error.exit_status)
