"""The notebook's questions, asked without a browser of the sample site."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, Command
from tests.hostile_text.corpus import EVERY

pytestmark = pytest.mark.timeout(300)
NOTEBOOK = REPOSITORY / "notebooks/questions.py"
ANSWERS = ("most_quoted", "organizations", "spokespeople", "problems", "edits", "timeline")
PROGRAM = """
import json, runpy, sys
cells = runpy.run_path(sys.argv[1])["app"]
_, found = cells.run()
print(json.dumps({name: found[name] for name in sys.argv[2:]}, default=str))
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    command = Command(tmp_path_factory.mktemp("notebook") / "home")
    assert command("ingest", "sample").returncode == 0
    return command.home


def run(home: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        arguments,
        env={"PATH": "/usr/bin:/bin", "ROSTRUM_HOME": str(home), "HOME": str(home.parent)},
        capture_output=True,
        text=True,
        check=False,
        timeout=200,
    )


def test_it_answers(home):
    before = (home / "snapshot.duckdb").read_bytes()
    done = run(home, sys.executable, "-c", PROGRAM, NOTEBOOK, *ANSWERS)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert {"Tarn Valley Dialogue", "Диалог Тарнской долины"} == {
        row["event_name"] for row in found["most_quoted"]
    }
    assert len(found["most_quoted"]) == 10
    assert "Brackwater University" == found["organizations"][0]
    assert 9 == sum(row["quotes"] for row in found["spokespeople"])
    assert all(row["problems"] for row in found["problems"])
    assert [] == found["edits"]
    assert sum(row["quotes"] for row in found["timeline"]) > 5
    assert before == (home / "snapshot.duckdb").read_bytes()


def test_it_becomes_a_page(home, tmp_path):
    marimo = Path(sys.executable).parent / "marimo"
    page = tmp_path / "page.html"
    notebook = tmp_path / NOTEBOOK.name  # marimo leaves a folder beside what it exports
    notebook.write_bytes(NOTEBOOK.read_bytes())
    done = run(home, marimo, "export", "html", notebook, "-o", page, "--no-include-code")
    assert done.returncode == 0, done.stderr
    assert "Tarn Valley Dialogue" in page.read_text()


def test_without_a_snapshot_it_says_what_to_do(tmp_path):
    done = run(tmp_path / "nowhere", sys.executable, NOTEBOOK)
    assert done.returncode == 1
    assert re.fullmatch(r"No .*snapshot\.duckdb: run `rostrum ingest sample`.*\n", done.stderr)


DRAW = """
import json, runpy, sys
_, found = runpy.run_path(sys.argv[1])["app"].run()
print(found["table"](json.loads(sys.argv[2])).text)
"""


def test_what_pages_say_is_text_in_it(home):
    attacks = [attack for attack in EVERY.values() if len(attack) < 1_000 and "\0" not in attack]
    rows = json.dumps([{"<b>text</b>": attack} for attack in attacks])
    done = run(home, sys.executable, "-c", DRAW, NOTEBOOK, rows)
    assert done.returncode == 0, done.stderr
    tags = set(re.findall(r"<[^>]*>", done.stdout))
    assert tags <= set(
        "<table> </table> <thead> </thead> <tbody> </tbody> <tr> </tr> <th> </th> </td>".split()
    ) | {"<td dir=auto>"}
    shown = re.findall(r"<td dir=auto>([^<]*)</td>", done.stdout)
    as_printed = [attack.replace("\r\n", "\n").replace("\r", "\n") for attack in attacks]
    assert as_printed == [html.unescape(text) for text in shown]
