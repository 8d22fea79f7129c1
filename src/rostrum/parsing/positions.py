"""A printed position → its roles: (role, organization), both verbatim.

`Deputy Director, Federal Service; Member of the Council` is two roles. The organization is None
where the title itself holds the state (`Deputy Minister of Justice of the Russian Federation`) and
where nothing certain names one: a missing organization is better than a wrong one.
"""

from __future__ import annotations

import re

from rostrum.parsing.lexicon import (
    FREE_HEADS,
    OFFICES_OF_STATE,
    ORGANIZATION_FIRST_ROLES,
    REPRESENTATIVES,
    STATES,
    TITLE_HEADS,
    is_organization_noun,
    words_of,
)
from rostrum.records import Role

JOINT = re.compile(r"\s*;\s*|\s+[–—-]\s+|,\s*")
"""What may stand between two positions; only `;` always does."""

COMMA = re.compile(r",\s*")
ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
PREPOSITION = re.compile(
    r"\s(?P<word>of|at|in|to|with|for|on|при|в|во|по|на)\s+(?:the\s+)?(?=\S)", re.IGNORECASE
)
CAPITALIZED = re.compile(r"(?<=\s)(?=[^\W\d_a-zа-яё]|[«“\"])")
ACRONYM = re.compile(r"\b[A-ZА-ЯЁ][A-ZА-ЯЁ&-]+\b")
CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)


def split_position(position: str) -> tuple[Role, ...]:
    """The roles of a position, in printed order; empty for an empty position."""
    starts, ends = [0], []
    for match in outside_brackets(JOINT, position):
        if match.group().strip() == ";" or begins_role(position[match.end() :]):
            ends.append(match.start())
            starts.append(match.end())
    ends.append(len(position))
    parts = (position[start:end].strip() for start, end in zip(starts, ends, strict=True))
    return tuple(read_role(part) for part in parts if part)


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
    if is_portfolio(head, rest) or STATES.match(rest):
        return Role(text, None)
    return Role(head, ARTICLE.sub("", rest))


def is_portfolio(head: str, rest: str) -> bool:
    """Whether a comma only continues a minister's list (`Minister for Energy, Trade and Ports`)."""
    is_office = any(word in OFFICES_OF_STATE for word in words_of(head))
    return is_office and PREPOSITION.search(head) is not None and not names_organization(rest)


def names_organization(text: str) -> bool:
    """Whether a text begins with the name of an organization: by a word for one, or an acronym."""
    if STATES.match(text):
        return False
    phrase = leading_phrase(text)
    if any(map(is_organization_noun, words_of(phrase))) or phrase[:1] in '«“"':
        return True
    return any(
        match.group() not in {"РФ", "США", "UK", "US", "USA"} for match in ACRONYM.finditer(phrase)
    )


def read_organization_first(text: str) -> Role | None:
    """`Expert Advisory Council member` → member of that council."""
    head, _, role = text.rpartition(" ")
    is_role = role.casefold() in ORGANIZATION_FIRST_ROLES and len(head.split()) > 1
    if is_role and not PREPOSITION.search(text) and names_organization(head):
        return Role(role, ARTICLE.sub("", head))
    return None


def read_complement(text: str) -> Role:
    """`Head of the Department of …` → the title, and the first complement that is an organization.

    A representative of one body *at* another holds the post there.
    """
    words = words_of(text)
    borders = [
        (match.start(), match.end(), match["word"].lower())
        for match in outside_brackets(PREPOSITION, text)
    ]
    if any(word in REPRESENTATIVES for word in words_of(leading_phrase(text))):
        seats = [
            border
            for border in borders
            if border[2] in {"at", "in", "to", "with", "при", "в", "во"}
        ]
        borders = seats[::-1] + borders
    if CYRILLIC.search(text):  # Russian needs no preposition: `директор Института …`
        borders += [
            (match.start() - 1, match.end(), "") for match in outside_brackets(CAPITALIZED, text)
        ]
    found = [(start, end) for start, end, _ in borders if names_organization(text[end:])]
    if found:
        # `Member of the Board of the Trust`: the board is the trust's, and part of the title.
        is_board = leading_phrase(text[found[0][1] :]).casefold().endswith(("board", "presidium"))
        start, end = found[1] if is_board and len(found) > 1 else found[0]
        return Role(text[:start], ARTICLE.sub("", text[end:]))
    if borders and words[:1] and words[0] in FREE_HEADS and borders[0][2] == "of":
        complement = text[borders[0][1] :]
        if complement[0].isupper() and not STATES.match(complement):
            return Role(text[: borders[0][0]], complement)
    return Role(text, None)
