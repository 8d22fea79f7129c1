"""What a listing page, a sitemap or a feed leads to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, TypeVar

from rostrum.errors import PageError
from rostrum.web.body import Inflater
from rostrum.web.fetch import FetchError
from rostrum.web.limits import Limits
from rostrum.web.markup import (
    base_of,
    descendants,
    is_feed,
    local_name,
    parse_html,
    parse_xml,
)
from rostrum.web.urls import host_of, normalize_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree, html

T = TypeVar("T")

_GZIP_MAGIC = b"\x1f\x8b"
_NEXT_TEXT = re.compile(
    r"\W*(?:next(?: page)?|older(?: posts| entries)?|след(?:ующая|ующие)?(?: страница)?"
    r"|дал(?:ее|ьше)|келесі|weiter|nächste(?: seite)?|suivante?|page suivante)\W*|[»›→⟩]|>{1,2}",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:[?&](?:page|p|paged|PAGEN_\d+)=|/page/|/page-|/p/)(\d{1,6})(?:[/&]|$)")
_ISO_DATE = re.compile(r"\s*(\d{4}-\d{2}-\d{2})")


@dataclass(frozen=True, slots=True)
class Link:
    """A URL that a listing names.

    Attributes:
        url: normalized.
        changed_on: when the listing says it last changed.
    """

    url: str
    changed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What one listing page, sitemap or feed leads to, in document order.

    Attributes:
        links: everything it names.
        following: URLs that continue it, the nearest first.
        parts: the sitemaps of an index.
    """

    links: tuple[Link, ...] = ()
    following: tuple[str, ...] = ()
    parts: tuple[Link, ...] = ()


def read_listing(body: bytes, url: str, content_type: str | None = None) -> Listing:
    """Reads a listing page, a sitemap (plain or gzip), an RSS or an Atom feed.

    Args:
        body: as it came.
        url: where it came from; links are relative to it.
        content_type: the header of that name.
    """
    if body.startswith(_GZIP_MAGIC):
        body = _inflated(body)
    return _read_feed(body, url) if is_feed(body) else _read_page(body, url, content_type)


def _inflated(body: bytes) -> bytes:
    inflater = Inflater(Limits().decoded)
    try:
        inflater.feed(body)
    except FetchError:
        return b""
    return bytes(inflater.body)


def _read_feed(body: bytes, url: str) -> Listing:
    root = parse_xml(body)
    if root is None:
        return Listing()
    if local_name(root) == "sitemapindex":
        parts = tuple(_links(descendants(root, "sitemap"), url))
        return Listing(parts=tuple(part for part in parts if host_of(part.url) == host_of(url)))
    entries = (
        entry
        for entry in root.iter("{*}url", "{*}item", "{*}entry")
        if local_name(entry.getparent()) in {"urlset", "channel", "RDF", "feed"}
    )
    return Listing(links=tuple(_links(entries, url)))


def _links(entries: Iterable[etree._Element], url: str) -> Iterator[Link]:
    for entry in entries:
        href = _first(_hrefs(entry))
        target = _target(href, url) if href else None
        if target:
            yield Link(target, _first(_dates(entry)))


def _hrefs(entry: etree._Element) -> Iterator[str]:
    for child in entry:
        name, text = local_name(child), (child.text or "").strip()
        if name == "link" and child.get("rel", "alternate") == "alternate":
            yield child.get("href") or text
        elif name == "loc" or (name == "guid" and child.get("isPermaLink", "true") == "true"):
            yield text


def _dates(entry: etree._Element) -> Iterator[date]:
    for name in ("lastmod", "updated", "modified", "pubDate", "published", "date"):
        for child in entry:
            if local_name(child) == name and (found := _date(child.text or "")):
                yield found


def _date(text: str) -> date | None:
    try:
        if match := _ISO_DATE.match(text):
            return date.fromisoformat(match[1])
        return parsedate_to_datetime(text).date()
    except (ValueError, OverflowError):
        return None


def _read_page(body: bytes, url: str, content_type: str | None) -> Listing:
    root = parse_html(body, content_type)
    if root is None:
        return Listing()
    base = base_of(root, url)
    targets = [
        (element, target)
        for element in root.iter("a", "area", "link")
        if (target := _target(element.get("href", ""), base))
    ]
    links = dict.fromkeys(target for element, target in targets if element.tag != "link")
    return Listing(tuple(map(Link, links)), tuple(_following(targets, url)))


def _following(targets: list[tuple[html.HtmlElement, str]], url: str) -> list[str]:
    here = _number(url)
    found = dict.fromkeys(
        target
        for element, target in targets
        if _is_next(element) or (element.tag == "a" and _number(target) > here)
    )
    return sorted(found, key=_number)


def _is_next(element: html.HtmlElement) -> bool:
    if "next" in element.get("rel", "").lower().split():
        return True
    text = " ".join(element.text_content().split()) or element.get("aria-label", "")
    return element.tag == "a" and _NEXT_TEXT.fullmatch(text) is not None


def _number(url: str) -> int:
    match = _NUMBER.search(url)
    return int(match[1]) if match else 0


def _target(href: str, base: str) -> str | None:
    try:
        return normalize_url(href.strip(), base) if href.strip() else None
    except PageError:
        return None


def _first(values: Iterator[T]) -> T | None:
    return next((value for value in values if value), None)
