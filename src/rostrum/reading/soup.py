"""Markup → a soup: bs4's own builder for whole pages, a quick one for a cut article.

bs4 listens to the parser tag by tag, ready for namespaces and all else that markup may bring. A cut
article has none of it, so lxml makes a tree of it, in C, and the soup is copied from that.
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, Tag, XMLParsedAsHTMLWarning
from bs4.builder._lxml import LXMLTreeBuilder
from bs4.element import NavigableString
from lxml import etree

from rostrum.reading.tree import is_whole

if TYPE_CHECKING:
    from bs4.element import PageElement
    from lxml.etree import _Element

ODD = ("pre", "textarea", "rt", "rp", "script", "style", "template", etree.Comment, etree.PI)
"""Nodes whose text bs4 keeps or calls in a way of its own."""

VOID = LXMLTreeBuilder.DEFAULT_EMPTY_ELEMENT_TAGS or set()
ASCII_SPACES = "\n\t\f\r "


def make_soup(markup: str) -> BeautifulSoup:
    """A page or a part of it; class names stay as they are printed."""
    with warnings.catch_warnings():  # XML is read as if it were HTML, and nobody is told
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        return BeautifulSoup(markup, "lxml", multi_valued_attributes=None)


def make_article_soup(markup: str) -> BeautifulSoup:
    """The same soup, in a fifth of the time, of markup that lxml has written."""
    return BeautifulSoup(markup, builder=CopyingBuilder(multi_valued_attributes=None))


class CopyingBuilder(LXMLTreeBuilder):
    """Copies a soup from lxml's tree of plain markup; other markup is left to bs4."""

    def feed(self, markup: str | bytes) -> None:
        parser = etree.HTMLParser(huge_tree=True)
        parser.feed(markup)
        try:
            tree = parser.close()
        except etree.XMLSyntaxError:
            tree = None
        is_plain = tree is not None and next(tree.iter(*ODD), None) is None
        if self.soup is None or not is_plain or not is_whole(tree, parser.feed_error_log):
            super().feed(markup)
        else:
            copy(tree, self.soup)


class CopiedTag(Tag):
    """A tag with all that reading asks for; what is the same for all stands in the class."""

    namespace = None
    prefix = None
    sourceline = None
    sourcepos = None
    known_xml = False
    parser_class = BeautifulSoup
    cdata_list_attributes = None
    preserve_whitespace_tags = None
    interesting_string_types = Tag.MAIN_CONTENT_STRING_TYPES

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = name
        self.attrs = attributes  # type: ignore[assignment]
        self.contents = []
        self.can_be_empty_element = name in VOID


def copy(tree: _Element, soup: BeautifulSoup) -> None:
    """Copy a tree into an empty soup."""
    parent: Tag = soup
    previous: PageElement | None = None
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            tag = CopiedTag(element.tag, dict(element.items()))
            append(tag, parent, previous)
            parent = previous = tag
            text = element.text
        else:
            parent = parent.parent  # type: ignore[assignment]
            text = element.tail
        if text:
            # Not by the class's own `__new__`, which sets links that are set here.
            string = str.__new__(
                NavigableString, text if text.strip(ASCII_SPACES) else space_of(text)
            )
            append(string, parent, previous)
            previous = string


def space_of(text: str) -> str:
    """What bs4 makes of white space."""
    return "\n" if "\n" in text else " "


def append(node: PageElement, parent: Tag, previous: PageElement | None) -> None:
    """Set a node's links, as the last one of the soup so far."""
    siblings = parent.contents
    node.parent = parent
    node.previous_element = previous
    node.next_element = node.next_sibling = None
    if previous is not None:
        previous.next_element = node
    if siblings:
        node.previous_sibling = siblings[-1]
        siblings[-1].next_sibling = node
    else:
        node.previous_sibling = None
    siblings.append(node)
