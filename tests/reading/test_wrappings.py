"""The same text gives the same blocks, however it is laid out."""

from __future__ import annotations

import textwrap
from html import escape

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from rostrum.reading import Block, read
from rostrum.reading.blocks import collect_pieces
from rostrum.reading.content import is_furniture_in
from rostrum.reading.prune import cut_article
from rostrum.reading.tree import parse_tree

HTML = "text/html; charset=utf-8"
TEXT = [
    "PROBLEMS",
    "Nobody owns the flood",
    "“A court cannot assign an owner to a thing which every owner denies, and the Ministry of Water "
    "and Forests has said so twice. We have asked it again, and again it has said: Nobody may.”",
    "Ada Lund",
    "Judge, Water Court",
    "«Никто не владеет паводком: ни область, ни район, ни сосед, который живёт ниже по течению, а "
    "платить приходится всем, и платят все, кроме тех, кто перекрыл реку.»",
    "Игорь Лавриненко",
]


def article(markup: str) -> list[Block]:
    return list(read(markup.encode(), HTML).article)


def texts(markup: str) -> list[str]:
    return [block.text for block in article(markup)]


def each(before: str, after: str) -> str:
    return "\n".join(f"{before}{escape(text)}{after}" for text in TEXT)


def office(text: str) -> str:
    """A word processor's paragraph: spans that cut words."""
    pieces = [text[at : at + 7] for at in range(0, len(text), 7)]
    spans = "".join(
        f"<span lang=EN-US style='font-size:12.0pt;mso-fareast-font-family:\"Times\"'>{piece}</span>"
        for piece in map(escape, pieces)
    )
    return f"<p class=MsoNormal style='margin:0cm'>{spans}<o:p></o:p></p><p>&nbsp;<o:p></o:p></p>"


def invisible(text: str) -> str:
    """Hints for line breaking and writing direction within and between words."""
    marked = escape(text).replace("e", "e&shy;").replace("о", "о\u200b").replace("t", "t\u200d")
    return f"<p>\u200e{marked.replace(' ', '&nbsp;')}\u200f\ufeff</p>"


def hard_wrapped(end: str) -> str:
    """Lines of 80 characters, broken as a typewriter breaks them."""
    paragraphs = [end.join(map(escape, textwrap.wrap(text, 80))) for text in TEXT]
    return (end + end).join(paragraphs)


LAYOUTS = {
    "paragraphs": each("<p>", "</p>"),
    "open paragraphs": each("<p>", ""),
    "breaks": each("", "<br>"),
    "double breaks": each("", "<br/>\n<br/>"),
    "divs": each("<div>", "</div>"),
    "deep divs": each("<div><div><div>", "</div></div></div>"),
    "articles": each("<article><section>", "</section></article>"),
    "spans shown as blocks": each("<span style='display: block'>", "</span>"),
    "custom elements": each("<x-text>", "</x-text>"),
    "items": "<ul>" + each("<li>", "</li>") + "</ul>",
    "open items": "<ol>" + each("<li>", "") + "</ol>",
    "rows": "<table>" + each("<tr><td>", "</td></tr>") + "</table>",
    "cells": "<table><tr>" + each("<td>", "") + "</table>",
    "definitions": "<dl>" + each("<dt>", "") + "</dl>",
    "blockquotes": each("<blockquote><p>", "</p></blockquote>"),
    "headings": each("<h3>", "</h3>"),
    "fonts": "<center>" + each("<font face=Times><p>", "</p></font>") + "</center>",
    "emphasis": each("<p><b><i>", "</i></b></p>"),
    "office": "".join(map(office, TEXT)),
    "invisible characters": "".join(map(invisible, TEXT)),
    "source lines": each("<p>", "</p>").replace(" ", "\n    "),
    "wrapped by breaks": hard_wrapped("<br>"),
    "wrapped in a pre": f"<pre>{hard_wrapped(chr(10))}</pre>",
    "wrapped by a style": f"<div style='white-space:pre-wrap'>{hard_wrapped(chr(10))}</div>",
    "main": "<header>Logo</header><main>" + each("<p>", "</p>") + "</main><footer>End</footer>",
    "a form around all": "<form>" + each("<p>", "</p>") + "</form>",
    "details": each("<details><summary>", "</summary></details>"),
    "bold in Docs": "<b style='font-weight:normal'>" + each("<p>", "</p>") + "</b>",
    "the deepest divs": "<div>" * 300 + each("<p>", "</p>") + "</div>" * 300,
    "deeper than lxml goes": "<div>" * 3000 + each("<p>", "</p>") + "</div>" * 3000,
    "no tags closed": "<body><main><div>" + each("<p><span>", ""),
    "comments": each("<p><!-- a -->", "<!-- b --></p><!--[if mso]><p>no</p><![endif]-->"),
    "wbr": each("<p>", "</p>").replace("flood", "fl<wbr>ood"),
    "drop caps": each("<p>", "</p>").replace(">N", "><span class=dropcap>N</span>"),
    "footnotes": each("<p>", "<sup><a href='#fn1'>[1]</a></sup></p>"),
    "quoted by elements": each("<p>", "</p>").replace("“", "<q>").replace("”", "</q>"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_changes_no_text(layout: str) -> None:
    assert texts(LAYOUTS[layout]) == TEXT


def test_columns_give_the_quote_and_its_speaker_side_by_side() -> None:
    rows = "<tr><td>“Yes, it is.”<td>Ada Lund, Judge<tr><td>“No.”<td>Bob Roe, Mayor"
    blocks = article(f"<table>{rows}</table>")
    common = [shared(left.path, right.path) for left, right in zip(blocks, blocks[1:], strict=False)]
    assert common[0] == common[2] > common[1]


def shared(left: tuple[int, ...], right: tuple[int, ...]) -> int:
    """How many ancestors two blocks share."""
    return len([1 for one, other in zip(left, right, strict=False) if one == other])


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>a <b>bold</b> b</p>", [("bold", "bold")]),
        ("<p>a <u>bo</u><strong>ld</strong> b</p>", [("bold", "bold")]),
        ("<p><b>One</b> <b>two</b> b</p>", [("bold", "One two")]),
        ("<p>a <span style='font-weight:600'>x</span></p>", [("bold", "x")]),
        ("<p><i>it</i>, <em>em</em></p>", [("italic", "it"), ("italic", "em")]),
        ("<p><a href=/a>Ada Lund</a>, judge</p>", [("link", "Ada Lund")]),
        ("<p><a href=/a>Ada</a> <a href=/b>Bob</a></p>", [("link", "Ada"), ("link", "Bob")]),
        ("<p><a href=/a>Ad</a><a href=/a>a</a></p>", [("link", "Ada")]),
        ("<p><a name=x>Ada</a></p>", []),
        ("<p>“A,” <cite>Ada Lund</cite></p>", [("cite", "Ada Lund")]),
        ("<p><b><a href=/>x</a></b> y</p>", [("bold", "x"), ("link", "x")]),
        ("<p><a href=/><u>x</u></a> y</p>", [("link", "x")]),
        ("<p>plain</p>", []),
    ],
)
def test_marks_tell_what_looks_otherwise(markup: str, expected: list[tuple[str, str]]) -> None:
    block = article(markup)[0]
    assert [(mark.kind, block.text[mark.start : mark.end]) for mark in block.marks] == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param("<p><strong>Heading</strong><br>Text", ["Heading", "Text"], id="run-on"),
        pytest.param("<p><b>Problems.</b> Text", ["Problems. Text"], id="run-in heading"),
        pytest.param("<blockquote><p>“A.”</p><footer>Ada Lund</footer></blockquote>",
                     ["“A.”", "Ada Lund"], id="a blockquote's footer"),
        pytest.param("<figure><blockquote>“A.”</blockquote><figcaption>Ada Lund</figcaption></figure>",
                     ["“A.”", "Ada Lund"], id="a figure's speaker"),
        pytest.param("<p>x</p><figure><img src=a alt=b><figcaption>At sea</figcaption></figure>",
                     ["x"], id="a photo's caption"),
        pytest.param("<html lang=ru><p><q>Да</q>, — сказал он", ["«Да», — сказал он"], id="q in ru"),
        pytest.param("<p><q>a <q>b</q> c </q>d", ["“a ‘b’ c” d"], id="q in q"),
        pytest.param("<p><q>“Yes”</q> he said", ["“Yes” he said"], id="q around marks"),
        pytest.param("<p>It flows<sup>1</sup>, he said.<sup>[2]</sup>", ["It flows, he said."],
                     id="footnotes"),
        pytest.param("<p>5 m<sup>2</sup>, 10<sup>6</sup>, 1<sup>st</sup>", ["5 m2, 106, 1st"],
                     id="exponents"),
        pytest.param("<p>a <x-name>Ada</x-name>, b", ["a Ada, b"], id="a custom name"),
        pytest.param("<x-card><x-t>A</x-t><div>B</div></x-card>", ["A", "B"], id="a custom card"),
        pytest.param("<p>a <img src=x> b", ["a b"], id="an image in a line"),
        pytest.param("<p>نمی\u200cخواهم 👩\u200d⚖️</p>", ["نمی\u200cخواهم 👩\u200d⚖️"], id="joiners"),
        pytest.param("Ada Lund<br>Judge of the Water Court of the Northern Ports and Rivers",
                     ["Ada Lund", "Judge of the Water Court of the Northern Ports and Rivers"],
                     id="a name over a long title"),
        pytest.param("<p>a<aside>x</aside>b", ["a", "b"], id="an aside parts texts"),
    ],
)  # fmt: skip
def test_a_page_is_cut_as_a_reader_sees_it(markup: str, expected: list[str]) -> None:
    assert texts(markup) == expected


@pytest.mark.parametrize(
    ("markup", "level"),
    [
        ("<div role=heading aria-level=3>One</div>", 3),
        ("<div role=heading aria-level=x>One</div>", 2),
        ("<div role=heading aria-level=12>One</div>", 6),
        ("<h2><button>One</button></h2>", 2),
    ],
)
def test_the_level_of_a_heading(markup: str, level: int) -> None:
    assert [block.heading_level for block in article(markup)] == [level]


@pytest.mark.parametrize(
    "markup",
    ["<p><font size=5>One</font></p>", "<p><font size='+2'>One</font></p>", "<p><u>One</u>:</p>"],
)
def test_a_line_that_stands_out_is_bold(markup: str) -> None:
    assert article(markup)[0].is_bold


def by_fragment(markup: str) -> list[tuple[str, str, int, bool]]:
    return looks(cut_article(parse_tree(markup)[0], ()))


def looks(markup: str) -> list[tuple[str, str, int, bool]]:
    soup = BeautifulSoup(markup, "lxml", multi_valued_attributes=None)
    pieces = collect_pieces(soup, "en")
    return [
        (piece.text, piece.tag, piece.heading_level, piece.is_bold)
        for piece, flag in zip(pieces, is_furniture_in(pieces), strict=True)
        if not flag
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_page_cut_down_first_gives_what_the_whole_page_gives(layout: str) -> None:
    markup = LAYOUTS[layout]
    if parse_tree(markup)[1]:
        assert by_fragment(markup) == looks(markup)


NAMES = "p div section span b a h2 ul li td q pre blockquote x-card sup".split()
NODES = st.recursive(
    st.text("ab “”.\n\u00a0\u200b", max_size=8).map(escape) | st.just("<br>"),
    lambda nodes: st.tuples(st.sampled_from(NAMES), st.lists(nodes, max_size=4)).map(
        lambda node: f"<{node[0]}>{''.join(node[1])}</{node[0]}>"
    ),
    max_leaves=20,
)


ASIDES = NODES.map(lambda node: f"<nav>{node}</nav>") | NODES.map(lambda node: f"<aside>{node}</aside>")
PARTS = st.lists(NODES | ASIDES, max_size=3).map("".join)


@given(PARTS | st.tuples(PARTS, PARTS, PARTS).map(lambda parts: "{}<main>{}</main>{}".format(*parts)))
def test_any_page_cut_down_first_gives_what_the_whole_page_gives(markup: str) -> None:
    if parse_tree(markup)[1] and (kept := looks(markup)):
        assert by_fragment(markup) == kept
