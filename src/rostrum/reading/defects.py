"""Broken markup that may have swallowed text.

A browser and lxml both go on quietly after a broken tag, and the words inside it are gone. So what
is broken is told, in words, and the page is quarantined rather than read with a hole in it.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

PLAIN_ATTRIBUTES = ("class", "id", "href", "src", "style", "title", "alt", "name")
"""Attributes that never hold markup; others (`data-*`, `srcdoc`, `onclick`) may."""

NEXT_TAG = re.compile(r"<(?:!--|(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+))")
REST_OF_TAG = re.compile(
    r"""(?:[^>=]++|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s"'>][^\s>]*+)?)*+(?P<end>>)?"""
)
"""A tag after its name; possessive throughout, so that its time is linear."""

SHOWN_NAME = 20
RAW_TEXT = ("script", "style", "textarea", "title", "iframe", "noframes", "xmp")
"""Elements in which no tag counts but their own end."""

WHOLE_REST = (
    r"""(?:[^<>"'=]++(?:="[^"<]*+")?+|=\s*+(?:"[^"<]*+"|'[^'<]*+'|[^\s"'<>][^\s<>]*+)?)*+>"""
)
WHOLE_RAW_TEXT = "|".join(
    rf"(?i:{name})(?=[\s/>]){WHOLE_REST}[^<]*+(?:<(?!/(?i:{name})\b)[^<]*+)*+</(?i:{name})\s*>"
    for name in RAW_TEXT
)
PLAIN_NAME = rf"[a-hj-mo-ru-wyzA-HJ-MO-RU-WYZ]|(?!(?i:{'|'.join(RAW_TEXT)})[\s/>])[a-zA-Z]"
WHOLE_PAGE = re.compile(
    rf"[^<]*+(?:<(?:/?(?:{PLAIN_NAME})[^\s/<>]*+{WHOLE_REST}|{WHOLE_RAW_TEXT}"
    r"|!--(?!-?>)[^<-]*+(?:(?:-(?!->)|<(?!!--))[^<-]*+)*+-->|(?!!--|/?[a-zA-Z]))[^<]*+)*+\Z"
)
"""Texts, and tags, raw texts and comments that are whole and hold no other's beginning.

Most pages match, in half the time of going through their tags one by one.
"""

PAGE_END = re.compile(r"</(?:html|body)", re.IGNORECASE)
PAGE_BEGIN = re.compile(r"<(?:html|body)", re.IGNORECASE)
NEAR_END = 2000

# Elements whose end tag may not be left out (HTML Living Standard, 13.1.2.4): an unequal count at
# the end of a page without `</html>` means that the rest of the page is missing.
UNSHOWN = ("select", "noscript", "template", "object", "svg", "canvas", "video", "audio")
"""Elements whose content is not read; one that is never closed hides the rest of the page."""

UNSHOWN_TAG = re.compile(rf"<(/?)((?i:{'|'.join(UNSHOWN)}))(?=[\s>])")
UNCOUNTED = re.compile(r"<!--.*?-->|<script\b.*?</script", re.IGNORECASE | re.DOTALL)

PAIRED = ("div", "main", "article", "section", "table", "ul", "ol", "blockquote", "footer", "span")


def find_defects(markup: str, tree: _Element) -> tuple[str, ...]:
    """What is broken in a page's markup, each a clause for a person; empty when nothing is.

    `tree` is what was made of the markup.
    """
    endless, has_nested_tag = None, False
    if not WHOLE_PAGE.match(markup):
        endless, has_nested_tag = scan_tags(markup)
    broken = find_broken_tag(tree) if has_nested_tag else None
    found = [find_truncation(markup), endless, find_endless_element(markup, tree), broken]
    return tuple(defect for defect in found if defect)


def scan_tags(markup: str) -> tuple[str | None, bool]:
    """Go through the tags as a browser's tokenizer does (HTML Living Standard, 13.2.5).

    Returns what runs to the end of the page without an end of its own (a comment, a tag, a
    script), if anything, and whether some tag holds another's beginning.
    """
    has_nested_tag = False
    position = 0
    while start := NEXT_TAG.search(markup, position):
        name = (start["name"] or "").lower()
        if not name:
            position = markup.find("-->", start.end() - 2)  # `<!-->` is whole
            if position < 0:
                return f"a comment is never closed {where(markup, start)}", has_nested_tag
            if "<!--" in markup[start.end() : position]:
                return f"a comment holds another's beginning {where(markup, start)}", has_nested_tag
            continue
        rest = REST_OF_TAG.match(markup, start.end())
        if not rest or not rest["end"]:
            return f"a <{name}> tag is never closed {where(markup, start)}", has_nested_tag
        if "<" in name or (start["end"] and "<" in rest.group()):
            return (
                f"a tag is broken off: {name[:SHOWN_NAME]!r} {where(markup, start)}",
                has_nested_tag,
            )
        has_nested_tag = has_nested_tag or "<" in rest.group()
        position = rest.end()
        if name in RAW_TEXT and not start["end"]:
            close = re.compile(f"</{name}", re.IGNORECASE).search(markup, position)
            if not close:
                return f"a <{name}> is never closed {where(markup, start)}", has_nested_tag
            position = close.end()
    return None, has_nested_tag


def find_truncation(markup: str) -> str | None:
    """The page stops before its end."""
    if PAGE_END.search(markup, max(len(markup) - NEAR_END, 0)) or PAGE_END.search(markup):
        return None
    if not PAGE_BEGIN.search(markup):
        return None
    lower = markup.lower()
    unpaired = [tag for tag in PAIRED if count_opened(lower, tag) > lower.count(f"</{tag}")]
    if not unpaired and lower.rstrip().endswith(">"):
        return None
    unclosed = ", ".join(f"<{tag}>" for tag in unpaired)
    return f"the page ends in the middle ({unclosed or 'a tag or a text'} is never closed)"


def find_endless_element(markup: str, tree: _Element) -> str | None:
    """An element that is not shown and never ends; what scripts and comments write is none."""
    opened = Counter(element.tag for element in tree.iter(*UNSHOWN))
    if all(markup.count(f"</{tag}") >= count for tag, count in opened.items()):
        return None
    tag = unbalanced(UNSHOWN_TAG.findall(UNCOUNTED.sub("", markup)))
    return f"a <{tag}> is never closed" if tag else None


def unbalanced(tags: list[tuple[str, str]]) -> str:
    """The first name that is opened more often than it is closed, or ""."""
    balance = Counter[str]()
    for end, name in tags:
        balance[name.lower()] += -1 if end else 1
    return next((name for name in UNSHOWN if balance[name] > 0), "")


def count_opened(lower: str, tag: str) -> int:
    """How often a start tag stands in lower-case markup."""
    return len(re.findall(rf"<{tag}[\s>]", lower))


def find_broken_tag(tree: _Element) -> str | None:
    """A tag without its `>` or its closing quotation mark takes the text that follows into it."""
    for element in tree.iter(etree.Element):
        if swallows_text(element):
            return f"a <{element.tag}> tag is broken off (line {element.sourceline or 1})"
    return None


def swallows_text(element: _Element) -> bool:
    """Whether an attribute's name or value holds what can only be markup or prose."""
    for name, value in element.attrib.items():
        if "<" in name or any(letter.isalpha() and not letter.isascii() for letter in str(name)):
            return True
        if name in PLAIN_ATTRIBUTES and re.search(r"<[/a-zA-Z]", str(value)):
            return name not in {"title", "alt"}
    return False


def where(markup: str, tag: re.Match[str]) -> str:
    """The place of a tag, for a person; counted only where there is something to tell."""
    return f"(line {line_of(markup, tag.start())})"


def line_of(markup: str, position: int) -> int:
    """The line of a position in the markup, from 1."""
    return markup.count("\n", 0, position) + 1
