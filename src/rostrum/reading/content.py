"""Article or furniture: which pieces of a page tell its story."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rostrum.reading.lines import Piece

FURNITURE_LANDMARKS = frozenset("nav aside dialog menu search".split())
FURNITURE_ROLES = frozenset(
    "navigation contentinfo complementary search dialog alertdialog menubar".split()
)
MENU_LINK_SHARE = 0.9
"""A list item that is link text from end to end is an entry of a menu, not a sentence."""


def is_furniture_in(pieces: Sequence[Piece]) -> list[bool]:
    """For each piece of a page, whether it is no part of the article."""
    has_main = any(is_main(piece) and not is_shut_out(piece) for piece in pieces)
    return [not is_article(piece, has_main=has_main) for piece in pieces]


def is_main(piece: Piece) -> bool:
    """Whether a piece stands where the page says that its article is."""
    return piece.has_ancestor("main") or piece.has_role("main")


def is_shut_out(piece: Piece) -> bool:
    """Whether a landmark says that a piece is no part of an article."""
    if not FURNITURE_LANDMARKS.isdisjoint(piece.ancestors):
        return True
    if piece.roles and not FURNITURE_ROLES.isdisjoint(piece.roles):
        return True
    if piece.has_ancestor("footer"):
        return not piece.has_ancestor("blockquote", "figure")  # there it names the speaker
    if piece.has_ancestor("button"):
        return not piece.heading_level  # a heading may open and close its part
    return piece.has_ancestor("figcaption") and not piece.has_role("quotation")


def is_article(piece: Piece, *, has_main: bool) -> bool:
    """Whether a piece belongs to the article.

    `has_main` says that the page has a `<main>` with text: then all outside of it is furniture.
    """
    if is_shut_out(piece) or (has_main and not is_main(piece)):
        return False
    if piece.has_ancestor("header") or piece.has_role("banner"):  # the site's, or the article's
        return piece.has_ancestor("main", "article", "section") or piece.has_role("main")
    return not (piece.link_share >= MENU_LINK_SHARE and piece.has_ancestor("li"))
