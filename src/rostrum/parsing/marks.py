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
    """Where a quotation that opens `text` may close, most likely first (indexes of the mark).

    First where the marks balance (nested ones skipped), then every other closing mark, from left
    to right: printers often let one mark close two levels.
    """
    opener = text[0]
    places = [match.start() for match in re.finditer(f"[{CLOSERS[opener]}]", text[1:])]
    places = [place + 1 for place in places if may_close(text, place + 1)]
    balanced = [place for place in places if is_balanced(text[1:place], opener)]
    yield from balanced
    yield from (place for place in places if place not in balanced)


def may_close(text: str, place: int) -> bool:
    """A closing mark stands after words; an apostrophe inside a word closes nothing."""
    before, after = text[place - 1], text[place + 1 : place + 2]
    if text[place] in "’'" and after.isalnum():
        return False
    return not before.isspace() or text[place] in "”»"


def is_balanced(inside: str, opener: str) -> bool:
    """Whether the marks of the opener's own family are paired in what it encloses."""
    if opener == '"':
        return True
    family = {"«": "«»", "“": "“”", "„": "„“", "”": "“”"}.get(opener)
    return family is None or inside.count(family[0]) <= inside.count(family[1])
