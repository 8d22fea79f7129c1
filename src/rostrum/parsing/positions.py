"""A printed position → its roles: (role, organization), both verbatim.

`Deputy Director, Federal Service; Member of the Council` is two roles. The organization is None
where the title itself holds the state (`Deputy Minister of Justice of the Russian Federation`) and
where nothing certain names one: a missing organization is better than a wrong one.
"""

from __future__ import annotations

import re

from rostrum.parsing.countries import is_country
from rostrum.parsing.lexicon import ABBREVIATIONS, fold, is_organization_noun, words_of
from rostrum.parsing.titles import (
    COMPANY_ROLES,
    FIELDS,
    FREE_HEADS,
    INTERNAL_UNITS,
    MODIFIERS,
    NO_BODIES,
    OF_UNITS,
    OFFICES_OF_STATE,
    ORGANIZATION_FIRST_ROLES,
    REPRESENTATIVES,
    STATE_NAMES,
    STATES,
    TITLE_HEADS,
    TITLE_NOUNS,
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
    r"(?<!\S)(?P<kind>(?:групп\w* )?(?:[\w-]+(?:ого|его|ой|ей|ых|их|ая|ое|ый)\s+){0,2}(?P<noun>[\w-]+)\s+(?:(?!директоров)[\w-]+(?:ов|ев)\s+)?)$"
)
"""`адвокатского бюро` before `«Хейл»`: a noun and its adjectives."""

RUSSIAN_BODY = re.compile(
    r"(?:Рос(?!си|тов|лав)[а-я]{3,}|Мин(?:юст|фин|труд|эконом|пром|здрав|обр|культ|спорт|транс|энерго|"
    r"сельхоз|природ|цифр|строй)[а-я]*|Гос(?:дум|совет|ком|корп)[а-я]*|Центробанк[а-я]*|"
    r"[А-Я][а-я]*(?:парламент|банк|комитет|надзор|пром|атом|собес)(?:а|у|ом|е)?)\b"
)
"""Russian bodies in one compound word (`Минюста`, `Росреестра`, `Европарламента`)."""

RUSSIAN_FREE = re.compile(
    r"(?:генеральн\w+ директор\w*|гендиректор\w*|(?:со)?основател\w+|(?:со)?владел\w+|сотрудни\w+)"
    r"\s+(?=(?-i:[А-ЯЁA-Z]))",
    re.IGNORECASE,
)
"""Russian roles whose complement is an organization whatever its words."""

BOARD = re.compile(
    r"(?:\w+ ){0,2}(?:board|presidium)(?: of (?:directors|trustees|governors))?\b", re.IGNORECASE
)
OF_STATE = re.compile(r"(?:\w+ )*head of (?:state|government)\b", re.IGNORECASE)
NO_SEAT = re.compile(r"(?:large|law)\b", re.IGNORECASE)
FIRST_ROLE_WORDS = ORGANIZATION_FIRST_ROLES | COMPANY_ROLES | MODIFIERS
CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)


def split_position(position: str) -> tuple[Role, ...]:
    """The roles of a position, in printed order; empty for an empty position."""
    position = without_stop(position)
    starts, ends = [0], []
    for match in outside_brackets(JOINT, position):
        if is_joint(
            match.group().strip(), position[starts[-1] : match.start()], position[match.end() :]
        ):
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
    if is_portfolio(head, rest) or is_state(rest):
        return Role(text, None)
    if goes_on(head, rest):
        return read_complement(text)
    if not is_named(head, rest):
        return Role(text, None)
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
    words = phrase.split(",")[0].split()
    if (words and is_field(words)) or is_generic(phrase):
        return False
    if any(map(is_organization_noun, words_of(phrase))) or phrase[:1] in '«“"':
        return True
    if RUSSIAN_BODY.match(phrase):
        return True
    return any(fold(match.group()) not in NO_BODIES for match in ACRONYM.finditer(phrase))


def read_organization_first(text: str) -> Role | None:
    """`Expert Advisory Council member`, `COVI Chair`, `UNICEF Executive Director`."""
    words = text.split()
    number = len(words)
    while number and fold(words[number - 1]) in FIRST_ROLE_WORDS:
        number -= 1
    if number == len(words) or fold(words[-1]) not in ORGANIZATION_FIRST_ROLES | COMPANY_ROLES:
        return None
    head, role = " ".join(words[:number]), " ".join(words[number:])
    if PREPOSITION.search(text) or not is_body(words[:number], fold(words[-1])):
        return None
    return Role(role, ARTICLE.sub("", head))


def is_generic(phrase: str) -> bool:
    """Whether an English phrase has no capital: `head of department` names none."""
    return phrase.islower() and CYRILLIC.search(phrase) is None


def is_body(words: list[str], head: str) -> bool:
    """Whether the words before a head name an organization, not a part or a kind of one."""
    if not words or is_state(" ".join(words)) or not words[0][0].isupper():
        return False
    if is_acronym(words[0]) or head in COMPANY_ROLES:
        return len(words) == 1 or not is_field(words) or is_organization_noun(fold(words[-1]))
    last, others = fold(words[-1]), [fold(word) for word in words[:-1]]
    if last in INTERNAL_UNITS and all(word in OF_UNITS for word in others):
        return False
    return bool(others) and is_organization_noun(last)


def is_acronym(word: str) -> bool:
    """Whether a word is the acronym of an organization."""
    return ACRONYM.fullmatch(word) is not None and fold(word) not in NO_BODIES


def is_field(words: list[str]) -> bool:
    """Whether the words end in what one works on (`EU Affairs`)."""
    return fold(words[-1]) in FIELDS


def read_complement(text: str) -> Role:
    """`Head of the Union of …` → the title, and the first complement that is an organization."""
    if CYRILLIC.search(text):
        return read_russian_complement(text)
    if OF_STATE.match(text):
        return Role(text, None)
    borders = outside_brackets(PREPOSITION, text)
    ordered = borders
    if is_sent(text):
        ordered = [match for match in borders if match["word"].lower() in SEATS][::-1] + borders
    found = [match for match in ordered if leads_to_organization(match, text)]
    if found:
        border = within_board(found[0], borders, text)
        return Role(text[: border.start()], ARTICLE.sub("", text[border.end() :]))
    return read_free_complement(text, borders)


def leads_to_organization(border: re.Match[str], text: str) -> bool:
    """Whether an organization follows a preposition."""
    complement = text[border.end() :]
    if names_organization(complement):
        return True
    is_seat = border["word"].lower() in {"at", "with"} and complement[0].isupper()
    return is_seat and not is_state(complement) and not NO_SEAT.match(complement)


def within_board(found: re.Match[str], borders: list[re.Match[str]], text: str) -> re.Match[str]:
    """`Member of the Board of the Trust`: the board is the trust's, and part of the title."""
    board = BOARD.match(text, found.end())
    later = [match for match in borders if board and match.start() >= board.end()]
    if board is None or not later or later[0].start() != board.end():
        return found
    complement = text[later[0].end() :]
    return later[0] if complement[0].isupper() and not is_state(complement) else found


def read_free_complement(text: str, borders: list[re.Match[str]]) -> Role:
    """`CEO of Norvik`: the complement of some titles is an organization whatever its words."""
    words = words_of(leading_phrase(text))
    is_free = bool(words) and (words[0] in FREE_HEADS or words[-1] in FREE_HEADS)
    if borders and is_free and borders[0]["word"].lower() == "of":
        complement = text[borders[0].end() :]
        if complement[0].isupper() and not is_state(complement):
            return Role(text[: borders[0].start()], complement)
    return Role(text, None)


def is_sent(text: str) -> bool:
    """Whether the title is that of a representative, who holds the post *at* another body."""
    return any(word in REPRESENTATIVES for word in words_of(leading_phrase(text)))


def read_russian_complement(text: str) -> Role:
    """`директор Института …`: no preposition is needed, a capital or a quotation mark begins it."""
    starts = [match.end() for match in outside_brackets(CAPITALIZED, text)]
    starts = [start for start in starts if is_russian_organization(text[start:])]
    if is_sent(text):
        starts.sort(key=lambda start: not RUSSIAN_SEAT.search(text[:start]))
    if (
        not starts
        and (free := RUSSIAN_FREE.match(text))
        and not is_russian_state(text[free.end() :])
    ):
        starts = [free.end()]
    if not starts:
        return Role(text, None)
    start = starts[0]
    if text[start] in '«“"' and (noun := KIND_BEFORE_NAME.search(text[:start])):
        start = noun.start("kind") if is_organization_noun(fold(noun["noun"])) else start
    role = RUSSIAN_SEAT.sub("", text[:start]).strip()
    return Role(role, text[start:]) if role else Role(text, None)


def is_russian_state(text: str) -> bool:
    """Whether a state follows, in the genitive: `России`, `Беларуси`."""
    word = text.split(maxsplit=1)[0]
    return is_state(text) or any(is_country(word[:-1] + ending) for ending in ("", "я", "а", "ь"))


def is_russian_organization(text: str) -> bool:
    """Whether an organization begins here, and not the office of a person in it."""
    first = fold(text.split(maxsplit=1)[0])
    is_office = first.startswith(RUSSIAN_OFFICES)
    return names_organization(text) and not is_office
