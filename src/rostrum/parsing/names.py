"""Is this a person's name? Two languages, initials, particles, hyphens, honorifics."""

from __future__ import annotations

import re

from rostrum.parsing.lexicon import GROUP_ROLES, SECTION_KINDS, fold, is_organization_noun, words_of

HONORIFIC = re.compile(
    r"^((?:His|Her) (?:Excellency|Royal Highness|Eminence|Holiness)|H\.\s?E\.|H\.\s?R\.\s?H\.|"
    r"(?:Dr|Mr|Mrs|Ms|Prof|Rev|Hon|Sir|Dame|Lord|Lady|Professor|г-н|г-жа|д-р|проф|акад)\b\.?)\s+",
    re.IGNORECASE,
)
PARTICLES = frozenset(
    "de da di do du del della der den des dos das van von zu zur ter ten te la le el al bin ibn "
    "bint ben abu af av and y e и оглы оглу кызы угли улы ибн бин аль эль ага де ла ван фон дер да "
    "ди".split()
)
NAME_WORD = re.compile(r"^(?:[^\W\d_](?:[\w’'ʼ`.-]*\w)?|[^\W\d_]\.(?:-?[^\W\d_]\.)*)$")
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
    if not all(is_name_word(word) for word in words):
        return False
    capitalized = [word for word in words if word[0].isupper()]
    if len(capitalized) < MIN_WORDS or (
        not words[-1][0].isupper() and fold(words[-1]) not in PARTICLES
    ):
        return False
    return not any(is_organization_noun(word) for word in words_of(text))


def is_name_word(word: str) -> bool:
    """A capitalized word, an initial or a particle."""
    if word.casefold() in PARTICLES:
        return True
    return word[0].isupper() and NAME_WORD.match(word) is not None
