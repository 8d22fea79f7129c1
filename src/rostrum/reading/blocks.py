"""A soup → its pieces of text in reading order: paragraphs, headings, items, cells and lines.

What separates pieces is what a browser starts a new line for: block elements, and `<br>`. A lone
`<br>` inside a long line that goes on in lower case is a hard wrap, not a border.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import CData, NavigableString, PageElement, PreformattedString

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark nobr q rp rt "
    "ruby samp small span strong sub sup time tt u var wbr o:p".split()
)
SKIPPED = frozenset(
    "script style template noscript svg math head title iframe object select option textarea "
    "input audio video canvas map del s strike".split()
)
EMPHASIS = frozenset("b strong u".split())
BOLD_STYLE = re.compile(
    r"font-weight:\s*(bold|[6-9]00)|text-decoration[^;]*underline", re.IGNORECASE
)
HIDDEN_STYLE = re.compile(r"display:\s*none|visibility:\s*hidden", re.IGNORECASE)
FURNITURE_NAMES = frozenset(
    "related related-news related-articles cookie cookies cookie-bar cookie-banner cookie-consent "
    "cookie-notice comments share share-buttons social-share breadcrumb breadcrumbs sidebar "
    "newsletter subscribe".split()
)
"""Class names and ids, whole, that mean furniture on any site."""

INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")
"""Soft hyphen, zero-width space, word joiner and byte order mark: hints for line breaking only."""

SENTENCE_ENDS = '.!?:;…”»"'
WRAPPED_LINE_LENGTH = 40
"""Characters: a line shorter than this was not broken because it was full."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the elements around a text say of it."""

    tag: str = "body"
    heading_level: int = 0
    is_bold: bool = False
    is_link: bool = False
    ancestors: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of text with its looks."""

    text: str
    tag: str
    heading_level: int
    is_bold: bool
    link_share: float
    ancestors: tuple[str, ...]
    roles: tuple[str, ...]

    def has_ancestor(self, *names: str) -> bool:
        """Whether it stands inside one of these elements."""
        return any(name in self.ancestors for name in names)

    def has_role(self, *roles: str) -> bool:
        """Whether it stands inside an element with one of these ARIA roles."""
        return any(role in self.roles for role in roles)


@dataclass(slots=True)
class Line:
    """Text since the last border, in the making."""

    parts: list[tuple[str, Look]] = field(default_factory=list)

    def text(self) -> str:
        """The words so far, white space collapsed (U+00A0 and its like are white space)."""
        return " ".join("".join(part for part, _ in self.parts).translate(INVISIBLE).split())

    def to_piece(self) -> Piece | None:
        """The finished piece, or None for white space."""
        text = self.text()
        if not text:
            return None
        inked = [(len("".join(part.split())), look) for part, look in self.parts]
        total = sum(length for length, _ in inked)
        first = next(look for length, look in inked if length)
        return Piece(
            text=text,
            tag=first.tag,
            heading_level=first.heading_level,
            is_bold=all(look.is_bold for length, look in inked if length),
            link_share=sum(length for length, look in inked if look.is_link) / total,
            ancestors=first.ancestors,
            roles=first.roles,
        )


class Collector:
    """Walks a soup once and cuts its text into pieces."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.line = Line()
        self.breaks = 0  # `<br>`s since the last text; two or more end a paragraph

    def add_text(self, text: str, look: Look) -> None:
        if not text.strip():
            self.line.parts.append((" ", look))
            return
        if self.breaks > 1 or (self.breaks == 1 and not is_wrapped(self.line.text(), text)):
            self.end_line()
        self.breaks = 0
        self.line.parts.append((text, look))

    def add_break(self) -> None:
        self.breaks += 1
        self.line.parts.append((" ", Look()))

    def end_line(self) -> None:
        self.breaks = 0
        piece = self.line.to_piece()
        self.line = Line()
        if piece:
            self.pieces.append(piece)


def is_wrapped(line: str, following: str) -> bool:
    """Whether the break between two lines is only that of a full line."""
    has_room = len(line) < WRAPPED_LINE_LENGTH
    return not has_room and line[-1] not in SENTENCE_ENDS and following.lstrip()[:1].islower()


def collect_pieces(soup: BeautifulSoup) -> list[Piece]:
    """The pieces of a page, in reading order; none is empty.

    The walk keeps its own stack, so that no depth of nesting can exhaust Python's.
    """
    collector = Collector()
    stack: list[tuple[PageElement | None, Look]] = [(soup, Look())]
    while stack:
        node, look = stack.pop()
        if node is None:
            collector.end_line()
        elif isinstance(node, NavigableString):
            if is_text(node):
                collector.add_text(node, look)
        elif isinstance(node, Tag) and not is_hidden(node):
            visit(node, look, collector, stack)
    collector.end_line()
    return collector.pieces


def visit(
    tag: Tag, look: Look, collector: Collector, stack: list[tuple[PageElement | None, Look]]
) -> None:
    """Enter an element: its children go onto the stack, a border before and after a block."""
    if tag.name == "br":
        collector.add_break()
        return
    look = look_within(tag, look)
    if tag.name not in INLINE:
        collector.end_line()
        stack.append((None, look))
    stack.extend((child, look) for child in reversed(tag.contents))


def look_within(tag: Tag, look: Look) -> Look:
    """The looks of the text inside an element."""
    name = tag.name
    is_inline = name in INLINE
    level = int(name[1]) if re.fullmatch(r"h[1-6]", name) else look.heading_level
    role = "dialog" if is_furniture_by_name(tag) else str(tag.get("role", "")).lower()
    if role == "heading":
        level = level or 2
    return Look(
        tag=look.tag if is_inline else name,
        heading_level=level,
        is_bold=look.is_bold or name in EMPHASIS or bool(BOLD_STYLE.search(style_of(tag))),
        is_link=look.is_link or name == "a",
        ancestors=look.ancestors if name in look.ancestors else (*look.ancestors, name),
        roles=(*look.roles, role) if role else look.roles,
    )


def is_furniture_by_name(tag: Tag) -> bool:
    """Whether an element's own name in the markup says that it is no part of the article."""
    if tag.name in {"html", "body", "main", "article"}:
        return False
    names = f"{tag.get('class', '')} {tag.get('id', '')}".lower()
    return any(name in FURNITURE_NAMES for name in re.split(r"[^\w-]+", names))


def style_of(tag: Tag) -> str:
    return str(tag.get("style", ""))


def is_text(node: NavigableString) -> bool:
    """Comments, doctypes and the like are no text; CDATA is."""
    if isinstance(node, Comment):
        return False
    return not isinstance(node, PreformattedString) or isinstance(node, CData)


def is_hidden(tag: Tag) -> bool:
    """Whether a browser shows nothing of an element."""
    if tag.name in SKIPPED or tag.has_attr("hidden"):
        return True
    return bool(HIDDEN_STYLE.search(style_of(tag)))
