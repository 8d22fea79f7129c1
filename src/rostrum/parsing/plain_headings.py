"""Lines that head the parts of a page though nothing in its markup says that they do.

Either they stand in a style that the page has for such lines alone (whatever the site calls it), or
they are short lines of one rank, each between paragraphs, on a page without any other heading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rostrum.parsing.headings import (
    MIN_PROSE,
    is_line,
    is_plain_line,
    last_prose_of,
    looks_like_heading,
)
from rostrum.parsing.lexicon import section_kind_of
from rostrum.parsing.names import is_name, strip_honorific
from rostrum.parsing.told_blocks import CLOSING_MARKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rostrum.reading import Block

ROW = 3
"""Lines of one rank: fewer are no row of headings."""

SENTENCE_ENDS = frozenset(".!?…:")


def find_plain_headings(
    blocks: Sequence[Block], begin: int, begins_statement: Callable[[int], bool]
) -> frozenset[int]:
    """The places of such lines.

    Args:
        blocks: the article.
        begin: the place below its title.
        begins_statement: whether somebody's words begin at a place.
    """
    return PlainHeadings(blocks, begin, begins_statement).find()


class PlainHeadings:
    """Looks for them among the lines below a title."""

    def __init__(
        self, blocks: Sequence[Block], begin: int, begins_statement: Callable[[int], bool]
    ) -> None:
        self.blocks = blocks
        self.begin = begin
        self.begins_statement = begins_statement
        self.has_kinds = any(section_kind_of(block.text) for block in blocks)
        below = blocks[begin : last_prose_of(blocks)]
        self.has_others = any(map(looks_like_heading, below))

    def find(self) -> frozenset[int]:
        """The places of lines in a style of their own, and of those in rows."""
        return frozenset([*self.in_style(), *self.in_rows()])

    def in_style(self) -> Iterable[int]:
        """Lines in a style that the page has for headings alone."""
        styles: dict[tuple[str, str], list[int]] = {}
        for place in range(self.begin, len(self.blocks)):
            block = self.blocks[place]
            styles.setdefault((block.tag, block.style_name), []).append(place)
        for (_, name), places in styles.items():
            if name and self.are_headings(places):
                yield from places

    def are_headings(self, places: list[int]) -> bool:
        """Whether all blocks of one style are headings.

        It is the style of a known section's heading, and no other line stands right below one of
        those; or, on a page where nothing else looks like a heading, each of two lines or more in
        it stands above a paragraph.
        """
        known = {place for place in places if section_kind_of(self.blocks[place].text)}
        others = [place for place in places if place not in known]
        if self.are_questions(others) or not all(is_line(self.blocks[place]) for place in others):
            return False
        if self.has_kinds:
            return bool(known) and not any(place - 1 in known for place in others)
        return len(others) > 1 and not self.has_others and all(map(self.is_headed_at, others))

    def in_rows(self) -> Iterable[int]:
        """Short lines of one rank, each between paragraphs or right above somebody's words."""
        if self.has_kinds or self.has_others:
            return
        rows: dict[tuple[str, int], list[int]] = {}
        for place in range(self.begin, len(self.blocks) - 1):
            block = self.blocks[place]
            if is_plain_line(block) and self.is_paragraph_at(place + 1):
                rows.setdefault((block.tag, len(block.path)), []).append(place)
        for places in rows.values():
            if len(places) >= ROW and not self.are_questions(places):
                yield from places

    def are_questions(self, places: list[int]) -> bool:
        """Whether most of some lines ask something, as in an interview."""
        asked = sum(self.blocks[place].text.endswith("?") for place in places)
        return 2 * asked > len(places)

    def is_headed_at(self, place: int) -> bool:
        """Whether a sentence, or whoever speaks, stands right below a line that is no card's."""
        above = self.blocks[place - 1].text
        if place + 1 >= len(self.blocks) or is_name(above[strip_honorific(above) :]):
            return False
        return self.ends_sentence(place + 1) or self.begins_statement(place + 1)

    def is_paragraph_at(self, place: int) -> bool:
        """Whether somebody's words begin at a block, or it is a paragraph by its length and end."""
        is_long = len(self.blocks[place].text) >= MIN_PROSE and self.ends_sentence(place)
        return is_long or self.begins_statement(place)

    def ends_sentence(self, place: int) -> bool:
        """Whether a block ends as a sentence does."""
        return self.blocks[place].text.rstrip(CLOSING_MARKS)[-1:] in SENTENCE_ENDS
