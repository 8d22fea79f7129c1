"""Work done in a forked child: it may be killed, and leaves no thread or open file behind.

The parent has imported everything and has neither threads of ours nor a database open, so a child
costs a few milliseconds, not the second that a new interpreter would take.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, NoReturn

from rostrum.errors import RostrumError

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 100.0
"""Seconds after which a child is taken to hang."""

PAUSE = 0.002


@dataclass(frozen=True)
class Ended:
    """How a child ended.

    Attributes:
        status: its exit status, or the signal that ended it, negative.
        result: what its work returned, if it came to its end.
        words: what it said on standard error.
        seconds: how long it took.
    """

    status: int
    result: Any
    words: str
    seconds: float

    @property
    def is_killed(self) -> bool:
        """Whether it ended as by `kill -9`."""
        return self.status == -signal.SIGKILL


def in_child(work: Callable[[], Any], kill_after: float | None = None) -> Ended:
    """Do some work in a child; it may be killed after some seconds."""
    began = time.monotonic()
    with tempfile.TemporaryFile() as results, tempfile.TemporaryFile() as words:
        child = os.fork()
        if child == 0:
            work_and_exit(work, results, words)
        status = wait(child, kill_after)
        result, said = read_from_start(results), read_from_start(words)
    return Ended(
        status,
        pickle.loads(result) if result and status == 0 else None,
        said.decode(errors="replace"),
        time.monotonic() - began,
    )


def work_and_exit(work: Callable[[], Any], results: IO[bytes], words: IO[bytes]) -> NoReturn:
    """The child's life."""
    status = 1
    try:
        os.dup2(words.fileno(), 2)
        sys.stderr = os.fdopen(2, "w", closefd=False)
        results.write(pickle.dumps(work()))
        results.flush()
        status = 0
    except RostrumError as error:
        print(f"rostrum: {error}", file=sys.stderr)
        status = error.exit_status
    except BaseException:  # noqa: BLE001 - nothing may come back to the parent's own code
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


def wait(child: int, kill_after: float | None) -> int:
    """The exit status of a child, which is killed after some seconds, and when it hangs."""
    end = time.monotonic() + (PATIENCE if kill_after is None else kill_after)
    while True:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() >= end:
            os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
            return os.waitstatus_to_exitcode(status)
        time.sleep(PAUSE)


def read_from_start(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()
