"""Attributions in which one text holds the words and their speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.generator.turn import Spoken
from tests.generator.verbs import opening_of, verb_of

if TYPE_CHECKING:
    from tests.generator.people import Position
    from tests.generator.turn import Turn


def comma(turn: Turn) -> Spoken:
    """`“Text,” Name, Position.` · `«Текст», — Имя Фамилия, должность.`"""
    tail = f"{before_speaker(turn)}{turn.name}, {turn.person.position.text}."
    return one(turn, f"{turn.with_comma(turn.words)}{tail}", bare(turn), turn.person.position)


def paragraphs(turn: Turn) -> Spoken:
    """Each paragraph opens, only the last closes."""
    first, last = turn.paragraphs
    tail = f"{before_speaker(turn)}{turn.name}, {turn.person.position.text}."
    printed = (f"{turn.typography.opening}{first}", f"{turn.with_comma(last)}{tail}")
    return Spoken(printed, bare(turn), turn.person, turn.person.position)


def one_pair(turn: Turn) -> Spoken:
    """One pair of marks around two paragraphs."""
    first, last = turn.paragraphs
    tail = f"{before_speaker(turn)}{turn.name}, {turn.person.position.text}."
    closing = turn.with_comma(last).removeprefix(turn.typography.opening)
    printed = (f"{turn.typography.opening}{first}", f"{closing}{tail}")
    return Spoken(printed, bare(turn), turn.person, turn.person.position)


def stop_inside(turn: Turn) -> Spoken:
    """`“Text.” Name, Position`"""
    text = f"{turn.typography.quoted(turn.words)} {turn.name}, {turn.person.position.text}"
    return one(turn, text, turn.words, turn.person.position)


def marks_and_dash(turn: Turn) -> Spoken:
    """`“Text.” — Name, Position` · `«Текст». — Имя Фамилия, должность`"""
    dash = turn.typography.dash
    text = f"{turn.with_stop(turn.words)}{dash}{turn.name}, {turn.person.position.text}"
    return one(turn, text, turn.stopped(turn.words), turn.person.position)


def bare_dash(turn: Turn) -> Spoken:
    """`Text. — Name, Position.`"""
    dash = turn.typography.dash.replace("-", "–")
    text = f"{turn.words}{dash}{turn.name}, {turn.person.position.text}."
    return one(turn, text, turn.words, turn.person.position)


def bare_two_dashes(turn: Turn) -> Spoken:
    """`Text — Name — Position`"""
    words = turn.words.removesuffix(".")
    text = f"{words} — {turn.name} — {turn.person.position.text}"
    return one(turn, text, words, turn.person.position)


def said_name(turn: Turn) -> Spoken:
    """`“Text,” said Name, Position.` · `«Текст», — отметил Имя Фамилия, должность.`"""
    tail = f"{before_speaker(turn)}{verb_of(turn)} {turn.name}, {turn.person.position.text}."
    return one(turn, f"{turn.with_comma(turn.words)}{tail}", bare(turn), turn.person.position)


def said_name_alone(turn: Turn) -> Spoken:
    """`“Text,” said Name.`"""
    tail = f"{before_speaker(turn)}{verb_of(turn)} {turn.name}."
    return one(turn, f"{turn.with_comma(turn.words)}{tail}", bare(turn), None)


def name_said(turn: Turn) -> Spoken:
    """`“Text,” Name, Position, said.`"""
    tail = f" {turn.name}, {turn.person.position.text}, {verb_of(turn)}."
    return one(turn, f"{turn.with_comma(turn.words)}{tail}", bare(turn), turn.person.position)


def name_said_alone(turn: Turn) -> Spoken:
    """`“Text,” Name said.`"""
    tail = f" {turn.name} {verb_of(turn)}."
    return one(turn, f"{turn.with_comma(turn.words)}{tail}", bare(turn), None)


def said_role_name(turn: Turn) -> Spoken:
    """`“Text,” said Position Name.`"""
    tail = f"{before_speaker(turn)}{verb_of(turn)} {turn.person.brief.text} {turn.name}."
    return one(turn, f"{turn.with_comma(turn.words)}{tail}", bare(turn), turn.person.brief)


def name_noted(turn: Turn) -> Spoken:
    """`Name, Position, noted: “Text.”`"""
    head = f"{turn.name}, {turn.person.position.text}, {verb_of(turn)}: "
    return led_in(turn, head, turn.person.position)


def role_name_said(turn: Turn) -> Spoken:
    """`Position Name said: “Text.”`"""
    head = f"{capitalized(turn.person.brief.text)} {turn.name} {verb_of(turn)}: "
    return led_in(turn, head, raised(turn.person.brief))


def the_role_name(turn: Turn) -> Spoken:
    """`“Text,” said the Position, Name.`, where the position may end in a name of a place."""
    position = role_of(turn)
    tail = f" said the {position.text}, {turn.name}."
    return one(turn, f"{turn.with_comma(turn.words)}{tail}", bare(turn), position)


def the_role_name_said(turn: Turn) -> Spoken:
    """`The Position, Name, said: “Text.”`"""
    position = role_of(turn)
    return led_in(turn, f"The {position.text}, {turn.name}, {verb_of(turn)}: ", position)


def role_of(turn: Turn) -> Position:
    """The position if it has no comma, else the brief one."""
    person = turn.person
    return person.brief if {",", ";"} & set(person.position.text) else person.position


def name_colon(turn: Turn) -> Spoken:
    """`Name, Position: “Text.”`"""
    head = f"{turn.name}, {turn.person.position.text}: "
    return led_in(turn, head, turn.person.position)


def opening(turn: Turn) -> Spoken:
    """`Speaking at the session, Name, Position, stressed: “Text.”`"""
    head = f"{opening_of(turn)}{turn.name}, {turn.person.position.text}, {verb_of(turn)}: "
    return led_in(turn, head, turn.person.position)


def according_to(turn: Turn) -> Spoken:
    """`According to Name, Position, “Text.”`"""
    head = f"According to {turn.name}, {turn.person.position.text}, "
    return led_in(turn, head, turn.person.position)


def as_noted(turn: Turn) -> Spoken:
    """`As Name, Position, noted, “Text.”` · `Как отметил Имя Фамилия, должность, «Текст».`"""
    position = turn.person.position
    if turn.language == "ru":
        head = f"Как {verb_of(turn)} {turn.name}, {position.text}, "
    else:
        head = f"As {turn.name}, {position.text}, {verb_of(turn)}, "
    return led_in(turn, head, position)


def group(turn: Turn) -> Spoken:
    """`Rapporteur Name (Group, CC) said: “Text.”`"""
    person = turn.person
    head = f"{person.brief.text} {turn.name} ({person.group}, {person.country_code}) said: "
    return in_group(led_in(turn, head, raised(person.brief)), person.country_code)


def group_country(turn: Turn) -> Spoken:
    """`“Text,” said rapporteur Name (Group, Country).`"""
    person = turn.person
    tail = f" said {person.brief.text} {turn.name} ({person.group}, {person.country})."
    printed = f"{turn.with_comma(turn.words)}{tail}"
    return in_group(one(turn, printed, bare(turn), person.brief), person.country)


def in_group(spoken: Spoken, country: str) -> Spoken:
    """The same with the group and the country in its gold."""
    spoken.keys.update(
        group=spoken.person.group, country=country, country_code=spoken.person.country_code
    )
    return spoken


def one(turn: Turn, printed: str, text: str, position: Position | None) -> Spoken:
    """A quote of one paragraph."""
    return Spoken((printed,), text, turn.person, position)


def led_in(turn: Turn, head: str, position: Position) -> Spoken:
    """`Speaker: “Text.”`"""
    words = turn.words
    return one(turn, f"{head}{turn.with_stop(words)}", turn.stopped(words), position)


def raised(position: Position) -> Position:
    """A position at the head of a sentence."""
    (role, organization), *others = position.roles
    roles = ((capitalized(role), organization), *others)
    return type(position)(capitalized(position.text), roles)


def capitalized(text: str) -> str:
    return text[0].upper() + text[1:]


def bare(turn: Turn) -> str:
    """The words without the stop that a comma replaced."""
    return turn.words.removesuffix(".")


def before_speaker(turn: Turn) -> str:
    """Between the closing mark and the speaker: a space, or a dash in Russian."""
    return turn.typography.dash if turn.language == "ru" else " "
