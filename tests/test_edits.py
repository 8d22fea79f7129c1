"""`rostrum changes` and `rostrum diff`."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostrum.edits import difference, text_edits
from rostrum.ids import sha256_hex
from rostrum.pipeline import ingest
from tests.pages import Said
from tests.warehouse.edits import ARCHIVE, BOATS, FIRST, LAKE, Body

TYPO = replace(LAKE, text=LAKE.text.replace("brought", "brougth"))
SECOND = FIRST.with_group(0, TYPO, BOATS)
THIRD = SECOND.with_group(
    2, Said("An \x1b[31mescape sequence is what the clerk wrote", "Ada Brandt")
)
WALL = "<html><head><title>x</title></head><body><h1>Page not found</h1></body></html>"


def publish(settings, site, *bodies: Body | str) -> str:
    url = f"{site.url}/page.html"
    for body in bodies:
        site.write("page.html", body if isinstance(body, str) else body.html)
        asyncio.run(ingest([url], settings))
    return url


@given(st.text("ab \n.ё", max_size=60), st.text("ab \n.ё", max_size=60))
def test_edits_lead_from_one_text_to_the_other(old, new):
    found, place = "", 0
    for edit in text_edits(old, new):
        assert edit.before != edit.after
        assert old[edit.before_start :].startswith(edit.before)
        found += old[place : edit.before_start]
        assert len(found) == edit.after_start
        found += edit.after
        place = edit.before_start + len(edit.before)
    assert new == found + old[place:]


def test_very_long_texts_are_compared_line_by_line():
    old = "\n".join(f"line {number % 50} of many words" for number in range(30_000))
    new = old.replace("line 7 of", "line seven of") + "\nand an end"
    assert new.endswith(list(text_edits(old, new))[-1].after)


def test_a_difference_is_told_in_words_of_the_archived_texts(command, settings, site):
    url = publish(settings, site, FIRST, SECOND, WALL, SECOND, THIRD)
    found = json.loads(command("diff", url, "--format", "json").stdout)
    assert [
        ("ok", 5), ("ok", 5), ("quarantined", 0), ("ok", 5), ("ok", 5)
    ] == [(body["status"], body["quote_count"]) for body in found["revisions"]]  # fmt: skip
    first, second, _, again, third = (body["revision_sha256"] for body in found["revisions"])
    assert second == again
    assert (second, third) == (found["from"], found["to"])
    assert ["added", "removed", "reworded"] == [row["change"] for row in found["changes"]]
    told = json.loads(
        command(
            "diff", f"{url}#top", "--from", first[:8], "--to", second, "--format", "json"
        ).stdout
    )
    assert [("brought", "brougth")] == [(one["before"], one["after"]) for one in told["edits"]]
    back = difference(settings, url, second, first)
    assert [("brougth", "brought")] == [(edit.before, edit.after) for edit in back.edits]


def test_a_difference_is_shown_and_does_nothing_to_the_terminal(command, settings, site):
    url = publish(settings, site, SECOND, THIRD)
    shown = command("diff", url)
    assert (0, "") == (shown.returncode, shown.stderr)
    assert "\x1b" not in shown.stdout
    listed = command("changes")
    assert ARCHIVE.text[:30] in listed.stdout
    assert "\x1b" not in listed.stdout


def test_a_page_with_one_revision_says_so(command, settings, site):
    url = publish(settings, site, FIRST, WALL)
    shown = command("diff", url)
    assert 0 == shown.returncode
    assert "nothing to compare" in shown.stdout
    told = json.loads(command("diff", url, "--format", "json").stdout)
    assert ([], []) == (told["edits"], told["changes"])


def test_what_cannot_be_compared_is_one_line(command, settings, site):
    url = publish(settings, site, FIRST, SECOND, WALL)
    bodies = json.loads(command("diff", url, "--format", "json").stdout)["revisions"]
    for arguments in (
        (f"{site.url}/other.html",),
        ("no address",),
        (url, "--from", "xyz"),
        (url, "--to", ""),
        (url, "--from", bodies[2]["revision_sha256"]),
    ):
        done = command("diff", *arguments)
        assert (2, "", 1) == (done.returncode, done.stdout, len(done.stderr.splitlines()))
    assert 2 == command("changes", "--page", "no address").returncode
    assert 2 == command("changes", "--since", "lately").returncode


def test_a_beginning_that_two_revisions_share_is_refused(command, settings, site):
    first: dict[str, Body] = {}
    for number in range(17):  # of 17 digests two begin with one digit
        body = replace(FIRST, note=f"<!-- {number} -->")
        digit = sha256_hex(body.html.encode())[0]
        if first.setdefault(digit, body) != body:
            break
    url = publish(settings, site, first[digit], body)
    done = command("diff", url, "--from", digit)
    assert 2 == done.returncode
    assert f"2 revisions of this page begin with '{digit}'" in done.stderr


def test_changes_are_listed_the_newest_first_since_a_time_and_of_a_page(command, settings, site):
    url = publish(settings, site, FIRST, SECOND, THIRD)
    listed = json.loads(command("changes", "--format", "json").stdout)
    assert ["added", "removed", "reworded"] == [row["change"] for row in listed]
    assert sorted((row["seen_at"] for row in listed), reverse=True) == [
        row["seen_at"] for row in listed
    ]
    assert all(row["seen_at"].endswith("+00:00") for row in listed)
    newest = json.loads(
        command("changes", "--since", listed[0]["seen_at"], "--format", "json").stdout
    )
    assert listed[:2] == newest
    assert listed == json.loads(command("changes", "--page", url, "--format", "json").stdout)
    assert "[]\n" == command("changes", "--since", "2100-01-01", "--format", "json").stdout


@pytest.mark.parametrize("name", ["changes", "diff"])
def test_nothing_published_is_one_line(command, name):
    done = command(name, *(["http://lakes.example/"] if name == "diff" else []))
    assert (1, 1) == (done.returncode, len(done.stderr.splitlines()))
