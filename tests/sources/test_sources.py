"""Sources are found by themselves, and each knows its own pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import rostrum.sources
from rostrum.errors import ExitStatus, UsageError
from rostrum.sources import NO_HINTS, Promise, all_sources, find_source, source_of

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
    with pytest.raises(UsageError, match="legalforum, pacsto, roscongress, sample") as error:
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
    ("name", "url", "expected"),
    [
        ("roscongress", "https://roscongress.org/en/sessions/a-lake/discussion/", "report"),
        ("roscongress", "https://roscongress.org/sessions/ozero/discussion", "report"),
        ("roscongress", "https://roscongress.org/en/sessions/a-lake/", "programme"),
        ("roscongress", "https://roscongress.org/en/sessions/", None),
        ("roscongress", "https://roscongress.org/en/sessions/page/2/", None),
        ("roscongress", "https://roscongress.org/en/sessions/a/b/c/", None),
        ("pacsto", "https://pacsto.org/events/zasedanie-soveta", "report"),
        ("pacsto", "https://www.pacsto.org/en/events/a-meeting/", "report"),
        ("pacsto", "https://pacsto.org/events/", None),
        ("pacsto", "https://pacsto.org/events/page/2", None),
        (
            "europarl",
            "https://www.europarl.europa.eu/news/en/press-room/20260512IPR00001/a-lake-law",
            "report",
        ),
        (
            "europarl",
            "https://www.europarl.europa.eu/news/en/press-room/20260512IPR00001/",
            "report",
        ),
        ("europarl", "https://www.europarl.europa.eu/news/fr/press-room/20260512IPR00001/x", None),
        ("europarl", "https://www.europarl.europa.eu/news/en/press-room", None),
        ("europarl", "https://www.europarl.europa.eu/news/en/press-room/contacts", None),
        ("unpress", "https://press.un.org/en/2026/sgsm00001.doc.htm", "statement"),
        ("unpress", "https://press.un.org/en/2026/dsgsm0001.doc.htm", "statement"),
        ("unpress", "https://press.un.org/en/2026/sc00001.doc.htm", "report"),
        ("unpress", "https://press.un.org/fr/2026/sgsm00001.doc.htm", None),
        ("unpress", "https://press.un.org/en/content/secretary-general/press-release", None),
    ],
)
def test_the_kind_of_a_page_of_another_source(
    name: str, url: str, expected: PageKind | None
) -> None:
    assert expected == find_source(name).kind_of(url)


@pytest.mark.parametrize(
    ("name", "line", "expected"),
    [
        ("europarl", "Plenary session", "event"),
        ("europarl", "Plenary session of the old council", None),
        ("europarl", "Press Releases", "label"),
        ("europarl", "ENVI", "label"),
        ("europarl", "LIBE, ENVI", "label"),
        ("europarl", "Quotes", None),
        ("europarl", "Contacts:", "end"),
        ("europarl", "contacts", "end"),
        ("europarl", "Contacts between the two towns", None),
        ("unpress", "SG/SM/00001", "label"),
        ("unpress", "SG/SM/00001-ENV/DEV/0001", "label"),
        ("unpress", "For information media. Not an official record.", "end"),
        ("unpress", "The lake rose in 2026.", None),
        ("legalforum", "Plenary session", None),
    ],
)
def test_a_hint_is_about_a_whole_line(name: str, line: str, expected: str | None) -> None:
    hints = find_source(name).hints
    found = [
        hint
        for hint, holds in (
            ("event", hints.names_event(line)),
            ("label", hints.is_label(line)),
            ("end", hints.is_end(line)),
        )
        if holds
    ]
    assert [expected] * (expected is not None) == found


def test_without_hints_no_line_means_anything() -> None:
    lines = ("Plenary session", "Press Release", "Contacts:", "")
    assert not any(NO_HINTS.names_event(line) for line in lines)
    assert not any(NO_HINTS.is_label(line) or NO_HINTS.is_end(line) for line in lines)


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
