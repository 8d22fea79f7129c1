"""What a page says that somebody is, where it names them first (`Ada Lund, mayor, came`)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from rostrum.parsing.appositions import after_letters, is_position, is_titled, position_from
from rostrum.parsing.lexicon import fold
from rostrum.parsing.mentions import (
    is_titled_span,
    named_from,
    names_within,
    title_of,
    told_of,
)
from rostrum.parsing.names import strip_honorific
from rostrum.parsing.positions import split_position
from rostrum.parsing.pronouns import NEAR
from rostrum.parsing.same_person import same_person
from rostrum.parsing.sentences import find_sentence_end
from rostrum.parsing.spans import Span
from rostrum.parsing.unnamed import head_of, is_agent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rostrum.parsing.cast import Cast
    from rostrum.records import Cut, Role, Speaker

STYLES = frozenset(("Senator", "Deputy", "Councillor", "Ambassador"))
"""Titles of one word that stand before a name in address, whatever the office."""

IS = re.compile(r"\s+is\s+(?:the\s+|an?\s+)?")
SHE_IS = re.compile(r"(?<=[.!?…] )(?:She|He)(?: is|’s|'s) (?:also )?(?:the |an? )?(?=[a-zA-Z])")
AND_MORE = re.compile(r",?\s(?:and|but|who|which|since|because|when|where|whose|so|to|not)\s")
HOUSE = re.compile(r"[A-ZА-ЯЁ]{2,6} [A-ZА-ЯЁ][a-zа-яё]+$")
"""An office with the letters of its house before it (`PALC President`)."""

MAX_SAID = 100
"""Characters of a position that a sentence tells with its verb."""

SENTENCE_ENDS = ".!?…:;,”»"
SURNAME_APPOSED = re.compile(
    r"\b(?:Mr|Ms|Mrs|Dr|Prof)\.?\s+(?P<surname>[^\W\d_a-zа-яё][\w’'-]+),\s+(?=[a-z])"
)


class Introduction(NamedTuple):
    """Where a full name stands with a position; `key` is what all printings of the name share."""

    start: int
    key: str
    position: Cut
    roles: tuple[Role, ...]


class Introductions:
    """Finds what a page says of its people; offsets are those of its text."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.text = cast.text

    def complete(self, speaker: Speaker, start: int) -> Speaker:
        """Somebody with the position by which the page named them before a place, if it did.

        One of a single word (`Judge`) gives way to the first that says more of it.
        """
        known = speaker.position
        if speaker.name is None or (known and " " in known.text):
            return speaker
        text = speaker.name.text
        key = fold(text)
        before = [one for one in self.all if one.start < start]
        of_name = [one for one in before if one.key == key]
        if not of_name:
            of_name = [one for one in before if same_person(text, unfolded(one.key))]
            of_name = of_name if len({one.key for one in of_name}) == 1 else []
        if known:
            of_name = [one for one in of_name if says_more(one.position.text, known.text)][:1]
        if not of_name:
            return speaker
        return replace(speaker, position=of_name[-1].position, roles=of_name[-1].roles)

    @cached_property
    def all(self) -> list[Introduction]:
        """Where full names stand with a position, in order."""
        found = []
        for name in self.cast.names:
            line = self.text.rfind("\n", 0, name.start) + 1
            title = title_of(self.text, max(line, name.start - NEAR), name)
            mention = named_from(self.text, name.start, name, title, self.cast.reach(name.end))
            cuts = [self.cast.cut(span) for span in told_of(self.text, mention)] if mention else []
            if not cuts or cuts[0].text in STYLES:
                said = self.said_to_be(name) or self.below(name)
                cuts = [self.cast.cut(span) for span in said] or cuts
            if cuts:
                roles = [role for part in reversed(cuts) for role in split_position(part.text)]
                key = fold(self.cast.cut(self.cast.fullest(name)).text)
                found.append(Introduction(name.start, key, cuts[0], tuple(roles)))
        others = (*self.by_surname(), *self.by_pronoun())
        return sorted([*found, *others], key=lambda one: one.start)

    def by_pronoun(self) -> Iterator[Introduction]:
        """What a sentence behind a name tells of the person: `She is director of the Lake Fund.`"""
        for match in SHE_IS.finditer(self.text):
            begin = self.text.rfind("\n", 0, match.start()) + 1
            keys = {
                self.cast.key_of(name) for name in self.cast.names_between(begin, match.start())
            }
            if len(keys) != 1:
                continue
            end = self.cast.reach(match.end())
            rest = AND_MORE.search(self.text, match.end(), end)
            position, _ = position_from(self.text, match.end(), rest.start() if rest else end)
            if position and is_titled_span(self.text, position):
                cut = self.cast.cut(position)
                roles = split_position(cut.text)
                yield Introduction(match.start(), keys.pop(), cut, roles)

    def by_surname(self) -> Iterator[Introduction]:
        """What is told of somebody behind a surname: `Ms Lund, treasurer of the Lake Fund, …`."""
        matches = list(SURNAME_APPOSED.finditer(self.text))
        people: dict[str, set[str]] = {match["surname"]: set() for match in matches}
        for name in self.cast.names if matches else ():
            surname = name.of(self.text).rpartition(" ")[2]
            if surname in people:
                people[surname].add(self.cast.key_of(name))
        for match in matches:
            position, _ = position_from(self.text, match.end(), self.cast.reach(match.end()))
            of_name = people[match["surname"]]
            if len(of_name) == 1 and position and is_titled_span(self.text, position):
                cut = self.cast.cut(position)
                roles = split_position(cut.text)
                yield Introduction(match.start(), next(iter(of_name)), cut, roles)

    def said_to_be(self, name: Span) -> list[Span]:
        """What a sentence says that somebody is: `Ada Lund is head of harbours at Norvik.`"""
        be = IS.match(self.text, name.end)
        if be is None:
            return []
        end = self.cast.reach(name.end)
        if rest := AND_MORE.search(self.text, be.end(), end):
            end = rest.start()
        position, _ = position_from(self.text, be.end(), end)
        if position is None or len(position.of(self.text)) > MAX_SAID:
            return []
        has_article = be.group().split()[1:] != []
        is_agent_told = has_article and is_agent(head_of(position.of(self.text)))
        return [position] if is_agent_told or is_titled_span(self.text, position) else []

    def below(self, name: Span) -> list[Span]:
        """The line below a name that has its line for itself, where that is a position."""
        line = self.text.rfind("\n", 0, name.start) + 1
        end = self.cast.reach(name.end)
        before = self.text[line : name.start]
        style, _, rest = before.partition(" ")
        before = rest if style in STYLES else before
        if self.text[after_letters(self.text, name.end) : end] or strip_honorific(before) < len(
            before
        ):
            return []
        below = Span(end + 1, self.cast.reach(end + 1))
        words = below.of(self.text)
        is_told = len(words) <= MAX_SAID and is_titled(words) and words[-1] not in SENTENCE_ENDS
        is_told = is_told and not names_within(self.text, below.start, below.end)
        return [below] if is_told and is_position(words) else []


def says_more(position: str, word: str) -> bool:
    """Whether a position is more than a word, which is the first of it or a style of address."""
    is_one = find_sentence_end(position, 0) == len(position)
    is_style = word in STYLES and " " in position
    is_longer = fold(position).startswith(f"{fold(word)} ") or HOUSE.match(position) is not None
    return is_one and (is_style or (is_longer and fold(word) in fold(position)))


def unfolded(name: str) -> str:
    """A folded name as it may be printed: with the stop of its last initial."""
    return name.title() + ("." if name[-2:-1] == "." else "")
