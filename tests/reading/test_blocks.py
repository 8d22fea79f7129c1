"""Pieces of text are what a browser shows as separate lines, in reading order."""

from __future__ import annotations

import pytest

from rostrum.reading import Block, read

HTML = "text/html; charset=utf-8"
LONG = "The regional council of the northern ports had been asked to"
"""A line long enough to have been broken because it was full."""


def blocks_of(markup: str) -> list[Block]:
    return [block for block in read(markup.encode(), HTML).blocks if block.tag != "title"]


def texts(markup: str) -> list[str]:
    return [block.text for block in blocks_of(markup)]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param("<p>One.</p><p>Two.</p>", ["One.", "Two."], id="paragraphs"),
        pytest.param("<p>One.<p>Two.", ["One.", "Two."], id="paragraphs left open"),
        pytest.param("One.<br>Two.", ["One.", "Two."], id="a break after a sentence"),
        pytest.param("One.<br><br>Two.", ["One.", "Two."], id="two breaks"),
        pytest.param("<p>One.<br/>\n<br/>\nTwo.</p>", ["One.", "Two."], id="breaks in xhtml"),
        pytest.param("One<br><br><br>\n<br>two", ["One", "two"], id="many breaks"),
        pytest.param("<br><br>One<br>", ["One"], id="breaks at the ends"),
        pytest.param("<b>Ada Lund</b><br>Judge", ["Ada Lund", "Judge"], id="a name over a title"),
        pytest.param("Ada Lund<br>judge", ["Ada Lund", "judge"], id="a short line is not full"),
        pytest.param(f"{LONG}<br>meet.", [f"{LONG} meet."], id="a full line goes on"),
        pytest.param(f"{LONG}<br>\nmeet.", [f"{LONG} meet."], id="a full line in the source too"),
        pytest.param(f"{LONG}<br><br>meet.", [LONG, "meet."], id="two breaks never wrap"),
        pytest.param(f"{LONG}<br>Norvik.", [f"{LONG} Norvik."], id="a preposition leads on"),
        pytest.param(f"“{LONG}.<br>Meet.”", [f"“{LONG}. Meet.”"], id="an open quotation leads on"),
        pytest.param(f"“{LONG},”<br>Ada Lund", [f"“{LONG},” Ada Lund"], id="a comma leads on"),
        pytest.param("Ed Pym — Surveyor, Land Registry of Skelling<br>Rosa Quill — Judge<br>Bo Ek",
                     ["Ed Pym — Surveyor, Land Registry of Skelling", "Rosa Quill — Judge",
                      "Bo Ek"], id="a list of people"),
        pytest.param(f"<b>{LONG}</b><br>meet.", [LONG, "meet."], id="a bold line is a heading"),
        pytest.param(f"{LONG} it<br>Meet.", [f"{LONG} it", "Meet."], id="a capital"),
        pytest.param(f"{LONG}.<br>meet", [f"{LONG}.", "meet"], id="a full stop ends a line"),
        pytest.param(f"<i>{LONG}</i><br><i>meet.</i>", [f"{LONG} meet."], id="wrapped in italics"),
        pytest.param("<p>One\n  hard\n\twrap.</p>", ["One hard wrap."], id="source line ends"),
        pytest.param("<p> \n </p><p>&nbsp;</p><p>One</p>", ["One"], id="empty paragraphs"),
        pytest.param(
            "<div><div>One<div>Two</div>Three</div></div>", ["One", "Two", "Three"], id="divs"
        ),
        pytest.param("<section>One</section>Two", ["One", "Two"], id="a section"),
        pytest.param("<my-card>One</my-card><my-card>Two</my-card>", ["One", "Two"], id="unknown"),
        pytest.param("<p>wa<b>t</b>er l<span>a</span>w</p>", ["water law"], id="inline cuts words"),
        pytest.param("<p><a>One</a> <i>two</i></p>", ["One two"], id="a space between inlines"),
        pytest.param("<p>ha<wbr>rbour</p>", ["harbour"], id="wbr"),
        pytest.param("<p>Law &amp; &laquo;Ord&eacute;r&raquo;</p>", ["Law & «Ordér»"], id="named"),
        pytest.param("<p>&#8220;Yes&#x201D;</p>", ["“Yes”"], id="numeric entities"),
        pytest.param("<p>&lt;...&gt; so &lt;b&gt;</p>", ["<...> so <b>"], id="escaped tags"),
        pytest.param("<p>Begin <...> end</p>", ["Begin <...> end"], id="an unescaped omission"),
        pytest.param("<p>5 < 6 and 7 > 6</p>", ["5 < 6 and 7 > 6"], id="comparisons"),
        pytest.param("<p>No.&nbsp;7\u00a0\u2009a</p>", ["No. 7 a"], id="no-break spaces"),
        pytest.param("<p>har\u00adbour &shy;law</p>", ["harbour law"], id="soft hyphens"),
        pytest.param("<p>har\u200bbour \ufefflaw\u2060s</p>", ["harbour laws"], id="zero width"),
        pytest.param("<p>man\u2011made</p>", ["man\u2011made"], id="a no-break hyphen stays"),
        pytest.param("<p>e\u0301te\u0301</p>", ["e\u0301te\u0301"], id="no normalization"),
        pytest.param("<p>ﬁne №7 ½</p>", ["ﬁne №7 ½"], id="compatibility characters stay"),
        pytest.param(
            "<table><tr><th>Name<th>Post<tr><td>Ada Lund<td>Judge</table>",
            ["Name", "Post", "Ada Lund", "Judge"],
            id="cells",
        ),
        pytest.param("<ul><li>One<li>Two<ul><li>Three</ul></ul>", ["One", "Two", "Three"], id="li"),
        pytest.param("<dl><dt>One<dd>Two</dl>", ["One", "Two"], id="definitions"),
        pytest.param("<h1>One</h1>two<h2>Three</h2>", ["One", "two", "Three"], id="headings"),
        pytest.param("One<hr>Two", ["One", "Two"], id="a rule"),
        pytest.param("Before<p>One</p>after", ["Before", "One", "after"], id="bare text"),
        pytest.param("No element at all", ["No element at all"], id="text only"),
        pytest.param("<p>One<!-- two --> three</p>", ["One three"], id="a comment"),
        pytest.param("<p>On<!-- x -->e</p>", ["One"], id="a comment in a word"),
        pytest.param("<p>One</p><script>var two='<p>no</p>'</script>", ["One"], id="a script"),
        pytest.param("<p>One<style>p{color:red}</style></p>", ["One"], id="a style"),
        pytest.param("<p>One</p><noscript>Two</noscript>", ["One"], id="noscript"),
        pytest.param("<p>One</p><template><p>Two</p></template>", ["One"], id="a template"),
        pytest.param("<p>One</p><select><option>Two</select>", ["One"], id="a select"),
        pytest.param("<p>One</p><textarea>Two</textarea>", ["One"], id="a text area"),
        pytest.param("<p>One <svg><text>Two</text></svg></p>", ["One"], id="a drawing"),
        pytest.param("<head><base href=/x><meta name=a></head><p>One</p>", ["One"], id="a head"),
        pytest.param("<title>T</title><section>One</section><p>2", ["One", "2"], id="no body"),
        pytest.param("<p hidden>Two</p><p>One</p>", ["One"], id="hidden"),
        pytest.param('<p style="display: none">Two</p>One', ["One"], id="display none"),
        pytest.param('<p style="color:red;DISPLAY:NONE">Two</p>One', ["One"], id="in capitals"),
        pytest.param('<p style="visibility:hidden">Two</p>One', ["One"], id="invisible"),
        pytest.param("<div hidden><p>a<b>b</b></p></div>One", ["One"], id="all of a hidden part"),
        pytest.param('<p style="display:block">One</p>', ["One"], id="not hidden"),
    ],
)  # fmt: skip
def test_text_is_cut_where_a_browser_begins_a_line(markup: str, expected: list[str]) -> None:
    assert expected == texts(markup)


def test_offsets_cut_every_block_out_of_the_text() -> None:
    document = read("<h1>Ты\u00ad\u200b</h1> “a”<p>b &lt;…&gt; 😀 c</p>".encode(), HTML)
    cuts = [document.text[block.start : block.end] for block in document.blocks]
    assert cuts == [block.text for block in document.blocks]
    assert document.text == "\n".join(cuts)


def test_a_cut_of_a_block_knows_its_place_in_the_text() -> None:
    document = read(b"<p>One</p><p>Two three</p>", HTML)
    cut = document.blocks[1].cut(4, 7)
    assert (cut.text, document.text[cut.start : cut.end]) == ("thr", "thr")


def test_a_cut_past_the_end_of_a_block_ends_with_it() -> None:
    block = blocks_of("<p>One</p>")[0]
    assert block.cut(1, 99).end == block.end


def test_depth_of_nesting_exhausts_nothing() -> None:
    deep = 5_000
    assert texts("<div>" * deep + "One" + "</div>" * deep + "<p>Two") == ["One", "Two"]


def test_depth_of_inline_nesting_exhausts_nothing() -> None:
    deep = 5_000
    assert texts("<p>" + "<b>" * deep + "One" + "</b>" * deep) == ["One"]


@pytest.mark.parametrize("level", [1, 2, 3, 4, 5, 6])
def test_a_heading_has_the_level_of_its_element(level: int) -> None:
    assert [block.heading_level for block in blocks_of(f"<h{level}>One</h{level}>")] == [level]


def test_a_heading_by_role_counts_as_one() -> None:
    assert [block.heading_level for block in blocks_of('<div role="heading">One</div>')] == [2]


def test_text_inside_a_heading_is_heading_too() -> None:
    assert [block.heading_level for block in blocks_of("<h3><span>One</span></h3>")] == [3]


def test_a_paragraph_has_no_heading_level() -> None:
    assert [block.heading_level for block in blocks_of("<p>One</p>")] == [0]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p><b>One two</b></p>", True),
        ("<p><strong>One</strong> <strong>two</strong></p>", True),
        ("<p><u>One</u></p>", True),
        ('<p style="font-weight:bold">One</p>', True),
        ('<p><span style="font-weight: 700">One</span></p>', True),
        ('<p><span style="text-decoration: underline">One</span></p>', True),
        ("<strong><p>One</p></strong>", True),
        ("<p><b>One</b> two</p>", False),
        ("<p><b></b>One</p>", False),
        ("<p>One</p>", False),
        ('<p style="font-weight:400">One</p>', False),
    ],
)
def test_a_block_is_bold_when_all_its_letters_are(markup: str, expected: bool) -> None:
    assert [expected] == [block.is_bold for block in blocks_of(markup)]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p><a href=/>One</a></p>", 1.0),
        ("<p><a href=/><b>One</b></a> </p>", 1.0),
        ("<p><a href=/>On</a>e s</p>", 0.5),
        ("<p>One</p>", 0.0),
    ],
)
def test_link_share_counts_letters_not_spaces(markup: str, expected: float) -> None:
    assert [expected] == [block.link_share for block in blocks_of(markup)]


def test_the_tag_of_a_block_is_its_nearest_block_element() -> None:
    blocks = blocks_of("<div>One<p><b>Two</b></p><ul><li><a>Three</a></li></ul></div>")
    assert [block.tag for block in blocks] == ["div", "p", "li"]
