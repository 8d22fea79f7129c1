"""Sources are found by themselves, and each knows its own pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import rostrum.sources
from rostrum.errors import ExitStatus, UsageError
from rostrum.sources import Promise, all_sources, find_source, source_of

if TYPE_CHECKING:
    from rostrum.records import PageKind

FOLDER = Path(rostrum.sources.__file__).parent
LEGALFORUM = "https://legalforum.info"


def test_every_module_with_a_source_is_found() -> None:
    modules = [path.stem for path in FOLDER.glob("*.py") if "\nSOURCE = " in path.read_text()]
    assert {"legalforum", "sample"} <= set(modules)
    assert sorted(modules) == list(all_sources())


@pytest.mark.parametrize("name", all_sources())
def test_a_source_is_found_by_its_name(name: str) -> None:
    assert name == find_source(name).name


@pytest.mark.parametrize("name", all_sources())
def test_a_source_begins_at_its_own_listing_pages(name: str) -> None:
    source = find_source(name)
    assert source.starts
    assert [start for start in source.starts if not source.is_listing(start)] == []


@pytest.mark.parametrize("name", all_sources())
def test_a_listing_page_is_no_page(name: str) -> None:
    source = find_source(name)
    assert [start for start in source.starts if source.is_page(start)] == []


@pytest.mark.parametrize("name", all_sources())
def test_a_promise_is_one_that_can_be_broken(name: str) -> None:
    promise = find_source(name).promise
    assert promise.min_quotes >= 1
    assert 0 < promise.min_claimed_share <= 1


@pytest.mark.parametrize("name", ["", "nowhere", "Legalforum", "source", "../sample"])
def test_an_unknown_name_is_wrong_usage(name: str) -> None:
    with pytest.raises(UsageError, match="legalforum, sample") as error:
        find_source(name)
    assert error.value.exit_status == ExitStatus.USAGE


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/en/news/law-of-the-sea/", "report"),
        ("/en/news/law-of-the-sea", "report"),
        ("/en/news/law-of-the-sea/?utm_source=x#top", "report"),
        ("/news/pravo-morya/", "report"),
        ("/news/2026_05/", "report"),
        ("/en/programme/business-programme/101/", "programme"),
        ("/programme/business-programme/101", "programme"),
        ("/en/news/", None),
        ("/en/news", None),
        ("/en/news/page/2/", None),
        ("/en/news/page/", None),
        ("/en/news/law/of-the-sea/", None),
        ("/de/news/law-of-the-sea/", None),
        ("/en/programme/business-programme/", None),
        ("/en/programme/business-programme/x/", None),
        ("/en/programme/101/", None),
        ("/en/", None),
        ("/", None),
        ("", None),
        ("/en/media/en/news/law/", None),
    ],
)
def test_the_kind_of_a_legalforum_page_is_in_its_path(path: str, expected: PageKind | None) -> None:
    assert expected == find_source("legalforum").kind_of(LEGALFORUM + path)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/en/news/", True),
        ("/news/", True),
        ("/en/news/page/2/", True),
        ("/en/news/page/12/", True),
        ("/en/programme/business-programme/", True),
        ("/en/programme/business-programme/page/3/", True),
        ("/en/news/page/two/", False),
        ("/en/news/law-of-the-sea/", False),
        ("/en/programme/business-programme/101/", False),
        ("/en/", False),
    ],
)
def test_the_listing_pages_of_legalforum(path: str, expected: bool) -> None:
    assert expected is find_source("legalforum").is_listing(LEGALFORUM + path)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://legalforum.info/en/news/law/", "legalforum"),
        ("https://www.legalforum.info/en/news/law/", "legalforum"),
        ("HTTPS://LEGALFORUM.INFO/en/news/law/", "legalforum"),
        ("http://legalforum.info:8080/en/news/law/", "legalforum"),
        ("http://tarn-valley.example/en/news/a-page/", "sample"),
        ("http://tarn-valley.example/ru/programme/business-programme/112/", "sample"),
        ("http://tarn-valley.example/en/about/", None),
        ("https://legalforum.info/en/", None),
        ("https://legalforum.info.evil.example/en/news/law/", None),
        ("https://notlegalforum.info/en/news/law/", None),
        ("https://legalforum.info@evil.example/en/news/law/", None),
        ("https://other.example/en/news/law/", None),
        ("/en/news/law/", None),
        ("", None),
    ],
)
def test_a_page_belongs_to_the_source_of_its_host(url: str, expected: str | None) -> None:
    found = source_of(url)
    assert expected == (found.name if found else None)


def test_another_host_lists_nothing() -> None:
    assert not find_source("legalforum").is_listing("https://other.example/en/news/")


def test_only_the_sample_is_served_from_files() -> None:
    folders = {name: source.folder for name, source in all_sources().items() if source.folder}
    assert list(folders) == ["sample"]
    assert (folders["sample"] / "en/news/index.html").is_file()


def test_a_promise_asks_for_sections_and_a_quote_unless_told_otherwise() -> None:
    assert Promise() == Promise(has_sections=True, min_quotes=1, min_claimed_share=0.6)
