"""Numbered migrations, forward only, applied to a copy that is then verified and swapped in.

A kill at any moment leaves the old file whole: DuckDB 1.5 has left files that no longer open when
it was killed between `ALTER TABLE` and the next checkpoint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rostrum import __version__
from rostrum.crash import crash_point
from rostrum.errors import HomeError
from rostrum.warehouse.files import copy_file, remove_database, replace_durably
from rostrum.warehouse.layout import layout_of, refuse_newer_layout
from rostrum.warehouse.opening import open_file
from rostrum.warehouse.soundness import find_fault

if TYPE_CHECKING:
    from pathlib import Path

    import duckdb

    from rostrum.settings import Settings


def migrate(settings: Settings, schema: Path) -> None:
    """Bring the warehouse to the newest layout; make it when there is none.

    Raises:
        HomeError: the warehouse was made by a newer Rostrum, or the disk refused.
    """
    migrations = {int(path.name[:4]): path for path in sorted(schema.glob("*.sql"))}
    newest = max(migrations)
    current = 0
    if settings.warehouse.exists():
        with open_file(settings) as connection:
            layout = layout_of(connection)
        refuse_newer_layout(settings.warehouse, layout)
        current = layout.number
    if current < newest:
        pending = [migrations[number] for number in sorted(migrations) if number > current]
        apply_to_copy(settings, pending, newest)


def apply_to_copy(settings: Settings, pending: list[Path], number: int) -> None:
    """Apply migrations to a copy, verify it, and put it in the warehouse's place."""
    copy = settings.warehouse.with_name(settings.warehouse.name + ".migrating")
    remove_database(copy)
    if settings.warehouse.exists():
        copy_file(settings.warehouse, copy)
    with open_file(settings, copy) as connection:
        apply_migrations(connection, pending, number)
    crash_point("migrate.applied")
    with open_file(settings, copy) as connection:
        fault = find_fault(connection)
    if fault:
        remove_database(copy)
        raise HomeError(f"The warehouse {settings.warehouse} was not migrated: {fault}.")
    replace_durably(copy, settings.warehouse, "migrate")


def apply_migrations(
    connection: duckdb.DuckDBPyConnection, pending: list[Path], number: int
) -> None:
    """Run migrations, all in one transaction, and note the new layout."""
    connection.execute("begin")
    connection.execute("create schema if not exists rostrum_layout")
    connection.execute("create table if not exists rostrum_layout.versions (version integer)")
    for path in pending:
        for statement in connection.extract_statements(path.read_text(encoding="utf-8")):
            connection.execute(statement)
            crash_point("migrate.statement")
    connection.execute(
        "insert into rostrum_layout.versions by name select ? as version, ? as rostrum_version",
        [number, __version__],
    )
    connection.execute("commit")
    crash_point("migrate.committed")
    connection.execute("checkpoint")
