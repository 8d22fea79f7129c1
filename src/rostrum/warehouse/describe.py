"""What every table and column means: said once, in SQL, and carried to readers as comments.

A model's file says of its rows what they are (its first lines), and of its columns what is new in
them (`-- name: meaning`). A column that it takes over means what it means in the first table that
the query names and that has it. `raw.*` is described where it is made, in `sql/schema/`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rostrum.warehouse.folder import sql_folder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import duckdb

    from rostrum.warehouse.models import Model

FILLED = "filled"
"""The folder of tables that Python fills; the rest of the models are made by SQL."""

HEADER = re.compile(r"(?:--.*\n)*")
COLUMN = re.compile(r"^(?P<name>[a-z_0-9]+): (?P<meaning>.+)$")
DIRECTIVE = re.compile(r"^(?:(?:Rebuilt|Asked|Made) by|Next): ")

UNDESCRIBED = """
select table_name, column_name, schema_name
from duckdb_columns()
where
    database_name = current_database()
    and schema_name in ('staging', 'intermediate', 'main')
    and comment is null
order by table_name, column_index
"""


@dataclass(frozen=True, slots=True)
class Header:
    """What a model's file says before its query.

    Attributes:
        grain: what a row is.
        columns: what columns mean, by name.
    """

    grain: str
    columns: Mapping[str, str]


def read_header(select: str) -> Header:
    """The comment that a query begins with. A line that begins with more than one space goes on."""
    found = HEADER.match(select)
    lines = [line.removeprefix("--") for line in found[0].splitlines()] if found else []
    grain: list[str] = []
    columns: dict[str, str] = {}
    last = ""
    for line in lines:
        column = COLUMN.match(line.strip())
        if column and not DIRECTIVE.match(line.strip()):
            last = column["name"]
            columns[last] = column["meaning"]
        elif last and line.startswith("  "):
            columns[last] += f" {line.strip()}"
        elif line.strip() and not DIRECTIVE.match(line.strip()):
            grain.append(line.strip())
    return Header(" ".join(grain), columns)


class Dictionary:
    """What tables and columns mean, by the models' own words and those they take over."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, models: Sequence[Model]) -> None:
        rows = connection.execute(
            "select schema_name, table_name, column_name, comment from duckdb_columns() "
            "where database_name = current_database()"
        ).fetchall()
        self._columns = {(table, column) for schema, table, column, _ in rows if schema != "raw"}
        self._raw: dict[tuple[str, str], str | None] = {
            (table, column): said for schema, table, column, said in rows if schema == "raw"
        }
        self._models = {model.name: model for model in models}
        self._headers = {model.name: read_header(model.select) for model in models}
        for path in (sql_folder() / FILLED).glob("*.sql"):
            self._headers[path.stem] = read_header(path.read_text(encoding="utf-8"))
        self._found: dict[tuple[str, str], str | None] = {}

    def table(self, name: str) -> str | None:
        """What a row of a model is."""
        return self._headers[name].grain or None

    def column(self, table: str, name: str) -> str | None:
        """What a column of a model means; None where nobody says."""
        key = (table, name)
        if key not in self._found:
            self._found[key] = None  # whatever may come: a model that reads itself is no source
            self._found[key] = self._look_up(table, name)
        return self._found[key]

    def _look_up(self, table: str, name: str) -> str | None:
        if (table, name) not in self._columns:
            return None
        own = self._headers[table].columns.get(name)
        if own or table not in self._models:
            return own
        for reference in self._models[table].references:
            if reference.schema == "raw":
                meaning = self._raw.get((reference.name, name))
            else:
                meaning = self.column(reference.name, name)
            if meaning:
                return meaning
        return None


def describe(connection: duckdb.DuckDBPyConnection, models: Sequence[Model]) -> None:
    """Comment on every table, view and column of the models that has no comment yet."""
    columns = connection.execute(UNDESCRIBED).fetchall()
    if not columns:
        return
    dictionary = Dictionary(connection, models)
    views = {model.name for model in models if model.layer == "staging"}
    comments = []
    for table, schema in dict.fromkeys((table, schema) for table, _, schema in columns):
        kind = "view" if table in views else "table"
        comments.append(comment(f'{kind} {schema}."{table}"', dictionary.table(table)))
    for table, column, schema in columns:
        meaning = dictionary.column(table, column)
        comments.append(comment(f'column {schema}."{table}"."{column}"', meaning))
    connection.execute("".join(comments))


def comment(what: str, meaning: str | None) -> str:
    """A statement that says what something means, if that is known.

    DuckDB takes no parameter there; the words are our own files'.
    """
    if not meaning:
        return ""
    words = meaning.replace("'", "''")
    return f"comment on {what} is '{words}';\n"
