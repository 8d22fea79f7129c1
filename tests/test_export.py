"""`rostrum export`: where it writes, what it refuses, and what a workbook cannot hold."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
from datetime import date, datetime
from typing import TYPE_CHECKING

import duckdb
import frictionless
import openpyxl
import pytest

from rostrum.datapackage import type_of
from rostrum.export import export
from rostrum.settings import Settings
from rostrum.warehouse.publish import publish
from rostrum.workbook import MOST_ROWS, cut, escape, open_workbook, utf16_units
from tests.conftest import ROSTRUM, Command

if TYPE_CHECKING:
    from pathlib import Path

FORMATS = ("parquet", "csv", "jsonl", "xlsx")


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Command:
    command = Command(tmp_path_factory.mktemp("export") / "home")
    assert command("ingest", "sample").returncode == 0
    return command


def refused(done: subprocess.CompletedProcess[str], status: int, *words: str) -> None:
    assert status == done.returncode
    assert 1 == len(done.stderr.splitlines()), done.stderr
    for word in words:
        assert word in done.stderr
    assert "Traceback" not in done.stderr


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("file_format", FORMATS)
def test_the_sample_site_is_exported(sample, tmp_path, file_format):
    folder = tmp_path / "a new place" / "it's out"
    done = sample("export", str(folder), "--format", file_format)
    assert (0, "") == (done.returncode, done.stderr)
    assert "quotes" in done.stdout
    package = json.loads((folder / "datapackage.json").read_text())
    quotes = next(one for one in package["resources"] if one["name"] == "quotes")
    assert 103 == quotes["rowCount"]
    assert ["quote_id"] == quotes["schema"]["primaryKey"]
    types = {field["name"]: field["type"] for field in quotes["schema"]["fields"]}
    assert "array" == types["roles"]
    assert "date" == types["published_on"]
    assert "datetime" == types["first_seen_at"]
    assert "integer" == types["char_start"]
    assert frictionless.validate(str(folder / "datapackage.json")).valid
    assert [folder.name] == names(folder.parent)


def test_a_file_that_was_altered_is_not_valid(sample, tmp_path):
    sample("export", str(tmp_path / "out"), "--format", "csv")
    path = tmp_path / "out" / "speakers.csv"
    path.write_text(path.read_text().replace("Marta", "Maria"))
    assert not frictionless.validate(str(tmp_path / "out" / "datapackage.json")).valid


def test_an_earlier_export_is_replaced_as_a_whole(sample, tmp_path):
    folder = tmp_path / "out"
    for file_format in ("csv", "parquet", "xlsx"):
        assert sample("export", str(folder), "--format", file_format).returncode == 0
    assert {"rostrum.xlsx", "datapackage.json"} == set(names(folder))
    assert ["out"] == names(tmp_path)


def test_an_empty_folder_is_used(sample, tmp_path):
    (tmp_path / "out").mkdir()
    assert sample("export", str(tmp_path / "out")).returncode == 0


@pytest.mark.parametrize("content", [None, "{}", "[]", "no json", '{"madeBy": "rostrum"}'])
def test_what_is_somebody_elses_stays(sample, tmp_path, content):
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    if content is not None:
        (folder / "datapackage.json").write_text(content)
    refused(sample("export", str(folder)), 2, "is not empty")
    assert "mine" == (folder / "notes.txt").read_text()


def test_a_file_added_to_an_export_stays(sample, tmp_path):
    folder = tmp_path / "out"
    sample("export", str(folder))
    (folder / "notes.txt").write_text("mine")
    refused(sample("export", str(folder)), 2, "notes.txt")
    assert (folder / "quotes.parquet").exists()


def test_a_home_is_no_place_for_an_export(sample):
    refused(sample("export", str(sample.home)), 2, "is not empty")
    assert sample.json("select count(*) as n from quotes") == [{"n": 103}]


def test_places_that_are_none(sample, tmp_path):
    (tmp_path / "file").write_text("x")
    refused(sample("export", str(tmp_path / "file")), 2, "is a file")
    refused(sample("export", str(tmp_path / "file" / "in it")), 1, "file")
    refused(sample("export", "/proc/nowhere/out"), 1, "/proc/nowhere")
    refused(sample("export", os.fsdecode(os.fsencode(tmp_path) + b"/\xff")), 2, "UTF-8")
    done = sample("export", str(tmp_path / "out"), "--format", "docx")
    assert 2 == done.returncode
    assert {"file"} == set(names(tmp_path))


def test_without_a_snapshot(command, tmp_path):
    refused(command("export", str(tmp_path / "out")), 1, "Nothing is published")
    refused(command("report", str(tmp_path / "r.html")), 1, "Nothing is published")
    refused(command("cite", "0123"), 1, "Nothing is published")
    assert [] == names(tmp_path)


@pytest.mark.parametrize("file_format", FORMATS)
@pytest.mark.parametrize("size", [0, 3_000])
def test_a_full_disk_is_one_line_and_leaves_what_was_there(sample, tmp_path, file_format, size):
    folder = tmp_path / "out"
    assert sample("export", str(folder), "--format", "csv").returncode == 0
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    done = subprocess.run(
        [ROSTRUM, "export", folder, "--format", file_format],
        env=sample.environment(),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )
    refused(done, 1, str(tmp_path), "ree space")
    assert before == {path.name: path.read_bytes() for path in folder.iterdir()}
    assert ["out"] == names(tmp_path)


def test_comments_become_descriptions(sample, tmp_path):
    settings = Settings(home=tmp_path / "home")
    shutil.copytree(sample.home, settings.home)
    with duckdb.connect(str(settings.warehouse)) as connection:
        connection.execute("comment on table quotes is 'One row per quote, ''verbatim''.'")
        connection.execute("comment on column quotes.text is 'The words; <b>exact</b>.'")
        publish(connection, settings)
    export(settings, tmp_path / "out", "jsonl")
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text())
    quotes = next(one for one in package["resources"] if one["name"] == "quotes")
    assert "One row per quote, 'verbatim'." == quotes["description"]
    text = next(field for field in quotes["schema"]["fields"] if field["name"] == "text")
    assert "The words; <b>exact</b>." == text["description"]


def test_rows_beyond_the_last_of_a_sheet_go_on_on_another(tmp_path):
    with open_workbook(tmp_path / "book.xlsx", tmp_path, most_rows=3) as writer:
        writer.add_table("words", ["number", "word"], [(n, f"w{n}") for n in range(7)])
        writer.add_table("full", ["number"], [(n,) for n in range(3)])
        writer.add_table("none", ["number"], [])
    counts = {sheet.name: sheet.rows for sheet in writer.sheets}
    assert {"words": 3, "words_2": 3, "words_3": 1, "full": 3, "none": 0} == counts
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    assert list(counts) == book.sheetnames
    rows = [row for name in counts if "words" in name for row in list(book[name].values)[1:]]
    assert [(n, f"w{n}") for n in range(7)] == rows


def test_a_text_longer_than_a_cell_stands_whole_on_a_sheet(tmp_path):
    long = "a" + "\U0001f600b" * 40_000
    fits = "\U0001f600" * 16_383 + "c"
    with open_workbook(tmp_path / "book.xlsx", tmp_path) as writer:
        writer.add_table("words", ["id", "word"], [(1, "short"), (2, long), (3, fits)])
    assert 32_767 == utf16_units(fits)
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    assert ["words", "long_texts"] == book.sheetnames
    assert fits == book["words"]["B4"].value
    assert "long_texts" in book["words"]["B3"].value
    parts = list(book["long_texts"].values)[1:]
    assert long == "".join(part[4] for part in parts)
    assert {("words", 3, "word")} == {part[:3] for part in parts}
    assert max(utf16_units(part[4]) for part in parts) <= 32_767


def test_cells_hold_what_they_can(tmp_path):
    row = (True, 10**14, 10**15 + 1, -1.5, date(2026, 5, 1), date(1899, 5, 1), float("nan"), None)
    with open_workbook(tmp_path / "book.xlsx", tmp_path) as writer:
        writer.add_table("kinds", [f"c{n}" for n in range(len(row))], [row])
    (found,) = list(openpyxl.load_workbook(tmp_path / "book.xlsx")["kinds"].values)[1:]
    expected = (
        True,
        10**14,
        str(10**15 + 1),
        -1.5,
        datetime(2026, 5, 1),  # noqa: DTZ001 - a cell has no zone
        "1899-05-01",
        "nan",
        None,
    )
    assert expected == found


def test_excels_spelling():
    assert "_x005F_x0041_x005F_x0042_" == escape("_x0041_x0042_")
    assert "_x0000__x000D_\t\n_xFFFF_" == escape("\0\r\t\n\uffff")
    assert "_x003C_r>a</r>" == escape("<r>a</r>")
    assert "plain <r>_x_" == escape("plain <r>_x_")
    assert ["ab", "c\U0001f600"[:1], "\U0001f600"] == list(cut("abc\U0001f600", 2))
    assert 1_048_576 == MOST_ROWS + 1


@pytest.mark.parametrize(
    ("duckdb_type", "name"),
    [
        ("VARCHAR", "string"),
        ("VARCHAR[]", "array"),
        ("STRUCT(a INTEGER)[]", "array"),
        ("STRUCT(a INTEGER)", "object"),
        ("HUGEINT", "integer"),
        ("UBIGINT", "integer"),
        ("DECIMAL(18,3)", "number"),
        ("TIMESTAMP WITH TIME ZONE", "datetime"),
        ("TIMESTAMP", "datetime"),
        ("UUID", "string"),
    ],
)
def test_types_have_names(duckdb_type, name):
    assert name == type_of(duckdb_type)
