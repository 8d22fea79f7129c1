"""Database files on the disk: put in place whole, or not at all."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rostrum.crash import crash_point
from rostrum.errors import HomeError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


LEFTOVERS = ("*.publishing", "*.migrating", "*.migrating.wal", "*.new", "rostrum-verify-*")


def log_of(database: Path) -> Path:
    """DuckDB's write-ahead log of a database file."""
    return database.with_name(database.name + ".wal")


def remove_database(database: Path) -> None:
    """Remove a database file and its log, where they are."""
    for path in (database, log_of(database)):
        path.unlink(missing_ok=True)


def copy_file(source: Path, copy: Path) -> None:
    """Copy a file.

    Raises:
        HomeError: the disk refused; nothing is left of the copy.
    """
    with refusing_disk(copy, source.stat().st_size):
        shutil.copyfile(source, copy)


def remove_leftovers(home: Path) -> None:
    """Remove the unfinished files that a killed run left in its home."""
    for pattern in LEFTOVERS:
        for path in home.glob(pattern):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()


@contextmanager
def refusing_disk(path: Path, needed: int) -> Iterator[None]:
    """Turn a disk's refusal to take `needed` bytes at `path` into an error that says what to do.

    What was written of the file by then is removed.

    Raises:
        HomeError: the disk refused.
    """
    try:
        yield
    except OSError as error:
        remove_database(path)
        raise HomeError(
            f"{path}: {error.strerror or error}; {needed:,} bytes are needed: free space or set "
            "another --home, then run again"
        ) from error


def replace_durably(new: Path, place: Path, stage: str) -> None:
    """Put a finished file in the place of another, so that a power cut leaves one of the two.

    Raises:
        HomeError: the disk refused; the file in place is the old one.
    """
    with refusing_disk(new, new.stat().st_size):
        with new.open("rb") as file:
            os.fsync(file.fileno())
        crash_point(f"{stage}.finished")
        new.replace(place)
        crash_point(f"{stage}.replaced")
        sync_folder(place.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last, as its files do."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
