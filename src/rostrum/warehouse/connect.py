"""Opening the warehouse: the writer's private file."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import duckdb

from rostrum.errors import HomeError
from rostrum.warehouse.folder import sql_folder
from rostrum.warehouse.migrate import migrate
from rostrum.warehouse.opening import error_line, open_file
from rostrum.warehouse.soundness import break_seal, seal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rostrum.settings import Settings


@contextmanager
def open_warehouse(settings: Settings) -> Iterator[duckdb.DuckDBPyConnection]:
    """The warehouse, for writing, with every migration applied. The caller holds the writer lock.

    Raises:
        HomeError: the file cannot be opened, or DuckDB fails on it later.
    """
    try:
        break_seal(settings)
        migrate(settings, sql_folder() / "schema")
        with open_file(settings) as connection:
            yield connection
    except duckdb.OutOfMemoryException as error:
        raise HomeError(
            f"The warehouse {settings.warehouse} needs more memory than DuckDB may take: "
            f"{error_line(error)} Set ROSTRUM_MEMORY higher, such as 1GB, and run again; nothing "
            "is lost."
        ) from error
    except duckdb.Error as error:
        size = settings.warehouse.stat().st_size if settings.warehouse.exists() else 0
        raise HomeError(
            f"The warehouse {settings.warehouse} ({size:,} bytes) failed: {error_line(error)} If "
            "the disk is full, free about as many bytes. Then run again: what is damaged is "
            "rebuilt from the archive."
        ) from error
    seal(settings)
