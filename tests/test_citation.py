"""`rostrum cite`: a Web Annotation whose selectors find the words, proved by the archive."""

from __future__ import annotations

import base64
import json
from urllib.parse import urlsplit

import pytest

from rostrum.archive import Entry, read_body
from rostrum.citation import AROUND, cite
from rostrum.reading import read
from rostrum.settings import Settings
from tests.pages import Report

INTERRUPTED = (
    "<p>“The lake has no lawyer, and so it loses every case,” said Ada Brandt, Director, Institute "
    "of Lake Law. “We ask for one every year, and every year the shore gets one instead.”</p>"
)


@pytest.fixture
def filled(command, site):
    page = Report().html.replace("</main>", f"{INTERRUPTED}</main>")
    assert command("ingest", site.write("page.html", page)).returncode == 0
    return command


def annotation_of(command, quote_id: str) -> dict:
    done = command("cite", quote_id, "--format", "json")
    assert (0, "") == (done.returncode, done.stderr)
    return json.loads(done.stdout)


def test_selectors_find_the_words_in_the_archived_bytes(filled):
    quotes = filled.json("select * from quotes")
    assert [1, 1, 1, 2] == sorted(len(quote["spans"]) for quote in quotes)
    for quote in quotes:
        found = annotation_of(filled, quote["quote_id"])
        assert "Annotation" == found["type"]
        assert "http://www.w3.org/ns/anno.jsonld" in found["@context"]
        assert urlsplit(found["id"]).scheme == "urn"
        assert f"{quote['speaker_name']}, {quote['position']}" == found["body"]["value"]
        place = found["rostrum:archive"]
        entry = Entry(
            place["rostrum:warcFile"],
            place["rostrum:warcOffset"],
            place["rostrum:warcLength"],
            place["rostrum:recordSha256"],
        )
        body = read_body(Settings(home=filled.home).archive, entry)
        text = read(body, "text/html; charset=utf-8").text
        targets = found["target"]
        targets = targets if isinstance(targets, list) else [targets]
        for target in targets:
            words, position = target["selector"]
            start, end = position["start"], position["end"]
            assert ("TextQuoteSelector", "TextPositionSelector") == (
                words["type"],
                position["type"],
            )
            assert words["exact"] == text[start:end]
            assert words["prefix"] == text[max(0, start - AROUND) : start]
            assert words["suffix"] == text[end : end + AROUND]
            assert quote["page_url"] == target["source"]["id"]
            assert "TimeState" == target["state"]["type"]
            assert target["state"]["sourceDate"].endswith("Z")
            digest = target["state"]["cached"].removeprefix("ni:///sha-256;")
            assert bytes.fromhex(quote["revision_sha256"]) == base64.urlsafe_b64decode(digest + "=")
        exact = " ".join(target["selector"][0]["exact"] for target in targets)
        assert quote["text"] == exact == found["rostrum:text"]
        assert found["rostrum:isProved"] is True


def test_as_text(filled):
    (quote,) = filled.json("select * from quotes where len(spans) = 2")
    shown = filled("cite", quote["quote_id"]).stdout
    for span in quote["spans"]:
        assert f"{span['char_start']}–{span['char_end']}" in shown
    for part in ("page_url", "revision_sha256", "speaker_name", "position", "session_title"):
        assert quote[part] in shown
    assert "proof     cut again from the archived bytes just now" in shown
    assert "fetched   20" in shown


def test_the_beginning_of_an_id_is_enough(filled):
    ids = [row["quote_id"] for row in filled.json("select quote_id from quotes order by quote_id")]
    whole = filled("cite", ids[0]).stdout
    assert whole == filled("cite", ids[0][:8]).stdout
    done = filled("cite", "")
    assert (2, 1) == (done.returncode, len(done.stderr.splitlines()))


def test_several_ids_that_begin_so(command):
    assert command("ingest", "sample").returncode == 0
    firsts = [
        row["first"]
        for row in command.json(
            "select left(quote_id, 1) as first from quotes group by all having count(*) > 1"
        )
    ]
    done = command("cite", str(firsts[0]))
    assert (2, "") == (done.returncode, done.stdout)
    assert "Several ids" in done.stderr


def test_without_its_archive_it_says_so(filled):
    settings = Settings(home=filled.home)
    (quote, *_) = filled.json("select quote_id, text from quotes")
    for path in settings.archive.iterdir():
        path.unlink()
    done = filled("cite", quote["quote_id"])
    assert 0 == done.returncode
    assert quote["text"] in done.stdout
    assert "proof     not proved" in done.stdout
    assert 1 == len(done.stderr.splitlines())
    found = json.loads(filled("cite", quote["quote_id"], "--format", "json").stdout)
    assert found["rostrum:isProved"] is False
    words, _ = found["target"]["selector"]
    assert {"type", "exact"} == set(words)


def test_one_altered_byte_is_noticed(filled):
    settings = Settings(home=filled.home)
    (quote, *_) = filled.json("select quote_id from quotes")
    record = cite(settings, str(quote["quote_id"])).record
    assert record
    path = settings.archive / record.warc_file
    spoilt = bytearray(path.read_bytes())
    spoilt[record.warc_offset + record.warc_length // 2] ^= 1
    path.write_bytes(spoilt)
    done = filled("cite", str(quote["quote_id"]))
    assert "not proved" in done.stdout
    assert record.warc_file in done.stderr


def test_other_words_than_the_archived_ones_fail(filled):
    import duckdb  # noqa: PLC0415 - only to spoil a snapshot

    with duckdb.connect(str(Settings(home=filled.home).snapshot)) as connection:
        connection.execute("update quotes set text = 'X' || substr(text, 2)")
    (quote, *_) = filled.json("select quote_id from quotes where len(spans) = 1")
    done = filled("cite", str(quote["quote_id"]))
    assert 1 == done.returncode
    assert "other words" in done.stderr
