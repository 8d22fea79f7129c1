"""What every run begins with: warehouse and archive are brought together again.

The archive is the truth. Records that the ledger does not know (of a run that was killed, or of all
runs when the warehouse is new) are taken in; records that are not there any more, or not what was
written, are named, and harm no page but their own.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from rostrum.archive import trim
from rostrum.archive_files import files_here, records_of, sizes_away
from rostrum.archive_rows import fetch_row_of, head_row, record_row, run_row_of
from rostrum.crash import crash_point
from rostrum.summary import Problem
from rostrum.warehouse import ledger
from rostrum.warehouse.load import Batch, load_batch

if TYPE_CHECKING:
    import duckdb

    from rostrum.archive import Entry, Record
    from rostrum.errors import ArchiveError
    from rostrum.settings import Settings
    from rostrum.summary import Summary
    from rostrum.warehouse.rows import Row

ADOPTED = 500
"""Records taken in with one transaction."""


def bring_together(
    connection: duckdb.DuckDBPyConnection, settings: Settings, summary: Summary
) -> None:
    """Tell the ledger of records that it does not know, and of those that are lost.

    Raises:
        HomeError: an archive file cannot be cut or read.
        RemoteError: the archive's address refuses, or cannot be reached.
    """
    ends, away = ledger.archive_ends(connection), sizes_away(settings)
    for name, end in ends.items():
        path = settings.archive / name
        size = path.stat().st_size if path.exists() else away.get(name, 0)
        if size < end:
            lost = ledger.records_beyond(connection, name, size)
            what = f"{path} is {size:,} bytes long"
            note_damages(connection, summary, [damage_row(record, what) for record in lost])
    for path in files_here(settings):
        away.pop(path.name, None)
        end = ends.get(path.name, 0)
        if path.stat().st_size > end:
            trim(path, end)
        if path.stat().st_size > end:
            adopt_file(connection, settings, summary, path.name, end)
            crash_point("recover.adopted")
        elif end == 0:
            path.unlink()  # killed before its first record was whole
    for name, size in sorted(away.items()):  # of this home once, or of another one
        if size > ends.get(name, 0):
            adopt_file(connection, settings, summary, name, ends.get(name, 0))
            crash_point("recover.adopted")


def adopt_file(
    connection: duckdb.DuckDBPyConnection,
    settings: Settings,
    summary: Summary,
    name: str,
    start: int,
) -> None:
    """Take in the records of a file from a byte on, a transaction for every few hundred."""
    batch = Batch(at=datetime.now(UTC))

    def note(entry: Entry, error: ArchiveError) -> None:
        row = {
            "warc_file": entry.file,
            "warc_offset": entry.offset,
            "warc_length": entry.length,
            "page_url": entry.file,
            "body_sha256": None,
            "detail": str(error),
        }
        note_damages(connection, summary, [row])

    for record in records_of(settings, name, note, start):
        take_in(connection, batch, record)
        if len(batch.archived) == ADOPTED:
            load_batch(connection, batch)
            batch = Batch(at=datetime.now(UTC))
    load_batch(connection, batch)


def take_in(connection: duckdb.DuckDBPyConnection, batch: Batch, record: Record) -> None:
    """Add to a batch the rows that a record tells."""
    if record.kind == "warcinfo":
        run = run_row_of(record)
        if not ledger.is_run(connection, run["run_id"]):  # a killed run noted itself
            batch.runs.append(run)
        batch.archived.append(head_row(record.entry, run))
    else:
        fetch = fetch_row_of(record)
        batch.fetches.append(fetch)
        batch.archived.append(record_row(record.entry, record.kind, fetch))


def note_damages(connection: duckdb.DuckDBPyConnection, summary: Summary, rows: list[Row]) -> None:
    """Note stretches of the archive that are not what was written; tell the summary."""
    ledger.note_damages(connection, rows, datetime.now(UTC))
    summary.problems.extend(
        Problem(row["page_url"], "archive_damaged", row["detail"]) for row in rows
    )


def damage_row(record: ledger.ArchivedRecord, what: str) -> Row:
    """A row of `raw.damages` of a record that the ledger knows."""
    return {
        "warc_file": record.warc_file,
        "warc_offset": record.warc_offset,
        "warc_length": record.warc_length,
        "page_url": record.page_url or record.warc_file,
        "body_sha256": record.body_sha256,
        "detail": (
            f"The record at byte {record.warc_offset} of {record.warc_file} is damaged: {what}. "
            "Restore the file from a backup and run `rostrum rebuild`, or ingest the page again."
        ),
    }
