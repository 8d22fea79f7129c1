"""A paragraph that is a quotation and its speaker → the words, the name and the position.

“Text,” Name, Position.          «Текст», — Имя Фамилия, должность.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rostrum.parsing.lexicon import ABBREVIATIONS
from rostrum.parsing.marks import closings, opens_quotation
from rostrum.parsing.names import is_name, strip_honorific
from rostrum.parsing.sentences import find_sentence_end

GLUE = re.compile(r"[\s,.]*(?:[—–-]+\s*)?[\s,]*")
"""What may stand between the closing mark and the name."""

BRACKET = re.compile(r"\([^)]*\)\s*,\s*(?=\w)")
NAME_END = re.compile(r"\s*,\s*|\s+[–—-]\s+|\s*$|\s*\.\s*$|\s+(?=\()")
SPOKEN = re.compile(r"[,.!?…][”»\"]|[”»\"],? (?:said|says|noted|added|отметил|сказал|заявил)")
"""A quotation that is a statement, by its stop; the name of a company has none."""

MAX_NAME_LENGTH = 200
"""Characters; what is longer is no name, and is not looked at again and again."""

MAX_POSITION_LENGTH = 400
"""Characters; longer than the longest printed titles, shorter than a paragraph of prose."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text, `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """Where the parts of an attributed quotation stand in its paragraph; `end` is where it ends."""

    text: Span
    name: Span
    position: Span | None
    end: int


def read_attribution(paragraph: str) -> Attribution | None:
    """The attributed quotation that begins a paragraph, or None where that is not certain."""
    if not opens_quotation(paragraph):
        return None
    for closing in closings(paragraph):
        words = trim(paragraph, 1, closing)
        speaker = read_speaker(paragraph, closing + 1)
        if speaker and words.end > words.start:
            name, position, end = speaker
            return Attribution(words, name, position, end)
    return None


def trim(text: str, start: int, end: int) -> Span:
    """The quoted words without the comma that belongs to the sentence around them."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return Span(start, end)


def read_speaker(text: str, start: int) -> tuple[Span, Span | None, int] | None:
    """`, Name, Position.` from `start` on → name, position and where they end."""
    glue = GLUE.match(text, start)
    begin = glue.end() if glue else start
    begin += strip_honorific(text[begin:])
    for match in NAME_END.finditer(text, begin):
        if match.start() > begin + MAX_NAME_LENGTH:
            return None
        if not is_name(text[begin : match.start()]):
            continue
        end = find_sentence_end(text, match.end())
        bracket = BRACKET.match(text, match.end())  # a country or a group, not the position
        position = trim_position(text, bracket.end() if bracket else match.end(), end)
        if position and not is_position(text[position.start : position.end]):
            return None
        return Span(begin, match.start()), position, end
    return None


def is_position(text: str) -> bool:
    """Whether the words after a name can be a position: short, and nobody speaks in them."""
    return len(text) <= MAX_POSITION_LENGTH and not SPOKEN.search(text)


def trim_position(text: str, start: int, end: int) -> Span | None:
    """The position without the full stop of its sentence; None when there is none."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    if text[start:end].endswith(".") and not is_abbreviated(text[start:end]):
        end -= 1
    return Span(start, end) if text[start:end].strip(" .,;") else None


def is_abbreviated(position: str) -> bool:
    """Whether the last full stop belongs to the word before it (`Norvik Inc.`)."""
    last = position.rstrip(".").rpartition(" ")[2].casefold()
    return last in ABBREVIATIONS and last not in {"р", "ст", "no", "art", "col", "gen"}
