"""Between ledger and archive: rows of what was fetched, and the records that tell them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rostrum.archive import Entry, run_of
from rostrum.ids import make_id
from rostrum.sources import WEB, source_of

if TYPE_CHECKING:
    from rostrum.archive import Record
    from rostrum.warehouse.ledger import ArchivedRecord
    from rostrum.warehouse.rows import Row

NOT_KEPT = ("fetch_id", "body_sha256", "warc_file", "warc_offset")
"""Columns of a fetch that its record tells by what and where it is."""


def facts_of(fetch: Row) -> Row:
    """What a record keeps of a row of `raw.fetches`, as JSON values."""
    facts = {name: value for name, value in fetch.items() if name not in NOT_KEPT}
    return facts | {"fetched_at": fetch["fetched_at"].isoformat()}


def place_fetch(fetch: Row, entry: Entry) -> Row:
    """A row of `raw.fetches` with the place of its record."""
    return fetch | {"warc_file": entry.file, "warc_offset": entry.offset}


def fetch_row_of(record: Record) -> Row:
    """The row of `raw.fetches` that a record tells; of a record without facts, what follows."""
    source = source_of(record.url)
    headers = {name.lower(): value for name, value in record.headers}
    row: Row = {
        "run_id": run_of(record.entry.file),
        "page_url": record.url,
        "requested_url": record.url,
        "source": source.name if source else WEB,
        "purpose": "page",
        "final_url": record.url,
        "redirects": [],
        "outcome": "new" if record.kind == "response" else "unchanged",
        "status": record.status,
        "content_type": headers.get("content-type"),
        "etag": headers.get("etag"),
        "last_modified": headers.get("last-modified"),
        "wire_bytes": len(record.body or b""),
        "elapsed_ms": 0,
    }
    row |= record.facts
    row |= {
        "fetch_id": make_id(row["run_id"], row["purpose"], row["requested_url"]),
        "body_sha256": record.body_sha256,
        "fetched_at": record.fetched_at,
    }
    return place_fetch(row, record.entry)


def record_row(entry: Entry, kind: str, fetch: Row) -> Row:
    """The row of `raw.archive_records` of the record that keeps a fetch."""
    return {
        "warc_file": entry.file,
        "warc_offset": entry.offset,
        "warc_length": entry.length,
        "record_sha256": entry.sha256,
        "record_type": kind,
        "page_url": fetch["page_url"],
        "body_sha256": fetch["body_sha256"],
        "content_type": fetch["content_type"],
        "archived_at": fetch["fetched_at"],
    }


def head_row(entry: Entry, run_row: Row) -> Row:
    """The row of `raw.archive_records` of the `warcinfo` that begins a run's file."""
    nothing = {"page_url": None, "body_sha256": None, "content_type": None}
    return record_row(entry, "warcinfo", nothing | {"fetched_at": run_row["started_at"]})


def run_row_of(record: Record) -> Row:
    """The row of `raw.runs` that a file's `warcinfo` tells."""
    return {
        "run_id": run_of(record.entry.file),
        "name": record.facts["run_name"],
        "started_at": record.fetched_at,
        "rostrum_version": record.facts["rostrum_version"],
    }


def entry_of(record: ArchivedRecord) -> Entry:
    """The ledger's record as the archive's own entry."""
    return Entry(record.warc_file, record.warc_offset, record.warc_length, record.record_sha256)
