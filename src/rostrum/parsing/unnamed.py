"""Speakers without a full name: a pronoun, a bare surname, a person by what they are."""

from __future__ import annotations

import re

from rostrum.parsing.appositions import (
    ADDITION,
    MAX_POSITION_LENGTH,
    is_titled,
    position_from,
)
from rostrum.parsing.lexicon import PERSON_NOUNS, fold, is_organization_noun
from rostrum.parsing.mention import Mention
from rostrum.parsing.name_words import OFFICE_END, Kind, has_title_stem, kind_of
from rostrum.parsing.names import strip_honorific
from rostrum.parsing.names_in_prose import find_names
from rostrum.parsing.occupations import OCCUPATIONS
from rostrum.parsing.spans import Span
from rostrum.parsing.speech import PRONOUN, VERB
from rostrum.parsing.titles import TITLE_ADJECTIVES, TITLE_HEADS

SURNAME = re.compile(
    r"(?P<honorific>(?:Mr|Ms|Mrs|Dr|Prof|Professor|Sister|Brother|Father|Mother|Pastor|г-н|г-жа|"
    r"господин|госпожа|отец|матушка|сестра|брат|владыка)\b\.?\s+)?"
    r"(?P<surname>(?:(?:d[aeiou]s?|del|della|la|le|van|von|der|den|ter|ten|bin|al|el|фон|ван|дер|де|ди|аль|эль|бен|бин|ибн)\s+){0,3}"
    r"(?:(?:al|el|as|ash|ad|an|ar|at|bin|d|l|аль|эль|ас|ад|ан|ар|бин)[-’'])?"
    r"[^\W\d_a-zа-яё][\w’'-]+)"
)

JOINT = re.compile(r"\s(?:of|for|from|at|with|in)\s|,")
ARTICLE = re.compile(r"(?:an?|one|another)\s", re.IGNORECASE)
SURNAMES = frozenset((Kind.PLAIN, Kind.SHARED, Kind.COMMON))
TITLED = (
    r"(?:[Tt]he\s+)?(?P<title>(?!The\s)(?:[A-Z][\w-]+\s+(?:(?:of|for|and)\s+)?){0,5}(?P<head>[A-Z][a-z-]+))\s+"
    r"(?P<surname>[A-Z][\w’'-]+)"
)
TITLED_SURNAME = re.compile(rf"{TITLED}(?=\s*(?:[.,:;!?—–]|$)|\s+[a-z])")
TITLED_AT_END = re.compile(rf"(?:^|(?<=[,.;:—–”»] )|(?<=[a-z] )){TITLED}$")
"""`Minister Simpson`."""

SMALL_TRADES = frozenset(
    "baker barber butcher carpenter cook cooper fisher mason miller potter shepherd singer smith "
    "tailor tenant turner usher vet volcanologist weaver headman".split()
)
"""What somebody is in small letters only: with a capital, most are surnames."""

CYRILLIC = re.compile("[а-я]")
BEHIND_JOINT = re.compile(r"\b(?:of|for|to|by|with|from|about|against|at|on)\s+$")
"""What stands before somebody who does not speak."""

OF_THING = frozenset("the of for at from in near".split())
"""Words behind which a capitalized word is a part of a name of something."""

OF_TWO = re.compile(r"\b(?:of|for|from|at) (?:[\w’'-]+ )*?[A-Z][\w’'-]* (?:and|&) $")
"""What stands before the last word of a thing's name (`Department for Floods and Rivers`)."""

AFTER_SURNAME = re.compile(r"\s*(?:[.,:;!?—–]|$)|\s+[a-zа-яё]")

LEADING = re.compile(
    r"(?:^|[.!?]\s)(?:(?:[A-Z][a-z]+(?:ing|ed)|At|In|On|During|After|Before|Later)\b[^,]{0,120}|"
    r"Still|Yet|Nevertheless|Nonetheless|However|Moreover|Meanwhile|Instead|Finally|Then|Today|"
    r"Afterwards|Earlier|Again|Also|Overall|Similarly|In turn),\s+$"
)
"""A clause at the head of a sentence: what follows its comma is no apposition."""

UNNAMED_OF = re.compile(
    r"(?:(?:the|an?|one|another)\s+)?(?P<noun>(?:[\w’-]+\s+){0,3}?(?P<head>[\w-]+)"
    r"\s+(?:of|for|from|at|with(?! an? )|in)\s+[^.,:;!?—–“”«»\"()]{2,80}?)(?=\s*(?:[.,:;!?—–]|$))",
    re.IGNORECASE,
)
"""Somebody unnamed, and whose they are: `A spokesperson for the Inspectorate`."""

UNNAMED_SUBJECTS = tuple(
    re.compile(
        rf"(?:The|[Aa]n?)\s+(?P<noun>(?:[a-z][\w’-]*\s+){{{count}}}(?P<head>[\w-]+)"
        r"(?:\s+(?:of|for|from|at)\s+(?:the\s+)?[A-Z][\w’'-]*"
        r"(?:\s+(?:(?:of|for|and|the)\s+)*[A-Z][\w’'-]*)*)?)"
        r"\s+(?!(?:of|for|from|at|in|on|with|and|or|who|whose)\b)(?=[a-z])"
    )
    for count in range(4)
)
"""Somebody unnamed and an organization in capitals, before the verb."""

ASIDE = re.compile(
    r"(?:,?\s+who\s|,\s+[a-z]{3,}(?:ing|ed)\s|,\s+"
    r"(?:не\s+)?[а-яё]{3,}(?:вш|ющ|ящ|ащ|ущ)(?:ий|ая|ие)(?:ся)?\s|"
    r",\s+(?:знаком|близк)(?:ый|ий|ая)\s)[^,]{2,160},?$"
)

RUSSIAN_UNNAMED_FIRST = re.compile(
    r"(?P<noun>(?P<head>[А-ЯЁа-яё-]+)(?:\s+(?:в|из|от|при|по|со?)?\s?[^\s,:;!?—–“”()]+){1,10})\Z"
)

ONE_OF = re.compile(r"(?:Один|Одна|Кто-то) из\s")

RUSSIAN_UNNAMED = re.compile(
    r"(?P<noun>(?:[А-ЯЁа-яё-]{3,}(?:ый|ий|ой|ая|яя)\s+){0,2}(?P<head>[А-ЯЁа-яё-]+)(?:\s+[^\s.,:;!?—–“”()]+){1,10}?)(?=\s*(?:[.,:;!?—–]|$))"
)

ONE_OF_THEM = re.compile(
    r"(?:один|одна|кто-то) из (?:[а-яё-]+(?:ых|их)\s+)?(?!них\b|нас\b|вас\b)[а-яё-]{4,}"
    r"(?:\s+[^\s.,:;!?—–“”()]+){0,5}?(?=\s*(?:[.,:;!?—–]|$))"
)
"""`одна из гостий фестиваля`"""

RUSSIAN_AGENT = re.compile(r"[а-яё]{3,}(?:тельница|щица|чица|истка)")
"""Nouns of women who do something; such words for things do not speak."""

ENGLISH_AGENT = re.compile(
    r"(?!(?:other|either|later|earlier|never|ever|over|under|after|before|however|whether|rather|"
    r"former|together|per|for|or|recent|different|current|present|silent|apparent|century|winter|"
    r"summer|letter|number|river|water|paper|corner|computer|server|minor|major|motor|floor|door|"
    r"error|colour|color|mirror|tractor|sector|factor|chapter|matter|order|quarter|dinner|weather|"
    r"moment|event|document|government|parliament|department|comment|agreement|percent|cent|"
    r"restaurant|grant|plant|important|relevant|distant|list|mist|twist|assist|exist|insist|"
    r"human|woman|man)$)[a-z]{2,}(?:er|or|ist|ian|man|woman|ant|ent|eer|smith|wright|herd)"
)
"""An English noun that ends as those who do something (`grower`, `acoustician`)."""

FROM_HALL = re.compile(
    r"(?:(?:[Кк]то-то|(?:Реплик|Голос|Выкрик|Крик|Возглас|Вопрос)\w{0,2}) )?"
    r"(?:из|с) (?:зала|места|мест|рядов|галёрки|галерки|балкона|трибун)"
    r"(?=\s*(?:[.,:;!?—–]|$))"
)
"""Somebody in the hall (`крикнули из зала`)."""

CALLED = re.compile(rf",\s+(?=[A-ZГ]){SURNAME.pattern}(?=\s*(?:[.,:;!?—–]|$))")
"""`said lead author, Prof Lund`."""

APPOSED_SURNAME = re.compile(
    rf"{SURNAME.pattern},\s+(?:also\s+)?(?:(?:an?|the)\s+)?(?P<position>[^,:“”]{{3,160}}),?"
)
"""`Dr Lund, also a laboratory head at Norvik,`."""

AND_VERB = re.compile(rf"\s+(?:and|и)\s+{VERB.pattern}")
"""`объясняет аспирант и добавляет`: what else the person does."""

ANONYMOUS = re.compile(
    r",?\s+(?:на условиях анонимности|пожелавш\w+ остаться \w+|попросивш\w+ не называть|"
    r"(?:who asked not to be|on (?:the )?condition of|speaking on condition of)\b)"
)
"""How somebody wanted not to be named."""

UNNAMED = re.compile(
    r"(?<![\w’-])(?:(?:the|an?|one of the|one|another|"
    r"один из|одна из|одного из)\s+)?"
    r"(?P<noun>(?!(?:of|which|that|whom|to|the)\b)(?:[\w’-]+\s+){0,2}?(?P<head>[\w-]+))(?=\s*(?:[.,:;!?—–]|$))",
    re.IGNORECASE,
)


def unnamed_up_to(text: str, start: int, end: int) -> Mention | None:
    """A pronoun, a bare surname or a person by what they are, as the last words up to `end`."""
    start = max(start, end - MAX_POSITION_LENGTH)
    words = text[start:end]
    head, _, last = words.rpartition(" ")
    is_of_two = last.endswith("-old")  # `the 71-year-old`
    begin = start + (head.rfind(" ") + 1 if is_of_two else len(words) - len(last))
    if PRONOUN.fullmatch(text, begin, end):
        return Mention(begin, end, pronoun=Span(begin, end))
    apposed = APPOSED_SURNAME.fullmatch(words)
    if apposed and apposed["honorific"]:
        surname, position = apposed.span("surname"), apposed.span("position")
        return Mention(
            start,
            end,
            surname=Span(start + surname[0], start + surname[1]),
            position=Span(start + position[0], start + position[1]),
        )
    titled = TITLED_AT_END.search(words)
    if titled and is_titled_surname(titled) and not BEHIND_JOINT.search(words, 0, titled.start()):
        return Mention(
            start + titled.start(),
            end,
            surname=Span(start + titled.start("surname"), end),
            title=Span(*(start + place for place in titled.span("title"))),
        )
    for match in SURNAME.finditer(words):
        last = words[: match.start()].rstrip().rpartition(" ")[2]
        is_honorific = strip_honorific(f"{last} ") == len(last) + 1
        is_of_thing = last in OF_THING or OF_TWO.search(words, 0, match.start()) is not None
        is_alone = is_honorific or not (last[:1].isupper() or is_of_thing)
        begin = match.start() - (len(last) + 1 if is_honorific else 0)
        if match.end() == len(words) and is_alone and is_surname(match):
            first = match.start("surname") + strip_honorific(match["surname"])
            span = Span(start + first, end)
            return Mention(start + begin, end, surname=span)
    for match in UNNAMED.finditer(words):
        is_first = words[match.start() :].startswith(("a ", "an ", "one ", "another "))
        before = words[: match.start()]
        is_led = is_first or LEADING.search(before) is not None
        is_apposed = before.rstrip().endswith(",") and not is_led
        is_person = is_person_noun(match["head"]) or (is_first and is_agent(match["head"]))
        if match.end() == len(words) and is_person and not is_apposed:
            return Mention(start + match.start(), end, title=Span(start + match.start("noun"), end))
    return somebody_up_to(text, start, end)


def somebody_up_to(text: str, start: int, end: int) -> Mention | None:
    """`A spokesperson for the Inspectorate`, with which the words up to `end` begin."""
    words = text[start:end]
    if ONE_OF_THEM.fullmatch(words[:1].lower() + words[1:]) and not find_names(words):
        return Mention(start, end, title=Span(start, end))
    if hall := FROM_HALL.fullmatch(text, start, end):
        return Mention(start, end, title=Span(*hall.span()))
    aside = ASIDE.search(text, start, end)
    stop = aside.start() if aside else end
    russian = RUSSIAN_UNNAMED_FIRST.match(text[start:stop])
    is_one = aside and russian and ONE_OF.match(russian["noun"])
    is_person = russian and (is_one or is_person_noun(russian["head"]))
    if russian and is_person and not find_names(russian["noun"]):
        return Mention(start, end, title=Span(start, start + russian.end("noun")))
    for pattern in (UNNAMED_OF, UNNAMED) if aside else (UNNAMED_OF,):
        person = pattern.match(text, start, stop)
        if person is None or person.end() != stop:
            continue
        is_agent_too = ARTICLE.match(text, start) and is_agent(person["head"])
        if is_agent_too or is_person_noun(person["head"]):
            return Mention(start, end, title=Span(*person.span("noun")))
    return None


def unnamed_from(text: str, start: int, end: int, *, is_genitive: bool = False) -> Mention | None:
    """A pronoun, a bare surname or a person by what they are, as the first words from `start`."""
    if pronoun := PRONOUN.match(text, start, end):
        return Mention(start, pronoun.end(), pronoun=Span(*pronoun.span("pronoun")))
    for pattern in (FROM_HALL, ONE_OF_THEM):
        found = pattern.match(text, start, end)
        if found and not find_names(found.group()):
            return Mention(start, found.end(), title=Span(*found.span()))
    if titled := TITLED_SURNAME.match(text, start, end):
        title, surname_span = Span(*titled.span("title")), Span(*titled.span("surname"))
        if is_titled_surname(titled):
            return Mention(start, titled.end(), surname=surname_span, title=title)
    surname = SURNAME.match(text, start + strip_honorific(text[start:end]), end)
    if surname and is_surname(surname) and AFTER_SURNAME.match(text, surname.end()):
        position, stop = apposed_to(text, surname.end(), end)
        return Mention(start, stop, surname=Span(*surname.span("surname")), position=position)
    for pattern in (UNNAMED, UNNAMED_OF, RUSSIAN_UNNAMED):
        person = pattern.match(text, start, end)
        if person is None or find_names(person["noun"]):
            continue
        is_person = is_person_noun(person["head"]) or RUSSIAN_AGENT.fullmatch(person["head"])
        if is_person or (is_genitive and has_title_stem(fold(person["head"]))):
            return person_told(text, start, end, person)
    return None


def apposed_to(text: str, place: int, end: int) -> tuple[Span | None, int]:
    """What a bare surname's person is by the words behind its comma, and where they end."""
    if not text.startswith(", ", place, end):
        return None, place
    position, stop = position_from(text, place + 2, end)
    words = position.of(text) if position else ""
    is_agent_told = ARTICLE.match(text, place + 2) is not None and is_agent(head_of(words))
    return (position, stop) if is_titled(words) or is_agent_told else (None, place)


def head_of(position: str) -> str:
    """The noun of a position (`keeper`, of `keeper of public clocks for the Trust`)."""
    return JOINT.split(position, maxsplit=1)[0].rpartition(" ")[2]


def is_titled_surname(match: re.Match[str]) -> bool:
    """Whether capitalized words are an office and who holds it."""
    return is_person_noun(match["head"]) and kind_of(match["surname"]) in SURNAMES


def person_told(text: str, start: int, end: int, person: re.Match[str]) -> Mention:
    """A person by what they are, less what they do there, and with the surname behind a comma."""
    noun = Span(*person.span("noun"))
    if called := CALLED.match(text, person.end(), end):
        return Mention(start, called.end(), surname=Span(*called.span("surname")), title=noun)
    stop = noun.end
    for rest in (AND_VERB, ADDITION, ANONYMOUS):
        if found := rest.search(text, noun.start, stop):
            stop = found.start()
    return Mention(start, person.end(), title=Span(noun.start, stop))


def unnamed_subject(text: str, start: int, end: int) -> Span | None:
    """The words for somebody with whom a sentence begins (`The observer for Norvik declared`)."""
    for pattern in UNNAMED_SUBJECTS:
        subject = pattern.match(text, start, end)
        if subject is None or find_names(subject["noun"]):
            return None
        if is_person_noun(subject["head"]) and fold(subject["head"]) not in TITLE_ADJECTIVES:
            return Span(*subject.span("noun"))
    return None


def is_surname(match: re.Match[str]) -> bool:
    """Whether a single capitalized word can be a person's."""
    word = fold(match["surname"])
    is_office = word in TITLE_HEADS and not (word in OCCUPATIONS and CYRILLIC.match(word))
    return not (is_organization_noun(word) or is_office or word in PERSON_NOUNS)


def is_agent(word: str) -> bool:
    """Whether an English noun ends as those who do something, where a person must stand."""
    return ENGLISH_AGENT.fullmatch(word) is not None


def is_person_noun(word: str) -> bool:
    """Whether a word says what a person is (`minister`, `участник`)."""
    if word in SMALL_TRADES:
        return True
    folded = OFFICE_END.sub("", fold(word))
    return folded in TITLE_HEADS or folded in PERSON_NOUNS
