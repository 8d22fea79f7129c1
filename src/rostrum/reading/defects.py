"""Broken markup that may have swallowed text.

A browser and lxml both go on quietly after a broken tag, and the words inside it are gone. So what
is broken is told, in words, and the page is quarantined rather than read with a hole in it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

PLAIN_ATTRIBUTES = ("class", "id", "href", "src", "style", "title", "alt", "name")
"""Attributes that never hold markup; others (`data-*`, `srcdoc`, `onclick`) may."""

# Elements whose end tag may not be left out (HTML Living Standard, 13.1.2.4): an unequal count at
# the end of a page without `</html>` means that the rest of the page is missing.
PAIRED = ("div", "main", "article", "section", "table", "ul", "ol", "blockquote", "footer", "span")


def find_defects(markup: str, soup: BeautifulSoup) -> tuple[str, ...]:
    """What is broken in a page's markup, each a clause for a person; empty when nothing is."""
    found = [find_truncation(markup), find_unclosed_comment(markup), find_broken_tag(soup)]
    return tuple(defect for defect in found if defect)


def find_truncation(markup: str) -> str | None:
    """The page stops before its end."""
    lower = markup.lower()
    if "<html" not in lower and "<body" not in lower:
        return None
    if "</html" in lower or "</body" in lower:
        return None
    unpaired = [tag for tag in PAIRED if count_opened(lower, tag) > lower.count(f"</{tag}")]
    if not unpaired and lower.rstrip().endswith(">"):
        return None
    unclosed = ", ".join(f"<{tag}>" for tag in unpaired)
    return f"the page ends in the middle ({unclosed or 'a tag or a text'} is never closed)"


def count_opened(lower: str, tag: str) -> int:
    """How often a start tag stands in lower-case markup."""
    return len(re.findall(rf"<{tag}[\s>]", lower))


def find_unclosed_comment(markup: str) -> str | None:
    """A comment that runs to the end of the page hides what follows."""
    start = markup.rfind("<!--")
    if start >= 0 and "-->" not in markup[start:]:
        return f"a comment is never closed (line {line_of(markup, start)})"
    return None


def find_broken_tag(soup: BeautifulSoup) -> str | None:
    """A tag without its `>` or its closing quotation mark takes the text that follows into it."""
    for tag in soup.find_all(True):
        if tag.attrs and swallows_text(tag):
            return f"a <{tag.name}> tag is broken off (line {tag.sourceline or 1})"
    return None


def swallows_text(tag: Tag) -> bool:
    """Whether an attribute's name or value holds what can only be markup or prose."""
    for name, value in tag.attrs.items():
        if "<" in name or any(letter.isalpha() and not letter.isascii() for letter in name):
            return True
        if name in PLAIN_ATTRIBUTES and re.search(r"<[/a-zA-Z]", str(value)):
            return name not in {"title", "alt"}
    return False


def line_of(markup: str, position: int) -> int:
    """The line of a position in the markup, from 1."""
    return markup.count("\n", 0, position) + 1
