"""Who a Russian verb of speech leads to, whatever words say what the person is.

`подчеркнула заведующая лабораторией водоканала Алевтина Рогожкина`: all that stands between the
verb and the name is the person's position, so that no list of positions is asked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rostrum.parsing.given_names import NOMINATIVES
from rostrum.parsing.lexicon import PERSON_NOUNS, fold
from rostrum.parsing.spans import Span
from rostrum.parsing.titles import TITLE_HEADS

if TYPE_CHECKING:
    from collections.abc import Sequence

AUDIENCE = re.compile(
    r"(?:(?:журналист|репорт[её]р|корреспондент|агентств|издани|газет|портал|телеканал|канал|"
    r"участник|собравши|присутствующи|слушател|зрител|гост|делегат|коллег|студент|жител)"
    r"(?:ам|ям|у|ю|е|м|мся|мся)|им|ему|ей|нам|залу|ТАСС|РИА|«[^«»]{1,40}»)(?:\s+«[^«»]{1,40}»)?\s+"
)
"""To whom something is said; it stands between the verb and who said it."""

ASIDE = re.compile(r",\s+[а-яё]+(?:я|яя|ая|ив|ав|ев|вши|вшись|ясь)\b[^,.«»]{0,100},\s+")
""", открывая конференцию,`"""

PLACE = re.compile(r"(?:на|в|во|по|при|после|перед|во время|в ходе)\s+[а-яё]", re.IGNORECASE)
PREPOSITIONS = frozenset(
    "в во на с со у о об обо от к ко по при из за для до без над под перед между про через "
    "вместе и или а".split()
)
JOINT = re.compile(r"[,;:—–()\n]|\s-\s|[.!?]\s")
MAX_WORDS = 20
"""Words between a verb and a name; the longest printed positions have fewer."""


def skip_to_role(text: str, start: int, end: int) -> int:
    """Where the position begins behind a verb: after to whom and on what occasion it was said."""
    for pattern in (AUDIENCE, ASIDE, AUDIENCE):
        if found := pattern.match(text, start, end):
            start = found.end()
    return start


def role_before(
    text: str, start: int, name: Span, *, is_genitive: bool = False
) -> tuple[bool, Span | None]:
    """Whether the words from `start` to a name lead to it, and the position that they are."""
    words = text[start : name.start].split()
    if not words:
        return True, None
    if not is_genitive and not is_nominative(text, name):
        return False, None
    begin = start
    if PLACE.match(text, start, name.start):
        place = head_in(text, start, name.start)
        if place is None:
            return True, None
        begin = place
    role = text[begin : name.start].rstrip()
    if not role or len(words) > MAX_WORDS or JOINT.search(hide_quoted(role)):
        return False, None
    inside = hide_quoted(role).split()
    leads = inside[-1].casefold() not in PREPOSITIONS and role[0].islower()
    if not leads or inside[0].casefold() in PREPOSITIONS:
        return False, None
    return True, Span(begin, begin + len(role))


def hide_quoted(text: str) -> str:
    """A text with the insides of `«…»` as one word."""
    return re.sub("«[^«»]*»", lambda found: "«" + "x" * (len(found.group()) - 2) + "»", text)


def head_in(text: str, start: int, end: int) -> int | None:
    """Where the first word stands that says what somebody is, after the first two."""
    for word in list(re.finditer(r"[\w-]+", text[start:end]))[2:]:
        if fold(word.group()) in TITLE_HEADS | PERSON_NOUNS:
            return start + word.start()
    return None


def is_nominative(text: str, name: Span) -> bool:
    """Whether no word of a name is plainly in another case (`Дениса Окунева`)."""
    words = name.of(text).split()
    known = forms_of(words)
    if not known and fold(words[0]).endswith(("ого", "его")):  # жительница Долгого Мыса
        return False
    return all(fold(word) in names for word, names in known)


def forms_of(words: Sequence[str]) -> list[tuple[str, frozenset[str]]]:
    """The words that are forms of given names, with those names."""
    return [(word, NOMINATIVES[fold(word)]) for word in words if fold(word) in NOMINATIVES]
