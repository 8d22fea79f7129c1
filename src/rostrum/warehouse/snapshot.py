"""Opening the snapshot that is published: what readers do, so that little is imported here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from rostrum.errors import HomeError
from rostrum.warehouse.opening import error_line

if TYPE_CHECKING:
    from rostrum.settings import Settings


def open_snapshot(settings: Settings) -> duckdb.DuckDBPyConnection:
    """The published snapshot, read-only, for queries of our own; others ask through `query.py`.

    Raises:
        HomeError: nothing is published yet, or the file cannot be opened.
    """
    require_snapshot(settings)
    try:
        connection = duckdb.connect(str(settings.snapshot), read_only=True)
        connection.execute("set timezone = 'UTC'")
    except duckdb.Error as error:
        raise unreadable_snapshot(settings, error) from error
    return connection


def unreadable_snapshot(settings: Settings, error: duckdb.Error) -> HomeError:
    """What to say of a snapshot that DuckDB cannot open."""
    return HomeError(
        f"The snapshot {settings.snapshot} cannot be opened: {error_line(error)} `rostrum "
        "transform` publishes it anew."
    )


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
