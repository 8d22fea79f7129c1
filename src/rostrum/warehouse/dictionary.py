"""What the snapshot's tables and columns mean, as its own comments say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rostrum.errors import UsageError
from rostrum.warehouse.query import Answer, query

if TYPE_CHECKING:
    from rostrum.settings import Settings

MEANINGS = """
with tables as (
    select schema_name, table_name, comment from duckdb_tables() where database_name = 'snapshot'
    union all
    select schema_name, view_name, comment from duckdb_views() where database_name = 'snapshot'
)

select
    if(columns.schema_name = 'main', '', columns.schema_name || '.') || columns.table_name as table,
    columns.column_name as column,
    lower(columns.data_type) as type,
    coalesce(columns.comment, '') as meaning,
    coalesce(tables.comment, '') as row
from duckdb_columns() as columns
inner join tables
    on tables.schema_name = columns.schema_name and tables.table_name = columns.table_name
where
    columns.database_name = 'snapshot'
    and ($table = '' or columns.table_name = $table)
    and columns.schema_name = $schema
order by columns.table_name, columns.column_index
"""


def look_up(settings: Settings, table: str | None) -> Answer:
    """What the columns of a table of the snapshot mean, or of all that readers ask.

    Args:
        settings: of the home.
        table: its name, with its schema where that is not `main`.

    Raises:
        HomeError: nothing is published.
        UsageError: there is no such table.
    """
    schema, _, name = (table or "").rpartition(".")
    found = query(settings, MEANINGS, {"schema": schema or "main", "table": name})
    if not found.rows:
        raise UsageError(f"There is no table {table!r}; `rostrum dictionary` tells of all.")
    if table:
        return Answer(found.columns[1:-1], [row[1:-1] for row in found.rows])
    return Answer(found.columns[:-1], [row[:-1] for row in found.rows])
