"""Numbered migrations, forward only, applied to a copy that is then swapped in.

A kill at any moment leaves the old file whole: DuckDB 1.5 has left files that no longer open when
it was killed between `ALTER TABLE` and the next checkpoint.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import duckdb

from rostrum import __version__
from rostrum.errors import HomeError

if TYPE_CHECKING:
    from pathlib import Path


def migrate(warehouse: Path, schema: Path) -> None:
    """Bring a warehouse file to the newest layout; make it when there is none.

    Raises:
        HomeError: the warehouse was made by a newer Rostrum.
    """
    migrations = {int(path.name[:4]): path for path in sorted(schema.glob("*.sql"))}
    newest = max(migrations)
    current = layout_version(warehouse)
    if current > newest:
        raise HomeError(
            f"The warehouse {warehouse} has layout {current}, this Rostrum knows {newest}: "
            "upgrade Rostrum, or name another home."
        )
    if current < newest:
        pending = [migrations[number] for number in sorted(migrations) if number > current]
        apply_to_copy(warehouse, pending, newest)


def layout_version(warehouse: Path) -> int:
    """The number of the last migration applied to a file; 0 where there is no file."""
    if not warehouse.exists():
        return 0
    with duckdb.connect(str(warehouse)) as connection:
        row = connection.execute("select max(version) from rostrum_layout.versions").fetchone()
    return int(row[0]) if row else 0


def apply_to_copy(warehouse: Path, pending: list[Path], version: int) -> None:
    """Apply migrations to a copy, flush it to the disk, and put it in the warehouse's place."""
    copy = warehouse.with_name(warehouse.name + ".migrating")
    for stale in (copy, copy.with_name(copy.name + ".wal")):
        stale.unlink(missing_ok=True)
    if warehouse.exists():
        shutil.copyfile(warehouse, copy)
    with duckdb.connect(str(copy)) as connection:
        connection.execute("begin")
        connection.execute("create schema if not exists rostrum_layout")
        connection.execute("create table if not exists rostrum_layout.versions (version integer)")
        for path in pending:
            connection.execute(path.read_text(encoding="utf-8"))
        connection.execute(
            "insert into rostrum_layout.versions by name "
            "select ? as version, ? as rostrum_version",
            [version, __version__],
        )
        connection.execute("commit")
        connection.execute("checkpoint")
    replace_durably(copy, warehouse)


def replace_durably(new: Path, place: Path) -> None:
    """Put a finished file in the place of another, so that a power cut leaves one of the two."""
    with new.open("rb") as file:
        os.fsync(file.fileno())
    new.replace(place)
    folder = os.open(place.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
