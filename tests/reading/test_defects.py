"""Markup that may have swallowed text is told; markup that is only untidy is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from rostrum.reading import read
from rostrum.sources import find_source

PAGE = (
    "<!DOCTYPE html><html lang=en><head><title>A page</title></head><body><div class=text>"
    "<h1>A page</h1><p>One is a paragraph.</p><p>Two is a paragraph too.</p></div></body></html>"
)
SAMPLE_PAGES = sorted(Path(find_source("sample").folder).rglob("*.html"))


def defects(markup: str) -> tuple[str, ...]:
    return read(markup.encode(), "text/html; charset=utf-8").defects


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(PAGE, id="whole"),
        pytest.param("<h1>A page</h1><p>One", id="a fragment"),
        pytest.param("<html><body><h1>A page</h1><p>One<p>Two</p>", id="html and body left open"),
        pytest.param(
            "<html><body><ul><li>One<li>Two</ul><table><tr><td>a<td>b</table></body>",
            id="items, rows and cells left open",
        ),
        pytest.param("<!-- one --><p>Two</p><!-- three -->", id="closed comments"),
        pytest.param("<p>Begin <...> and 5 < 6</p>", id="omissions and comparisons"),
        pytest.param('<p title="a < b">One</p>', id="a comparison in a title"),
        pytest.param('<img alt="<b>bold</b>"><p>One</p>', id="markup in an alternative text"),
        pytest.param("<div data-card='<p>One</p>'>Two</div>", id="markup in a data attribute"),
        pytest.param("<p onclick=\"f('<b>x</b>')\">One</p>", id="markup in a script"),
        pytest.param('<p class="день">One</p>', id="a class name in Russian"),
        pytest.param("<p @click=f :key=a x-on:b=c>One</p>", id="attributes of frameworks"),
        pytest.param("<script>'</scrip' + 't>'</script><p>One</p>", id="a closed script"),
        pytest.param("<p>One</p></div></span>", id="end tags too many"),
    ],
)
def test_an_untidy_page_has_no_defect(markup: str) -> None:
    assert defects(markup) == ()


@pytest.mark.parametrize(
    ("markup", "clause"),
    [
        pytest.param(PAGE[: PAGE.index("Two")], "in the middle", id="cut in a paragraph"),
        pytest.param(PAGE[: PAGE.index("Two") - 2], "in the middle", id="cut in a tag"),
        pytest.param(PAGE[: PAGE.index("<p>Two")], "<div> is never closed", id="cut in a div"),
        pytest.param("<html><body><p>One", "in the middle", id="cut in a plain page"),
        pytest.param("<p>One</p><!-- two <p>Three</p>", "comment", id="an open comment"),
        pytest.param(
            "<!-- a --><p>One</p>\n\n<!-- b", "comment is never closed (line 3)", id="its line"
        ),
        pytest.param(
            '<p>One</p><a href="/b>Two</a><p class="c">Three</p>', "<a>", id="closed too late"
        ),
        pytest.param("<p>One</p><p class=a <b>Two</b> three</p>", "<p>", id="a tag with no end"),
        pytest.param('<p>One</p><p class="a>Two</p><p>Three</p>', "<p>", id="a value to the end"),
        pytest.param("<p>One</p><a href='/b>Two</a></body></html>", "<a>", id="a single quote"),
        pytest.param("<p>One</p><script>f()<p>Two</p>", "<script>", id="an open script"),
        pytest.param("<p>One</p><style>p{}<p>Two</p>", "<style>", id="an open style"),
        pytest.param("<p>One</p><textarea><p>Two</p>", "<textarea>", id="an open text area"),
        pytest.param("<p>One</p><iframe><p>Two</p>", "<iframe>", id="an open frame"),
        pytest.param("<p>One <and more</p><p>Two</p>", "<and>", id="a tag that is none"),
        pytest.param("<p>Раз</p><p Два, три. <b>Четыре</b></p>", "<p>", id="prose in a tag"),
    ],
)
def test_text_that_may_be_gone_is_told(markup: str, clause: str) -> None:
    found = defects(markup)
    assert any(clause in defect for defect in found), found


@pytest.mark.parametrize("kept", range(PAGE.index("One") + 1, PAGE.index("</div>"), 3))
def test_a_page_cut_anywhere_in_its_text_has_a_defect(kept: int) -> None:
    assert defects(PAGE[:kept]) != ()


def test_bytes_of_no_charset_are_a_defect() -> None:
    whole = "<p>Слово о полку и о праве, сказанное в порту.</p>" * 20
    document = read(whole.encode() + b"\xff\xfe", "text/html; charset=utf-8")
    assert any("byte sequences" in defect for defect in document.defects)


@pytest.mark.parametrize("page", SAMPLE_PAGES, ids=lambda page: "-".join(page.parts[-4:-1]))
def test_the_sample_site_is_whole(page: Path) -> None:
    assert read(page.read_bytes(), "text/html; charset=utf-8").defects == ()


@pytest.mark.parametrize(
    "inside",
    [
        "<select><option>One<p>Two</p>",
        "<noscript><p>Two</p>",
        "<template><p>Two</p>",
        "<!-- one <p>Two</p><!-- three --><p>Four</p>",
        "<p>One <b>two</p<p>Three</p>",
    ],
)
def test_what_hides_text_is_a_defect(inside: str) -> None:
    page = f"<html><body><p>Before</p>{inside}<p>After</p></body></html>"
    assert read(page.encode(), None).defects
