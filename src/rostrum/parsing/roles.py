"""One position → its role and organization, both verbatim."""

from __future__ import annotations

import re

from rostrum.parsing.lexicon import fold, is_organization_noun, words_of
from rostrum.parsing.organizations import (
    ARTICLE,
    CYRILLIC,
    PREPOSITION,
    is_acronym,
    is_field,
    is_internal,
    is_state,
    leading_phrase,
    names_organization,
    outside_brackets,
)
from rostrum.parsing.russian_roles import is_sent, read_russian_complement
from rostrum.parsing.titles import (
    COMPANY_ROLES,
    FREE_HEADS,
    INTERNAL_UNITS,
    MODIFIERS,
    OF_UNITS,
    OFFICES_OF_STATE,
    ORGANIZATION_FIRST_ROLES,
)
from rostrum.records import Role

COMMA = re.compile(r",\s*|\s+[–—]\s+")
CONTINUES_LIST = re.compile(r"\b(?:and|и)\b")
SEATS = frozenset(("at", "in", "to", "with"))
BOARD = re.compile(
    r"(?:\w+ ){0,2}(?:board|presidium)(?: of (?:directors|trustees|governors))?\b", re.IGNORECASE
)
OF_STATE = re.compile(r"(?:\w+ )*head of (?:state|government)\b", re.IGNORECASE)
NO_SEAT = re.compile(r"(?:large|law)\b", re.IGNORECASE)
FIRST_ROLE_WORDS = ORGANIZATION_FIRST_ROLES | COMPANY_ROLES | MODIFIERS


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


def is_portfolio(head: str, rest: str) -> bool:
    """Whether a comma only continues a minister's list (`Minister for Energy, Trade and Ports`)."""
    is_office = any(word in OFFICES_OF_STATE for word in words_of(head))
    has_portfolio = PREPOSITION.search(head) or (CYRILLIC.search(head) and " " in head)
    return is_office and has_portfolio is not None and not names_organization(rest)


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
