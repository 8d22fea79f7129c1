"""Split quotations, and speakers named before who are only meant: `he said`, `Lund added`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.generator.inline import before_speaker, capitalized, led_in, said_name
from tests.generator.turn import Spoken
from tests.generator.verbs import pronoun_of, verb_of

if TYPE_CHECKING:
    from tests.generator.people import Position
    from tests.generator.turn import Turn


def two_pairs(turn: Turn) -> Spoken:
    """`“A,” said Name, Position. “B.”` · `«A», — сказал Имя Фамилия, должность. «B».`"""
    between = f"{verb_of(turn)} {turn.name}, {turn.person.position.text}."
    return divided(turn, between, turn.person.position)


def role_between(turn: Turn) -> Spoken:
    """`“A,” said Position Name. “B.”`"""
    between = f"{verb_of(turn)} {turn.person.brief.text} {turn.name}."
    return divided(turn, between, turn.person.brief)


def narrator_inside(turn: Turn) -> Spoken:
    """`«A, — сказал Имя Фамилия, должность. — B».`"""
    first, *others = turn.sentences
    dash, rest = turn.typography.dash, " ".join(others)
    begin = first if first[-1] in "!?…" else f"{first.removesuffix('.')},"
    between = f"{dash}{verb_of(turn)} {turn.name}, {turn.person.position.text}.{dash}"
    printed = turn.with_stop(f"{begin}{between}{rest}")
    text = f"{first.removesuffix('.')} {turn.stopped(rest)}"
    return Spoken((printed,), text, turn.person, turn.person.position)


def pronoun(turn: Turn) -> Spoken:
    """`“Text,” he said.` where the same person spoke last, else with the name."""
    if not turn.is_repeat:
        return said_name(turn)
    order = f"{verb_of(turn)} {pronoun_of(turn)}"
    if turn.language == "en":
        order = f"{pronoun_of(turn)} {verb_of(turn)}"
    return repeated(turn, order)


def surname(turn: Turn) -> Spoken:
    """`“Text,” Brask added.` where the same person spoke last, else with the name."""
    if not turn.is_repeat:
        return said_name(turn)
    order = f"{verb_of(turn)} {turn.surname}"
    if turn.language == "en":
        order = f"{turn.surname} {verb_of(turn)}"
    return repeated(turn, order)


def pronoun_split(turn: Turn) -> Spoken:
    """`“A,” he said. “B.”` where the same person spoke last, else with the name."""
    if not turn.is_repeat:
        return two_pairs(turn)
    order = f"{verb_of(turn)} {pronoun_of(turn)}."
    if turn.language == "en":
        order = f"{pronoun_of(turn)} {verb_of(turn)}."
    return divided(turn, order, turn.person.position)


def pronoun_first(turn: Turn) -> Spoken:
    """`She added: “Text.”` where the same person spoke last, else with the name."""
    position = turn.person.position
    if not turn.is_repeat:
        return led_in(turn, f"{turn.name}, {position.text}, {verb_of(turn)}: ", position)
    return led_in(turn, f"{capitalized(pronoun_of(turn))} {verb_of(turn)}: ", position)


def repeated(turn: Turn, order: str) -> Spoken:
    """A quote whose speaker is only meant; name and position stand at the quote before."""
    printed = f"{turn.with_comma(turn.words)}{before_speaker(turn)}{order}."
    text = turn.words.removesuffix(".")
    return Spoken((printed,), text, turn.person, turn.person.position)


def divided(turn: Turn, between: str, position: Position) -> Spoken:
    """Two pairs of marks with the speaker between them."""
    first, *others = turn.sentences
    rest = " ".join(others)
    begin = f"{turn.with_comma(first)}{before_speaker(turn)}{between}"
    end = f"{dash_again(turn)}{turn.with_stop(rest)}"
    text = f"{first.removesuffix('.')} {turn.stopped(rest)}"
    return Spoken((f"{begin}{end}",), text, turn.person, position)


def dash_again(turn: Turn) -> str:
    """Between the speaker and the second half: Russian papers print a dash or none."""
    is_dashed = turn.language == "ru" and turn.rng.random() < 0.5
    return turn.typography.dash if is_dashed else " "
