"""Quotation marks: where a quotation opens and where it closes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CLOSERS = {"“": "”“", "„": "“”", "«": "»", '"': '"', "‘": "’", "”": "”", "'": "'"}
"""Each opening mark and what may close it. German closes „ with “; some pages open with ”."""

DOUBLE = '“”„«»"'
ONLY_OPENERS = frozenset("“„«")
OPENERS = frozenset(CLOSERS)


def opens_quotation(text: str) -> bool:
    """Whether a text begins with a quotation mark that opens (an apostrophe does not)."""
    if text[:1] in ONLY_OPENERS:
        return len(text) > 1
    return text[:1] in OPENERS and bool(re.match(r"\S[\w<\[(….\-–—«“„‘\"]", text))


def closings(text: str) -> Iterator[int]:
    """Where a quotation that opens `text` may close (indexes of the mark).

    Where the marks balance; where they never do, at any closing mark, since printers let one mark
    close two levels. Never after the quotation has closed: what follows is somebody else's, or the
    narrator's.
    """
    opener = text[0]
    depth = 0
    nested: list[int] = []
    for match in re.finditer(f"[{CLOSERS[opener]}{opener}]", text[1:]):
        place = match.start() + 1
        if opens_at(text, place, opener):
            depth += 1
        elif may_close(text, place):
            if depth == 0:
                yield place
                return
            depth -= 1
            nested.append(place)
    yield from nested


def opens_at(text: str, place: int, opener: str) -> bool:
    """Whether the mark at a place opens a nested quotation: by its shape where it could be both."""
    if text[place] not in {opener, *ONLY_OPENERS}:
        return False
    before, after = text[place - 1], text[place + 1 : place + 2]
    is_ambiguous = text[place] in CLOSERS[opener]
    return not is_ambiguous or ((before.isspace() or before in "([—–-") and not after.isspace())


def may_close(text: str, place: int) -> bool:
    """A closing mark stands after words; an apostrophe inside a word closes nothing."""
    before, after = text[place - 1], text[place + 1 : place + 2]
    if text[place] in "’'" and after.isalnum():
        return False
    return not before.isspace() or text[place] in "”»"
