"""Attributions in which the speaker stands in blocks or cells of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.generator.turn import Spoken

if TYPE_CHECKING:
    from tests.generator.turn import Turn


def line_after(turn: Turn) -> Spoken:
    """`“Text.”` / `Name, Position`"""
    return quoted(turn, (f"{turn.name}, {turn.person.position.text}",))


def dash_line_after(turn: Turn) -> Spoken:
    """`“Text.”` / `— Name, Position`"""
    return quoted(turn, (f"— {turn.name}, {turn.person.position.text}",))


def line_before(turn: Turn) -> Spoken:
    """`Name, Position` / `“Text.”`"""
    return quoted(turn, (f"{turn.name}, {turn.person.position.text}",), is_speaker_first=True)


def pair_after(turn: Turn) -> Spoken:
    """`“Text.”` / `Name` / `Position`"""
    return quoted(turn, (turn.name, turn.person.position.text))


def pair_before(turn: Turn) -> Spoken:
    """`Name` / `Position` / `“Text.”`"""
    return quoted(turn, (turn.name, turn.person.position.text), is_speaker_first=True)


def name_colon_before(turn: Turn) -> Spoken:
    """`Name, Position:` / `“Text.”`"""
    return quoted(turn, (f"{turn.name}, {turn.person.position.text}:",), is_speaker_first=True)


def bare_after(turn: Turn) -> Spoken:
    """`Text.` / `Name, Position`, in a layout that says what is quoted."""
    return unquoted(turn, (f"{turn.name}, {turn.person.position.text}",))


def bare_pair_after(turn: Turn) -> Spoken:
    """`Text.` / `Name` / `Position`, in a layout that says what is quoted."""
    return unquoted(turn, (turn.name, turn.person.position.text))


def quoted(turn: Turn, speaker: tuple[str, ...], *, is_speaker_first: bool = False) -> Spoken:
    return Spoken(
        paragraphs=(turn.with_stop(turn.words),),
        text=turn.stopped(turn.words),
        person=turn.person,
        position=turn.person.position,
        speaker=speaker,
        is_speaker_first=is_speaker_first,
    )


def unquoted(turn: Turn, speaker: tuple[str, ...]) -> Spoken:
    position = turn.person.position
    return Spoken((turn.words,), turn.words, turn.person, position, speaker)
