"""Is this a person's name? Two languages, initials, particles, hyphens, honorifics."""

from __future__ import annotations

import re

from rostrum.parsing.lexicon import (
    GROUP_ROLES,
    SECTION_KINDS,
    TITLE_HEADS,
    fold,
    is_organization_noun,
    words_of,
)

HONORIFIC = re.compile(
    r"^((?:His|Her) (?:Excellency|Royal Highness|Eminence|Holiness)|H\.\s?E\.|H\.\s?R\.\s?H\.|"
    r"(?:Dr|Mr|Mrs|Ms|Prof|Rev|Hon|Sir|Dame|Lord|Lady|Professor|г-н|г-жа|д-р|проф|акад)\b\.?)\s+",
    re.IGNORECASE,
)
PARTICLES = frozenset(
    "de da di do du del della der den des dos das van von zu zur ter ten te la le el al bin ibn "
    "bint ben abu af av y e оглы оглу кызы угли улы ибн бин аль эль ага де ла ван фон дер да "
    "ди".split()
)
NAME_WORD = re.compile(r"^(?:[^\W\d_](?:[\w’'ʼ`.-]*\w)?|[^\W\d_]\.(?:-?[^\W\d_]\.)*)$")
JOINED_PARTICLE = re.compile(
    r"^(?:al|el|as|ash|ad|an|ar|at|az|ibn|bin|d|l|de|della|von|van)[-’'](?=[^\W\d_])"
)
SUFFIXES = frozenset(("jr.", "sr.", "jr", "sr", "ii", "iii", "iv"))
ALSO_NAMES = frozenset(
    "dean king prince major judge page chancellor marshal sheikh глава посол".split()
)
"""Titles that are surnames or given names as often."""

SURNAME_ENDINGS = ("ов", "ев")
MIN_WORDS, MAX_WORDS = 2, 6


def strip_honorific(text: str) -> int:
    """Where the name itself begins after `H.E.`, `Dr.`, `Mr.` and the like; 0 if there is none."""
    start = 0
    while match := HONORIFIC.match(text[start:]):
        start += match.end()
    return start


def is_name(text: str) -> bool:
    """Whether the whole text reads as one person's name, honorifics apart.

    Certainty comes first: one word alone is no name, nor is what holds a digit or the word for an
    organization.
    """
    words = text[strip_honorific(text) :].split()
    if not MIN_WORDS <= len(words) <= MAX_WORDS or fold(text) in SECTION_KINDS | GROUP_ROLES:
        return False
    if is_title(words) or not all(is_name_word(word) for word in words):
        return False
    if sum(word != word.lower() for word in words) < MIN_WORDS:
        return False
    if words[-1].islower() and fold(words[-1]) not in PARTICLES:
        return False
    checked = words_of(text)
    if checked[-1].endswith(SURNAME_ENDINGS):  # Юрий Советов is no council
        checked.pop()
    return not any(map(is_organization_noun, checked))


def is_title(words: list[str]) -> bool:
    """Whether the words are what a person is, not who (`Deputy Director`)."""
    first, last = fold(words[0]), fold(words[-1])
    return first in TITLE_HEADS - ALSO_NAMES or last in TITLE_HEADS - ALSO_NAMES


def is_name_word(word: str) -> bool:
    """A capitalized word, an initial or a particle."""
    if word.casefold() in PARTICLES or word.casefold() in SUFFIXES:
        return True
    return (word[0].isupper() or JOINED_PARTICLE.match(word) is not None) and NAME_WORD.match(
        word
    ) is not None
