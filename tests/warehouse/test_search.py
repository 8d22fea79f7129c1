"""Search: stems as Snowball makes them, ranks as BM25 makes them, and whatever people type."""

from __future__ import annotations

import asyncio
import itertools
import json
import random
import re
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from tests.conftest import REPOSITORY, SHARED
from tests.warehouse.edits import ARCHIVE, FIRST
from tests.warehouse.searching import ENGLISH, RUSSIAN, bm25, searchable, with_macros

from rostrum.pipeline import ingest
from rostrum.warehouse.query import query

ENGLISH_ENDINGS = (
    "s es ed ing ingly edly eed eedly ational tional enci anci abli entli izer ization ation ator "
    "alism aliti alli fulness ousli ousness iveness iviti biliti bli ogi ogist fulli lessli li "
    "icate iciti ical ful ness ative alize al ance ence er ic able ible ant ement ment ent ism ate "
    "iti ous ive ize ion e l ll y ies ied sses ss us 's ' ly ying"
).split()
ENGLISH_BEGINNINGS = (
    "arsen commun emerg gener inter later organ past univers succ proc exc even cann inn earr herr "
    "out y d l t sk news how atlas cosmos bias andes earl gent idl onl singl ugl"
).split()
RUSSIAN_ENDINGS = (
    "в ив ыв вши ивши вшись ившись ее ие ое ые ими ыми ей ий ой ый ем им ом ым его ого ему ому их "
    "ых ею ою ую юю ая яя нн вш ивш щ ющ ующ ся сь ла ила на ена ете ите йте ейте уйте ли или й уй "
    "л ил н ен ло ило но ено нно ет ует ит ыт ют уют ят ны ены ть ить ыть ешь ишь ю а ев ов е ье и "
    "еи ии ами ями иями ией ам ием ям иям о у ах ях иях ы ь ию ью я ия ья ост ость ейше ейш"
).split()


def printed_words() -> set[str]:
    """The words of all pages and documents that lie here."""
    folders = (REPOSITORY / "tests", REPOSITORY / "src", REPOSITORY / "docs", SHARED)
    paths = (path for folder in folders if folder.is_dir() for path in folder.rglob("*.*"))
    texts = (
        path.read_text("utf-8", "ignore")
        for path in paths
        if path.suffix in {".html", ".md", ".py", ".txt"}
    )
    return {
        word.replace("ё", "е")
        for text in texts
        for word in re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", text.lower())
    }


def made_words(letters: str, beginnings: list[str], endings: list[str]) -> set[str]:
    """Words of all endings, one or two behind each other."""
    chance = random.Random(7)
    stems = ["".join(chance.choices(letters, k=chance.randint(0, 5))) for _ in range(200)]
    some = chance.sample(stems, 10)
    return {
        *("".join(parts) for parts in itertools.product([*beginnings, *stems], endings)),
        *("".join(parts) for parts in itertools.product([*beginnings, *some], endings, endings)),
    }


@pytest.mark.parametrize("language", ["english", "russian"])
def test_stems_are_those_of_snowball(language):
    stemmer, made = {
        "english": (ENGLISH, made_words("aeiouybcdlnst", ENGLISH_BEGINNINGS, ENGLISH_ENDINGS)),
        "russian": (RUSSIAN, made_words("аеиояюбвгднст", [], RUSSIAN_ENDINGS)),
    }[language]
    words = sorted(printed_words() | made | set(ENGLISH_BEGINNINGS))
    assert len(words) > 30_000
    connection = with_macros()
    connection.register("typed", pa.table({"word": words}))
    found = connection.execute(
        f"select word, intermediate.{language}_stem(word) from typed"
    ).fetchall()
    differing = [
        (*row, stemmer.stemWord(row[0])) for row in found if row[1] != stemmer.stemWord(row[0])
    ]
    assert differing == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It’s «Ёлка»: 3.5% of 1,000!", ["it's", "елка", "3", "5", "of", "1", "000"]),
        ("post-war 'quoted' dogs' don't", ["post", "war", "quoted", "dogs", "don't"]),
        ("во́йны й regu\u00adlation cafe\u0301", ["войны", "й", "regulation", "café"]),
        ("a_b 😀 x\u0000y — … § 日本語 №5", ["a", "b", "x", "y", "日本語", "5"]),
        ("", []),
    ],
)
def test_words_of_a_text(text, words):
    found = with_macros().execute("select intermediate.words_of(?)", [text]).fetchone()
    assert (words,) == found


VOCABULARY = (
    "law laws lawful legal regulate regulation regulations regular правами права право законы 2030 "
    "lake lakes the the the of of"
).split()
TEXTS = st.lists(
    st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=9).map(" ".join),
    min_size=1,
    max_size=60,
)
QUERIES = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=5).map(" ".join)


@given(texts=TEXTS, words=QUERIES, top=st.integers(1, 4))
@hypothesis_settings(max_examples=60, deadline=None)
def test_the_best_are_those_of_plain_bm25(texts, words, top):
    expected = bm25(texts, words)
    rows = (
        searchable(texts)
        .execute(
            "select quote_id, score from search($words, top := $top)", {"words": words, "top": top}
        )
        .fetchall()
    )
    best = sorted(expected.values(), reverse=True)[:top]
    assert best == pytest.approx([score for _, score in rows])
    assert {number: pytest.approx(expected[number]) for number, _ in rows} == dict(rows)


def test_many_quotes_are_ranked_as_few_are():
    """So many that most are left out of account, because they cannot be among the best."""
    chance = random.Random(3)
    shares = [1 / (1 + rank) for rank in range(len(VOCABULARY))]
    texts = [
        " ".join(chance.choices(VOCABULARY, shares, k=chance.randint(3, 30))) for _ in range(3000)
    ]
    connection = searchable(texts)
    for words in ("law", "the law of lakes", "2030 права", "legal", "regular the of"):
        expected = bm25(texts, words)
        rows = connection.execute("select quote_id, score from search(?)", [words]).fetchall()
        best = sorted(expected.values(), reverse=True)[:10]
        assert best == pytest.approx([score for _, score in rows])
        assert dict(rows) == {number: pytest.approx(expected[number]) for number, _ in rows}


SAID = [
    "The rule of law is not a regulation.",
    "Regulations, and the LAW of regulators, rule.",
    "Верховенство права — это не правило, ёлки!",
    "In 2030 we count 1,000 lakes; 3.5 percent of them are dry.",
    "In 3 years 5 lakes: 000 of 1 law",
    "The dying lie, skies and Ёж; e\u0301te\u0301 and été.",
    "The State’s “law-abiding” people",
]


@pytest.fixture(scope="module")
def said():
    return searchable(SAID)


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("regulating", {0, 1}),
        ("regulations", {0, 1}),
        ("LAWS", {0, 1, 4, 6}),
        ("праву", {2}),
        ("Елка", {2}),
        ("ёж", {5}),
        ("2030", {3}),
        ("lake 2030", {3, 4}),
        ('"rule of law"', {0}),
        ("“Rule of LAW”", {0}),
        ("«верховенство права»", {2}),
        ('"rule of laws"', set()),
        ('"of law" regulation', {0}),
        ('"of the"', set()),
        ('"law abiding"', {6}),
        ('"rule of law" "not a"', {0}),
        ("1,000", {3}),
        ("3.5", {3}),
        ("regul*", {0, 1}),
        ("regulato*", {0, 1}),
        ("прав*", {2}),
        ("dy*", {5}),
        ("skie*", {5}),
        ("zebra*", set()),
        ("zebra", set()),
        ("zebra lie", {5}),
        ("state", {6}),
        ("été", {5}),
        ('"unbalanced rule', {0, 1}),
        ('rule "', {0, 1}),
    ],
)
def test_what_words_find(said, words, numbers):
    found = said.execute("select quote_id from search(?)", [words]).fetchall()
    assert {str(number) for number in numbers} == {number for (number,) in found}
    again = said.execute(f"select quote_id from search('{words}')").fetchall()
    assert found == again


def test_quotes_with_more_of_the_words_come_first():
    connection = searchable([*["law"] * 3, *["lake"] * 3, "lake law", "shore"])
    rows = connection.execute("select quote_id from search('law lake')").fetchall()
    assert ("6",) == rows[0]
    assert 7 == len(rows)


def test_a_word_of_very_many_quotes_only_adds_to_the_score_of_others():
    texts = ["the shore"] * 11_000 + ["the lake", "a lake", "lake of"]
    connection = searchable(texts)
    rows = connection.execute("select quote_id from search('the lake')").fetchall()
    assert {"11000", "11001", "11002"} == {number for (number,) in rows}
    assert ("11000",) == rows[0]
    assert 10 == len(connection.execute("from search('the')").fetchall())
    assert 10 == len(connection.execute("from search('the shore')").fetchall())
    assert 5 == len(connection.execute("from search('shore', top := 5)").fetchall())


HOSTILE = {
    "": False,
    " ": False,
    "?!…—": False,
    '"': False,
    '""': False,
    "*": False,
    "'": False,
    "'; drop table intermediate.int_quotes_published; --": False,
    "law'; drop table intermediate.int_quotes_published; --": True,
    "%_%": False,
    "[b-y]+(.*)\\": False,
    "b\u0000z": False,
    "law\u0000": True,
    "\u202e\u200b😀": False,
    "\\x{110000} \\Q(?i)": False,
    "$words $9 ? {}": False,
    '"' * 999: False,
    "** law* *": True,
    "x" * 100_000: False,
    "law " * 25_000: True,
    '"law" ' * 20_000: True,
    "🏳️‍🌈" * 10_000: False,
}


@pytest.mark.parametrize(("words", "is_found"), HOSTILE.items(), ids=range(len(HOSTILE)))
def test_hostile_words_are_harmless(said, words, is_found):
    rows = said.execute("select quote_id, score from search(?)", [words]).fetchall()
    assert is_found == bool(rows)
    assert (len(SAID),) == said.execute(
        "select count(*) from intermediate.int_quotes_published"
    ).fetchone()


def test_null_and_nothing_published_find_nothing(said):
    assert [] == said.execute("from search(null)").fetchall()
    said.execute("begin")
    said.execute("delete from intermediate.int_words_indexed")
    said.execute("delete from intermediate.int_quotes_published")
    assert [] == said.execute("from search('law')").fetchall()
    said.execute("rollback")


@pytest.fixture
def published(settings, site):
    url = site.write("page.html", FIRST.html)
    asyncio.run(ingest([url], settings))
    return url


def test_a_plain_shell_can_search_the_snapshot(published, settings):
    shut = {"enable_external_access": False, "lock_configuration": True}
    with duckdb.connect(str(settings.snapshot), read_only=True, config=shut) as connection:
        cursor = connection.execute("from search('lawyers')")
        assert ["quote_id", "score", "text", "speaker_name", "page_url"] == [
            column[0] for column in cursor.description
        ]
        ((_, score, text, speaker, page),) = cursor.fetchall()
    assert score > 0
    assert ("The lake has no lawyer", "Ada Brandt", published) == (text[:22], speaker, page)


def test_what_is_published_anew_is_found_at_once(published, settings, site):
    assert [] == query(settings, "from search('gondola')").rows
    said = type(ARCHIVE)("A gondola is no ferry, whatever the council says of it", "Vera Lind")
    site.write("page.html", FIRST.with_group(2, said).html)
    asyncio.run(ingest([published], settings))
    assert 1 == len(query(settings, "from search('gondolas')").rows)
    assert [] == query(settings, "from search('archivist key')").rows


def found(command, *arguments: str) -> list[str]:
    """The first words of what the command finds."""
    done = command("search", *arguments, "--format", "json")
    assert 0 == done.returncode, done.stderr
    return sorted(row["text"].split()[0] for row in json.loads(done.stdout))


def test_the_command_searches_and_filters(published, command):
    assert ["From", "Half", "The"] == found(command, "lake ice water")
    assert ["The"] == found(command, "lake ice water", "--speaker", "ada brandt")
    assert ["From"] == found(command, "lake ice water", "--organization", "ferry union")
    assert ["Half"] == found(command, "lake ice water", "--section", "problems")
    assert 1 == len(found(command, "lake ice water", "--limit", "1"))
    assert [] == found(command, "lake", "--since", "2999-01-01")
    assert [] == found(command, "lake", "--until", "1999-01-01")
    assert [] == found(command, "lake", "--source", "sample")
    assert ["The"] == found(command, "lake", "--source", "web")
    assert ["Half"] == found(command, '"under water"')
    assert "lawyer" in command("search", "lake").stdout
    assert "No quote is found.\n" == command("search", "zebra").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [(["?!"], "no word"), ([""], "no word"), (["lake", "--section", "x"], "no section")],
)
def test_wrong_usage_is_one_line(published, command, arguments, message):
    done = command("search", *arguments)
    assert (2, 1, "") == (done.returncode, len(done.stderr.splitlines()), done.stdout)
    assert message in done.stderr


def test_nothing_to_search_in_is_one_line(command, settings, published):
    nowhere = command("search", "lake", "--home", str(Path(settings.home) / "none"))
    assert (1, 1) == (nowhere.returncode, len(nowhere.stderr.splitlines()))
    with duckdb.connect(str(settings.snapshot)) as connection:  # as 0.2.0 left it
        connection.execute("drop table intermediate.int_words_indexed")
    old = command("search", "lake")
    assert (1, 1) == (old.returncode, len(old.stderr.splitlines()))
    assert "rostrum transform" in old.stderr


def test_sql_searches_also_the_past(published, command):
    statement = "select quote_id from search('lawyer')"
    assert 1 == len(command.json(statement))
    done = command("sql", statement, "--as-of", "9999-12-31", "--format", "json")
    assert command.json(statement) == json.loads(done.stdout)
    done = command("sql", statement, "--as-of", "1999-12-31", "--format", "json")
    assert [] == json.loads(done.stdout)
