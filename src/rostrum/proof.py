"""`rostrum verify`: the archive's bytes, the rows and the models, checked against one another."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, BinaryIO

from rostrum.archive_files import open_file
from rostrum.archived import text_of
from rostrum.errors import ReaderError, RemoteError, RostrumError
from rostrum.parent import die_with_parent
from rostrum.warehouse.ledger import Damage
from rostrum.warehouse.lock import hold_writer_lock
from rostrum.warehouse.verify import Fault, Verdict, verify_warehouse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
        RemoteError: the archive's address refuses, or cannot be reached.
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
            *find_altered_records(settings, records, damages),
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
    """The canonical text of an archived body, or why there is none.

    Raises:
        RemoteError: the archive's address refuses, or cannot be reached.
    """
    try:
        return text_of(settings, record)
    except RemoteError:
        raise  # the same would be said of all
    except RostrumError as error:
        return RostrumError(str(error))  # whatever it was, this travels between processes


def find_altered_records(
    settings: Settings, records: list[ArchivedRecord], damages: list[Damage]
) -> Iterator[Fault]:
    """Records whose bytes are not those that were written, and bytes that nobody wrote.

    Stretches that are known to be damaged are looked at no more.

    Raises:
        RemoteError: the archive's address refuses, or cannot be reached.
    """
    stretches: list[ArchivedRecord | Damage] = [*records, *damages]
    stretches.sort(key=lambda one: (one.warc_file, one.warc_offset))
    for name, of_file in groupby(stretches, key=lambda one: one.warc_file):
        try:
            file: BinaryIO = open_file(settings, name)
        except FileNotFoundError:
            file = BytesIO()
        with file:
            yield from find_altered_in(file, name, of_file)


def find_altered_in(
    file: BinaryIO, name: str, stretches: Iterable[ArchivedRecord | Damage]
) -> Iterator[Fault]:
    """The faults of one file; what is known of it in the order in which it lies there."""
    end = 0
    for one in stretches:
        before, end = end, one.warc_offset + one.warc_length
        if isinstance(one, Damage):
            continue
        where = one.page_url or name
        place = f"{name} at byte {one.warc_offset}"
        if one.warc_offset != before:
            yield Fault(where, f"the record before {place} is unknown to the ledger")
        file.seek(one.warc_offset)
        if hashlib.sha256(file.read(one.warc_length)).hexdigest() != one.record_sha256:
            yield Fault(where, f"the archived bytes of {place} were altered or are missing")
    if file.seek(0, os.SEEK_END) > end:
        yield Fault(name, f"bytes after {end} are unknown to the ledger")
