"""Where the blocks of a page that hold its pieces begin and end, and how much they say."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rostrum.reading.lines import Piece


class Boxes:
    """The block elements around the pieces of a page.

    Attributes:
        starts: for each element's number, the place of its first piece.
        ends: for each element's number, the place after its last piece.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        numbered = [(number, place) for place, piece in enumerate(pieces) for number in piece.path]
        self.starts: dict[int, int] = dict(reversed(numbered))
        self.ends: dict[int, int] = {number: place + 1 for number, place in numbered}
        plain = (len(piece.text) * (1 - piece.link_share) for piece in pieces)
        self.inks = list(accumulate(plain, initial=0.0))

    def ink(self, start: int, end: int) -> float:
        """The length of the text from one place to another that is no link."""
        return self.inks[end] - self.inks[start]

    @property
    def total(self) -> float:
        """The length of all text that is no link."""
        return self.inks[-1]
