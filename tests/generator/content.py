"""Invented reports: who said what under which heading; nothing of how it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import TYPE_CHECKING

from tests.generator.people import invent_person
from tests.generator.words import VOCABULARIES

if TYPE_CHECKING:
    from tests.generator.people import Language, Person
    from tests.generator.words import Vocabulary

PEOPLE_COUNT = 6
REPEAT_SHARE = 0.35
"""How often the next quote of a thesis is by the same person: pronouns need that."""

EMPHATIC_SHARE = 0.1
"""How often a statement ends in an exclamation mark, which no comma replaces."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Whole sentences of one person, each with its stop; a paragraph ends after `break_after`."""

    sentences: tuple[str, ...]
    person: Person
    break_after: int


@dataclass(frozen=True, slots=True)
class Group:
    """Statements under one thesis, or straight under the section."""

    thesis: str | None
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A section of a known kind."""

    kind: str
    heading: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All that a report page says."""

    language: Language
    title: str
    published_on: date
    event: str
    organizer: str
    supporter: str
    lead: tuple[str, ...]
    parts: tuple[Part, ...]

    @property
    def date_line(self) -> str:
        """The date as people write it."""
        month = VOCABULARIES[self.language].months[self.published_on.month - 1]
        return f"{self.published_on.day} {month} {self.published_on.year}"


def invent_report(seed: int, language: Language) -> Report:
    """The same seed gives the same report."""
    rng = Random(f"{language}{seed}")
    words = VOCABULARIES[language]
    people = invent_people(rng, language)
    theses = rng.sample(words.theses, len(words.theses))
    event, organizer = rng.choice(words.events), rng.choice(words.organizers)
    supporter = rng.choice(words.supporters)
    lead = [
        fill(text, rng, words).format(event=event, organizer=organizer, supporter=supporter)
        for text in words.lead
    ]
    lead[1:1] = rng.sample(words.prose, rng.randrange(3))
    kinds = rng.sample(list(words.sections), rng.choice([2, 3]))
    return Report(
        language=language,
        title=rng.choice(words.titles),
        published_on=date(2026, rng.randint(1, 12), rng.randint(1, 28)),
        event=event,
        organizer=organizer,
        supporter=supporter,
        lead=tuple(lead),
        parts=tuple(
            invent_part(rng, words, kind, people, theses)
            for kind in sorted(kinds, key=list(words.sections).index)
        ),
    )


def invent_people(rng: Random, language: Language) -> list[Person]:
    """People of different surnames, so that a bare surname means one of them."""
    people: dict[str, Person] = {}
    while len(people) < PEOPLE_COUNT:
        person = invent_person(rng, language)
        people.setdefault(person.surname.casefold()[:4], person)
    return list(people.values())


def invent_part(
    rng: Random, words: Vocabulary, kind: str, people: list[Person], theses: list[str]
) -> Part:
    headed = [theses.pop() for _ in range(rng.randint(1, 2))]
    groups = [Group(fill(thesis, rng, words), talk(rng, words, people)) for thesis in headed]
    if rng.random() < 0.1:
        groups.insert(0, Group(None, talk(rng, words, people)))
    return Part(kind, rng.choice(words.sections[kind]), tuple(groups))


def talk(rng: Random, words: Vocabulary, people: list[Person]) -> tuple[Statement, ...]:
    """One to three statements; now and then two by one person."""
    found: list[Statement] = []
    for _ in range(rng.randint(1, 3)):
        is_repeat = bool(found) and rng.random() < REPEAT_SHARE
        person = found[-1].person if is_repeat else rng.choice(people)
        chosen = rng.sample(words.sentences, rng.randint(2, 4))
        sentences = [fill(sentence, rng, words) for sentence in chosen]
        if rng.random() < EMPHATIC_SHARE:
            sentences[-1] = f"{sentences[-1][:-1]}!"
        found.append(Statement(tuple(sentences), person, rng.randrange(1, len(sentences))))
    return tuple(found)


def fill(template: str, rng: Random, words: Vocabulary) -> str:
    """Fill the gaps that any sentence may have; others are left as they are."""
    return (
        template.replace("{thing}", rng.choice(words.things))
        .replace("{n}", str(rng.randint(3, 9)))
        .replace("{year}", str(rng.randint(2015, 2025)))
    )
