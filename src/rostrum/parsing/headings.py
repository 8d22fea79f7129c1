"""What looks like a heading, and which headings head no part of a report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rostrum.parsing.lexicon import GROUP_ROLES, TABLE_HEADS, fold
from rostrum.parsing.mentions import read_speaker
from rostrum.parsing.names import is_name
from rostrum.parsing.published import is_date_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rostrum.reading import Block

MAX_HEADING_LENGTH = 300
"""Characters: a longer line is a paragraph."""

SHORT_PROSE = 100
"""Characters: at a page's end, what is shorter says how to sign up or whom to call."""

MIN_HEADING = 2
"""Characters: one alone is the name of a network to share on (`X`)."""

MIN_PROSE = 60
"""Characters: a shorter line without a full stop is a label, no prose."""

MAX_LINE = 100
"""Characters: no line that a page sets in a style of its own is longer, if it is a heading."""

SENTENCE_END = re.compile(r"[.!?…]\s+(?=[^\W\d_a-zа-яё])")

ABOUT = re.compile(
    r"About (?:the )?[A-Z](?!.*\?)|(?i:cautionary|forward-looking|safe harbo|search for)|"
    r"(?:Media )?[Cc]ontacts?(?: for\b.*)?\W*$|Related (?:topics|links|news|documents|content)\W*$|"
    r"О (?:компании|предприятии|нас|группе компаний)\W*$|Подписка на |Подпи(?:шитесь|саться) на |"
    r"(?:Комментарии|Comments|References|Have your say|Список литературы)\W*\d*\W*$"
)
"""What heads a firm's words on itself (`About Norvik Lines`), or what readers are to do."""

POSITION_MARK = re.compile("[,(—–-]")
"""What stands between a name and a position."""


def looks_like_heading(block: Block) -> bool:
    """A heading element, what a fold shows of itself, bold from end to end, or in capitals."""
    is_heading = block.heading_level > 0 or block.tag == "summary"
    return is_heading or block.is_bold or block.text.isupper()


def is_plain_line(block: Block) -> bool:
    """Whether a block that looks like any other may be a heading: a few words, and no sentence."""
    return len(block.text) < MIN_PROSE and " " in block.text and is_line(block)


def is_line(block: Block) -> bool:
    """Whether a block is one line and no sentence, nor names whoever speaks."""
    text = block.text
    return (
        block.tag in {"p", "div"}
        and len(text) < MAX_LINE
        and text[0].isupper()
        and (text[-1].isalnum() or text[-1] in "?»”")
        and not block.link_share
        and not block.is_quoted
        and not is_date_line(text)
        and not is_name(text)
        and not is_speaker_line(text)
    )


def is_long_or_listed(block: Block) -> bool:
    """Whether a block says more than how to sign up or whom to call, or stands in a list."""
    return len(block.text) >= SHORT_PROSE or block.tag == "li"


def is_summary(block: Block) -> bool:
    """Whether a heading is whole sentences: what the page tells, in large letters."""
    return block.text.endswith(".") and len(block.text) >= MIN_PROSE


ROMAN = re.compile(r"[IVX]{1,4}\.\s[^a-zа-яё]*$")
"""A heading with its number (`V. CLOSING`), which reads as an initial and a surname."""


def is_no_section(block: Block) -> bool:
    """Whether what looks like a heading is a person, a question put to one, or a column's head.

    Nor is a bold paragraph of several sentences a heading.
    """
    is_paragraph = not block.heading_level and block.text[-1] == "."
    return (
        len(block.text) < MIN_HEADING
        or (is_name(block.text) and not ROMAN.match(block.text))
        or (is_paragraph and SENTENCE_END.search(block.text) is not None)
        or block.text[0] in "—–"
        or fold(block.text) in TABLE_HEADS
        or fold(block.text.rstrip(": ")) in GROUP_ROLES
        or ABOUT.match(block.text) is not None
        or is_date_line(block.text)
    )


def last_prose_of(blocks: Sequence[Block]) -> int:
    """The place of the last block that is a list's or of some length; -1 where none is."""
    places = range(len(blocks) - 1, -1, -1)
    return next((place for place in places if is_long_or_listed(blocks[place])), -1)


def looks_of(block: Block) -> tuple[int, bool, bool]:
    """What makes headings of one rank look alike."""
    return block.heading_level, block.is_bold, block.text.isupper()


def is_speaker_line(text: str) -> bool:
    """Whether a line is a name and a position, from end to end."""
    if len(text) > MAX_HEADING_LENGTH or not POSITION_MARK.search(text):
        return False
    speaker = read_speaker(text, 0)
    return speaker is not None and speaker.position is not None and speaker.end == len(text)
