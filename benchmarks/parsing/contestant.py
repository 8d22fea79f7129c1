"""One contestant, in a process of its own: `python -m parsing.contestant NAME KIND PAGES`.

Prints one line of JSON: the milliseconds of processor time of a page, after a first round over all
pages that does not count.
"""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, cast

from parsing.pages import Kind, Page, make_pages

if TYPE_CHECKING:
    from collections.abc import Callable

    Work = Callable[[Page], bool]

PASSES = 5


def with_rostrum() -> Work:
    """Bytes to checked records."""
    from rostrum.reader import read_records_of

    def work(page: Page) -> bool:
        records = read_records_of("https://lake.example/r", page.body, "text/html; charset=utf-8")
        return len(records.quotes) == page.quote_count

    return work


def with_soup() -> Work:
    """Building a soup, and no more."""
    from bs4 import BeautifulSoup

    return lambda page: BeautifulSoup(page.body.decode(), "lxml").h1 is not None


def with_lxml() -> Work:
    """Building a tree, and no more."""
    from lxml import html

    return lambda page: html.document_fromstring(page.body).find(".//h1") is not None


def with_selectolax() -> Work:
    """Building a tree, and no more."""
    from selectolax.lexbor import LexborHTMLParser

    return lambda page: LexborHTMLParser(page.body.decode()).css_first("h1") is not None


def with_trafilatura() -> Work:
    """The article's text; nobody is told apart in it."""
    from trafilatura import extract

    return lambda page: bool(extract(page.body.decode()))


CONTESTANTS: dict[str, Callable[[], Work]] = {
    "rostrum": with_rostrum,
    "soup": with_soup,
    "lxml": with_lxml,
    "selectolax": with_selectolax,
    "trafilatura": with_trafilatura,
}


def main() -> None:
    """Work through the pages, and tell what one took."""
    name, kind, count = sys.argv[1], cast("Kind", sys.argv[2]), int(sys.argv[3])
    work, pages = CONTESTANTS[name](), make_pages(kind, count)
    wrong = sum(not work(page) for page in pages)
    if wrong:
        raise SystemExit(f"{name} did not do the work: {wrong} of {count} {kind} pages are wrong")
    began = time.process_time()
    for _ in range(PASSES):
        for page in pages:
            work(page)
    seconds = time.process_time() - began
    print(json.dumps({"milliseconds": seconds * 1000 / (PASSES * count)}))


if __name__ == "__main__":
    main()
