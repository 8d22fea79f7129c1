"""Verbs of saying, in the forms that print a quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.generator.turn import Turn

ENGLISH_VERBS = tuple(
    verb.replace("_", " ")
    for verb in "said noted stressed added explained emphasized recalled argued concluded warned "
    "remarked stated observed pointed_out commented declared underlined admitted".split()
)
RUSSIAN_VERBS = (
    ("отметил", "отметила"),
    ("сказал", "сказала"),
    ("заявил", "заявила"),
    ("подчеркнул", "подчеркнула"),
    ("добавил", "добавила"),
    ("пояснил", "пояснила"),
    ("напомнил", "напомнила"),
    ("рассказал", "рассказала"),
    ("сообщил", "сообщила"),
    ("считает", "считает"),
    ("предупредил", "предупредила"),
    ("констатировал", "констатировала"),
    ("указал", "указала"),
    ("заключил", "заключила"),
)
OPENINGS = {
    "en": (
        "Speaking at the session, ",
        "Opening the discussion, ",
        "At the end of the session, ",
        "For {his} part, ",
        "In {his} speech, ",
    ),
    "ru": (
        "Выступая на сессии, ",
        "Открывая дискуссию, ",
        "В своём выступлении ",
        "Подводя итоги, ",
        "В свою очередь ",
    ),
}


def verb_of(turn: Turn) -> str:
    """A verb in the form of the speaker's sex."""
    if turn.language == "ru":
        return turn.rng.choice(RUSSIAN_VERBS)[turn.person.is_woman]
    return turn.rng.choice(ENGLISH_VERBS)


def pronoun_of(turn: Turn) -> str:
    if turn.language == "ru":
        return "она" if turn.person.is_woman else "он"
    return "she" if turn.person.is_woman else "he"


def opening_of(turn: Turn) -> str:
    """What leads in to a speaker at the head of a sentence."""
    his = "her" if turn.person.is_woman else "his"
    return turn.rng.choice(OPENINGS[turn.language]).format(his=his)
