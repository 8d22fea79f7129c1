"""Russian names by their case: a person who speaks stands in the nominative."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rostrum.parsing.given_names import NOMINATIVES
from rostrum.parsing.lexicon import fold

if TYPE_CHECKING:
    from rostrum.parsing.spans import Span

OBLIQUE = ("ого", "его", "ной", "ней", "ской", "цкой", "ному", "нему", "ским", "цким")
"""Endings of an adjective in another case: what begins so is a place (`Верхней Соли`)."""


HERS = ("ова", "ева", "ина", "ына", "ая")
"""Endings of a woman's surname, and of a man's in the genitive (`Рауфа Тагирова`)."""


def is_oblique(text: str, name: Span) -> bool:
    """Whether a name is for certain not in the nominative, of a man nor of a woman."""
    words = fold(name.of(text)).split()
    may_be_hers = words[0].endswith(("а", "я")) and words[-1].endswith(HERS)
    return not is_nominative(text, name) and not may_be_hers


def is_nominative(text: str, name: Span) -> bool:
    """Whether no word of a name is plainly in another case (`Дениса Окунева`)."""
    words = [fold(word) for word in name.of(text).split()]
    known = [word for word in words if word in NOMINATIVES]
    if not known and words[0].endswith(OBLIQUE):  # жительница Долгого Мыса
        return False
    return all(word in NOMINATIVES[word] for word in known)
