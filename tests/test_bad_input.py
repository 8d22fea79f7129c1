"""Bad input: one clear line and one issue row each, exit status 3, the other pages unharmed."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from tests.pages import SAID, Report

GOOD = Report().html
CUT_AT = GOOD.index("We counted")


def unused_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


BROKEN = {
    "truncated": GOOD[:CUT_AT],
    "tag-without-end": GOOD[:CUT_AT] + '<p class="x <b' + GOOD[CUT_AT:],
    "attribute-without-end": GOOD[:CUT_AT] + '<a href="/en/' + GOOD[CUT_AT:],
    "comment-without-end": GOOD[:CUT_AT] + "<!--" + GOOD[CUT_AT:],
    "script-without-end": GOOD[:CUT_AT] + "<script>" + GOOD[CUT_AT:],
    "cut-short-and-closed": GOOD[: CUT_AT + 20] + "</p></main></body></html>",
    "table-in-a-sentence": GOOD[: CUT_AT + 20] + "<table><tr><td></div>" + GOOD[CUT_AT + 20 :],
}
PAGES = {
    "pdf": (b"%PDF-1.7 ...", "not_html"),
    "empty": (b"", "empty_page"),
    "blank": (b"<html><body> </body></html>", "empty_page"),
    "no-quotes": (
        b"<html><head><title>About</title></head><body><h1>About</h1><p>We meet.</p></body></html>",
        "no_quotes",
    ),
    "no-title": (b"<html><body><p>Nobody said this.</p></body></html>", "no_title"),
}


def test_each_bad_page_is_an_issue_and_harms_no_other(command, site):
    expected = {}
    for name, (body, code) in PAGES.items():
        expected[site.write(f"{name}.html", body)] = code
    expected[f"{site.url}/nothing-here.html"] = "http_404"
    expected[f"http://127.0.0.1:{unused_port()}/x"] = "connect_failed"
    expected["http://no-such-host.invalid/x"] = "dns_failed"
    expected["not a url"] = "invalid_url"
    expected["http://"] = "invalid_url"
    expected["http://[::1"] = "invalid_url"
    expected["nonsense"] = "invalid_url"
    expected["ftp://lake.example/x"] = "scheme_refused"
    expected["http://10.0.0.1/x"] = "address_refused"
    good = site.write("good.html", GOOD)
    done = command("ingest", *expected, good)
    assert done.returncode == 3, done.stderr
    assert "Traceback" not in done.stderr
    lines = done.stderr.splitlines()
    assert len(expected) == len(lines)
    for url, code in expected.items():
        assert [line for line in lines if line.startswith(f"{url}: {code}: ")], (url, code)
    issues = command.json("select page_url, code from issues where resolved_at is null")
    assert expected == {row["page_url"]: row["code"] for row in issues}
    quoted = command.json("select page_url, count(*) as quotes from quotes group by all")
    assert [{"page_url": good, "quotes": 3}] == quoted
    assert command("verify").returncode == 0


@pytest.mark.parametrize("name", BROKEN)
def test_broken_markup_is_quarantined(command, site, name):
    url = site.write("broken.html", BROKEN[name])
    good = site.write("good.html", GOOD)
    done = command("ingest", url, good)
    assert done.returncode == 3, done.stderr
    status = command.json("select page_url, status, quote_count from pages order by status")
    assert status == [
        {"page_url": good, "status": "ok", "quote_count": 3},
        {"page_url": url, "status": "quarantined", "quote_count": 0},
    ]
    texts = {row["text"] for row in command.json("select text from quotes")}
    assert {said.text for said in SAID} == texts


def test_a_failed_page_is_failed_until_it_is_there(command, site):
    url = f"{site.url}/late.html"
    assert command("ingest", url).returncode == 3
    assert command("ingest", url).returncode == 3
    assert [{"rows": 1}] == command.json("select count(*) as rows from issues")
    site.write("late.html", GOOD)
    assert command("ingest", url).returncode == 0
    assert [{"open": 0}] == command.json(
        "select count(*) as open from issues where resolved_at is null"
    )


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["ingest", "nonsense"], 2),
        (["ingest"], 2),
        (["ingest", ""], 2),
        (["nonsense"], 2),
        (["sql"], 2),
        (["sql", "select nothing from quotes"], 1),
        (["cite", "0123"], 1),
        (["verify"], 1),
        (["issues"], 1),
    ],
)
def test_wrong_usage_and_an_empty_home_are_one_line(command, arguments, status):
    done = command(*arguments)
    assert status == done.returncode
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()
    assert done.stdout == ""


def test_a_home_that_cannot_be_is_one_line(command, tmp_path):
    file = tmp_path / "file"
    file.write_text("")
    unwritable = Path("/sys/rostrum-home")  # even for root
    for home in (tmp_path / "no" / "such" / "parent", file, file / "below", unwritable):
        for arguments in (["ingest", "sample"], ["verify"], ["ingest", "sample", "--prefect"]):
            done = command(*arguments, "--home", str(home))
            assert done.returncode == 1
            assert len(done.stderr.splitlines()) == 1
            assert str(home) in done.stderr


def test_too_little_memory_is_one_line_and_loses_nothing(command):
    done = command("ingest", "sample", ROSTRUM_MEMORY="24MB")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "more memory than DuckDB may take" in line
    assert "ROSTRUM_MEMORY" in line
    again = command("ingest", "sample")
    assert again.returncode == 0, again.stderr
    assert command.json("select count(*) as quotes from quotes") == [{"quotes": 103}]
