"""A printed position → its roles: (role, organization), both verbatim.

`Deputy Director, Federal Service; Member of the Council` is two roles. The organization is None
where the title itself holds the state (`Deputy Minister of Justice of the Russian Federation`) and
where nothing certain names one: a missing organization is better than a wrong one.
"""

from __future__ import annotations

import re

from rostrum.parsing.lexicon import ABBREVIATIONS, is_organization_noun, words_of
from rostrum.parsing.organizations import CYRILLIC, PREPOSITION, leading_phrase, outside_brackets
from rostrum.parsing.roles import read_role
from rostrum.parsing.titles import TITLE_HEADS, TITLE_NOUNS
from rostrum.records import Role

JOINT = re.compile(r"\s*;\s*|\s+[–—-]\s+|,\s*(?:(?:and|и)\s+)?|\s+(?:and|и)\s+")
"""What may stand between two positions; only `;` always does."""


MAX_LENGTH = 1000
"""Characters; what is longer is no position, and not worth the time that its parts would take."""


def split_position(position: str) -> tuple[Role, ...]:
    """The roles of a position, in printed order; empty for an empty position."""
    if len(position) > MAX_LENGTH:
        return ()
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
