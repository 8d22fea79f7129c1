"""One key for the spellings of a word: scripts, accents, and the ways Russian is put into Latin."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

CYRILLIC = re.compile(r"[а-яёіїєґў]", re.IGNORECASE)
WORDS_KEPT = 65_536

TRANSLITERATIONS = tuple(
    (re.compile(pattern), spelling)
    for pattern, spelling in (
        (r"sch(?=[aeiouy])", "shch"),
        (r"(?<!h)sch", "sh"),
        (r"tch", "ch"),
        (r"kh", "h"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"ck", "k"),
        (r"tz", "ts"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"c(?![hei])", "k"),
        (r"^j(?=e)", "y"),
        (r"(?<![aeiouy])yo", "e"),
        (r"ye", "e"),
        (r"[yj]", "i"),
        (r"ie(?=v)", "e"),
        (r"(.)\1+", r"\1"),
    )
)
"""Applied in turn; what comes out is left as it is when they are applied again."""

HARD_AND_SOFT = re.compile(r"[^a-z]")
VOWELS = re.compile(r"[aeiouyhj]")
LETTER_CLASSES = str.maketrans("eyjcqxhw", "iiikkkgv")
"""Letters that one name may begin with in several spellings: Evgeny, Yevgeny, Jevgeni."""


def is_cyrillic(text: str) -> bool:
    """Whether any letter is Cyrillic."""
    return CYRILLIC.search(text) is not None


@lru_cache(maxsize=WORDS_KEPT)
def plain(word: str) -> str:
    """A word in small Latin letters without accents: what is left of it on a simple keyboard."""
    return HARD_AND_SOFT.sub("", anyascii(word.casefold().replace("ё", "е")).casefold())


@lru_cache(maxsize=WORDS_KEPT)
def loose(word: str) -> str:
    """The same for all usual transliterations of a Russian word: Sergey, Sergei, Сергей."""
    # Of Cyrillic it is plain what is `й`: neither `йо` nor `йе` is another vowel.
    key = plain(word).replace("y", "i") if is_cyrillic(word) else plain(word)
    for pattern, spelling in TRANSLITERATIONS:
        key = pattern.sub(spelling, key)
    return key


@lru_cache(maxsize=WORDS_KEPT)
def skeleton(word: str) -> str:
    """The consonants of a word, which most misspellings leave alone."""
    return VOWELS.sub("", loose(word)).replace("c", "k") or loose(word)[:1]


def letter_class(word: str) -> str:
    """By what a given name and its initial are put side by side."""
    return loose(word)[:1].translate(LETTER_CLASSES)
