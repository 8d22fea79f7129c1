"""The command: what it prints, and its exit status."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from tests.pages import Report, Said


@pytest.fixture
def filled(command, site):
    url = site.write("page.html", Report().html)
    assert command("ingest", url).returncode == 0
    return command


def test_ingest_ends_with_a_table_and_next_commands(command):
    done = command("ingest", "sample")
    assert done.returncode == 0, done.stderr
    assert re.search(r"^quotes in the warehouse\s+103", done.stdout, re.MULTILINE)
    assert done.stdout.index("Try next:") > 0
    assert len([line for line in done.stdout.splitlines() if "rostrum " in line]) == 3


def test_sql_formats_agree(filled):
    sql = "select text, position, roles, published_on, char_start from quotes order by quote_number"
    as_json = json.loads(filled("sql", sql, "--format", "json").stdout)
    as_csv = list(csv.DictReader(io.StringIO(filled("sql", sql, "--format", "csv").stdout)))
    assert [row["text"] for row in as_json] == [row["text"] for row in as_csv]
    assert as_json[0]["roles"] == json.loads(as_csv[0]["roles"])
    assert as_json[0]["roles"] == [{"role": "Director", "organization": "Institute of Lake Law"}]
    assert [row["char_start"] for row in as_json] == [int(row["char_start"]) for row in as_csv]
    table = filled("sql", "select count(*) as quotes from quotes").stdout
    assert table.split()[0] == "quotes"
    assert table.split()[-1] == "3"


@pytest.mark.parametrize(
    "sql",
    [
        "insert into quotes select * from quotes",
        "drop table quotes",
        "update raw.quotes set text = 'x'",
        "select * from read_csv('/etc/passwd')",
        "copy quotes to '/tmp/rostrum-escape.csv'",
        "attach '/tmp/rostrum-escape.duckdb'",
        "install httpfs",
        "set enable_external_access = true",
        "selekt 1",
        "",
        ";",
    ],
)
def test_sql_cannot_change_or_reach_anything(filled, sql):
    done = filled("sql", sql)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert [{"quotes": 3}] == filled.json("select count(*) as quotes from quotes")


def test_cite_names_the_bytes(filled):
    row = filled.json("select quote_id, text, speaker_name, page_url, revision_sha256 from quotes")[
        0
    ]
    done = filled("cite", row["quote_id"])
    for key in ("text", "speaker_name", "page_url", "revision_sha256"):
        assert row[key] in done.stdout
    assert re.search(r"\.warc\.gz, \d+ bytes at \d+", done.stdout)


def test_sources_and_issues(filled, site):
    assert "legalforum" in filled("sources").stdout
    filled("ingest", f"{site.url}/none.html")
    assert "http_404" in filled("issues").stdout
    site.write("none.html", Report().html)
    filled("ingest", f"{site.url}/none.html")
    assert "http_404" not in filled("issues").stdout
    assert "http_404" in filled("issues", "--all").stdout


def test_terminal_escapes_of_a_page_do_not_act(command, site):
    hostile = "We saw \x1b[31mred\x1b[0m water and \u202etxet\u202c in it for the whole of the year"
    url = site.write("page.html", Report(said=(Said(hostile, "Ada Brandt"),)).html)
    assert command("ingest", url).returncode == 0
    shown = command("sql", "select text from quotes limit 1").stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "\\u001b" in shown
    assert hostile == command.json("select text from quotes limit 1")[0]["text"]


def test_markup_of_a_page_is_not_obeyed_by_the_table(command, site):
    text = "[bold]The levy[/bold] is [red]due[/red] on the first day of every month"
    url = site.write("page.html", Report(said=(Said(text, "Ada Brandt"),)).html)
    command("ingest", url)
    shown = command("sql", "select text from quotes limit 1").stdout
    assert text in " ".join(shown.split())


def test_help_names_every_command(command):
    shown = command("--help").stdout
    for name in ("ingest", "sql", "verify", "cite", "sources", "new-source", "issues"):
        assert name in shown
    assert "Exit status" in shown
