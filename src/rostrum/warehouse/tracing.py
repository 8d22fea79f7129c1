"""Traces the quotes of every page with two or more readable bodies, and keeps what comes of it.

The two tables filled here are models like those under `sql/`: they follow from `raw.*` alone, page
by page. They are made in Python because matching goes on from one body to the next; a function
that SQL could call would need NumPy in DuckDB. A page with one body has no rows in them.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from itertools import chain, groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

import pyarrow as pa

from rostrum.warehouse.folder import filled_table
from rostrum.warehouse.history import trace
from rostrum.warehouse.matching import Quote
from rostrum.warehouse.moments import at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    import duckdb

    from rostrum.warehouse.rows import Row, Rows

TABLES = ("int_quotes_matched", "int_quotes_changed")
"""What is filled here; `sql/filled/` says what they are."""

TRACED = "rostrum_traced"
"""The name rows are registered under; no table may have it."""

BATCH_ROWS = 10_000

TIMELINES = """
with edited as (
    select page_url from raw.revisions where status = 'ok' and {condition}
    group by page_url having count(*) > 1
),

bodies as (
    select
        fetches.page_url,
        fetches.body_sha256 as revision_sha256,
        fetches.fetched_at,
        fetches.body_sha256 is distinct from lag(fetches.body_sha256) over pages as begins
    from raw.fetches as fetches
    inner join edited on edited.page_url = fetches.page_url
    inner join raw.revisions as revisions
        on revisions.page_url = fetches.page_url
        and revisions.revision_sha256 = fetches.body_sha256
    where fetches.purpose = 'page' and revisions.status = 'ok'
    window pages as (
        partition by fetches.page_url order by fetches.fetched_at, fetches.body_sha256 desc
    )
)

select
    bodies.page_url,
    epoch_us(bodies.fetched_at),
    bodies.revision_sha256,
    quotes.quote_number,
    quotes.quote_id,
    quotes.text,
    quotes.speaker_name,
    quotes.position,
    coalesce(sections.kind, 'other'),
    sections.heading,
    theses.heading
from bodies
left join (from raw.quotes where {condition}) as quotes
    on quotes.page_url = bodies.page_url
    and quotes.revision_sha256 = bodies.revision_sha256
left join (from raw.sections where {condition}) as sections
    on sections.page_url = quotes.page_url
    and sections.revision_sha256 = quotes.revision_sha256
    and sections.section_number = quotes.section_number
left join (from raw.theses where {condition}) as theses
    on theses.page_url = quotes.page_url
    and theses.revision_sha256 = quotes.revision_sha256
    and theses.thesis_number = quotes.thesis_number
where bodies.begins
order by bodies.page_url, bodies.fetched_at, bodies.revision_sha256 desc, quotes.quote_number
"""
"""The readable bodies of pages that had two or more, each with its quotes (a body without any has
one row), in the order of time. A body that was there again later is there again; where two were
fetched at one moment, the last is the one that `int_revisions_current` takes."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body of a page for as long as it stayed: when it was first seen, and its quotes."""

    sha256: str
    seen_at: datetime
    quotes: list[Quote]


def trace_all(connection: duckdb.DuckDBPyConnection, parts: Iterable[str]) -> None:
    """Trace every page anew, one part of them after another; a part is a condition of SQL."""
    for table in TABLES:
        connection.execute(filled_table(table))
    for condition in parts:
        fill(connection, condition)


def trace_again(connection: duckdb.DuckDBPyConnection, condition: str) -> None:
    """Trace anew the pages whose `page_url` meets a condition of SQL."""
    for table in TABLES:
        connection.execute(f"delete from intermediate.{table} where {condition}")
    fill(connection, condition)


def fill(connection: duckdb.DuckDBPyConnection, condition: str) -> None:
    """Add what comes of tracing the pages that meet a condition."""
    rows: Rows = {table: [] for table in TABLES}
    for page_url, bodies in read_timelines(connection, condition):
        for table, found in trace_page(page_url, bodies).items():
            rows[table] += found
    for table in TABLES:
        append(connection, f"intermediate.{table}", rows[table])


def read_timelines(
    connection: duckdb.DuckDBPyConnection, condition: str
) -> Iterator[tuple[str, list[Body]]]:
    """Each page with its bodies. Nothing else may be asked of the connection meanwhile."""
    cursor = connection.execute(TIMELINES.format(condition=condition))
    rows = chain.from_iterable(iter(lambda: cursor.fetchmany(BATCH_ROWS), []))
    for page_url, of_page in groupby(rows, key=itemgetter(0)):
        yield (
            page_url,
            [
                Body(sha256, at(seen), [Quote(*row[3:]) for row in of_body if row[3] is not None])
                for (seen, sha256), of_body in groupby(of_page, key=itemgetter(1, 2))
            ],
        )


def trace_page(page_url: str, bodies: Sequence[Body]) -> Rows:
    """What tracing one page adds to each table."""
    rows: Rows = {table: [] for table in TABLES}
    steps = trace((body.sha256, body.quotes) for body in bodies)
    revisions = {body.sha256: (body, step) for body, step in zip(bodies, steps, strict=True)}
    for body, step in revisions.values():
        rows["int_quotes_matched"] += [
            {
                "page_url": page_url,
                "revision_sha256": body.sha256,
                "quote_number": quote.number,
                "quote_id": step.ids[quote.number],
            }
            for quote in body.quotes
            if step.ids[quote.number] != quote.own_id
        ]
    for number, (before, after) in enumerate(pairwise(bodies), start=1):
        rows["int_quotes_changed"] += [
            {
                "page_url": page_url,
                "step": number,
                "revision_sha256_before": before.sha256,
                "revision_sha256_after": after.sha256,
                "seen_at": after.seen_at,
                **asdict(change),
            }
            for change in steps[number].changes
        ]
    return rows


def append(connection: duckdb.DuckDBPyConnection, table: str, rows: list[Row]) -> None:
    """Append rows to a table, by column name, through Arrow."""
    if rows:
        connection.register(TRACED, pa.Table.from_pylist(rows))
        try:
            connection.execute(f"insert into {table} by name select * from {TRACED}")
        finally:
            connection.unregister(TRACED)
