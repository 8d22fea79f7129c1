"""What acts on a terminal, or is no text: kept to the letter, shown spelt out (faults 19, 41)."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from tests.pages import Report, Said
from tests.test_visits import answering

HIDDEN = {
    "escape": "\x1b[31m",
    "bell": "\x07",
    "csi": "\x9b31m",
    "bidi": "\u202e",
    "isolate": "\u2066",
    "zero-width": "\u200b",
    "joiner": "\u200d",
    "byte-order": "\ufeff",
    "soft-hyphen": "\u00ad",
    "tag": "\U000e0041",
}
BREAKS = {"zero-width", "joiner", "byte-order", "soft-hyphen"}
"""Of these, hints for breaking lines: they are no part of a page's canonical text."""

SURROGATES = ("\\ud800", "\\udfff", "\\ud83d")
GOOD = Report().html
OTHER = Report(
    "A Page of Its Own",
    (Said("Nobody else says this on any of the other pages that are served", "Tomas Weil"),),
).html
ACTIVE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def served(*pages: bytes) -> dict:
    return {f"/{number}": (200, {}, page) for number, page in enumerate(pages)}


def shows_nothing_active(done) -> bool:
    return not ACTIVE.search(done.stdout + done.stderr) and "Traceback" not in done.stderr


@pytest.mark.timeout(300)
def test_characters_that_act_are_kept_in_quotes_and_never_shown(command):
    words = "The lake{} has no lawyer, said the {}, and it loses every case again"
    said = [Said(words.format(hidden, name), "Ada Brandt") for name, hidden in HIDDEN.items()]
    page = Report(said=tuple(said), sections=("PROBLEMS",)).html.encode()
    with answering(served(page, OTHER.encode())) as (url, _):
        done = command("ingest", f"{url}/0", f"{url}/1")
    assert (0, "") == (done.returncode, done.stderr)
    assert shows_nothing_active(done)
    expected = {
        words.format("" if name in BREAKS else hidden, name) for name, hidden in HIDDEN.items()
    }
    found = command.json(f"select text from quotes where page_url = '{url}/0'")
    assert expected == {row["text"] for row in found}
    for output in ("table", "csv", "json"):
        shown = command("sql", "from quotes", "--format", output)
        assert "Traceback" not in shown.stderr
        assert output != "table" or shows_nothing_active(shown)
    assert shows_nothing_active(command("issues"))
    assert command("verify").returncode == 0


PLACES = {
    "name": lambda hidden: Report(said=(replace(Report().said[0], name=f"Ada{hidden} Brandt"),)),
    "position": lambda hidden: Report(
        said=(replace(Report().said[0], position=f"Director{hidden}, Institute of Lake Law"),)
    ),
    "title": lambda hidden: Report(title=f"Who Speaks{hidden} for the Lake"),
}


@pytest.mark.timeout(300)
@pytest.mark.long(only=True)
@pytest.mark.parametrize("place", PLACES)
def test_characters_that_act_in_names_and_titles(command, place):
    pages = [PLACES[place](hidden).html.encode() for hidden in HIDDEN.values()]
    with answering(served(*pages, OTHER.encode())) as (url, _):
        done = command("ingest", *(f"{url}/{number}" for number in range(len(pages) + 1)))
    assert done.returncode in {0, 3}, done.stderr
    assert shows_nothing_active(done)
    assert shows_nothing_active(command("sql", "from speakers"))
    assert shows_nothing_active(command("sql", "select title, status from pages"))
    good = f"select quote_count as n from pages where page_url = '{url}/{len(pages)}'"
    assert command.json(good) == [{"n": 2}]
    assert command("verify").returncode == 0


def json_ld(escape: str) -> str:
    """A page whose JSON-LD tells half a character."""
    event = json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "Event",
            "name": "Lakes X",
            "description": "X",
            "startDate": "2026-05-14T10:00",
        }
    )
    script = f'<script type="application/ld+json">{event.replace("X", escape)}</script>'
    return GOOD.replace("</head>", f"{script}</head>")


@pytest.mark.timeout(300)
def test_half_characters_and_nul_cost_their_page_at_most(command):
    quoted = "We counted"
    pages = {
        **{f"json-ld {escape}": json_ld(escape).encode() for escape in SURROGATES},
        "json-ld nul": json_ld("\\u0000").encode(),
        "reference": GOOD.replace(quoted, "We &#xD800;counted").encode(),
        "low reference": GOOD.replace(quoted, "We &#56320;counted").encode(),
        "nul reference": GOOD.replace(quoted, "We &#0;counted").encode(),
        "nul": GOOD.replace(quoted, "We \0counted").encode(),
        "encoded surrogate": GOOD.encode().replace(b"We counted", b"We \xed\xa0\x80counted"),
        "nul in the title": GOOD.replace("Who Speaks", "Who\0 Speaks").encode(),
        "half in an attribute": GOOD.replace("<h1>", '<h1 title="&#xDC00;">').encode(),
    }
    with answering(served(*pages.values(), OTHER.encode())) as (url, _):
        done = command("ingest", *(f"{url}/{number}" for number in range(len(pages) + 1)))
    assert done.returncode in {0, 3}, done.stderr
    assert shows_nothing_active(done)
    statuses = {row["page_url"]: row["status"] for row in command.json("from pages")}
    assert len(pages) + 1 == len(statuses)
    assert set(statuses.values()) <= {"ok", "quarantined"}
    assert statuses[f"{url}/{len(pages)}"] == "ok"
    assert command("verify").returncode == 0
    assert command("rebuild").returncode in {0, 3}


@pytest.mark.long(only=True)
@pytest.mark.timeout(300)
def test_hostile_headers_and_urls_are_kept_and_never_shown(command):
    page = GOOD.encode()
    answers = {
        "/a": (200, {"ETag": '"\x1b[31m\u00e9"', "X-Note": "\x07\x9b"}, page),
        "/b": (302, {"Location": "/%1B%5B31m/\u202e".encode().decode("latin-1")}, b""),
        "/c": (404, {"Content-Type": "text/html\x1b[31m"}, b"\x1b[31m"),
        "/d": (
            200,
            {},
            GOOD.replace(
                "<title>", '<link rel="canonical" href="/\x1b[31m&#x202e;"><title>'
            ).encode(),
        ),
        "/e": (200, {}, page.replace(b"Who Speaks", b"Somebody Else Speaks")),
    }
    with answering(answers) as (url, _):
        urls = [f"{url}{path}" for path in answers]
        done = command("ingest", *urls, f"{url}/\x1b[31m\u202e\u200b", "http://\u202eexample/\x07")
        assert done.returncode == 3
        assert shows_nothing_active(done)
        assert command("ingest", *urls).returncode == 3
    assert shows_nothing_active(command("issues", "--all"))
    assert shows_nothing_active(command("sql", "from pages"))
    assert command.json(f"select status from pages where page_url = '{url}/e'") == [
        {"status": "ok"}
    ]
    assert command("verify").returncode == 0
    assert command("rebuild").returncode in {0, 3}
