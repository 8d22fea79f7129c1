"""`rostrum people`: what it lists, what it decides, and what is left of that after anything."""

from __future__ import annotations

import json
import shutil

import pytest

from rostrum.web import serve_folder
from tests.conftest import Command
from tests.pages import Report, Said

SPEECH = "The lake has no lawyer, and so it loses every case that is brought before it"
BOATS = "We counted the boats twice and came to three different numbers in the end"
ICE = "From December the ice is too thick for boats and too thin for the buses here"


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """A home with three pages, on which people are printed in several manners."""
    folder = tmp_path_factory.mktemp("site")
    said = {
        "one.html": (Said(SPEECH, "Ada Brandt"), Said(BOATS, "Sergei Pospelov")),
        "two.html": (Said(BOATS, "Sergey Pospelov"), Said(ICE, "Ada Brandt")),
        "three.html": (
            Said(ICE, "Stefan Oster", "Judge, Water Court"),
            Said(SPEECH, "S. Oster", "Judge, Port of Ostrel"),
        ),
    }
    for name, quotes in said.items():
        (folder / name).write_text(Report(title=f"The Lake {name}", said=quotes).html)
    command = Command(tmp_path_factory.mktemp("people") / "home")
    with serve_folder(folder) as (host, port):
        urls = [f"http://{host}:{port}/{name}" for name in said]
        assert command("ingest", *urls).returncode == 0
        yield command, dict(zip(said, urls, strict=True))


@pytest.fixture
def home(pages, tmp_path):
    """A copy of that home."""
    shutil.copytree(pages[0].home, tmp_path / "home")
    return Command(tmp_path / "home")


def id_of(command: Command, name: str) -> str:
    (row,) = command.json(f"select person_id from speakers where list_contains(names, '{name}')")
    return str(row["person_id"])


def done(command: Command, *arguments: str) -> str:
    result = command("people", *arguments)
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_people_are_listed_with_all_their_names(home):
    rows = json.loads(done(home, "pospelov", "--format", "json"))
    assert [["Sergei Pospelov", "Sergey Pospelov"]] == [row["names"] for row in rows]
    assert [2] == [row["page_count"] for row in rows]
    assert len(json.loads(done(home, "--format", "json"))) == 4
    assert "Water Court" in done(home, "--organizations", "court")
    assert "Ada Brandt" in done(home, "list", "ada", "brandt")
    assert json.loads(done(home, "ada", "pospelov", "--format", "json")) == []


def test_what_is_undecided_is_listed_with_its_evidence(home):
    (row,) = json.loads(done(home, "--undecided", "--format", "json"))
    assert {"S. Oster", "Stefan Oster"} == {row["name"], row["other_name"]}
    assert "initial" in row["reason"]
    assert {row["id"], row["other_id"]} == {id_of(home, "S. Oster"), id_of(home, "Stefan Oster")}
    assert ["Port of Ostrel"] in (row["organizations"], row["other_organizations"])
    assert all(page.endswith("three.html") for page in row["pages"])
    assert json.loads(done(home, "--undecided", "brandt", "--format", "json")) == []


@pytest.mark.timeout(600)  # a dozen commands
def test_a_merge_counts_survives_a_rebuild_and_is_undone_exactly(home):
    before = home("fingerprint").stdout
    one, other = id_of(home, "Stefan Oster"), id_of(home, "S. Oster")
    said = done(home, "merge", one, other)
    assert "Decision 1" in said and "people undo 1" in said
    assert one == id_of(home, "S. Oster")
    assert json.loads(done(home, "--undecided", "--format", "json")) == []
    decided = home("fingerprint").stdout
    assert decided != before
    for again in ("rebuild", "transform"):
        assert home(again).returncode == 0
        assert decided == home("fingerprint").stdout
    assert home("verify").returncode == 0
    (home.home / "warehouse.duckdb").unlink()
    assert home("transform").returncode == 0
    assert decided == home("fingerprint").stdout
    assert "undone" in done(home, "undo")
    assert before == home("fingerprint").stdout
    changes = home.json("select name, id_before, id_after, reason from identity_changes")
    assert [("S. Oster", other, one), ("S. Oster", one, other)] == [
        (row["name"], row["id_before"], row["id_after"]) for row in changes
    ]
    states = [row["state"] for row in json.loads(done(home, "decisions", "--format", "json"))]
    assert states == ["undone", "undoes 1"]


@pytest.mark.long(only=True)
@pytest.mark.timeout(600)
def test_names_and_pages_are_split_off_and_come_back(home, pages):
    before = home("fingerprint").stdout
    one = id_of(home, "Sergei Pospelov")
    done(home, "split", one, "Sergey Pospelov")
    assert one == id_of(home, "Sergei Pospelov") != id_of(home, "Sergey Pospelov")
    done(home, "undo", "1")
    assert before == home("fingerprint").stdout
    ada = id_of(home, "Ada Brandt")
    done(home, "split", ada, "--page", pages[1]["two.html"])
    rows = home.json(
        "select distinct page_url, person_id = '" + ada + "' as is_old from quotes "
        "where speaker_name = 'Ada Brandt'"
    )
    assert {row["page_url"].rpartition("/")[2]: row["is_old"] for row in rows} == {
        "one.html": True,
        "two.html": False,
    }
    assert [{"n": 2}] == home.json("select count(*) as n from speakers where name = 'Ada Brandt'")
    done(home, "undo")
    assert before == home("fingerprint").stdout


WRONG = {
    "unknown ids": ("merge", "0123", "4567"),
    "one id": ("merge", "ADA", "ADA"),
    "an organization and a person": ("merge", "ADA", "HOUSE"),
    "no such name": ("split", "ADA", "Ada Lovelace"),
    "all its names": ("split", "ADA", "Ada Brandt"),
    "no names": ("split", "ADA"),
    "unknown page": ("split", "ADA", "--page", "https://nowhere.example/"),
    "a page without it": ("split", "ADA", "--page", "THREE"),
    "nothing to undo": ("undo",),
    "no such decision": ("undo", "7"),
}


@pytest.mark.parametrize("arguments", WRONG.values(), ids=WRONG)
def test_what_makes_no_sense_is_one_line_and_decides_nothing(pages, arguments):
    command, urls = pages
    (house,) = command.json("select organization_id from organizations where name = 'Water Court'")
    words = {
        "ADA": id_of(command, "Ada Brandt"),
        "HOUSE": house["organization_id"],
        "THREE": urls["three.html"],
    }
    result = command("people", *(words.get(word, word) for word in arguments))
    assert result.returncode == 2
    assert len(result.stderr.splitlines()) == 1
    assert not (command.home / "people.jsonl").exists()


def test_a_home_without_a_snapshot_is_one_line(command):
    for arguments in ((), ("--undecided",), ("merge", "a", "b")):
        result = command("people", *arguments)
        assert result.returncode == 1
        assert len(result.stderr.splitlines()) == 1


@pytest.mark.timeout(600)
def test_a_damaged_line_is_named_and_a_torn_one_is_taken_off(home):
    before = home("fingerprint").stdout
    one, other = id_of(home, "Stefan Oster"), id_of(home, "S. Oster")
    done(home, "merge", one, other)
    decided = home("fingerprint").stdout
    file = home.home / "people.jsonl"
    whole = file.read_bytes()
    file.write_bytes(b'{"at": "damaged"}\n' + whole + b'{"at": "20')
    result = home("transform")
    assert result.returncode == 0
    assert result.stderr.count("\n") == 1
    assert "Line 1 of" in result.stderr and "damaged" in result.stderr
    assert decided == home("fingerprint").stdout
    done(home, "undo")
    lines = file.read_bytes().splitlines()
    assert lines[1] + b"\n" == whole
    assert json.loads(lines[2])["decision"] == 2
    assert before == home("fingerprint").stdout


def test_names_of_a_page_cannot_act(command, site):
    hostile = "Ada Brandt', entity_id = 'x"
    url = site.write("page.html", Report(said=(Said(SPEECH, "Ada Brandt"),)).html)
    assert command("ingest", url).returncode == 0
    result = command("people", "split", id_of(command, "Ada Brandt"), hostile + "\x1b[31m")
    assert result.returncode == 2
    assert "\x1b" not in result.stderr
