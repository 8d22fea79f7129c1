"""The pages that are read again: the first versions of the whole run's, at an address nobody asks.

Nothing of Rostrum is imported here: what else lies in memory makes building a soup slower.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from whole.site import page_url

from parsing.pages import make_page

if TYPE_CHECKING:
    from collections.abc import Iterator

ORIGIN = "https://site.example"


def pages(count: int) -> Iterator[tuple[str, bytes]]:
    """(URL, body) of the first `count` pages."""
    for number in range(count):
        yield page_url(ORIGIN, number), make_page("furniture", number).body
