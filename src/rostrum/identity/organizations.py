"""The rules for organizations: articles, case, typography, and abbreviations in brackets."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING
from unicodedata import normalize

from rostrum.identity.compare import Finding, Verdict
from rostrum.identity.spelling import is_cyrillic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from rostrum.identity.decisions import Kind
    from rostrum.identity.resolve import Known

KEYS_KEPT = 16_384
WORD = re.compile(r"[^\W_]+")
BRACKETED = re.compile(
    r"\s*\(\s*(?:(?:hereinafter|hereafter|далее)[\s,–—-]*)?[“”\"«»]*"
    r"(?P<letters>[^\W\d_]{2,12})[“”\"«»]*\s*\)\s*$",
    re.IGNORECASE,
)
SMALL = frozenset(
    "a an the of and for on in to at by de la le des du und für "
    "и о об по в во на при для с со".split()
)
ARTICLES = frozenset(("a", "an", "the"))
ONE_SPELLING = (
    (re.compile(r"\borganisation"), "organization"),
    (re.compile(r"(?<=[a-z]{3})isation\b"), "ization"),
    (re.compile(r"\bcentre\b"), "center"),
    (re.compile(r"\bdefence\b"), "defense"),
    (re.compile(r"\blabour\b"), "labor"),
    (re.compile(r"\bprogramme\b"), "program"),
)
RUSSIAN_ENDING = re.compile(
    r"(?<=[а-я]{3})(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|ией|ий|ый|ой|ая|яя|ое|ее|ые|ие|ых|их|ую|"
    r"юю|ов|ев|ей|ям|ам|ях|ах|ем|ом|ым|им|ия|ию|ии|ью|а|я|о|е|ы|и|у|ю|ь|й)$"
)
MIN_WORDS = 2
MOST_WORDS = 14


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """That a page prints `full (short)`, and the letters fit the words: both are keys."""

    full: str
    short: str

    @property
    def block(self) -> str:
        """The block of both."""
        return block_of(self.short)


@dataclass(frozen=True, slots=True)
class Body:
    """An organization's key, and the names it is short for."""

    key: str
    fulls: frozenset[str]


@lru_cache(maxsize=KEYS_KEPT)
def organization_key(printed: str) -> str:
    """What is equal where only articles, case, quotation marks and the like differ."""
    bracketed = BRACKETED.search(printed)
    if bracketed and read_abbreviation(printed):
        printed = printed[: bracketed.start()]
    text = normalize("NFKC", printed).casefold().replace("ё", "е").replace("&", " and ")
    for pattern, spelling in ONE_SPELLING:
        text = pattern.sub(spelling, text)
    words = WORD.findall(re.sub(r"(?<=\w)[’'ʼ](?=\w)", "", text))
    kept = [stem(word) for word in words if word not in ARTICLES]
    return " ".join(kept) or printed.casefold()


def stem(word: str) -> str:
    """A Russian word without its ending: positions print organizations in the genitive."""
    return RUSSIAN_ENDING.sub("", word) if is_cyrillic(word) else word


def block_of(key: str) -> str:
    """First letter, and the last word's first: of an abbreviation, its first and last letter."""
    words = [word for word in key.split() if word not in SMALL] or key.split() or [key]
    last = words[-1][:1] if len(words) > 1 else words[0][-1:]
    return f"{words[0][:1]}{last}"


@lru_cache(maxsize=KEYS_KEPT)
def read_abbreviation(phrase: str) -> Abbreviation | None:
    """What `… Collective Security Treaty Organization (CSTO)` tells; None where nothing fits."""
    found = BRACKETED.search(phrase)
    if not found:
        return None
    letters = found["letters"]
    if not letters[:-1].isupper() or not (letters[-1].isupper() or letters[-1] == "s"):
        return None
    letters = letters.rstrip("s").casefold().replace("ё", "е")
    words = re.findall(r"[^\W_]+", re.split(r"[.;:!?()]\s", phrase[: found.start()])[-1])
    for begin in range(len(words) - MIN_WORDS, max(-1, len(words) - MOST_WORDS), -1):
        chosen = words[begin:]
        if chosen[0][0].isupper() and fits(tuple(map(str.casefold, chosen)), letters):
            full = organization_key(" ".join(chosen))
            return Abbreviation(full, letters) if " " in full else None
    return None


def fits(words: tuple[str, ...], letters: str) -> bool:
    """Whether letters are those that the words begin with, more of a word if need be.

    Each word but the small ones gives its first letter, and may give some that follow in it, the
    last word only one: `Eurasian Economic Union`, EAEU.
    """
    if not words or words[0] in SMALL or words[-1] in SMALL:
        return False
    if len(words) == 1:
        return words[0].replace("ё", "е")[:1] == letters
    if len([word for word in words if word not in SMALL]) > len(letters):
        return False
    return takes(words, letters)


def takes(words: tuple[str, ...], letters: str) -> bool:
    """Whether the first word gives the first letters and the others the rest."""
    word, rest = words[0].replace("ё", "е"), words[1:]
    if not rest:
        return letters == word[:1]
    if word in SMALL and takes(rest, letters):
        return True
    taken = 0
    for place, letter in enumerate(word):
        if taken < len(letters) and letters[taken] == letter:
            taken += 1
            if takes(rest, letters[taken:]):
                return True
        elif place == 0:
            return False
    return False


class Organizations:
    """How names of organizations are compared.

    Attributes:
        abbreviations: what pages tell, and since when.
    """

    kind: Kind = "organization"

    def __init__(self, abbreviations: Mapping[Abbreviation, datetime]) -> None:
        self.abbreviations = abbreviations
        self.fulls: dict[str, set[str]] = defaultdict(set)
        for one in abbreviations:
            self.fulls[one.short].add(one.full)

    def key_of(self, name: str) -> str:
        """The name without what differs by manner."""
        return organization_key(name)

    def pairs(self, keys: Sequence[str]) -> Iterator[tuple[str, str]]:
        """An abbreviation with its names, and abbreviations of one name."""
        by_full: dict[str, list[str]] = defaultdict(list)
        for key in keys:
            for full in (key, *self.fulls.get(key, ())):
                by_full[full].append(key)
        for sharing in by_full.values():
            yield from combinations(sharing, 2)

    def is_steady(self, keys: Sequence[str], pairs: Iterable[tuple[str, str]]) -> bool:
        """Whether none of the names is an abbreviation that a page tells."""
        return not any(pairs) and not any(key in self.fulls for key in keys)

    def describe(self, key: str, known: Sequence[Known], moment: datetime) -> Body:  # noqa: ARG002 - a rule
        """A name, and what it is told to be short for by then."""
        fulls = (
            full
            for full in self.fulls.get(key, ())
            if self.abbreviations[Abbreviation(full, key)] <= moment
        )
        return Body(key, frozenset(fulls))

    def compare(self, one: Body, other: Body) -> Finding:
        """Whether one is told to be short for the other, and for nothing else."""
        shared = (one.fulls | {one.key}) & (other.fulls | {other.key})
        if not shared:
            return Finding(Verdict.DIFFERENT, "the names differ")
        if len(one.fulls) > 1 or len(other.fulls) > 1:
            return Finding(Verdict.UNDECIDED, "the abbreviation is given for two names")
        return Finding(Verdict.SAME, "a page gives the abbreviation in brackets")

    def fullness(self, what: Body) -> int:
        """Whether it is a full name."""
        return int(not what.fulls)

    def bases(self, what: Body) -> tuple[str, str]:
        """The full name that it has, or is short for."""
        base = next(iter(what.fulls)) if len(what.fulls) == 1 else what.key
        return base, base

    def moments(self, known: Iterable[Known]) -> set[datetime]:
        """When a name was first seen, and when an abbreviation was told."""
        listed = list(known)
        keys = {organization_key(one.unit.name) for one in listed}
        told = {at for one, at in self.abbreviations.items() if one.short in keys}
        return {one.seen_at for one in listed} | told
