"""Names that lack something, and the full ones that they stand for on a page.

`Ольга Ильинична`, `Дениса Окунева`, `Arrieta Zubiri`, `Артём`.
"""

from __future__ import annotations

from functools import lru_cache

from rostrum.parsing.lexicon import fold
from rostrum.parsing.mentions import has_initial
from rostrum.parsing.name_words import PARTICLES, PATRONYMIC, Kind, kind_of
from rostrum.parsing.russian_cases import OBLIQUE, is_nominative
from rostrum.parsing.same_person import same_person
from rostrum.parsing.spans import Span

SHORT_WORDS = 2
GENITIVE = ("вича", "яна")
"""Ends of family names that no nominative has (`Валерия Гуриновича`, of a man)."""


def may_be_surname(word: str) -> bool:
    """Whether a capitalized word can be somebody's name, by what it is alone."""
    is_name = kind_of(word) in {Kind.PLAIN, Kind.SHARED, Kind.FIRST, Kind.COMMON}
    return is_name and not fold(word).endswith(OBLIQUE)


def is_given(word: str, name: str) -> bool:
    """Whether a word is the given name, or given name and patronymic begin so (`Артём`)."""
    return fold(word) == fold(name.split(maxsplit=1)[0]) and kind_of(word) is not Kind.COMMON


def is_inside(word: str, name: str) -> bool:
    """Whether a word is the first of two surnames (`Ibáñez` of `Ricardo Ibáñez Aldunate`)."""
    return fold(word) in fold(name).split()[1:-1]


def is_form(word: str, name: str) -> bool:
    """Whether a word and a Russian surname are one in the nominative and in the genitive."""
    surname, folded = fold(name.rsplit(maxsplit=1)[-1]), fold(word)
    if not is_nominative(name, Span(0, len(name))):
        surname, folded = folded, surname  # the page prints the name in the genitive
    if not surname.endswith(("ов", "ев", "ин", "ын", "ова", "ева", "ина", "ына")):
        return False
    return folded == (f"{surname[:-1]}ой" if surname.endswith("а") else f"{surname}а")


def is_possessive(word: str) -> bool:
    """`Sandur’s`: whose something is, and no given name."""
    return word.endswith(("’s", "'s", "’", "'"))


@lru_cache(maxsize=4096)
def is_short(name: str) -> bool:
    """Whether a name may lack the surname or the given name, or stands in another case.

    Initials stay as they are printed.
    """
    if fold(name.split(maxsplit=1)[0]) in PARTICLES:
        return True  # `Van Oosterhout`
    return not is_whole(name) or (
        kind_of(name.split(maxsplit=1)[0]) is Kind.PLAIN and not has_initial(name)  # two surnames?
    )


def is_whole(name: str) -> bool:
    """Whether a name has a surname, and stands in the nominative."""
    words = name.split()
    has_surname = len(words) > SHORT_WORDS or not PATRONYMIC.fullmatch(fold(words[-1]))
    is_oblique = fold(words[-1]).endswith(GENITIVE)
    return has_surname and is_nominative(name, Span(0, len(name))) and not is_oblique


def is_without(full: str, short: str) -> bool:
    """Whether a name lacks but the patronymic that another adds to the given name.

    `Гузель Сафина` and `Гузель Ринатовна`.
    """
    given, *rest = map(fold, short.split())
    if len(rest) != 1 or not PATRONYMIC.fullmatch(rest[0]) or not is_whole(full):
        return False
    first, *others = map(fold, full.split())
    return first == given and not any(map(PATRONYMIC.fullmatch, others))


def is_fuller(full: str, short: str) -> bool:
    """Whether one name is another in full, of certainly the same person."""
    if not is_whole(full) or fold(full) == fold(short):
        return False
    words = short.split()
    if len(words) < len(full.split()) and fold(full).endswith(f" {fold(short)}"):
        return True  # two surnames
    if PATRONYMIC.fullmatch(fold(words[-1])):
        return len(words) == SHORT_WORDS and set(map(fold, words)) <= set(map(fold, full.split()))
    return not is_whole(short) and same_person(full, short)
