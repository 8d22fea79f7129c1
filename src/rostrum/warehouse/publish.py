"""Publishing: a copy of the warehouse, swapped into place, so that no reader waits for a load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rostrum.crash import crash_point
from rostrum.warehouse.files import copy_file, replace_durably

if TYPE_CHECKING:
    import duckdb

    from rostrum.settings import Settings


def publish(connection: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Publish the warehouse as it stands; whoever has the old snapshot open goes on reading it.

    Raises:
        HomeError: the disk refused; the old snapshot stays.
    """
    crash_point("publish.begun")
    connection.execute("checkpoint")
    crash_point("publish.checkpointed")
    copy = settings.snapshot.with_name(settings.snapshot.name + ".publishing")
    copy_file(settings.warehouse, copy)
    replace_durably(copy, settings.snapshot, "publish")
