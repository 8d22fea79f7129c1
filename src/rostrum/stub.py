"""The module of a new source, written from one page's address and the links on it.

Only the page's address goes into the code: its host, checked, and its path, escaped. No word that a
page prints does.
"""

from __future__ import annotations

import json
import keyword
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from rostrum.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rostrum.records import PageKind

NAME = re.compile(r"[a-z][a-z0-9_]{1,39}")
HOST = re.compile(r"[a-z0-9.-]+|\[[0-9a-f:.]+\]")
PLAIN = re.compile(r"[A-Za-z0-9_\-./\\+?%()\[\]|!:$]*[A-Za-z0-9_\-./+?%)\]]")
"""A pattern that a raw string holds as it is."""

SLUG = r"[\w%-]+"
GENERAL_NAMES = frozenset("en ru www site web news event events html index".split())

STUB = '''"""{origin}: say here what the site is, and what of it was seen.

Written from one of its pages; look at every line.
"""

from __future__ import annotations

import re

from rostrum.sources.source import PageRule, Promise, Source

SOURCE = Source(
    name={name},
    title={host},  # what people call it
    hosts=({hosts},),
    starts=({start},),
    listings=re.compile({listings}),
    rules=(PageRule(re.compile({path}), {kind}),),
    promise=Promise(has_sections={has_sections}, min_quotes=1, min_claimed_share=0.6),
)
'''


@dataclass(frozen=True, slots=True)
class Site:
    """What one page's address and its links tell of a site.

    Attributes:
        listing: the path where such pages are probably listed.
        path: a pattern of such pages' paths.
        siblings: addresses on the page that the pattern matches.
        is_listing_linked: the page links its listing page.
    """

    host: str
    origin: str
    listing: str
    path: str
    siblings: tuple[str, ...]
    is_listing_linked: bool


def name_of(url: str, taken: Sequence[str], wanted: str | None = None) -> str:
    """The name of the new source: as wanted, else from the host.

    Raises:
        UsageError: the name is no name of a module, or another source has it.
    """
    name = wanted if wanted is not None else host_name(url)
    if not NAME.fullmatch(name) or keyword.iskeyword(name):
        raise UsageError(
            f"{name[:60]!r} can be no source's name: take 2 to 40 of a–z, 0–9 and _, a letter "
            "first (--name)."
        )
    if name in taken:
        raise UsageError(f"The name {name!r} is taken; choose another with --name.")
    return name


def host_name(url: str) -> str:
    """A name for a source from its host: the longest label that says something."""
    labels = re.findall(r"[a-z][a-z0-9-]*", urlsplit(url).hostname or "")
    telling = [label for label in labels[:-1] or labels if label not in GENERAL_NAMES]
    return re.sub(r"[^a-z0-9]", "_", max(telling, key=len, default="new_site"))[:40]


def look_at_site(url: str, links: Sequence[str]) -> Site:
    """What a page's normalized address and links (normalized too) tell.

    Raises:
        UsageError: the host is none that a module can name.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    if not HOST.fullmatch(host if ":" not in host else f"[{host}]"):
        raise UsageError(f"{host[:80]!r} is no host name in its plain form.")
    origin = f"{parts.scheme}://{parts.netloc}"
    path, listing = generalized(parts.path)
    own = [urlsplit(link).path for link in links if link.startswith(f"{origin}/")]
    pattern = re.compile(path)
    siblings = dict.fromkeys(
        f"{origin}{other}" for other in own if other != parts.path and pattern.fullmatch(other)
    )
    is_linked = any(other.rstrip("/") == listing.rstrip("/") for other in own)
    return Site(host, origin, listing, path, tuple(siblings), is_linked)


def generalized(path: str) -> tuple[str, str]:
    """A pattern of paths like this one, and the part of it before what varies.

    Numbers vary, and the last segment; where that is a plain word below a slug (`/a-lake/report/`)
    the slug varies.
    """
    segments = [segment for segment in path.split("/") if segment]
    last = len(segments) - 1
    if last > 0 and segments[last].isalpha() and is_slug(segments[last - 1]):
        last -= 1
    varying = [place == last or segment.isdigit() for place, segment in enumerate(segments)]
    parts = [
        segment_pattern(segment) if varies else re.escape(segment)
        for segment, varies in zip(segments, varying, strict=True)
    ]
    first = varying.index(True) if True in varying else len(segments)
    listing = "/" + "".join(f"{segment}/" for segment in segments[:first])
    if parts and parts[first].startswith(SLUG):
        parts[first] = r"(?!page(?:/|$))" + parts[first]
    return "/" + "/".join(parts) + "/?" * bool(parts), listing


def is_slug(segment: str) -> bool:
    """Whether a segment is one page's own: of several words, or with a number."""
    return "-" in segment or "_" in segment or any(letter.isdigit() for letter in segment)


def segment_pattern(segment: str) -> str:
    """A pattern of segments like this one; what stands after a dot stays."""
    stem, dot, ending = segment.partition(".")
    return (r"\d+" if stem.isdigit() else SLUG) + (re.escape(dot + ending) if dot else "")


def write_stub(name: str, site: Site, kind: PageKind, *, has_sections: bool) -> str:
    """The module's text."""
    bare = site.host.removeprefix("www.")
    hosts = dict.fromkeys([site.host, bare])
    listings = re.escape(site.listing) + r"(page/\d+/?)?"
    return STUB.format(
        name=quoted(name),
        origin=site.origin,
        host=quoted(bare),
        hosts=", ".join(map(quoted, hosts)),
        start=quoted(site.origin + site.listing),
        listings=literal(listings),
        path=literal(site.path),
        kind=quoted(kind),
        has_sections=has_sections,
    )


def literal(pattern: str) -> str:
    """A pattern as it stands in code."""
    return f'r"{pattern}"' if PLAIN.fullmatch(pattern) else quoted(pattern)


def quoted(text: str) -> str:
    """A text as a literal of code, whatever it holds: JSON in ASCII is a literal of Python too."""
    return json.dumps(text)
