"""The quotations of a text: where each opens and closes, whatever marks were used and mixed.

Outermost ones only; what is quoted inside a quotation is part of it.
"""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple

from rostrum.parsing.spans import Span

MARK = re.compile("[“”„«»\"‘’'‹›]")
MARK_BUT_APOSTROPHE = re.compile("[“”„«»\"‘'‹›]")
"""A ’ can close nothing but a ‘, so that without one it need not be looked at."""

PLAIN_PAIRS = re.compile("(?:“”|«»)*")
"""Marks in an order that leaves no doubt: outside of a quotation, “ and « can only open one."""

GUILLEMET = re.compile("[«»]")
SINGLE = frozenset("‘’'")
CLOSED_BY = {
    "“": '”"“',
    "„": '“”"',
    "”": '”"',
    '"': '"”“',
    "«": "»",
    "‹": "›",
    "‘": "’",
    "'": "'",
}
"""Each opening mark and what may close it: pages mix typographic and typewriter marks."""

BEFORE_OPENING = frozenset("([{—–-/\n«“„")
NO_WORD = frozenset(",;:!?)]}")
CLOSING_APOSTROPHE = re.compile(r"(?<=[^\W_])'(?!\w)|(?<=[.,!?…])'(?!\w)")
WORDS_END = re.compile(r"[^‘\n]*?[.,!?…][’'](?!\w)")
"""What stands between a single mark that closes nothing and the one that does."""

MAX_DEPTH = 8


class Quotation(NamedTuple):
    """One quotation.

    Attributes:
        start: where its opening mark stands; `end` is behind its closing mark, or the text's end.
        parts: its words without the marks; each paragraph that opens anew begins a part.
        is_closed: whether its closing mark is there.
        is_closed_by_inner: one mark closes it and a quotation inside; that may be a mistake.
    """

    start: int
    end: int
    parts: tuple[Span, ...]
    is_closed: bool
    is_closed_by_inner: bool = False


@dataclass(slots=True)
class Opened:
    """A mark that waits for what closes it; `begins` are where its paragraphs' words begin."""

    mark: str
    place: int
    begins: list[int]
    breaks: list[int]
    inner_close: int | None = None


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Every outermost quotation of a text, in order."""
    return remembered(text) if len(text) <= LONGEST_REMEMBERED else pair_marks(text)


LONGEST_REMEMBERED = 10_000
"""Characters; the same paragraph is asked about by several rules, one after the other."""


@lru_cache(maxsize=256)
def remembered(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text, found once."""
    return pair_marks(text)


def pair_marks(text: str) -> tuple[Quotation, ...]:
    """Pair the marks of a text."""
    marks = MARK if "‘" in text else MARK_BUT_APOSTROPHE
    places = [match.start() for match in marks.finditer(text)]
    if not places:
        return ()
    if PLAIN_PAIRS.fullmatch("".join([text[place] for place in places])):
        return tuple(map(partial(plain_quotation, text), places[::2], places[1::2]))
    return pair_by_shape(text)


def pair_by_shape(text: str) -> tuple[Quotation, ...]:
    """Pair the marks of a text, each by what stands beside it."""
    pairing = Pairing(text, has_singles=True)
    rest = pairing.pair()
    if (
        rest and rest.mark in SINGLE and rest.place
    ):  # an apostrophe at a word's beginning, no quotation
        pairing = Pairing(text, has_singles=False)
        rest = pairing.pair()
    if rest:
        closing = rest.inner_close  # one mark may close two levels
        words_end = len(text) if closing is None else closing
        end = len(text) if closing is None else closing + 1
        pairing.add(rest, words_end, end, is_closed=closing is not None)
    return tuple(pairing.found)


def plain_quotation(text: str, start: int, stop: int) -> Quotation:
    """What stands between two marks that pair whatever their neighbours are."""
    words = trimmed(text, start + 1, stop)
    return Quotation(start, stop + 1, (words,) if words else (), is_closed=True)


class Pairing:
    """Goes along the marks of a text once and pairs them."""

    def __init__(self, text: str, *, has_singles: bool) -> None:
        self.text = text
        self.has_singles = has_singles
        self.found: list[Quotation] = []
        self.stack: list[Opened] = []
        self.guillemets = [match.start() for match in GUILLEMET.finditer(text)]
        self.last_apostrophe = -1
        if "'" in text:
            closings = (match.start() for match in CLOSING_APOSTROPHE.finditer(text))
            self.last_apostrophe = max(closings, default=-1)

    def pair(self) -> Opened | None:
        """Find what closes; returns the outermost mark that still waits at the text's end."""
        for match in MARK.finditer(self.text):
            if self.has_singles or match.group() not in SINGLE:
                self.take(match.start(), match.group())
        return self.stack[0] if self.stack else None

    def take(self, place: int, mark: str) -> None:
        """One mark: it opens, opens anew, closes, or is no mark at all."""
        stack = self.stack
        if stack and mark == stack[0].mark and self.text[place - 1] == "\n":
            stack[0].breaks.append(place)
            stack[0].begins.append(place + 1)
            del stack[1:]
        elif self.opens(place, mark):
            stack.append(Opened(mark, place, [place + 1], []))
        elif (level := self.closed_level(place, mark)) is not None:
            closed = stack[level]
            del stack[level:]
            if not stack:
                self.add(closed, place, place + 1, is_closed=True)
            elif closed.mark == stack[0].mark:
                stack[0].inner_close = place

    def add(self, opened: Opened, words_end: int, end: int, *, is_closed: bool) -> None:
        """Note a quotation; each paragraph that opened it anew begins a part."""
        ends = [*(place for place in opened.breaks if place < words_end), words_end]
        parts = (
            trimmed(self.text, begin, stop)
            for begin, stop in zip(opened.begins, ends, strict=False)
        )
        kept = tuple(part for part in parts if part)
        is_inner = is_closed and bool(self.stack)
        self.found.append(Quotation(opened.place, end, kept, is_closed, is_inner))

    def opens(self, place: int, mark: str) -> bool:
        """Whether the mark at a place opens a quotation: by its kind, else by its shape."""
        before, after = self.text[place - 1 : place], self.text[place + 1 : place + 2]
        has_room = not before or before.isspace() or before in BEFORE_OPENING
        has_word = bool(after) and not after.isspace() and after not in NO_WORD
        if mark in "«‹„":
            return bool(after)
        if mark == "“":
            waits = any(opened.mark == "„" for opened in self.innermost())
            return has_room and has_word if waits else has_room or not self.stack
        if mark == "‘":
            return has_room and bool(after) and not after.isspace()
        if mark == "'":
            is_first = not before or before == "\n"
            return has_room and has_word and (is_first or place < self.last_apostrophe)
        if mark in '"”':
            return self.opens_either(before, mark, looks_open=has_room and has_word)
        return False

    def opens_either(self, before: str, mark: str, *, looks_open: bool) -> bool:
        """Whether a mark that is the same at both ends opens a quotation."""
        is_open = any(mark in CLOSED_BY[opened.mark] for opened in self.innermost())
        if looks_open:
            return not is_open or (mark == '"' and before not in ".,!?…")
        return mark == '"' and not is_open and before.isspace()

    def closed_level(self, place: int, mark: str) -> int | None:
        """Which opened mark the mark at a place closes; None where it closes none."""
        before, after = self.text[place - 1 : place], self.text[place + 1 : place + 2]
        if mark in SINGLE and (after.isalnum() or before.isspace() or self.is_plural(place)):
            return None
        for distance, opened in enumerate(self.innermost(), start=1):
            closers = CLOSED_BY[opened.mark]
            if opened.mark == "«" and self.lacks_closer(place):
                closers += '”"“'
            if mark in closers:
                return len(self.stack) - distance
        return None

    def is_plural(self, place: int) -> bool:
        """Whether an apostrophe ends a plural (`in five years’ time`): words end further on."""
        following = self.text[place + 1 : place + 3]
        if self.text[place - 1] != "s" or not (following[:1] == " " and following[1:].islower()):
            return False
        return WORDS_END.match(self.text, place + 1) is not None

    def lacks_closer(self, place: int) -> bool:
        """Whether no » follows before another « opens: a page then closes by another mark."""
        following = bisect(self.guillemets, place)
        return following == len(self.guillemets) or self.text[self.guillemets[following]] == "«"

    def innermost(self) -> list[Opened]:
        """The marks that wait, innermost first; no text nests its quotations deeper."""
        return self.stack[: -MAX_DEPTH - 1 : -1]


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The words between two places, without white space around them; None where there are none."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
