"""The tables of the snapshot as readers see them, and how their rows become files elsewhere.

Parquet keeps every type. In the others a time is ISO text in UTC (the clock times that a page
prints stay local, as printed), and where a cell cannot hold a list or a struct it holds JSON.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import duckdb

from rostrum.errors import OutputError
from rostrum.warehouse.query import Limits, one_line, open_bounded, rows_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from rostrum.settings import Settings

MEMORY = 256 * 10**6
"""Bytes of DuckDB's memory while it writes; what needs more goes to the disk."""

ROW_GROUP = 50_000
"""Rows of a Parquet file's group: what is held until it is written."""

TABLES = """
select tables.table_name, tables.comment
from (
    select table_name, comment, schema_name, database_name, internal from duckdb_tables()
    union all
    select view_name, comment, schema_name, database_name, internal from duckdb_views()
) as tables
where tables.database_name = 'snapshot' and tables.schema_name = 'main' and not tables.internal
order by tables.table_name
"""

COLUMNS = """
select table_name, column_name, data_type, comment
from duckdb_columns()
where database_name = 'snapshot' and schema_name = 'main' and not internal
order by table_name, column_index
"""

ACTIVE = r"^['\s\p{Z}\p{C}=+\-@＝＋－＠﹦﹢﹣﹫]"
"""How a text begins that a spreadsheet could take for a formula, now or when what stands before is
trimmed; and the apostrophe that disarms it, so that taking one away always gives the text back."""

WRITTEN = {
    "parquet": f"(format parquet, compression zstd, row_group_size {ROW_GROUP})",
    "csv": "(format csv, header true)",
    "jsonl": "(format json)",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column, its type as DuckDB spells it, and what a comment says of it."""

    name: str
    type: str
    comment: str | None

    @property
    def is_nested(self) -> bool:
        """Whether its values are lists or structs."""
        return self.type.endswith("]") or self.type.startswith(("STRUCT", "MAP", "UNION"))

    @property
    def is_time(self) -> bool:
        """Whether its values are moments; those that a clock told have a zone."""
        return self.type.startswith("TIMESTAMP")

    @property
    def has_zone(self) -> bool:
        """Whether its values are moments whatever the reader's zone."""
        return self.type == "TIMESTAMP WITH TIME ZONE"


@dataclass(frozen=True, slots=True)
class Table:
    """A table that readers may rely on."""

    name: str
    comment: str | None
    columns: tuple[Column, ...]

    def with_texts(self, names: Collection[str]) -> Table:
        """The table where the columns of these names hold texts, and nothing else."""
        columns = (
            replace(column, type="VARCHAR") if column.name in names else column
            for column in self.columns
        )
        return replace(self, columns=tuple(columns))


@contextmanager
def open_tables(settings: Settings, spill: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The snapshot, read-only, in bounded memory; what does not fit there goes to `spill`.

    Raises:
        HomeError: nothing is published, or the file cannot be opened.
        OutputError: a disk refused, or memory did not suffice.
    """
    with open_bounded(settings, Limits(memory=MEMORY), str(spill)) as connection:
        try:
            connection.execute("use snapshot")
            yield connection
        except duckdb.Error as error:
            raise OutputError(
                f"{spill.parent}: the export failed: {one_line(error).rstrip('.')}. Free space, or "
                "name a folder elsewhere, and run again; nothing is left of it."
            ) from error


def reader_tables(connection: duckdb.DuckDBPyConnection) -> list[Table]:
    """Every table and view of the snapshot's schema `main`, by name."""
    columns: dict[str, list[Column]] = {}
    for table, *rest in connection.execute(COLUMNS).fetchall():
        columns.setdefault(table, []).append(Column(*rest))
    return [
        Table(name, comment, tuple(columns[name]))
        for name, comment in connection.execute(TABLES).fetchall()
    ]


def copy_table(
    connection: duckdb.DuckDBPyConnection, table: Table, path: Path, file_format: str
) -> int:
    """Write a table into a new file; DuckDB does it. Returns the number of rows."""
    row = connection.execute(
        f"copy ({selection(table, file_format)}) to $1 {WRITTEN[file_format]}", [str(path)]
    ).fetchone()
    return int(row[0]) if row else 0


def table_rows(connection: duckdb.DuckDBPyConnection, table: Table) -> Iterator[tuple[Any, ...]]:
    """The rows of a table as a spreadsheet's cells hold them, a chunk at a time."""
    return rows_of(connection.execute(selection(table, "xlsx")))


def selection(table: Table, file_format: str) -> str:
    """The query for a table's rows as a format has them."""
    values = ", ".join(
        f"{expression(column, file_format)} as {quoted(column.name)}" for column in table.columns
    )
    return f"select {values} from main.{quoted(table.name)}"


def expression(column: Column, file_format: str) -> str:
    """A column's value as a format has it."""
    name = quoted(column.name)
    if file_format == "parquet":
        return name
    if column.is_time:
        return time_text(name, column)
    if file_format != "jsonl" and column.is_nested:
        return f"cast(to_json({name}) as varchar)"
    return disarmed(name) if file_format == "csv" and column.type == "VARCHAR" else name


def time_text(name: str, column: Column) -> str:
    """A moment as ISO text; with a Z where it is one whatever the zone."""
    if column.has_zone:
        return f"strftime({name} at time zone 'UTC', '%Y-%m-%dT%H:%M:%S.%fZ')"
    return f"strftime({name}, '%Y-%m-%dT%H:%M:%S.%f')"


def disarmed(name: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    pattern = ACTIVE.replace("'", "''")
    return f"case when regexp_matches({name}, '{pattern}') then '''' || {name} else {name} end"


def quoted(name: str) -> str:
    """A name as SQL has it."""
    return '"' + name.replace('"', '""') + '"'
