"""Words without what only typesetting makes different."""

from __future__ import annotations

import re

MARKS = str.maketrans(
    {**dict.fromkeys("“”„«»‘’'`\"‚‹›", None), **dict.fromkeys("–—‒‑−", "-"), "ё": "е"}
)
SITE_JOINT = re.compile(r"\s+[|–—·:»-]+\s+")
"""What stands between a page's title and the site's name in its head."""

DASH = re.compile(r"\s*-\s*")


def comparable(text: str) -> str:
    """A text for comparison: case, quotation marks, dashes, spaces, ё and a last stop are alike."""
    plain = DASH.sub("-", text.casefold().translate(MARKS))
    return " ".join(plain.split()).rstrip(".")


def same(one: str, other: str) -> bool:
    """Whether two texts differ in typography alone."""
    return comparable(one) == comparable(other)


def holds(one: str, other: str) -> bool:
    """Whether one text holds the other, typography apart."""
    mine, its = comparable(one), comparable(other)
    return mine in its or its in mine
