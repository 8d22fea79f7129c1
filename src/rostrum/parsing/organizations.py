"""Does a text begin with the name of an organization, of a state, of neither?"""

from __future__ import annotations

import re

from rostrum.parsing.countries import is_country
from rostrum.parsing.lexicon import fold, is_organization_noun, words_of
from rostrum.parsing.titles import FIELDS, INTERNAL_UNITS, NO_BODIES, STATE_NAMES, STATES

ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
PREPOSITION = re.compile(
    r"\s(?P<word>of|at|in|to|with|for|on|при|в|во|по|на)\s+(?:the\s+)?(?=\S)", re.IGNORECASE
)
ACRONYM = re.compile(r"\b[A-ZА-ЯЁ][A-ZА-ЯЁ&-]+\b")
RUSSIAN_BODY = re.compile(
    r"(?:Рос(?!си|тов|лав)[а-я]{3,}|Мин(?:юст|фин|труд|эконом|пром|здрав|обр|культ|спорт|транс|энерго|"
    r"сельхоз|природ|цифр|строй)[а-я]*|Гос(?:дум|совет|ком|корп)[а-я]*|Центробанк[а-я]*|"
    r"[А-Я][а-я]*(?:парламент|банк|комитет|надзор|пром|атом|собес)(?:а|у|ом|е)?)\b"
)
"""Russian bodies in one compound word (`Минюста`, `Росреестра`, `Европарламента`)."""

CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)


def outside_brackets(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """The matches of a pattern that stand in no brackets or quotation marks."""
    return [match for match in pattern.finditer(text) if is_closed(text[: match.start()])]


def is_closed(text: str) -> bool:
    """Whether every bracket and quotation mark opened in a text is closed in it."""
    return all(
        text.count(opened) <= text.count(closed) for opened, closed in ("()", "[]", "«»", "“”")
    )


def leading_phrase(text: str) -> str:
    """The words before the first preposition: where a title or an organization names itself."""
    match = PREPOSITION.search(text)
    return text[: match.start()] if match else text


def is_state(text: str) -> bool:
    """Whether a text begins with a state or a territory."""
    return STATES.match(text) is not None or is_country(text.strip())


def is_internal(organization: str) -> bool:
    """Whether it is a part of an organization, by its own noun."""
    return any(word in INTERNAL_UNITS for word in words_of(leading_phrase(organization)))


def names_organization(text: str) -> bool:
    """Whether a text begins with the name of an organization: by a word for one, or an acronym."""
    if STATES.match(text):
        return False
    phrase = STATE_NAMES.sub("", leading_phrase(text))
    words = phrase.split(",")[0].split()
    if (words and is_field(words)) or is_generic(phrase):
        return False
    if any(map(is_organization_noun, words_of(phrase))) or phrase[:1] in '«“"':
        return True
    if RUSSIAN_BODY.match(phrase):
        return True
    return any(fold(match.group()) not in NO_BODIES for match in ACRONYM.finditer(phrase))


def is_generic(phrase: str) -> bool:
    """Whether an English phrase has no capital: `head of department` names none."""
    return phrase.islower() and CYRILLIC.search(phrase) is None


def is_acronym(word: str) -> bool:
    """Whether a word is the acronym of an organization."""
    return ACRONYM.fullmatch(word) is not None and fold(word) not in NO_BODIES


def is_field(words: list[str]) -> bool:
    """Whether the words end in what one works on (`EU Affairs`)."""
    return fold(words[-1]) in FIELDS
