"""Bytes of a page → a `Document`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rostrum.errors import PageError
from rostrum.reading.blocks import collect_pieces, find_times
from rostrum.reading.content import is_furniture_in
from rostrum.reading.decode import decode
from rostrum.reading.defects import find_defects
from rostrum.reading.document import Block, Document
from rostrum.reading.head import read_language, read_metas, read_title
from rostrum.reading.prune import cut_article
from rostrum.reading.soup import make_article_soup, make_soup
from rostrum.reading.structured import read_structured
from rostrum.reading.tree import parse_tree, without_floods

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

READABLE_TYPES = ("text/html", "application/xhtml+xml", "application/xml", "text/xml")


def read(body: bytes, content_type: str | None) -> Document:
    """Read a page.

    Raises:
        PageError: the bytes are no HTML page, or hold no text.
    """
    refuse_non_html(body, content_type)
    decoded = decode(body, content_type)
    page = without_floods(decoded.text)
    tree, is_whole = parse_tree(page)
    title, language = read_title(tree), read_language(tree)
    metas, structured = read_metas(tree), read_structured(tree)
    defects = find_defects(decoded.text, tree)
    if decoded.error_count:
        defects += (f"{decoded.error_count} byte sequences are no {decoded.encoding}",)
    blocks: tuple[Block, ...] = ()
    if is_whole:  # the tree is used up by this
        soup = make_article_soup(cut_article(tree, (title, metas.get("og:title", ""))))
        blocks = read_blocks(soup, title, language)
    if all(block.is_furniture for block in blocks):
        soup = make_soup(page)
        blocks = read_blocks(soup, title, language)
    if not blocks[bool(title) :]:
        raise PageError("empty_page", "The page holds no text; open it in a browser and see.")
    return Document(
        text="\n".join(block.text for block in blocks),
        blocks=blocks,
        language=language,
        title=title,
        metas=metas,
        times=tuple(find_times(soup)),
        structured=structured,
        encoding=decoded.encoding,
        encoding_reason=decoded.reason,
        is_encoding_suspect=decoded.is_suspect,
        defects=defects,
    )


def refuse_non_html(body: bytes, content_type: str | None) -> None:
    """Raise for a body that is plainly something else, whatever its declared type says."""
    if not body.strip():
        raise PageError("empty_page", "The server sent no text at all.")
    if body.lstrip()[:5] == b"%PDF-":
        raise PageError("not_html", "This is a PDF; Rostrum reads HTML pages.")
    declared = (content_type or "text/html").partition(";")[0].strip().lower()
    looks_like_html = b"<" in body[:4096]
    if declared not in READABLE_TYPES and not (declared == "text/plain" and looks_like_html):
        raise PageError("not_html", f"The server calls this {declared}; Rostrum reads HTML pages.")


def read_blocks(soup: BeautifulSoup, title: str, language: str) -> tuple[Block, ...]:
    """The blocks of a page or a part of it, below the words of its `<title>`."""
    pieces = collect_pieces(soup, language)
    blocks: list[Block] = []
    offset = 0
    if title:
        blocks.append(Block(0, len(title), title, "title", 0, False, 0.0, True))
        offset = len(title) + 1
    for piece, is_furniture in zip(pieces, is_furniture_in(pieces), strict=True):
        end = offset + len(piece.text)
        blocks.append(
            Block(
                start=offset,
                end=end,
                text=piece.text,
                tag=piece.tag,
                heading_level=piece.heading_level,
                is_bold=piece.is_bold,
                link_share=piece.link_share,
                is_furniture=is_furniture,
                is_quoted="blockquote" in piece.ancestors,
                path=piece.path,
                marks=piece.marks,
                style_name=piece.style_name,
            )
        )
        offset = end + 1
    return tuple(blocks)
