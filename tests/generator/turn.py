"""One statement about to be printed, and what printing it gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from random import Random

    from tests.generator.content import Statement
    from tests.generator.people import Language, Person, Position
    from tests.generator.typography import Typography

NAME_START, NAME_END = "\ue000", "\ue001"
"""Around a name in printed text, so that a layout can make a link of it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A statement with what its printing depends on; `is_repeat`: the same person spoke last."""

    statement: Statement
    language: Language
    typography: Typography
    rng: Random
    is_repeat: bool

    @property
    def person(self) -> Person:
        return self.statement.person

    @property
    def name(self) -> str:
        """The name as printed: honorific outside, marked."""
        return f"{self.person.honorific}{NAME_START}{self.person.name}{NAME_END}"

    @property
    def surname(self) -> str:
        return f"{NAME_START}{self.person.surname}{NAME_END}"

    @property
    def sentences(self) -> list[str]:
        return [self.typography.inner(sentence) for sentence in self.statement.sentences]

    @property
    def paragraphs(self) -> list[str]:
        """The statement in two paragraphs."""
        cut = self.statement.break_after
        return [" ".join(self.sentences[:cut]), " ".join(self.sentences[cut:])]

    @property
    def words(self) -> str:
        """The statement in one paragraph, with the stop of its last sentence."""
        return " ".join(self.sentences)

    def with_comma(self, text: str) -> str:
        """`“Text,”`: the quoted text before its speaker; a question keeps its mark."""
        if text[-1] in "!?…":
            is_russian = self.language == "ru"
            return self.typography.quoted(text) + ("," if is_russian else "")
        bare = text.removesuffix(".")
        if self.typography.is_comma_outside:
            return f"{self.typography.quoted(bare)},"
        return self.typography.quoted(f"{bare},")

    def with_stop(self, text: str) -> str:
        """`“Text.”`: the quoted text at the end of its sentence."""
        if self.typography.is_comma_outside and text.endswith("."):
            return f"{self.typography.quoted(text[:-1])}."
        return self.typography.quoted(text)

    def stopped(self, text: str) -> str:
        """What `with_stop` leaves between the marks."""
        return text.removesuffix(".") if self.typography.is_comma_outside else text


@dataclass(frozen=True, slots=True)
class Spoken:
    """One quote, printed.

    Attributes:
        paragraphs: what stands in the blocks of the quote.
        text: the gold: the words between the marks, spans joined by one space.
        position: the gold, where one is printed.
        speaker: the speaker's own lines, if they stand apart.
        is_speaker_first: they stand above the words.
        keys: more gold (group, country).
    """

    paragraphs: tuple[str, ...]
    text: str
    person: Person
    position: Position | None
    speaker: tuple[str, ...] = ()
    is_speaker_first: bool = False
    keys: dict[str, Any] = field(default_factory=dict)

    @property
    def gold(self) -> dict[str, Any]:
        """The quote in the shape of the gold files."""
        position = self.position
        return {
            "text": self.text,
            "name": self.person.name,
            "position": position.text if position else None,
            "roles": [list(role) for role in position.roles] if position else [],
            **self.keys,
        }
