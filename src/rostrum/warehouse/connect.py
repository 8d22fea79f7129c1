"""Opening the warehouse: the writer's private file, and the snapshot that readers open."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

import duckdb

from rostrum.errors import HomeError
from rostrum.warehouse.folder import sql_folder
from rostrum.warehouse.migrate import migrate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rostrum.settings import Settings


@contextmanager
def open_warehouse(settings: Settings) -> Iterator[duckdb.DuckDBPyConnection]:
    """The warehouse, for writing, with every migration applied. The caller holds the writer lock.

    Times are UTC whatever the machine's zone.

    Raises:
        HomeError: the file cannot be opened, or DuckDB fails on it later.
    """
    try:
        migrate(settings.warehouse, sql_folder() / "schema")
        connection = duckdb.connect(
            str(settings.warehouse), config={"threads": os.cpu_count() or 1}
        )
        connection.execute("set timezone = 'UTC'")
        with connection:
            yield connection
    except duckdb.Error as error:
        first_line = str(error).splitlines()[0]
        raise HomeError(
            f"The warehouse {settings.warehouse} cannot be used: {first_line} Move it aside; the "
            "archive beside it holds every page."
        ) from error


def open_snapshot(settings: Settings) -> duckdb.DuckDBPyConnection:
    """The published snapshot, read-only and shut off from files, network and settings.

    Raises:
        HomeError: nothing is published yet, or the file cannot be opened.
    """
    require_snapshot(settings)
    try:
        connection = duckdb.connect(str(settings.snapshot), read_only=True)
        connection.execute("set timezone = 'UTC'")
        connection.execute("set enable_external_access = false")
        connection.execute("set lock_configuration = true")
    except duckdb.Error as error:
        raise HomeError(f"The snapshot {settings.snapshot} cannot be opened: {error}") from error
    return connection


def require_snapshot(settings: Settings) -> None:
    """Make sure that something is published.

    Raises:
        HomeError: nothing is.
    """
    if not settings.snapshot.exists():
        raise HomeError(
            f"Nothing is published in {settings.home} yet. Run `rostrum ingest sample` first, "
            "or name another home with --home."
        )
