"""What is no part of a story is told without one site's class names; the story is never lost."""

from __future__ import annotations

import pytest

from rostrum.reading import read

PROSE = (
    "Engineers and jurists met in Skelling to speak of the river and of those who live by it. "
    "The meeting was the third of its kind, and it took two days, as the one before it had done."
)
QUOTE = (
    "“A court cannot assign an owner to a thing which every owner denies,” Ada Lund, Judge, Water "
    "Court."
)
OTHER = (
    "“The bridge at Norvik will be open to the public before the first snow,” Bob Roe, Mayor, said."
)
STORY = f"<h1>Who Owns the Flood?</h1><p>{PROSE}</p><p>{PROSE[::-1]}</p><p>{QUOTE}</p>"
KEPT = ["Who Owns the Flood?", PROSE, PROSE[::-1], QUOTE]


def article(markup: str) -> list[str]:
    page = f"<html lang=en><head><title>Who Owns the Flood? | Forum</title></head><body>{markup}"
    return [block.text for block in read(page.encode(), "text/html; charset=utf-8").article]


def card(number: int) -> str:
    return (
        f"<div><h3><a href=/n/{number}>The bridge at Norvik is nearly done</a></h3>"
        f"<p>{OTHER}</p><span>1{number} May 2026</span></div>"
    )


MENU = "".join(f"<a href=/{name}>{name}</a>" for name in ("News", "Programme", "Partners"))
CARDS = card(1) + card(2) + card(3)


@pytest.mark.parametrize(
    "furniture",
    [
        pytest.param("<ul><li><a href=/>Home</a><li><a href=/n>News</a></ul>", id="two links"),
        pytest.param("<ul><li><a href=/>Home</a></ul>", id="a list of one link"),
        pytest.param(f"<div>{MENU}</div>".replace("</a>", "</a><br>"), id="links with breaks"),
        pytest.param(f"<div>{MENU}</div>".replace("a>", "a></div><div>"), id="links in divs"),
        pytest.param("<table><tr><td><a>A</a><td><a>B</a><td><a>C</a></table>".replace(
            "<a>", "<a href=/>"), id="links in cells"),
        pytest.param(f"<div><h3>Related news</h3>{CARDS}</div>", id="cards in a box"),
        pytest.param(f"<h3>Related news</h3><div>{CARDS}</div>", id="cards below their heading"),
        pytest.param(f"<h3>Related news</h3>{CARDS}", id="cards side by side with the story"),
        pytest.param(f"<div><p>Читайте также:</p>{card(1)}</div>", id="one card in a box"),
        pytest.param(f"<div>{CARDS}</div>", id="cards without a heading"),
        pytest.param(f"<section><div><h2>Comments (2)</h2></div><p>{OTHER}</p></section>",
                     id="comments"),
        pytest.param(f"<div class='related-news'><p>{OTHER}</p></div>", id="a name"),
        pytest.param(f"<aside><p>{OTHER}</p></aside>", id="an aside"),
        pytest.param("<p>Share this page:</p><p><a href=/f>Facebook</a></p>", id="share"),
        pytest.param("<div>Поделиться</div><span>ВКонтакте</span>", id="share in Russian"),
        pytest.param("<p>Tags: <a href=/w>water</a>, <a href=/l>law</a></p>", id="tags"),
        pytest.param("<p>Photo: Ada Lund at the meeting</p>", id="a caption"),
        pytest.param("<figure><img src=a><figcaption>At the river</figcaption></figure>",
                     id="a figure's caption"),
        pytest.param("<p>Read also: <a href=/n>The bridge at Norvik is nearly done</a></p>",
                     id="a pointer in the text"),
        pytest.param("<form><p>Our newsletter</p><input type=email><button>Go</button></form>",
                     id="a form"),
        pytest.param("<p>Subscribe to our newsletter and be the first to know.</p>",
                     id="a newsletter"),
        pytest.param("<h2>About the Forum</h2><p>The Forum has met every year since 1971.</p>",
                     id="about the organizer"),
        pytest.param("<p><b>About Tarn Valley Dialogue</b></p><p>It has met since 1971.</p>",
                     id="about it by name"),
        pytest.param("<h2>Contacts:</h2><h3>Cy Vane</h3><p>Press Officer</p>", id="contacts"),
        pytest.param("<p>© 2026 Tarn Valley. All rights reserved.</p>", id="copyright"),
        pytest.param("<div>We use cookies on this site.</div><div>Accept all</div>", id="cookies"),
        pytest.param("<div hidden><p>Hidden</p></div>", id="hidden"),
        pytest.param("<p class='sr-only'>Opens in a new window</p>", id="for screen readers"),
        pytest.param("<p>2 <del>struck</del></p>".replace("2 ", ""), id="struck"),
    ],
)  # fmt: skip
def test_furniture_below_a_story_is_told(furniture: str) -> None:
    assert article(STORY + furniture) == KEPT


@pytest.mark.parametrize(
    "furniture",
    [
        f"<div>{MENU}</div>".replace("</a>", "</a><br>"),
        "<div>This site uses cookies.</div><div>OK</div>",
        "<ul><li><a href=/>Home</a><li><a href=/n>News</a></ul>",
        "<a href=#main>Skip to content</a>",
        "<div class=breadcrumbs><a href=/>Home</a> › News</div>",
    ],
)
def test_furniture_above_a_story_is_told(furniture: str) -> None:
    assert article(furniture + STORY) == KEPT


@pytest.mark.parametrize(
    "kept",
    [
        pytest.param(f"<p>{QUOTE}</p>".replace("Ada Lund", "<a href=/a>Ada Lund</a>"), id="a name"),
        pytest.param(f"<p><a href=/q>{QUOTE}</a></p>", id="a quote that is a link"),
        pytest.param("<h2><a href=/p>Problems</a></h2><p>There are some.</p>", id="a heading"),
        pytest.param(
            "<ul><li>" + QUOTE.replace("Ada Lund", "<a href=/a>Ada Lund</a>") + "</ul>",
            id="an item",
        ),
        pytest.param(f"<div class='content-sidebar-left text'><p>{QUOTE}</p></div>", id="class"),
        pytest.param("<p>The photo of the river hangs in the hall.</p>", id="on a photo"),
        pytest.param("<p>Cookies were served at the end of it.</p>", id="on cookies"),
        pytest.param("<h2>Speakers</h2><ul><li><a href=/a>ada</a><li><a href=/b>bob</a></ul>",
                     id="speakers"),
        pytest.param("<p><a href=/a>Ada Lund</a><p><a href=/b>Bob Roe</a><p><a href=/c>Cy Vane</a>",
                     id="three names"),
        pytest.param(f"<h2>About the Forum</h2><p>{OTHER}</p>", id="a part with a statement"),
        pytest.param(f"<form><p>{PROSE[9:]}</p><p>{OTHER}</p></form>", id="a form around text"),
        pytest.param(f"<details><summary>Solutions</summary><p>{OTHER}</p></details>", id="parts"),
        pytest.param(f"<h3><button>Solutions</button></h3><p>{OTHER}</p>", id="an opener"),
    ],
)  # fmt: skip
def test_what_may_be_the_story_is_kept(kept: str) -> None:
    alone = [text for text in article(f"<p>{PROSE}</p>" + kept) if text != PROSE]
    assert alone
    assert article(STORY + kept) == KEPT + alone


def test_linked_theses_with_their_quotes_are_kept() -> None:
    theses = "".join(
        f"<section><h3><a href=/t/{n}>A thesis of some length, number {n}</a></h3>"
        f"<p>{QUOTE}</p></section>"
        for n in range(3)
    )
    assert len(article(STORY + theses)) == len(KEPT) + 6


def test_quotes_each_headed_by_a_linked_name_are_kept() -> None:
    quotes = "".join(
        f"<li><a href=/p/{n}>Ada Lund, Judge</a><p>“Number {n} is a thing one denies.”</p></li>"
        for n in range(4)
    )
    assert len(article(f"{STORY}<ul>{quotes}</ul>")) == len(KEPT) + 8


@pytest.mark.parametrize("name", ["aside", "nav", "footer", "header", "div class=sidebar"])
def test_an_element_that_holds_the_story_is_no_furniture(name: str) -> None:
    end = name.partition(" ")[0]
    assert article(f"<{name}>{STORY}<p>{PROSE}</p></{end}><p>Below</p>")[: len(KEPT)] == KEPT


@pytest.mark.parametrize(
    "page",
    [
        f"<header><h1>Who Owns the Flood?</h1></header><main>{STORY[STORY.index('<p>') :]}</main>",
        f"<div><h1>Who Owns the Flood?</h1></div><main>{STORY[STORY.index('<p>') :]}</main>",
        f"<div><h2>Who Owns the Flood?</h2></div><main>{STORY[STORY.index('<p>') :]}</main>",
        f"<p>News</p><article>{STORY}</article><p>{OTHER}</p>",
        f"<p>News</p><div role=main>{STORY}</div><p>{OTHER}</p>",
        f"<main><header><h1>Who Owns the Flood?</h1></header>{STORY[STORY.index('<p>') :]}</main>",
        f"<div>{STORY}</div><main><p>Loading</p></main>",
        f"<h1>Forum</h1><main><h2>{KEPT[0]}</h2>{STORY[STORY.index('<p>') :]}</main>",
    ],
)
def test_a_story_is_found_with_its_title(page: str) -> None:
    assert [text for text in article(page) if text != "Loading"] == KEPT


def test_the_date_beside_a_title_above_main_is_kept() -> None:
    page = "<div><h1>Who Owns the Flood?</h1><p>14 May 2026</p></div><main><p>Text</p></main>"
    assert article(page) == ["Who Owns the Flood?", "14 May 2026", "Text"]


def test_a_consent_page_is_read_whole() -> None:
    page = "<div role=dialog><p>We use cookies.</p><button>Accept all</button></div>"
    document = read(page.encode(), "text/html")
    assert document.text == "We use cookies.\nAccept all"


def test_a_linked_heading_over_the_text_of_an_item_is_no_menu() -> None:
    items = "".join(
        f"<li><h3><a href=/{name}>{name}</a></h3><p>{PROSE}</p></li>" for name in ("Salt", "Ice")
    )
    assert article(f"{STORY}<ul>{items}</ul>") == [*KEPT, "Salt", PROSE, "Ice", PROSE]


DAY_ONE = f"<div class='day open' id=d1><p>{QUOTE}</p></div>"


@pytest.mark.parametrize(
    ("hidden", "is_kept"),
    [
        pytest.param("<div class=day id=d2 style='display:none'>", True, id="a day"),
        pytest.param("<div class='day hidden' id=d2>", True, id="a day by its name"),
        pytest.param("<div class=day id=d2 hidden>", True, id="a day by its attribute"),
        pytest.param("<div class=day id=d9 hidden>", False, id="what nothing opens"),
        pytest.param("<div class=window id=d2 hidden>", False, id="another kind"),
        pytest.param("<section class=day id=d2 hidden>", False, id="another element"),
    ],
)
def test_a_hidden_part_that_a_link_opens_is_kept_beside_a_shown_one(
    hidden: str, is_kept: bool
) -> None:
    tabs = "<ul><li><a href='#d1'>Monday</a><li><a href='#d2'>Tuesday</a></ul>"
    page = f"{tabs}<h1>Who Owns the Flood?</h1>{DAY_ONE}{hidden}<p>{OTHER}</p></div>"
    assert (OTHER in article(page)) == is_kept
    assert QUOTE in article(page)


def test_teasers_below_short_headings_are_furniture() -> None:
    cards = "".join(
        f"<li><h3><a href=/{number}>Training calendar, {number}</a></h3>"
        f"<p>“We began with one machine and a van,” recalls founder Bob Roe […]</p></li>"
        for number in range(3)
    )
    assert article(f"<main>{STORY}<h2>More from the Bulletin</h2><ul>{cards}</ul></main>") == KEPT


def test_a_box_below_most_popular_is_furniture() -> None:
    box = (
        "<section><h2>Most Popular</h2><ul><li><h3><a href=/1>The bridge is nearly done</a></h3>"
        f"<span>Ada Roe</span></li><li><h3><a href=/2>‘We deleted it’: inside a pivot</a></h3>"
        f"<p>{OTHER}</p></li></ul></section>"
    )
    assert article(f"<main>{STORY}{box}</main>") == KEPT


def test_a_line_of_what_else_is_in_the_issue_is_furniture() -> None:
    line = "<p>Also in this issue: <a href=/b>“The bridge is back,” says Bob Roe</a></p>"
    assert article(f"<main>{STORY}{line}</main>") == KEPT


def test_a_name_in_bold_that_touches_its_position_stands_apart() -> None:
    box = "<div><div><b>Ada Lund</b><span>mayor of Skelling</span></div></div>"
    assert article(f"<main>{STORY}{box}</main>") == [*KEPT, "Ada Lund", "mayor of Skelling"]
