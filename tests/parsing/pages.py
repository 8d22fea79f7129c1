"""Small pages for tests: their words in the order of a report or a programme page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gold import words
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
DAY = "<h2>14 May 2026</h2>"
Listed = tuple[str, str | None, str | None, str | None, list[tuple[str, str, str | None]]]


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


def schedule(*body: str, title: str = TITLE, kind: PageKind | None = "programme") -> PageRecords:
    return parse_page(*body, title=title, kind=kind)


def sessions(*body: str, kind: PageKind | None = "programme") -> list[Listed]:
    """Of each session its title, begin, end, hall, and (role, name, position) of its people."""
    records = schedule(*body, kind=kind)
    return [
        (
            session.title.text,
            session.starts_at and session.starts_at.isoformat(timespec="minutes"),
            session.ends_at and session.ends_at.isoformat(timespec="minutes"),
            words(session.hall),
            [
                (each.role, words(each.speaker.name) or "", words(each.speaker.position))
                for each in records.participants
                if each.speaker.name and session.start <= each.speaker.name.start < session.end
            ],
        )
        for session in records.sessions
    ]
