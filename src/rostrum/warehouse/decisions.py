"""`people.jsonl`: what people decided on whose names are whose, a line each, only ever appended to.

The file is the truth. Each run that holds the home copies it into `raw.decisions`, so that the
snapshot tells what its ids rest on.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from rostrum.errors import HomeError
from rostrum.identity.decisions import Decision, read_decision
from rostrum.warehouse.files import sync_folder

if TYPE_CHECKING:
    import duckdb

    from rostrum.settings import Settings


def read_lines(settings: Settings) -> list[bytes]:
    """The whole lines of the file; one that a killed run was writing is left out.

    Raises:
        HomeError: the file cannot be read.
    """
    try:
        text = settings.people.read_bytes() if settings.people.exists() else b""
    except OSError as error:
        raise HomeError(f"{settings.people}: {error.strerror}: make it readable.") from error
    return text.split(b"\n")[:-1]


def read_file(settings: Settings) -> tuple[list[Decision], list[str]]:
    """The decisions in their order, and which lines are none, in sentences."""
    decisions, warnings = [], []
    for number, line in enumerate(read_lines(settings), start=1):
        try:
            decisions.append(read_decision(number, line.decode()))
        except ValueError:
            warnings.append(
                f"Line {number} of {settings.people} is damaged, so what it decided does not "
                "count: restore it from a backup, or decide again."
            )
    return decisions, warnings


def append(settings: Settings, decision: Decision) -> None:
    """Append a decision, so that a power cut loses none; the caller holds the writer lock.

    Raises:
        HomeError: the disk refused; nothing was decided.
    """
    end = sum(len(line) + 1 for line in read_lines(settings))
    line = decision.line.encode() + b"\n"
    try:
        descriptor = os.open(settings.people, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            os.ftruncate(descriptor, end)  # what a killed run had begun
            os.pwrite(descriptor, line, end)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        sync_folder(settings.home)
    except OSError as error:
        raise HomeError(
            f"{settings.people}: {error.strerror}; {len(line)} bytes are needed: free space, then "
            "decide again"
        ) from error


def take_in(connection: duckdb.DuckDBPyConnection, settings: Settings) -> list[str]:
    """Copy the file into `raw.decisions`; says which lines are damaged."""
    decisions, warnings = read_file(settings)
    rows = [(one.number, one.at, one.line) for one in decisions]
    known = connection.execute(
        "select decision_number, decided_at, line from raw.decisions order by decision_number"
    ).fetchall()
    if known != rows:
        connection.execute("begin")
        connection.execute("delete from raw.decisions")
        for row in rows:
            connection.execute("insert into raw.decisions values (?, ?, ?)", row)
        connection.execute("commit")
    return warnings
