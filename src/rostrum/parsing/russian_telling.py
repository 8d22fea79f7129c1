"""Who a Russian verb of speech leads to, whatever words say what the person is.

`подчеркнула заведующая лабораторией водоканала Алевтина Рогожкина`: all that stands between the
verb and the name is the person's position, so that no list of positions is asked.
"""

from __future__ import annotations

import re

from rostrum.parsing.lexicon import fold
from rostrum.parsing.russian_cases import is_nominative
from rostrum.parsing.spans import Span
from rostrum.parsing.speech import VERB
from rostrum.parsing.title_before import is_adjective, is_verb
from rostrum.parsing.titles import TITLE_HEADS
from rostrum.parsing.unnamed import is_person_noun

HEADS = "|".join(sorted(map(re.escape, TITLE_HEADS), key=len, reverse=True))
AUDIENCE = re.compile(
    rf"к\s+[а-яё]{{4,}}(?:ам|ям)(?:\s+(?!(?:{HEADS})\b)[а-яё]{{4,}}(?:а|я|ы|и|ов|ев|ей))?\s+|"
    r"от\s+[а-яё]{3,}(?:ов|ев|ей|их|ых)\s+|"
    r"(?:(?:журналист|репорт[её]р|корреспондент|агентств|издани|газет|портал|телеканал|канал|"
    r"суд|участник|собравши|присутствующи|слушател|зрител|гост|делегат|коллег|студент|жител)"
    r"(?:ам|ям|у|ю|е|м|мся|мся)|им|ему|ей|нам|залу|РИА|[А-ЯЁ]{2,8}(?=\s+[а-яё])|«[^«»]{1,40}»|“[^“”]{1,40}”|\"[^\"]{1,40}\")"
    r"(?:\s+(?:[а-яё]+(?:ого|его|ой|ей|ых|их)\s+)?(?:сайта|канала|издания|газеты|агентства|портала|"
    r"радио|журнала|службы))?(?:\s+«[^«»]{1,40}»)?\s+"
)
"""To whom something is said; it stands between the verb and who said it."""

HONORIFIC = re.compile(r"\s+(?:г-н|г-жа|господин|госпожа)$")
OBJECT = re.compile(
    r"(?!(?:врио|атташе|главы)\b)[а-яё]{3,}(?:ых|их|ам|ям|ами|ями|ов|ев|ую|юю|ого|его|ому|ему)\s+"
)
"""Whom or what a verb has as its object, by its case: `предупредила подчинённых`."""

OCCASION = re.compile(
    r"(?:(?:в|на) (?:конце|начале|завершение|заключение|ходе|рамках|[а-яё]+(?:ии|ие|ре|че|ме|те))|"
    r"по (?:итогам|окончании|завершении)|во время|после|перед) (?:[а-яё]+ ){0,3}?"
    rf"(?=(?:{HEADS})\b)"
)
"""When and where something is said, between the verb and who said it."""

GIVEN_OBJECT = re.compile(r"(?:эт[уои]|данн\w+|сво[юийё]\w*|его|е[её]|их)\s+[а-яё]+\s+")
"""What a verb has as its object: `прокомментировала эту норму`."""

ASIDE = re.compile(r",\s+[а-яё]+(?:я|яя|ая|ив|ав|ев|вши|вшись|ясь)\b[^,.«»]{0,100},\s+")
""", открывая конференцию,`"""

PLACE = re.compile(r"(?:на|в|во|по|при|после|перед|во время|в ходе)\s+[а-яё]", re.IGNORECASE)
PREPOSITIONS = frozenset(
    "в во на с со у о об обо от к ко по при из за для до без над под перед между про через "
    "вместе и или а".split()
)
JOINT = re.compile(r"[,;:—–()\n]|\s-\s|[.!?]\s")
QUOTED = re.compile("«[^«»]*»|\\([А-ЯЁA-Z]{2,10}\\)")
ROLE_COMMA = re.compile(
    rf"(?:,|\s[–—-])\s+(?=(?i:{HEADS})\b)|"
    r",\s+(?=[а-яё]+(?:ым|им|ой|ей|ыми|ими|ых|их)\s[^,]*\sи\s)"
)
"""A comma between two positions of one person, or in the list of what one is in charge of."""

COMPLETED = re.compile(
    r"(?:описал|описывает|оценил|оценивает|прокомментировал|комментирует|сформулировал|обозначил|"
    r"поддержал|поблагодарил|подв[её]л|подытожил|сделал|выразил)[аи]?\s+(?:итоги?|вывод\w*)?\s*$"
)
"""Verbs that something is the object of: it may stand between verb and name."""

MAX_CLAUSE = 200
"""Characters between the head of a sentence and a name."""

SENTENCE_START = re.compile(r"(?:^|[.!?…»”]\s+|\n)(?=[А-ЯЁ])")
AGENT = re.compile(
    r"Загребной|Рулевой|Вожатый|Дежурный|Капитан|Шеф|[А-ЯЁ][а-яё-]{2,}(?:тель|тельница|ник|ница|ист|истка|лог|ец|[чщ]ик|[чщ]ица|вед|граф|тор|ёр|ер|"
    r"арь|ант|антка|ент|ентка|[ую]щ(?:ий|ая)|[ая]щ(?:ий|ая)|[ео]вая|ка|ор)"
)
"""A noun at the head of a sentence that ends as those who do something (`рулевая`, `загребной`)."""

MAX_VERB = 40
MAX_WORDS = 20
"""Words between a verb and a name; the longest printed positions have fewer."""


def skip_to_role(text: str, start: int, end: int) -> int:
    """Where the position begins behind a verb: after to whom and on what occasion it was said."""
    for pattern in (AUDIENCE, ASIDE, AUDIENCE, OCCASION, GIVEN_OBJECT, OBJECT):
        if found := pattern.match(text, start, end):
            start = found.end()
    return start


def role_before(
    text: str, start: int, name: Span, *, is_genitive: bool = False
) -> tuple[bool, Span | None]:
    """Whether the words from `start` to a name lead to it, and the position that they are."""
    if not is_genitive and text[start : name.start].strip() and not is_nominative(text, name):
        return False, None
    begin: int | None = start
    if PLACE.match(text, start, name.start):
        begin = head_in(text, start, name.start)
    role = text[begin : name.start].rstrip() if begin is not None else ""
    if begin is None or not role:
        return True, None
    begin += object_length(role)
    role = HONORIFIC.sub("", text[begin : name.start].rstrip())
    hidden = hide_quoted(role)
    words = hidden.split()
    is_called = is_person_noun(words[0]) or (
        is_adjective(words[0]) and any(map(is_person_noun, words[1:2]))
    )
    if COMPLETED.search(text, max(start - MAX_VERB, 0), start) and not is_called:
        return True, None  # `описал замысел Имя`: what stands between is no position
    is_role = (
        len(words) <= MAX_WORDS
        and (role[0].islower() or fold(words[0]) in TITLE_HEADS)
        and not JOINT.search(ROLE_COMMA.sub(" ", hidden))
        and PREPOSITIONS.isdisjoint({words[0].casefold(), words[-1].casefold()})
    )
    return (True, Span(begin, begin + len(role))) if is_role else (False, None)


def object_length(role: str) -> int:
    """The characters of a noun before what somebody is: `объяснил решение старшина присяжных`."""
    first, _, rest = role.partition(" ")
    second = rest.partition(" ")[0]
    is_object = not is_person_noun(first) and not is_adjective(first) and is_person_noun(second)
    return len(first) + 1 if is_object and first.islower() and "-" not in first else 0


def role_at_head(text: str, start: int, name: Span) -> Span | None:
    """What somebody is, in the words before the name, whatever word says it.

    `Загребной восьмёрки Имя Фамилия поднял темп`: a noun with its genitives at the head of a
    sentence, right before a name in the nominative. `Как рассказала пассажирка рейса Имя Фамилия`:
    all that stands between the verb and the name.
    """
    begin = max(start, name.start - MAX_CLAUSE)
    before = hide_quoted(text[begin : name.start])
    place = max((match.end() for match in SENTENCE_START.finditer(before)), default=0)
    if (begin > start and not place) or not is_nominative(text, name):
        return None
    verbs = [verb.end() for verb in VERB.finditer(before, place)]
    if verbs:
        behind = before[verbs[-1] :]
        first = begin + len(before) - len(behind.lstrip())
        first = skip_to_role(text, first, name.start)
        leads, role = role_before(text, first, name)
        return role if leads else None
    words = before[place:].split()
    is_phrase = words and AGENT.fullmatch(words[0]) and len(words) <= MAX_WORDS
    if not is_phrase or JOINT.search(before, place) or words[-1].casefold() in PREPOSITIONS:
        return None
    if any(map(is_verb, words)):
        return None
    return Span(begin + place, begin + len(before.rstrip()))


def hide_quoted(text: str) -> str:
    """A text with `«…»` and letters in brackets (`палаты (ОП) РФ`) as one word each."""
    return QUOTED.sub(lambda found: "x" * len(found.group()), text)


def head_in(text: str, start: int, end: int) -> int | None:
    """Where the first word stands that says what somebody is, after the first two."""
    for word in list(re.finditer(r"[\w-]+", text[start:end]))[2:]:
        if is_person_noun(word.group()):
            return start + word.start()
    return None
