"""Pages made to exhaust whoever reads them; each a whole page that holds a good report too.

`make hostile` reads them all within limits and prints what each took.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from typing import TYPE_CHECKING

from rostrum.outcome import Page
from rostrum.workers import Workers
from tests.pages import Report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

HTML = "text/html; charset=utf-8"
GOOD = Report().html
BODY_AT = GOOD.index("<h2>")
HEAD_AT = GOOD.index("</head>")
KIB = 1024
MIB = 1024 * KIB


def in_body(markup: str) -> bytes:
    """A good report with this before its first section."""
    return (GOOD[:BODY_AT] + markup + GOOD[BODY_AT:]).encode()


def in_head(markup: str) -> bytes:
    """A good report with this at the end of its head."""
    return (GOOD[:HEAD_AT] + markup + GOOD[HEAD_AT:]).encode()


def fill(scrap: str, size: int = MIB) -> str:
    """A scrap again and again, up to a size in bytes."""
    return scrap * (size // len(scrap.encode()))


def paragraph(scrap: str, size: int = MIB) -> bytes:
    """A report with one paragraph of nothing but this."""
    return in_body(f"<p>{fill(scrap, size)}</p>")


def nested(tag: str, depth: int) -> bytes:
    """A report with a word that deep inside."""
    return in_body(f"<{tag}>" * depth + "Deep" + f"</{tag}>" * depth)


def json_ld(count: int) -> str:
    """So many blocks of structured data."""
    event = json.dumps({"@context": "https://schema.org", "@type": "Event", "name": "Lake Days"})
    return f'<script type="application/ld+json">{event}</script>' * count


def attributes(count: int) -> str:
    """A tag with so many attributes."""
    return "<p " + " ".join(f"data-x{number}={number}" for number in range(count)) + ">Odd</p>"


# Words that a pattern of parsing may begin to match, and never comes to an end of.
SCRAPS = {
    "opening-quotes": "“",
    "opening-guillemets": "«",
    "straight-quotes": '"',
    "apostrophes": "'",
    "opened-words": "“a ",
    "closed-words": "“a” ",
    "guillemet-words": "«а» ",
    "dashes": "— ",
    "hyphens": "-",
    "commas": ", ",
    "commas-alone": ",",
    "slashes": " / ",
    "semicolons": "; ",
    "stops": ". ",
    "dots": ".",
    "ellipses": "… ",
    "marks": "[...] ",
    "editors": "(… – ed.) ",
    "opening-brackets": "(",
    "opening-square-brackets": "[",
    "brackets": "(a) ",
    "names": "Ada Brandt ",
    "names-with-commas": "Ada Brandt, ",
    "russian-names": "Ада Брандт ",
    "capitals": "LAVRINENKO ",
    "initials": "A. ",
    "initials-close": "A.",
    "russian-initials": "А. Б. ",
    "hyphenated": "Anna-",
    "particles": "van der ",
    "titles": "Dr. ",
    "positions": "Director, Institute of Lake Law; ",
    "of-the": "of the ",
    "lower-case": "a",
    "upper-case": "A",
    "words": "a ",
    "spaces": " ",
    "no-break-spaces": "\u00a0",
    "soft-hyphens": "\u00ad",
    "digits": "1",
    "dates": "14 May 2026 ",
    "half-dates": "14.",
    "times": "10:00–11:30 ",
    "half-times": "10:",
    "said": "said ",
    "attributed": "“We lost,” said Ada Brandt. ",
    "with-verbs": "Ada Brandt, Director, noted: “",
    "quotes": "“We counted the boats twice,” Ada Brandt, Director. ",
    "open-quotes": "“We counted the boats twice, Ada Brandt, Director. ",
    "organized-by": "organized by the Trust with the support of the ",
    "held-as-part": "was held as part of the Days ",
    "angle-brackets": "< ",
    "open-tags": "<a",
    "open-comments": "<!--",
    "attribute-quotes": '<a b="',
    "ampersands": "&",
    "entities": "&amp;",
    "entities-unclosed": "&amp",
    "character-references": "&#x41;",
    "high-references": "&#99999999;",
    "combining": "a\u0301\u0327\u0308",
    "emoji": "\U0001f600",
}

QUOTED = "<p>“The lake has no lawyer, and so it loses every case,”"
PROGRAMME = (
    "<html lang=en><head><title>Lake Days</title></head><body><h1>Lake Days</h1><p>{details}</p>"
    "<p>Track: {details}</p><h2>Moderator</h2><p>Ada Lund<br>{people}</p>"
    "<h2>Speakers</h2><p>{people}</p><p>Jan Brask, Mayor</p></body></html>"
)


def in_title(scrap: str) -> bytes:
    """A report whose title begins with this."""
    return GOOD.replace("<h1>", f"<h1>{scrap}", 1).encode()


# Elements that one looks at others for: their number is what a page may exhaust with.
PARTS = {
    "buttons": "<button class=a>Ada Lund</button>",
    "tabs": '<a href="#t{}">Day {}</a><div id=t{} class=tab-pane style="display:none">a b</div>',
    "hidden": '<div class="k{} tab-content" style="display:none">a b</div>',
    "folded": "<details><summary>Part {}</summary><p>We counted.</p></details>",
    "pictures": "<figure><img src=a{}.jpg><figcaption>Ada Lund, Mayor</figcaption></figure>",
    "links": "<p><a href=/{}>Lake {} is full</a></p>",
    "teasers": "<div class=card><h3><a href=/{}>Lake {}</a></h3><p>“We lost,” he said.</p></div>",
    "speakers": "<div><b>Ada Lund</b><br>Mayor of Town {}</div>",
    "headings": "<h3>Part {}</h3>",
    "sessions": "<p>10:00–11:00 Lake {}</p><p>Ada Lund, Mayor</p>",
    "rows": "<table><tr><td>10:00<td>Lake {}<td>Ada Lund, Mayor</table>",
    "quotations": "<blockquote>“We counted the boats {} times”<cite>Ada Lund</cite></blockquote>",
}


def many(part: str, count: int) -> bytes:
    """A report with so many of a part, each with its own number."""
    return in_body("".join(part.replace("{}", str(number)) for number in range(count)))


# Where a scrap may meet a pattern that is made for something else.
PLACES: dict[str, Callable[[str], bytes]] = {
    "paragraph": lambda scrap: in_body(f"<p>{scrap}</p>"),
    "item": lambda scrap: in_body(f"<ul><li>{scrap}</li></ul>"),
    "cell": lambda scrap: in_body(f"<table><tr><td>{scrap}</td><td>{scrap}</td></tr></table>"),
    "heading": lambda scrap: in_body(f"<h2>{scrap}</h2>"),
    "bold": lambda scrap: in_body(f"<p><b>{scrap}</b></p>"),
    "speaker": lambda scrap: in_body(f"{QUOTED} {scrap}</p>"),
    "position": lambda scrap: in_body(f"{QUOTED} Ada Brandt, {scrap}.</p>"),
    "verb": lambda scrap: in_body(f"{QUOTED} said {scrap}, Judge.</p>"),
    "speaker-before": lambda scrap: in_body(f"<p>{scrap}: “The lake has no lawyer.”</p>"),
    "quotation": lambda scrap: in_body(f"<p>“The lake {scrap} loses,” Ada Brandt, Judge.</p>"),
    "title": in_title,
    "head-title": lambda scrap: in_head(f"<title>{scrap}</title>"),
    "lead": lambda scrap: GOOD.replace("<p>The session", f"<p>{scrap} The session", 1).encode(),
    "programme-details": lambda scrap: PROGRAMME.format(details=scrap, people="Judge").encode(),
    "programme-people": lambda scrap: PROGRAMME.format(details="Law", people=scrap).encode(),
    "metas": lambda scrap: in_head(
        f"<meta property=article:published_time content='{scrap.replace(chr(39), '')}'>"
    ),
}

PAGES: dict[str, Callable[[], bytes]] = {
    "nested-divs": lambda: nested("div", 100_000),
    "nested-spans": lambda: nested("span", 100_000),
    "nested-bold": lambda: nested("b", 100_000),
    "nested-blockquotes": lambda: nested("blockquote", 50_000),
    "nested-tables": lambda: nested("table><tr><td", 20_000),
    "nested-lists": lambda: nested("ul><li", 50_000),
    "nested-links": lambda: in_body("<a href=/>a " * 50_000),
    "many-attributes": lambda: in_body(attributes(100_000)),
    "long-attribute": lambda: in_body(f'<p title="{fill("a")}">Odd</p>'),
    "long-class": lambda: in_body(f'<p class="{fill("a ")}">Odd</p>'),
    "long-style": lambda: in_body(f'<p style="{fill("font-weight:")}">Odd</p>'),
    "long-text": lambda: paragraph("We counted the boats. ", 50 * MIB),
    "long-word": lambda: paragraph("a", 50 * MIB),
    "many-paragraphs": lambda: in_body("<p>We counted.</p>" * 200_000),
    "endless": lambda: in_body("<p>a" * 3_900_000),
    "many-quotes": lambda: in_body("<p>“We counted,” Ada Brandt, Director.</p>" * 50_000),
    "many-headings": lambda: in_body("<h2>PROBLEMS</h2>" * 100_000),
    "many-theses": lambda: in_body("<h3>The shore is longer than the law</h3>" * 50_000),
    "unclosed-everything": lambda: in_body("<div><p><b><i><td><a href='/'>“a " * 30_000),
    "misnested": lambda: in_body("<b><i><p></b></i>a</p>" * 50_000),
    "breaks": lambda: in_body("<br>" * 1_000_000),
    "lines": lambda: in_body("a<br>" * 200_000),
    "wrapped-lines": lambda: in_body(
        "the lake has no lawyer and so it loses every case<br>" * 50_000
    ),
    "cells": lambda: in_body(f"<table>{'<tr>' + '<td>a</td>' * 100 + '</tr>' * 2_000}</table>"),
    "many-cells": lambda: in_body(f"<table><tr>{'<td>a</td>' * 200_000}</tr></table>"),
    "items": lambda: in_body(f"<ul>{'<li><a href=/>a</a></li>' * 100_000}</ul>"),
    "nul-bytes": lambda: paragraph("\0"),
    "long-title": lambda: in_head(f"<title>{fill('Who Speaks ')}</title>"),
    "many-titles": lambda: in_head("<title>Who Speaks</title>" * 50_000),
    "many-metas": lambda: in_head("<meta name=a content=b>" * 100_000),
    "json-ld": lambda: in_head(json_ld(10_000)),
    "json-ld-deep": lambda: in_head(f'<script type="application/ld+json">{"[" * 200_000}</script>'),
    "json-ld-nested": lambda: in_head(
        f'<script type="application/ld+json">{"[" * 100_000 + "]" * 100_000}</script>'
    ),
    "json-ld-long-number": lambda: in_head(
        f'<script type="application/ld+json">{{"startDate": {fill("9")}}}</script>'
    ),
    "microdata-nested": lambda: nested("div itemscope itemtype=https://schema.org/Event", 20_000),
    "comments": lambda: in_body("<!-- a -->" * 100_000),
    "scripts": lambda: in_body("<script>a</script>" * 50_000),
    "open-scripts": lambda: in_body("<script>" * 100_000),
    "closing-tags": lambda: in_body("</div>" * 200_000),
    "marquees": lambda: in_body("<x-a><x-b>" * 50_000),
    "random-bytes": lambda: in_body("<p>") + bytes(range(128, 256)) * (8 * KIB),
    "utf-16-claim": lambda: GOOD.replace("utf-8", "utf-16").encode("utf-16-le") * 200,
    "times": lambda: in_body('<time datetime="2026-05-14">a</time>' * 100_000),
} | {f"scraps-{name}": lambda scrap=scrap: paragraph(scrap) for name, scrap in SCRAPS.items()}


async def survey(names: Iterable[str]) -> int:
    """Print what each page took and what came of it; returns how many are read wrongly."""
    faults = 0
    async with Workers() as workers:
        for name in names:
            body = PAGES[name]()
            began = time.monotonic()
            outcome = await workers.read(Page("https://lake.example/", body, HTML))
            seconds = time.monotonic() - began
            codes = sorted({issue.code for issue in outcome.issues})
            told = f"{len(outcome.records.quotes)} quotes" if outcome.records else "refused"
            faults += "parser_failed" in codes
            print(f"{name:30} {len(body):>12,} bytes {seconds:6.2f} s  {told} {' '.join(codes)}")
    return faults


if __name__ == "__main__":
    sys.exit(asyncio.run(survey(sys.argv[1:] or PAGES)) > 0)
