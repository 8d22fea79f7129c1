"""From bytes to a document, or a reason why not."""

from __future__ import annotations

import pytest

from rostrum.errors import PageError
from rostrum.reading import Document, read

PAGE = (
    '<html lang="ru-RU"><head><title> A\n page </title><meta name="Author" content="Ada">'
    '<meta property="og:title" content="Open"><meta property="og:title" content="Second">'
    '<meta name="empty"></head><body><time datetime="2026-05-14">today</time>'
    "<time>no date</time></body></html>"
)


def html(markup: str) -> Document:
    return read(markup.encode(), "text/html; charset=utf-8")


@pytest.mark.parametrize(
    ("body", "content_type", "code"),
    [
        pytest.param(b"", "text/html", "empty_page", id="nothing"),
        pytest.param(b" \r\n\t", "text/html", "empty_page", id="white space"),
        pytest.param(b"<html><body></body></html>", "text/html", "empty_page", id="no text"),
        pytest.param(b"<p>&nbsp;</p>", "text/html", "empty_page", id="a blank"),
        pytest.param(b"<script>a()</script>", "text/html", "empty_page", id="a script alone"),
        pytest.param(b"<p hidden>One</p>", "text/html", "empty_page", id="all hidden"),
        pytest.param(b"%PDF-1.7\n<p>One</p>", "text/html", "not_html", id="a PDF called HTML"),
        pytest.param(b"\n%PDF-1.7", "application/pdf", "not_html", id="a PDF"),
        pytest.param(b"<p>One</p>", "image/png", "not_html", id="an image type"),
        pytest.param(b"<p>One</p>", "application/json", "not_html", id="a JSON type"),
        pytest.param(b"Only words", "text/plain", "not_html", id="plain words"),
    ],
)
def test_what_is_no_page_is_refused(body: bytes, content_type: str, code: str) -> None:
    with pytest.raises(PageError) as refusal:
        read(body, content_type)
    assert code == refusal.value.code


@pytest.mark.parametrize(
    "content_type",
    [
        None,
        "",
        "text/html",
        "TEXT/HTML; charset=UTF-8",
        "application/xhtml+xml",
        "text/xml",
        "text/plain",
        "text/plain; charset=utf-8",
    ],
)
def test_what_may_be_a_page_is_read(content_type: str | None) -> None:
    assert read(b"<p>One</p>", content_type).text == "One"


def test_the_title_is_told_from_the_head() -> None:
    assert html(PAGE).title == "A page"


def test_a_page_without_a_title_has_an_empty_one() -> None:
    assert html("<p>One</p>").title == ""


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("en", "en"), ("RU-ru", "ru"), ("kk_KZ", "kk"), (" en ", "en"), ("", "")],
)
def test_the_language_is_the_primary_subtag(lang: str, expected: str) -> None:
    assert expected == html(f'<html lang="{lang}"><p>One</p></html>').language


def test_a_page_may_name_no_language() -> None:
    assert html("<p>One</p>").language == ""


def test_of_a_repeated_meta_the_first_counts() -> None:
    assert html(PAGE).metas == {"author": "Ada", "og:title": "Open"}


def test_times_are_the_dated_ones() -> None:
    assert html(PAGE).times == ("2026-05-14",)


def test_the_encoding_and_its_reason_are_told() -> None:
    document = read("<p>Право моря</p>".encode("cp1251"), "text/html; charset=windows-1251")
    assert (
        document.encoding,
        document.encoding_reason,
        document.is_encoding_suspect,
        document.text,
    ) == ("cp1251", "header", False, "Право моря")


def test_the_same_bytes_give_the_same_document() -> None:
    assert html(PAGE) == html(PAGE)


@pytest.mark.parametrize("attribute", ["a\x08b", "href='\x08/x'", "\x08"])
def test_a_control_character_in_an_attribute(attribute: str) -> None:
    body = f"<html><body><p {attribute}>The lake <a {attribute}>froze</a> early.</p></body></html>"
    document = read(body.encode(), "text/html; charset=utf-8")
    assert document.blocks[-1].text == "The lake froze early."


def test_a_control_character_beside_what_is_hidden() -> None:
    body = b"<html><body><p>The lake <i hidden>never</i>\x08froze.</p><p>Early.</p></body></html>"
    assert read(body, "text/html").blocks[-2].text.replace("\x08", "") == "The lake froze."
