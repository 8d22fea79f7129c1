"""`rostrum verify`: the archive's bytes, the rows and the models, checked against one another."""

from __future__ import annotations

import hashlib
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import TYPE_CHECKING

from rostrum.archived import text_of
from rostrum.errors import ReaderError, RostrumError
from rostrum.parent import die_with_parent
from rostrum.warehouse.ledger import Damage
from rostrum.warehouse.lock import hold_writer_lock
from rostrum.warehouse.verify import Fault, Verdict, verify_warehouse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from rostrum.settings import Settings
    from rostrum.warehouse.ledger import ArchivedRecord

MANY = 100
"""Bodies to read from which on it is worth while to start processes for it."""

CHUNK = 8
"""Bodies that a process reads before it is given others."""


def verify(settings: Settings, *, waits: bool = False) -> Verdict:
    """Check every archived byte and cut every row again; if so told, after another run.

    Raises:
        HomeError: there is no warehouse in the home directory.
        BusyError: a run is writing.
        ReaderError: a process that reads the archive was killed.
    """
    # Not forks: DuckDB's threads do not survive one.
    processes = ProcessPoolExecutor(
        settings.workers, multiprocessing.get_context("spawn"), die_with_parent
    )
    with hold_writer_lock(settings, "verify", waits=waits), processes:
        verdict, records, damages = verify_warehouse(
            settings, partial(read_texts, settings, processes)
        )
        verdict.faults = [
            *find_altered_records(settings.archive, records, damages),
            *verdict.faults,
        ]
    return verdict


def read_texts(
    settings: Settings, processes: ProcessPoolExecutor, records: Sequence[ArchivedRecord]
) -> Iterator[str | RostrumError]:
    """The canonical text of each archived body, read anew, or why there is none.

    Where there are many they are read by other processes, which open the archive themselves.

    Raises:
        ReaderError: one of those processes was killed.
    """
    read_one = partial(try_text_of, settings)
    if len(records) < MANY:
        yield from map(read_one, records)
        return
    try:
        yield from processes.map(read_one, records, chunksize=CHUNK)
    except BrokenProcessPool as error:
        raise ReaderError(
            "A process that reads the archive was ended from outside (memory?), so not all of it "
            "was read: run `rostrum verify` again."
        ) from error


def try_text_of(settings: Settings, record: ArchivedRecord) -> str | RostrumError:
    """The canonical text of an archived body, or why there is none."""
    try:
        return text_of(settings, record)
    except RostrumError as error:
        return RostrumError(str(error))  # whatever it was, this travels between processes


def find_altered_records(
    archive: Path, records: list[ArchivedRecord], damages: list[Damage]
) -> list[Fault]:
    """Records whose bytes are not those that were written, and bytes that nobody wrote.

    Stretches that are known to be damaged are looked at no more.
    """
    faults = []
    ends: dict[str, int] = {}
    stretches: list[ArchivedRecord | Damage] = [*records, *damages]
    for record in sorted(stretches, key=lambda one: (one.warc_file, one.warc_offset)):
        if isinstance(record, Damage):
            ends[record.warc_file] = record.warc_offset + record.warc_length
            continue
        where = record.page_url or record.warc_file
        place = f"{record.warc_file} at byte {record.warc_offset}"
        if record.warc_offset != ends.get(record.warc_file, 0):
            faults.append(Fault(where, f"the record before {place} is unknown to the ledger"))
        ends[record.warc_file] = record.warc_offset + record.warc_length
        if digest_of(archive / record.warc_file, record) != record.record_sha256:
            faults.append(
                Fault(where, f"the archived bytes of {place} were altered or are missing")
            )
    for name, end in ends.items():
        path = archive / name
        if path.exists() and path.stat().st_size > end:
            faults.append(Fault(name, f"bytes after {end} are unknown to the ledger"))
    return faults


def digest_of(path: Path, record: ArchivedRecord) -> str | None:
    """SHA-256 of the bytes where a record lies, or None where there is no file."""
    if not path.exists():
        return None
    with path.open("rb") as file:
        file.seek(record.warc_offset)
        return hashlib.sha256(file.read(record.warc_length)).hexdigest()
