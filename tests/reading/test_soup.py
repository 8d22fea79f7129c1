"""The quick soup of a cut article is the one that bs4 makes."""

import pytest
from bs4 import Tag

from rostrum.reading.soup import make_article_soup, make_soup

ROWS = "".join(f"<p class='a b'>Row <b>{row}</b> \n </p> \n\t<br>tail" for row in range(5))
MARKUPS = [
    "",
    "no tag at all",
    "<p>one<p>two &amp; three<div> \n </div>after",
    f"<html lang=en><body><main>{ROWS}</main> end </body></html>",
    "<pre>  \n\n </pre><p>  \n</p>",
    "<ruby>漢<rp>(</rp><rt>kan</rt></ruby><sup>1</sup><!-- no --><p>x",
    "<o:p>word</o:p><b><p>crossed</b> over</p>",
    "<div>" * 3000 + "deep",
]


@pytest.mark.parametrize("markup", MARKUPS, ids=range(len(MARKUPS)))
def test_is_what_bs4_makes(markup):
    assert links(make_soup(markup)) == links(make_article_soup(markup))


def links(soup):
    nodes = [soup, *soup.descendants]
    numbers = {id(node): number for number, node in enumerate(nodes)} | {id(None): None}
    neighbours = "parent next_element previous_element next_sibling previous_sibling".split()
    return [
        (
            (node.name, dict(node.attrs)) if isinstance(node, Tag) else (type(node), str(node)),
            [numbers[id(getattr(node, name))] for name in neighbours],
        )
        for node in nodes
    ]


def test_searches_as_bs4_does():
    soup = make_article_soup(MARKUPS[3])
    assert "3" == soup.find_all("b")[3].get_text()
    assert ["Row", "0"] == list(soup.p.stripped_strings)
    assert str(make_soup(MARKUPS[3])) == str(soup)


@pytest.mark.filterwarnings("error")
def test_xml_is_read_without_a_word():
    page = '<?xml version="1.0"?><story><p>Lake</p></story>'
    assert make_soup(page).get_text() == "Lake"
