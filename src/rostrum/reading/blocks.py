"""A soup → its pieces of text in reading order: paragraphs, headings, items, cells and lines.

What separates pieces is what a browser starts a new line for: block elements, `<br>`, and the line
ends of preformatted text.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bs4 import Comment, Tag
from bs4.element import CData, NavigableString, PreformattedString

from rostrum.reading.lines import Line, Piece, clean, find_wrapping, to_pieces
from rostrum.reading.looks import (
    BLOCKS,
    INLINE,
    PLAIN,
    Look,
    is_hidden,
    look_within,
    style_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import BeautifulSoup
    from bs4.element import PageElement

    from rostrum.reading.looks import Style

NEAR = 50
"""Nodes looked at to tell what an element holds; a page of attackers has no end of them."""

PHRASE_HOLDERS = frozenset("p h1 h2 h3 h4 h5 h6 pre summary dt figcaption caption".split())
FOOTNOTE_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§]{1,3}|[a-z])[\])]?")
FOOTNOTE_NUMBER = re.compile(r"\[?\d{1,3}\]?|[*†‡]{1,3}")
WORD_END = re.compile(r"(?:[^\W\d_]{3}|[.,;:!?…”»\"')\]])\Z")
"""What a footnote's number stands at; after `m` or `10` it is an exponent."""

QUOTATION_MARKS = {"ru": ("«»", "„“"), "": ("“”", "‘’")}
QUOTE_OPENERS = "“«„\"'‘‹"


class Collector:
    """Walks a soup once and cuts its text into pieces."""

    def __init__(self, language: str) -> None:
        self.runs: list[list[Line]] = []
        self.lines = [Line()]
        self.breaks = 0  # `<br>`s since the last text; two or more end a paragraph
        self.count = 0  # elements seen
        self.quotations = 0  # `<q>`s open
        self.marks = QUOTATION_MARKS.get(language, QUOTATION_MARKS[""])
        self.holder: tuple[Tag | None, bool] = (None, False)

    def add_text(self, text: str, look: Look) -> None:
        if look.is_preformatted and "\n" in text:
            for place, line in enumerate(text.split("\n")):
                self.breaks += place > 0
                self.add_words(line, look)
        else:
            self.add_words(text, look)

    def add_words(self, text: str, look: Look) -> None:
        text = clean(text)
        if not text.strip():
            if text:
                self.lines[-1].add(" ", look)
            return
        if self.breaks:
            self.end_lines()
        self.lines[-1].add(text, look)

    def end_lines(self) -> None:
        """End what `<br>`s have ended: one a line, several a paragraph."""
        if self.breaks > 1:
            self.end_line()
        else:
            self.lines.append(Line())
        self.breaks = 0

    def end_line(self) -> None:
        self.breaks = 0
        if self.lines[0].parts or len(self.lines) > 1:
            self.runs.append(self.lines)
            self.lines = [Line()]

    def begin_quotation(self, look: Look) -> None:
        """Print the mark that a browser prints at a `<q>`."""
        self.add_words(self.marks[self.quotations % 2][0], look)
        self.quotations += 1

    def end_quotation(self, look: Look) -> None:
        self.quotations -= 1
        self.lines[-1].close(self.marks[self.quotations % 2][1], look)

    def has_words(self, parent: Tag | None) -> bool:
        """Whether an element holds text of its own, beside its elements'."""
        if parent is None:
            return False
        if self.holder[0] is not parent:
            texts = (child for child in parent.contents if isinstance(child, NavigableString))
            self.holder = (parent, any(is_text(text) and text.strip() for text in texts))
        return self.holder[1]


END_LINE, END_QUOTATION = object(), object()
Step = tuple["PageElement | object", Look]


def collect_pieces(soup: BeautifulSoup, language: str) -> list[Piece]:
    """The pieces of a page, in reading order; none is empty.

    The walk keeps its own stack, so that no depth of nesting can exhaust Python's.
    """
    collector = Collector(language)
    stack: list[Step] = [(soup, Look())]
    while stack:
        node, look = stack.pop()
        if node is END_LINE:
            collector.end_line()
        elif isinstance(node, Tag):
            visit(node, look, collector, stack)
        elif isinstance(node, NavigableString):
            if is_text(node):
                collector.add_text(str(node), look)  # a plain one is quicker
        else:
            collector.end_quotation(look)
    collector.end_line()
    wrapping = find_wrapping(collector.runs)
    return [piece for run in collector.runs for piece in to_pieces(run, wrapping)]


def visit(tag: Tag, look: Look, collector: Collector, stack: list[Step]) -> None:
    """Enter an element: its children go onto the stack, a border before and after a block."""
    name = tag.name
    if name == "br":
        if look.heading_level == 1:
            collector.add_text(" ", look)  # a title in several lines is one
        else:
            collector.breaks += 1
        return
    style = style_of(tag) if tag.attrs else PLAIN
    if is_hidden(tag, style) or (name == "sup" and is_footnote_mark(tag, collector.lines[-1])):
        return
    is_block = is_block_element(tag, style, collector)
    collector.count += 1
    look = look_within(tag, look, style, collector.count, is_block=is_block)
    if name == "figure" and has_quotation(tag):
        look = look._replace(roles=(*look.roles, "quotation"))
    if is_block:
        collector.end_line()
        stack.append((END_LINE, look))
    elif name == "q" and first_text(tag).lstrip()[:1] not in QUOTE_OPENERS:
        collector.begin_quotation(look)
        stack.append((END_QUOTATION, look))
    contents = tag.contents
    if len(contents) == 1:
        stack.append((contents[0], look))
    else:
        stack += [(child, look) for child in reversed(contents)]


def is_block_element(tag: Tag, style: Style, collector: Collector) -> bool:
    """Whether a browser starts a new line for an element.

    One of a name that browsers do not know is inline to them, until a style sheet says otherwise,
    and it mostly does: such a one is inline here where it stands in the middle of words.
    """
    name = tag.name
    if name in BLOCKS:
        return style.is_block is not False or name == "li"
    if name in INLINE:
        return style.is_block is True
    if style.is_block is not None or ":" in name:  # word processors' `<o:p>`, `<st1:place>`
        return style.is_block is True
    if any(isinstance(node, Tag) and node.name in BLOCKS for node in islice(tag.descendants, NEAR)):
        return True
    parent = tag.parent
    return not (
        parent is None
        or parent.name in PHRASE_HOLDERS
        or parent.name in INLINE
        or collector.has_words(parent)
    )


def is_footnote_mark(tag: Tag, line: Line) -> bool:
    """Whether a superscript only leads to a footnote: a link within the page, or a number."""
    text = "".join(islice(tag.stripped_strings, 4))
    if not text:
        return False
    anchor = tag.parent if tag.parent is not None and tag.parent.name == "a" else tag.find("a")
    if isinstance(anchor, Tag) and str(anchor.get("href", "")).startswith("#"):
        return bool(FOOTNOTE_MARK.fullmatch(text))
    before = line.parts[-1][0] if line.parts else ""
    return bool(FOOTNOTE_NUMBER.fullmatch(text) and WORD_END.search(before))


def has_quotation(figure: Tag) -> bool:
    """Whether a figure holds words beside its caption: then the caption says whose they are."""
    texts = (node for node in islice(figure.descendants, NEAR) if isinstance(node, NavigableString))
    return any(
        is_text(text) and text.strip() and text.find_parent(["figcaption", "figure"]) is figure
        for text in texts
    )


def first_text(tag: Tag) -> str:
    """The first words in an element, if they stand near its beginning."""
    near = (node for node in islice(tag.descendants, NEAR) if isinstance(node, NavigableString))
    return next((str(text) for text in near if text.strip()), "“")


def find_times(soup: BeautifulSoup) -> Iterator[str]:
    """The `datetime` of each `<time>`; a tenth of what bs4's own search takes."""
    for node in soup.descendants:
        if isinstance(node, Tag) and node.name == "time" and "datetime" in node.attrs:
            yield str(node.attrs["datetime"])


def is_text(node: NavigableString) -> bool:
    """Comments, doctypes and the like are no text; CDATA is."""
    if type(node) is NavigableString:
        return True
    if isinstance(node, Comment):
        return False
    return not isinstance(node, PreformattedString) or isinstance(node, CData)
