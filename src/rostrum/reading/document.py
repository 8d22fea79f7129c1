"""A page as text: one canonical text and its blocks in reading order, each with its looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from rostrum.records import Cut

if TYPE_CHECKING:
    from rostrum.reading.structured import Item

MarkKind = Literal["bold", "italic", "link", "cite"]


class Mark(NamedTuple):
    """A stretch of a block that looks otherwise than the rest of it.

    Attributes:
        kind: bold (or underlined), italic, the text of a link, or the name of a cited work or
            person (`<cite>`).
        start: where it begins, counted from the block's beginning; `end` is where it ends.
    """

    kind: MarkKind
    start: int
    end: int


class Block(NamedTuple):
    """A paragraph, heading, list item, cell or line: what a reader sees as one piece.

    Attributes:
        start: where it begins in the canonical text; `end` is where it ends.
        text: its words, white space collapsed, never empty.
        heading_level: 1–6 for h1–h6, else 0.
        is_bold: every letter is bold or underlined.
        link_share: the part of its characters that is link text, 0–1.
        tag: the name of the nearest block element.
        is_furniture: not part of the article (menus, footers, share lines).
        is_quoted: it stands in a blockquote.
        path: the numbers of the block elements it stands in, outermost first: the longer the
            beginning that two blocks share, the closer they stand (a row, a card, a blockquote).
        marks: stretches of emphasis, links and citations, by their start.
        style_name: the class names of its paragraph or box. What they say is the site's, but
            blocks of one name look alike.
    """

    start: int
    end: int
    text: str
    tag: str
    heading_level: int
    is_bold: bool
    link_share: float
    is_furniture: bool
    is_quoted: bool = False
    path: tuple[int, ...] = ()
    marks: tuple[Mark, ...] = ()
    style_name: str = ""

    def cut(self, start: int = 0, end: int | None = None) -> Cut:
        """The words from `start` to `end`, counted from the block's own beginning."""
        words = self.text[start:end]
        return Cut(words, self.start + start, self.start + start + len(words))


@dataclass(frozen=True, slots=True)
class Document:
    """One revision of a page, read.

    Attributes:
        text: the canonical text: every block's words, joined by line feeds. The same bytes
            always give the same text, so offsets into it can be checked for ever. What is plainly
            no article (a menu, a footer) may be left out of it.
        blocks: in reading order; `text[block.start:block.end] == block.text`. The words of the
            `<title>` element are the first one, as furniture.
        language: the primary subtag of `<html lang>` in lower case, or "".
        title: the words of the `<title>` element.
        metas: `name` or `property` of each `<meta>`, to its content.
        times: the `datetime` of each `<time>`, in the page's order.
        structured: what the page says of itself for machines.
        encoding: the charset the bytes were read with, `encoding_reason` why.
        is_encoding_suspect: the charset is a guess that may be wrong.
        defects: what is broken in the markup, in words; text may be missing.
    """

    text: str
    blocks: tuple[Block, ...]
    language: str
    title: str
    metas: dict[str, str]
    times: tuple[str, ...]
    structured: tuple[Item, ...]
    encoding: str
    encoding_reason: str
    is_encoding_suspect: bool
    defects: tuple[str, ...]

    @property
    def article(self) -> tuple[Block, ...]:
        """The blocks that are not furniture."""
        return tuple(block for block in self.blocks if not block.is_furniture)
