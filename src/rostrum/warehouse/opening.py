"""Opening a database file for writing: as every file of Rostrum's is opened."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import duckdb

from rostrum.errors import HomeError

if TYPE_CHECKING:
    from pathlib import Path

    from rostrum.settings import Settings

PAUSE = 0.1
"""Seconds between two looks whether somebody else has closed the file."""

MOST_THREADS = 4
MEGABYTES = 128
"""What DuckDB may hold for each of its threads, unless a setting says otherwise: the least it
asks for. A million quotes are built within it; what is larger goes to the disk."""


def open_file(settings: Settings, path: Path | None = None) -> duckdb.DuckDBPyConnection:
    """A connection to the warehouse, or to another file, which is made where there is none.

    Somebody who has the file open is waited for, `settings.patience` seconds at most. Times are
    UTC whatever the machine's zone.

    Raises:
        HomeError: somebody else keeps the file open, or a newer DuckDB wrote it.
        duckdb.Error: DuckDB cannot read it.
    """
    path = path or settings.warehouse
    threads = min(os.cpu_count() or 1, MOST_THREADS)
    end = time.monotonic() + settings.patience
    while True:
        try:
            connection = duckdb.connect(
                str(path),
                config={
                    "threads": threads,
                    "memory_limit": settings.memory or f"{threads * MEGABYTES}MB",
                    "storage_compatibility_version": settings.storage_version,
                },
            )
        except duckdb.IOException as error:
            refuse_newer(path, error)
            if not is_open_elsewhere(error):
                raise
            if time.monotonic() > end:
                raise HomeError(
                    f"{path} is open elsewhere: {error_line(error)} Close it there and read the "
                    f"snapshot ({settings.snapshot}) instead; then run again."
                ) from error
            time.sleep(PAUSE)
        else:
            connection.execute("set timezone = 'UTC'")
            return connection


def is_open_elsewhere(error: duckdb.Error) -> bool:
    """Whether another process has the file open."""
    return "Could not set lock on file" in str(error)


def refuse_newer(path: Path, error: duckdb.Error) -> None:
    """Raise `HomeError` where the file was written by a newer DuckDB: it is whole, but not ours."""
    if "version number" in str(error):
        raise HomeError(
            f"{path} was written by a newer DuckDB than this one ({duckdb.__version__}): "
            f"{error_line(error)} Upgrade Rostrum, or name another home."
        ) from error


def error_line(error: duckdb.Error) -> str:
    """DuckDB's first line, ended by a stop."""
    return str(error).splitlines()[0].rstrip(".") + "."
