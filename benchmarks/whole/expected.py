"""Whether a database holds what the pages say: every quote, and no other."""

from __future__ import annotations

from dataclasses import astuple
from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa

from whole.site import page_url

if TYPE_CHECKING:
    from pathlib import Path

    from whole.site import Site

COLUMNS = ("page_url", "section", "quote", "speaker", "position")
PEER_ROWS = f"select {', '.join(COLUMNS)} from reports.quotes"  # noqa: S608 - names of our own
"""All rows that a peer has written."""


def expected_rows(site: Site, origin: str) -> pa.Table:
    """A row for each quote that the site holds now, in the columns that a peer writes."""
    rows = [
        (page_url(origin, number), *astuple(quote))
        for number, quotes in enumerate(site.quotes)
        for quote in quotes
    ]
    columns = zip(*rows, strict=True) if rows else [()] * len(COLUMNS)
    return pa.table(
        {name: pa.array(values, pa.string()) for name, values in zip(COLUMNS, columns, strict=True)}
    )


def check_rows(database: Path, site: Site, origin: str, query: str = PEER_ROWS) -> int:
    """Ends the benchmark when a row is missing, changed or too many; gives how many there are.

    Args:
        database: a DuckDB file, closed by who wrote it.
        origin: as the contestant was called with.
        query: gives the rows of the database, with some of the columns of `COLUMNS` by name; only
            those are compared.
    """
    with duckdb.connect(str(database), read_only=True) as connection:
        found = connection.sql(query).to_arrow_table()
    with duckdb.connect() as connection:
        connection.register("found", found)
        connection.register("expected", expected_rows(site, origin))
        names = ", ".join(found.column_names)
        missing = _difference(connection, f"from expected select {names}", "from found")
        surplus = _difference(connection, "from found", f"from expected select {names}")
    if missing or surplus:
        examples = f"missing: {missing[:1]}, too many: {surplus[:1]}"
        raise SystemExit(
            f"{database}: {len(missing)} rows missing, {len(surplus)} too many; {examples}"
        )
    return int(found.num_rows)


def _difference(
    connection: duckdb.DuckDBPyConnection, left: str, right: str
) -> list[tuple[str | None, ...]]:
    """The rows of one that the other has not, each as often as it is missing."""
    return connection.execute(f"({left}) except all ({right})").fetchall()
