"""Bytes of a page → a `Document`."""

from __future__ import annotations

import lxml.html
from bs4 import BeautifulSoup

from rostrum.errors import PageError
from rostrum.reading.blocks import collect_pieces
from rostrum.reading.content import is_article
from rostrum.reading.decode import decode
from rostrum.reading.defects import find_defects
from rostrum.reading.document import Block, Document
from rostrum.reading.structured import read_structured

READABLE_TYPES = ("text/html", "application/xhtml+xml", "application/xml", "text/xml")


def read(body: bytes, content_type: str | None) -> Document:
    """Read a page.

    Raises:
        PageError: the bytes are no HTML page, or hold no text.
    """
    refuse_non_html(body, content_type)
    decoded = decode(body, content_type)
    soup = BeautifulSoup(decoded.text, "lxml", multi_valued_attributes=None)
    text, blocks = join_blocks(soup, read_language(soup))
    if not blocks:
        raise PageError("empty_page", "The page holds no text; open it in a browser and see.")
    defects = find_defects(decoded.text, soup)
    if decoded.error_count:
        defects += (f"{decoded.error_count} byte sequences are no {decoded.encoding}",)
    return Document(
        text=text,
        blocks=blocks,
        language=read_language(soup),
        title=" ".join(soup.title.get_text().split()) if soup.title else "",
        metas=read_metas(soup),
        times=tuple(str(tag["datetime"]) for tag in soup.find_all("time", datetime=True)),
        encoding=decoded.encoding,
        encoding_reason=decoded.reason,
        is_encoding_suspect=decoded.is_suspect,
        defects=defects,
        structured=read_structured(to_tree(decoded.text)),
    )


def to_tree(markup: str) -> lxml.html.HtmlElement:
    """The page as lxml has it."""
    parser = lxml.html.HTMLParser(encoding="utf-8")
    return lxml.html.document_fromstring(markup.encode(), parser=parser)


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


def join_blocks(soup: BeautifulSoup, language: str) -> tuple[str, tuple[Block, ...]]:
    """The canonical text and its blocks."""
    pieces = collect_pieces(soup, language)
    has_main = any(
        piece.has_ancestor("main") and not piece.has_ancestor("nav", "aside", "footer")
        for piece in pieces
    )
    blocks: list[Block] = []
    offset = 0
    for piece in pieces:
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
                is_furniture=not is_article(piece, has_main=has_main),
                path=piece.path,
                marks=piece.marks,
            )
        )
        offset = end + 1
    return "\n".join(block.text for block in blocks), tuple(blocks)


def read_language(soup: BeautifulSoup) -> str:
    """The primary language subtag of `<html lang>`, or ""."""
    lang = soup.html.get("lang", "") if soup.html else ""
    return str(lang).partition("-")[0].partition("_")[0].strip().lower()


def read_metas(soup: BeautifulSoup) -> dict[str, str]:
    """`<meta name|property content>` of the page; of a repeated name the first wins."""
    metas: dict[str, str] = {}
    for tag in soup.find_all("meta", content=True):
        key = tag.get("property") or tag.get("name")
        if key:
            metas.setdefault(str(key).lower(), str(tag["content"]))
    return metas
