"""What the elements around a text say of it: its rank, its emphasis, where it stands."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bs4 import Tag

INLINE = frozenset(
    "a abbr acronym applet area b basefont bdi bdo big blink cite code data dfn em embed font i "
    "img ins kbd label link mark meta meter nobr output picture progress q rb rp rt rtc ruby samp "
    "slot small source span strong sub sup time track tt u var wbr".split()
)
BLOCKS = frozenset(
    "address article aside blockquote body button caption center col colgroup dd details dialog "
    "dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header "
    "hgroup hr html legend li listing main marquee menu nav ol optgroup p plaintext pre search "
    "section summary table tbody td tfoot th thead tr ul xmp".split()
)
SKIPPED = frozenset(
    "script style template noscript svg math title iframe object select option textarea "
    "input audio video canvas map del s strike".split()
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BOLD = frozenset("b strong".split())
ITALIC = frozenset("i em".split())
PREFORMATTED = frozenset("pre listing xmp plaintext".split())
RANKED = PREFORMATTED.union(HEADINGS)
"""Blocks whose text looks otherwise by their name alone."""

LARGE_FONT = re.compile(r"[5-7]|\+[2-4]")
"""`<font size>`s that are a heading's: 3 is the size of plain text."""

UNSEEN_NAMES = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only a11y-hidden "
    "assistive-text element-invisible hidden-visually u-visually-hidden".split()
)
"""Class names by which style sheets of many kinds hide what only a screen reader says."""

FURNITURE_NAMES = frozenset(
    "related related-news related-articles related-posts related-links related-content read-also "
    "read-more-block recommended recommendations cookie cookies cookie-bar cookie-banner "
    "cookie-consent cookie-notice gdpr consent-banner comments comments-area comment-list "
    "comment-form share sharing share-buttons share-links social-share social-links social-media "
    "addtoany_share_save_container breadcrumb breadcrumbs sidebar newsletter newsletter-signup "
    "subscribe pagination pager post-navigation tags tag-list tags-list post-tags entry-tags "
    "post_tags skip-link site-footer site-navigation main-navigation advert advertisement "
    "wp-caption-text testimonial testimonials customer-testimonial".split()
)
"""Class names and ids, whole, that mean furniture on any site."""

DECLARATION = re.compile(
    r"(?<![\w-])(display|visibility|font-weight|font-style|text-decoration(?:-line)?|white-space|mso-hide)"
    r"\s*:\s*([^;]*)",
    re.IGNORECASE,
)
TELLING_NAMES = FURNITURE_NAMES | UNSEEN_NAMES
"""Class names and ids that say what becomes of an element."""

STYLED = frozenset(("p", "div"))
"""Elements in which a page may set its headings without a word of it in the markup."""

WEIGHT = re.compile(r"bold(er)?|[6-9]00|950|1000")
INLINE_DISPLAYS = ("inline", "contents")
MAX_DEPTH = 64
"""Block ancestors that a path tells apart: more is no layout but an attack on memory."""

MAX_CACHED_STYLE = 300


class Style(NamedTuple):
    """What a `style` attribute says; None where it says nothing."""

    is_hidden: bool = False
    is_block: bool | None = None
    is_bold: bool | None = None
    is_italic: bool | None = None
    is_underlined: bool = False
    is_preformatted: bool | None = None


PLAIN = Style()


class Look(NamedTuple):
    """What the elements around a text say of it.

    `link` and `cite` are the number of the element, or 0; `path` has the numbers of the block
    elements it stands in, outermost first; `style_name` has the class names of the nearest of them,
    if that is a paragraph or a box.
    """

    tag: str = "body"
    heading_level: int = 0
    is_bold: bool = False
    is_italic: bool = False
    is_preformatted: bool = False
    link: int = 0
    cite: int = 0
    ancestors: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    path: tuple[int, ...] = ()
    style_name: str = ""


def look_within(tag: Tag, look: Look, style: Style, number: int, *, is_block: bool) -> Look:
    """The look of the text inside the element that is the page's `number`th."""
    name = tag.name
    if not is_block and not tag.attrs and name == "span":
        return look
    ancestors = look.ancestors if name in look.ancestors else (*look.ancestors, name)
    path = (*look.path, number) if is_block and len(look.path) < MAX_DEPTH else look.path
    if is_block and not tag.attrs and name not in RANKED:  # most are, and change no more than this
        return Look(name, *look[1:7], ancestors, look.roles, path)
    is_link = name == "a" and "href" in tag.attrs
    role = role_of(tag)
    return Look(
        tag=name if is_block else look.tag,
        heading_level=heading_level_of(tag, role) or look.heading_level,
        is_bold=is_bold(tag, look, style, is_link=is_link),
        is_italic=look.is_italic or name in ITALIC if style.is_italic is None else style.is_italic,
        is_preformatted=is_preformatted(name, look, style),
        link=number if is_link else look.link,
        cite=number if name == "cite" else look.cite,
        ancestors=ancestors,
        roles=(*look.roles, role) if role and role not in look.roles else look.roles,
        path=path,
        style_name=style_name_of(tag) if is_block else look.style_name,
    )


def style_name_of(tag: Tag) -> str:
    """The class names of a paragraph or a box, less those that say what becomes of it."""
    if tag.name not in STYLED or not TELLING_NAMES.isdisjoint(names_of(tag)):
        return ""
    return str(tag.attrs.get("class", ""))


def heading_level_of(tag: Tag, role: str) -> int:
    """1–6 for a heading, by its element or its role, else 0."""
    if role == "heading":
        level = str(tag.get("aria-level", ""))
        return min(int(level), 6) if level in "123456789" and level else 2
    return HEADINGS.get(tag.name, 0)


def is_bold(tag: Tag, look: Look, style: Style, *, is_link: bool) -> bool:
    """Whether text stands out: bold, underlined (as no link is) or in the size of a heading."""
    if style.is_bold is not None:
        return style.is_bold or style.is_underlined
    name = tag.name
    if look.is_bold or name in BOLD:
        return True
    if (name == "u" or style.is_underlined) and not (look.link or is_link):
        return True
    return name == "font" and bool(LARGE_FONT.fullmatch(str(tag.get("size", ""))))


def is_preformatted(name: str, look: Look, style: Style) -> bool:
    """Whether the ends of source lines are ends of shown lines."""
    if style.is_preformatted is not None:
        return style.is_preformatted
    return look.is_preformatted or name in PREFORMATTED


def role_of(tag: Tag) -> str:
    """The ARIA role of an element; one named as furniture is shut out as a dialog is."""
    if not tag.attrs:
        return ""
    return "dialog" if is_furniture_by_name(tag) else str(tag.get("role", "")).strip().lower()


def names_of(tag: Tag) -> frozenset[str]:
    """The class names and the id of an element, in lower case."""
    names = f"{tag.attrs.get('class', '')} {tag.attrs.get('id', '')}"
    return frozenset(names.lower().split())


def is_furniture_by_name(tag: Tag) -> bool:
    """Whether an element's own name in the markup says that it is no part of the article."""
    if tag.name in {"html", "body", "main", "article"}:
        return False
    return not FURNITURE_NAMES.isdisjoint(names_of(tag))


def style_of(tag: Tag) -> Style:
    """What an element's `style` attribute says."""
    style = str(tag.attrs.get("style", "")) if tag.attrs else ""
    if not style:
        return PLAIN
    return read_style(style) if len(style) > MAX_CACHED_STYLE else read_short_style(style)


@lru_cache(maxsize=512)
def read_short_style(style: str) -> Style:
    """The same style stands on thousands of a word processor's spans."""
    return read_style(style)


def read_style(style: str) -> Style:
    """Read the declarations that change how text is cut or looks."""
    said = {name.lower(): value.strip().lower() for name, value in DECLARATION.findall(style)}
    display = said.get("display")
    weight, slant, space = map(said.get, ("font-weight", "font-style", "white-space"))
    decoration = said.get("text-decoration", "") + said.get("text-decoration-line", "")
    is_hidden = display == "none" or said.get("visibility") == "hidden"
    return Style(
        is_hidden=is_hidden or "none" in (display or "") or said.get("mso-hide") == "all",
        is_block=None if display is None else not display.startswith(INLINE_DISPLAYS),
        is_bold=None if weight is None else bool(WEIGHT.match(weight)),
        is_italic=None if slant is None else slant.startswith(("italic", "oblique")),
        is_underlined="underline" in decoration,
        is_preformatted=None if space is None else space.startswith(("pre", "break-spaces")),
    )


def is_hidden(tag: Tag, style: Style) -> bool:
    """Whether a browser shows nothing of an element; an unseen heading is one all the same."""
    if tag.name in SKIPPED or style.is_hidden:
        return True
    if not tag.attrs:
        return False
    if "hidden" in tag.attrs:
        return True
    return not UNSEEN_NAMES.isdisjoint(names_of(tag)) and tag.name not in HEADINGS
