"""What one printed word can be in a person's name."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache, lru_cache
from importlib.resources import files

from rostrum.parsing.common_words import (
    ABSTRACT_ENDINGS,
    ADJECTIVE_OR_NAME_ENDINGS,
    ALSO_NAMES,
    COMPANY_FORMS,
    FAMILY_ENDINGS,
    FAMILY_NAMES,
    OPENERS,
    PLACES,
    THING_STEMS,
    THINGS,
    TIMES,
)
from rostrum.parsing.countries import is_country
from rostrum.parsing.given_names import GIVEN_NAMES
from rostrum.parsing.lexicon import CASE_ENDINGS, fold, is_organization_noun
from rostrum.parsing.occupations import OCCUPATIONS
from rostrum.parsing.organizations import RUSSIAN_BODY
from rostrum.parsing.titles import TITLE_HEADS

PARTICLES = frozenset(
    "de da di do du del della dei delle degli der den des dos das van von zu zum zur ter ten te la "
    "le lo las los à el al bin ibn bint ben abu abd af av y e i und ap ní ni mac ó ’t 't d’ "
    "оглы оглу кызы гызы угли улы ибн бин аль эль ага де ла ле ван фон цу дер ден да ди дель бен "
    "абу wa binti binte bte ole ua ag uulu уулу".split()
)
"""Small words inside a name; at its end only a few may stand."""

ENDING_PARTICLES = frozenset("оглы оглу кызы гызы угли улы oglu ogly kyzy qizi".split())
SUFFIXES = frozenset(("jr.", "sr.", "jr", "sr", "ii", "iii", "iv"))
POST_NOMINALS = frozenset(
    "phd ph.d. ph.d dphil md m.d. llm ll.m. llb mba msc bsc ma mp mep mla mlc mhk mpp mna "
    "msp td qc kc q.c q.c. k.c k.c. s.c s.c. m.p. j.p. obe mbe cbe "
    "mbbs mbchb mph pharmd dds dvm frcp frcs facc "
    "ceng ieng fistructe mistructe fice mice frics mrics fcibse fimeche mimeche riba faia aia frse "
    "freng jd rn cpa cfa esq fcca acca "
    "kbe dbe kcmg gcmg dcmg cmg kcb cb om frs fba esq esq. dr.h.c. d.sc. dsc".split()
)
"""Letters after a name: degrees, orders, seats."""

DASHES = r"\-‐‑"
INITIAL = re.compile(rf"(?:[^\W\d_]\.[{DASHES}]?)+|[^\W\d_]\.?(?:[{DASHES}][^\W\d_]\.)")
GLUED = re.compile(r"(?<![\w.])(?:[А-ЯЁ]\.){1,2}[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ][а-яё]+)?(?![\w-])")
"""Initials and surname without a space, as Russian agencies print them (`Д.Лосев`)."""

FULL_WORD = re.compile(rf"[^\W\d_](?:(?:[^\W\d_]|[’‘'ʼ`{DASHES}])*[^\W\d_])?")
JOINED_PARTICLE = re.compile(
    rf"(?:al|el|as|ash|ad|an|ar|at|az|ul|ud|ibn|bin|d|l|dell|de|della|von|van|аль|эль|ас|аш|ан|ар|ат|"
    rf"д|ибн|бин|фон)[{DASHES}’'](?=[^\W\d_])"
)
PATRONYMIC = re.compile(
    r".{2,}(?:[ое]вич|[ое]вн|[иь]ич|ичн|иничн)(?:а|у|ем|е|ы|ой|)|.{2,}(?:ovich|evich|ovna|evna|ichna)"
)
HONORIFICS = frozenset(
    "mr mrs ms mx dr prof miss sir dame lord lady mme messrs madame monsieur herr frau rev hon he "
    "professor pro tem tempore г-н г-жа д-р господин госпожа".split()
)
FIELD = re.compile(r".+(?:лог|граф|ном|метр)и(?:и|я|ю|ей)")
"""A field of study, which begins as those who study it are called (`экологии`)."""

OFFICE_END = re.compile(r"-(?:in-(?:office|charge|chief)|designate|elect|at-large|emeritus)$")
"""What stands behind a title in one word (`chairperson-in-office`)."""

TRADE_SURNAME = re.compile(r"(?P<trade>[а-я]{3,})[ое]в(?:а|у|е|ым|ой)?")
TITLE_PREFIX = re.compile(r"co|vice|ex|вице|экс|со|[a-z]+(?:th|st|nd|rd)")
CAMEL = re.compile(r"(?!Fitz|Vander|Della)[^\W\d_](?-i:[a-zà-ÿа-яё]|ł){3,}[A-ZА-ЯЁ]")
"""A brand with a capital inside (`FrostBox`), but no `MacLeod`."""

VOWEL = re.compile("[aeiouyаеёиоуыэюяіїєәөүұ]", re.IGNORECASE)
TITLE_NAMES = frozenset(
    "dean king prince judge major chancellor page april may june jordan georgia".split()
)
"""Given names that are titles, months or states far more often."""

MIN_STEM = 4
SHORT_STEMS = frozenset(("мэр", "зам"))
"""Titles that are shorter."""

LONGEST_LETTERS = 3
"""Capitals up to which a word is an acronym."""


class Kind(Enum):
    """What a word can be; those of NAMING are names of their own."""

    FIRST = auto()  # certainly a given name or a patronymic
    PLAIN = auto()  # a capitalized word that is no other known thing
    SHARED = auto()  # a name that is a common word, a title or a place as often
    COMMON = auto()  # a word of the language: a name only beside one that is certain
    INITIAL = auto()
    PARTICLE = auto()
    SUFFIX = auto()
    LETTERS = auto()  # an acronym, or letters after a name
    TITLE = auto()
    OPENER = auto()
    OTHER = auto()  # anything that is no part of a name


NAMING = frozenset((Kind.FIRST, Kind.PLAIN, Kind.SHARED, Kind.COMMON))


@lru_cache(maxsize=65_536)
def kind_of(word: str) -> Kind:
    """The kind of one word, without spaces."""
    folded = word.casefold().replace("ё", "е").replace("‑", "-").replace("‐", "-")
    if word.islower():
        return kind_of_small(word, folded)
    if (word[0].isupper() or JOINED_PARTICLE.match(word)) and FULL_WORD.fullmatch(word):
        return kind_of_letters(word, folded) or kind_of_capitalized(word, folded)
    if folded == "st.":  # Imogen St. Clair
        return Kind.PARTICLE
    if INITIAL.fullmatch(word) and word[0].isupper():
        return Kind.TITLE if folded in {"h.e.", "h.r.h."} else Kind.INITIAL
    return kind_of_letters(word, folded) or Kind.OTHER


def kind_of_letters(word: str, folded: str) -> Kind | None:
    """`III`, `Jr.`, `OBE`, `Ltd`; None for any other word."""
    if folded in SUFFIXES or word in {"V", "VI"}:
        return Kind.SUFFIX
    is_post_nominal = folded in POST_NOMINALS and (word != word.title() or "." in word)
    return Kind.LETTERS if folded in COMPANY_FORMS or is_post_nominal else None


def kind_of_small(word: str, folded: str) -> Kind:
    """A word with no capital: a particle, or no part of a name."""
    if folded in PARTICLES | ENDING_PARTICLES:
        return Kind.PARTICLE
    return Kind.PARTICLE if JOINED_PARTICLE.match(word) else Kind.OTHER


def kind_of_capitalized(word: str, folded: str) -> Kind:
    """A word with a capital."""
    if is_first(folded):
        return Kind.FIRST
    if folded in ALSO_NAMES:
        return Kind.SHARED
    if folded in ENDING_PARTICLES or (folded in PARTICLES and len(folded) > 1):
        return Kind.PARTICLE
    if folded in OPENERS:
        return Kind.OPENER
    return kind_of_noun(word, folded)


def kind_of_noun(word: str, folded: str) -> Kind:
    """A capitalized word that is no known name."""
    is_title = folded in TITLE_HEADS or has_title_stem(folded)
    if folded in HONORIFICS or (is_title and not is_surname_of_trade(folded)):
        return Kind.TITLE
    if is_letters(word):
        return Kind.LETTERS
    if is_thing(folded) or is_russian_body(word) or CAMEL.match(word):
        return Kind.OTHER
    return Kind.COMMON if is_common(folded) else Kind.PLAIN


def is_surname_of_trade(folded: str) -> bool:
    """Whether a word is a surname made of a trade (`Плотников`), rather than its plural."""
    surname = TRADE_SURNAME.fullmatch(folded)
    return surname is not None and any(
        f"{surname['trade']}{end}" in OCCUPATIONS for end in ("", "ь", "й", "ой")
    )


def is_common(folded: str) -> bool:
    """A common English word, or several with hyphens between them (`Forty-four`)."""
    return folded in english_words() or (
        "-" in folded and english_words().issuperset(folded.split("-"))
    )


def is_russian_body(word: str) -> bool:
    """`Госдумы`, `Росреестра`, but not `Росляков`."""
    return RUSSIAN_BODY.match(word) is not None and not word.endswith(FAMILY_ENDINGS)


def is_first(folded: str) -> bool:
    """Whether a word is certainly a given name or a patronymic."""
    if folded in TITLE_NAMES:
        return False
    is_given = folded in GIVEN_NAMES or is_double_given(folded)
    return is_given or PATRONYMIC.fullmatch(folded) is not None


@cache
def english_words() -> frozenset[str]:
    """The common words of English, in small letters."""
    text = (files("rostrum.parsing") / "english_words.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split()) - FAMILY_NAMES


def is_double_given(folded: str) -> bool:
    """`Anne-Marie`, `Hans-Jürgen`."""
    first, dash, last = folded.partition("-")
    return bool(dash) and first in GIVEN_NAMES and last in GIVEN_NAMES


def has_title_stem(folded: str) -> bool:
    """A Russian title in another case (`министра`), or one that is shared (`co-rapporteur`)."""
    folded = OFFICE_END.sub("", folded)
    if folded in TITLE_HEADS:
        return True
    if FIELD.fullmatch(folded):
        return False
    prefix, dash, rest = folded.partition("-")
    if dash and rest in TITLE_HEADS and (prefix in TITLE_HEADS or TITLE_PREFIX.fullmatch(prefix)):
        return True  # `co-rapporteur`, `secretary-treasurer`, `seventh-grader`
    ends = range(max(len(folded) - 3, MIN_STEM - 1), len(folded))
    stems = [folded[:end] for end in ends if folded[end:] in CASE_ENDINGS]
    return any(title in TITLE_HEADS for stem in stems for title in nominatives(stem))


def nominatives(stem: str) -> tuple[str, ...]:
    """What may be the nominative of a Russian word: `министр`, `глав`, `владельц`, `заведующ`."""
    if len(stem) < MIN_STEM:
        return (stem,) if stem in SHORT_STEMS else ()
    whole = f"{stem[:-1].removesuffix('ь')}ец"
    return (stem, whole, *(stem + ending for ending in ("а", "я", "ь", "й", "ий", "ая")))


def is_letters(word: str) -> bool:
    """An acronym: capitals that cannot be spoken, or too few to be a name among others."""
    if word.endswith("s") and word[:-1].isupper() and len(word) > len("As"):
        return True  # MEPs
    if not word.isupper() or len(word) == 1 or word.casefold() in FAMILY_NAMES:
        return False
    return len(word) <= LONGEST_LETTERS or (not VOWEL.search(word))


def is_thing(folded: str) -> bool:
    """Whether a word names a thing, a time, a place or an organization."""
    if folded in THINGS or folded in TIMES or folded in PLACES or is_state(folded):
        return True
    if folded.endswith(ABSTRACT_ENDINGS):
        return True
    if folded.endswith(("ов", "ев")):  # Советов, Народов
        return False
    return is_organization_noun(folded) or is_russian_thing(folded)


def is_russian_thing(folded: str) -> bool:
    """Whether a word is a Russian thing in some case: `Республики`."""
    ends = range(max(len(folded) - 3, MIN_STEM), len(folded) + 1)
    return any(folded[:end] in THING_STEMS and folded[end:] in CASE_ENDINGS for end in ends)


def is_state(folded: str) -> bool:
    """Whether a word is a state, in Russian in any case (`Франции`)."""
    return is_country(folded) or (
        folded[-1] in "аеиуы" and any(is_country(folded[:-1] + end) for end in ("", "а", "я", "ь"))
    )


def is_adjective_or_name(word: str) -> bool:
    """A Russian word that is an adjective as often as a surname (`Белый`, `Ковальская`)."""
    return len(word) > MIN_STEM and fold(word).endswith(ADJECTIVE_OR_NAME_ENDINGS)
