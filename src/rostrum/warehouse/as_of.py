"""What was known at a moment: the same models over no more than had been fetched by then.

Readings are those of today: what an older parser made of the same bytes is not kept.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from rostrum.errors import HomeError, UsageError
from rostrum.warehouse.folder import newest_layout, sql_folder
from rostrum.warehouse.layout import layout_of
from rostrum.warehouse.models import build_models, in_order, load_models

if TYPE_CHECKING:
    import duckdb

CLOCKS = {
    "fetches": "fetched_at",
    "archive_records": "archived_at",
    "runs": "started_at",
    "damages": "found_at",
    "decisions": "decided_at",
}
"""The tables of `raw` whose rows have a time of their own; the others' rows are of a body."""


def read_moment(text: str, *, end_of_day: bool = False) -> datetime:
    """A day or an ISO time as typed; UTC where it names no zone. A day is its first or last moment.

    Raises:
        UsageError: it is neither.
    """
    try:
        try:
            day = date.fromisoformat(text)
        except ValueError:
            moment = datetime.fromisoformat(text)
            return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return datetime.combine(day, time.max if end_of_day else time.min, UTC)
    except ValueError:
        raise UsageError(
            f"{text!r} is no day and no time: write 2026-11-01 or 2026-11-01T18:30:00Z."
        ) from None


def build_as_of(connection: duckdb.DuckDBPyConnection, moment: datetime) -> None:
    """Build the models in this database, over the attached `snapshot`'s rows of until `moment`.

    Raises:
        HomeError: the snapshot is of another layout than the models are made for.
    """
    refuse_other_layout(connection)
    connection.execute("create schema raw")
    tables = connection.execute(
        "select table_name from duckdb_tables() "
        "where database_name = 'snapshot' and schema_name = 'raw'"
    ).fetchall()
    for table in sorted((name for (name,) in tables), key=lambda name: name not in CLOCKS):
        take_over(connection, table, moment)
    build_models(connection, in_order(load_models(sql_folder())))


def refuse_other_layout(connection: duckdb.DuckDBPyConnection) -> None:
    """Raise `HomeError` where the snapshot was published by an older or a newer Rostrum."""
    connection.execute("use snapshot")
    layout = layout_of(connection)
    connection.execute("use memory")
    if layout.number != newest_layout():
        raise HomeError(
            f"The snapshot was published by Rostrum {layout.rostrum_version}, in layout "
            f"{layout.number}; this one builds on layout {newest_layout()}: publish it anew with "
            "`rostrum transform`."
        )


def take_over(connection: duckdb.DuckDBPyConnection, table: str, moment: datetime) -> None:
    """Make a table of `raw` that holds the snapshot's rows of until `moment`; `fetches` first.

    Large tables are views: nothing is copied.
    """
    if table in CLOCKS:
        connection.execute(
            f"create table raw.{table} as "
            f"select * from snapshot.raw.{table} where {CLOCKS[table]} <= ?",
            [moment],
        )
    elif table == "pages_touched":  # nothing is left to be done
        connection.execute("create table raw.pages_touched (page_url varchar)")
    else:
        connection.execute(
            f"create view raw.{table} as select rows.* from snapshot.raw.{table} as rows "
            "where exists (select 1 from raw.fetches as fetches "
            "where fetches.page_url = rows.page_url "
            "and fetches.body_sha256 = rows.revision_sha256)"
        )
    if table == "runs":
        connection.execute("update raw.runs set finished_at = null where finished_at > ?", [moment])
