"""Markup → lxml's tree of the whole page, and a word on whether all of the page is in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from rostrum.reading.lines import clean

if TYPE_CHECKING:
    from lxml.etree import _Element, _ListErrorLog

MAX_DEPTH = 2000
"""libxml2 stops at 2,048 levels, and drops what lies deeper without a word."""

LOG_SIZE = 100
"""As many errors lxml notes; the one that matters may be the next."""


MANY = 5000
"""Attributes on a whole page; libxml2's time grows with the square of those of one element."""

LONG = 20_000
ATTRIBUTE = r"""[^<>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'>][^\s>]*+)?"""
FLOOD = re.compile(
    rf"<([a-zA-Z][^\s/<>]*+)(?:{ATTRIBUTE}){{2000,}}+>|<([a-zA-Z]+)\s[^<>\"']{{{LONG},}}+>"
)
"""A tag with a thousand attributes or more, or with names without end."""


def without_floods(markup: str) -> str:
    """A page's markup; a tag with more attributes than anybody writes loses them."""
    if markup.count("=") < MANY and not has_long_stretch(markup):
        return markup
    return FLOOD.sub(r"<\1\2>", markup)


def has_long_stretch(markup: str) -> bool:
    """Whether so much stands between two tags' beginnings, or before or after all of them."""
    begin = -1
    while begin + LONG < len(markup):
        begin = markup.rfind("<", begin + 1, begin + LONG + 1)
        if begin < 0:
            return True
    return False


def parse_tree(markup: str) -> tuple[_Element, bool]:
    """The page's tree without comments, and whether it is whole."""
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        tree = etree.fromstring(markup.encode(), parser)
    except etree.XMLSyntaxError:
        tree = None
    if tree is None:
        return etree.Element("html"), False
    return tree, is_whole(tree, parser.error_log)


def is_whole(tree: _Element, log: _ListErrorLog) -> bool:
    """Whether a tree has all of its markup, to judge by what the parser noted."""
    limit = etree.ErrorTypes.ERR_RESOURCE_LIMIT
    if any(entry.type == limit for entry in log):
        return False
    return len(log) < LOG_SIZE or depth_of(tree) < MAX_DEPTH


def depth_of(tree: _Element) -> int:
    """The levels of a tree."""
    deepest = level = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        level += 1 if event == "start" else -1
        deepest = max(deepest, level)
    return deepest


def words_of(element: _Element) -> str:
    """All words in an element, white space collapsed."""
    return " ".join("".join(element.itertext()).split())


def has_words(element: _Element) -> bool:
    """Whether an element holds anything to read."""
    return any(clean(text).strip() for text in element.itertext())
