"""A statement page → one speech by one speaker, without quotation marks.

A line above it says so: `Following is Secretary-General Ada Lund’s address to …:`. What that line
does not tell is not guessed: a spokesman's statement is that of an unnamed spokesman.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from rostrum.errors import PageError
from rostrum.parsing.cast import Cast
from rostrum.parsing.mention import Mention
from rostrum.parsing.mentions import names_within, title_of
from rostrum.parsing.page import PageParser, place_of
from rostrum.parsing.quotations import find_quotations
from rostrum.parsing.spans import Span
from rostrum.parsing.statements import is_sentence
from rostrum.records import Cut, PageRecords, Speech
from rostrum.sources import NO_HINTS

if TYPE_CHECKING:
    from rostrum.reading import Block, Document
    from rostrum.sources import Hints

SPOKEN_FORM = (
    r"(?:statement|remarks?|address|speech|message|text|transcript|letter|declaration|lecture|"
    r"comments|testimony|"
    r"заявлени\w+|выступлени\w+|обращени\w+|реч[ьи]|послани\w+|приветстви\w+|текст\w*|стенограмм\w+)"
)
INTRODUCTION = re.compile(
    rf"\b(?:following|below|as follows|here is|the full text|delivered|issued|released|made|"
    rf"публику\w+|привод\w+|ниже|далее|полный текст|следующ\w+)\b.*?\b{SPOKEN_FORM}\b|"
    rf"\b{SPOKEN_FORM}\b.*?\b(?:following|below|as follows|delivered|issued|released|made|"
    rf"публику\w+|привод\w+|ниже|следующ\w+)\b",
    re.IGNORECASE,
)
SPOKESMAN = re.compile(
    r"\b(?P<who>(?i:spokes(?:man|woman|person)|press secretary))\s+(?i:for|of|to)\s+(?:the\s+)?"
    r"(?P<whose>[A-Z][\w’'-]*(?:\s+(?:(?:of|for|and|on|the)\s+)*[A-Z][\w’'-]*)*)?"
)
MAX_INTRODUCTION = 500
"""Characters: a longer paragraph introduces nothing."""

SEARCHED_BLOCKS = 12
MIN_SPEECH = 200
"""Characters: a shorter text below an introduction is no speech that fills a page."""


def is_statement(document: Document) -> bool:
    """Whether a page of unknown kind is one speaker's statement from end to end."""
    if not any(introduces(block) for block in document.article):
        return False
    try:
        parser = StatementParser(document)
    except PageError:
        return False
    return parser.introduction is not None and parser.is_bare


def parse_statement(document: Document, hints: Hints = NO_HINTS) -> PageRecords:
    """Read a statement page.

    Raises:
        PageError: no line says whose statement it is, or it has no title.
    """
    return StatementParser(document, hints).parse()


class StatementParser(PageParser):
    """A statement: an introduction that names the speaker, then the speech."""

    def __init__(self, document: Document, hints: Hints = NO_HINTS) -> None:
        super().__init__(document, hints)
        below = range(place_of(self.blocks, self.title) + 1, len(self.blocks))
        places = below[:SEARCHED_BLOCKS]
        self.introduction = next((at for at in places if introduces(self.blocks[at])), None)
        self.speeches: list[Speech] = []

    @property
    def is_bare(self) -> bool:
        """Whether the text below the introduction is long, and opens with no quotation."""
        if self.introduction is None or self.introduction + 1 >= len(self.blocks):
            return False
        below = self.blocks[self.introduction + 1 :]
        opens = any(
            quotation.start == 0 and is_sentence(below[0].text, quotation)
            for quotation in find_quotations(below[0].text)
        )
        return not opens and sum(len(block.text) for block in below) >= MIN_SPEECH

    def parse(self) -> PageRecords:
        """The records of the page."""
        if self.introduction is None or not self.is_bare:
            raise PageError(
                "no_speaker", "No line above the text says whose statement it is; see the page."
            )
        return replace(
            self.go_down("statement"),
            published_on=self.publication.on,
            speeches=tuple(self.speeches),
        )

    def take(self, place: int) -> int:
        """The introduction and all below it are the speech; what is above is a label."""
        if self.introduction is None or place != self.introduction:
            return 1
        block = self.blocks[place]
        self.add_paragraph(block)
        below = self.blocks[place + 1 :]
        while below and not is_spoken_block(below[-1]):
            below = below[:-1]
        if below:
            start, end = below[0].start, below[-1].end
            text = Cut(self.document.text[start:end], start, end)
            self.claims.claim(text)
            speaker = Cast(self.document.text).speaker(
                introduced(self.document.text, block), block.start, block.end
            )
            if speaker:
                self.speeches.append(Speech(1, text, speaker))
        return len(self.blocks) - place


def is_spoken_block(block: Block) -> bool:
    """Whether a block at the end of a speech belongs to it: a sentence, no label or tag."""
    return block.link_share < 1 and block.text.rstrip("”»\"'*)")[-1:] in {".", "!", "?", "…"}


def introduces(block: Block) -> bool:
    """Whether a paragraph says that a statement follows, and whose it is."""
    text = block.text
    if len(text) > MAX_INTRODUCTION or text[-1] != ":" or not INTRODUCTION.search(text):
        return False
    return bool(names_within(text, 0, len(text)) or SPOKESMAN.search(text))


def introduced(text: str, block: Block) -> Mention:
    """Whose statement an introduction announces."""
    end = block.end - 1
    names = names_within(text, block.start, end)
    spokesman = SPOKESMAN.search(text, block.start, end)
    name = names[0] if names else None
    if spokesman and (name is None or spokesman.start() < name.start):
        stop = name.end if name else max(spokesman.end("who"), spokesman.end("whose"))
        return Mention(block.start, end, title=Span(spokesman.start(), stop))
    title = title_of(text, block.start, name) if name else None
    return Mention(block.start, end, name, title=title)
