"""Who is told to speak where no listed verb of speech stands.

`Lund’s answer: “…”`, `That, according to Ada Lund, is all: “…”`, `«…», — открыл съезд Пётр Лось`.
"""

from __future__ import annotations

import re

from rostrum.parsing.mention import Mention
from rostrum.parsing.mentions import mention_from, names_within, russian_subject
from rostrum.parsing.name_words import Kind, kind_of
from rostrum.parsing.names import strip_honorific
from rostrum.parsing.spans import Span
from rostrum.parsing.speech import UNSAID
from rostrum.parsing.title_before import is_verb
from rostrum.parsing.unnamed import is_person_noun, unnamed_from

ANSWER = re.compile(
    r"(?:(?P<pronoun>His|Her)|(?P<whose>[A-Z][\w’'-]*\w(?: [A-Z][\w’'-]*\w){0,2})[’']s?) "
    r"(?:\w+ ){0,2}?(?:answer|reply|response|verdict|advice|comment|explanation|conclusion|message|"
    r"view|problem|point|worry|concern|fear|hope|question|request|plea|argument|warning|lesson|take|"
    r"assessment|summary|retort|reaction)\b[^:]*$"
)
CAME_FROM = re.compile(
    r"(?:The|An?) (?:\w+ ){0,2}(?:answer|reply|response|retort|reaction|advice|verdict|warning|"
    r"suggestion|objection|question) (?:came|comes) from (?:the\s+)?|"
    r"(?:And )?[Tt]he (?:last|final|closing|first) words? "
    r"(?:went|goes|belonged|belongs|fell|came|was left) (?:to|from) (?:the\s+)?"
)
"""`The answer came from Ada Lund: “…”`, `The last word went to Ada Lund: “…”`"""

RUSSIAN_ANSWER = re.compile(
    r"(?:Ответ|Комментарий|Мнение|Совет|Позиция|Реакция|Прогноз)\s+(?=[А-ЯЁа-яё])"
)
"""`Ответ директора Анны Лось: «…»`"""

ASIDE = re.compile(r"[^,:]{2,60}, according to (?:the )?")

FOR = re.compile(r"For (?=[A-Z])")
ONE_NAME = re.compile(r"(?P<surname>[A-Z][\w’'-]+)(?=,? [a-z])")

WORD = re.compile(r"(?:[а-яё]{3,}о\s+)?(?:не\s+)?(?P<word>[а-яё]+)\s+")
ONE = re.compile(r"(?P<pronoun>он|она)(?![\w-])")
AFTER_DASH = re.compile(r"[,!?…][»“”\"]?,?\s*[—–-]\s*$")
SURNAME_AT_END = re.compile(
    r"(?:[а-яё-]+\s+){0,3}(?P<surname>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|он|она)(?=\s*(?:[.,:;!?—–]|$))"
)
"""Who spoke, by one name behind a verb and its object (`пожал плечами Лось`)."""

THE_CHAIR = re.compile(
    r"(?:(?:But|And|Yet)\s+)?[Tt]he\s+(?P<noun>(?:[\w’-]+\s+){0,2}?(?P<head>[\w-]+)"
    r"(?:\s+of\s+(?:the\s+)?[\w’-]+)?)\s+"
    r"(?:did|does|was|is|had|has|put|kept|took|[a-z]+ed|[a-z]{3,}s)\b"
)
"""A sentence that begins with somebody called by what they are, and the verb."""

CLAUSE = re.compile(
    r"(?:^|(?<=[,.!?]\s))(?:(?:здесь|тут|тогда|потом|затем|однако|но|а)\s+)?"
    r"(?P<words>[А-ЯЁа-яё][^,:«»]+)",
    re.IGNORECASE,
)
"""Clauses of a Russian sentence; in one of them its subject stands first."""

INTERRUPTION = re.compile(r"[,!?…]\s*[—–-]\s+(?P<word>[а-яё]+)")

NAMES = frozenset((Kind.PLAIN, Kind.SHARED, Kind.FIRST))
MAX_TITLE = 4
MAX_GLUE = 8
MAX_OBJECT = 3
"""Words between an unlisted verb and who spoke (`открыл торжественное заседание съезда`)."""


def may_be_interrupted(text: str) -> bool:
    """Whether a Russian narrator may speak amid somebody's words: a verb behind comma and dash."""
    return any(is_verb(found["word"]) for found in INTERRUPTION.finditer(text))


def answering(text: str, start: int, end: int) -> Mention | None:
    """`Lund’s answer, by text message`, `Her verdict`: whose words a clause announces."""
    if came := CAME_FROM.match(text, start, end):
        return mention_from(text, came.end(), end)
    if reply := RUSSIAN_ANSWER.match(text, start, end):
        found = mention_from(text, reply.end(), end, is_genitive=True)
        return found if found and not text[found.end : end].strip() else None
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


def told_for(text: str, start: int, end: int) -> Mention | None:
    """`For Ada Lund, Secretary-General of the federation, the main issue is clarity`."""
    leading = FOR.match(text, start, end)
    if leading and (one := ONE_NAME.match(text, leading.end(), end)):
        is_name = kind_of(one["surname"]) in NAMES and not names_within(text, start, end)
        return Mention(start, end, surname=Span(*one.span("surname"))) if is_name else None
    names = names_within(text, start, end) if leading else []
    if leading is None or len(names) != 1:
        return None
    begin = leading.end() + strip_honorific(text[leading.end() : end])
    if names[0].start != begin or text[names[0].end : names[0].end + 1] != ",":
        return None
    return mention_from(text, leading.end(), end)


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
    if last := SURNAME_AT_END.match(text, verb.end(), end):
        return surname_at_end(
            text, Span(start, last.end()), verb.end(), Span(*last.span("surname"))
        )
    for name in names_within(text, verb.end(), end)[:1]:
        found = russian_subject(text, verb.end(), name, end)
        begin = found.title.start if found and found.title else name.start
        between = text[verb.end() : begin]
        if found and "," not in between and len(between.split()) <= MAX_OBJECT:
            return mention_from(text, begin, end)
    found = unnamed_from(text, behind_object(text, verb.end(), end), end)  # `не спорит мастер`
    return found if found and found.title else None


def behind_object(text: str, start: int, end: int) -> int:
    """Where somebody is called by what they are, behind a verb's object (`привёл данные глава`)."""
    first, space, rest = text[start:end].partition(" ")
    is_object = first.islower() and not is_person_noun(first)
    return start + len(first + space) if is_object and is_person_noun(rest.split(" ")[0]) else start


def surname_at_end(text: str, told: Span, verb_end: int, surname: Span) -> Mention | None:
    """Somebody by one name at a telling's end, with what stands before where it is a title."""
    if surname.of(text).islower():  # `пожал плечами он`
        return Mention(told.start, told.end, pronoun=surname)
    if kind_of(surname.of(text)) not in NAMES:
        return None
    before = text[verb_end : surname.start].rstrip()
    is_titled = any(map(is_person_noun, before.split()))
    title = Span(verb_end, verb_end + len(before)) if is_titled else None
    return Mention(told.start, told.end, surname=surname, title=title)


def titled_subject(text: str, start: int, end: int) -> Mention | None:
    """Who speaks behind the colon of a sentence whose subject is called by what they are.

    `The Chair did not dispute it: “…”`, `Закрывая встречу, председатель комитета поблагодарил
    хозяев: «…»`.
    """
    if title := THE_CHAIR.match(text, start, end):
        noun = Span(*title.span("noun"))
        is_person = is_person_noun(title["head"])
        return Mention(noun.start, noun.end, title=noun) if is_person else None
    for clause in CLAUSE.finditer(text, start, end):
        words = clause["words"].split()
        verbs = [number for number, word in enumerate(words) if begins_doing(word)]
        if is_person_noun(words[0]) and verbs and 0 < verbs[0] <= MAX_TITLE:
            begin = clause.start("words")
            noun = Span(begin, begin + len(" ".join(words[: verbs[0]])))
            return Mention(noun.start, noun.end, title=noun)
    return None


def begins_doing(word: str) -> bool:
    """Whether a Russian word begins what somebody does: a verb, `не`, an infinitive."""
    return is_verb(word) or word == "не" or word.endswith(("ть", "ться"))
