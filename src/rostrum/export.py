"""`rostrum export`: every table of the snapshot as files, described by a `datapackage.json`.

A folder is written beside its place and renamed: it is there whole, or as it was before. At an
address of another machine the files are copied one by one, and what describes them comes last.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rostrum.crash import crash_point
from rostrum.datapackage import (
    CSV_ESCAPE,
    FILE,
    UNFINISHED,
    describe_file,
    describe_rows,
    describe_unfinished,
    refuse_others_files,
    write_package,
)
from rostrum.errors import OutputError, UsageError
from rostrum.remote import Remote, local_folder
from rostrum.warehouse.exporting import (
    Column,
    Table,
    copy_table,
    open_tables,
    reader_tables,
    table_rows,
)
from rostrum.warehouse.files import sync_folder
from rostrum.warehouse.snapshot import require_snapshot

if TYPE_CHECKING:
    from collections.abc import Iterator

    import duckdb

    from rostrum.settings import Settings
    from rostrum.workbook import Sheet

WORKBOOK = "rostrum.xlsx"


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written.

    Attributes:
        place: the folder, or the address.
        counts: rows by table, or by sheet.
        notes: what a reader has to know of it, in sentences.
    """

    place: str
    counts: dict[str, int]
    notes: list[str]


def export(settings: Settings, place: str | Path, file_format: str) -> Exported:
    """Write the tables of the snapshot; an earlier export in that place is replaced.

    Args:
        settings: of the home.
        place: a folder, or an fsspec address such as `s3://bucket/folder`.
        file_format: of the files.

    Raises:
        HomeError: nothing is published.
        UsageError: it is no place for an export.
        OutputError: it cannot be written.
        RemoteError: the address refuses, or cannot be reached.
    """
    require_snapshot(settings)
    folder = local_folder(str(place))
    if folder is None:
        return export_away(settings, Remote(str(place)), file_format)
    here = place_of(folder)
    with new_folder(here) as (folder_new, scratch):
        counts, notes = write_export(settings, folder_new, scratch, file_format)
    return Exported(str(here), counts, notes)


def export_away(settings: Settings, remote: Remote, file_format: str) -> Exported:
    """Write the export here, then copy it to an address."""
    earlier = earlier_files(remote)
    with scratch_folders() as (folder, scratch):
        counts, notes = write_export(settings, folder, scratch, file_format)
        replace_files(remote, folder, earlier)
    return Exported(remote.address, counts, notes)


def write_export(
    settings: Settings, folder: Path, scratch: Path, file_format: str
) -> tuple[dict[str, int], list[str]]:
    """Write an export into an empty folder; returns its rows by table, and its notes."""
    created = datetime.now(UTC)
    with open_tables(settings, scratch) as connection:
        tables = reader_tables(connection)
        if file_format == "xlsx":
            resources, notes = write_workbook(connection, tables, folder, scratch)
        else:
            resources, notes = write_files(connection, tables, folder, file_format), []
        write_package(folder, resources, file_format, created)
    return {one["name"]: one["rowCount"] for one in resources}, notes


@contextmanager
def scratch_folders() -> Iterator[tuple[Path, Path]]:
    """A folder for files that are then copied elsewhere, and one for scratch; both vanish.

    Raises:
        OutputError: the disk refused.
    """
    with tempfile.TemporaryDirectory(prefix="rostrum-export-") as beside:
        folder, scratch = Path(beside, "new"), Path(beside, "scratch")
        folder.mkdir()
        scratch.mkdir()
        try:
            yield folder, scratch
        except OSError as error:
            raise OutputError(
                f"{beside}: {error.strerror or error}: free space there, or name another folder "
                "for temporary files in TMPDIR, and run again."
            ) from error


def earlier_files(remote: Remote) -> set[str]:
    """The files of the export that an address holds, whole or not.

    Raises:
        UsageError: something there is somebody's.
    """
    names = set(remote.sizes())
    descriptions = [remote.read(name) for name in (FILE, UNFINISHED) if name in names]
    refuse_others_files(remote.address, names, descriptions)
    return names


def replace_files(remote: Remote, folder: Path, earlier: set[str]) -> None:
    """Copy an export to where an earlier one may lie; while it is not whole, it is not described.

    No address of objects renames a folder at once. So the description goes first and comes last,
    and a note says meanwhile whose the files are, so that the next export may go on from there.
    """
    names = {path.name for path in folder.iterdir()}
    remote.write(UNFINISHED, describe_unfinished(names | earlier))
    remote.remove(FILE)
    copy_export(remote, folder)
    for name in sorted(earlier - names - {UNFINISHED}):
        remote.remove(name)
    remote.remove(UNFINISHED)


def copy_export(remote: Remote, folder: Path) -> None:
    """Copy the files of an export, what describes them last."""
    for path in sorted(folder.iterdir(), key=lambda path: (path.name == FILE, path.name)):
        remote.put(path, path.name)
        crash_point("export.copied")


def place_of(folder: Path) -> Path:
    """Where the export will lie.

    Raises:
        UsageError: something of somebody's lies there.
    """
    place = folder.resolve()
    try:
        str(place).encode()
        if place.is_dir():
            names = {path.name for path in place.iterdir()}
            refuse_others_files(str(place), names, [read_if_there(place / FILE)])
        elif place.exists():
            raise UsageError(f"{folder} is a file: name a folder.")
    except UnicodeEncodeError:
        raise UsageError(f"{str(folder)!r} is no name in UTF-8: name another folder.") from None
    except OSError as error:
        raise OutputError(f"{folder}: {error.strerror}: name another folder.") from error
    return place


def read_if_there(path: Path) -> bytes | None:
    """What a file holds; None where there is none that can be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


@contextmanager
def new_folder(place: Path) -> Iterator[tuple[Path, Path]]:
    """A folder that becomes the one at `place` when all went well, and one for scratch.

    Raises:
        OutputError: a disk refused; what was at `place` is still there.
    """
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            prefix=f".{place.name[:100]}.exporting-", dir=place.parent
        ) as beside:
            folder, scratch = Path(beside, "new"), Path(beside, "scratch")
            folder.mkdir()
            scratch.mkdir()
            yield folder, scratch
            sync_folder(folder)
            put_in_place(folder, place, Path(beside, "old"))
    except OSError as error:
        raise OutputError(
            f"{place}: {error.strerror or error}: free space, or name another folder, and run "
            "again; nothing is left of this export."
        ) from error


def put_in_place(folder: Path, place: Path, old: Path) -> None:
    """Rename a folder; one that was there before goes, or comes back where that fails."""
    if place.exists():
        place.rename(old)
    try:
        folder.rename(place)
    except OSError:
        if old.exists():
            old.rename(place)
        raise
    sync_folder(place.parent)
    shutil.rmtree(old, ignore_errors=True)


def write_files(
    connection: duckdb.DuckDBPyConnection, tables: list[Table], folder: Path, file_format: str
) -> list[dict[str, Any]]:
    """A file for each table."""
    resources = []
    for table in tables:
        path = folder / f"{table.name}.{file_format}"
        rows = copy_table(connection, table, path, file_format)
        resource = describe_rows(table.name, table, rows) | describe_file(path, file_format)
        if file_format == "csv":
            resource["textEscape"] = CSV_ESCAPE
        if file_format == "parquet" or (file_format == "jsonl" and not rows):
            # Plain readers of tables know no types of Parquet's, and no file without a line.
            resource["type"] = "file"
        resources.append(resource)
    return resources


def write_workbook(
    connection: duckdb.DuckDBPyConnection, tables: list[Table], folder: Path, scratch: Path
) -> tuple[list[dict[str, Any]], list[str]]:
    """One workbook of all tables, and what a reader has to know of it."""
    from rostrum.workbook import LONG_COLUMNS, LONG_TEXTS, open_workbook  # noqa: PLC0415 - heavy

    path = folder / WORKBOOK
    with open_workbook(path, scratch) as writer:
        for table in tables:
            names = [column.name for column in table.columns]
            writer.add_table(table.name, names, table_rows(connection, table))
    by_name = {table.name: table for table in tables}
    by_name[LONG_TEXTS] = Table(
        LONG_TEXTS,
        "Texts too long for a cell, whole: one row per part.",
        tuple(
            Column(name, "INTEGER" if name in {"row", "part"} else "VARCHAR", None)
            for name in LONG_COLUMNS
        ),
    )
    return sheet_resources(path, writer.sheets, by_name), sheet_notes(writer.sheets)


def sheet_resources(
    path: Path, sheets: list[Sheet], tables: dict[str, Table]
) -> list[dict[str, Any]]:
    """What is said of each sheet."""
    file = describe_file(path, "xlsx")
    return [
        describe_rows(sheet.name, tables[sheet.table].with_texts(sheet.cut), sheet.rows)
        | file
        | {"dialect": {"sheetName": sheet.name, "excel": {"sheet": sheet.name}}}
        for sheet in sheets
    ]


def sheet_notes(sheets: list[Sheet]) -> list[str]:
    """One sentence for each thing that does not lie where one would look first."""
    notes = []
    for sheet in sheets:
        if sheet.name == sheet.table == "long_texts":
            notes.append(
                f"Texts longer than a cell can be stand whole on the sheet {sheet.name} "
                f"({sheet.rows} parts), which names their sheet, row and column."
            )
        elif sheet.name != sheet.table:
            notes.append(
                f"{sheet.table} has more rows than a sheet can have: it goes on on the sheet "
                f"{sheet.name}."
            )
    return notes
