"""Loading: the pages of a batch into `raw.*`, in one transaction with their ledger rows."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from rostrum.crash import crash_point
from rostrum.records import Issue
from rostrum.warehouse.rows import (
    CHILD_TABLES,
    Columns,
    Row,
    Rows,
    columns_of,
    digest_rows,
    rows_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    import duckdb

    from rostrum.records import PageRecords

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


@dataclass(frozen=True, slots=True)
class Reading:
    """One revision read: its records, or None for a quarantined page, and what was refused."""

    page_url: str
    source: str
    revision_sha256: str
    parser_version: int
    records: PageRecords | None
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class PreparedReading:
    """A reading as it is loaded: columns of each table. Plain values, so that any process makes it.

    Attributes:
        tables: of each table of `raw` the revision's rows, column by column.
    """

    page_url: str
    revision_sha256: str
    parser_version: int
    tables: dict[str, Columns]


@dataclass(slots=True)
class Batch:
    """What one transaction loads.

    Attributes:
        at: the time of loading.
        fetches: rows of `raw.fetches`.
        archived: rows of `raw.archive_records`.
        runs: rows of `raw.runs`.
        readings: revisions read in this batch; what is not prepared yet, the load prepares.
    """

    at: datetime
    fetches: list[Row] = field(default_factory=list)
    archived: list[Row] = field(default_factory=list)
    runs: list[Row] = field(default_factory=list)
    readings: list[Reading | PreparedReading] = field(default_factory=list)


def load_batch(connection: duckdb.DuckDBPyConnection, batch: Batch) -> None:
    """Load a batch: all of it, or nothing.

    A revision loaded before is replaced, not doubled, unless a newer parser read it; of several
    readings of one revision the newest parser's counts, and of those the last.
    """
    prepared = newest(prepare(one) if isinstance(one, Reading) else one for one in batch.readings)
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


def prepare(reading: Reading) -> PreparedReading:
    """Make a reading's rows; what cannot be stored quarantines it.

    The one part of loading that takes as long as a page is large. It needs no database, so that
    the process that reads a page can do it too.
    """
    try:
        rows = reading_rows(reading)
    except UnicodeEncodeError as error:
        rows = reading_rows(refused(reading, error))
    tables = {table: columns_of(found) for table, found in rows.items()}
    return PreparedReading(
        tables["revisions"]["page_url"][0],
        reading.revision_sha256,
        reading.parser_version,
        tables,
    )


def refused(reading: Reading, error: UnicodeEncodeError) -> Reading:
    """A reading with text that is no text: half of a surrogate pair, which no UTF-8 file holds."""
    around = error.object[max(0, error.start - 20) : error.end + 20]
    issue = Issue(
        "load",
        "text_unstorable",
        f"The page's text holds half a character, {storable(error.object[error.start])!r}, near "
        f"“{storable(around)}”: it cannot be stored as it stands, so nothing of it is.",
    )
    issues = [replace(one, detail=storable(one.detail)) for one in reading.issues]
    return replace(
        reading, page_url=storable(reading.page_url), records=None, issues=(*issues, issue)
    )


def storable(text: str) -> str:
    """Text with halves of surrogate pairs written as Python escapes them."""
    return text.encode(errors="backslashreplace").decode()


def reading_rows(reading: Reading) -> Rows:
    """The rows of one reading, its ledger row among them.

    Raises:
        UnicodeEncodeError: its text cannot be stored.
    """
    key = {"page_url": reading.page_url, "revision_sha256": reading.revision_sha256}
    if reading.records is None:
        rows: Rows = {"revisions": [key]}
    else:
        rows = rows_of(reading.page_url, reading.revision_sha256, reading.records)
    rows["refusals"] = [
        {**key, "refusal_number": number, **asdict(issue)}
        for number, issue in enumerate(reading.issues, start=1)
    ]
    ledger = rows["revisions"][0]
    ledger.update(source=reading.source, status="ok" if reading.records else "quarantined")
    ledger["records_sha256"] = digest_rows(rows)
    ledger["row_count"] = sum(len(rows.get(table, ())) for table in CHILD_TABLES)
    ledger["parser_version"] = reading.parser_version
    return rows


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
