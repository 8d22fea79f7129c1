"""A process that works for another must not outlive it: it could write what nobody waits for."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys

PR_SET_PDEATHSIG = 1
INIT = 1


def die_with_parent() -> None:
    """Let the system end this process (SIGKILL) when its parent is no more, whatever it does then.

    Linux only (prctl(2)); elsewhere it does nothing.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        known, parent = multiprocessing.parent_process(), os.getppid()
        if parent == INIT or (known and parent != known.pid):  # it died in between
            os.kill(os.getpid(), signal.SIGKILL)
