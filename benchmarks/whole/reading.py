"""What the peers know of the one layout of these pages, as a user would write it for a site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Quote = tuple[str, str, str, str]
"""Section, words, speaker, position."""

COLUMNS = ("page_url", "section", "quote", "speaker", "position")
BLOCKS = "article > h2, article > p"
"""The headings of the sections, and all paragraphs; one before the first heading is no quote."""
_QUOTE = re.compile(r"“(?P<words>.+),” (?P<speaker>[^,]+), (?P<position>.+)\.")


def read_soup(html: str) -> list[Quote]:
    """The quotes of a page, by BeautifulSoup."""
    soup = BeautifulSoup(html, "lxml")
    return list(read_blocks((block.name, block.get_text()) for block in soup.select(BLOCKS)))


def read_blocks(blocks: Iterable[tuple[str, str]]) -> Iterator[Quote]:
    """The quotes among the blocks of an article, each a tag's name and its text."""
    section = ""
    for name, text in blocks:
        if name == "h2":
            section = text
        elif section and (match := _QUOTE.fullmatch(text)):
            yield section, match["words"], match["speaker"], match["position"]
