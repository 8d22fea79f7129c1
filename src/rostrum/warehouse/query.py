"""Ad-hoc SQL on what is published: read-only, no files, no network, bounded in time and memory."""

from __future__ import annotations

import os
import re
import resource
import shutil
import sys
import tempfile
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import duckdb

from rostrum.errors import ExitStatus, QueryError, UsageError
from rostrum.warehouse.snapshot import require_snapshot, unreadable_snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from rostrum.settings import Settings

GRACE = 5.0
"""Seconds that DuckDB gets to heed a stop: a single call of some functions heeds none."""

CHUNK_ROWS = 500

SPILL = "4GB"
"""How much of the disk a query may use where its memory does not suffice; freed when it ends."""

BESIDES = 2**29
"""Bytes that a process may hold besides a query's memory and its rows: programs and threads."""

UNITS = {"MB": 10**6, "GB": 10**9}


@dataclass(frozen=True, slots=True)
class Limits:
    """What a query may use.

    Attributes:
        timeout: seconds until it is stopped.
        memory: bytes of DuckDB's memory.
        is_all: this process does nothing else. Then its whole memory is bounded, with rows and all,
            and it ends where DuckDB does not heed the stop.
    """

    timeout: float = 300.0
    memory: int = 10**9
    is_all: bool = False


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Answer:
    """The columns and rows of a query's result; the rows may still be on their way."""

    columns: tuple[str, ...]
    rows: Iterable[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class WholeAnswer(Answer):
    """A result of which all rows are at hand."""

    rows: list[tuple[Any, ...]]


def query(
    settings: Settings,
    sql: str,
    parameters: Sequence[object] | Mapping[str, object] = (),
    *,
    limits: Limits = DEFAULT_LIMITS,
) -> WholeAnswer:
    """Ask the snapshot. Values go in as parameters, never into the text.

    Raises:
        HomeError: nothing is published.
        QueryError: DuckDB refused the query, or it went beyond its limits.
    """
    with ask(settings, sql, parameters, limits=limits) as answer:
        return WholeAnswer(answer.columns, list(answer.rows))


@contextmanager
def ask(
    settings: Settings,
    sql: str,
    parameters: Sequence[object] | Mapping[str, object] = (),
    *,
    limits: Limits = DEFAULT_LIMITS,
    as_of: datetime | None = None,
) -> Iterator[Answer]:
    """Ask the snapshot, or what it would have been at `as_of`; rows come as they are read.

    Raises:
        HomeError: nothing is published.
        QueryError: DuckDB refused the query, or it went beyond its limits.
    """
    with (
        tempfile.TemporaryDirectory(prefix="rostrum-query-") as spill,
        open_bounded(settings, limits, spill) as connection,
        stopped_after(limits, connection.interrupt, spill),
    ):
        try:
            if as_of is None:
                connection.execute("use snapshot")
            else:
                from rostrum.warehouse.as_of import build_as_of  # noqa: PLC0415 - heavy

                build_as_of(connection, as_of)
            connection.execute("set enable_external_access = false")
            connection.execute("set lock_configuration = true")
            cursor: duckdb.DuckDBPyConnection | None = connection.execute(sql, parameters)
            # There is no cursor where the text holds no statement at all.
            if cursor is None or not cursor.description:
                raise QueryError("This is no query: nothing in it returns rows.")
            yield Answer(tuple(column[0] for column in cursor.description), rows_of(cursor))
        except duckdb.InterruptException:
            raise QueryError(stopped(limits)) from None
        except (duckdb.OutOfMemoryException, MemoryError):
            raise QueryError(
                f"The query needs more memory than {limits.memory / UNITS['MB']:.0f} MB: ask for "
                "less, or give it more (--memory)."
            ) from None
        except duckdb.Error as error:
            raise QueryError(one_line(error)) from None


def rows_of(cursor: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    """The rows of a result, a chunk at a time in memory."""
    while chunk := cursor.fetchmany(CHUNK_ROWS):
        yield from chunk


@contextmanager
def open_bounded(
    settings: Settings, limits: Limits, spill: str
) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database of its own in memory, with the snapshot attached to it read-only."""
    require_snapshot(settings)
    try:
        connection = duckdb.connect(
            config={
                "memory_limit": f"{limits.memory}B",
                "temp_directory": spill,
                "max_temp_directory_size": SPILL,
            }
        )
        path = str(settings.snapshot).replace("'", "''")
        connection.execute(f"attach '{path}' as snapshot (read_only)")
        connection.execute("set timezone = 'UTC'")
    except duckdb.Error as error:
        raise unreadable_snapshot(settings, error) from error
    if limits.is_all:
        # Rows that Python makes may take as much again as the query that yields them.
        resource.setrlimit(resource.RLIMIT_DATA, (2 * limits.memory + BESIDES,) * 2)
    with connection:
        yield connection


@contextmanager
def stopped_after(limits: Limits, interrupt: Callable[[], None], spill: str) -> Iterator[None]:
    """Interrupt what goes on when its time is over, and after a while end the process."""
    timers = [threading.Timer(limits.timeout, interrupt)]
    if limits.is_all:
        timers.append(threading.Timer(limits.timeout + GRACE, end_process, (limits, spill)))
    for timer in timers:
        timer.daemon = True
        timer.start()
    try:
        yield
    finally:
        for timer in timers:
            timer.cancel()


def end_process(limits: Limits, spill: str) -> None:
    """End this process while DuckDB goes on computing in it."""
    shutil.rmtree(spill, ignore_errors=True)
    sys.stderr.write(f"rostrum: {stopped(limits)}\n")
    sys.stderr.flush()
    os._exit(ExitStatus.FAILED)


def stopped(limits: Limits) -> str:
    """What to say of a query that was stopped."""
    return (
        f"The query was stopped after {limits.timeout:g} seconds: ask for less, or give it more "
        "time (--timeout)."
    )


def read_memory(text: str) -> int:
    """An amount of memory such as 500MB or 2GB, in bytes.

    Raises:
        UsageError: it is none.
    """
    found = re.fullmatch(r"(\d{1,6})\s?(MB|GB)", text.strip(), re.IGNORECASE | re.ASCII)
    if not found or not int(found[1]):
        raise UsageError(f"{text!r} is no amount of memory: write 500MB or 2GB.")
    return int(found[1]) * UNITS[found[2].upper()]


def one_line(error: duckdb.Error) -> str:
    """DuckDB's own words, without the picture of the query."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    kept = [line for line in lines if not line.startswith(("LINE ", "^"))]
    return " ".join(kept)
