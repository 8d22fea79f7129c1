"""The site that every contestant crawls: a folder of report pages, and what they say.

python -m whole.site FOLDER COUNT     writes one, to look at
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from parsing.pages import make_page

if TYPE_CHECKING:
    from parsing.pages import MadeQuote

FIRST_CHANGED_AT = datetime(2026, 5, 14, 10, tzinfo=UTC)
"""When the first version of a page is said to have been written; each next one is a day younger."""
ONE_IN = 100


@dataclass(slots=True)
class Site:
    """A folder of pages, and how often each has changed.

    Attributes:
        versions: of each page, by its number.
        quotes: that each page holds now, by its number.
    """

    folder: Path
    versions: list[int]
    quotes: list[tuple[MadeQuote, ...]]

    def change(self) -> list[int]:
        """Writes one page in a hundred anew, other ones than the last time; gives their numbers.

        A changed page has other quotes, a younger date and another ETag; its URL stays.
        """
        turn = max(self.versions, default=0)
        numbers = list(range(turn % ONE_IN, len(self.versions), ONE_IN))
        for number in numbers:
            self.versions[number] = turn + 1
            self.quotes[number] = _write(self.folder, number, turn + 1)
        return numbers


def write_site(folder: Path, count: int) -> Site:
    """Writes the first version of every page."""
    folder.mkdir(parents=True, exist_ok=True)
    return Site(folder, [0] * count, [_write(folder, number, 0) for number in range(count)])


def write_pages(folder: Path, count: int) -> list[int]:
    """Writes the first version of every page; gives only how many quotes each holds."""
    folder.mkdir(parents=True, exist_ok=True)
    return [len(_write(folder, number, 0)) for number in range(count)]


def page_name(number: int) -> str:
    """The file of a page, and the last part of its URL."""
    return f"{number:05}.html"


def page_url(origin: str, number: int) -> str:
    """Where a page lies."""
    return f"{origin}/page/{page_name(number)}"


def sitemap_url(origin: str) -> str:
    """Where all URLs are listed."""
    return f"{origin}/sitemap.xml"


def _write(folder: Path, number: int, version: int) -> tuple[MadeQuote, ...]:
    page = make_page("furniture", number, version)
    draft, file = folder / "draft", folder / page_name(number)
    draft.write_bytes(page.body)
    changed_at = (FIRST_CHANGED_AT + timedelta(days=version)).timestamp()
    os.utime(draft, (changed_at, changed_at))
    draft.replace(file)  # whole and dated at once: the origin may be serving
    return page.quotes


if __name__ == "__main__":
    write_site(Path(sys.argv[1]), int(sys.argv[2]))
