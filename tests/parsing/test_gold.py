"""Whole pages: what is read is what a careful person reads, to the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gold import REPOSITORY, SHARED, load_gold, quotes_of, score, to_tree
from rostrum.parsing.check import check, cuts_of
from rostrum.parsing.parse import parse
from rostrum.reading import read
from rostrum.sources import Promise, find_source

if TYPE_CHECKING:
    from pathlib import Path

    from rostrum.reading import Document
    from rostrum.records import PageRecords

HTML = "text/html; charset=utf-8"
SAMPLE = find_source("sample")
SAMPLE_GOLDS = sorted((REPOSITORY / "tests/fixtures/sample").glob("*.json"))
SEED_PAGES = ("report-br", "report-joined", "report-wrapped")
GENERATED_PAGES = tuple(
    f"{language}-{number}-{rendering}"
    for language in ("en", "ru")
    for number, rendering in enumerate(["wrapped", "br", "joined"] * 3, start=1)
    if number <= 8
)
CORPUS_PAGES = ("ep_02", "ep_03", "ep_06", "ep_07", "ep_08", "un_01", "un_04")
MIN_CLAIMED_SHARE = 0.98


def page_of(path: str) -> Path:
    """A page of ../shared, or a skip that says what was not tested."""
    page = SHARED / path
    if not page.exists():
        pytest.skip(f"NOT TESTED: {page} is absent; it is no part of the repository")
    return page


def sample_path(gold: Path) -> str:
    """`en.news.a-page.json` is what `/en/news/a-page/` says."""
    return f"/{gold.stem.replace('.', '/')}/"


def read_sample(gold: Path) -> tuple[Document, PageRecords]:
    path = sample_path(gold)
    document = read((SAMPLE.folder / f"{path[1:]}index.html").read_bytes(), HTML)
    records = parse(document, SAMPLE.kind_of(f"http://{SAMPLE.hosts[0]}{path}"))
    check(document, records, SAMPLE.promise)
    return document, records


def read_report(page: Path) -> tuple[Document, PageRecords]:
    document = read(page.read_bytes(), HTML)
    records = parse(document, "report")
    check(document, records, Promise())
    return document, records


def assert_proven(document: Document, records: PageRecords) -> None:
    """Every cut stands where it says, and every character of the article is accounted for."""
    wrong = [cut for cut in cuts_of(records) if document.text[cut.start : cut.end] != cut.text]
    assert wrong == []
    residue = sum(len(cut.text) for cut in records.residue)
    assert records.article_length == records.claimed_length + residue
    assert records.claimed_length >= MIN_CLAIMED_SHARE * records.article_length


@pytest.mark.parametrize("name", SEED_PAGES)
def test_a_seed_page_equals_its_gold(name: str) -> None:
    document, records = read_report(page_of(f"seed/{name}.html"))
    assert load_gold(SHARED / "seed/report.gold.json") == to_tree(records)
    assert_proven(document, records)


@pytest.mark.parametrize("name", GENERATED_PAGES)
def test_a_generated_page_equals_its_gold(name: str) -> None:
    document, records = read_report(page_of(f"generated/{name}.html"))
    undated = {"published_on": None}  # the generator prints no dates
    assert undated | load_gold(SHARED / f"generated/{name}.gold.json") == to_tree(records)
    assert_proven(document, records)


@pytest.mark.parametrize("gold", SAMPLE_GOLDS, ids=[gold.stem for gold in SAMPLE_GOLDS])
def test_a_sample_page_equals_its_gold(gold: Path) -> None:
    document, records = read_sample(gold)
    assert load_gold(gold) == to_tree(records)
    assert_proven(document, records)


def test_every_sample_page_has_a_gold() -> None:
    urls = (
        f"/{page.parent.relative_to(SAMPLE.folder).as_posix()}/"
        for page in SAMPLE.folder.rglob("index.html")
    )
    pages = [url for url in urls if SAMPLE.is_page(f"http://{SAMPLE.hosts[0]}{url}")]
    assert sorted(map(sample_path, SAMPLE_GOLDS)) == sorted(pages)


@pytest.mark.parametrize("gold", SAMPLE_GOLDS, ids=[gold.stem for gold in SAMPLE_GOLDS])
def test_the_kind_of_a_sample_page_can_be_told_from_its_words(gold: Path) -> None:
    path = sample_path(gold)
    document = read((SAMPLE.folder / f"{path[1:]}index.html").read_bytes(), HTML)
    assert SAMPLE.kind_of(f"http://{SAMPLE.hosts[0]}{path}") == parse(document, None).kind


@pytest.mark.parametrize("name", CORPUS_PAGES)
def test_a_page_in_a_form_not_known_gives_no_wrong_quote(name: str) -> None:
    """Press releases of other sites attribute in other ways: a miss is allowed, an error is not."""
    page = page_of(f"corpus/{name}.html")
    found = quotes_of(to_tree(parse(read(page.read_bytes(), HTML), "report")))
    gold = quotes_of(load_gold(page.with_suffix(".gold.json")))
    assert score(gold, found).wrong == ()
