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

CREDITS = frozenset("div cite footer figcaption address".split())
"""Boxes that pages make for a name and what its person is."""

WHOLE_WORD = re.compile(r"[^\W\d_]{3}\Z")
"""The end of a word; `Mc` and a large first letter are none."""

PERSON_PART = re.compile(
    r"[-_](?:name|fio|post|position|job|role|company|org|organi[sz]ation|affiliation|firm)\b"
)
"""Class names of a person's name and what belongs to it (`speaker__name`, `speaker__post`)."""

PARTS = 2
WORD_PROCESSORS = ("Spell", "Gram", "Mso")
"""The classes with which Word marks spelling and styles."""


def is_apart(element: _Element, name: str) -> bool:
    """Whether an inline element of some class begins a box of its own in the middle of a word."""
    previous, parent = element.getprevious(), element.getparent()
    if parent is None:
        return False
    if PERSON_PART.search(name) and is_beside_part(element):
        return True
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


def is_beside_part(element: _Element) -> bool:
    """Whether another part of a person stands beside one, and nothing but space between."""
    previous, following = element.getprevious(), element.getnext()
    is_after = is_person_part(previous) and not (previous.tail or "").strip()
    return is_after or (is_person_part(following) and not (element.tail or "").strip())


def is_person_part(element: _Element | None) -> bool:
    """Whether an inline element is called what stands beside a name on a card."""
    if element is None or element.tag not in BOXES or not "".join(element.itertext()).strip():
        return False
    return PERSON_PART.search(element.get("class", "")) is not None


def second_part(box: _Element) -> _Element | None:
    """What touches the name in a box that holds two inline elements and nothing else.

    `<div class="author"><b>Ada Lund</b><span>harbour master</span></div>`
    """
    if box.tag not in CREDITS or len(box) != PARTS or (box.text or "").strip():
        return None
    first, second = box
    words, after = "".join(first.itertext()), next(iter(second.itertext()), "")
    is_whole = " " in words.strip() and WHOLE_WORD.search(words) and after[:1].isalpha()
    is_bare = not first.tail and not (second.tail or "").strip()
    are_boxes = {first.tag, second.tag} <= BOXES and first.tag != second.tag
    return second if is_whole and is_bare and are_boxes else None
