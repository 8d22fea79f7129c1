"""Words that touch in the markup and that a style sheet sets apart.

`Ada Lund<span class="role">Mayor</span>`, `<span class="a">Ада Лунд</span><span class="b">мэр`: to
see, each is a box of its own, for else the words would run into each other. Word processors cut
words with elements too; theirs have no two classes, and no capital stands within a word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

BOXES = frozenset("span a b strong em i small".split())
"""Inline elements that pages make boxes of."""

WHOLE_WORD = re.compile(r"[^\W\d_]{3}\Z")
"""The end of a word; `Mc` and a large first letter are none."""

WORD_PROCESSORS = ("Spell", "Gram", "Mso")
"""The classes with which Word marks spelling and styles."""


def is_apart(element: _Element, name: str) -> bool:
    """Whether an inline element of some class begins a box of its own in the middle of a word."""
    previous, parent = element.getprevious(), element.getparent()
    if parent is None:
        return False
    if previous is None:
        before = parent.text or ""
    else:
        before = previous.tail or "".join(previous.itertext(with_tail=False))
    after = next(iter(element.itertext()), "")
    if not WHOLE_WORD.search(before) or not after[:1].isalpha():
        return False
    if before[-1].islower() and after[0].isupper():
        return True
    other = previous.get("class") if previous is not None and not previous.tail else None
    return bool(other) and other != name and not name.startswith(WORD_PROCESSORS)
