"""Hostile text in files for others: exact where it must be, and nothing that a program acts on."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path  # noqa: TC003 - pytest's fixtures say it
from xml.etree import ElementTree as ET

import duckdb
import frictionless
import openpyxl
import pyarrow.parquet as pq
import pytest

from rostrum.settings import Settings

pytestmark = pytest.mark.timeout(300)
FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠ \u00a0\ufeff]")
CELL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture(scope="module", params=["served", "everywhere"])
def command(request):
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module", params=["parquet", "csv", "jsonl", "xlsx"])
def exported(request, command, tmp_path_factory) -> tuple[str, Path, dict]:
    folder = tmp_path_factory.mktemp("export") / "out"
    done = command("export", str(folder), "--format", request.param)
    assert done.returncode == 0, done.stderr
    return request.param, folder, tables_of(command)


def tables_of(command) -> dict[str, list[dict]]:
    """What the snapshot holds."""
    with duckdb.connect(str(Settings(home=command.home).snapshot), read_only=True) as connection:
        connection.execute("set timezone = 'UTC'")
        tables = connection.execute(
            "select table_name from information_schema.tables where table_schema = 'main'"
        ).fetchall()
        return {name: rows_of(connection, name) for (name,) in tables}


def rows_of(connection, table: str) -> list[dict]:
    cursor = connection.execute(f"from main.{table}")
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def plain(value: object) -> object:
    """A value as JSON lines have it."""
    match value:
        case datetime():
            if value.tzinfo:
                return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
            return value.strftime("%Y-%m-%dT%H:%M:%S.%f")
        case date():
            return value.isoformat()
        case _:
            return value


def test_frictionless_finds_it_valid(exported):
    _, folder, tables = exported
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["name", "type", "note"])
    package = json.loads((folder / "datapackage.json").read_text())
    described = {resource["name"]: resource["rowCount"] for resource in package["resources"]}
    assert set(tables) <= set(described)
    assert {name: len(rows) for name, rows in tables.items()} == {
        name: count for name, count in described.items() if name in tables
    }
    on_disk = {path.name for path in folder.iterdir()}
    assert {one["path"] for one in package["resources"]} | {"datapackage.json"} == on_disk


def test_every_value_comes_back(exported):
    file_format, folder, tables = exported
    read = {"parquet": from_parquet, "csv": from_csv, "jsonl": from_jsonl, "xlsx": from_xlsx}
    for name, rows in tables.items():
        expected, found = rows, read[file_format](folder, name)
        if file_format != "parquet":
            expected = [{key: plain(value) for key, value in row.items()} for row in rows]
        if file_format in {"csv", "xlsx"}:
            expected, found = as_cells(expected), as_cells(found)
        assert expected == found, name


def as_cells(rows: list[dict]) -> list[dict]:
    """Rows as one could read them from cells."""
    return [{key: as_cell(from_json(value)) for key, value in row.items()} for row in rows]


def from_json(value: object) -> object:
    """A cell that is a list or a struct, as Python has it."""
    try:
        found = json.loads(str(value))
    except ValueError:
        return value
    return found if isinstance(found, (list, dict)) else value


def from_parquet(folder: Path, table: str) -> list[dict]:
    return pq.read_table(folder / f"{table}.parquet").to_pylist()


def from_jsonl(folder: Path, table: str) -> list[dict]:
    # Not splitlines: a text may hold other ends of lines than the one between two objects.
    lines = (folder / f"{table}.jsonl").read_bytes().decode().split("\n")
    return [json.loads(line) for line in lines if line]


def from_csv(folder: Path, table: str) -> list[dict]:
    package = json.loads((folder / "datapackage.json").read_text())
    resource = next(one for one in package["resources"] if one["name"] == table)
    prefix = resource["textEscape"]["prefix"]
    texts = {one["name"] for one in resource["schema"]["fields"] if one["type"] == "string"}
    with (folder / f"{table}.csv").open(newline="", encoding="utf-8") as file:
        return [
            {
                name: (value.removeprefix(prefix) if name in texts else value) or None
                for name, value in row.items()
            }
            for row in csv.DictReader(file)
        ]


def from_xlsx(folder: Path, table: str) -> list[dict]:
    rows = sheet(folder / "rostrum.xlsx", table)
    whole: dict[tuple[str, int, str], str] = {}
    for long in sheet(folder / "rostrum.xlsx", "long_texts"):
        place = (long["sheet"], int(long["row"]), long["column"])
        whole[place] = whole.get(place, "") + long["text"]
    return [
        {name: whole.get((table, number, name), value) for name, value in row.items()}
        for number, row in enumerate(rows, start=2)
    ]


def sheet(path: Path, name: str) -> list[dict]:
    """A sheet's rows, each cell as it is in the file's XML, spelling undone as Excel does it."""
    names = openpyxl.load_workbook(path, read_only=True).sheetnames
    if name not in names:
        return []
    with zipfile.ZipFile(path) as archive:
        root = ET.fromstring(archive.read(f"xl/worksheets/sheet{names.index(name) + 1}.xml"))
    rows = [
        {re.sub(r"\d", "", cell.get("r")): cell_text(cell) for cell in row.iter(f"{CELL}c")}
        for row in root.iter(f"{CELL}row")
    ]
    header = rows[0]
    return [{column: row.get(place) for place, column in header.items()} for row in rows[1:]]


def cell_text(cell) -> str:
    assert cell.find(f"{CELL}f") is None
    if cell.get("t") == "inlineStr":
        (text,) = cell.find(f"{CELL}is")
        return re.sub("_x([0-9A-Fa-f]{4})_", lambda at: chr(int(at[1], 16)), text.text or "")
    value = cell.find(f"{CELL}v").text
    if cell.get("t") == "b":
        return "true" if value == "1" else "false"
    if cell.get("s"):  # a day, counted from the last one of 1899
        return str(date.fromordinal(date(1899, 12, 30).toordinal() + int(value)))
    return value


def as_cell(value: object) -> str | None:
    match value:
        case None | "":
            return None
        case bool():
            return str(value).lower()
        case float():
            return f"{value:.9g}"
        case str() if re.fullmatch(r"\d\.\d+", value):
            return f"{float(value):.9g}"
        case list() | dict():
            return json.dumps(value)
        case _:
            return str(value)


def test_no_cell_of_a_csv_is_a_formula(exported):
    file_format, folder, _ = exported
    if file_format != "csv":
        return
    cells = 0
    for path in folder.glob("*.csv"):
        with path.open(newline="", encoding="utf-8") as file:
            for row in csv.reader(file):
                cells += len(row)
                assert [] == [cell for cell in row if FORMULA.match(cell)], path.name
    assert cells > 1_000


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(exported):
    file_format, folder, _ = exported
    if file_format != "xlsx":
        return
    path = folder / "rostrum.xlsx"
    book = openpyxl.load_workbook(path)
    cells = [cell for one in book for row in one.iter_rows() for cell in row]
    assert len(cells) > 1_000
    assert {cell.data_type for cell in cells} <= {"s", "n", "b", "d", "inlineStr"}
    assert [] == [cell for cell in cells if cell.hyperlink]
    with zipfile.ZipFile(path) as archive:
        assert [] == [name for name in archive.namelist() if re.search("rels/sheet|extern", name)]
        for name in archive.namelist():
            if name.startswith("xl/worksheets/"):
                root = ET.fromstring(archive.read(name))
                kinds = {element.tag.removeprefix(CELL) for element in root.iter()}
                assert not kinds & {"f", "hyperlink", "hyperlinks", "r"}, name
