"""Words and their speaker in blocks of their own: a card, a row, a blockquote and its footer.

Whose words a speaker's line tells, those above or those below it, is told by how close the blocks
stand in the markup; where that says nothing, by the order in which the page begins and ends. Where
neither is certain, nobody is the speaker.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rostrum.parsing.cards import MAX_MORE, OPENERS, Card, read_card
from rostrum.parsing.quotations import find_quotations, trimmed
from rostrum.parsing.sentences import holds_words
from rostrum.parsing.spans import Span
from rostrum.parsing.speech import FIRST_PERSON
from rostrum.parsing.statements import announced_speaker, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rostrum.reading import Block

MAX_QUOTE_BLOCKS = 6
LONG = 6
"""Words: less in a box above a name is a label."""

CARD_BLOCKS = 2
LIFE_HEAD = 60
"""Characters in which a life says whose it is."""

DASHED = re.compile(r"[—–]|-\s")
"""What begins somebody's words in Russian."""

MAX_LINE = 160
"""Characters: no name with what its person is takes a longer line."""

ROW = 3
FEW = 2
"""Fewer people one below the other are no row; in boxes of their own, fewer than two."""

MIN_WORDS = 3
"""Words: a quoted block shorter than this is a term or a title."""


@dataclass(frozen=True, slots=True)
class Words:
    """Blocks that are somebody's words from end to end; spans count from the first one's start."""

    place: int
    block_count: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Words and the card that tells whose they are."""

    words: Words
    card: Card

    @property
    def place(self) -> int:
        """Where the first of the two begins."""
        return min(self.words.place, self.card.place)

    @property
    def block_count(self) -> int:
        """How many blocks both take."""
        return self.words.block_count + self.card.block_count


def find_pairs(text: str, blocks: Sequence[Block]) -> dict[int, Pair]:
    """Every words-and-card pair of an article, by the place of its first block."""
    words = find_words(text, blocks)
    if not words:
        return {}
    return Neighbourhood(blocks, words, find_cards(text, blocks, words)).pairs()


class Neighbourhood:
    """Words and cards by where they begin and where they end."""

    def __init__(
        self, blocks: Sequence[Block], words: dict[int, Words], cards: dict[int, Card]
    ) -> None:
        self.blocks = blocks
        self.words, self.cards = words, cards
        self.words_by_end = {end_of(one): one for one in words.values()}
        self.cards_by_end = {end_of(one): one for one in cards.values()}
        self.ends: dict[int, tuple[bool, bool]] = {}

    def pairs(self) -> dict[int, Pair]:
        """The words whose card is certain; no card belongs to two of them."""
        chosen = [(one, self.card_of(one)) for one in self.words.values()]
        pairs = [Pair(one, card) for one, card in chosen if card]
        used = Counter(pair.card.place for pair in pairs)
        return {pair.place: pair for pair in pairs if used[pair.card.place] == 1}

    def card_of(self, words: Words) -> Card | None:
        """The card that stands closer to some words than to others."""
        below, above = self.cards.get(end_of(words)), self.cards_by_end.get(words.place)
        if above and self.is_signature(above):
            above = None
        if below and self.is_signature(below):
            return below
        if below and above:
            return self.nearer(words, above, below)
        return self.only_card(words, below or above, is_below=below is not None)

    def nearer(self, words: Words, above: Card, below: Card) -> Card | None:
        """Of two cards the one that shares more of the markup with some words."""
        near_below, near_above = self.closeness(words, below), self.closeness(words, above)
        if near_below == near_above:
            return self.by_order(words, above, below)
        return below if near_below > near_above else above

    def only_card(self, words: Words, card: Card | None, *, is_below: bool) -> Card | None:
        """The one card beside some words, unless it stands closer to others."""
        if card is None:
            return None
        rival = self.words.get(end_of(card)) if is_below else self.words_by_end.get(card.place)
        if rival is None:
            return card
        near, near_rival = self.closeness(words, card), self.closeness(rival, card)
        if near == near_rival:
            return self.by_order(words, *((None, card) if is_below else (card, None)))
        return card if near > near_rival else None

    def is_signature(self, card: Card) -> bool:
        """Whether a dash begins the speaker's line: it then signs what stands above."""
        return self.blocks[card.place].text[0] in "—–-"

    def by_order(self, words: Words, above: Card | None, below: Card | None) -> Card | None:
        """Where cards and words take turns: the way in which the whole row comes out even."""
        if words.place not in self.ends:
            row = self.row_of(words)
            ends = isinstance(row[0], Card), isinstance(row[-1], Card)
            self.ends |= {one.place: ends for one in row}
        begins_with_card, ends_with_card = self.ends[words.place]
        if begins_with_card == ends_with_card:
            return None
        return above if begins_with_card else below

    def row_of(self, words: Words) -> deque[Words | Card]:
        """The words and cards that follow each other without a gap."""
        row: deque[Words | Card] = deque([words])
        while before := self.other_at(row[0], row[0].place, is_end=True):
            row.appendleft(before)
        while after := self.other_at(row[-1], end_of(row[-1]), is_end=False):
            row.append(after)
        return row

    def other_at(self, one: Words | Card, place: int, *, is_end: bool) -> Words | Card | None:
        """A card beside words, or words beside a card."""
        if isinstance(one, Card):
            return (self.words_by_end if is_end else self.words).get(place)
        return (self.cards_by_end if is_end else self.cards).get(place)

    def closeness(self, words: Words, card: Card) -> int:
        """How many elements words and card have in common where they touch."""
        place = max(words.place, card.place)
        return len(shared(self.blocks[place - 1].path, self.blocks[place].path))


ONE_BLOCK = Words(0, 1, ())


def end_of(one: Words | Card) -> int:
    """The place behind the last block."""
    return one.place + one.block_count


def find_words(text: str, blocks: Sequence[Block]) -> dict[int, Words]:
    """Blocks that are a quotation from end to end, or stand in a blockquote, by their place."""
    found: dict[int, Words] = {}
    place = 0
    while place < len(blocks):
        card = read_card(text, blocks, place) if blocks[place].is_quoted else None
        words = None if card else words_at(text, blocks, place)
        if words:
            found[place] = words
        place += (words or card or ONE_BLOCK).block_count
    return words_below_cards(text, blocks) | found


def words_below_cards(text: str, blocks: Sequence[Block]) -> dict[int, Words]:
    """Words without marks, each below a name and a position, in a row of such.

    A row of lives looks the same; in words, at least every third one says `I` or `we`, and none
    tells of the person by name.
    """
    cards = [card for place in range(len(blocks)) if (card := card_above(text, blocks, place))]
    places = [end_of(card) for card in cards]
    if any(is_life(blocks[end_of(card)].text, blocks[card.place].text) for card in cards):
        return {}
    firsts = sum(FIRST_PERSON.search(blocks[place].text) is not None for place in places)
    least = FEW if all(is_boxed(blocks, card) for card in cards) else ROW
    if len(places) < least or ROW * firsts < len(places):
        return {}
    found = {end_of(card): words_of_card(blocks, card) for card in cards}
    return {place: words for place, words in found.items() if words}


def card_above(text: str, blocks: Sequence[Block], place: int) -> Card | None:
    """A name and a position, in one line or two, that stand above what may be somebody's words."""
    block = blocks[place]
    card = read_card(text, blocks, place) if len(block.text) <= MAX_LINE else None
    if card is None or not card.mention.position or end_of(card) >= len(blocks):
        return None
    if block.heading_level and card.block_count < CARD_BLOCKS:
        return None
    is_announced = block.text.endswith(":")
    return card if is_told(blocks[end_of(card)]) and not is_announced else None


def is_boxed(blocks: Sequence[Block], card: Card) -> bool:
    """Whether a card and the words below it have a box of their own, which no block shares."""
    place = end_of(card)
    box = shared(blocks[card.place].path, blocks[place].path)
    around = [*blocks[max(card.place - 1, 0) : card.place], *blocks[place + 1 : place + 2]]
    return len(box) > 1 and all(one.path[: len(box)] != box for one in around)


def words_of_card(blocks: Sequence[Block], card: Card) -> Words | None:
    """The words below a card: all the paragraphs of a box of its own, or of theirs."""
    place = end_of(card)
    box = shared(blocks[card.place].path, blocks[place].path)
    is_alone = bool(box) and (card.place == 0 or blocks[card.place - 1].path[: len(box)] != box)
    is_alone |= blocks[card.place].heading_level > 0  # it heads all up to the next one
    if not is_alone and len(blocks[place].path) > len(box) + 1:
        box, is_alone = blocks[place].path[:-1], True
    count = 1
    while (
        is_alone
        and place + count < len(blocks)
        and blocks[place + count].path[: len(box)] == box
        and is_text(blocks[place + count])
    ):
        count += 1
    if count == 1:
        return answer(blocks, place)
    first = blocks[place].start
    parts = (Span(one.start - first, one.end - first) for one in blocks[place : place + count])
    return Words(place, count, tuple(parts))


def is_text(block: Block) -> bool:
    """Whether a block is whole sentences, no heading and no link."""
    return not block.heading_level and block.link_share == 0 and block.text[-1] in ".!?…"


LIFE = re.compile(
    r"^(?:He|She|Он|Она)\b|\b(?:born|graduated|joined|holds an?|has (?:worked|been|led|served)|"
    r"родил(?:ся|ась)|окончил[аи]?|работает|возглавляет|руководит)\b"
)


def is_life(text: str, name: str) -> bool:
    """Whether a text below a name tells of that person."""
    surname = name.strip(" ,;:").partition(",")[0].rsplit(maxsplit=1)[-1].strip(" .,:")
    return surname in text or LIFE.search(text[:LIFE_HEAD]) is not None


def is_told(block: Block) -> bool:
    """Whether a block may be what somebody says: some words, whole sentences."""
    return is_text(block) and holds_words(block.text, LONG)


def words_at(text: str, blocks: Sequence[Block], place: int) -> Words | None:
    """The words that begin at a block; a quotation may go on over the next ones."""
    first = blocks[place]
    if first.text[0] in OPENERS:
        for count in range(1, min(MAX_QUOTE_BLOCKS, len(blocks) - place) + 1):
            last = blocks[place + count - 1]
            unit = text[first.start : last.end]
            quotations = find_quotations(unit)
            if quotations and quotations[0].is_closed:
                return whole(place, count, unit, quotations[0].end, quotations[0].parts)
            if last.text[-1] not in PARAGRAPH_ENDS or last.heading_level:
                return None
        return None
    if first.is_quoted:
        return quoted_run(text, blocks, place)
    if is_answer(text, blocks, place) or is_testimonial(text, blocks, place):
        return answer(blocks, place)
    return None


def is_testimonial(text: str, blocks: Sequence[Block], place: int) -> bool:
    """Whether a box holds words, below them a name and a position, and no more.

    A life on a staff page has the name first; a story's teaser is a link or a heading. Where one
    line tells both, who speaks says `I` or `we`: an article has its author's line.
    """
    block = blocks[place]
    is_long = not block.heading_level and block.link_share == 0 and holds_words(block.text, LONG)
    card = read_card(text, blocks, place + 1) if is_long and place + 1 < len(blocks) else None
    if card is None or not card.mention.position or not blocks[place + 1].path:
        return False
    if card.block_count < CARD_BLOCKS and not FIRST_PERSON.search(block.text):
        return False
    end = end_of(card)
    box = shared(block.path, blocks[end - 1].path)
    around = [*blocks[max(place - 1, 0) : place], *blocks[end : end + 1]]
    return len(box) > 1 and all(one.path[: len(box)] != box for one in around)


def shared(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    """The elements that two blocks stand in together."""
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    return one[:count]


def is_answer(text: str, blocks: Sequence[Block], place: int) -> bool:
    """Whether a block is what the line above it leads to: its `<dd>`, or words behind a dash.

    What a list says of a person may be a life; who speaks says `I` or `we`.
    """
    if place == 0:
        return False
    block = blocks[place]
    above = blocks[place - 1]
    is_said = DASHED.match(block.text) or (is_told(block) and FIRST_PERSON.search(block.text))
    is_below = above.text.endswith(":") and not above.heading_level
    if is_said and is_below and block.tag != "li":
        return announced_speaker(above.text) is not None
    if block.tag != "dd" or not FIRST_PERSON.search(block.text):
        return False
    return any(
        (card := read_card(text, blocks, above)) and above + card.block_count == place
        for above in range(max(place - 2 - MAX_MORE, 0), place)
    )


def answer(blocks: Sequence[Block], place: int) -> Words | None:
    """The words of one block, less the dash before them."""
    unit = blocks[place].text
    part = trimmed(unit, 1 if DASHED.match(unit) else 0, len(unit))
    if part is None or not holds_words(part.of(unit), MIN_WORDS):
        return None
    return Words(place, 1, spoken(unit, (part,)))


PARAGRAPH_ENDS = ".!?…:;"


def whole(place: int, count: int, unit: str, end: int, parts: tuple[Span, ...]) -> Words | None:
    """A quotation that takes all of its blocks, and is long enough to be somebody's words."""
    if unit[end:].strip(" ,.—–-") or not parts:
        return None
    length = sum(len(part.of(unit).split()) for part in parts)
    return Words(place, count, spoken(unit, parts)) if length >= MIN_WORDS else None


def quoted_run(text: str, blocks: Sequence[Block], place: int) -> Words | None:
    """The paragraphs of one blockquote, up to the one that says who spoke."""
    first = blocks[place]
    count = 1
    while (
        place + count < len(blocks)
        and blocks[place + count].is_quoted
        and blocks[place + count].path[: quote_depth(first)] == first.path[: quote_depth(first)]
        and not read_card(text, blocks, place + count)
    ):
        count += 1
    unit = text[first.start : blocks[place + count - 1].end]
    part = trimmed(unit, 0, len(unit))
    if part is None or not holds_words(unit, MIN_WORDS):
        return None
    return Words(place, count, spoken(unit, (part,)))


def quote_depth(block: Block) -> int:
    """How many elements stand around a blockquote's paragraph, the blockquote included."""
    return max(len(block.path) - 1, 1)


def find_cards(text: str, blocks: Sequence[Block], words: dict[int, Words]) -> dict[int, Card]:
    """Speakers' lines that stand right beside words, by their place."""
    found: dict[int, Card] = {}
    for place, one in words.items():
        below = place + one.block_count
        if below < len(blocks) and (card := read_card(text, blocks, below)):
            found[below] = card
        for above in range(max(place - 2 - MAX_MORE, 0), place):
            card = read_card(text, blocks, above)
            if card and end_of(card) == place:
                found[above] = card
                break
    return found
