"""`rostrum export`: every table of the snapshot as files, described by a `datapackage.json`.

The folder is written beside its place and renamed: it is there whole, or as it was before.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rostrum.datapackage import (
    CSV_ESCAPE,
    describe_file,
    describe_rows,
    refuse_others_files,
    write_package,
)
from rostrum.errors import OutputError, UsageError
from rostrum.warehouse.connect import require_snapshot
from rostrum.warehouse.exporting import (
    Column,
    Table,
    copy_table,
    open_tables,
    reader_tables,
    table_rows,
)
from rostrum.warehouse.files import sync_folder

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
        counts: rows by table, or by sheet.
        notes: what a reader has to know of it, in sentences.
    """

    folder: Path
    counts: dict[str, int]
    notes: list[str]


def export(settings: Settings, folder: Path, file_format: str) -> Exported:
    """Write the tables of the snapshot; an earlier export in that folder is replaced.

    Raises:
        HomeError: nothing is published.
        UsageError: the folder is no place for it.
        OutputError: it cannot be written.
    """
    require_snapshot(settings)
    place = place_of(folder)
    created = datetime.now(UTC)
    with new_folder(place) as (folder_new, scratch), open_tables(settings, scratch) as connection:
        tables = reader_tables(connection)
        if file_format == "xlsx":
            resources, notes = write_workbook(connection, tables, folder_new, scratch)
        else:
            resources, notes = write_files(connection, tables, folder_new, file_format), []
        write_package(folder_new, resources, file_format, created)
    return Exported(place, {one["name"]: one["rowCount"] for one in resources}, notes)


def place_of(folder: Path) -> Path:
    """Where the export will lie.

    Raises:
        UsageError: something of somebody's lies there.
    """
    place = folder.resolve()
    try:
        str(place).encode()
        if place.is_dir():
            refuse_others_files(place)
        elif place.exists():
            raise UsageError(f"{folder} is a file: name a folder.")
    except UnicodeEncodeError:
        raise UsageError(f"{str(folder)!r} is no name in UTF-8: name another folder.") from None
    except OSError as error:
        raise OutputError(f"{folder}: {error.strerror}: name another folder.") from error
    return place


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
