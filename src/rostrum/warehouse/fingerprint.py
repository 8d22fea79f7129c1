"""One hash of all that readers can ask: the proof that two warehouses say the same.

When something was first fetched or last looked at differs between two runs that tell the same, so
of columns that a clock fills only this counts: whether they are empty. A table that tells in which
order things became known does not count.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from rostrum.warehouse.snapshot import open_snapshot

if TYPE_CHECKING:
    import duckdb

    from rostrum.settings import Settings

PRINTED_TIMES = ("starts_at", "ends_at")
"""Columns of moments that a page tells; every other column in `_at` is filled by a clock."""

CLOCK_DAYS = {"person_roles": ("first_on", "last_on")}
"""Of tables, columns of days that a clock fills where the page tells none."""

ORDERED = ("identity_changes",)
"""Tables of what changed as more became known: in another order of pages, other things do."""


def fingerprint(settings: Settings) -> dict[str, str]:
    """The SHA-256 of each table of the snapshot's schema `main`, by name; order does not count.

    Raises:
        HomeError: nothing is published, or the file cannot be opened.
    """
    with open_snapshot(settings) as connection:
        return {table: hash_table(connection, table) for table in reader_tables(connection)}


def total(hashes: dict[str, str]) -> str:
    """One SHA-256 of all tables."""
    text = "".join(f"{table} {sha256}\n" for table, sha256 in sorted(hashes.items()))
    return hashlib.sha256(text.encode()).hexdigest()


def reader_tables(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """The tables that readers may rely on."""
    rows = connection.execute(
        "select table_name from information_schema.tables "
        "where table_schema = 'main' and table_type = 'BASE TABLE' order by table_name"
    ).fetchall()
    return [name for (name,) in rows if name not in ORDERED]


def hash_table(connection: duckdb.DuckDBPyConnection, table: str) -> str:
    """SHA-256 of a table's rows, sorted by their own hashes, each with the names of its columns."""
    columns = connection.execute(
        "select column_name from information_schema.columns "
        "where table_schema = 'main' and table_name = ? order by column_name",
        [table],
    ).fetchall()
    values = ", ".join(value_of(table, name) for (name,) in columns)
    row = connection.execute(
        "select sha256(coalesce(string_agg(row_hash, '' order by row_hash), '')) from "
        f'(select sha256(to_json(struct_pack({values}))) as row_hash from main."{table}")'
    ).fetchone()
    return str(row[0]) if row else ""


def value_of(table: str, column: str) -> str:
    """A column, or of one that a clock fills whether it is empty."""
    is_clock = column.endswith("_at") and column not in PRINTED_TIMES
    if is_clock or column in CLOCK_DAYS.get(table, ()):
        return f'"{column}" := "{column}" is null'
    return f'"{column}" := "{column}"'
