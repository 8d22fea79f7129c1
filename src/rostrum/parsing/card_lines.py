"""The lines about one person on a programme page: which is the name, which the position.

A card, a row, a few lines below a name, or lines in styles of their own.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from rostrum.parsing.appositions import is_titled
from rostrum.parsing.details import HALLS, LABELLED, LETTERS
from rostrum.parsing.groups import detail_of, group_role_of
from rostrum.parsing.lexicon import FURNITURE_LABELS, POINTER, begins_other_stories, fold
from rostrum.parsing.names import could_be_name, is_name, strip_honorific
from rostrum.parsing.organizations import names_organization
from rostrum.parsing.people import (
    MARK,
    Person,
    part,
    people_in,
    read_people,
    tells_position,
    trim,
    without_mark,
)
from rostrum.records import Cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rostrum.reading import Block

MIN_NAMES = 3
"""Names: below fewer as many lines may stand by chance."""

MAX_POSITION_LENGTH = 300
MAX_POSITION_LINES = 3
NEAR = 6
"""Blocks around a name among which other names are looked for."""

MAX_LINE = 80
"""Characters: of several lines below each name none is longer."""

MIN_SENTENCE = 60
"""Characters: a sentence as long as this tells of a person, and is no position."""

SENTENCE_ENDS = (".", "?", "!", "…", ".»", ".”")


DISCUSSION = re.compile(
    r"(?:questions? and answers?|q\s?&\s?a|(?:open |general )?(?:discussion|debate)|"
    r"вопросы и ответы|дискуссия|обсуждение|прения|ответы на вопросы)(?![\w’'])",
    re.IGNORECASE,
)
"""What follows the speakers, and is nobody's position."""

PRICE = re.compile(
    r"^(?:tickets?|book (?:now|a|your)|free (?:entry|admission)|sold out|билеты?|вход свободный)\b|"
    r"[€$£₽]\s?\d|\d\s?(?:€|₽|руб(?:\.|лей|ля)?(?!\w))",
    re.IGNORECASE,
)

SENTENCES = re.compile(r"[^\W\d_]{3}[.!?] (?=[^\W\d_a-zа-яё])")
"""A sentence and the next one (`… for twenty years. Read more →`)."""


class CardLines:
    """Looks at the lines around people's names on one page."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks

    def positions(self, place: int) -> list[Block]:
        """The lines that say what the person is whose name stands at a place."""
        found = self.position_lines(place)
        count = self.lines_of_each
        is_cell = self.blocks[place].tag == "td"
        if 0 < len(found) < count == self.lines_below(place) and not is_cell:
            return list(self.blocks[place + 1 : place + 1 + count])
        return found

    def person_below(self, place: int) -> Person | None:
        """The person of a card that prints the position above the name."""
        if place + 1 >= len(self.blocks):
            return None
        position, name = self.blocks[place : place + 2]
        if looks_alike(position, name) and position.style_name == name.style_name:
            return None  # two lines of one name, or of two people
        people = read_people(name)
        is_card = len(people) == 1 and people[0].position is None and is_position(name, position)
        return people[0] if is_card and self.is_card(place + 1, position) else None

    def begins_above(self, place: int) -> bool:
        """Whether the family name stands alone on the line above (`Lund`, `Ada Maria`)."""
        if not place:
            return False
        above, name = self.blocks[place - 1 : place + 1]
        is_alike = looks_alike(above, name) and above.style_name == name.style_name
        is_word = len(above.text.split()) == 1 and above.text.istitle()
        return is_alike and is_word and above.path == name.path and not group_role_of(above.text)

    def labels_one(self, place: int) -> bool:
        """Whether what stands above a name is in its card, and so says nothing of the next."""
        label, *below = self.blocks[place : place + 2 + NEAR]
        name, *others = below or [label]
        following = takewhile(lambda block: not group_role_of(block.text), others)
        after = next((block for block in following if read_people(block)), None)
        return after is not None and nearness(label, name) > nearness(name, after)

    def lines_below(self, place: int) -> int:
        """How many lines stand below a name, up to the next one or a label; none of them long."""
        count = 0
        for block in self.blocks[place + 1 : place + 2 + MAX_POSITION_LINES]:
            is_next = read_people(block) or group_role_of(block.text) or detail_of(block.text)
            is_other = block.heading_level or is_furniture(self.blocks[place], block)
            if is_next or is_other or len(block.text) >= MAX_LINE:
                break
            count += 1
        return count

    @cached_property
    def lines_of_each(self) -> int:
        """How many lines stand below each name, where below most of them as many do; else 1."""
        places = [
            place
            for place, block in enumerate(self.blocks)
            if is_name(block.text[strip_honorific(block.text) :])
        ]
        counts = Counter(map(self.lines_below, places))
        if not counts:
            return 1
        count, often = counts.most_common(1)[0]
        is_regular = often >= MIN_NAMES and 2 * often > len(places)
        return count if is_regular and 1 < count <= MAX_POSITION_LINES else 1

    def position_lines(self, place: int) -> list[Block]:
        """The lines below a name that say what the person is: one, or those of the same card."""
        name = self.blocks[place]
        found: list[Block] = []
        for block in self.blocks[place + 1 : place + 1 + MAX_POSITION_LINES]:
            if not found and MARK.fullmatch(block.text):
                continue
            goes_on = found and (
                found[-1].text.endswith(",")
                or self.is_styled(name, block)
                or tells_position(block)
                or found[-1].path == block.path != name.path
            )
            if goes_on and is_position(name, block):
                found.append(block)
                continue
            if found and self.is_another_style(found[0], block):
                break
            if not (self.is_cell_beside(place, block) or is_position(name, block)):
                break
            if tells_of(name.text, block.text) or (
                is_sentence(block.text) and not is_titled(block.text)
            ):
                break
            if found and not (self.is_card(place, block) and looks_alike(found[0], block)):
                break
            is_column = block.tag == "td"  # another one, of a table
            if found and (is_column or is_sentence(block.text) or MARK.fullmatch(block.text)):
                break
            if not found and not self.is_near(place, block):
                break
            found.append(block)
        return found

    def is_another_style(self, first: Block, block: Block) -> bool:
        """Whether a line below a position tells something else: in a style that few cards have.

        Or it is the first line of the next card.
        """
        if block.style_name == self.style_above:
            return True
        is_other = bool(first.style_name) and block.style_name != first.style_name
        is_body = block.text[0] not in '«“"' and names_organization(block.text)
        if is_body and block.path[:-1] == first.path[:-1]:
            return False
        return is_other and bool(self.name_styles) and not self.is_of_cards(block)

    def is_card(self, place: int, block: Block) -> bool:
        """Whether a line stands closer to a name than the names around do."""
        name = self.blocks[place]
        around = self.around(place)
        others = [other for other in around if read_people(other) or group_role_of(other.text)]
        near = nearness(name, block)
        return bool(others) and all(
            near > nearness(name, other) for other in others if other is not block
        )

    def is_near(self, place: int, block: Block) -> bool:
        """Whether a line stands no farther from a name than the names around do."""
        name = self.blocks[place]
        others = [other for other in self.around(place) if other is not block]
        near = nearness(name, block)
        return all(
            near >= nearness(name, other) and near >= nearness(block, other)
            for other in others
            if read_people(other)
        )

    def is_cell_beside(self, place: int, block: Block) -> bool:
        """Whether a cell of the same row stands beside a name, whatever it looks like."""
        name = self.blocks[place]
        is_cell = block.tag in {"td", "dd"} and name.tag in {"td", "dt", "th"}
        is_same_row = nearness(name, block) >= len(name.path) - 1 and self.is_card(place, block)
        return is_cell and is_same_row and not group_role_of(block.text)

    def around(self, place: int) -> tuple[Block, ...]:
        """The blocks near a place."""
        return (
            *self.blocks[max(place - NEAR, 0) : place],
            *self.blocks[place + 1 : place + 1 + NEAR],
        )

    def is_styled(self, name: Block, block: Block) -> bool:
        """Whether names have a style here, and a line another that is not its alone."""
        own = {*self.name_styles, self.style_above}
        is_other = block.style_name not in own and self.is_of_cards(block)
        return name.style_name in self.name_styles and is_other

    def is_of_cards(self, block: Block) -> bool:
        """Whether a line has a style that most of the cards before the last have."""
        if not self.name_styles:
            return self.styles[block.style_name] > 1
        return block.style_name in self.card_styles

    @cached_property
    def card_styles(self) -> frozenset[str]:
        """The styles of lines that stand between most names and the next one."""
        styles = [block.style_name for block in self.blocks]
        places = [place for place, style in enumerate(styles) if style in self.name_styles]
        between = Counter(styles[places[0] : places[-1]])
        return frozenset(style for style, often in between.items() if 2 * often > len(places) - 1)

    @cached_property
    def style_above(self) -> str | None:
        """The style of a line above each name, the first one's too; None without one."""
        styles = [block.style_name for block in self.blocks]
        pairs = pairwise(styles)
        above = next((above for above, style in pairs if style in self.name_styles), "")
        return above if self.name_styles and above in self.card_styles else None

    @cached_property
    def styles(self) -> Counter[str]:
        """How many lines have each style."""
        return Counter(block.style_name for block in self.blocks if block.style_name)

    @cached_property
    def name_styles(self) -> frozenset[str]:
        """The styles in which most lines are people's names, two or more of them."""
        names = Counter(
            block.style_name
            for block in self.blocks
            if block.style_name and is_name(block.text[strip_honorific(block.text) :])
        )
        return frozenset(
            style for style, count in names.items() if count > 1 and 2 * count >= self.styles[style]
        )

    def named_by_style(self, block: Block) -> list[Person]:
        """The person whom no list of names knows, in a line that looks as names do here."""
        if block.style_name not in self.name_styles:
            return []
        line = without_mark(trim(block.cut()))
        if line is None or not could_be_name(line.text, may_be_words=True):
            return []
        return [Person(part(line, strip_honorific(line.text)))]


def is_position(name: Block, block: Block) -> bool:
    """Whether a line below a name says what the person is."""
    if tells_position(block):
        return True
    if (
        len(block.text) > MAX_POSITION_LENGTH
        or group_role_of(block.text)
        or block.heading_level
        or not LETTERS.search(block.text)
        or names_group(block.text)
        or DISCUSSION.match(block.text)
    ):
        return False
    is_of_other_list = block.tag == name.tag == "li" and block.path[:-1] != name.path[:-1]
    is_styled = name.style_name and block.style_name and name.style_name != block.style_name
    kind = detail_of(block.text)
    if (
        is_of_other_list
        or (kind and not (kind == "other" and is_styled))  # `Partner`
        or begins_other_stories(block.text)
        or is_furniture(name, block)
        or HALLS.match(block.text)
    ):
        return False
    if is_styled:
        return True
    if looks_alike(name, block):
        return not read_people(block)
    return not is_name(block.text) or nearness(name, block) >= len(name.path) > 0


def names_group(text: str) -> bool:
    """Whether a line begins with what some people are (`Debaters: Ada Lund, Jan Brask`)."""
    label = LABELLED.match(text)
    if label is None:
        return False
    value = Cut(label["value"], 0, len(label["value"]))
    return group_role_of(label["label"]) is not None or len(people_in(value)) > 1


def tells_of(name: str, text: str) -> bool:
    """Whether a line is a sentence about a person (`Ada has kept the lock since 2009.`)."""
    return text.startswith(f"{name.split(maxsplit=1)[0]} ") and text.endswith(SENTENCE_ENDS)


def is_sentence(text: str) -> bool:
    """Whether a line is prose about a person, not a position."""
    is_ended = text.endswith(SENTENCE_ENDS) or SENTENCES.search(text) is not None
    return len(text) >= MIN_SENTENCE and is_ended


def is_furniture(name: Block, block: Block) -> bool:
    """Whether a line below a name only leads elsewhere (`Read more`, a link), or tells a price."""
    is_link = block.link_share == 1 and name.link_share == 0
    leads = fold(block.text) in FURNITURE_LABELS or POINTER.match(block.text) is not None
    return is_link or leads or PRICE.search(block.text) is not None


def looks_alike(one: Block, other: Block) -> bool:
    """Whether two lines look the same: both names, or both positions."""
    return (one.is_bold, one.heading_level, one.link_share > 0) == (
        other.is_bold,
        other.heading_level,
        other.link_share > 0,
    )


def nearness(one: Block, other: Block) -> int:
    """How many of the elements around two blocks they share."""
    count = 0
    for mine, its in zip(one.path, other.path, strict=False):
        if mine != its:
            break
        count += 1
    return count
