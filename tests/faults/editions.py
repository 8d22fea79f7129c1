"""Editions of a small warehouse: every page of edition 7 says 7, so that a mixture is noticed.

As a program (`python -m tests.faults.editions publish|ask …`) it is the writer or a reader of the
test: processes of their own, as runs and analysts are.
"""

from __future__ import annotations

import json
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from rostrum.ids import sha256_hex
from rostrum.parsing import PARSER_VERSION
from rostrum.reader import read_or_refuse
from rostrum.settings import Settings
from rostrum.warehouse.connect import open_warehouse
from rostrum.warehouse.load import Batch, load_batch
from rostrum.warehouse.lock import hold_writer_lock
from rostrum.warehouse.models import run_models
from rostrum.warehouse.prepare import PreparedReading, Reading, prepare
from rostrum.warehouse.publish import publish
from rostrum.warehouse.query import query
from tests.pages import Report, Said

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGES = 2
SAID_ONCE = 20
"""A connection that is held asks so often before it is opened anew."""

WHOLE = """
select
    (select count(distinct title) from pages),
    (select min(regexp_extract(title, 'Edition (\\d+)', 1)::int) from pages),
    (select count(distinct session_title) from quotes),
    (select max(regexp_extract(text, 'edition (\\d+)', 1)::int) from quotes),
    (select count(*) from quotes),
    (select sum(quote_count) from pages)
"""
"""One version answers (1, n, 1, n, q, q)."""


def report(edition: int, page: int) -> bytes:
    """A page of an edition; an odd one has a quote more."""
    words = [
        f"This is what edition {edition} says at length about lake {page}, number {number}"
        for number in range(2 + edition % 2)
    ]
    said = tuple(Said(text, "Ada Brandt") for text in words)
    return Report(f"Edition {edition} of the Lakes", said, ("PROBLEMS",)).html.encode()


def readings(edition: int) -> Iterator[tuple[PreparedReading, dict[str, object]]]:
    """The pages of an edition, and how each was fetched."""
    for page in range(PAGES):
        url, body = f"http://lake.example/{page}", report(edition, page)
        sha256 = sha256_hex(body)
        outcome = read_or_refuse(url, body, "text/html; charset=utf-8")
        fetch = {
            "fetch_id": f"{edition}-{page}",
            "run_id": "editions",
            "page_url": url,
            "requested_url": url,
            "source": "web",
            "purpose": "page",
            "final_url": url,
            "redirects": [],
            "outcome": "new",
            "status": 200,
            "wire_bytes": len(body),
            "elapsed_ms": 1,
            "body_sha256": sha256,
            "fetched_at": datetime.now(UTC),
        }
        found = Reading(url, "web", sha256, PARSER_VERSION, outcome.records, outcome.issues)
        yield prepare(found), fetch


def publish_editions(settings: Settings, count: int, note: Path) -> None:
    """Load and publish editions, one after another; `note` says which is the newest."""
    with hold_writer_lock(settings, "editions"), open_warehouse(settings) as connection:
        for edition in range(1, count + 1):
            pages = list(readings(edition))
            batch = Batch(at=datetime.now(UTC))
            batch.readings = [reading for reading, _ in pages]
            batch.fetches = [fetch for _, fetch in pages]
            load_batch(connection, batch)
            run_models(connection)
            publish(connection, settings)
            new = note.with_name("new")
            new.write_text(str(edition))
            new.replace(note)


def ask(settings: Settings, note: Path, *, holds: bool) -> dict[str, object]:
    """Ask without pause until there is a file `over`; what was asked, and what was wrong."""
    asked, faults, seen = 0, [], set()
    while not note.with_name("over").exists():
        newest = int(note.read_text())
        try:
            answers = held_answers(settings) if holds else [query(settings, WHOLE).rows[0]]
        except Exception as error:  # noqa: BLE001 - whatever it is, a reader was let down
            faults.append(repr(error))
            continue
        asked += len(answers)
        seen |= {answer[1] for answer in answers}
        faults += [f"{answer}, newest {newest}" for answer in answers if is_wrong(answer, newest)]
        if len(set(answers)) > 1:
            faults.append(f"one connection saw {set(answers)}")
    return {"asked": asked, "faults": faults[:5], "seen": len(seen)}


def held_answers(settings: Settings) -> list[tuple[int, ...]]:
    """What one connection of any DuckDB tool sees while it is held."""
    with duckdb.connect(str(settings.snapshot), read_only=True) as connection:
        answers = []
        for _ in range(SAID_ONCE):
            answers += connection.execute(WHOLE).fetchall()
            time.sleep(0.02)
        return answers


def is_wrong(answer: tuple[int, ...], newest: int) -> bool:
    """Whether an answer is of no one version, or older than what was published before."""
    titles, edition, sessions, said, quotes, counted = answer
    is_whole = (titles, edition, quotes) == (sessions, said, counted) and titles == 1
    return not is_whole or quotes != PAGES * (2 + edition % 2) or edition < newest


def main() -> None:
    """The writer or a reader."""
    what, home, *more = sys.argv[1:]
    settings, note = Settings(home=Path(home)), Path(home).with_name("newest")
    with suppress(KeyboardInterrupt):
        if what == "publish":
            publish_editions(settings, int(more[0]), note)
        else:
            print(json.dumps(ask(settings, note, holds=more[0] == "hold")))


if __name__ == "__main__":
    main()
