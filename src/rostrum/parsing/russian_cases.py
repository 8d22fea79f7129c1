"""Russian names by their case: a person who speaks stands in the nominative."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rostrum.parsing.given_names import NOMINATIVES
from rostrum.parsing.lexicon import fold

if TYPE_CHECKING:
    from rostrum.parsing.spans import Span

OBLIQUE = ("ого", "его", "ной", "ней", "ской", "цкой", "ному", "нему", "ским", "цким")
"""Endings of an adjective in another case: what begins so is a place (`Верхней Соли`)."""


def is_nominative(text: str, name: Span) -> bool:
    """Whether no word of a name is plainly in another case (`Дениса Окунева`)."""
    words = [fold(word) for word in name.of(text).split()]
    known = [word for word in words if word in NOMINATIVES]
    if not known and words[0].endswith(OBLIQUE):  # жительница Долгого Мыса
        return False
    return all(word in NOMINATIVES[word] for word in known)
