"""The measured parts of `load.py`: `python -m loading.measure PART HOME NUMBER` prints JSON."""

from __future__ import annotations

import json
import os
import random
import sys
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from loading.readings import PARSER, fetch_row, make_batch, reading
from parsing.pages import Maker
from rostrum.archive import ArchiveWriter, read_body
from rostrum.archive_rows import entry_of, head_row, place_fetch, record_row
from rostrum.ids import sha256_hex
from rostrum.parsing import PARSER_VERSION
from rostrum.proof import verify
from rostrum.reader import read_or_refuse
from rostrum.settings import Settings
from rostrum.warehouse import ledger
from rostrum.warehouse.connect import open_warehouse
from rostrum.warehouse.load import Batch, arrow_type, batch_columns, load_batch
from rostrum.warehouse.lock import hold_writer_lock
from rostrum.warehouse.models import run_models
from rostrum.warehouse.opening import open_file
from rostrum.warehouse.prepare import PreparedReading, Reading, prepare, reading_rows
from rostrum.warehouse.publish import publish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import duckdb

BATCH_PAGES = 50
UPDATED_PAGES = 100
ARTICLE_BYTES = 39_000
"""Of a page made as HTML: it then holds some hundred quotes."""

Times = dict[str, list[float]]


@contextmanager
def timed(times: Times, name: str) -> Iterator[None]:
    """Adds the seconds that something takes."""
    begin = time.perf_counter()
    yield
    times.setdefault(name, []).append(time.perf_counter() - begin)


def batches(pages: int) -> Iterator[range]:
    """The numbers of all pages, in batches as the pipeline makes them."""
    for start in range(0, pages, BATCH_PAGES):
        yield range(start, min(start + BATCH_PAGES, pages))


def race(home: Path, pages: int) -> Times:
    """Each batch by `load_batch` and, into a file of the same layout, by bare statements.

    `bare` inserts Arrow tables that lie ready. `rows` makes them of rows (dictionaries) first, and
    `all` is what Rostrum does from records to the last row.
    """
    times: Times = {}
    ours, theirs = Settings(home=home / "ours"), Settings(home=home / "bare")
    for settings in (ours, theirs):
        settings.home.mkdir()
        with open_warehouse(settings):
            pass
    with open_file(ours) as ready, open_file(theirs) as bare:
        for number, numbers in enumerate(batches(pages)):
            batch, readings = make_batch(numbers), [reading(one) for one in numbers]
            with timed(times, "prepare"):
                prepared = [prepare(one) for one in readings]
            rows = [reading_rows(one) for one in readings]
            tables = arrow_tables(bare, batch, prepared)
            turns: list[tuple[str, Callable[[], object]]] = [
                ("load", partial(load_batch, ready, batch)),
                ("bare", partial(insert_bare, bare, tables)),
            ]
            for name, run in turns[:: 1 if number % 2 else -1]:
                with timed(times, name):
                    run()
            with timed(times, "rows to Arrow"):
                arrow_of_rows(rows)
    return times


def arrow_tables(
    connection: duckdb.DuckDBPyConnection, batch: Batch, prepared: list[PreparedReading]
) -> dict[str, pa.Table]:
    """The very rows that `load_batch` inserts, as Arrow tables with the tables' own types."""
    tables = {}
    for table, columns in batch_columns(batch, prepared).items():
        if any(columns.values()):
            target = connection.table(f"raw.{table}")
            types = dict(zip(target.columns, target.types, strict=True))
            arrays = [pa.array(values, arrow_type(types[name])) for name, values in columns.items()]
            tables[table] = pa.table(arrays, names=list(columns))
    return tables


def arrow_of_rows(pages: list[dict[str, list[dict[str, object]]]]) -> list[pa.Table]:
    """What a loader without our columns would do: rows of all pages, inferred by Arrow."""
    joined: dict[str, list[dict[str, object]]] = {}
    for page in pages:
        for table, rows in page.items():
            joined.setdefault(table, []).extend(rows)
    return [pa.Table.from_pylist(rows) for rows in joined.values() if rows]


def insert_bare(connection: duckdb.DuckDBPyConnection, tables: dict[str, pa.Table]) -> None:
    """One transaction, an `INSERT … SELECT` for each table, and nothing else."""
    connection.execute("begin")
    for table, rows in tables.items():
        connection.register("bare_rows", rows)
        connection.execute(f"insert into raw.{table} by name select * from bare_rows")  # noqa: S608 - our own names
        connection.unregister("bare_rows")
    connection.execute("commit")


def build(home: Path, pages: int) -> Times:
    """A warehouse from nothing: load, models, checks, publish."""
    times: Times = {}
    settings = Settings(home=home)
    with open_warehouse(settings) as connection:
        for batch in map(make_batch, batches(pages)):
            with timed(times, "load"):
                load_batch(connection, batch)
        with timed(times, "models"):
            run_models(connection)
        with timed(times, "publish"):
            publish(connection, settings)
        row = connection.execute("select count(*) from quotes").fetchone()
    times["quotes"] = [float(row[0] if row else 0)]
    return times


def update(home: Path, revision: int) -> Times:
    """A hundred pages get another revision: load, models, checks, publish."""
    times: Times = {}
    settings = Settings(home=home)
    with open_warehouse(settings) as connection:
        row = connection.execute("select count(*) from pages").fetchone()
        chosen = random.Random(revision).sample(range(row[0] if row else 0), UPDATED_PAGES)  # noqa: S311 - no secret
        for start in range(0, UPDATED_PAGES, BATCH_PAGES):
            batch = make_batch(sorted(chosen)[start : start + BATCH_PAGES], revision)
            with timed(times, "load"):
                load_batch(connection, batch)
        with timed(times, "models"):
            run_models(connection)
        with timed(times, "publish"):
            publish(connection, settings)
    return times


def prove(home: Path, pages: int) -> Times:
    """HTML pages ingested from the archive on; then `verify`, and reading all of them again."""
    times: Times = {}
    settings = Settings(home=home)
    with hold_writer_lock(settings, "benchmark"):
        archive_pages(
            settings,
            ((f"https://site.example/{number}", make_page(number)) for number in range(pages)),
        )
        reparse(settings, {})
    with timed(times, "verify"):
        verdict = verify(settings)
    if verdict.faults or verdict.pages != pages:
        raise SystemExit(f"verify found {verdict.faults[:3]} in {verdict.pages} pages")
    with hold_writer_lock(settings, "benchmark"):
        reparse(settings, times)
    times["cuts"] = [float(verdict.cuts)]
    return times


def archive_pages(settings: Settings, pages: Iterable[tuple[str, bytes]]) -> None:
    """Pages (URL, body) into the archive, and their fetches into the warehouse."""
    batch = Batch(at=datetime.now(UTC))
    with ArchiveWriter(settings.archive, "benchmark", "benchmark") as writer:
        for number, (url, body) in enumerate(pages):
            reading = Reading(url, "web", sha256_hex(body), PARSER, None, ())
            fetch = fetch_row(number, reading, batch.at)
            content_type = [("Content-Type", fetch["content_type"])]
            entry = writer.write_response(
                url=url, fetched_at=batch.at, status=200, headers=content_type, body=body
            )
            if head := writer.take_head():
                batch.archived.append(head_row(head, {"started_at": batch.at}))
            batch.fetches.append(place_fetch(fetch, entry))
            batch.archived.append(record_row(entry, "response", fetch))
    with open_warehouse(settings) as connection:
        load_batch(connection, batch)


def make_page(number: int) -> bytes:
    """A page of a report as HTML, no two alike."""
    maker = Maker(random.Random(number))  # noqa: S311 - text, no secret
    title = maker.title()
    furniture, article = maker.furniture("nav", 10_000), maker.article(title, ARTICLE_BYTES)
    return (
        f'<html lang="en"><head><title>{title}</title></head><body>{furniture}'
        f"<main>{article}</main></body></html>"
    ).encode()


def reparse(settings: Settings, times: Times) -> None:
    """Every archived body: bytes, text, records, rows, warehouse, models, snapshot."""
    with timed(times, "reparse"), open_warehouse(settings) as connection:
        records = [one for one in ledger.archive_records(connection) if one.body_sha256]
        for start in range(0, len(records), BATCH_PAGES):
            batch = Batch(at=datetime.now(UTC))
            for record in records[start : start + BATCH_PAGES]:
                body = read_body(settings.archive, entry_of(record))
                url, sha256 = str(record.page_url), str(record.body_sha256)
                outcome = read_or_refuse(url, body, record.content_type)
                found = Reading(url, "web", sha256, PARSER_VERSION, outcome.records, outcome.issues)
                batch.readings.append(prepare(found))
            load_batch(connection, batch)
        run_models(connection)
        publish(connection, settings)


def most_memory() -> float:
    """The most that this process held, in MiB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def main() -> None:
    """Run one part and print what it took."""
    part, home, number = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    times = {"race": race, "build": build, "update": update, "prove": prove}[part](home, number)
    told = {"times": times, "memory": most_memory(), "load": os.getloadavg()[0]}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
