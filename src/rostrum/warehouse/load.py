"""Loading: the pages of a batch into `raw.*`, in one transaction with their ledger rows."""

from __future__ import annotations

from dataclasses import dataclass, field
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
        readings: revisions read in this batch.
        failures: pages that were not fetched, each with its source and its issue.
        fetched: URLs of pages that were fetched (or found unchanged), whose failures are over.
    """

    at: datetime
    fetches: list[Row] = field(default_factory=list)
    archived: list[Row] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    failures: list[tuple[str, str, Issue]] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)


def load_batch(connection: duckdb.DuckDBPyConnection, batch: Batch) -> None:
    """Load a batch: all of it, or nothing. A revision loaded before is replaced, not doubled."""
    rows: Rows = {"fetches": batch.fetches, "archive_records": batch.archived, "revisions": []}
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
        load_issues(connection, batch)
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
    ledger = rows["revisions"][0]
    ledger.update(source=reading.source, status="ok" if reading.records else "quarantined")
    ledger["records_sha256"] = digest_rows(rows)
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


def load_issues(connection: duckdb.DuckDBPyConnection, batch: Batch) -> None:
    """Add the issues that are new, and close those that are over."""
    found = [
        (reading.page_url, reading.source, issue, reading.revision_sha256)
        for reading in batch.readings
        for issue in reading.issues
    ]
    found += [(url, source, issue, None) for url, source, issue in batch.failures]
    open_keys = {
        (url, issue.stage, issue.code, issue.detail) for url, _, issue, _ in found
    }
    read_urls = {reading.page_url for reading in batch.readings}
    touched = sorted(read_urls | set(batch.fetched) | {url for url, _, _ in batch.failures})
    known = connection.execute(
        "select page_url, stage, code, detail from raw.issues "
        "where resolved_at is null and page_url = any(?)",
        [touched],
    ).fetchall()
    for key in known:
        url, stage, _, _ = key
        is_over = stage == "fetch" or url in read_urls
        if key not in open_keys and is_over:
            resolve_issue(connection, key, batch.at)
    new = dict.fromkeys(
        (url, source, issue, sha256)
        for url, source, issue, sha256 in found
        if (url, issue.stage, issue.code, issue.detail) not in set(known)
    )
    insert(
        connection,
        "issues",
        [
            {
                "page_url": url,
                "source": source,
                "stage": issue.stage,
                "code": issue.code,
                "detail": issue.detail,
                "revision_sha256": sha256,
                "first_seen_at": batch.at,
            }
            for url, source, issue, sha256 in new
        ],
    )


def resolve_issue(
    connection: duckdb.DuckDBPyConnection, key: tuple[str, str, str, str], at: datetime
) -> None:
    """Mark an open issue as over."""
    connection.execute(
        "update raw.issues set resolved_at = ? where resolved_at is null "
        "and page_url = ? and stage = ? and code = ? and detail = ?",
        [at, *key],
    )
