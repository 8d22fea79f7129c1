"""A conversation printed turn by turn: `Name: words.`, and what follows until the next name.

Transcripts of meetings, press conferences and interviews with several people name who speaks at the
beginning of a turn, or in a line above it; the words have no quotation marks, and a turn may go on
for paragraphs. What only asks (`Q:`, `Вопрос:`) is an interviewer's, and nobody's quote.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from rostrum.parsing.marks import OPENERS
from rostrum.parsing.mention import Mention
from rostrum.parsing.mentions import read_speaker
from rostrum.parsing.name_words import DASHES
from rostrum.parsing.same_person import same_person
from rostrum.parsing.spans import Span
from rostrum.parsing.speech import VERB
from rostrum.parsing.statements import read_prose
from rostrum.parsing.unnamed import unnamed_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rostrum.parsing.cast import Cast
    from rostrum.reading import Block

MIN_TURNS = 3
"""Fewer names with a colon behind them are no conversation."""

MIN_STATEMENTS = 2
"""Lines that are a name, a position and a colon: so many are a press conference."""

LABEL = re.compile(
    r"(?P<who>[^:“”\"()]{1,160}?)\s*(?:\([^():]{1,40}\)\s*)?:(?:\s+(?P<words>\S.*))?", re.DOTALL
)
ASKER = re.compile(
    r"(?:q|question|questions|interviewer|reporter|journalist|вопрос|вопросы|журналист|"
    r"корреспондент|реплика|из зала|с места)",
    re.IGNORECASE,
)
INITIALED = re.compile(
    rf"(?:[^\W\d_a-zа-яё]\.[\s{DASHES}]?){{1,3}}(?P<surname>[^\W\d_a-zа-яё][\w’'{DASHES}]+)"
)
"""`И.Сафронов`, as the Kremlin's transcripts have it."""

INITIALS = re.compile(r"[A-ZА-ЯЁ]{2,3}")
"""`NT:`, after a first turn of `Ngozi Trevanion:`."""

LIKE_LABEL = re.compile(
    r"(?:[^\W\d_a-zа-яё][\w.’'‑-]*\s+){0,4}[^\W\d_a-zа-яё][\w.’'‑-]*(?:,[^:!?]{1,160})?:\s"
)
"""What may be the label of somebody whom nobody knows: another's words do not go on there."""

DASH = re.compile(r"[—–-]\s+")
ASIDE = re.compile(r"[\[(<].*[\])>]", re.DOTALL)
"""What happens in the room, or was left out: `[The hearing was interrupted.]`, `<…>`."""

ENDS = ".!?…»”\"')"


class Label(NamedTuple):
    """Who speaks from a block on.

    Attributes:
        mention: the person; None for somebody who only asks. Places count from the block's start.
        words_start: where the words begin; the block's end where it holds none.
        initials: letters that stand for a name which a label before spells out (`NT:`).
        named_at: the place of that label.
    """

    mention: Mention | None
    words_start: int
    initials: str = ""
    named_at: int | None = None


class Turn(NamedTuple):
    """What somebody says before another one speaks; places are those of the page's text.

    Attributes:
        label: the place of the block that names who speaks.
        block_count: how many blocks it takes, its label among them.
        spans: the words, one stretch for paragraphs that follow each other; none where they are
            nobody's quote.
        mention: who speaks, counted from the label's start; None for somebody who only asks.
    """

    label: int
    block_count: int
    spans: tuple[Span, ...]
    mention: Mention | None


def find_turns(cast: Cast, blocks: Sequence[Block]) -> dict[int, Turn]:
    """Every turn of the page's conversation, if it has one, by the place of its first block."""
    found = {place: label for place in range(len(blocks)) if (label := label_at(blocks, place))}
    labels = spelt_out(blocks, found)
    if not is_talk(blocks, labels):
        return {}
    known = {
        place: label for place, label in labels.items() if is_known(cast, blocks[place].text, label)
    }
    return Talk(blocks, known).turns() if is_talk(blocks, known) else {}


def holds_talk(blocks: Sequence[Block]) -> bool:
    """Whether people speak in turn on a page."""
    count = sum(label_at(blocks, place) is not None for place in range(len(blocks)))
    return count >= MIN_TURNS


def spelt_out(blocks: Sequence[Block], labels: dict[int, Label]) -> dict[int, Label]:
    """Labels with who the initials among them stand for; those that stand for nobody left out."""
    found: dict[int, Label] = {}
    names: dict[str, dict[str, int]] = {}  # initials → full names, and where each is first
    for place, label in labels.items():
        if label.mention and label.mention.name:
            name = label.mention.name.of(blocks[place].text)
            initials = "".join(word[0] for word in name.split() if word[0].isupper())
            names.setdefault(initials, {}).setdefault(name, place)
        if not label.initials:
            found[place] = label
        elif len(meant := names.get(label.initials, {})) == 1:
            (named_at,) = meant.values()
            found[place] = label._replace(mention=labels[named_at].mention, named_at=named_at)
    return found


def is_known(cast: Cast, text: str, label: Label) -> bool:
    """Whether a label with a bare surname names somebody of whom the page prints more."""
    mention = label.mention
    if mention is None or mention.surname is None:
        return True
    surname = mention.surname.of(text)
    return any(same_person(surname, name) for name in cast.full_names)


def is_talk(blocks: Sequence[Block], labels: dict[int, Label]) -> bool:
    """Whether names with a colon are those of people who speak in turn."""
    lines = sum(
        bool(label.mention and label.mention.position)
        for place, label in labels.items()
        if label.words_start >= len(blocks[place].text)
    )
    return len(labels) >= MIN_TURNS or lines >= MIN_STATEMENTS


def label_at(blocks: Sequence[Block], place: int) -> Label | None:
    """The label of a block; not where the words that it leads to stand in quotation marks."""
    label = read_label(blocks[place])
    if label is None:
        return None
    words = blocks[place].text[label.words_start :]
    if not words and place + 1 < len(blocks):
        words = DASH.sub("", blocks[place + 1].text, count=1)
    return label if words and words[0] not in OPENERS and words[-1] in ENDS else None


def read_label(block: Block) -> Label | None:
    """The name that begins a block, or takes all of it, up to a colon."""
    match = LABEL.fullmatch(block.text)
    if match is None or block.heading_level:
        return None
    words_start = len(block.text) if match["words"] is None else match.start("words")
    if ASKER.fullmatch(match["who"]):
        return Label(None, words_start)
    if INITIALS.fullmatch(match["who"]):
        return Label(None, words_start, match["who"])
    mention = mention_of(block.text, match.end("who"))
    return Label(mention, words_start) if mention else None


def mention_of(text: str, end: int) -> Mention | None:
    """Whom all the words up to a place name, in full, by the surname, or by what they are."""
    if short := INITIALED.fullmatch(text, 0, end):
        return Mention(0, end, surname=Span(*short.span("surname")))
    found = read_speaker(text, 0, end) or unnamed_from(text, 0, end)
    if found is None or text[found.end : end].strip(" ,"):
        return None
    tells = VERB.search(text, (found.name or found.surname or Span(end, end)).end, end)
    return found if (found.name or found.surname) and not tells else None


@dataclass(frozen=True)
class Talk:
    """The labels of a conversation, and the blocks that they stand in."""

    blocks: Sequence[Block]
    labels: dict[int, Label]

    @cached_property
    def is_mixed(self) -> bool:
        """Whether a narrator speaks between the turns: what has no label is then nobody's turn."""
        places = [*self.labels, len(self.blocks)]
        between = range(places[0], places[-2])
        return any(
            place not in self.labels and read_prose(self.blocks[place].text).statements
            for place in between
        )

    def turns(self) -> dict[int, Turn]:
        """Each turn by the place of its first block."""
        askers = self.askers()
        found: dict[int, Turn] = {}
        for place in self.labels:
            for start, turn in self.turns_of(place):
                found[start] = turn._replace(mention=None, spans=()) if place in askers else turn
        return found

    def askers(self) -> set[int]:
        """The labels of those who do nothing but ask, and of whom nothing is told."""
        asked: dict[str, list[int]] = {}
        for place in self.labels:
            asked.setdefault(self.name_of(place), []).append(place)
        return {
            place
            for places in asked.values()
            if all(self.asks(place) for place in places)
            for place in places
        }

    def name_of(self, place: int) -> str:
        """A label's name as printed."""
        mention = self.labels[place].mention
        span = mention and (mention.name or mention.surname)
        return span.of(self.blocks[self.named_at(place)].text) if span else ""

    def named_at(self, place: int) -> int:
        """The place of the label that spells out who speaks."""
        named_at = self.labels[place].named_at
        return place if named_at is None else named_at

    def asks(self, place: int) -> bool:
        """Whether a turn is a question of somebody of whom no position is told."""
        mention = self.labels[place].mention
        if mention and (mention.position or mention.title):
            return False
        return mention is None or self.blocks[place].text.endswith("?")

    def turns_of(self, place: int) -> Iterator[tuple[int, Turn]]:
        """The turn of a label; where dashes begin the words below it, each of them is one."""
        label, end = self.labels[place], self.end_of(place)
        mention = label.mention
        has_words = label.words_start < len(self.blocks[place].text)
        first = place if has_words else place + 1
        starts = [first, *(one for one in range(first + 1, end) if self.is_dashed(one))]
        for number, start in enumerate(starts):
            stop = starts[number + 1] if number + 1 < len(starts) else end
            is_asked = start > first and self.is_question(start)
            begin = place if start == first else start
            if start < stop:
                spans = () if is_asked or mention is None else self.words(start, stop)
                named_at = self.named_at(place)
                yield begin, Turn(named_at, stop - begin, spans, None if is_asked else mention)

    def words(self, start: int, stop: int) -> tuple[Span, ...]:
        """The words of some blocks; of paragraphs that follow each other, one stretch."""
        spans: list[Span] = []
        for place in range(start, stop):
            block = self.blocks[place]
            begin = block.start
            if place in self.labels:
                begin += self.labels[place].words_start
            elif dash := DASH.match(block.text):
                begin += dash.end()
            if spans and spans[-1].end + 1 == begin:
                spans[-1] = Span(spans[-1].start, block.end)
            else:
                spans.append(Span(begin, block.end))
        return tuple(spans)

    def end_of(self, place: int) -> int:
        """Where a turn is over: with the next label, or before what is none of its words.

        Below the last label only words behind a dash, and those that a label alone leads to, are
        certain to be the same person's.
        """
        following = self.next_label(place)
        last = len(self.blocks) if following is None else following
        leads = self.labels[place].words_start >= len(self.blocks[place].text)
        end = place + 1
        while end < last:
            is_first = leads and end == place + 1
            if not self.goes_on(place, end) or (not is_first and self.is_loose_question(end)):
                break
            if following is None and not is_first and not self.is_dashed(end):
                break
            end += 1
        return end

    def next_label(self, place: int) -> int | None:
        """The place of the label after one; labels stand in the page's order."""
        places = list(self.labels)
        number = bisect_right(places, place)
        return places[number] if number < len(places) else None

    def goes_on(self, place: int, other: int) -> bool:
        """Whether a block may be more of what a label's person says."""
        first, block = self.blocks[place], self.blocks[other]
        is_alike = block.tag == first.tag and block.path[:-1] == first.path[:-1]
        if not is_alike or block.heading_level or block.is_bold or block.text[-1] not in ENDS:
            return False
        if self.is_dashed(other):
            return True
        leads = self.labels[place].words_start >= len(first.text)
        if self.is_mixed and not leads:
            return False
        if LIKE_LABEL.match(block.text):
            return False
        if ASIDE.fullmatch(block.text) or is_italic(block):
            return False
        return not read_prose(block.text).statements

    def is_loose_question(self, place: int) -> bool:
        """Whether a paragraph asks, and the next one answers under a label."""
        return self.blocks[place].text.endswith("?") and place + 1 in self.labels

    def is_dashed(self, place: int) -> bool:
        """Whether a dash begins a block."""
        return DASH.match(self.blocks[place].text) is not None

    def is_question(self, place: int) -> bool:
        """Whether words behind a dash ask what the next dash answers."""
        if not self.blocks[place].text.endswith("?"):
            return False
        return is_italic(self.blocks[place]) or (
            place + 1 < len(self.blocks) and self.is_dashed(place + 1)
        )


def is_italic(block: Block) -> bool:
    """Whether all of a block is in italics."""
    return any(
        mark.kind == "italic" and mark.start == 0 and mark.end == len(block.text)
        for mark in block.marks
    )
