"""What must hold of a home after a run that came to its end, whatever happened before it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import duckdb
from fastwarc.warc import ArchiveIterator

from rostrum.proof import verify
from rostrum.warehouse.fingerprint import fingerprint

if TYPE_CHECKING:
    from pathlib import Path

    from rostrum.settings import Settings

KEYS = {
    "runs": "run_id",
    "fetches": "fetch_id",
    "archive_records": "warc_file, warc_offset",
    "revisions": "page_url, revision_sha256",
    "sections": "page_url, revision_sha256, section_number",
    "theses": "page_url, revision_sha256, thesis_number",
    "quotes": "page_url, revision_sha256, quote_number",
    "sessions": "page_url, revision_sha256, session_number",
    "participants": "page_url, revision_sha256, participant_number",
}
"""What may stand only once in each table of `raw`."""

LEDGER = """
select page_url, revision_sha256, parser_version, source, status, records_sha256
from raw.revisions order by all
"""
BODIES = """
select body_sha256 from raw.archive_records where record_type = 'response' order by all
"""


@dataclass(frozen=True)
class Print:
    """All that two homes have in common that were told the same, by table and list."""

    hashes: dict[str, str]

    def of_readers(self) -> Print:
        """What readers see of it."""
        return Print({name: one for name, one in self.hashes.items() if name.count(":") == 0})

    def differences(self, other: Print) -> list[str]:
        """What is not the same in another."""
        names = self.hashes.keys() | other.hashes.keys()
        return sorted(name for name in names if self.hashes.get(name) != other.hashes.get(name))


def snapshot_print(settings: Settings) -> Print | None:
    """What readers see, or None where nothing is published."""
    return Print(fingerprint(settings)) if settings.snapshot.exists() else None


def take_print(settings: Settings) -> Print:
    """What readers see, and what the warehouse and the archive hold besides."""
    with duckdb.connect(str(settings.warehouse), read_only=True) as connection:
        raw = {
            f"raw: {name}": hashlib.sha256(repr(connection.sql(sql).fetchall()).encode())
            for name, sql in {"revisions": LEDGER, "bodies": BODIES}.items()
        }
    return Print(fingerprint(settings) | {name: found.hexdigest() for name, found in raw.items()})


def find_faults(settings: Settings, expected: Print) -> list[str]:
    """What is not as in a home that was left in peace."""
    faults = [f"differs: {name}" for name in expected.differences(take_print(settings))]
    faults += [f"verify: {fault.where}: {fault.what}" for fault in verify(settings).faults]
    return faults + find_repeated(settings) + find_unreadable(settings) + find_left(settings)


def find_repeated(settings: Settings) -> list[str]:
    """Rows that are there twice."""
    with duckdb.connect(str(settings.warehouse), read_only=True) as connection:
        counts = {
            table: connection.sql(
                f"select count(*) - count(distinct row({key})) from raw.{table}"
            ).fetchone()
            for table, key in KEYS.items()
        }
    return [f"repeated: {count[0]} of {table}" for table, count in counts.items() if count != (0,)]


def find_unreadable(settings: Settings) -> list[str]:
    """Archive files that another reader does not read to the end, or finds other records in."""
    with duckdb.connect(str(settings.warehouse), read_only=True) as connection:
        known = dict(
            connection.sql(
                "select warc_file, count(*) from raw.archive_records group by all"
            ).fetchall()
        )
    found = {path.name: count_records(path) for path in settings.archive.glob("*.warc.gz")}
    names = known.keys() | found.keys()
    return [
        f"archive: {name} holds {found.get(name)} records, the ledger has {known.get(name)}"
        for name in sorted(names)
        if known.get(name) != found.get(name)
    ]


def count_records(path: Path) -> int:
    """The records of a file, each of which must be what its digests say."""
    with path.open("rb") as file:
        return sum(
            record.verify_block_digest() for record in ArchiveIterator(file, parse_http=False)
        )


def find_left(settings: Settings) -> list[str]:
    """Files that nobody needs."""
    staying = {
        path.name
        for path in (
            settings.archive,
            settings.warehouse,
            settings.snapshot,
            settings.lock,
            settings.seal,
            settings.set_aside,
        )
    }
    return [
        f"left behind: {path.name}" for path in settings.home.iterdir() if path.name not in staying
    ]
