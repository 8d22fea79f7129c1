"""`<link rel=canonical>`: which URL a page says is its own (RFC 6596)."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlsplit

from rostrum.errors import PageError
from rostrum.web.markup import base_of, parse_html
from rostrum.web.urls import host_of, normalize_url


class Canonical(NamedTuple):
    """What a page says of its own URL.

    Attributes:
        url: normalized; None when the page says nothing that can be believed.
        reason: why what it says is not believed; None when it is, or says nothing.
    """

    url: str | None
    reason: str | None


def canonical_url(body: bytes, url: str) -> Canonical:
    """The canonical URL that a page of a URL names, if it is believable.

    It must be one URL on the same host, and not the home page unless the page is that: templates
    that name the home page on every page would merge a whole site into one.
    """
    root = parse_html(body)
    if root is None:
        return Canonical(None, None)
    base = base_of(root, url)
    hrefs = {
        link.get("href", "").strip()
        for link in root.iter("link")
        if "canonical" in link.get("rel", "").lower().split()
    }
    hrefs.discard("")
    if not hrefs:
        return Canonical(None, None)
    if len(hrefs) > 1:
        return Canonical(None, f"{url} names {len(hrefs)} canonical URLs")
    return _believed(hrefs.pop(), base, url)


def _believed(href: str, base: str, url: str) -> Canonical:
    try:
        target, own = normalize_url(href, base), normalize_url(url)
    except PageError as error:
        return Canonical(None, f"{url} names a canonical URL that is none: {error}")
    if host_of(target) != host_of(own):
        return Canonical(None, f"{url} names a canonical URL on another host: {target}")
    if _is_home(target) and not _is_home(own):
        return Canonical(None, f"{url} names the home page as its canonical URL")
    return Canonical(target, None)


def _is_home(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path == "/" and not parts.query
