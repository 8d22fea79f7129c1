"""Loading: the pages of a batch into `raw.*`, in one transaction with their ledger rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from rostrum.crash import crash_point
from rostrum.warehouse.prepare import PreparedReading, storable
from rostrum.warehouse.rows import CHILD_TABLES, Columns, Row

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    import duckdb

BATCH = "rostrum_batch"
"""The name a batch is registered under; no table may have it."""

STALE = "rostrum_stale"
"""The name under which the revisions to be replaced are registered."""

REVISION_TABLES = ("revisions", *CHILD_TABLES)

ARROW_TYPES = {
    "bigint": pa.int64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "integer": pa.int32(),
    "timestamp": pa.timestamp("us"),
    "timestamp with time zone": pa.timestamp("us", tz="UTC"),
    "varchar": pa.string(),
}


@dataclass(slots=True)
class Batch:
    """What one transaction loads.

    Attributes:
        at: the time of loading.
        fetches: rows of `raw.fetches`.
        archived: rows of `raw.archive_records`.
        runs: rows of `raw.runs`.
        readings: revisions read in this batch.
    """

    at: datetime
    fetches: list[Row] = field(default_factory=list)
    archived: list[Row] = field(default_factory=list)
    runs: list[Row] = field(default_factory=list)
    readings: list[PreparedReading] = field(default_factory=list)


def load_batch(connection: duckdb.DuckDBPyConnection, batch: Batch) -> None:
    """Load a batch: all of it, or nothing.

    A revision loaded before is replaced, not doubled, unless a newer parser read it; of several
    readings of one revision the newest parser's counts, and of those the last.
    """
    prepared = newest(batch.readings)
    connection.execute("begin")
    crash_point("load.begun")
    try:
        known = loaded_parsers(connection, prepared)
        kept = [one for one in prepared if one.parser_version >= known.get(key_of(one), 0)]
        delete_revisions(connection, [key_of(one) for one in kept if key_of(one) in known])
        crash_point("load.deleted")
        for table, columns in batch_columns(batch, kept).items():
            insert_columns(connection, table, columns)
            crash_point("load.inserted")
    except BaseException:
        connection.execute("rollback")
        raise
    connection.execute("commit")
    crash_point("load.committed")


def newest(readings: Iterable[PreparedReading]) -> list[PreparedReading]:
    """Each revision once."""
    found: dict[tuple[str, str], PreparedReading] = {}
    for reading in readings:
        rival = found.get(key_of(reading))
        if rival is None or reading.parser_version >= rival.parser_version:
            found[key_of(reading)] = reading
    return list(found.values())


def key_of(reading: PreparedReading) -> tuple[str, str]:
    """By what a revision is known."""
    return reading.page_url, reading.revision_sha256


def loaded_parsers(
    connection: duckdb.DuckDBPyConnection, readings: list[PreparedReading]
) -> dict[tuple[str, str], int]:
    """Of those revisions that are loaded already, the version of the parser that read them."""
    if not readings:
        return {}
    register_keys(connection, map(key_of, readings))
    rows = connection.execute(
        "select page_url, revision_sha256, parser_version from raw.revisions "
        f"where (page_url, revision_sha256) in (select page_url, revision_sha256 from {STALE})"
    ).fetchall()
    connection.unregister(STALE)
    return {(page_url, sha256): version for page_url, sha256, version in rows}


def delete_revisions(connection: duckdb.DuckDBPyConnection, keys: list[tuple[str, str]]) -> None:
    """Remove earlier readings from every table, with one look at each."""
    if not keys:
        return
    register_keys(connection, keys)
    for table in REVISION_TABLES:
        connection.execute(
            f"delete from raw.{table} where (page_url, revision_sha256) in "
            f"(select page_url, revision_sha256 from {STALE})"
        )
    connection.unregister(STALE)


def register_keys(connection: duckdb.DuckDBPyConnection, keys: Iterable[tuple[str, str]]) -> None:
    """Let SQL see revisions' keys as a table."""
    pages, digests = zip(*keys, strict=True)
    names = ["page_url", "revision_sha256"]
    connection.register(STALE, pa.table([pa.array(pages), pa.array(digests)], names=names))


def batch_columns(batch: Batch, readings: list[PreparedReading]) -> dict[str, Columns]:
    """All that a batch inserts, by table."""
    fetches = by_column(
        [{name: clean(value) for name, value in row.items()} for row in batch.fetches]
    )
    tables: dict[str, Columns] = {
        "runs": by_column(batch.runs),
        "fetches": fetches,
        "archive_records": by_column(batch.archived),
    }
    for table in REVISION_TABLES:
        tables[table] = joined([one.tables.get(table, {}) for one in readings])
    tables["revisions"]["loaded_at"] = [batch.at] * len(readings)
    touched = {*fetches.get("page_url", ()), *(one.page_url for one in readings)}
    tables["pages_touched"] = {"page_url": sorted(touched)}
    return tables


def clean(value: Any) -> Any:
    """A value of a fetch, its text storable: a header or a URL may be any bytes."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, list):
        return [clean(one) for one in value]
    return value


def by_column(rows: list[Row]) -> Columns:
    """Rows turned on their side; a column that a row lacks is empty in it."""
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: [row.get(name) for row in rows] for name in names}


def joined(pieces: list[Columns]) -> Columns:
    """The rows of several pages one after another."""
    names = dict.fromkeys(name for piece in pieces for name in piece)
    found: Columns = {name: [] for name in names}
    for piece in pieces:
        count = len(next(iter(piece.values()), ()))
        for name, values in found.items():
            values.extend(piece.get(name) or [None] * count)
    return found


def insert(connection: duckdb.DuckDBPyConnection, table: str, rows: list[Row]) -> None:
    """Append rows to a table of `raw`, by column name."""
    insert_columns(connection, table, by_column(rows))


def insert_columns(connection: duckdb.DuckDBPyConnection, table: str, columns: Columns) -> None:
    """Append rows to a table of `raw` through Arrow; the table says of which type a column is."""
    if not any(columns.values()):
        return
    target = connection.table(f"raw.{table}")
    types = dict(zip(target.columns, target.types, strict=True))
    arrays = [pa.array(values, arrow_type(types[name])) for name, values in columns.items()]
    connection.register(BATCH, pa.table(arrays, names=list(columns)))
    try:
        connection.execute(f"insert into raw.{table} by name select * from {BATCH}")
    finally:
        connection.unregister(BATCH)


def arrow_type(found: Any) -> pa.DataType:
    """Arrow's counterpart of a type of DuckDB."""
    if found.id == "list":
        return pa.list_(arrow_type(found.children[0][1]))
    if found.id == "struct":
        return pa.struct([(name, arrow_type(child)) for name, child in found.children])
    return ARROW_TYPES[found.id]
