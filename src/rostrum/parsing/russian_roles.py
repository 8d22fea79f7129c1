"""A Russian title and the organization in it, which needs no preposition."""

from __future__ import annotations

import re

from rostrum.parsing.countries import is_country
from rostrum.parsing.lexicon import fold, is_organization_noun, words_of
from rostrum.parsing.organizations import (
    is_state,
    leading_phrase,
    names_organization,
    outside_brackets,
)
from rostrum.parsing.titles import REPRESENTATIVES
from rostrum.records import Role

CAPITALIZED = re.compile(r"(?<=\s)(?=[^\W\d_a-zа-яё]|[«“\"])")
RUSSIAN_SEAT = re.compile(r"\s(?:при|в|во|на)\s+$")
RUSSIAN_OFFICES = (
    "президент",
    "министр",
    "председател",
    "премьер",
    "губернатор",
    "директор",
    "глав",
)
KIND_BEFORE_NAME = re.compile(
    r"(?<!\S)(?P<kind>(?:групп\w* )?(?:[\w-]+(?:ого|его|ой|ей|ых|их|ая|ое|ый)\s+){0,2}(?P<noun>[\w-]+)\s+(?:(?!директоров)[\w-]+(?:ов|ев)\s+)?)$"
)
"""`адвокатского бюро` before `«Хейл»`: a noun and its adjectives."""

RUSSIAN_FREE = re.compile(
    r"(?:генеральн\w+ директор\w*|гендиректор\w*|(?:со)?основател\w+|(?:со)?владел\w+|сотрудни\w+)"
    r"\s+(?=(?-i:[А-ЯЁA-Z]))",
    re.IGNORECASE,
)
"""Russian roles whose complement is an organization whatever its words."""


def is_sent(text: str) -> bool:
    """Whether the title is that of a representative, who holds the post *at* another body."""
    return any(word in REPRESENTATIVES for word in words_of(leading_phrase(text)))


def read_russian_complement(text: str) -> Role:
    """`директор Института …`: no preposition is needed, a capital or a quotation mark begins it."""
    starts = [match.end() for match in outside_brackets(CAPITALIZED, text)]
    starts = [start for start in starts if is_russian_organization(text[start:])]
    if is_sent(text):
        starts.sort(key=lambda start: not RUSSIAN_SEAT.search(text[:start]))
    if (
        not starts
        and (free := RUSSIAN_FREE.match(text))
        and not is_russian_state(text[free.end() :])
    ):
        starts = [free.end()]
    if not starts:
        return Role(text, None)
    start = starts[0]
    if text[start] in '«“"' and (noun := KIND_BEFORE_NAME.search(text[:start])):
        start = noun.start("kind") if is_organization_noun(fold(noun["noun"])) else start
    role = RUSSIAN_SEAT.sub("", text[:start]).strip()
    return Role(role, text[start:]) if role else Role(text, None)


def is_russian_state(text: str) -> bool:
    """Whether a state follows, in the genitive: `России`, `Беларуси`."""
    word = text.split(maxsplit=1)[0]
    return is_state(text) or any(is_country(word[:-1] + ending) for ending in ("", "я", "а", "ь"))


def is_russian_organization(text: str) -> bool:
    """Whether an organization begins here, and not the office of a person in it."""
    first = fold(text.split(maxsplit=1)[0])
    is_office = first.startswith(RUSSIAN_OFFICES)
    return names_organization(text) and not is_office
