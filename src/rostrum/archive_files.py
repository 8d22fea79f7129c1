"""The archive's files, where they lie: in the home, or only at the address of `ROSTRUM_ARCHIVE`.

They are written in the home and nowhere else: an object store appends to nothing, and that a killed
run loses nothing stands on `fsync`. A run's file is whole when the run ends; it is copied to the
address then, read there again, and its digest is put beside it, `NAME.sha256`, which says that it
arrived and never changes again. A file without one is on its way, or half of one: it counts for
nothing. So whoever stops anywhere, the next run sends what is missing; and as no two runs write one
file, several homes may have one address, of which each run takes in what the others sent.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rostrum.archive import damaged, read_body, read_records, records_in, unpack_body
from rostrum.crash import crash_point
from rostrum.errors import HomeError, RemoteError, UsageError
from rostrum.remote import Remote, is_address, local_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import BufferedReader
    from pathlib import Path

    from rostrum.archive import Entry, Record
    from rostrum.errors import ArchiveError
    from rostrum.settings import Settings

FILE_NAME = re.compile(r"rostrum-[\w.-]+\.warc\.gz")
"""No other name that an address lists is one of ours."""

ARRIVED = ".sha256"
"""Behind a file's name: that of the digest beside it, as `sha256sum --check` reads it."""


def remote_of(settings: Settings) -> Remote | None:
    """The address of the archive; None where it lies in the home alone.

    Raises:
        UsageError: it is no address, or the home's own archive.
        RemoteError: what is needed for it is not installed.
    """
    address = settings.archive_address
    if address is None:
        return None
    folder = local_folder(address)
    if not is_address(address) or (folder and folder.resolve() == settings.archive.resolve()):
        raise UsageError(
            f"ROSTRUM_ARCHIVE is {address!r}: give the address of another place than the home, "
            "such as s3://bucket/archive or file:///mnt/disk/archive."
        )
    return Remote(address)


def is_only_away(settings: Settings, name: str) -> bool:
    """Whether a file is to be looked for at the address."""
    return settings.archive_address is not None and not (settings.archive / name).exists()


def files_here(settings: Settings) -> list[Path]:
    """The files in the home, by name."""
    return sorted(settings.archive.glob("*.warc.gz"))


def sizes_away(settings: Settings) -> dict[str, int]:
    """Bytes of each file that arrived at the address, by name.

    Raises:
        RemoteError: the address refuses, or cannot be reached.
    """
    remote = remote_of(settings)
    sizes = remote.sizes() if remote else {}
    return {
        name: size
        for name, size in sizes.items()
        if FILE_NAME.fullmatch(name) and name + ARRIVED in sizes
    }


def open_file(settings: Settings, name: str) -> BufferedReader:
    """A file of the archive, to be read in order.

    Raises:
        FileNotFoundError: it lies nowhere.
        RemoteError: the address refuses, or cannot be reached.
    """
    remote = remote_of(settings)
    if remote and is_only_away(settings, name):
        return remote.open(name)
    return (settings.archive / name).open("rb")


def body_of(settings: Settings, entry: Entry) -> bytes:
    """The body of a response: of a file at the address, the bytes of its record and no others.

    Raises:
        ArchiveError: the file is missing or unreadable, or the bytes are not those of `entry`.
        RemoteError: the address refuses, or cannot be reached.
    """
    remote = remote_of(settings)
    if not remote or not is_only_away(settings, entry.file):
        return read_body(settings.archive, entry)
    where = f"{remote.address}/{entry.file}"
    try:
        packed = remote.read(entry.file, entry.offset, entry.offset + entry.length)
    except FileNotFoundError as error:
        raise damaged(where, entry.offset, "there is no such file, and none in the home") from error
    return unpack_body(packed, entry, where)


def records_of(
    settings: Settings, name: str, on_damage: Callable[[Entry, ArchiveError], None], start: int
) -> Iterator[Record]:
    """Every record of a file from a byte on, as `read_records` gives them.

    Raises:
        ArchiveError: the file cannot be read.
        RemoteError: the address refuses, or cannot be reached.
    """
    remote = remote_of(settings)
    if not remote or not is_only_away(settings, name):
        yield from read_records(settings.archive / name, on_damage, start)
        return
    where = f"{remote.address}/{name}"
    try:
        with remote.open(name) as file:
            yield from records_in(file, where, on_damage, start)
    except FileNotFoundError as error:
        raise damaged(where, start, "the file is gone") from error


def require_files(settings: Settings) -> None:
    """Make sure that there is something to rebuild from, where an address may be misspelt.

    Raises:
        HomeError: there is nothing.
        RemoteError: the address refuses, or cannot be reached.
    """
    if settings.archive_address and not files_here(settings) and not sizes_away(settings):
        raise HomeError(
            f"There is no archive in {settings.home}, nor at {settings.archive_address}: see that "
            "ROSTRUM_ARCHIVE is right. Nothing was touched."
        )


def send_files(settings: Settings) -> None:
    """Copy to the address what has not arrived there. The caller holds the writer lock.

    What arrived is never written again: a file that is damaged here stays whole there.

    Raises:
        HomeError: a file cannot be read here.
        RemoteError: the address refuses, or cannot be reached; the next run goes on from there.
    """
    remote = remote_of(settings)
    if remote is None:
        return
    try:
        there = remote.sizes()
        for path in files_here(settings):
            if path.name + ARRIVED not in there:
                send_file(remote, path)
    except RemoteError as error:
        raise RemoteError(
            f"{error} Nothing is lost: what was fetched lies in {settings.archive} and is "
            "published; the next run sends what is missing."
        ) from error
    except OSError as error:
        raise HomeError(
            f"{error.filename or settings.archive}: {error.strerror or error}: it cannot be sent "
            f"to {remote.address}; make it readable and run again."
        ) from error


def send_file(remote: Remote, path: Path) -> None:
    """Copy one file, and say beside it that it arrived."""
    digest = remote.put(path, path.name)
    crash_point("send.copied")
    remote.write(path.name + ARRIVED, f"{digest}  {path.name}\n".encode())
    crash_point("send.arrived")
