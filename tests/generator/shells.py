"""Whole documents: the head, and what stands around the article.

A shell takes the article's HTML (title included) and gives a document; `{charset}` is filled last.
"""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.generator.furniture import FURNITURE

if TYPE_CHECKING:
    from random import Random

    from tests.generator.content import Report
    from tests.generator.furniture import Furniture


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article to be put into a document."""

    report: Report
    article: str
    charset: str
    rng: Random

    @property
    def furniture(self) -> Furniture:
        return FURNITURE[self.report.language]

    @property
    def title(self) -> str:
        """What `<title>` holds: with the site's name, or not."""
        name = html.escape(self.report.title, quote=False)
        return self.rng.choice([name, f"{name} | {self.furniture.site}"])

    @property
    def head(self) -> str:
        return (
            f'<meta charset="{self.charset}">\n<title>{self.title}</title>\n'
            '<meta name="viewport" content="width=device-width">\n'
            "<style>.x{margin:0}</style><script>var a=1<2;</script>"
        )


Shell = Callable[[Sheet], str]


def links(names: tuple[str, ...]) -> str:
    return "".join(f'<li><a href="/{number}/">{name}</a></li>' for number, name in enumerate(names))


def document(sheet: Sheet, body: str, head: str = "") -> str:
    language = sheet.report.language
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n{sheet.head}{head}\n</head>\n<body>\n'
        f"{body}\n</body>\n</html>\n"
    )


def naked(sheet: Sheet) -> str:
    """The article and nothing else."""
    return document(sheet, sheet.article)


def landmarks(sheet: Sheet) -> str:
    """HTML5 landmarks tell the article from all else."""
    words = sheet.furniture
    related = "".join(
        f'<article><h3><a href="#">{title}</a></h3><p>{text}</p></article>'
        for title, text in words.related
    )
    return document(
        sheet,
        f"<header><a href='/'>{words.site}</a><nav><ul>{links(words.menu)}</ul></nav></header>\n"
        f"<main><nav aria-label='breadcrumb'>{' / '.join(words.crumbs)}</nav>\n"
        f"<article>{sheet.article}</article></main>\n"
        f"<aside><h2>{words.related_heading}</h2>{related}</aside>\n"
        f"<footer><p>{words.boilerplate}</p><p>{words.address}</p></footer>",
    )


def classless(sheet: Sheet) -> str:
    """Divs alone: only words and links tell the article from all else."""
    words = sheet.furniture
    related = "".join(
        f'<div><div><a href="#">{title}</a></div><div>{text}</div></div>'
        for title, text in words.related
    )
    menu = "".join(f'<div><a href="#">{name}</a></div>' for name in words.menu)
    return document(
        sheet,
        f"<div><div>{menu}</div></div>\n<div><div>{sheet.article}</div></div>\n"
        f"<div><div>{words.related_heading}</div>{related}</div>\n"
        f"<div><div>{menu}</div><div>{words.address}</div></div>",
    )


def named(sheet: Sheet) -> str:
    """Class names that many sites use."""
    words = sheet.furniture
    related = "".join(
        f'<div class="news-item"><a href="#">{title}</a><p>{text}</p></div>'
        for title, text in words.related
    )
    comments = "".join(
        f'<li class="comment"><b>{name}</b><p>{text}</p></li>' for name, text in words.comments
    )
    share = "".join(f'<a href="#">{name}</a> ' for name in words.share)
    return document(
        sheet,
        f'<div id="cookie-bar" class="cookie-banner"><p>{words.cookie}</p><button>OK</button></div>'
        f'<div class="menu"><ul>{links(words.menu)}</ul></div>\n'
        f'<div class="breadcrumbs"><a href="/">{"</a> › <a>".join(words.crumbs)}</a></div>\n'
        f'<div class="content">{sheet.article}\n<div class="share-buttons">{share}</div></div>\n'
        f'<div class="tags">{links(words.tags)}</div>\n'
        f'<div class="related-news"><h3>{words.related_heading}</h3>{related}</div>\n'
        f'<div class="newsletter"><p>{words.newsletter}</p><input name="mail"></div>\n'
        f'<div class="comments"><h3>{words.comments_heading}</h3><ul>{comments}</ul></div>\n'
        f'<div class="footer"><p>{words.address}</p></div>',
    )


def everything(sheet: Sheet) -> str:
    """All kinds of furniture at once, inside `<main>` as well, without telling classes."""
    words = sheet.furniture
    related = "".join(
        f'<li><a href="#">{title}</a><p>{text}</p></li>' for title, text in words.related
    )
    comments = "".join(f"<p><b>{name}</b></p><p>{text}</p>" for name, text in words.comments)
    share = "".join(f'<li><a href="#">{name}</a></li>' for name in words.share)
    return document(
        sheet,
        f"<div role='dialog'><p>{words.cookie}</p><button>OK</button></div>"
        f"<header><ul>{links(words.menu)}</ul></header>\n<main>\n"
        f"<p><a href='/'>{'</a> / <a>'.join(words.crumbs)}</a></p>\n{sheet.article}\n"
        f"<figure><img src='p.jpg' alt=''><figcaption>{words.caption}</figcaption></figure>\n"
        f"<ul>{share}</ul>\n<ul>{links(words.tags)}</ul>\n"
        f"<p><a href='#'>{words.pager[0]}</a> <a href='#'>{words.pager[1]}</a></p>\n"
        f"<h3>{words.related_heading}</h3><ul>{related}</ul>\n"
        f"<h3>{words.comments_heading}</h3>{comments}\n</main>\n"
        f"<footer><p>{words.boilerplate}</p><p>{words.newsletter}</p></footer>",
    )


def columns(sheet: Sheet) -> str:
    """A page laid out by one table: menu, article, other stories."""
    words = sheet.furniture
    related = "<br><br>".join(f"<a href='#'>{title}</a><br>{text}" for title, text in words.related)
    return document(
        sheet,
        f"<table width=100%><tr><td colspan=3><b>{words.site}</b></td></tr><tr>"
        f"<td width=150><ul>{links(words.menu)}</ul></td>\n<td>{sheet.article}</td>\n"
        f"<td width=200><b>{words.related_heading}</b><br>{related}</td></tr>\n"
        f"<tr><td colspan=3>{words.address}</td></tr></table>",
    )


def xhtml(sheet: Sheet) -> str:
    """XHTML with an XML declaration."""
    language = sheet.report.language
    return (
        f'<?xml version="1.0" encoding="{sheet.charset}"?>\n'
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" '
        '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n'
        f'<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{language}" lang="{language}">\n'
        f"<head><title>{sheet.title}</title></head>\n<body>\n{sheet.article}\n</body></html>\n"
    )


def upper_case(sheet: Sheet) -> str:
    """HTML of the nineties: upper-case tags, unquoted attributes, no doctype."""
    words = sheet.furniture
    menu = " | ".join(f"<A HREF=/{name.split()[0]}>{name}</A>" for name in words.menu)
    return (
        f"<HTML><HEAD><META HTTP-EQUIV=Content-Type CONTENT='text/html; charset={sheet.charset}'>"
        f"<TITLE>{sheet.title}</TITLE></HEAD>\n<BODY BGCOLOR=#FFFFFF>\n<CENTER>{menu}</CENTER><HR>"
        f"{sheet.article}\n<HR><FONT SIZE=1>{words.address}</FONT>\n</BODY></HTML>"
    )


def print_view(sheet: Sheet) -> str:
    """A print version: the address of the page, the date of printing."""
    return document(
        sheet,
        f"<p><a href='javascript:print()'>{sheet.furniture.print_label}</a></p>{sheet.article}"
        "<p>https://forum.example/news/17/</p>",
    )


def structured(sheet: Sheet) -> str:
    """JSON-LD and Open Graph that agree with the page."""
    day = sheet.report.published_on.isoformat()
    name = sheet.report.title.replace('"', "'")
    graph = (
        f'<meta property="og:title" content="{html.escape(sheet.report.title)}">'
        f'<meta property="article:published_time" content="{day}T09:00:00+03:00">'
        '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Article",'
        f'"headline":"{name}","datePublished":"{day}"}}</script>'
    )
    return document(sheet, f"<main><article>{sheet.article}</article></main>", graph)
