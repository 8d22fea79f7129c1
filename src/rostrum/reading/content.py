"""Article or furniture: which pieces of a page tell its story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rostrum.reading.furniture import mark_furniture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rostrum.reading.lines import Piece

FURNITURE_LANDMARKS = frozenset("nav aside dialog menu search".split())
FURNITURE_ROLES = frozenset(
    "navigation contentinfo complementary search dialog alertdialog menubar".split()
)
TELLING = FURNITURE_LANDMARKS.union("footer button figcaption".split())
"""Elements without which, and without a role, nothing is shut out."""

MAX_TITLE_LEVEL = 2


def is_furniture_in(pieces: Sequence[Piece]) -> list[bool]:
    """For each piece of a page, whether it is no part of the article."""
    shut_out = [is_shut_out(piece) for piece in pieces]
    mains = [is_main(piece) for piece in pieces]
    has_main = any(main and not shut for main, shut in zip(mains, shut_out, strict=True))
    flags = [
        shut or (has_main and not main) or is_in_header(piece)
        for piece, main, shut in zip(pieces, mains, shut_out, strict=True)
    ]
    if has_main and (title := title_above(pieces)) is not None:
        for place, piece in enumerate(pieces):
            if piece.path == pieces[title].path:  # a heading may have several lines
                flags[place] = False
    kept = [place for place, flag in enumerate(flags) if not flag]
    for place, flag in zip(kept, mark_furniture([pieces[at] for at in kept]), strict=True):
        flags[place] = flag
    return flags


def title_above(pieces: Sequence[Piece]) -> int | None:
    """The place of the title that stands above a `<main>` without one."""
    main = next(place for place, piece in enumerate(pieces) if is_main(piece))
    if any(is_title(piece) for piece in pieces if is_main(piece)):
        return None
    above = [place for place in range(main) if is_title(pieces[place])]
    above = [place for place in above if not is_shut_out(pieces[place])]
    return min(above, key=lambda place: pieces[place].heading_level, default=None)


def is_title(piece: Piece) -> bool:
    """Whether a piece is a heading of the ranks that titles have."""
    return 0 < piece.heading_level <= MAX_TITLE_LEVEL


def is_main(piece: Piece) -> bool:
    """Whether a piece stands where the page says that its article is."""
    return "main" in piece.ancestors or piece.has_role("main")


def is_shut_out(piece: Piece) -> bool:
    """Whether a landmark says that a piece is no part of an article."""
    if not piece.roles and TELLING.isdisjoint(piece.ancestors):
        return False
    if not FURNITURE_LANDMARKS.isdisjoint(piece.ancestors):
        return True
    if piece.roles and not FURNITURE_ROLES.isdisjoint(piece.roles):
        return True
    if piece.has_ancestor("footer"):
        return not piece.has_ancestor("blockquote", "figure")  # there it names the speaker
    if piece.has_ancestor("button"):
        return not piece.heading_level  # a heading may open and close its part
    return piece.has_ancestor("figcaption") and not piece.has_role("quotation")


def is_in_header(piece: Piece) -> bool:
    """Whether a piece stands in the site's header, which is no article's."""
    is_header = "header" in piece.ancestors and not piece.has_ancestor("blockquote")
    if is_header or piece.has_role("banner"):
        return not (piece.has_ancestor("main", "article", "section") or piece.has_role("main"))
    return False
