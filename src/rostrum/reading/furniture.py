"""Furniture that no landmark and no name gives away: it is told by its neighbourhood.

Lists of links, cards that lead to other stories, boxes below `Related news`, the line of the
cookies, what stands below every text of a publisher. What is doubtful stays article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rostrum.reading import phrases
from rostrum.reading.boxes import Boxes
from rostrum.reading.cards import find_cards

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rostrum.reading.lines import Piece

LINKED = 0.9
"""A piece that is link text from end to end, a bullet or an arrow apart."""

MAX_ENTRY = 120
"""Characters: a longer link is a sentence, not the entry of a menu."""

MIN_RUN = 3
"""Links below each other that are a menu; fewer may be the names of two speakers."""

MAX_LABEL = 60
MAX_NOTE = 500
MAX_FORM = 300
EDGE = 6
"""Pieces from the page's beginning or end within which bars and notes of the site stand."""

QUOTATION_OPENERS = frozenset('“”„«"‘')
"""No line of the site's own begins with one."""

MAX_TAIL = 8
"""Pieces below the last heading that may be a publisher's word about itself."""


def mark_furniture(pieces: Sequence[Piece]) -> list[bool]:
    """For each piece of what may be the article, whether it is no part of it."""
    return Neighbourhood(pieces, [False] * len(pieces)).mark()


class Neighbourhood:
    """Marks what is furniture among the pieces of one page, one rule after the other."""

    def __init__(self, pieces: Sequence[Piece], flags: list[bool]) -> None:
        self.pieces = pieces
        self.flags = flags
        self.boxes = Boxes(pieces)

    def mark(self) -> list[bool]:
        """For each piece, whether it is no part of the article."""
        self.mark_lines()
        self.mark_forms()
        self.mark_menus()
        for start, end in find_cards(self.pieces, self.flags, self.boxes):
            self.flag(start, end)
            self.flag_heading(start, end)
        self.mark_boxes()
        self.mark_notes()
        self.mark_tail()
        return self.flags

    def flag(self, start: int, end: int) -> None:
        self.flags[start:end] = [True] * (end - start)

    def mark_lines(self) -> None:
        """Lines that say what they are: share buttons, tags, photo captions."""
        for place, piece in enumerate(self.pieces):
            if len(piece.text) > MAX_NOTE or piece.text[0] in QUOTATION_OPENERS:
                continue
            is_label = piece.link_share > 1 / 3 and phrases.LABELS.match(piece.text)
            is_caption = phrases.CAPTION.match(piece.text) and not piece.heading_level
            is_request = phrases.SUBSCRIBE.match(piece.text) and not is_statement(piece)
            if is_label or is_caption or is_request or phrases.SHARE.fullmatch(piece.text):
                self.flags[place] = True

    def mark_forms(self) -> None:
        """The text of a small form; one around a whole page is the page's."""
        for start, end in runs(["form" in piece.ancestors for piece in self.pieces]):
            ink = self.boxes.ink(start, end)
            is_small = ink <= MAX_FORM and ink * 2 < self.boxes.total
            if is_small and not any(map(is_statement, self.pieces[start:end])):
                self.flag(start, end)

    def mark_menus(self) -> None:
        """Links below each other, one entry of a list or three of any kind."""
        entries = [
            is_entry(piece) and not (piece.heading_level and self.heads_text(place))
            for place, piece in enumerate(self.pieces)
        ]
        for start, end in runs(entries):
            in_list = [piece.has_ancestor("li") for piece in self.pieces[start:end]]
            is_menu = end - start >= MIN_RUN or all(in_list)
            if is_menu and not self.is_people(start, end):
                self.flag(start, end)
                self.flag_heading(start, end)
            elif any(in_list) and not self.is_people(start, end):
                for place in range(start, end):
                    self.flags[place] |= in_list[place - start]

    def heads_text(self, place: int) -> bool:
        """Whether a box says more below a piece than menus do."""
        ends = (self.boxes.ends[number] for number in reversed(self.pieces[place].path))
        end = next((end for end in ends if end > place + 1), place + 1)
        return self.boxes.ink(place + 1, end) > MAX_LABEL

    def is_people(self, start: int, end: int) -> bool:
        """Whether links are the names of those who speak, each to its own page."""
        above = self.pieces[start - 1].text if start else ""
        if len(above) <= MAX_LABEL and phrases.PEOPLE.fullmatch(above):
            return True
        return all(phrases.NAME_LINE.fullmatch(piece.text) for piece in self.pieces[start:end])

    def flag_heading(self, start: int, end: int) -> None:
        """The line above furniture goes with it, where it heads nothing else."""
        above = start - 1
        if above < 0 or self.flags[above]:
            return
        piece = self.pieces[above]
        is_heading = piece.heading_level > 1 or piece.is_bold or piece.text.endswith(":")
        if not is_heading or len(piece.text) > MAX_LABEL:
            return
        following = self.pieces[end] if end < len(self.pieces) else None
        box = piece.path[-2] if len(piece.path) > 1 else 0
        is_over = following is None or following.heading_level or box not in following.path
        if is_over or phrases.OTHER_STORIES.fullmatch(piece.text):
            self.flags[above] = True

    def mark_boxes(self) -> None:
        """What stands in one box below `Related news` or `Comments`, where it is a box."""
        for place, piece in enumerate(self.pieces):
            if len(piece.text) > MAX_LABEL:
                continue
            is_other = phrases.OTHER_STORIES.fullmatch(piece.text)
            if is_other or phrases.COMMENTS.fullmatch(piece.text):
                end = self.box_end(place)
                if end - place > 1 and 2 * self.boxes.ink(place, end) < self.boxes.total:
                    self.flag(place, end)

    def box_end(self, place: int) -> int:
        """The end of the smallest block that begins with a piece and holds more than it."""
        for number in reversed(self.pieces[place].path):
            if self.boxes.starts[number] < place:
                break  # the box holds what is above, too
            if self.boxes.ends[number] - place > 1:
                return self.boxes.ends[number]
        end = place + 1
        while end < len(self.pieces) and self.pieces[end].link_share >= LINKED:
            end += 1
        return end

    def mark_notes(self) -> None:
        """The site's own notes at the page's edges: cookies, copyright."""
        last = len(self.pieces) - EDGE
        for place, piece in enumerate(self.pieces):
            if EDGE <= place < last or len(piece.text) > MAX_NOTE or piece.heading_level == 1:
                continue
            is_copyright = place >= last and phrases.COPYRIGHT.match(piece.text)
            if is_copyright or self.is_cookie_bar(place):
                self.flags[place] = True

    def is_cookie_bar(self, place: int) -> bool:
        """Whether a piece asks for consent; somebody may also speak of cookies."""
        piece = self.pieces[place]
        text = piece.text.lower()
        may_be = "cook" in text or "кук" in text  # quicker than the pattern
        is_of_cookies = may_be and phrases.COOKIES.search(piece.text) and self.is_bar(place)
        return bool(is_of_cookies) and not is_statement(piece)

    def is_bar(self, place: int) -> bool:
        """Whether buttons for consent stand around a note; they go with it."""
        around = [
            near
            for near in range(max(place - 2, 0), min(place + 4, len(self.pieces)))
            if near != place and phrases.CONSENT.fullmatch(self.pieces[near].text)
        ]
        if 3 * len(self.pieces[place].text) > self.boxes.total:
            return False  # the page is little else
        for near in around:
            self.flags[near] = True
        return bool(around) or bool(phrases.ASKING.search(self.pieces[place].text))

    def mark_tail(self) -> None:
        """What a publisher says of itself below its texts."""
        kept = [place for place, flag in enumerate(self.flags) if not flag]
        for place in kept[max(len(kept) // 2, len(kept) - MAX_TAIL) :]:
            piece = self.pieces[place]
            is_heading = piece.heading_level or piece.is_bold or len(piece.text) <= MAX_LABEL
            name = piece.text.rstrip(":. ")
            if not is_heading or not phrases.ABOUT.fullmatch(name):
                continue
            if not any(map(is_statement, self.pieces[place:])):
                self.flag(place, len(self.flags))
                return


def is_entry(piece: Piece) -> bool:
    """Whether a piece is a short link."""
    if piece.link_share < LINKED or len(piece.text) > MAX_ENTRY or piece.heading_level == 1:
        return False
    return not is_statement(piece)


def is_statement(piece: Piece) -> bool:
    """Whether somebody speaks in a piece."""
    return bool(phrases.STATEMENT.search(piece.text))


def runs(flags: Sequence[bool]) -> list[tuple[int, int]]:
    """Where flags are set one after the other: start and end of each run."""
    found: list[tuple[int, int]] = []
    start = 0
    for place, flag in enumerate([*flags, False]):
        if not flag:
            if place > start:
                found.append((start, place))
            start = place + 1
    return found
