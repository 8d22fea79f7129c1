"""Cards: blocks side by side, each headed by a link to another story."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rostrum.reading import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rostrum.reading.lines import Piece

LINKED = 0.9
MIN_TITLE_WORDS = 4
"""A shorter link may be a person's name."""

MIN_CARDS = 2
MAX_TITLE_PLACE = 3
"""Pieces from the card's beginning within which its title stands: a rubric, a date go before."""


def find_cards(pieces: Sequence[Piece], flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where rows of cards begin and end.

    A row is one when a line above says so, or when most cards carry a teaser's signs (a date, an
    end in dots) and the page has more to say above them.
    """
    titles = [is_title(piece) and not flag for piece, flag in zip(pieces, flags, strict=True)]
    if sum(titles) < MIN_CARDS:
        return
    for start, end, firsts in find_rows(pieces, titles):
        above = pieces[start - 1].text if start else ""
        if phrases.OTHER_STORIES.fullmatch(above):
            yield start, end
        elif ink(pieces[:start]) >= ink(pieces[start:end]) and are_teasers(pieces, firsts, end):
            yield start, end


def is_title(piece: Piece) -> bool:
    """Whether a piece may head a card."""
    return piece.link_share >= LINKED and len(piece.text.split()) >= MIN_TITLE_WORDS


def find_rows(
    pieces: Sequence[Piece], titles: Sequence[bool]
) -> Iterator[tuple[int, int, list[int]]]:
    """Neighbouring blocks of one parent that each begin with a title, and their beginnings."""
    children: dict[int, set[int]] = defaultdict(set)
    for piece, title in zip(pieces, titles, strict=True):
        if title:
            for parent, child in zip(piece.path, piece.path[1:], strict=False):
                children[parent].add(child)
    parents = {parent for parent, found in children.items() if len(found) >= MIN_CARDS}
    place = 0
    while place < len(pieces):
        depth = next((at for at, number in enumerate(pieces[place].path) if number in parents), -1)
        firsts, end = [], place
        if depth >= 0:
            firsts, end = row_at(pieces, titles, place, depth)
        if len(firsts) >= MIN_CARDS:
            yield place, end, firsts
        place = max(end, place + 1)


def row_at(
    pieces: Sequence[Piece], titles: Sequence[bool], start: int, depth: int
) -> tuple[list[int], int]:
    """The cards one after the other from a piece on, as children of its ancestor at a depth."""
    firsts: list[int] = []
    parent = pieces[start].path[depth]
    place = start
    while place < len(pieces) and parent in pieces[place].path[: depth + 1]:
        child = pieces[place].path[depth + 1 : depth + 2]
        end = place + 1
        while end < len(pieces) and child and child[0] in pieces[end].path:
            end += 1
        if not child or not any(titles[place : min(end, place + MAX_TITLE_PLACE)]):
            break
        firsts.append(place)
        place = end
    return firsts, place


def are_teasers(pieces: Sequence[Piece], firsts: list[int], end: int) -> bool:
    """Whether most cards only lead to their stories."""
    count = 0
    for start, stop in zip(firsts, [*firsts[1:], end], strict=True):
        count += any(
            phrases.DATED.search(piece.text) or phrases.TEASER_END.search(piece.text)
            for piece in pieces[start:stop]
        )
    return count * 2 > len(firsts)


def ink(pieces: Sequence[Piece]) -> float:
    """The length of the text that is no link."""
    return sum(len(piece.text) * (1 - piece.link_share) for piece in pieces)
