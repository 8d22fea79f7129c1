"""A paragraph that is one person's words and, at its end, the speaker.

“Text,” Name, Position.      «Текст», — Имя Фамилия, должность.      Text — Name, Position.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rostrum.parsing.lexicon import GROUP_ROLES, fold
from rostrum.parsing.marks import OPENERS, closings, opens_quotation
from rostrum.parsing.mentions import mention_from, read_speaker
from rostrum.parsing.quotations import Quotation, trimmed
from rostrum.parsing.sentences import holds_words
from rostrum.parsing.spans import Span
from rostrum.parsing.speech import VERB
from rostrum.parsing.statements import (
    LONG_WORDS,
    Reader,
    Statement,
    is_said,
    without_comma,
)
from rostrum.parsing.unnamed import unnamed_from

if TYPE_CHECKING:
    from rostrum.parsing.mention import Mention

DASH = re.compile(r"(?<=\S)\s+[—–‑-]\s+(?=\S)|(?<=[.!?…»”\])])\s*[—–]\s*(?=\S)")
ENDS = '.!?…)]»”"'
"""How words without quotation marks end before the dash that leads to their speaker."""

MIN_WORDS = 4
"""Words: less before a dash is a label (`Winner — Ada Lund, Skelling`)."""

MAX_DASHES = 12
"""Dashes looked at from the end of a paragraph: no position has more."""

ENOUGH = 300
"""Characters that hold more words than are asked for."""

TALK = re.compile(r"(?P<who>[^:“”«»\"]{3,160}):\s+(?P<words>\S.*)", re.DOTALL)
DIALOGUE = re.compile(r"(?:[—–]\s*|-\s+)(?=\S)")
RELATIVE = re.compile(r",?\s*котор(?:ый|ая)\s[^.!?…—–]{3,160}")
NARRATOR = re.compile(r",?\s*[—–‑-]\s*")


def read_attribution(paragraph: str) -> Statement | None:
    """The attributed quotation that begins a paragraph, or None where that is not certain."""
    if not opens_quotation(paragraph):
        return None
    for closing in closings(paragraph):
        part = trimmed(paragraph, 1, closing)
        words = without_comma(paragraph, part) if part else None
        speaker = read_speaker(paragraph, closing + 1)
        if speaker and part and words and is_said(paragraph, (part,)):
            return Statement((words,), speaker, 0, speaker.end)
    return None


def read_unmarked(paragraph: str, *, is_usual: bool = False) -> Statement | None:
    """Words without quotation marks whose speaker stands behind the last dash.

    `Text. — Name, Position.`, and in Russian also `Текст, — сказал Имя Фамилия, должность.` Where
    the page does so as a rule (`is_usual`), the words need no full stop.
    """
    if not has_dash(paragraph):
        return None
    begin = DIALOGUE.match(paragraph)
    start = begin.end() if begin else 0
    if begin and (spoken := read_dialogue(paragraph, start) or read_aloud(paragraph, start)):
        return spoken
    for dash in list(DASH.finditer(paragraph, start))[: -MAX_DASHES - 1 : -1]:
        words = trimmed(paragraph, start, dash.start())
        if words is None or not has_words(paragraph, words, MIN_WORDS):
            return None
        if speaker := behind_dash(paragraph, words, dash.end(), is_usual=is_usual):
            told = without_comma(paragraph, words)
            return Statement((told,), speaker, 0, speaker.end) if told else None
    return None


def read_dialogue(paragraph: str, start: int) -> Statement | None:
    """`— Words, — said Name. — Words.`: a dash begins what somebody says, and breaks it."""
    end = len(paragraph.rstrip())
    whole = Quotation(start, end, (Span(start, end),), is_closed=True)
    return Reader(paragraph).narrated(whole, is_marked=False)


def read_aloud(paragraph: str, start: int) -> Statement | None:
    """`– Words, says Name, Position.`: a dash begins the words, as in the Nordic countries."""
    for verb in VERB.finditer(paragraph, start):
        words = trimmed(paragraph, start, verb.start())
        if words is None or paragraph[words.end - 1] not in ",?!":
            continue
        found = mention_from(paragraph, verb.end(), len(paragraph))
        if found and found.name and not rest_of(paragraph, found):
            told = without_comma(paragraph, words)
            is_said = told and has_words(paragraph, told, MIN_WORDS)
            return Statement((told,), found, 0, found.end) if told and is_said else None
    return None


def has_words(paragraph: str, words: Span, count: int) -> bool:
    """Whether a stretch holds so many words; its beginning tells."""
    return len(paragraph[words.start : min(words.end, words.start + ENOUGH)].split()) >= count


def has_dash(paragraph: str) -> bool:
    """Whether any dash stands in a text: what is asked first, since most texts have none."""
    return "—" in paragraph or "–" in paragraph or " - " in paragraph or " ‑ " in paragraph


def behind_dash(paragraph: str, words: Span, place: int, *, is_usual: bool) -> Mention | None:
    """The speaker behind a dash, where it takes the rest of the paragraph."""
    last = paragraph[words.end - 1]
    if last == "," and (verb := VERB.match(paragraph, place)):
        found = mention_from(paragraph, verb.end(), len(paragraph))
        return found if found and found.name and not rest_of(paragraph, found) else None
    label = paragraph[words.start : words.end].rpartition(". ")[2]
    if fold(label) in GROUP_ROLES:
        return None  # `The session took place. Moderator – Ada Lund, judge.`
    is_long = has_words(paragraph, words, LONG_WORDS)
    if last not in ENDS and not (is_usual and is_long):
        return None
    found = read_speaker(paragraph, place)
    return found if found and found.position and not rest_of(paragraph, found) else None


def rest_of(paragraph: str, mention: Mention) -> str:
    """What stands behind a mention, its full stop and what a relative clause tells apart."""
    rest = paragraph[mention.end :].strip(" .")
    return "" if RELATIVE.fullmatch(rest) else rest


def read_talk(paragraph: str) -> Statement | None:
    """`Name, Position: words.` as a transcript prints it, without quotation marks.

    A question is an interviewer's, and no statement.
    """
    match = TALK.fullmatch(paragraph)
    if match is None or match["words"][0] in OPENERS:
        return None  # the words are in marks, which somebody forgot to close
    if paragraph[-1] not in ".!…" or not holds_words(match["words"], MIN_WORDS):
        return None
    who = match.end("who")
    speaker = read_speaker(paragraph, 0, who) or unnamed_from(paragraph, 0, who)
    if speaker is None or paragraph[speaker.end : who].strip(" ,"):
        return None
    if speaker.position and paragraph[speaker.position.end : who].strip(" ,."):
        return None  # `Ada Lund, judge, ran through the numbers: one in seven …`
    name = speaker.name or speaker.surname
    if name is None or VERB.search(paragraph, name.end, who):
        return None  # `Ada Lund, mayor, told how they did it: by boat`
    return Statement((Span(match.start("words"), len(paragraph)),), speaker, 0, len(paragraph))
