"""Small pages for tests: their words in the order of a report or a programme page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rostrum.parsing.parse import parse
from rostrum.reading import read

if TYPE_CHECKING:
    from rostrum.records import PageKind, PageRecords

TITLE = "Who Owns the Flood?"
LEAD = "<p>Engineers and jurists met in Skelling. The event was held as part of the Port Forum.</p>"
SPEAKER = "Ada Lund, Judge, Water Court."
WORDS = "A court cannot assign an owner to a thing which every owner denies"
QUOTE = f"<p>“{WORDS},” {SPEAKER}</p>"
PROBLEMS = "<p><b>PROBLEMS</b></p>"
THESIS = "<p><b>Nobody owns the flood</b></p>"


def page(*body: str, title: str = TITLE) -> bytes:
    """A whole page with its title as a heading above the body."""
    text = "\n".join(body)
    return (
        f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{title}</title></head>"
        f"<body><h1>{title}</h1>\n{text}</body></html>"
    ).encode()


def parse_page(*body: str, title: str = TITLE, kind: PageKind | None = "report") -> PageRecords:
    """What such a page says."""
    return parse(read(page(*body, title=title), "text/html; charset=utf-8"), kind)
