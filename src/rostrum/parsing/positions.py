"""A printed position → its roles: (role, organization), both verbatim.

`Deputy Director, Federal Service; Member of the Council` is two roles. The organization is None
where the title itself holds the state (`Deputy Minister of Justice of the Russian Federation`) and
where nothing certain names one: a missing organization is better than a wrong one.
"""

from __future__ import annotations

import re

from rostrum.parsing.lexicon import fold, is_organization_noun, words_of
from rostrum.parsing.titles import (
    FREE_HEADS,
    INTERNAL_UNITS,
    OFFICES_OF_STATE,
    ORGANIZATION_FIRST_ROLES,
    REPRESENTATIVES,
    STATE_NAMES,
    STATES,
    TITLE_HEADS,
)
from rostrum.records import Role

JOINT = re.compile(r"\s*;\s*|\s+[–—-]\s+|,\s*(?:(?:and|и)\s+)?|\s+(?:and|и)\s+")
"""What may stand between two positions; only `;` always does."""

COMMA = re.compile(r",\s*|\s+[–—]\s+")
CONTINUES_LIST = re.compile(r"\b(?:and|и)\b")
ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
PREPOSITION = re.compile(
    r"\s(?P<word>of|at|in|to|with|for|on|при|в|во|по|на)\s+(?:the\s+)?(?=\S)", re.IGNORECASE
)
CAPITALIZED = re.compile(r"(?<=\s)(?=[^\W\d_a-zа-яё]|[«“\"])")
ACRONYM = re.compile(r"\b[A-ZА-ЯЁ][A-ZА-ЯЁ&-]+\b")
SEATS = frozenset(("at", "in", "to", "with"))
RUSSIAN_SEAT = re.compile(r"\s(?:при|в|во|на)\s+$")
RUSSIAN_OFFICES = (
    "президент",
    "министр",
    "председател",
    "премьер",
    "губернатор",
    "директор",
    "глав",
)
KIND_BEFORE_NAME = re.compile(
    r"(?<!\S)(?P<kind>(?:[\w-]+(?:ого|его|ой|ей|ых|их|ая|ое|ый)\s+){0,2}(?P<noun>[\w-]+)\s+)$"
)
"""`адвокатского бюро` before `«Хейл»`: a noun and its adjectives."""

CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)


def split_position(position: str) -> tuple[Role, ...]:
    """The roles of a position, in printed order; empty for an empty position."""
    position = without_stop(position)
    starts, ends = [0], []
    for match in outside_brackets(JOINT, position):
        if is_joint(match.group().strip(), position[starts[-1] : match.start()], position[match.end() :]):
            ends.append(match.start())
            starts.append(match.end())
    ends.append(len(position))
    parts = (position[start:end].strip() for start, end in zip(starts, ends, strict=True))
    return tuple(read_role(part) for part in parts if part)


def without_stop(position: str) -> str:
    """The position without the full stop of its sentence."""
    text = position.rstrip()
    last = text.rpartition(" ")[2].rstrip(".").casefold()
    is_stop = text.endswith(".") and "." not in last and last not in ABBREVIATIONS
    return text[:-1] if is_stop else text


def is_joint(mark: str, before: str, after: str) -> bool:
    """Whether a comma, a dash or an `and` stands between two positions."""
    if mark == ";":
        return True
    if mark not in {"and", "и"}:
        return begins_role(after)
    return is_complete(before) and begins_complete_role(after)


def is_complete(text: str) -> bool:
    """Whether a position has its complement, so that `and` can only begin another one."""
    if CYRILLIC.search(text):
        words = words_of(text)
        return any(word in TITLE_NOUNS for word in words[:-1]) and words[-1] not in TITLE_HEADS
    return PREPOSITION.search(text) is not None


def begins_complete_role(text: str) -> bool:
    """Whether a text begins with a title and its complement (`Member of the …`)."""
    phrase = JOINT.split(text, maxsplit=1)[0]
    words = words_of(leading_phrase(phrase))
    if not words or not begins_role(phrase):
        return False
    if CYRILLIC.match(words[0]):
        return len(words) > 1 and any(word in TITLE_NOUNS for word in words[:3])
    return words[-1] in TITLE_NOUNS and PREPOSITION.search(phrase) is not None


def outside_brackets(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """The matches of a pattern that stand in no brackets or quotation marks."""
    return [match for match in pattern.finditer(text) if is_closed(text[: match.start()])]


def is_closed(text: str) -> bool:
    """Whether every bracket and quotation mark opened in a text is closed in it."""
    return all(
        text.count(opened) <= text.count(closed) for opened, closed in ("()", "[]", "«»", "“”")
    )


def begins_role(text: str) -> bool:
    """Whether what follows a comma or a dash is a position of its own, not an organization."""
    phrase = leading_phrase(JOINT.split(text, maxsplit=1)[0])
    words = words_of(phrase)
    if not words:
        return False
    if words[-1] in TITLE_HEADS:
        return True
    # Russian titles hold their organization without a preposition (`член Совета`).
    title = words[:2] if CYRILLIC.match(words[0]) else words
    is_lower = phrase[0].islower() and CYRILLIC.match(words[0])
    return words[0] in TITLE_HEADS and bool(is_lower or not any(map(is_organization_noun, title)))


def leading_phrase(text: str) -> str:
    """The words before the first preposition: where a title or an organization names itself."""
    match = PREPOSITION.search(text)
    return text[: match.start()] if match else text


def read_role(text: str) -> Role:
    """One position → its role and organization."""
    commas = outside_brackets(COMMA, text)
    if not commas:
        return read_organization_first(text) or read_complement(text)
    head, rest = text[: commas[0].start()], text[commas[0].end() :]
    if is_portfolio(head, rest) or is_state(rest) or not is_named(head, rest):
        return Role(text, None)
    if goes_on(head, rest):
        return read_complement(text)
    return Role(head, ARTICLE.sub("", rest))


def is_state(text: str) -> bool:
    """Whether a text begins with a state or a territory."""
    return STATES.match(text) is not None or is_country(text.strip())


def is_named(head: str, rest: str) -> bool:
    """Whether what follows a comma can be the name of an organization.

    It is none in small letters (`lawyer, mother of three`), nor where it only goes on with a list
    (`Head of Sales, Trade and Marketing`).
    """
    if names_organization(rest):
        return True
    if not rest[:1].isupper():
        return any(char.isupper() or char in "«“" for char in rest)
    return PREPOSITION.search(head) is None or CONTINUES_LIST.search(rest) is None


def goes_on(head: str, rest: str) -> bool:
    """Whether the organization has begun before the comma (`Head of the Committee on Law, …`)."""
    begun = read_complement(head).organization
    if begun is None or names_organization(rest):
        return False
    return not is_internal(begun) or CONTINUES_LIST.search(rest) is not None


def is_internal(organization: str) -> bool:
    """Whether it is a part of an organization, by its own noun."""
    return any(word in INTERNAL_UNITS for word in words_of(leading_phrase(organization)))


def is_portfolio(head: str, rest: str) -> bool:
    """Whether a comma only continues a minister's list (`Minister for Energy, Trade and Ports`)."""
    is_office = any(word in OFFICES_OF_STATE for word in words_of(head))
    has_portfolio = PREPOSITION.search(head) or (CYRILLIC.search(head) and " " in head)
    return is_office and has_portfolio is not None and not names_organization(rest)


def names_organization(text: str) -> bool:
    """Whether a text begins with the name of an organization: by a word for one, or an acronym."""
    if STATES.match(text):
        return False
    phrase = STATE_NAMES.sub("", leading_phrase(text))
    if any(map(is_organization_noun, words_of(phrase))) or phrase[:1] in '«“"':
        return True
    return any(
        match.group() not in {"РФ", "США", "UK", "US", "USA"} for match in ACRONYM.finditer(phrase)
    )


def read_organization_first(text: str) -> Role | None:
    """`Expert Advisory Council member`, `COVI Chair`, `UNICEF Executive Director`."""
    words = text.split()
    number = len(words)
    while number and fold(words[number - 1]) in ORGANIZATION_FIRST_ROLES | COMPANY_ROLES | MODIFIERS:
        number -= 1
    role, last = " ".join(words[number:]), fold(words[-1])
    head = text[: len(text) - len(role)].rstrip() if number < len(words) else ""
    if not head or last not in ORGANIZATION_FIRST_ROLES | COMPANY_ROLES or is_sentence(text):
        return regroup(words)
    return Role(text[len(head) :].strip(), ARTICLE.sub("", head)) if is_body(head, last) else None


def regroup(words: list[str]) -> Role | None:
    """`Trade Committee Chair`: what also stands before a head is here the organization's noun."""
    if len(words) < 3 or fold(words[-1]) not in ORGANIZATION_FIRST_ROLES:
        return None
    return None


def is_sent(text: str) -> bool:
    """Whether the title is that of a representative, who holds the post *at* another body."""
    return any(word in REPRESENTATIVES for word in words_of(leading_phrase(text)))


def read_russian_complement(text: str) -> Role:
    """`директор Института …`: no preposition is needed, a capital or a quotation mark begins it."""
    starts = [match.end() for match in outside_brackets(CAPITALIZED, text)]
    starts = [start for start in starts if is_russian_organization(text[start:])]
    if is_sent(text):
        starts.sort(key=lambda start: not RUSSIAN_SEAT.search(text[:start]))
    if not starts:
        return Role(text, None)
    start = starts[0]
    if text[start] in '«“"' and (noun := KIND_BEFORE_NAME.search(text[:start])):
        start = noun.start("kind") if is_organization_noun(fold(noun["noun"])) else start
    role = RUSSIAN_SEAT.sub("", text[:start]).strip()
    return Role(role, text[start:]) if role else Role(text, None)


def is_russian_organization(text: str) -> bool:
    """Whether an organization begins here, and not the office of a person in it."""
    first = fold(text.split(maxsplit=1)[0])
    is_office = first.startswith(RUSSIAN_OFFICES)
    return names_organization(text) and not is_office
