"""What is said in the blocks of a page: in one of them, or in several that one quotation takes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from rostrum.parsing.appositions import NO_POSITION
from rostrum.parsing.attribution import DIALOGUE, read_attribution, read_talk, read_unmarked
from rostrum.parsing.headings import looks_like_heading
from rostrum.parsing.lexicon import section_kind_of
from rostrum.parsing.marks import DOUBLE, closings, opens_quotation
from rostrum.parsing.mentions import read_speaker
from rostrum.parsing.quotations import MARK, find_quotations
from rostrum.parsing.sentences import holds_words
from rostrum.parsing.statements import Statement, read_prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rostrum.parsing.quotations import Quotation
    from rostrum.parsing.spans import Span
    from rostrum.reading import Block

MAX_QUOTE_BLOCKS = 6
"""A quotation of more paragraphs than this has lost its closing mark."""

SPOKEN_WORDS = 8
"""Words: a quotation shorter than this is a title or a term, not a person's statement."""

PARAGRAPH_ENDS = ".!?…:;"

CLOSING_MARKS = '”»“"’'

USUAL = 2
"""Times that a page does something before it is a rule of its own."""

SPEAKER_MARK = re.compile("[,—–]")

MAX_TAIL = 500

MAX_COMMAS = 12
"""Characters and commas looked at from the end of a paragraph: no position is longer."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is said in some blocks: spans count from the beginning of the first one."""

    statements: tuple[Statement, ...]
    block_count: int


NOTHING = Reading((), 1)


class ToldBlocks:
    """The blocks of an article, each read once; `text` is the page's, which their places count."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self.text = text
        self.blocks = blocks
        self.readings: dict[int, Reading] = {}

    @cached_property
    def folded(self) -> str:
        """The page's text in small letters."""
        return self.text.casefold()

    def reading_at(self, place: int) -> Reading:
        """What is said in the blocks from a place on."""
        if place not in self.readings:
            self.readings[place] = self.read_blocks(place)
        return self.readings[place]

    def read_blocks(self, place: int) -> Reading:
        first = self.blocks[place]
        if first.heading_level or is_teaser(first):
            return NOTHING
        if DIALOGUE.match(first.text) and (statement := read_unmarked(first.text)):
            return Reading((statement,), 1)
        if MARK.search(first.text):
            longest = self.unit_length(place)
            for count in (longest, *range(1, longest)):
                unit = self.unit(place, count)
                if statements := read_prose(unit).statements:
                    return Reading(statements, count)
                if statement := read_attribution(unit):
                    return Reading((statement,), count)
        statement = read_unmarked(first.text) or self.bare_words_at(first) or self.talk_at(first)
        return Reading((statement,), 1) if statement else NOTHING

    def bare_words_at(self, block: Block) -> Statement | None:
        """Words without marks and without a full stop, on a page that prints them so."""
        found = read_unmarked(block.text, is_usual=True)
        return found if found and self.has_bare_words else None

    @cached_property
    def has_bare_words(self) -> bool:
        """Whether the page prints words without marks and their speaker behind a dash as a rule."""
        found = (read_unmarked(block.text, is_usual=True) for block in self.blocks)
        return sum(statement is not None for statement in found) >= USUAL

    def talk_at(self, block: Block) -> Statement | None:
        return None if block.is_bold else read_talk(block.text)

    def unit_length(self, place: int) -> int:
        """Over how many blocks the last quotation of a block may go on; 1 where it closes."""
        for count in range(1, MAX_QUOTE_BLOCKS + 1):
            quotations = find_quotations(self.unit(place, count))
            is_open = not quotations and self.opens_single(place + count - 1)
            if not is_open and (not quotations or is_ended(quotations[-1])):
                return count
            if not self.goes_on(place + count - 1):
                return 1
        return 1

    def opens_single(self, place: int) -> bool:
        """Whether a paragraph leaves a ‘ open that the next one opens anew."""
        following = self.blocks[place + 1 : place + 2]
        return "‘" in self.blocks[place].text and bool(following) and following[0].text[0] == "‘"

    def unit(self, place: int, count: int) -> str:
        """The text of some blocks, line feeds between them."""
        first = self.blocks[place]
        if count == 1:
            return first.text
        return self.text[first.start : self.blocks[place + count - 1].end]

    def goes_on(self, place: int) -> bool:
        """Whether an unclosed quotation may go on in the next block: both are whole paragraphs.

        A heading is where a lost closing mark would make two texts one, and so is a paragraph that
        ends with its own speaker; a missing quote is better than that.
        """
        if place + 1 >= len(self.blocks):
            return False
        here, following = self.blocks[place], self.blocks[place + 1]
        ends_here = here.text[-1] in PARAGRAPH_ENDS
        has_end = following.text[-1] in PARAGRAPH_ENDS or following.text[-1] in CLOSING_MARKS
        is_apart = looks_like_heading(following) or bool(section_kind_of(following.text))
        return ends_here and has_end and not is_apart and not ends_with_speaker(here.text)

    def begins_statement(self, place: int) -> bool:
        """Whether somebody's words begin at a block, attributed or not."""
        if place >= len(self.blocks):
            return False
        return bool(self.reading_at(place).statements) or is_unattributed(self.blocks[place].text)

    def is_pulled(self, place: int, words: tuple[Span, ...]) -> bool:
        """Whether a block only shows large what somebody says in the text around it."""
        text = self.blocks[place].text
        said = words[0].of(text).rstrip(".,").casefold()
        return self.folded.count(said) > 1 and any(
            number != place
            and len(block.text) > len(text)
            and said in block.text.casefold()
            and self.reading_at(number).statements
            for number, block in enumerate(self.blocks)
        )


def is_ended(quotation: Quotation) -> bool:
    """Whether a quotation has its own closing mark."""
    return quotation.is_closed and not quotation.is_closed_by_inner


TEASER_DATE = re.compile(r"\d{1,2}[./]\d{1,2}[./](?:\d\d){1,2}\s")
SLACK = 0.05
"""Of a line's characters: so few stand beside the link and the date."""


def ends_with_speaker(text: str) -> bool:
    """Whether a paragraph ends with a name and a position behind a comma or a dash."""
    places = [match.start() for match in SPEAKER_MARK.finditer(text, max(len(text) - MAX_TAIL, 0))]
    for place in places[-MAX_COMMAS:]:
        speaker = read_speaker(text, place)
        position = speaker.position if speaker else None
        is_told = position and not NO_POSITION.match(text, position.start)
        if speaker and is_told and not text[speaker.end :].strip(" ."):
            return True
    return False


def is_teaser(block: Block) -> bool:
    """Whether all of a block, less its date, is a link: it tells of another page."""
    date = TEASER_DATE.match(block.text)
    least = 1 - date.end() / len(block.text) - SLACK if date else 1
    return block.link_share >= least and MARK.search(block.text) is not None


def is_unattributed(text: str) -> bool:
    """Whether a paragraph is somebody's words: it opens with a quotation of some length.

    One in double marks that never closes counts at any length: its end is missing.
    """
    if not opens_quotation(text):
        return False
    closing = next(closings(text), None)
    if closing is None and text[0] in DOUBLE:
        return True
    return holds_words(text[1:closing], SPOKEN_WORDS)
