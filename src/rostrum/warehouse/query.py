"""Ad-hoc SQL on the published snapshot: read-only, no files, no network, bounded."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import duckdb

from rostrum.errors import QueryError
from rostrum.warehouse.connect import open_snapshot

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rostrum.settings import Settings

TIMEOUT = 300.0
"""Seconds after which a query is stopped."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The columns and rows of a query's result."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


def query(
    settings: Settings,
    sql: str,
    parameters: Sequence[object] | Mapping[str, object] = (),
    *,
    timeout: float = TIMEOUT,
) -> Answer:
    """Ask the snapshot. Values go in as parameters, never into the text.

    Raises:
        HomeError: nothing is published.
        QueryError: DuckDB refused the query, or it ran out of time.
    """
    with open_snapshot(settings) as connection:
        timer = threading.Timer(timeout, connection.interrupt)
        timer.start()
        try:
            cursor: duckdb.DuckDBPyConnection | None = connection.execute(sql, parameters)
            # There is no cursor where the text holds no statement at all.
            if cursor is None or not cursor.description:
                raise QueryError("This is no query: nothing in it returns rows.")
            columns = tuple(column[0] for column in cursor.description)
            return Answer(columns, cursor.fetchall())
        except duckdb.InterruptException:
            raise QueryError(f"The query was stopped after {timeout:.0f} seconds.") from None
        except duckdb.Error as error:
            raise QueryError(one_line(error)) from None
        finally:
            timer.cancel()


def one_line(error: duckdb.Error) -> str:
    """DuckDB's own words, without the picture of the query."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    kept = [line for line in lines if not line.startswith(("LINE ", "^"))]
    return " ".join(kept)
