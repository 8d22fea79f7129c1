"""Runs `sql/`: staging, intermediate and marts in the order of what they read, then the checks.

A model is one SELECT in a file; its folder says what it becomes (staging views, the rest tables)
and in which schema (marts in `main`, where readers look). All of it is one transaction: a failure
leaves the old models as they were.
"""

from __future__ import annotations

from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING

import sqlglot
from sqlglot import exp

from rostrum.errors import CheckError
from rostrum.warehouse.folder import sql_folder
from rostrum.warehouse.tracing import trace_pages

if TYPE_CHECKING:
    from pathlib import Path

    import duckdb

SCHEMAS = {"staging": "staging", "intermediate": "intermediate", "marts": "main"}
KINDS = {"staging": "view", "intermediate": "table", "marts": "table"}
SHOWN_ROWS = 3


@dataclass(frozen=True, slots=True)
class Model:
    """One file under `sql/` and the names of the tables it reads."""

    name: str
    layer: str
    select: str
    reads: frozenset[str]

    @property
    def table(self) -> str:
        """Its quoted name with its schema."""
        return f'{SCHEMAS[self.layer]}."{self.name}"'


def run_models(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Rebuild every model and run every check; returns the marts' row counts.

    Raises:
        CheckError: a check found rows; nothing was changed.
    """
    connection.execute("begin")
    try:
        counts = build_models(connection)
        run_checks(connection)
    except BaseException:
        connection.execute("rollback")
        raise
    connection.execute("commit")
    return counts


def build_models(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Make every model anew, in order."""
    for schema in ("staging", "intermediate"):
        connection.execute(f"create schema if not exists {schema}")
    trace_pages(connection)
    models = in_order(load_models(sql_folder()))
    for model in models:
        connection.execute(
            f"create or replace {KINDS[model.layer]} {model.table} as {model.select}"
        )
    return {model.name: count_rows(connection, model) for model in models if model.layer == "marts"}


def count_rows(connection: duckdb.DuckDBPyConnection, model: Model) -> int:
    row = connection.execute(f"select count(*) from {model.table}").fetchone()
    return int(row[0]) if row else 0


def load_models(folder: Path) -> list[Model]:
    """Every model file, with what it reads."""
    return [
        read_model(path, layer)
        for layer in SCHEMAS
        for path in sorted((folder / layer).glob("*.sql"))
    ]


def read_model(path: Path, layer: str) -> Model:
    """One model file; sqlglot finds the tables it reads."""
    select = path.read_text(encoding="utf-8").strip().rstrip(";")
    tree = sqlglot.parse_one(select, dialect="duckdb")
    # raw.* is no model (raw.quotes and the mart quotes share a name); table functions have no name.
    tables = (table for table in tree.find_all(exp.Table) if table.db != "raw")
    reads = frozenset(table.name for table in tables if table.name)
    return Model(path.stem, layer, select, reads)


def in_order(models: list[Model]) -> list[Model]:
    """The models so that each comes after those it reads."""
    by_name = {model.name: model for model in models}
    graph = {
        model.name: sorted(name for name in model.reads if name in by_name and name != model.name)
        for model in models
    }
    return [by_name[name] for name in TopologicalSorter(graph).static_order()]


def run_checks(connection: duckdb.DuckDBPyConnection) -> None:
    """Run every query under `sql/checks/`; each must return no row."""
    for path in sorted((sql_folder() / "checks").glob("*.sql")):
        cursor = connection.execute(path.read_text(encoding="utf-8"))
        rows = cursor.fetchall()
        if rows:
            shown = "; ".join(str(row) for row in rows[:SHOWN_ROWS])
            raise CheckError(
                f"The check {path.stem} found {len(rows)} rows, so the old snapshot stays: {shown}"
            )
