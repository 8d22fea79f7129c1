"""Menus, footers and the like are no article; a title in a header is."""

from __future__ import annotations

import pytest

from rostrum.reading import read


def article(markup: str) -> list[str]:
    return [block.text for block in read(markup.encode(), "text/html; charset=utf-8").article]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param("<nav>Menu</nav><p>One</p>", ["One"], id="nav"),
        pytest.param("<footer><p>Address</p></footer><p>One</p>", ["One"], id="footer"),
        pytest.param("<aside>Related</aside><p>One</p>", ["One"], id="aside"),
        pytest.param("<header>Logo</header><p>One</p>", ["One"], id="header"),
        pytest.param(
            "<header><h1>The site</h1></header><h2>One</h2>", ["One"], id="a site's header"
        ),
        pytest.param(
            "<header><h1>One</h1><a>Menu</a></header><p>Two</p>",
            ["One", "Two"],
            id="the only heading stands in a header",
        ),
        pytest.param(
            "<title>Water | The Site</title><header><h1>Water</h1><p>May</p></header><p>Two</p>",
            ["Water", "May", "Two"],
            id="the title stands in a header",
        ),
        pytest.param(
            "<article><header><h1>One</h1><p>by us</p></header><p>Two</p></article>",
            ["One", "by us", "Two"],
            id="an article's header",
        ),
        pytest.param(
            "<main><header><h1>One</h1></header><p>Two</p></main>",
            ["One", "Two"],
            id="the title in a header in main",
        ),
        pytest.param("<p>Cookies</p><main>One</main><p>End</p>", ["One"], id="main only"),
        pytest.param("<p>One</p><main> </main>", ["One"], id="a main without text"),
        pytest.param("<p>One</p><main><nav>Menu</nav></main>", ["One"], id="a main of menus"),
        pytest.param("<main><nav>Menu</nav><p>One</p></main>", ["One"], id="nav in main"),
        pytest.param("<main><aside>More</aside><p>One</p></main>", ["One"], id="aside in main"),
        pytest.param("<p>One</p><p>Two</p>", ["One", "Two"], id="no main"),
        pytest.param('<div role="navigation">Menu</div>One', ["One"], id="a role"),
        pytest.param('<div role="BANNER">Logo</div>One', ["One"], id="a role in capitals"),
        pytest.param('<div role="dialog"><p>Cookies</p></div>One', ["One"], id="a dialog"),
        pytest.param("<button>Send</button><p>One</p>", ["One"], id="a button"),
        pytest.param("<ul><li><a href=/>Menu</a></ul>One", ["One"], id="a list of links"),
        pytest.param("<ul><li><a href=/><b>Menu</b></a></ul>One", ["One"], id="bold links"),
        pytest.param(
            "<ul><li>Read <a href=/>this</a> first</ul>", ["Read this first"], id="a linked word"
        ),
        pytest.param("<ul><li>One</ul>", ["One"], id="a list of words"),
        pytest.param("<p><a href=/>One</a></p>", ["One"], id="a paragraph that is a link"),
    ],
)
def test_the_article_is_the_page_without_its_furniture(markup: str, expected: list[str]) -> None:
    assert expected == article(markup)


def test_what_is_certainly_furniture_may_be_left_out_of_the_text() -> None:
    document = read(b"<nav>Menu</nav><p>One</p>", "text/html")
    assert document.text == "One"


def test_the_text_begins_with_the_title_as_furniture() -> None:
    document = read(b"<title> A\n title </title><p>One</p>", "text/html")
    assert document.text == "A title\nOne"
    assert [block.is_furniture for block in document.blocks] == [True, False]
    assert (document.blocks[0].tag, document.blocks[0].text) == ("title", document.title)


def test_a_page_of_nothing_but_a_dialog_is_read() -> None:
    document = read(b"<title>Hi</title><div role=dialog><p>Accept cookies</p></div>", "text/html")
    assert document.text == "Hi\nAccept cookies"
    assert document.article == ()
