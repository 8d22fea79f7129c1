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
        pytest.param("<header><h1>The site</h1></header><p>One</p>", ["One"], id="site header"),
        pytest.param(
            "<article><header><h1>One</h1><p>by us</p></header><p>Two</p></article>",
            ["One", "Two"],
            id="the title in an article's header",
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


def test_furniture_stays_in_the_text() -> None:
    document = read(b"<nav>Menu</nav><p>One</p>", "text/html")
    assert document.text == "Menu\nOne"
