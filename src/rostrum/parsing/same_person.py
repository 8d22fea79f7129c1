"""Do two printed names on one page name one person? And is it a woman or a man?

Only what is certain: `Pospelov`, `Mr. Pospelov`, `S. Pospelov`, `LAVRINENKO`, `Сергея Поспелова`
beside the full name. None of it holds between pages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from rostrum.parsing.given_names import (
    EITHER,
    FEMALE,
    GIVEN_NAMES,
    MALE,
    NOMINATIVES,
    RUSSIAN_FEMALE,
    RUSSIAN_MALE,
)
from rostrum.parsing.lexicon import fold
from rostrum.parsing.name_words import (
    ENDING_PARTICLES,
    INITIAL,
    PARTICLES,
    PATRONYMIC,
    SUFFIXES,
)
from rostrum.parsing.names import strip_honorific, trim_name, without_nickname

Gender = Literal["f", "m"]

CYRILLIC = re.compile("[А-Яа-я]")
FEMALE_TITLE = re.compile(
    r"\b(?:mrs|ms|miss|mme|madame|frau|dame|lady|princess|sheikha|her|г-ж\w+|госпож\w+|ее|её)\b",
    re.IGNORECASE,
)
MALE_TITLE = re.compile(
    r"\b(?:mr|sir|lord|herr|monsieur|prince|his|г-н\w*|господин\w*|его)\b", re.IGNORECASE
)
FEMALE_WORD = re.compile(
    r".{2,}(?:[ое]вн|ичн)(?:а|ы|е|у|ой)|кызы|гызы|.{2,}(?:ovna|evna|ichna)|"
    r".{2,}(?:ск|цк)ая|.{2,}(?:[ое]в|ин)ой|.{2,}(?:ova|eva|skaya|ská|ová)"
)
MALE_WORD = re.compile(
    r".{2,}(?:[ое]вич|[иь]ич)(?:а|у|ем|е)?|оглы|оглу|.{2,}(?:ovich|evich)|"
    r".{2,}(?:ск|цк)(?:ий|ого|ому)|.{3,}(?:[ое]в)(?:ым)?|.{2,}(?:skiy|skij)"
)
"""Patronymics and surnames that only one gender has: `Поспелова` is a woman's nominative and a
man's genitive, and is neither."""

POSSESSIVE = re.compile(r".{2,}(?:[ое]в|[иы]н)(?=(?:а|у|ым|е|ой)?$)")
POSSESSIVE_ENDINGS: dict[str, str] = {"": "m", "ым": "m", "е": "m", "ой": "f", "а": "mf", "у": "mf"}
ADJECTIVE = re.compile(r".{2,}(?:ск|цк)(?=(?:ий|ого|ому|им|ом|ая|ую|ой)$)")
FEMALE_ADJECTIVE = frozenset(("ая", "ую", "ой"))
DECLINED = re.compile(r".{2,}[бвгджзклмнпрстфхцчшщ](?=(?:а|у|ом|ем|е)$)")


LONGEST_PAIR = 2
"""Words of a name and a surname: `-vich` at their end is a surname's, and of both genders."""

GLUED_INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_]\.(?=[^\W\d_]{2})")
"""An initial that touches the surname (`В.П.Кузьмин`)."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A name taken apart; the words folded."""

    givens: tuple[str, ...]
    initials: tuple[str, ...]
    surname: str
    gender: Gender | None


def gender_of(name: str) -> Gender | None:
    """`f` or `m` where a title, a patronymic, a given name or a surname says it for certain."""
    if title := gender_of_title(name):
        return title
    words = [fold(word) for word in name[strip_honorific(name) :].split()]
    given = [gender_of_given(word) for word in words]
    known = set(given) - {None}
    if len(known) == 1 and given[-1] is None and (given[0] or is_cyrillic(name)):
        return known.pop()  # `Jan Maria` may be a man: the first given name counts
    female = any(map(FEMALE_WORD.fullmatch, words))
    is_full = len(words) > LONGEST_PAIR or not "".join(words[-1:]).endswith("vich")
    male = any(map(MALE_WORD.fullmatch, words if is_full else words[:1]))  # `Halina Zhdanovich`
    if known or female == male:
        return known.pop() if len(known) == 1 and is_cyrillic(name) else None
    return "f" if female else "m"


def is_cyrillic(name: str) -> bool:
    """Whether a name is printed in Cyrillic letters."""
    return CYRILLIC.search(name) is not None


def gender_of_title(name: str) -> Gender | None:
    """What `Mr.` or `г-жа` before the name says."""
    title = name[: strip_honorific(name)]
    female, male = FEMALE_TITLE.search(title), MALE_TITLE.search(title)
    if bool(female) == bool(male):
        return None
    return "f" if female else "m"


def gender_of_given(word: str) -> Gender | None:
    """The gender of a given name, where all who bear it, in whatever case, have the same."""
    nominatives = NOMINATIVES.get(word, frozenset((word,)))
    female = any(name in FEMALE or name in RUSSIAN_FEMALE for name in nominatives)
    male = any(name in MALE or name in RUSSIAN_MALE for name in nominatives)
    if word in EITHER or female == male:
        return None
    return "f" if female else "m"


def same_person(one: str, other: str) -> bool:
    """Whether two names on one page are certainly of one person.

    A bare surname is the person's whose full name has it; whether two persons of the page have it
    is the caller's to see.
    """
    first, second = parts_of(one), parts_of(other)
    if not first.surname or not second.surname:
        return False
    if first.gender and second.gender and first.gender != second.gender:
        return False
    return agree(first, second) and same_surname(first, second)


def parts_of(name: str) -> Parts:
    """`LAVRINENKO Igor`, `С. В. Поспелов`, `Mr. Brask` → given names, initials and surname."""
    start, end = trim_name(name)
    printed = GLUED_INITIAL.sub(r"\g<0> ", without_nickname(name[start:end]))
    words = printed.replace(",", " ").split()
    words = [word for word in words if fold(word) not in {"", *SUFFIXES, *ENDING_PARTICLES}]
    initials = [letter for word in words if is_initial(word) for letter in re.findall(r"\w", word)]
    full = [word for word in words if not is_initial(word)]
    if not full:
        return Parts((), (), "", None)
    begin, stop = surname_in(full)
    return Parts(
        tuple(fold(word) for word in full[:begin] + full[stop:]),
        tuple(map(fold, initials)),
        " ".join(map(fold, full[begin:stop])),
        gender_of(name),
    )


def is_initial(word: str) -> bool:
    """Whether a word is an initial or several."""
    return INITIAL.fullmatch(word) is not None


def surname_in(words: list[str]) -> tuple[int, int]:
    """Which of the full words are the surname: those in capitals, else the last with its particles.

    `Поспелов Сергей Викторович` has it first.
    """
    capitals = [number for number, word in enumerate(words) if word.isupper() and len(word) > 1]
    if capitals and len(capitals) < len(words):
        return capitals[0], capitals[-1] + 1
    last, first = fold(words[-1]), fold(words[0])
    ends_given = PATRONYMIC.fullmatch(last) or (last in NOMINATIVES and POSSESSIVE.match(first))
    if len(words) > 1 and first not in GIVEN_NAMES and ends_given:
        return 0, 1
    begin = len(words) - 1
    while begin and fold(words[begin - 1]) in PARTICLES:
        begin -= 1
    return begin, len(words)


def agree(one: Parts, other: Parts) -> bool:
    """Whether the given names and initials of two names can be of one person."""
    pairs = zip(one.givens or one.initials, other.givens or other.initials, strict=False)
    return all(same_given(left, right) for left, right in pairs)


def same_given(one: str, other: str) -> bool:
    """`сергея` and `сергей`, `s` and `sergei`, two cases of a patronymic."""
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    if one in NOMINATIVES or other in NOMINATIVES:
        return bool(nominatives(one) & nominatives(other))
    if PATRONYMIC.fullmatch(one) and PATRONYMIC.fullmatch(other):
        return one[: min(len(one), len(other)) - 2] == other[: min(len(one), len(other)) - 2]
    return one == other


def nominatives(word: str) -> frozenset[str]:
    """The names of which a word can be a form."""
    return NOMINATIVES.get(word, frozenset((word,)))


def same_surname(one: Parts, other: Parts) -> bool:
    """Whether two surnames are one, in whatever case, with no other reading of either."""
    if one.surname == other.surname:
        return not is_ambiguous(one, other)
    if one.surname.count("-") == other.surname.count("-") == 1:
        return same_double(one, other)
    left, right = readings(one), readings(other)
    if len(left) != 1 or len(right) != 1:
        return False
    (name, gender), (other_name, other_gender) = *left, *right
    return name == other_name and (gender == other_gender or "?" in {gender, other_gender})


def same_double(one: Parts, other: Parts) -> bool:
    """Whether two double surnames are one, part by part (`Дроздовой-Лось` of `Дроздова-Лось`)."""
    pairs = zip(one.surname.split("-"), other.surname.split("-"), strict=True)
    return all(
        same_surname(replace(one, surname=left), replace(other, surname=right))
        for left, right in pairs
    )


def is_ambiguous(one: Parts, other: Parts) -> bool:
    """`Александра Поспелова`, a woman's name and a man's in the genitive, is equal to itself."""
    return (
        bool(one.givens and other.givens)
        and one.givens[0] != other.givens[0]
        and (one.gender is None or other.gender is None)
        and one.givens[0] in NOMINATIVES
    )


def readings(parts: Parts) -> frozenset[tuple[str, str]]:
    """The nominatives that a Russian surname in some case can have, each with its gender."""
    found = set(possible(parts.surname))
    if parts.gender:
        found = {(name, gender) for name, gender in found if gender in {parts.gender, "?"}}
    return frozenset(found)


def possible(surname: str) -> list[tuple[str, str]]:
    """Every nominative of which a surname can be a form."""
    if match := POSSESSIVE.match(surname):
        stem, ending = match.group(), surname[match.end() :]
        genders = POSSESSIVE_ENDINGS[ending]
        return [(stem if gender == "m" else stem + "а", gender) for gender in genders]
    if match := ADJECTIVE.match(surname):
        stem, ending = match.group(), surname[match.end() :]
        is_female = ending in FEMALE_ADJECTIVE
        return [(stem + "ая", "f")] if is_female else [(stem + "ий", "m")]
    if match := DECLINED.match(surname):
        return [(match.group(), "m"), (surname, "f")]
    return [(surname, "?")]
