"""A report page → who said what, under which heading.

The order of a report: title, lead, then sections; in a section theses; under a thesis quotes, each
a paragraph that ends with its speaker. Only the words and their looks are asked, never a site's
class names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rostrum.parsing.attribution import Attribution, Span, read_attribution, read_speaker
from rostrum.parsing.lexicon import section_kind_of
from rostrum.parsing.marks import DOUBLE, closings, opens_quotation
from rostrum.parsing.page import PageParser, comparable, find_published_on, is_date_line
from rostrum.parsing.positions import split_position
from rostrum.records import UNCLOSED_QUOTE, Cut, Issue, PageRecords, Quote, Section, Speaker, Thesis

if TYPE_CHECKING:
    from rostrum.reading import Block, Document
    from rostrum.records import SectionKind

MAX_HEADING_LENGTH = 300
"""Characters: a longer line is a paragraph."""

MAX_QUOTE_BLOCKS = 6
"""A quotation of more paragraphs than this has lost its closing mark."""

SPOKEN_WORDS = 8
"""Words: a quotation shorter than this is a title or a term, not a person's statement."""

PARAGRAPH_ENDS = ".!?…:;"
CLOSING_MARKS = '”»“"'
INNER_QUOTATION = re.compile(r"[“«„\"]([^”»“\"]+)[”»“\"]")


SHOWN = 80
"""Characters of a refused text that its issue shows."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """An attributed quotation and how many blocks of the article it takes."""

    attribution: Attribution
    block_count: int


def parse_report(document: Document) -> PageRecords:
    """Read a report page.

    Raises:
        PageError: the page has no title, or is in a language that is not read.
    """
    return ReportParser(document).parse()


class ReportParser(PageParser):
    """A report: lead, then sections, theses and quotes."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.sections: list[Section] = []
        self.theses: list[Thesis] = []
        self.quotes: list[Quote] = []
        self.issues: list[Issue] = []
        self.thesis_number: int | None = None
        self.section_looks: set[tuple[int, bool, bool]] = set()
        self.quotations: dict[int, Quotation | None] = {}

    def parse(self) -> PageRecords:
        """The records of the page."""
        return replace(
            self.go_down("report"),
            published_on=find_published_on(self.document, self.blocks, self.title),
            sections=tuple(self.sections),
            theses=tuple(self.theses),
            quotes=tuple(self.quotes),
            issues=tuple(self.issues),
        )

    def take(self, place: int) -> int:
        """Read what begins at a block; returns how many blocks that was."""
        block = self.blocks[place]
        if not self.has_begun and comparable(block.text) == comparable(self.title.text):
            return 1  # the title's second printing; below, a thesis may have the same words
        if kind := section_kind_of(block.text):
            self.add_section(block, kind)
        elif quotation := self.quotation_at(place):
            self.add_quote(block, quotation)
            return quotation.block_count
        elif self.is_thesis(place):
            self.add_thesis(block)
        elif self.is_other_section(place):
            self.add_section(block, "other")
        elif is_unattributed(block.text):
            self.refuse(block)
        elif self.is_lead(block):
            self.add_paragraph(block)
        elif len(block.text) <= MAX_HEADING_LENGTH:
            # A line that is not understood may be a thesis: what follows is not under the last.
            self.thesis_number = None
        return 1

    def quotation_at(self, place: int) -> Quotation | None:
        """The attributed quotation that begins at a block; it may go on over the next ones."""
        if place not in self.quotations:
            self.quotations[place] = self.find_quotation(place)
        return self.quotations[place]

    def find_quotation(self, place: int) -> Quotation | None:
        first = self.blocks[place]
        if not opens_quotation(first.text):
            return None
        for count, last in enumerate(self.blocks[place : place + MAX_QUOTE_BLOCKS], start=1):
            paragraph = self.document.text[first.start : last.end]
            if attribution := read_attribution(paragraph):
                return Quotation(attribution, count)
            if is_closed(paragraph):
                return self.find_speaker_below(place, count)
            if not self.goes_on(place + count - 1):
                return None
        return None

    def find_speaker_below(self, place: int, count: int) -> Quotation | None:
        """A quotation whose speaker is the next line; not where lines above quotes are speakers."""
        first, last = self.blocks[place], self.blocks[place + count - 1]
        below = self.blocks[place + count : place + count + 1]
        if not below or last.text[-1] not in CLOSING_MARKS or below[0].start != last.end + 1:
            return None
        if not is_speaker_line(below[0].text) or self.is_unclaimed_speaker(place - 1):
            return None
        paragraph = self.document.text[first.start : below[0].end]
        attribution = read_attribution(paragraph)
        return Quotation(attribution, count + 1) if attribution else None

    def is_unclaimed_speaker(self, place: int) -> bool:
        """Whether a block names a speaker who is not yet that of a quote."""
        block = self.blocks[place]
        is_taken = any(
            quote.speaker.name and quote.speaker.name.start >= block.start
            for quote in self.quotes[-1:]
        )
        return is_speaker_line(block.text) and not is_taken

    def goes_on(self, place: int) -> bool:
        """Whether an unclosed quotation may go on in the next block: both are whole paragraphs.

        A heading or another quotation is where a lost closing mark would make two texts one; a
        missing quote is better than that.
        """
        if place + 1 >= len(self.blocks):
            return False
        here, following = self.blocks[place], self.blocks[place + 1]
        is_next = following.start == here.end + 1
        ends_here = here.text[-1] in PARAGRAPH_ENDS
        has_end = following.text[-1] in PARAGRAPH_ENDS or following.text[-1] in CLOSING_MARKS
        is_prose = not looks_like_heading(following) and not opens_quotation(following.text)
        return is_next and ends_here and has_end and is_prose

    def begins_statement(self, place: int) -> bool:
        """Whether somebody's words begin at a block, attributed or not."""
        if place >= len(self.blocks):
            return False
        return bool(self.quotation_at(place)) or is_unattributed(self.blocks[place].text)

    def is_thesis(self, place: int) -> bool:
        """A short line right above somebody's words."""
        block = self.blocks[place]
        if len(block.text) > MAX_HEADING_LENGTH or is_speaker_line(block.text):
            return False
        if opens_quotation(block.text) and not looks_like_heading(block):
            return False
        is_line = bool(self.sections) and block.text[-1] not in ".;:,"
        return (is_line or looks_like_heading(block)) and self.begins_statement(place + 1)

    def is_other_section(self, place: int) -> bool:
        """A heading of no known kind, above a thesis."""
        block = self.blocks[place]
        is_heading = looks_like_heading(block) and len(block.text) <= MAX_HEADING_LENGTH
        if self.section_looks and looks_of(block) not in self.section_looks:
            return False
        return is_heading and place + 1 < len(self.blocks) and self.is_thesis(place + 1)

    def is_lead(self, block: Block) -> bool:
        """A paragraph above the first section in which nobody speaks at length."""
        return (
            not self.has_begun and not is_date_line(block.text) and not self.has_speech(block.text)
        )

    @property
    def has_begun(self) -> bool:
        """Whether the part with sections or quotes has begun."""
        return bool(self.sections or self.quotes)

    def has_speech(self, text: str) -> bool:
        """Whether prose holds a quotation that is a statement: long, a sentence, not the title."""
        return any(
            len(match[1].split()) >= SPOKEN_WORDS
            and match[1].rstrip()[-1:] in ",.!?…"
            and comparable(match[1]) != comparable(self.title.text)
            for match in INNER_QUOTATION.finditer(text)
        )

    def add_section(self, block: Block, kind: SectionKind) -> None:
        if kind != "other":
            self.section_looks.add(looks_of(block))
        self.sections.append(Section(len(self.sections) + 1, kind, block.cut()))
        self.thesis_number = None
        self.claims.claim(block)

    def add_thesis(self, block: Block) -> None:
        self.thesis_number = len(self.theses) + 1
        self.theses.append(Thesis(self.thesis_number, self.section_number, block.cut()))
        self.claims.claim(block)

    @property
    def section_number(self) -> int | None:
        return len(self.sections) or None

    def add_quote(self, block: Block, quotation: Quotation) -> None:
        found = quotation.attribution

        def cut(span: Span) -> Cut:
            start, end = block.start + span.start, block.start + span.end
            return Cut(self.document.text[start:end], start, end)

        position = cut(found.position) if found.position else None
        self.quotes.append(
            Quote(
                number=len(self.quotes) + 1,
                section_number=self.section_number,
                thesis_number=self.thesis_number,
                spans=(cut(found.text),),
                speaker=Speaker(
                    cut(found.name), position, split_position(position.text) if position else ()
                ),
            )
        )
        self.claims.claim(cut(Span(0, found.end)))

    def refuse(self, block: Block) -> None:
        start = block.text if len(block.text) <= SHOWN else block.text[:SHOWN] + "…"
        if is_closed(block.text):
            detail = f"Nobody is named as the speaker of {start!r}; the words are in the residue."
            self.issues.append(Issue("parse", "unattributed_quote", detail))
        else:
            detail = f"The quotation {start!r} never closes; text may be missing."
            self.issues.append(Issue("parse", UNCLOSED_QUOTE, detail))


def looks_like_heading(block: Block) -> bool:
    """A heading element, bold from end to end, or in capitals."""
    return block.heading_level > 0 or block.is_bold or block.text.isupper()


def looks_of(block: Block) -> tuple[int, bool, bool]:
    """What makes headings of one rank look alike."""
    return block.heading_level, block.is_bold, block.text.isupper()


def is_speaker_line(text: str) -> bool:
    """Whether a line is a name and a position, from end to end."""
    speaker = read_speaker(text, 0)
    return speaker is not None and speaker[1] is not None and speaker[2] == len(text)


def is_closed(paragraph: str) -> bool:
    """Whether the quotation that opens a paragraph closes in it."""
    return any(True for _ in closings(paragraph))


def is_unattributed(text: str) -> bool:
    """Whether a paragraph is somebody's words: it opens with a quotation of some length.

    One in double marks that never closes counts at any length: its end is missing.
    """
    if not opens_quotation(text):
        return False
    closing = next(closings(text), None)
    if closing is None and text[0] in DOUBLE:
        return True
    return len(text[1:closing].split()) >= SPOKEN_WORDS
