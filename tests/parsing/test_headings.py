"""What heads a part of a report, and what only looks as if it did."""

from __future__ import annotations

import pytest

from rostrum.parsing.parse import parse
from rostrum.reading import read

PROSE = "<p>The boats that were lent to the island came back late in the year, with new sails.</p>"
SAID = "<p>“The shore is longer than any law that was made for it,” said Ada Lund, mayor.</p>"


def sections(body: str) -> list[str]:
    page = f"<html><head><title>Shore</title></head><body><h1>Shore</h1>{body}</body></html>"
    records = parse(read(page.encode(), "text/html; charset=utf-8"), "report")
    return [section.heading.text for section in records.sections]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                f"{PROSE}<div>What went wrong</div>{PROSE}<div>Who paid for it</div>{SAID}"
                f"<div>What comes next</div>{PROSE}"
            ),
            ["What went wrong", "Who paid for it", "What comes next"],
        ),
        (f"{PROSE}<div>What went wrong</div>{PROSE}<div>Who paid</div>{SAID}", []),
        (
            f"<h2>Key takeaways</h2>{SAID}<h2>What is in the way</h2>{SAID}",
            ["Key takeaways", "What is in the way"],
        ),
        (f'{SAID}<h3>Latest</h3><p><a href="/a">Ferry runs again on Sunday</a></p>', []),
        (f"{SAID}<h2>Come and see us</h2><p>We are open on Sundays from ten.</p>", []),
        (
            f"<h2>On the water</h2>{SAID}<h2>Opening hours</h2><p>Ten to six.</p>",
            ["On the water", "Opening hours"],
        ),
        (f"<h2>News release</h2>{PROSE}<h2>Quotes</h2>{SAID}", ["Quotes"]),
        (
            f"{PROSE}<div class=h>Discussion</div>{PROSE}<div class=h>Who paid</div>{SAID}",
            ["Discussion", "Who paid"],
        ),
        (
            (
                f"{PROSE}<div class=h>Problems</div>{PROSE}<div class=h>Voices from the pier</div>"
                f"{PROSE}{SAID}"
            ),
            ["Problems", "Voices from the pier"],
        ),
        (f"{PROSE}<p class=t>Discussion</p>{PROSE}<p class=t>Who paid. They did.</p>{SAID}", []),
        (f"{PROSE}<p class=q>Who paid?</p>{PROSE}<p class=q>Who did not?</p>{SAID}", []),
        (
            (
                f"{PROSE}<p class=n>Ada Lund</p><p class=r>Mayor of Skelling</p>{PROSE}"
                f"<p class=n>Jan Brask</p><p class=r>Head of the port</p>{PROSE}"
            ),
            [],
        ),
        (f"{SAID}<p><b>Boats stay at home. The pier is closed.</b></p>{PROSE}", []),
        (
            (
                f"{SAID}<table><tr><td>10:00</td><td><b>How to talk to a boat</b></td>"
                "<td>A lecture with slides, and there will be tea for all who come early.</td></tr>"
                "</table>"
            ),
            [],
        ),
    ],
)
def test_sections(body: str, expected: list[str]) -> None:
    assert sections(body) == expected


def test_a_subtitle_below_a_long_title_is_no_section() -> None:
    title = "The port of Skelling lends its boats to the island for another winter"
    body = f"<h1>{title}</h1><h2>Nine boats are late, two are lost</h2>{PROSE}{SAID}"
    page = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    assert not parse(read(page.encode(), "text/html; charset=utf-8"), "report").sections


def test_the_number_of_a_release_is_no_title() -> None:
    page = (
        "<html><head><title>Ministry of Boats - Press Release No. 47/98</title></head><body>"
        "<b>Ministry of Boats</b><p>Press Release No. 47/98</p>"
        f"<center><b>FERRY SEASON OPENS EARLY</b></center>{PROSE}{PROSE}{SAID}</body></html>"
    )
    records = parse(read(page.encode(), "text/html; charset=utf-8"), "report")
    assert records.title.text == "FERRY SEASON OPENS EARLY"


@pytest.mark.parametrize(
    ("head", "above"),
    [
        (
            "Harbours speak of “silent” locks - The Assembly of Skelling",
            "<p>The Assembly of Skelling</p>",
        ),
        ("News - Lake Forum: the locks", "<p>Lake Forum</p>"),
        ("Городской совет Лосино :: Новости", "<p><b>Городской совет Лосино</b></p>"),
        ("Дума Лосино / Пресс-центр / О шлюзах края", "<p>Дума Лосино</p>"),
    ],
)
def test_a_title_that_is_no_heading(head: str, above: str) -> None:
    title = "Port harbours speak of ‘silent’ locks"
    body = f"{above}<p class=newsTitle>{title}</p><p>6 March 2023</p>{PROSE}{SAID}"
    page = f"<html><head><title>{head}</title></head><body>{body}</body></html>"
    assert parse(read(page.encode(), "text/html; charset=utf-8"), "report").title.text == title


def test_a_title_that_begins_with_a_court_is_no_sites_name() -> None:
    title = "Суд в шаговой доступности"
    page = f"<title>{title} | Форум</title><p>{title}</p>{PROSE}{SAID}"
    assert parse(read(page.encode(), "text/html; charset=utf-8"), "report").title.text == title


def test_the_first_heading_is_the_title_where_the_head_begins_with_it() -> None:
    page = (
        "<html><head><title>A lake and its boats | Norvik School No. 3 of the Lake Towns</title>"
        "</head><body><main><h1>A lake and its boats</h1><p>They met by the lake and spoke at "
        "length of boats.</p><p>Norvik School No. 3 of the Lake Towns</p></main></body></html>"
    )
    records = parse(read(page.encode(), "text/html"), "report")
    assert records.title
    assert records.title.text == "A lake and its boats"


def test_what_stands_below_the_title_or_behind_the_story_heads_nothing() -> None:
    prose = "They met by the lake and spoke at length of boats, of bridges and of what they cost. "
    page = (
        "<html><head><title>A lake and its boats</title></head><body><main>"
        "<h1>A lake and its boats</h1><h3>Nine boats for one lake this year and the next</h3>"
        f"<h3>A bridge has to wait for them, says the council</h3><p>{prose * 2}</p>"
        f"<h2>Boats</h2><p>{prose * 2}</p><h3>X</h3><h4>Next dates</h4>"
        "<ul><li>2 May, Norvik</li><li>3 May, Skelling</li></ul></main></body></html>"
    )
    records = parse(read(page.encode(), "text/html"), "report")
    assert [section.heading.text for section in records.sections] == ["Boats"]


def test_a_rubric_is_no_title() -> None:
    body = "<h1>News Flash</h1><h3>Mayor Opens the Lock, Pledges Shade</h3><p>It rained.</p>"
    head = "<title>News Flash • Norvik • Mayor Opens the Lock</title>"
    page = f"<html lang=en><head>{head}</head><body>{body}</body></html>"
    records = parse(read(page.encode(), "text/html"), "report")
    assert records.title.text == "Mayor Opens the Lock, Pledges Shade"
