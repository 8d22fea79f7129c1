"""What a page's head and attributes say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rostrum.reading.lines import clean
from rostrum.reading.tree import words_of

if TYPE_CHECKING:
    from lxml.etree import _Element


def read_title(tree: _Element) -> str:
    """The words of `<title>`, or ""."""
    title = next(tree.iter("title"), None)
    return "" if title is None else " ".join(clean(words_of(title)).split())


def read_language(tree: _Element) -> str:
    """The primary language subtag of `<html lang>`, or ""."""
    lang = tree.get("lang") or tree.get("xml:lang") or ""
    return lang.partition("-")[0].partition("_")[0].strip().lower()


def read_metas(tree: _Element) -> dict[str, str]:
    """`<meta name|property content>` of the page; of a repeated name the first wins."""
    metas: dict[str, str] = {}
    for tag in tree.iter("meta"):
        key, content = tag.get("property") or tag.get("name"), tag.get("content")
        if key and content is not None:
            metas.setdefault(key.lower(), content)
    return metas


