"""Lines that say who a person is and nothing else: `Name, Position`, or a line for each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from rostrum.parsing.appositions import (
    COMMA,
    DOING,
    NETWORK,
    is_titled,
    read_bracket,
    trim_position,
)
from rostrum.parsing.lexicon import (
    GROUP_ROLES,
    PERSON_NOUNS,
    fold,
    is_organization_noun,
    section_kind_of,
    words_of,
)
from rostrum.parsing.mention import Mention
from rostrum.parsing.mentions import mention_from, read_speaker
from rostrum.parsing.name_words import Kind, kind_of
from rostrum.parsing.names import could_be_name, is_name, strip_honorific
from rostrum.parsing.spans import Span
from rostrum.parsing.speech import VERB, is_verb
from rostrum.parsing.statements import announced_speaker
from rostrum.parsing.titles import TITLE_HEADS
from rostrum.parsing.unnamed import head_of, is_agent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rostrum.reading import Block

MAX_LINE = 300
"""Characters: a longer block is no speaker's line."""

HEAD_WORDS = 5
"""Words at the head of a line among which a position's title or organization stands."""

MAX_TITLE = 40
MAX_MORE = 2
"""Lines that a position may have below its first."""

CAPTIONS = frozenset(("figcaption", "footer", "cite"))
OPENERS = frozenset("“„«\"‘'”")
LEADING = re.compile(r"[\s—–~-]*")
SPACE = re.compile(r"\s+")
SENTENCE = re.compile(r"[.!?…]\s+[^\W\d_a-zа-яё]\w*\s+[a-zа-яё]")


@dataclass(frozen=True, slots=True)
class Card:
    """Blocks that say who a person is, from end to end; spans count from the first one's start."""

    place: int
    block_count: int
    mention: Mention


def read_card(text: str, blocks: Sequence[Block], place: int) -> Card | None:
    """A speaker's line, or a name's and a position's line, that begin at a block."""
    block = blocks[place]
    if not may_be_card(block):
        return None
    if mention := line_mention(block):
        return Card(place, 1, mention)
    return name_card(text, blocks, place)


def may_be_card(block: Block) -> bool:
    """Whether a block is short, opens no quotation and heads nothing."""
    is_label = section_kind_of(block.text) or fold(block.text) in GROUP_ROLES
    return len(block.text) <= MAX_LINE and block.text[0] not in "“„«‘”" and not is_label


def line_mention(block: Block) -> Mention | None:
    """Who a line names with a position, or announces with a verb and a colon."""
    if announced := announced_speaker(block.text):
        return announced
    line, start = card_line(block)
    if start and (verb := VERB.match(line, start)):
        told = mention_from(line, verb.end(), len(line))
        return told if told and not line[told.end :].strip(" .") else None
    is_caption = block.is_quoted or block.tag in CAPTIONS
    if is_caption and (joined := name_and_title(line, start)):
        return joined
    mention = read_speaker(line, start)
    is_told = mention and (mention.position or DOING.search(line) or NETWORK.search(line))
    is_whole = mention and is_told and not line[mention.end :].strip(" .,")
    # `Ada Lund, mayor of Skelling, said the ferry was late.`
    is_prose = mention and mention.position and VERB.search(line, mention.position.end)
    return mention if is_whole and not is_prose else None


def card_line(block: Block) -> tuple[str, int]:
    """A block's line without the colon at its end, and where its words begin behind a dash."""
    leading = LEADING.match(block.text)
    return block.text[: len(block.text.rstrip(": "))], leading.end() if leading else 0


def name_card(text: str, blocks: Sequence[Block], place: int) -> Card | None:
    """A name alone on its line, and the position on the line below it, if there is one."""
    block = blocks[place]
    line, start = card_line(block)
    begin = start + strip_honorific(line[start:])
    bracket_at = line.find("(", begin)
    name_end = len(line[:bracket_at].rstrip()) if bracket_at > 0 else len(line.rstrip(" .,"))
    name = Span(begin, name_end)
    stop, bracket = read_bracket(line, name_end)
    if line[stop:].strip(" .,") or not may_name(name.of(line)):
        return None
    position = position_below(text, blocks, place)
    lines = 1
    if position and (more := lines_more(blocks, place + 1)):
        lines += len(more)
        position = Span(position.start, more[-1].end - block.start)
    is_told = position is not None and is_titled(position.of(text[block.start :]))
    if not is_told and not is_name(name.of(line)):
        return None
    if position:
        return Card(
            place, 1 + lines, Mention(0, position.end, name, position=position, bracket=bracket)
        )
    return Card(place, 1, Mention(0, len(block.text), name, bracket=bracket))


def may_name(words: str) -> bool:
    """Whether words are a name, or may be one beside a position."""
    return is_name(words) or could_be_name(words)


def name_and_title(line: str, start: int) -> Mention | None:
    """`Name Title, Organization` in a blockquote's last line, where a break of lines was lost."""
    begin = start + strip_honorific(line[start:])
    for space in SPACE.finditer(line, begin):
        name = Span(begin, space.start())
        if begins_title(line[space.end() : space.end() + MAX_TITLE]) and may_name(name.of(line)):
            position = trim_position(line, space.end(), len(line))
            return Mention(start, len(line), name, position=position)
    return None


def begins_title(text: str) -> bool:
    """Whether words begin with a title, or with a common word before one (`Clinical Director`)."""
    first, second = [*words_of(text)[:2], "", ""][:2]
    if first in TITLE_HEADS:
        return True
    is_modifier = bool(first) and kind_of(first.title()) in {Kind.COMMON, Kind.OTHER}
    return is_modifier and second in TITLE_HEADS


def position_below(text: str, blocks: Sequence[Block], place: int) -> Span | None:
    """The line below a name, where it can say what the person is; counted from the name's block."""
    if place + 1 >= len(blocks):
        return None
    block, following = blocks[place], blocks[place + 1]
    line = following.text
    is_line = (
        len(line) <= MAX_LINE
        and line[0] not in OPENERS
        and not line.endswith(("!", "?", ":", "…"))
        and following.heading_level == 0
        and is_like_position(line)
        and not is_name(line)
        and not section_kind_of(line)
        and read_speaker(line, 0) is None
        and SENTENCE.search(line) is None
        and not any(is_verb(line, verb) for verb in VERB.finditer(line))
    )
    if not is_line or COMMA.match(line):
        return None
    offset = following.start - block.start
    return trim_position(text[block.start : following.end], offset, offset + len(line))


def lines_more(blocks: Sequence[Block], place: int) -> list[Block]:
    """The lines below a position that go on with it.

    They are of its element, which breaks of lines cut, or fill up with it the box of the name.
    """
    first = blocks[place]
    if first.path == blocks[place - 1].path:  # all of the page may be lines of one element
        return lines_of_box(blocks, place)
    below = blocks[place + 1 : place + 1 + MAX_MORE]
    lines = list(takewhile(lambda line: line.path == first.path and goes_on(line.text), below))
    return lines or lines_of_box(blocks, place)


def lines_of_box(blocks: Sequence[Block], place: int) -> list[Block]:
    """The lines below a position in a box that holds but these, it and the name above it."""
    name, position = blocks[place - 1].path, blocks[place].path
    box = name if position[: len(name)] == name else name[:-1]
    above = blocks[max(place - 2, 0) : place - 1]
    below = blocks[place + 1 : place + 2 + MAX_MORE]
    lines = list(takewhile(lambda line: is_within(line, box), below))
    is_box = bool(box) and is_within(blocks[place], box) and len(lines) <= MAX_MORE
    is_first = not any(is_within(line, box) for line in above)
    return lines if is_box and is_first and all(goes_on(line.text) for line in lines) else []


def is_within(block: Block, box: tuple[int, ...]) -> bool:
    """Whether a block stands in an element, by the path to it."""
    return block.path[: len(box)] == box


def goes_on(line: str) -> bool:
    """Whether a line may be of the position above it: short, no name and no sentence."""
    is_short = len(line) <= MAX_TITLE * 2 and line[-1] not in ".!?…:" and line[0] not in OPENERS
    return is_short and not is_name(line)


def is_like_position(line: str) -> bool:
    """Whether a line says what somebody is: by a title or an organization early in it."""
    words = words_of(line)[:HEAD_WORDS]
    return (
        line[0].islower()
        or is_agent(head_of(line.casefold()))
        or any(
            word in TITLE_HEADS or word in PERSON_NOUNS or is_organization_noun(word)
            for word in words
        )
    )
