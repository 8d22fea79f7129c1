"""Discovery: from a source's start URLs to the URLs of its pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rostrum.errors import PageError
from rostrum.web.listing import Link, Listing, read_listing
from rostrum.web.urls import normalize_url

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from datetime import date

    from rostrum.web.client import Client
    from rostrum.web.fetch import Fetch

# A site that numbers its listings without end stops there at the latest.
ALL_LISTINGS = range(1, 1001)


@dataclass(frozen=True, slots=True)
class Discovery:
    """What discovery found.

    Attributes:
        pages: URLs of pages, normalized, each once, in the order they were met.
        fetches: of the listings, one each.
    """

    pages: tuple[str, ...]
    fetches: tuple[Fetch, ...]


async def discover(  # noqa: PLR0913 - each is a choice of the one who runs it
    client: Client,
    start_urls: Iterable[str],
    is_page: Callable[[str], bool],
    *,
    is_listing: Callable[[str], bool],
    known: Collection[str] = (),
    limit: int | None = None,
    full: bool = False,
    since: date | None = None,
    until: date | None = None,
    listings: range = ALL_LISTINGS,
) -> Discovery:
    """Reads listing pages, sitemaps and feeds, and what continues them.

    Listing pages are followed until one names known pages only, or none that an earlier one of
    the same start did not name.

    Args:
        client: gets them.
        start_urls: where to begin, in order.
        is_page: whether a normalized URL is a page.
        is_listing: whether it is a listing page.
        known: normalized URLs of pages that are known already; they are found all the same.
        limit: at most so many pages.
        full: go on past known pages.
        since: leave out what a sitemap or a feed says has not changed since that day.
        until: leave out what they say has changed after that day.
        listings: which listings of each start count, by their number; the first is 1. Those
            before them are read for what follows them, those after them are not.
    """
    expected = frozenset() if full else frozenset(known)
    rules = _Rules(is_page, is_listing, expected, limit, since, until, listings)
    search = _Search(client, rules)
    for url in dict.fromkeys(start_urls):
        await search.walk(url)
    return Discovery(tuple(search.pages)[:limit], tuple(search.fetches.values()))


@dataclass(frozen=True, slots=True)
class _Rules:
    is_page: Callable[[str], bool]
    is_listing: Callable[[str], bool]
    known: frozenset[str]
    limit: int | None
    since: date | None
    until: date | None
    listings: range

    def pages(self, links: Iterable[Link]) -> list[str]:
        return [link.url for link in links if self._is_recent(link) and self.is_page(link.url)]

    def parts(self, links: Iterable[Link]) -> list[str]:
        return [link.url for link in links if self._is_recent(link)]

    def following(self, urls: Iterable[str]) -> list[str]:
        return [url for url in urls if self.is_listing(url)]

    def _is_recent(self, link: Link) -> bool:
        day = link.changed_on
        if day is None:
            return True
        return not (self.since and day < self.since) and not (self.until and day > self.until)


@dataclass(slots=True)
class _Search:
    client: Client
    rules: _Rules
    pages: dict[str, None] = field(default_factory=dict)
    fetches: dict[str, Fetch] = field(default_factory=dict)

    async def walk(self, start: str) -> None:
        """Reads a start URL and what continues it."""
        todo = [start]
        shown: set[str] = set()
        for number in range(1, self.rules.listings.stop):
            if not todo or self._is_enough():
                return
            url = todo.pop(0)
            listing = await self._read(url)
            pages = self.rules.pages(listing.links)
            if number in self.rules.listings:
                self.pages.update(dict.fromkeys(pages))
            if pages and self.rules.known.issuperset(pages):
                todo = [other for other in todo if not self.rules.is_listing(other)]
            elif url == start or not shown.issuperset(pages):
                todo += self.rules.following(listing.following)
            shown.update(pages)
            todo = list(dict.fromkeys(todo + self.rules.parts(listing.parts)))

    async def _read(self, url: str) -> Listing:
        key = _key(url)
        if key in self.fetches:
            return Listing()
        fetch = await self.client.fetch(url)
        self.fetches[key] = fetch
        if fetch.body is None:
            return Listing()
        return read_listing(fetch.body, fetch.final_url, fetch.content_type)

    def _is_enough(self) -> bool:
        return self.rules.limit is not None and len(self.pages) >= self.rules.limit


def _key(url: str) -> str:
    try:
        return normalize_url(url)
    except PageError:
        return url
