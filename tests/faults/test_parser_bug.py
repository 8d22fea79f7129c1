"""A bug on one page costs that page, and is told as what it is (fault 53)."""

from __future__ import annotations

import os

import pytest

from tests.crash.scenario import ON_PATH, REPOSITORY
from tests.pages import Report, Said
from tests.test_visits import answering


def page(number: int, *, has_bug: bool) -> bytes:
    words = f"Report number {number} tells of a lake that no other report has ever told of"
    if has_bug:
        words = f"A brittle page is number {number}, and nobody has ever read it to the end"
    return Report(f"Lake Number {number}", (Said(words, "Ada Brandt"),)).html.encode()


@pytest.fixture
def with_bugs(command):
    """Ingest so many pages, of which so many have a bug."""

    def ingest(count: int, bugs: int):
        pages = {
            f"/brittle/{number}/": (200, {}, page(number, has_bug=number < bugs))
            for number in range(count)
        }
        paths = [str(ON_PATH), str(REPOSITORY), os.environ.get("PYTHONPATH", "")]
        with answering(pages) as (url, _):
            urls = [url + path for path in pages]
            return command("ingest", *urls, PYTHONPATH=os.pathsep.join(filter(None, paths))), urls

    return ingest


def test_a_bug_on_one_page_quarantines_it_with_its_traceback(command, with_bugs):
    done, urls = with_bugs(30, bugs=1)
    assert done.returncode == 3, done.stderr
    assert len(done.stderr.splitlines()) == 1
    issues = command.json("select page_url, code, detail, revision_sha256 from issues")
    assert [(urls[0], "parser_failed")] == [(row["page_url"], row["code"]) for row in issues]
    assert "ZeroDivisionError: a bug on this page" in issues[0]["detail"]
    assert "brittle.py" in issues[0]["detail"]
    archived = "select count(*) as count from raw.archive_records where body_sha256 = '{}'"
    assert [{"count": 1}] == command.json(archived.format(issues[0]["revision_sha256"]))
    assert [{"count": 29}] == command.json(
        "select count(*) as count from pages where status = 'ok'"
    )


@pytest.mark.long(only=True)
def test_a_bug_on_one_page_in_ten_fails_the_run_and_keeps_the_others(command, with_bugs):
    done, _ = with_bugs(20, bugs=2)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr.splitlines()[-1]
    assert [{"count": 18}] == command.json(
        "select count(*) as count from pages where status = 'ok'"
    )
    assert command("verify").returncode == 0
