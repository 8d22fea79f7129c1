"""Where a sentence ends: at a full stop before a capital, unless an abbreviation stands there."""

from __future__ import annotations

import re

from rostrum.parsing.lexicon import ABBREVIATIONS

SENTENCE_END = re.compile(r"[.!?](?<=[^\s.].)\s+(?=[^\W\d_a-zа-яё]|[“«\"‘])")
"""A class of characters begins it, so that the search runs from stop to stop."""

BEGINS = re.compile(r"\s+(?:She|He|It|They|The|This|We|Her|His|Она|Он|Они|Это)\s")
"""What begins a sentence though a single letter stands before its stop (`Block C. She left.`)."""

LONGEST_WORD = 40
"""Characters of a word before a full stop that are looked at; its last ones are enough."""


def find_sentence_end(text: str, start: int, end: int | None = None) -> int:
    """The index after the full stop of the sentence that `start` lies in, or the text's end.

    `end` is where the text is taken to end.
    """
    limit = len(text) if end is None else min(end, len(text))
    for match in SENTENCE_END.finditer(text, start + 1, limit):
        stop = match.start()
        before = text[max(start, stop - LONGEST_WORD) : stop]
        word = before.rsplit(maxsplit=1)[-1]
        folded = word.rpartition(".")[2].casefold().strip('(«“"-')
        if folded not in ABBREVIATIONS and (
            len(folded) > 1 or BEGINS.match(text, stop + 1) or before.endswith(f"№ {word}")
        ):
            return stop + 1
    return limit


def last_sentence_start(text: str, start: int, end: int) -> int:
    """Where the last sentence before a place begins."""
    place = start
    while (stop := find_sentence_end(text, place, end)) < end:
        place = stop
        while place < end and text[place].isspace():
            place += 1
    line = text.rfind("\n", place, end)
    place = max(place, line + 1)
    while place < end and (text[place].isspace() or text[place] in '.,;”»"—–-'):
        place += 1
    return place


def holds_words(text: str, count: int) -> bool:
    """Whether a text has at least so many words; those after them are not looked at."""
    return len(text.split(maxsplit=count - 1)) >= count
