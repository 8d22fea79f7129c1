"""The measured part of `query.py`: `python -m querying.measure HOME PAGES` prints JSON."""

from __future__ import annotations

import json
import os
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
from loading.measure import BATCH_PAGES, UPDATED_PAGES, Times, timed
from loading.readings import make_batch

from querying.lexicon import WORDS, draw
from rostrum.questions import all_questions, read_values
from rostrum.settings import Settings
from rostrum.warehouse.connect import open_warehouse
from rostrum.warehouse.load import load_batch
from rostrum.warehouse.models import run_models
from rostrum.warehouse.publish import publish
from rostrum.warehouse.snapshot import open_snapshot

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parents[1]
FTS_FILE = "lib/python*/site-packages/duckdb_extension_fts/extensions/*/fts.duckdb_extension"
ROUNDS = 30
COMMON, MIDDLING = 100, 2_000
"""Of a million quotes, words before the first are in thousands, before the second in hundreds."""

QUESTION_ROUNDS = 5
ASKED = {
    "appears_with": ["person=Ostwei"],
    "new_since": ["day=2026-01-01"],
    "newcomers": ["year=2026"],
    "organizations_by_year": ["organization=Institute of Ostwei"],
    "phrase_timeline": ["phrase=international law"],
    "positions_of_a_person": ["person=Ostwei"],
    "quotes_of_a_person": ["person=Ostwei"],
    "spokespeople": ["organization=Institute of Ostwei"],
    "who_spoke_as": ["role=director", "year=2026"],
    "users_of_a_phrase": ["phrase=international law"],
}
"""What the ready questions that need a value are asked of."""

LIKE = "select count(*) from quotes where text like '%' || ? || '%'"
SEARCH = "from search(?)"
FTS = (
    "select quote_id, score, text from "
    "(select *, fts_main_texts.match_bm25(quote_id, ?) as score from texts) "
    "where score is not null order by score desc limit 10"
)


def build(settings: Settings, pages: int) -> None:
    """A snapshot of so many pages, some edited, their quotes of words as often as in real texts."""
    if settings.snapshot.exists():
        return
    with open_warehouse(settings) as connection:
        for start in range(0, pages, BATCH_PAGES):
            numbers = range(start, min(start + BATCH_PAGES, pages))
            load_batch(connection, make_batch(numbers, draw=draw))
        edited = range(min(pages, UPDATED_PAGES))
        load_batch(connection, make_batch(edited, 1, draw))
        run_models(connection)
        publish(connection, settings)


def queries(chance: random.Random) -> Iterator[tuple[str, str]]:
    """A query of each kind."""
    common, other = chance.sample(WORDS[:COMMON], 2)
    middling = chance.choice(WORDS[COMMON:MIDDLING])
    rare, rarer = chance.sample(WORDS[MIDDLING:], 2)
    yield "a rare word", rare
    yield "a middling word", middling
    yield "a common word", common
    yield "two rare words", f"{rare} {rarer}"
    yield "a rare and two common words", f"{common} {rare} {other}"
    yield "two common words", f"{common} {other}"
    yield "a phrase", f'"{middling} {rare}"'
    yield "a beginning", f"{rare[:5]}*"


def fts_connection(home: Path) -> duckdb.DuckDBPyConnection | None:
    """The same texts in a file that the fts extension has indexed; None where there is none."""
    extension = next((HERE / ".venv").glob(FTS_FILE), None)
    if extension is None:
        return None
    file = home / "fts.duckdb"
    is_new = not file.exists()
    connection = duckdb.connect(str(file))
    connection.execute(f"load '{extension}'")
    if is_new:
        connection.execute(f"attach '{home / 'snapshot.duckdb'}' as published (read_only)")
        connection.execute("create table texts as select quote_id, text from published.quotes")
        connection.execute("detach published")
        connection.execute("pragma create_fts_index('texts', 'quote_id', 'text')")
    return connection


def compare(settings: Settings) -> Times:
    """Queries of all kinds by search and by fts in turn, and a LIKE scan in each round."""
    times: Times = {}
    fts = fts_connection(settings.home)
    with open_snapshot(settings) as ours:
        row = ours.execute("select count(*), avg(length(text)) from quotes").fetchone()
        count, length = row or (0, 0)
        times["quotes"], times["characters"] = [float(count)], [float(length)]
        for number in range(ROUNDS):
            for kind, words in queries(random.Random(number)):  # noqa: S311 - words, no secret
                with timed(times, kind):
                    ours.execute(SEARCH, [words]).fetchall()
                if fts and kind not in {"a phrase", "a beginning"}:  # it has neither
                    with timed(times, f"fts: {kind}"):
                        fts.execute(FTS, [words]).fetchall()
            with timed(times, "like"):
                ours.execute(LIKE, [words.rstrip("*")]).fetchall()
    return times


def ask_all(settings: Settings) -> Times:
    """Every ready question, and a LIKE scan in each round, several times."""
    times: Times = {}
    with open_snapshot(settings) as connection:
        for number in range(QUESTION_ROUNDS):
            with timed(times, "like of the questions"):
                connection.execute(LIKE, [WORDS[COMMON + number]]).fetchall()
            for question in all_questions():
                values = read_values(question, ASKED.get(question.name, ()))
                with timed(times, f"ask: {question.name}"):
                    rows = connection.execute(question.select, values).fetchall()
                times[f"rows: {question.name}"] = [float(len(rows))]
    return times


def main() -> None:
    """Build what is not there yet, compare, print."""
    settings = Settings(home=Path(sys.argv[1]))
    settings.home.mkdir(exist_ok=True)
    build(settings, int(sys.argv[2]))
    times = ask_all(settings) | compare(settings)
    print(json.dumps({"times": times, "load": os.getloadavg()[0]}))


if __name__ == "__main__":
    main()
