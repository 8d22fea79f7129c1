"""Hostile text on a terminal and in pipes: shown spelt out, or exact, and never obeyed."""

from __future__ import annotations

import csv
import json
import re
import subprocess
from io import StringIO
from pathlib import Path

import pytest
from tests.conftest import LONG, ROSTRUM
from tests.hostile_text.corpus import EVERY, SERVED
from tests.hostile_text.home import words

pytestmark = pytest.mark.timeout(300)
ACTIVE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
OWNED = ("/tmp/rostrum-owned", "/tmp/rostrum-owned.csv")
HOMES = ("everywhere", "served")
TABLES = "quotes speeches speakers organizations sessions events participations pages".split()


def page_of(command) -> str:
    (row,) = command.json("select min(page_url) as url from pages")
    return str(row["url"])


def test_every_text_is_in_the_snapshot_as_it_was_printed(served):
    said = {words(attack, name) for name, attack in SERVED.items()}
    said |= {words(attack, "next") for attack in list(SERVED.values())[::3]}
    found = {row["text"] for row in served.json("select text from quotes")}
    assert len(SERVED) == len(found)
    assert found <= said


@pytest.mark.long
@pytest.mark.parametrize("home", HOMES if LONG else HOMES[:1])
def test_nothing_acts_on_a_terminal(request, home):
    command = request.getfixturevalue(home)
    tables = TABLES if home == "everywhere" else TABLES[:2]
    calls = [("sql", f"from {table} limit 100") for table in tables]
    calls += [("issues",), ("issues", "--all"), ("changes",), ("verify",), ("fingerprint",)]
    calls += [
        ("cite", str(row["quote_id"]))
        for row in command.json("select quote_id from quotes order by quote_id limit 3")
    ]
    if home == "served":
        calls += [("diff", page_of(command))]
    for call in calls:
        done = command(*call)
        assert "Traceback" not in done.stderr, call
        assert not ACTIVE.search(done.stdout + done.stderr), call
        assert done.stdout, call
    assert [] == [path for path in OWNED if Path(path).exists()]


@pytest.mark.long
@pytest.mark.parametrize("home", HOMES if LONG else HOMES[:1])
def test_rows_in_pipes_are_exact(request, home):
    command = request.getfixturevalue(home)
    for table in TABLES if home == "everywhere" else TABLES[:2]:
        as_json = command.json(f"from {table}")
        as_csv = list(csv.DictReader(StringIO(csv_of(command, f"from {table}"), newline="")))
        assert len(as_json) == len(as_csv)
        texts = [name for row in as_json[:1] for name in row if isinstance(row[name], str)]
        for name in texts:
            assert [row[name] or "" for row in as_json] == [row[name] for row in as_csv], name
    shown = command.json("select before, after from quote_changes where change = 'reworded'")
    told = json.loads(command("changes", "--format", "json").stdout)
    assert sorted(str(row["before"]) for row in shown) == sorted(
        str(row["before"]) for row in told if row["change"] == "reworded"
    )


def csv_of(command, sql: str) -> str:
    """What the command prints, with the ends of lines as they are."""
    done = subprocess.run(
        [ROSTRUM, "sql", sql, "--format", "csv"],
        env=command.environment(),
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()


def test_every_column_holds_every_attack(everywhere):
    (row,) = everywhere.json("select list(text) as texts, list(distinct position) as p from quotes")
    assert set(EVERY.values()) <= set(row["texts"])
    assert set(EVERY.values()) == set(row["p"])


@pytest.mark.long(only=True)
def test_citations_are_exact(served):
    quotes = served.json("select quote_id, text, char_start, char_end from quotes limit 12")
    for quote in quotes:
        done = served("cite", str(quote["quote_id"]), "--format", "json")
        assert (0, "") == (done.returncode, done.stderr)
        target = json.loads(done.stdout)["target"]
        assert quote["text"] == target["selector"][0]["exact"]


def test_speeches_are_cited_too(everywhere):
    (row,) = everywhere.json("select speech_id, text from speeches where text like '<script%'")
    done = everywhere("cite", str(row["speech_id"]), "--format", "json")
    assert done.returncode == 0
    assert row["text"] == json.loads(done.stdout)["rostrum:text"]
    assert "no record of this revision" in done.stderr


def test_a_hostile_id_is_looked_for_and_not_obeyed(served):
    for name in ("'; drop table quotes; --", "%", "_", "\x1b[31m", "", "*", "0' or '1'='1"):
        done = served("cite", name)
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1
        assert not ACTIVE.search(done.stderr)
