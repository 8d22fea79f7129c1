"""Cards: blocks side by side, each headed by a link to another story."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from rostrum.reading import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rostrum.reading.boxes import Boxes
    from rostrum.reading.lines import Piece

LINKED = 0.9
MIN_TITLE_WORDS = 4
"""A shorter link may be a person's name."""

MIN_HEADING_WORDS = 2
"""The same of a heading that is no name."""

MIN_CARDS = 2
MIN_HOURS = 2
"""Times above a row of cards with times: with one alone it may be the page's session's."""

MAX_TITLE_PLACE = 3
"""Pieces from the card's beginning within which its title stands: a rubric, a date go before."""


def find_cards(
    pieces: Sequence[Piece], flags: Sequence[bool], boxes: Boxes
) -> Iterator[tuple[int, int]]:
    """Where rows of cards begin and end.

    A row is one when a line above says so, or when most cards carry a teaser's signs (a date, an
    end in dots) and the page has more to say above them.
    """
    titles = [is_title(piece) and not flag for piece, flag in zip(pieces, flags, strict=True)]
    if sum(titles) < MIN_CARDS:
        return
    for firsts in find_rows(pieces, titles, boxes):
        start, end = firsts[0], firsts[-1]
        is_headed = start > 0 and phrases.OTHER_STORIES.fullmatch(pieces[start - 1].text)
        has_more = boxes.ink(0, start) >= boxes.ink(start, end)
        if is_headed or (has_more and are_teasers(pieces, firsts)):
            yield start, end


def is_title(piece: Piece) -> bool:
    """Whether a piece may head a card."""
    if piece.link_share < LINKED:
        return False
    words = len(piece.text.split())
    is_heading = piece.heading_level > 0 and not phrases.NAME_LINE.fullmatch(piece.text)
    return words >= (MIN_HEADING_WORDS if is_heading else MIN_TITLE_WORDS)


def find_rows(pieces: Sequence[Piece], titles: Sequence[bool], boxes: Boxes) -> Iterator[list[int]]:
    """Neighbouring blocks of one parent that each begin with a title: where each card begins.

    The last place is where the row ends.
    """
    children: dict[int, set[int]] = defaultdict(set)
    for piece, title in zip(pieces, titles, strict=True):
        if title:
            for parent, child in zip(piece.path, piece.path[1:], strict=False):
                children[parent].add(child)
    parents = {parent for parent, found in children.items() if len(found) >= MIN_CARDS}
    place = 0
    while place < len(pieces):
        row = widest_row(pieces, titles, boxes, place, parents)
        if row:
            yield row
        place = row[-1] if row else place + 1


def widest_row(
    pieces: Sequence[Piece], titles: Sequence[bool], boxes: Boxes, place: int, parents: set[int]
) -> list[int]:
    """The row that begins at a place, of the largest blocks that are no larger than half a page."""
    for depth, number in enumerate(pieces[place].path):
        if number in parents:
            row = row_at(pieces, titles, boxes, place, depth)
            if len(row) > MIN_CARDS:
                if 2 * boxes.ink(place, row[-1]) <= boxes.total:
                    return row
                parents.discard(number)  # all the page is cards there: then they are its story
    return []


def row_at(
    pieces: Sequence[Piece], titles: Sequence[bool], boxes: Boxes, start: int, depth: int
) -> list[int]:
    """The cards one after the other from a piece on, as children of its ancestor at a depth."""
    row = [start]
    end = boxes.ends[pieces[start].path[depth]]
    place = start
    while place < end and len(pieces[place].path) > depth + 1:
        child = pieces[place].path[depth + 1]
        after = boxes.ends[child]
        is_whole = boxes.starts[child] == place
        if not is_whole or not any(titles[place : min(after, place + MAX_TITLE_PLACE)]):
            break
        row.append(after)
        place = after
    return row


def are_teasers(pieces: Sequence[Piece], row: Sequence[int]) -> bool:
    """Whether most cards only lead to their stories, and are no sessions of a timetable."""
    hours = sum(1 for piece in pieces[: row[0]] if phrases.HOURS.search(piece.text))
    count = 0
    for start, end in pairwise(row):
        texts = [piece.text for piece in pieces[start:end]]
        if hours >= MIN_HOURS and any(map(phrases.HOURS.search, texts)):
            continue
        count += any(
            phrases.DATED.search(text) or phrases.TEASER_END.search(text) for text in texts
        )
    return count * 2 >= len(row)
