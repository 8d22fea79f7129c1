"""Where a sentence ends: at a full stop before a capital, unless an abbreviation stands there."""

from __future__ import annotations

import re

from rostrum.parsing.lexicon import ABBREVIATIONS

SENTENCE_END = re.compile(r"(?P<word>[^\s.]{1,40})[.!?]\s+(?=[^\W\d_a-zа-яё]|[“«\"])")
"""A word's last letters are enough; without a bound, a long one takes time by its square."""


def find_sentence_end(text: str, start: int) -> int:
    """The index after the full stop of the sentence that `start` lies in, or the text's end."""
    for match in SENTENCE_END.finditer(text, start):
        word = match["word"].casefold().strip('(«“"')
        if word not in ABBREVIATIONS and len(word) > 1:
            return match.end("word") + 1
    return len(text)
