"""Whether the warehouse file is what was written: the seal of a run that ended, or a close look.

A run that ends well leaves a seal, the SHA-256 of the closed file; the next run breaks it before it
writes. A file without a seal was left by a run that was killed: every block of it is read, in a
process of its own, since a damaged file can end DuckDB itself, and the rows are counted against the
ledger. What the log or the file lost of whole transactions is not noticed here: their records in
the archive lie beyond what the ledger knows, and are read again (`rostrum.recovery`).
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from rostrum.errors import HomeError
from rostrum.warehouse.files import log_of, sync_folder
from rostrum.warehouse.layout import layout_of, refuse_newer_layout
from rostrum.warehouse.opening import error_line, is_open_elsewhere, refuse_newer
from rostrum.warehouse.rows import CHILD_TABLES

if TYPE_CHECKING:
    from rostrum.settings import Settings

EXAMINER = "from rostrum.warehouse.soundness import examine; examine()"
UNSOUND = 9
NEWER = 10
"""The exit statuses of an examiner that found a damage, or a warehouse that a newer Rostrum made;
what it was stands on its standard output."""


def find_damage(settings: Settings) -> str | None:
    """Why the warehouse file is not to be trusted, in words; None where it is.

    Raises:
        HomeError: somebody else keeps the file open, or a newer DuckDB wrote it.
    """
    if not settings.warehouse.exists():
        return None
    is_sealed = settings.seal.exists()
    if is_sealed and read_seal(settings) == make_seal(settings):
        return None
    damage = look_closely(settings)
    return damage or ("its bytes are not those that the last run left" if is_sealed else None)


def seal(settings: Settings) -> None:
    """Note the bytes of the closed warehouse; not where a full disk left its log."""
    if log_of(settings.warehouse).exists():
        return
    new = settings.seal.with_name(settings.seal.name + ".new")
    new.write_text(json.dumps(make_seal(settings)), encoding="utf-8")
    new.replace(settings.seal)


def break_seal(settings: Settings) -> None:
    """Note that the warehouse is about to change."""
    settings.seal.unlink(missing_ok=True)
    sync_folder(settings.home)


def make_seal(settings: Settings) -> dict[str, object]:
    """What is noted of the file: its size and digest."""
    with settings.warehouse.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"size": settings.warehouse.stat().st_size, "sha256": digest}


def read_seal(settings: Settings) -> object:
    """What was noted; None where the note itself is damaged."""
    try:
        return json.loads(settings.seal.read_text(encoding="utf-8"))
    except ValueError:
        return None


def set_aside(settings: Settings) -> Path:
    """Move the warehouse and its log out of the way; only the last one so moved is kept."""
    settings.set_aside.mkdir(exist_ok=True)
    for old in settings.set_aside.iterdir():
        old.unlink()
    name = f"warehouse-{datetime.now(UTC):%Y%m%dT%H%M%S}.duckdb"
    place = settings.set_aside / name
    settings.seal.unlink(missing_ok=True)
    # The log first: a file without its log is an older whole, a log alone would be replayed
    # into the new file.
    for path, target in ((log_of(settings.warehouse), log_of(place)), (settings.warehouse, place)):
        if path.exists():
            path.replace(target)
    sync_folder(settings.home)
    return place


def look_closely(settings: Settings) -> str | None:
    """Have every block read by a process of its own; why the file is unsound, or None."""
    command = (sys.executable, "-P", "-c", EXAMINER, str(settings.warehouse))
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    if done.returncode == 0:
        return None
    if done.returncode == NEWER:
        raise HomeError(done.stdout)
    if done.returncode != UNSOUND:
        return f"looking at it ended a process with status {done.returncode}"
    error = duckdb.Error(done.stdout)
    refuse_newer(settings.warehouse, error)
    if is_open_elsewhere(error):
        return None  # opening it will wait
    return error_line(error)


def examine() -> None:
    """The examiner: ends well, or with a status that tells, and a line on standard output."""
    path = Path(sys.argv[1])
    try:
        with duckdb.connect(str(path), read_only=True) as connection:
            refuse_newer_layout(path, layout_of(connection))
            fault = find_fault(connection)
    except HomeError as error:
        sys.stdout.write(str(error))
        sys.exit(NEWER)
    except duckdb.Error as error:
        fault = str(error)
    if fault:
        sys.stdout.write(fault)
        sys.exit(UNSOUND)


def find_fault(connection: duckdb.DuckDBPyConnection) -> str | None:
    """What is wrong with the rows of a file that opens.

    Raises:
        duckdb.Error: a block of it is not what was written.
    """
    read_everything(connection)
    columns = connection.execute(
        "select 1 from duckdb_columns() where schema_name = 'raw' and table_name = 'revisions' "
        "and column_name = 'row_count'"
    ).fetchall()
    return find_ledger_fault(connection) if columns else None


def read_everything(connection: duckdb.DuckDBPyConnection) -> None:
    """Read every value of every table, so that DuckDB checks every block."""
    tables = connection.execute("select schema_name, table_name from duckdb_tables()").fetchall()
    for schema, table in tables:
        connection.execute(f'select bit_xor(hash(t)) from {schema}."{table}" as t').fetchall()


def find_ledger_fault(connection: duckdb.DuckDBPyConnection) -> str | None:
    """A revision of which other rows are there than were loaded, in words."""
    rows = " union all ".join(
        f"select page_url, revision_sha256 from raw.{table}" for table in CHILD_TABLES
    )
    found = connection.execute(
        "select revisions.page_url, revisions.row_count, count(rows.page_url) "
        f"from raw.revisions as revisions left join ({rows}) as rows "
        "on rows.page_url = revisions.page_url "
        "and rows.revision_sha256 = revisions.revision_sha256 "
        "group by revisions.page_url, revisions.revision_sha256, revisions.row_count "
        "having count(rows.page_url) <> revisions.row_count limit 1"
    ).fetchone()
    return f"of {found[0]}, {found[2]} rows are left of {found[1]}" if found else None
