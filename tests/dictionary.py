"""The dictionary as a page: every table and column, what it means, and what it comes from.

python -m tests.dictionary --write      writes docs/dictionary.md
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from sqlglot import exp, parse_one
from sqlglot.lineage import lineage
from sqlglot.schema import MappingSchema

from rostrum.settings import Settings
from rostrum.warehouse.connect import open_warehouse
from rostrum.warehouse.folder import sql_folder
from rostrum.warehouse.models import Model, in_order, load_models, run_models

if TYPE_CHECKING:
    import duckdb
    from sqlglot.lineage import Node

PAGE = Path(__file__).parents[1] / "docs" / "dictionary.md"
HEAD = """# Dictionary

What readers may ask, table by table: what a row is, what each column means, and which columns it
comes from (read off the SQL by sqlglot; `raw.*` is what was read from the pages). The snapshot says
the same: `rostrum dictionary quotes`, or `select * from duckdb_columns()`. Written by
`make dictionary` from the comments under `sql/`.
"""
ORDER = {"main": 0, "intermediate": 1, "staging": 2, "raw": 3}

TABLES = """
select schema_name, table_name, comment
from (
    select schema_name, table_name, comment from duckdb_tables()
    where database_name = current_database()
    union all
    select schema_name, view_name, comment from duckdb_views()
    where database_name = current_database()
)
where schema_name in ('main', 'intermediate', 'staging', 'raw')
order by table_name
"""
COLUMNS = """
select schema_name, table_name, column_name, lower(data_type), comment
from duckdb_columns()
where database_name = current_database()
order by column_index
"""
Columns = dict[tuple[str, str], list[tuple[str, str, str | None]]]


def make_page() -> str:
    """The whole page, of a warehouse without a row."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(home=Path(folder))
        with open_warehouse(settings) as connection:
            run_models(connection)
            return describe(connection)


def describe(connection: duckdb.DuckDBPyConnection) -> str:
    """Every table, those of the readers first."""
    columns: Columns = {}
    for schema, table, *column in connection.execute(COLUMNS).fetchall():
        columns.setdefault((schema, table), []).append(tuple(column))
    sources = find_sources(in_order(load_models(sql_folder())), columns)
    rows = connection.execute(TABLES).fetchall()
    parts = [HEAD]
    for schema, table, row in sorted(rows, key=lambda one: (ORDER[one[0]], one[1])):
        name = table if schema == "main" else f"{schema}.{table}"
        lines = [f"## {name}", "", row or "", "", "| column | type | meaning | from |"]
        lines.append("| --- | --- | --- | --- |")
        for column, kind, meaning in columns[schema, table]:
            origin = ", ".join(f"`{one}`" for one in sources.get((table, column), ()))
            lines.append(f"| `{column}` | {short(kind)} | {meaning or ''} | {origin} |")
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def short(kind: str) -> str:
    """A type in fewer letters."""
    return f"`{kind.replace('timestamp with time zone', 'timestamptz')}`"


def find_sources(models: list[Model], columns: Columns) -> dict[tuple[str, str], list[str]]:
    """Of each column of a model, the columns of other tables that decide its values."""
    schema = MappingSchema(dialect="duckdb")
    for (name, table), found in columns.items():
        kinds = {column: kind for column, kind, _ in found}
        schema.add_table(f'{name}."{table}"', kinds, dialect="duckdb")
    places = {table: name for name, table in columns if name != "raw"}
    sources = {}
    for model in models:
        tree = parse_one(model.select, dialect="duckdb")
        own = {expression.alias for expression in tree.find_all(exp.CTE)}
        for found_table in tree.find_all(exp.Table):
            if not found_table.db and found_table.name not in own and found_table.name in places:
                found_table.set("db", exp.to_identifier("main"))
        for column, node in lineage(None, tree, schema, dialect="duckdb").items():
            sources[model.name, column] = sorted(set(leaves(node)))
    return sources


def leaves(node: Node) -> list[str]:
    """The columns of tables that a column comes from, as `table.column`."""
    found = []
    for one in node.walk():
        if isinstance(one.source, exp.Table) and not one.downstream:
            table = one.source
            schema = "" if table.db in {"main", ""} else f"{table.db}."
            column = one.name.rpartition(".")[2].strip('"')
            found.append(f"{schema}{table.name}.{column}")
    return found


def main() -> int:
    """Write the page, or say whether it is as it should be."""
    parser = argparse.ArgumentParser(description="The dictionary as a page.")
    parser.add_argument("--write", action="store_true", help="write docs/dictionary.md")
    page = make_page()
    if parser.parse_args().write:
        PAGE.write_text(page, encoding="utf-8")
        return 0
    return int(page != PAGE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(main())
