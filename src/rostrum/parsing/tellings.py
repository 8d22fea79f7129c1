"""Who is told to speak where no listed verb of speech stands.

`Lund’s answer: “…”`, `That, according to Ada Lund, is all: “…”`, `«…», — открыл съезд Пётр Лось`.
"""

from __future__ import annotations

import re

from rostrum.parsing.mention import Mention
from rostrum.parsing.mentions import mention_from, names_within, russian_subject
from rostrum.parsing.spans import Span
from rostrum.parsing.speech import UNSAID
from rostrum.parsing.title_before import is_verb

ANSWER = re.compile(
    r"(?:(?P<pronoun>His|Her)|(?P<whose>[A-Z][\w’'-]*\w(?: [A-Z][\w’'-]*\w){0,2})[’']s?) "
    r"(?:\w+ )?(?:answer|reply|response|verdict|advice|comment|explanation|conclusion|message|view|"
    r"take|assessment|summary|retort|reaction)\b[^:]*$"
)
ASIDE = re.compile(r"[^,:]{2,60}, according to (?:the )?")

WORD = re.compile(r"(?:не\s+)?(?P<word>[а-яё]+)\s+")
ONE = re.compile(r"(?P<pronoun>он|она)(?![\w-])")
AFTER_DASH = re.compile(r"[,!?…][»“”\"]?,?\s*[—–-]\s*$")
MAX_GLUE = 8
MAX_OBJECT = 3
"""Words between an unlisted verb and who spoke (`открыл торжественное заседание съезда`)."""


def answering(text: str, start: int, end: int) -> Mention | None:
    """`Lund’s answer, by text message`, `Her verdict`: whose words a clause announces."""
    answer = ANSWER.match(text, start, end)
    if answer is None:
        return None
    if answer["pronoun"]:
        pronoun = Span(*answer.span("pronoun"))
        return Mention(pronoun.start, pronoun.end, pronoun=pronoun)
    whose = Span(*answer.span("whose"))
    if names_within(text, whose.start, whose.end) == [whose]:
        return Mention(whose.start, whose.end, name=whose)
    return None if " " in answer["whose"] else Mention(whose.start, whose.end, surname=whose)


def told_aside(text: str, start: int, end: int) -> Mention | None:
    """`That, according to Ada Lund, Country Director, is the heart of the matter`."""
    aside = ASIDE.match(text, start, end)
    if aside is None or len(names_within(text, start, end)) != 1:
        return None
    return mention_from(text, aside.end(), end, is_genitive=True)


def told_by_any(text: str, start: int, end: int) -> Mention | None:
    """Who is told of behind words, a comma and a dash, by a Russian verb that no list has.

    `«…», — открыл съезд директор Лось`: somebody is always told of there who spoke.
    """
    if not AFTER_DASH.search(text, max(start - MAX_GLUE, 0), start):
        return None
    verb = WORD.match(text, start, end)
    if verb is None or not is_verb(verb["word"]) or UNSAID.search(text, start, end):
        return None
    if one := ONE.match(text, verb.end(), end):
        return Mention(start, one.end(), pronoun=Span(*one.span("pronoun")))
    for name in names_within(text, verb.end(), end)[:1]:
        found = russian_subject(text, verb.end(), name, end)
        begin = found.title.start if found and found.title else name.start
        between = text[verb.end() : begin]
        if found and "," not in between and len(between.split()) <= MAX_OBJECT:
            return mention_from(text, begin, end)
    return None
