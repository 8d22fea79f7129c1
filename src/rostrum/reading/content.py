"""Article or furniture: which pieces of a page tell its story."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rostrum.reading.lines import Piece

FURNITURE_LANDMARKS = ("nav", "aside", "button", "dialog", "menu", "figcaption")
FURNITURE_ROLES = ("navigation", "banner", "contentinfo", "complementary", "search", "dialog")
MENU_LINK_SHARE = 0.9
"""A list item that is link text from end to end is an entry of a menu, not a sentence."""


def is_article(piece: Piece, *, has_main: bool) -> bool:
    """Whether a piece belongs to the article.

    `has_main` says that the page has a `<main>` with text: then all outside of it is furniture.
    """
    if has_main and not piece.has_ancestor("main"):
        return False
    if piece.has_ancestor(*FURNITURE_LANDMARKS) or piece.has_role(*FURNITURE_ROLES):
        return False
    if piece.has_ancestor("footer") and not piece.has_ancestor("blockquote"):
        return False  # the footer of a blockquote names its speaker
    if piece.has_ancestor("header"):  # the site's, or the article's with its title
        return piece.heading_level > 0 and piece.has_ancestor("main", "article")
    return not (piece.link_share >= MENU_LINK_SHARE and piece.has_ancestor("li"))
