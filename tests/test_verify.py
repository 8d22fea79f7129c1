"""`rostrum verify` proves every row, and any altered byte or row makes it name the page."""

from __future__ import annotations

import os
import shutil
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from rostrum import proof
from rostrum.errors import ReaderError
from rostrum.proof import verify
from rostrum.settings import Settings
from tests.conftest import LONG
from tests.pages import Report

ALTERED_ROWS = (
    "update raw.quotes set text = text || '.' where quote_number = 2",
    "update raw.quotes set speaker_name = 'Ada Brant' where quote_number = 1",
    "update raw.quotes set position = replace(position, 'Port', 'port') where quote_number = 2",
    "update raw.quotes set char_start = char_start + 1 where quote_number = 1",
    "update raw.quotes set roles = [] where quote_number = 1",
    "update raw.quotes set section_number = 2 where quote_number = 1",
    "delete from raw.quotes where quote_number = 3",
    "insert into raw.quotes select * from raw.quotes where quote_number = 3",
    "update raw.theses set heading = upper(heading) where thesis_number = 1",
    "update raw.sections set kind = 'solutions' where section_number = 1",
    "update raw.revisions set title = 'Who Speaks for the Sea'",
    "update raw.revisions set language = 'ru'",
    "update raw.backers set name = 'Ministry of Seas' where role = 'supporter'",
    "delete from raw.paragraphs",
    "update main.quotes set text = 'The lake has a lawyer' where quote_number = 1",
    "update main.quotes set speaker_name = 'Tomas Weil' where quote_number = 1",
    "delete from main.quotes where quote_number = 1",
    "update main.sessions set event_name = 'Ostrel Sea Days'",
    "update main.participations set role = 'moderator'",
    "update main.pages set title = 'Who Speaks for the Sea'",
)


@pytest.fixture
def page(command, site):
    url = site.write("page.html", Report().html)
    assert command("ingest", url).returncode == 0
    return url


def test_verify_passes_and_counts(command, page):
    done = command("verify")
    assert done.returncode == 0, done.stderr
    assert "1 revisions" in done.stdout
    assert "all as archived" in done.stdout


def faulty_places(command) -> set[str]:
    """What `rostrum verify` names, asked in this process."""
    return {fault.where for fault in verify(Settings(home=command.home)).faults}


@pytest.mark.long
@pytest.mark.parametrize("number", [0, 1])
def test_one_altered_row_is_found(command, page, number, tmp_path):
    file = ("warehouse.duckdb", "snapshot.duckdb")[number]
    path = command.home / file
    kept = tmp_path / "kept.duckdb"
    shutil.copyfile(path, kept)
    for change in ALTERED_ROWS if LONG else ALTERED_ROWS[number::2]:
        with duckdb.connect(str(path)) as connection:
            connection.execute(change)
        assert page in faulty_places(command), change
        shutil.copyfile(kept, path)
    assert faulty_places(command) == set()


@pytest.mark.long
def test_one_altered_byte_of_the_archive_is_found(command, page):
    (path,) = (command.home / "archive").iterdir()
    whole = path.read_bytes()
    places = [*range(12), *range(12, len(whole), len(whole) // 20), len(whole) - 1]
    places = places if LONG else places[::4]
    for place in places:
        altered = bytearray(whole)
        altered[place] ^= 1
        path.write_bytes(altered)
        assert faulty_places(command) & {page, path.name}, place
    done = command("verify")
    assert done.returncode == 1
    assert page in done.stderr
    path.write_bytes(whole[:-1])
    assert page in command("verify").stderr
    path.write_bytes(whole + b"x")
    assert command("verify").returncode == 1
    path.unlink()
    assert page in command("verify").stderr
    path.write_bytes(whole)
    assert command("verify").returncode == 0


def test_verify_changes_nothing(command, page):
    before = {path: path.read_bytes() for path in command.home.rglob("*") if path.is_file()}
    command("verify")
    del before[command.home / "writer.lock"]
    assert before == {path: path.read_bytes() for path in before}
    assert not list(command.home.glob("rostrum-verify-*"))


def test_a_killed_runs_archive_is_taken_in(command, page, site):
    """A run that died after archiving and before loading leaves records the ledger lacks."""
    other = site.write("other.html", Report(title="Another Lake").html)
    shutil.copyfile(command.home / "warehouse.duckdb", command.home / "before.duckdb")
    assert command("ingest", other).returncode == 0
    shutil.move(command.home / "before.duckdb", command.home / "warehouse.duckdb")
    assert command("ingest", other).returncode == 0
    assert command("verify").returncode == 0
    pages = command.json("select page_url, quote_count from pages order by page_url")
    assert [(other, 3), (page, 3)] == [(row["page_url"], row["quote_count"]) for row in pages]


def test_processes_find_what_one_would(command, site, monkeypatch):
    reports = [Report(title=f"Report {number}") for number in range(2)]
    urls = [site.write(f"{number}.html", one.html) for number, one in enumerate(reports)]
    assert command("ingest", *urls).returncode == 0
    (path,) = (command.home / "archive").iterdir()
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 2] ^= 1
    path.write_bytes(whole)
    alone = faulty_places(command)
    assert alone
    monkeypatch.setattr(proof, "MANY", 1)
    assert faulty_places(command) == alone


def test_a_reader_that_is_killed_ends_it_with_one_line(command, site, monkeypatch):
    url = site.write("page.html", Report().html)
    assert command("ingest", url).returncode == 0
    monkeypatch.setattr(proof, "MANY", 1)
    with ThreadPoolExecutor(1) as thread:
        verifying = thread.submit(verify, Settings(home=command.home))
        while not (readers := [pid for pid in children() if "spawn_main" in words_of(pid)]):
            assert not verifying.done()
        os.kill(readers[0], signal.SIGKILL)
        with pytest.raises(ReaderError, match="was ended from outside"):
            verifying.result()
    assert verify(Settings(home=command.home)).faults == []


def children() -> list[int]:
    lists = [path.read_text() for path in Path("/proc/self/task").glob("*/children")]
    return [int(pid) for pid in " ".join(lists).split()]


def words_of(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_text()
