"""A printed name → its parts, as keys that do not depend on script, spelling or order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from rostrum.identity.given import given_key, is_russian_given, known_keys
from rostrum.identity.spelling import is_cyrillic, letter_class, loose, plain, skeleton
from rostrum.parsing.given_names import GIVEN_NAMES
from rostrum.parsing.lexicon import fold
from rostrum.parsing.name_words import (
    ENDING_PARTICLES,
    INITIAL,
    PARTICLES,
    PATRONYMIC,
    SUFFIXES,
)
from rostrum.parsing.names import trim_name
from rostrum.parsing.same_person import parts_of, readings

NAMES_KEPT = 8_192
SHORT_INITIAL = re.compile(r"[^\W\d_]{1,3}\.")
"""`Yu.`, `Zh.`: a letter of another script may take several."""

SLAVIC_SURNAME = re.compile(
    r".{2,}(?:[oe]va?|[iy]na|[st]s?k(?:[iy]|[iy][iyj]|a[iyj]a)|enko|[iy]uk|chuk|vich)"
)
BLOCK_LETTERS = 3
PAIR = 2


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a name; equal where only the spelling differs.

    Attributes:
        given: the given name's key, a letter where only an initial is printed, or nothing.
        middles: patronymic and other given names in their order, an initial a letter.
        suffix: `jr`, `sr`, `ii`.
        is_russian: it may be put into Latin letters in several ways.
        is_cyrillic: how it is printed; no part of what it is.
    """

    surname: str
    given: str = ""
    middles: tuple[str, ...] = ()
    suffix: str = ""
    is_russian: bool = field(default=False, compare=False)
    is_cyrillic: bool = field(default=False, compare=False)

    @property
    def has_given(self) -> bool:
        """Whether the given name is printed in full."""
        return len(self.given) > 1

    @property
    def fullness(self) -> tuple[int, ...]:
        """How much the name tells: the more, the greater."""
        full = sum(len(middle) > 1 for middle in self.middles)
        return (self.has_given, full, len(self.middles), bool(self.suffix), bool(self.given))

    @property
    def block(self) -> str:
        """Names of two blocks are never of one person, unless somebody decides so."""
        return f"{skeleton(self.surname)[:BLOCK_LETTERS]}:{letter_class(self.given)}"


@lru_cache(maxsize=NAMES_KEPT)
def read_name(printed: str) -> Name:
    """The parts of a printed name; a text that is none is a surname as a whole."""
    start, end = trim_name(printed)
    words, suffix = without_suffix(printed[start:end])
    words = family_last(words)
    full = [word for word in words if not is_initial(word)]
    if not full:
        return Name(plain("".join(words)) or fold(printed))
    begin, stop = surname_place(full)
    family = full[begin:stop]
    givens = [word for word in words if is_initial(word) or word not in family]
    is_russian = is_cyrillic(printed) or any(map(is_russian_word, givens))
    is_russian = is_russian or SLAVIC_SURNAME.fullmatch(plain("".join(family))) is not None
    keys = [key for word in givens for key in given_keys(word, is_russian)]
    return Name(
        surname=surname_key(printed, family, is_russian),
        given=keys[0] if keys else "",
        middles=tuple(keys[1:]),
        suffix=suffix,
        is_russian=is_russian,
        is_cyrillic=is_cyrillic(printed),
    )


def without_suffix(text: str) -> tuple[list[str], str]:
    """The words of a name, and `jr` where it ends so; `oglu` and its like go."""
    words: list[str] = []
    suffix = ""
    for word in re.sub(r",(?=\s*(?:Jr|Sr|I{2,3}|IV)\b)", "", text).split():
        folded = fold(word).strip(".")
        if folded in SUFFIXES and words:
            suffix = folded
        elif folded not in ENDING_PARTICLES and folded:
            words.append(word)
    return words, suffix


def family_last(words: list[str]) -> list[str]:
    """`Pospelov, Sergei V.` turned round."""
    for place, word in enumerate(words[:-1], start=1):
        if word.endswith(","):
            words = words[place:] + words[:place]
            break
    return [word.strip(",") for word in words if word.strip(",")]


def is_initial(word: str) -> bool:
    """`S.`, `S.V.`, `Yu.`"""
    return INITIAL.fullmatch(word) is not None or SHORT_INITIAL.fullmatch(word) is not None


def surname_place(full: list[str]) -> tuple[int, int]:
    """Which of the full words are the surname: those in capitals, else the last with its particles.

    `Pospelov Sergei` and `Pospelov Sergei Viktorovich` have it first.
    """
    capitals = [place for place, word in enumerate(full) if word.isupper() and len(word) > 1]
    if 0 < len(capitals) < len(full):
        return capitals[0], capitals[-1] + 1
    if len(full) > 1 and not is_given(full[0]):
        ends_so = is_patronymic(full[-1]) and not is_patronymic(full[-2]) and len(full) > PAIR
        is_turned = is_given(full[-1]) and SLAVIC_SURNAME.fullmatch(plain(full[0]))
        if ends_so or (is_turned and len(full) == PAIR):
            return 0, 1
    begin = len(full) - 1
    while begin and fold(full[begin - 1]) in PARTICLES:
        begin -= 1
    return begin, len(full)


def is_given(word: str) -> bool:
    """Whether a word is a known given name, in any spelling."""
    return given_key(word) in known_keys()


def is_patronymic(word: str) -> bool:
    """Whether a word has the form of a patronymic; some surnames have it too."""
    return PATRONYMIC.fullmatch(fold(word)) is not None


def is_russian_word(word: str) -> bool:
    """Whether a given name, or a patronymic, tells that the name is Russian."""
    return not is_initial(word) and (is_russian_given(word) or is_patronymic(word))


def given_keys(word: str, is_russian: bool) -> list[str]:  # noqa: FBT001 - what is known of the name
    """The keys of a given name or of initials (`S.V.` has two)."""
    if SHORT_INITIAL.fullmatch(word):
        return [letter_class(word)]
    if INITIAL.fullmatch(word):
        return [letter_class(letter) for letter in re.findall(r"[^\W\d_]", word)]
    key = given_key(word) if is_russian or is_russian_given(word) else plain(word)
    return [key] if key else []


def surname_key(printed: str, family: list[str], is_russian: bool) -> str:  # noqa: FBT001 - as above
    """The surname's key: of a Russian one in whatever case, that of the nominative."""
    word = "".join(family)
    if is_cyrillic(word):
        parts = parts_of(printed)
        found = readings(parts)
        if parts.gender and len(found) == 1 and is_declined(printed):
            word = next(iter(found))[0]
    return (loose(word) if is_russian else plain(word)) or fold(word)


def is_declined(printed: str) -> bool:
    """Whether the given name stands in a case that no name's nominative looks like."""
    return any(
        fold(word) in GIVEN_NAMES and given_key(word) != loose(word) for word in printed.split()
    )
