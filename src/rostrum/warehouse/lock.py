"""One writer: an OS lock on the home directory, freed by the death of its holder."""

from __future__ import annotations

import fcntl
import json
import os
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from rostrum.errors import BusyError, HomeError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rostrum.settings import Settings


PAUSE = 0.1
"""Seconds between two looks whether the lock is free."""


@contextmanager
def hold_writer_lock(settings: Settings, run_name: str, *, waits: bool = False) -> Iterator[None]:
    """Be the one writer of a home directory, which is made where only itself is missing.

    The lock is the operating system's: it ends with the process that holds it, however that ends,
    and no child of it holds it.

    Args:
        settings: whose home.
        run_name: what the holder does, for people.
        waits: for another run to end.

    Raises:
        HomeError: the home cannot be made or written to.
        BusyError: another run holds it; the message names its PID, its name and since when.
    """
    descriptor = open_home(settings)
    try:
        take_lock(descriptor, settings, waits=waits)
        leave_note(descriptor, settings, run_name)
        yield
    finally:
        os.close(descriptor)


def leave_note(descriptor: int, settings: Settings, run_name: str) -> None:
    """Say in the lock file who holds it.

    Raises:
        HomeError: the disk refused.
    """
    since = datetime.now(UTC).isoformat()
    write_note(descriptor, settings.lock, {"run": run_name, "since": since})


def write_note(descriptor: int, path: Path, facts: dict[str, str]) -> None:
    """Say in a locked file who holds it: the process, and more.

    Raises:
        HomeError: the disk refused.
    """
    note = json.dumps({"pid": os.getpid(), **facts}).encode()
    try:
        os.truncate(descriptor, 0)
        os.pwrite(descriptor, note, 0)
    except OSError as error:
        raise HomeError(
            f"{path}: {error.strerror}; {len(note)} bytes are needed: free space or set "
            "another --home, then run again"
        ) from error


def open_home(settings: Settings) -> int:
    """Make the home directory where only itself is missing; a descriptor of its lock file.

    Raises:
        HomeError: it cannot be made or written to.
    """
    try:
        settings.home.mkdir(exist_ok=True)
        return os.open(settings.lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise HomeError(
            f"The home directory {settings.home} cannot be used: {error.strerror}. "
            "Make it writable, or name another with --home or ROSTRUM_HOME."
        ) from error


def take_lock(descriptor: int, settings: Settings, *, waits: bool) -> None:
    """Take the lock, or raise `BusyError` where it is not waited for."""
    while not try_lock(descriptor):
        if not waits:
            holder = describe_holder(os.pread(descriptor, 4096, 0))
            raise BusyError(
                f"Another run holds {settings.home}: {holder}. Try again when it is over, or "
                "wait for it with --wait."
            )


def try_lock(descriptor: int) -> bool:
    """Take a file's lock, unless somebody holds it.

    Tried twice: whoever only looks whether it is held has a part of it for a moment.
    """
    for pause in (PAUSE, 0):
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(pause)
        else:
            return True
    return False


def read_holder(settings: Settings) -> str | None:
    """Who holds a home directory; None where nobody does. Nothing is waited for or taken."""
    try:
        descriptor = os.open(settings.lock, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return describe_holder(os.pread(descriptor, 4096, 0))
    else:
        return None
    finally:
        os.close(descriptor)


def describe_holder(note: bytes) -> str:
    """Who holds the lock, from what it wrote; it may just be writing."""
    try:
        holder = json.loads(note)
        return f"PID {holder['pid']}, run {holder['run']!r}, since {holder['since']}"
    except (ValueError, KeyError, TypeError):
        return "it has just begun"
