"""HTML and XML of strangers, parsed so that no entity, no DTD and no network comes into play."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import ada_url
from lxml import etree, html

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = 4096
_XML_ROOT = re.compile(rb"<(?:[\w.-]+:)?(?:urlset|sitemapindex|rss|feed|RDF)[\s>]")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def is_feed(body: bytes) -> bool:
    """Whether a body is a sitemap or a feed, whatever its content type says."""
    head = body[:_HEAD].replace(b"\0", b"")
    return b"<html" not in head.lower() and _XML_ROOT.search(head) is not None


def parse_xml(body: bytes) -> etree._Element | None:
    """The root of an XML document, entities left alone; None when there is no way to read it."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=True,
    )
    try:
        return etree.fromstring(body, parser)
    except etree.XMLSyntaxError:
        return None


def parse_html(body: bytes, content_type: str | None = None) -> html.HtmlElement | None:
    """The root of a page; None when it holds no element.

    Args:
        body: the page as it came.
        content_type: the header; its charset, where it names one, goes before what the page says.
    """
    parser = html.HTMLParser(
        encoding=_charset(content_type), no_network=True, huge_tree=False, remove_comments=True
    )
    try:
        return html.document_fromstring(body, parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def descendants(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The elements of a name below another, in document order, whatever their namespace."""
    yield from element.iter(f"{{*}}{name}")


def base_of(root: html.HtmlElement, url: str) -> str:
    """What the links of a page are relative to."""
    for base in root.iter("base"):
        if href := base.get("href"):
            return _join(href, url)
    return url


def _join(href: str, url: str) -> str:
    try:
        return ada_url.join_url(url, href)
    except ValueError:
        return url


def _charset(content_type: str | None) -> str | None:
    match = _CHARSET.search(content_type or "")
    if not match:
        return None
    try:
        html.HTMLParser(encoding=match[1])
    except LookupError:
        return None
    return match[1]
