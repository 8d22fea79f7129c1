"""The documents are true: their commands run, and what they name exists."""

from __future__ import annotations

import re
import shlex
import subprocess
import tomllib

import pytest

from rostrum import __version__
from rostrum.sources import all_sources
from tests.conftest import REPOSITORY, ROSTRUM, Command

README = (REPOSITORY / "README.md").read_text()
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
LINES = [line for block in BLOCKS for line in block.splitlines() if line]
COMMANDS = [shlex.split(line)[1:] for line in LINES if line.startswith(".venv/bin/rostrum ")]
MAKE_TARGETS = [line.removeprefix("make ") for line in LINES if line.startswith("make ")]


def test_the_readme_has_commands():
    assert len(COMMANDS) >= 7
    assert MAKE_TARGETS == ["run", "test"]
    assert len(COMMANDS) + len(MAKE_TARGETS) == len(LINES)


@pytest.fixture(scope="module")
def ingested(tmp_path_factory):

    command = Command(tmp_path_factory.mktemp("readme") / "home")
    assert command("ingest", "sample").returncode == 0
    return command


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_each_command_of_the_readme_runs(ingested, arguments, bucket, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # some write files, or to s3://bucket
    done = ingested(*arguments)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_make_run_is_the_command_with_prefect():
    makefile = (REPOSITORY / "Makefile").read_text()
    assert re.search(
        r"^run: .*\n\t\$\(BIN\)/rostrum ingest sample --prefect$", makefile, re.MULTILINE
    )
    for target in MAKE_TARGETS:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_the_readme_counts_the_sample_site_right():
    site = all_sources()["sample"].folder
    reports = [*site.glob("en/news/*/index.html"), *site.glob("ru/news/*/index.html")]
    reports = [path for path in reports if path.parent.name != "page"]
    programmes = list(site.glob("*/programme/business-programme/*/index.html"))
    assert f"{len(reports)} reports and {len(programmes)} programme pages" in README


def test_links_and_named_files_exist():
    for document in ("README.md", "CONTRIBUTING.md"):
        text = (REPOSITORY / document).read_text()
        for link in re.findall(r"\]\((?!http)([^)]+)\)", text):
            assert (REPOSITORY / link).exists(), link
    picture = README[README.index("src/rostrum/\n") :]
    for name in re.findall(r"^  ([\w.]+(?:/|\.py))", picture, re.MULTILINE):
        assert (REPOSITORY / "src/rostrum" / name).exists(), name


def test_the_locks_pin_hashes_and_name_no_index():
    for name in ("requirements.lock", "requirements-dev.lock"):
        lock = (REPOSITORY / name).read_text()
        pins = re.findall(r"^[a-z0-9][\w.\[\]-]*==", lock, re.MULTILINE)
        assert len(pins) > 50
        assert lock.count("--hash=sha256:") >= len(pins)
        assert "://" not in lock
        assert "-index" not in lock


def test_known_bad_versions_are_not_locked():
    lock = (REPOSITORY / "requirements.lock").read_text()
    assert "\nduckdb==1.5.5 " in lock
    minor = re.search(r"^fastapi==0\.(\d+)\.", lock, re.MULTILINE)
    assert minor
    assert 139 <= int(minor[1]) < 151
    version = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]["version"]

    assert __version__ == version


def test_the_command_starts_without_prefect_and_without_the_heavy_parts():
    program = (
        "import sys, rostrum.cli; "
        "heavy = {'prefect', 'duckdb', 'httpx', 'bs4', 'sqlglot', 'pyarrow', "
        "'jinja2', 'xlsxwriter'} & set(sys.modules); "
        "sys.exit(str(heavy) if heavy else 0)"
    )

    python = ROSTRUM.parent / "python"
    assert subprocess.run([python, "-c", program], check=False).returncode == 0


def test_ingest_without_prefect_never_imports_it(tmp_path):
    program = (
        "import asyncio, sys; from pathlib import Path; from rostrum.pipeline import ingest; "
        "from rostrum.settings import Settings; "
        f"asyncio.run(ingest(['sample'], Settings(home=Path({str(tmp_path / 'home')!r})))); "
        "sys.exit('prefect' in sys.modules)"
    )

    python = ROSTRUM.parent / "python"
    assert subprocess.run([python, "-c", program], check=False).returncode == 0
