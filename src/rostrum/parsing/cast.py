"""The people of a page: who a mention means, where that is certain on the page itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from rostrum.parsing.affiliations import read_affiliation
from rostrum.parsing.lexicon import fold
from rostrum.parsing.mentions import Mention, named_from, names_within, title_of
from rostrum.parsing.positions import split_position
from rostrum.parsing.same_person import gender_of, same_person
from rostrum.parsing.spans import Span
from rostrum.parsing.speech import FEMALE
from rostrum.records import Cut, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterable

NEAR = 600
"""Characters: a pronoun does not lead farther back than this."""


@dataclass(frozen=True, slots=True)
class Told:
    """A speaker and where the telling of their words ended."""

    speaker: Speaker
    end: int


class Cast:
    """Who has been named down the page so far; offsets are those of the canonical text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.told: list[Told] = []
        self.last_by_name: dict[str, Speaker] = {}

    @cached_property
    def names(self) -> list[Span]:
        """Every full name of the page, where it stands."""
        return names_within(self.text, 0, len(self.text))

    def speaker(self, mention: Mention, start: int, end: int) -> Speaker | None:
        """Who a mention means; `start` to `end` is the telling that holds it.

        A speaker without a name is plainly a person whom nobody names; None is no person for
        certain.
        """
        if mention.name:
            found: Speaker | None = self.named(mention, mention.name)
        elif mention.pronoun:
            found = self.last_speaker(mention.pronoun, start) or Speaker(None)
        elif mention.surname:
            found = self.of_surname(mention.surname, start)
        else:
            found = self.of_title(mention)
        if found and found.name:
            self.told.append(Told(found, end))
            self.last_by_name[fold(found.name.text)] = found
        return found

    def cut(self, span: Span) -> Cut:
        """The words of a span."""
        return Cut(self.text[span.start : span.end], span.start, span.end)

    def named(self, mention: Mention, name: Span) -> Speaker:
        """A person with a full name; what the page said of them before still holds."""
        printed = [self.cut(span) for span in (mention.position, mention.title) if span]
        roles = [role for part in reversed(printed) for role in split_position(part.text)]
        found = Speaker(self.cut(name), printed[0] if printed else None, tuple(roles))
        if mention.bracket:
            found = self.with_affiliation(found, mention.bracket)
        known = self.known(name.of(self.text))
        if known and not printed:
            found = replace(found, position=known.position, roles=known.roles)
        if known and (known.group or known.country) and not mention.bracket:
            found = replace(
                found,
                group=known.group,
                country=known.country,
                country_code=known.country_code,
            )
        return found

    def with_affiliation(self, speaker: Speaker, bracket: Span) -> Speaker:
        """A speaker with the group and the country that the brackets after the name tell."""
        told = read_affiliation(bracket.of(self.text))
        if told is None:
            return speaker

        def cut(span: Span | None) -> Cut | None:
            if span is None:
                return None
            return self.cut(Span(bracket.start + span.start, bracket.start + span.end))

        return replace(
            speaker,
            group=cut(told.group),
            country=cut(told.country),
            country_code=told.country_code,
        )

    def known(self, name: str) -> Speaker | None:
        """The one speaker so far who has just this name."""
        return self.last_by_name.get(fold(name))

    def last_speaker(self, pronoun: Span, start: int) -> Speaker | None:
        """Whom a pronoun means: the one person named since, or else who spoke last."""
        last = self.told[-1] if self.told else None
        begin = max(last.end if last else 0, start - NEAR)
        named = self.people_between(begin, start)
        if len(named) == 1:
            found: Speaker | None = named[0]
        elif not named and last and start - last.end <= NEAR:
            found = last.speaker
        else:
            return None
        return found if found and is_of_gender(found, pronoun.of(self.text)) else None

    def of_surname(self, surname: Span, start: int) -> Speaker | None:
        """The one person of a bare surname among those named before on the page."""
        word = surname.of(self.text)
        speakers = one_each(told.speaker for told in self.told)
        found = [one for one in speakers if one.name and same_person(word, one.name.text)]
        if not found:
            people = self.people_between(0, start)
            found = [one for one in people if one.name and same_person(word, one.name.text)]
        if len(found) == 1:
            return found[0]
        has_honorific = surname.start > 0 and self.text[: surname.start].rstrip().endswith(
            HONORIFICS
        )
        return Speaker(self.cut(surname)) if not found and has_honorific else None

    def of_title(self, mention: Mention) -> Speaker | None:
        """The one speaker so far who is what the words say, else a person without a name."""
        if mention.title is None:
            return None
        title = self.cut(mention.title)
        head = fold(title.text).split()[-1]
        speakers = one_each(told.speaker for told in self.told)
        found = [
            one for one in speakers if one.position and head in fold(one.position.text).split()
        ]
        if len(found) == 1:
            return found[0]
        return Speaker(None, title, split_position(title.text))

    def people_between(self, start: int, end: int) -> list[Speaker]:
        """The different people whose full names stand between two places, as printed there."""
        found = []
        for name in self.names:
            if name.start < start or name.end > end:
                continue
            title = title_of(self.text, max(start, name.start - NEAR), name)
            mention = named_from(self.text, name.start, name, title, end)
            if mention:
                found.append(self.named(mention, name))
        return one_each(found)


HONORIFICS = ("Mr", "Ms", "Mrs", "Dr", "Prof", "Mr.", "Ms.", "Mrs.", "Dr.", "Prof.", "г-н", "г-жа")


def one_each(speakers: Iterable[Speaker]) -> list[Speaker]:
    """Each person once, as first mentioned."""
    found: dict[str, Speaker] = {}
    for speaker in speakers:
        if speaker.name:
            found.setdefault(fold(speaker.name.text), speaker)
    return list(found.values())


def is_of_gender(speaker: Speaker, pronoun: str) -> bool:
    """Whether a pronoun can mean a person: not where the name tells the other gender."""
    gender = gender_of(speaker.name.text) if speaker.name else None
    wanted = "f" if pronoun.casefold() in FEMALE else "m"
    return gender is None or gender == wanted
