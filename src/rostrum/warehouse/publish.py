"""Publishing: a copy of the warehouse, swapped into place, so that no reader waits for a load."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from rostrum.warehouse.migrate import replace_durably

if TYPE_CHECKING:
    import duckdb

    from rostrum.settings import Settings


def publish(connection: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Publish the warehouse as it stands; whoever has the old snapshot open goes on reading it."""
    connection.execute("checkpoint")
    copy = settings.snapshot.with_name(settings.snapshot.name + ".publishing")
    shutil.copyfile(settings.warehouse, copy)
    replace_durably(copy, settings.snapshot)
