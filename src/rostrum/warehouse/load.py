"""Loading: the pages of a batch into `raw.*`, in one transaction with their ledger rows."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

import pyarrow as pa

from rostrum.warehouse.rows import CHILD_TABLES, Row, Rows, digest_rows, rows_of

if TYPE_CHECKING:
    from datetime import datetime

    import duckdb

    from rostrum.records import Issue, PageRecords

BATCH = "rostrum_batch"
"""The name a batch is registered under; no table may have it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One revision read: its records, or None for a quarantined page, and what was refused."""

    page_url: str
    source: str
    revision_sha256: str
    parser_version: int
    records: PageRecords | None
    issues: tuple[Issue, ...]


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
    readings: list[Reading] = field(default_factory=list)


def load_batch(connection: duckdb.DuckDBPyConnection, batch: Batch) -> None:
    """Load a batch: all of it, or nothing. A revision loaded before is replaced, not doubled."""
    rows: Rows = {
        "runs": batch.runs,
        "fetches": batch.fetches,
        "archive_records": batch.archived,
        "revisions": [],
    }
    rows.update({table: [] for table in CHILD_TABLES})
    for reading in batch.readings:
        for table, found in reading_rows(reading, batch.at).items():
            rows[table].extend(found)
    connection.execute("begin")
    try:
        for reading in batch.readings:
            delete_revision(connection, reading.page_url, reading.revision_sha256)
        for table, found in rows.items():
            insert(connection, table, found)
    except BaseException:
        connection.execute("rollback")
        raise
    connection.execute("commit")


def reading_rows(reading: Reading, at: datetime) -> Rows:
    """The rows of one reading, its ledger row among them."""
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
    ledger.update(parser_version=reading.parser_version, loaded_at=at)
    return rows


def delete_revision(connection: duckdb.DuckDBPyConnection, page_url: str, sha256: str) -> None:
    """Remove an earlier reading of a revision from every table."""
    for table in ("revisions", *CHILD_TABLES):
        connection.execute(
            f"delete from raw.{table} where page_url = ? and revision_sha256 = ?",
            [page_url, sha256],
        )


def insert(connection: duckdb.DuckDBPyConnection, table: str, rows: list[Row]) -> None:
    """Append rows to a table of `raw`, by column name, through Arrow."""
    if not rows:
        return
    columns = list(dict.fromkeys(key for row in rows for key in row))
    batch = pa.table({name: [row.get(name) for row in rows] for name in columns})
    connection.register(BATCH, batch)
    try:
        connection.execute(f"insert into raw.{table} by name select * from {BATCH}")
    finally:
        connection.unregister(BATCH)
