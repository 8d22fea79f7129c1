"""Is this a person's name? Two languages, initials, particles, hyphens, honorifics."""

from __future__ import annotations

import re
from functools import lru_cache

from rostrum.parsing.common_words import (
    FAMILY_ENDINGS,
    FAMILY_NAMES,
    PLACE_BEGINNINGS,
    PLACE_ENDS,
    PLACE_PAIRS,
)
from rostrum.parsing.countries import is_country
from rostrum.parsing.given_names import GIVEN_NAMES, GIVEN_WORDS
from rostrum.parsing.lexicon import GROUP_ROLES, SECTION_KINDS, fold
from rostrum.parsing.name_words import (
    ENDING_PARTICLES,
    GLUED,
    NAMING,
    POST_NOMINALS,
    Kind,
    is_adjective_or_name,
    kind_of,
)
from rostrum.parsing.titles import TITLE_HEADS

HONORIFIC = re.compile(
    r"((?:(?:Lt|Maj|Brig|Rear|Vice|Air)\.?\s)?(?:Gen|Maj|Capt|Col|Lt|Adm|Brigadier|Captain|Colonel|General|Major|"
    r"Admiral|Commander)\.?\s+\((?:ret|retd|rtd|retired)\.?\)|"
    r"\((?:ret|retd|rtd|retired)\.?\)|(?:the\s+)?(?:right\s+)?(?:honou?rable|rt\.?\s+hon\b\.?)|the\s+hon\b\.?|"
    r"(?:the\s+)?(?:(?:rt|right|most|very)\.?\s+)?(?:revd?|reverend|venerable|ven)\b\.?|"
    r"(?:His|Her|Your) (?:Excellency|Royal Highness|Serene Highness|Highness|Majesty|Eminence|"
    r"Holiness|Honou?r)|H\.\s?E\.|(?-i:HE|HRH|HH|D?DG|DSG|PM)\b|H\.\s?R\.\s?H\.|"
    r"[кд]\.\s?(?:-?[а-я]{1,4}\.\s?){1,2}н\.|(?-i:h\.\s?c\.)|dr\.-ing\.|(?:univ|a?o)\.-prof\.|priv\.-doz\.|dipl\.-ing\.|"
    r"(?:Drs?|Messrs|Assoc(?=\.?\s+Prof)|Asst(?=\.?\s+Prof)|Mag(?=\.)|Mr|Mrs|Ms|Mx|Miss|Mme|Madame|Monsieur|Herr|Frau|Prof|Rev|Hon|Sir|Dame|Lord|"
    r"(?:Judge|Justice|Rabbi|Imam|Sister|Father|Sr|Fr|Père|Abbé|Frère|Padre)(?=\.?\s+\S+\s+\S)|Lady|Baroness|Cllr|Capt|Sen|Rep|Gov|Gen|Lt|Col|Maj|Sgt|Cpl|Adm|Eng(?=\.)|"
    r""
    r"Dato|Datuk|Datin|Tan Sri|Puan|"
    r"Shri|Smt|Shrimati|Kumari|Professor|Doctor|Reverend|Archbishop|Sheikha?(?=\s+\S+\s+\S)|"
    r"(?:Prince|Princess)(?=\s+\S+\s+\S)|"
    r"г-н\w*|г-ж[аиеу]|г-жой|господин\w*|госпож[аиеу]|госпожой|д-р\w*|доктор\w{0,2}|проф|"
    r"профессор\w{0,2}|акад|академик\w{0,2}|(?:Его|Ее|Её) (?:Превосходительств\w+|Высочеств\w+))\b"
    r"[.’']?)\s+",
    re.IGNORECASE,
)
LETTERS_AFTER = re.compile(r",?\s+(?P<letters>[^\s,]+)$")
SUFFIX_AFTER_COMMA = re.compile(r",(?=\s+(?:Jr|Sr)\.?$)")
NICKNAME = re.compile(
    r"(?<=[^\W\d_][.\w] )(?:[\"“”‘'«][^\W\d_a-zа-яё][\w’-]{1,11}[\"“”’'»]|"
    r"\((?P<given>[^\W\d_a-zа-яё][\w’-]{1,11})\)) +(?=[^\W\d_a-zа-яё])"
)
"""`J. R. "Jock" Pennefather`, `Harpreet (Harry) Sidhu`."""

NO_NAME = re.compile(r"[\d,;:!?“”„«»\"()\[\]{}/@&_—–|<>…•*=+#]|\s-|-\s|\w[’']s?(?:\s|$)")
"""What stands in no name."""

MIN_WORDS, MAX_WORDS, MAX_LENGTH = 2, 6, 80
"""Words of a name, the small ones between them not counted above; its characters."""

MIN_SPOKEN = 5
"""Letters of a word whose ending tells a family name."""


def has_length(words: list[str]) -> bool:
    """Whether there are as many words as a name may have."""
    return len(words) >= MIN_WORDS and sum(not word.islower() for word in words) <= MAX_WORDS


def without_nickname(text: str) -> str:
    """A text of the same length with spaces for the nicknames inside of names.

    In brackets only a known given name is one: a country or a party stands there as well.
    """
    if '"' not in text and "(" not in text and "“" not in text and "«" not in text:
        return text
    return NICKNAME.sub(hidden, text)


def hidden(nickname: re.Match[str]) -> str:
    """Spaces for a nickname, or the words as they are."""
    given = nickname["given"]
    is_name = given is None or kind_of(given) is Kind.FIRST
    return " " * len(nickname.group()) if is_name else nickname.group()


def strip_honorific(text: str) -> int:
    """Where the name itself begins after `H.E.`, `Dr.`, `Mr.` and the like; 0 if there is none."""
    start = 0
    while start < MAX_LENGTH and (match := HONORIFIC.match(text, start)):
        start = match.end()
    return start


def trim_name(text: str) -> tuple[int, int]:
    """Where the name itself begins and ends: no honorifics before it, no letters (`OBE`) after."""
    start, end = strip_honorific(text), len(text.rstrip())
    if end > 2 * MAX_LENGTH:
        return start, end
    while match := LETTERS_AFTER.search(text, start, end):
        letters = match["letters"]
        is_word = letters.istitle() and "." not in letters
        if letters.casefold() not in POST_NOMINALS or is_word:
            break
        end = match.start()
    return start, end


@lru_cache(maxsize=4096)
def is_name(text: str) -> bool:
    """Whether the whole text reads as one person's name, honorifics apart.

    Certainty comes first: one word alone is no name, nor is what holds a digit, the word for an
    organization, or letters after the name (`trim_name` takes those off).
    """
    if len(text) > MAX_LENGTH or not text or text[0].isspace():
        return False
    if GLUED.fullmatch(text):
        return True
    name = SUFFIX_AFTER_COMMA.sub("", without_nickname(text[strip_honorific(text) :]))
    if NO_NAME.search(name):
        return False
    words = name.split()
    if not has_length(words) or fold(text) in SECTION_KINDS | GROUP_ROLES:
        return False
    return are_name(words)


def could_be_name(text: str, *, may_be_words: bool = False) -> bool:
    """Whether a text may be a name: one where a position stands beside it, not alone.

    With `may_be_words`, it may be made of nothing but common words (`Heather Pilling`).
    """
    if len(text) > MAX_LENGTH or not text or text[0].isspace():
        return False
    text = without_nickname(text)
    words = text[strip_honorific(text) :].split()
    if NO_NAME.search(text) or not has_length(words) or is_place(words):
        return False
    kinds = [kind_of(word) for word in words]
    is_likely = Kind.PLAIN in kinds or (may_be_words and NAMING.issuperset(kinds))
    return is_likely and is_pattern(kinds, words)


def are_name(words: list[str]) -> bool:
    """Whether words make up one name."""
    kinds = [kind_of(word) for word in words]
    if not is_pattern(kinds, words) or is_place(words):
        return False
    if kinds[0] is Kind.SHARED and kinds[1] is Kind.FIRST and is_titled(words):
        return False
    named = [word for word, kind in zip(words, kinds, strict=True) if kind in NAMING]
    if Kind.COMMON in kinds:
        if {Kind.COMMON, Kind.SHARED}.issuperset(kinds[:2]):
            return False  # Fur Ball Honours Ada Lund
        is_turned = kinds[0] is Kind.COMMON and len(words) == MIN_WORDS  # Big Ben
        return kinds[0] is Kind.INITIAL or (not is_turned and any(map(is_certainly_given, named)))
    return Kind.FIRST in kinds or Kind.INITIAL in kinds or is_likely_name(words, named, kinds)


def is_likely_name(words: list[str], named: list[str], kinds: list[Kind]) -> bool:
    """Whether words none of which is certain make up a name all the same."""
    if any(map(is_adjective_or_name, named)):
        return False
    if all(word.isupper() for word in named):  # a heading is in capitals as well
        return any(map(is_family_name, named))
    return Kind.PLAIN in kinds or fold(words[0]) in GIVEN_NAMES


def is_titled(words: list[str]) -> bool:
    """`Judge Ada Lund`: a title that is a name as well, before a whole name."""
    return len(words) > MIN_WORDS and fold(words[0]) in TITLE_HEADS


def is_certainly_given(word: str) -> bool:
    """Whether a word is a given name and no word that begins a heading as often (`Will`)."""
    return kind_of(word) is Kind.FIRST and fold(word) not in GIVEN_WORDS


def is_family_name(word: str) -> bool:
    """Whether a word is certainly a family name, by itself or by its ending."""
    folded = fold(word)
    return folded in FAMILY_NAMES or (len(word) >= MIN_SPOKEN and folded.endswith(FAMILY_ENDINGS))


def is_pattern(kinds: list[Kind], words: list[str]) -> bool:
    """Whether words of these kinds can follow each other in a name."""
    if not all(
        kind in NAMING or kind in {Kind.INITIAL, Kind.PARTICLE, Kind.SUFFIX} for kind in kinds
    ):
        return False
    naming = sum(kind in NAMING for kind in kinds)
    joined = sum(
        kind is Kind.PARTICLE and any(char.isupper() for char in word)
        for kind, word in zip(kinds, words, strict=True)
    )
    initials = Kind.INITIAL in kinds
    if naming + joined + initials < MIN_WORDS or not naming:
        return False
    if kinds[0] is Kind.SUFFIX or (kinds[0] is Kind.PARTICLE and words[0].islower()):
        return False
    if (
        max(len(word) for word, kind in zip(words, kinds, strict=True) if kind in NAMING)
        < MIN_WORDS
    ):
        return False
    last = fold(words[-1])
    return (
        kinds[-1] is not Kind.PARTICLE
        or not words[-1].islower()
        or (last in ENDING_PARTICLES or "-" in last)
    )


def is_place(words: list[str]) -> bool:
    """Whether the words are a known place, or begin like one of two words."""
    folded = [fold(word) for word in words]
    if " ".join(folded) in PLACE_PAIRS or is_country(" ".join(words)):
        return True
    if folded[0].endswith(("ого", "его")) and kind_of(words[0]) is not Kind.FIRST:
        return True  # Долгого Мыса
    if len(words) != MIN_WORDS:
        return False
    is_named = folded[-1] in PLACE_ENDS and kind_of(words[0]) is not Kind.FIRST
    return is_named or folded[0] in PLACE_BEGINNINGS
