"""Who speaks in a clause: beside words, before them, or behind them.

`said Ada Lund`, `Ada Lund told members:`, `according to Ada Lund,`, `Lund’s answer:`. Offsets are
those of the text that holds the clause.
"""

from __future__ import annotations

import re

from rostrum.parsing.mention import Mention
from rostrum.parsing.mentions import (
    LEADING_WORDS,
    RELATIVES,
    before_honorific,
    mention_from,
    mention_up_to,
    named_from,
    names_within,
    russian_subject,
    title_of,
)
from rostrum.parsing.name_words import Kind, kind_of
from rostrum.parsing.names_in_prose import find_names
from rostrum.parsing.sentences import find_sentence_end
from rostrum.parsing.spans import Span
from rostrum.parsing.speech import (
    ACCORDING_TO,
    ACCORDING_TO_ONE,
    INDIRECT,
    UNSAID,
    VERB,
    is_verb,
)
from rostrum.parsing.tellings import answering, titled_subject, told_aside, told_by_any, told_for
from rostrum.parsing.unnamed import FROM_HALL

LEADING_CLAUSE = re.compile(
    r"(?:[A-Z][a-z]+(?:ed|ing)|For (?:his|her) part|Moreover|However|Further(?:more)?|In addition|"
    r"In (?:his|her|their|its) (?:turn|speech|address|remarks|reply|response|view|opinion)|Today|"
    r"In (?:reply|response|conclusion|closing)|"
    r"(?:From|At|In|On|After|During|With|Outside|Inside) (?:the|an?|his|her|its|their|this)|"
    r"Кроме того|При этом|Также|В то же время|По случаю|На (?:встрече|форуме|сессии))\b"
    r"[^,]{0,120},\s+"
)

ACCORDING_AT_END = re.compile(r",\s+according to (?:the\s+)?(?=[^,]{2,120}\.?$)")
LEADING_WORDS_OF = re.compile(
    r"(?:In|During|At) (?:his|her|their) (?:\w+ )?"
    r"(?:turn|speech|address|remarks|reply|response|presentation|statement|keynote|intervention)\s+"
)
"""The same without a comma (`In her remarks the Minister recalled`)."""

INSERTED = re.compile(rf",\s+(?P<pronoun>he|she|он|она)\s+{VERB.pattern},")
"""`Such tools were cheap, she argued, and trust was not.`"""

ASKED = re.compile(
    r"(?:Asked|Pressed|Challenged|Questioned)\b[^,:]{0,160},\s+|"
    r"(?:Отвечая на вопрос\w*|А? ?[Нн]а вопрос\w*|Когда (?:его|её|ее) спросили)[^:«»]{0,160},\s+"
)
"""What somebody was asked, before what they answered."""

BUSY = re.compile(
    r"\s[a-z]{3,}ing (?:from|in|at|out of|near|through|outside|behind|along|with|on) [^,:;.]{2,60}$"
)
OF_WHOSE = re.compile(rf"\bwhose\s(?:{RELATIVES})\s[^:;,—–]*$")
"""`They met Ada Lund, whose brother said`"""

TELLING = (
    r"\b(?:an?|the|his|her|their)\s+[\w’-]+\s+"
    r"(?:telling|saying|asking|warning|shouting|reminding)\s[^:;]*$"
)
TOLD_BY_OTHER = re.compile(TELLING)
"""`She remembered her mother telling her`"""

OTHER_SUBJECT = re.compile(
    rf"{TELLING}|"
    r"\b(?:when|as|while|until|before|whereupon)\s+(?:an?|one|another|some)\s[^,:;]{2,80}"
    rf"(?<=\s){VERB.pattern}\W*$|"
    r"(?<!,)(?<!\bis)(?<!\bwas)\s(?:an?|the|one|another|his|her|its|their)\s+(?:[\w’-]+\s+){0,4}?"
    r"[\w’-]+,?\s+(?:who|which|where|in which)\s[^:;,]*$|"
    rf"\bthat\s+(?:his|her|their)\s+(?:{RELATIVES})\s(?:had|has)\s[^:;,]*$|"
    r"\b(?:heard|learned|learnt|received|got)\s+(?:\w+\s+)?from\s|"
    r"(?<!\w)(?:услышал|узнал|получил)[аи]?\s+(?:\w+\s+)?от\s|"
    r"^(?:As|When|While|After|Before)\s[^,]{2,80},\s+"
    r"(?:somebody|someone|an?\s(?:[\w’-]+\s){1,4}?[\w’-]+)\s[a-z]+\W*$|"
    r"(?<!\w)(?:когда|пока|как)\s+(?:од(?:ин|на)|кто-то|какой-то|какая-то|некий|некая)\s[^,:;]{2,80}$|"
    r"(?<!\w)[а-яё]+,\s+котор(?:ый|ая)\s[^:;]*$"
)
"""Who says the words in a clause of its own (`Ada Lund was leaving when a farmer said: “…”`)."""

AGENT = re.compile(r"\b(?:by|with)\s+")
DOES = re.compile(r",?\s+(?:who\s+\w+(?:ed|s|aid|old|ave|ook|poke)|[a-z]+ing)\b[^,;:]*")
"""A clause that tells what somebody did, up to its end."""

ONE = re.compile(
    r"(?:(?:On|In|Of|At|To|For) [^,:]{2,60}?,? |Nor (?:is|was|does|did) |"
    r"(?:На|В|О|Об|По|Под|К|Но|А|И) (?:[^,:]{2,40} )?)?"
    r"(?P<pronoun>he|she|он|она)\s(?=[a-zа-яё])",
    re.IGNORECASE,
)
"""A sentence whose subject is a pronoun (`On procedure, he was brief`)."""

WHOSE = re.compile(r"(?:The|Its|Their|His|Her|Our)\s")
"""A sentence that begins with somebody called by what they are (`Its president, Ada Lund, …`)."""

SURNAMES = frozenset((Kind.PLAIN, Kind.SHARED, Kind.FIRST))

RUSSIAN = re.compile("[а-яё]", re.IGNORECASE)

FIRST_VERB = re.compile(r"(?:Said|Says|Added|Adds|Noted|Explained|Concluded|Continued)\s+")
"""`Added Ada Lund, mayor, “…”`: a sentence that begins with its verb."""

INTERJECTED = re.compile(
    rf"(?:Not (?:so|quite|at all)|No|Yes|Nonsense|Wrong|Indeed|Hardly|True|Perhaps|Maybe|"
    rf"On the contrary|Quite the (?:opposite|contrary)),\s+{VERB.pattern}\s+"
)
"""The same behind a word or two of its own (`Not so, countered Ada Lund: “…”`)."""

ADDRESSING = frozenset("told tells asked asks reminded assured informed warned".split())
"""Verbs between which and the words stands whom they are said to, and where."""

MANNER = re.compile(
    r"(?:(?:коротко|честно|прямо|тихо|громко|спокойно|твёрдо|твердо|весело|грустно|сразу|уже|вдруг|"
    r"[а-яё]{3,}(?:ски|лась|ясь)|[а-яё]{2,}[оа]нно|[а-яё]{3,}о)|"
    r"(?:под|с|со|без|сквозь|через|на|в) (?:[а-яё-]+ ){0,2}?[а-яё-]+)\s+"
    rf"(?={VERB.pattern})"
)
"""How and when somebody says something, before a Russian verb: `под смех зала добавил спикер`."""

BEHIND_COLON = re.compile(r":\s+(?=по (?:словам|мнению|оценке)\s)")
"""`Зал молчал: по словам Анны Лось, «…»`"""

BESIDES = re.compile(
    r"(?:При этом|Кроме того|Также|Вместе с тем|В то же время|Однако|Впрочем|А|И|Но|However|"
    r"Moreover|But|And|In addition|At the same time),?\s+(?=по\s|according|in the words)"
)
"""What joins a sentence to the one before it: `При этом, по словам Анны Лось, «…»`."""

ONLY = frozenset(("only", "simply", "just", "this", "лишь", "только", "просто"))
"""Adverbs behind a verb (`Lund said only, “…”`)."""

MAX_TAIL = 120
"""Characters that may stand between the verb and the words it announces."""

ANYBODY = re.compile(r"\b(?:when|where|if|whenever|until) (?:somebody|someone|anybody|people)$")
THAT_FOLLOWS = re.compile(r"\s+(?:that|she|he|her|his|the)\b|,?\s+что\b")


ABOUT_THIS = re.compile(
    r"(?:Об этом|Это|Так|Такое мнение|Такую (?:оценку|позицию)|Такой прогноз|С таким \w+)\s+"
    r"(?:(?:журналистам|агентству|ТАСС|РИА Новости|сегодня|вчера|на \w+|в \w+)\s+){0,2}"
    rf"(?={VERB.pattern})"
)
"""`«…». Об этом заявила Анна Лось`: a sentence of its own that tells who spoke."""


def told_at(text: str, start: int, end: int) -> Mention | None:
    """Verb and speaker, or speaker and verb, that stand right at a place."""
    if RUSSIAN.match(text, start):
        for before in (ABOUT_THIS, MANNER):
            if leading := before.match(text, start, end):
                start = leading.end()
    verb = VERB.match(text, start, end)
    if verb and (found := mention_from(text, verb.end(), end)):
        return found._replace(start=start)
    limit = min(find_sentence_end(text, start), end)
    for verb in VERB.finditer(text, start, limit):
        if not is_verb(text, verb):
            continue
        found = mention_up_to(text, start, verb.start())
        if found := whole_mention(text, found, start):
            return found._replace(start=start, end=telling_end(text, verb.start(), end))
        break
    return told_by_any(text, start, limit)


def whole_mention(text: str, found: Mention | None, start: int) -> Mention | None:
    """A mention that begins at a place, with the words before its title (`presiding judge`)."""
    if found is None:
        return None
    before = text[start : found.start]
    if not before.strip().lower().removeprefix("the"):
        return found
    first = start + len(before) - len(before.lstrip().removeprefix("the "))
    if found.title and LEADING_WORDS.fullmatch(text, first, found.title.start):
        return found._replace(title=Span(first, found.title.end))
    return None


def telling_end(text: str, place: int, end: int) -> int:
    """Where the sentence that tells who spoke ends; it may be broken by the next words."""
    return min(find_sentence_end(text, place), end)


def clause_speaker(text: str, start: int, end: int, mark: str) -> Mention | None:
    """The speaker of a clause that announces words by a verb, or by a name and a colon."""
    if OF_WHOSE.search(text, start, end):
        return None
    if mark and (one := ACCORDING_TO_ONE.fullmatch(text, start, end)):
        return Mention(start, end, pronoun=Span(*one.span(one.lastgroup or 0)))
    if ":" in mark and (one := ACCORDING_TO_ONE.match(text, start, end)):
        pronoun = Span(*one.span(one.lastgroup or 0))  # `По её мнению, это рано: «…»`
        return Mention(start, end, pronoun=pronoun) if text[one.end()] == "," else None
    if mark and (found := led_to(text, start, end, mark)):
        return found
    return verb_speaker(text, start, end, mark) or (
        announcing(text, start, end) if ":" in mark else None
    )


def announcing(text: str, start: int, end: int) -> Mention | None:
    """The speaker of a clause that ends in a colon and in which no verb of speech stands."""
    for telling in (answering, told_aside, told_for, agent_of):
        if found := telling(text, start, end):
            return found
    leading = LEADING_CLAUSE.match(text, start, end)
    begin = leading.end() if leading else start
    found = mention_up_to(text, begin, end)
    is_whole = found and not text[begin : found.start].strip()
    is_one = found and (found.name or (found.title and FROM_HALL.fullmatch(found.title.of(text))))
    return found if is_one and is_whole else colon_subject(text, start, end)


def led_to(text: str, start: int, end: int, mark: str) -> Mention | None:
    """The speaker to whom the beginning of a clause leads (`According to`, `Added`)."""
    for joint in (BEHIND_COLON.search(text, start, end), BESIDES.match(text, start, end)):
        start = joint.end() if joint else start
    for leading, is_genitive in ((ACCORDING_TO, True), (FIRST_VERB, False), (INTERJECTED, False)):
        if match := leading.match(text, start, end):
            found = mention_from(text, match.end(), end, is_genitive=is_genitive)
            is_over = found and (":" in mark or not text[found.end : end].strip(" ,"))
            return found._replace(start=start) if found and is_over else None
    return None


def verb_speaker(text: str, start: int, end: int, mark: str) -> Mention | None:
    """The speaker of the last verb of speech in a clause."""
    for verb in reversed(list(VERB.finditer(text, start, end))):
        if not is_verb(text, verb):
            continue
        tail = text[verb.end() : end]
        is_near = len(tail) <= MAX_TAIL and not UNSAID.search(tail)
        is_bare = not tail.strip() or tail.strip() in ONLY
        is_announced = is_bare or ":" in mark or is_addressed(verb["verb"], tail, mark)
        if is_announced and is_near:
            found = mention_up_to(text, start, verb.start()) or busy_one(text, start, verb.start())
            is_other = has_other_subject(tail, mark) or (
                found and found.surname and names_within(text, verb.end(), end)
            )
            if found and found.title and ANYBODY.search(found.title.of(text)):
                return None  # `There are days when somebody says “enough”`
            if found and not is_other:
                return found._replace(start=start)
        found = mention_from(text, verb.end(), end)
        if mark and found and not text[found.end : end].strip(" ,"):
            return found._replace(start=start)
    return None


def busy_one(text: str, start: int, end: int) -> Mention | None:
    """`A delegate emerging from the hall sighed`: somebody unnamed, and what they were at."""
    busy = BUSY.search(text, start, end)
    found = mention_up_to(text, start, busy.start()) if busy else None
    return found if found and found.title else None


def colon_subject(text: str, start: int, end: int) -> Mention | None:
    """Who speaks behind the colon of a sentence that tells what one person does.

    `Итог подвёл Вадим Лось: «…»`, `Ada Lund takes it calmly: “…”`.
    """
    if asked := ASKED.match(text, start, end):
        start = asked.end()
    if UNSAID.search(text, start, end) or OTHER_SUBJECT.search(text[start:end]):
        return None
    if leading := LEADING_CLAUSE.match(text, start, end):
        start = leading.end()
    if one := ONE.match(text, start, end):
        return Mention(start, end, pronoun=Span(*one.span("pronoun")))
    names = names_within(text, start, end)
    if not names:
        return unnamed_subject(text, start, end)
    if len(names) > 1:
        return None
    if RUSSIAN.search(text, start, end):
        return russian_subject(text, start, names[0], end)
    found = mention_from(text, start, end)
    is_clause = found and text[found.end : end].strip(" ,")
    is_subject = found and found.name == names[0] and is_clause
    return found if is_subject else apposed_subject(text, start, names[0], end)


def agent_of(text: str, start: int, end: int) -> Mention | None:
    """Who does something in the last clause of a sentence, behind `by` or `with`.

    `It was contested by Ada Lund, who recalled the flood: “…”`, `with Ada Lund stating: “…”`.
    """
    if UNSAID.search(text, start, end):
        return None
    for leading in AGENT.finditer(text, start, end):
        found = mention_from(text, leading.end(), end)
        is_one = found and (found.name or found.title)
        if found and is_one and DOES.fullmatch(text, found.end, end):
            return found
    return None


def apposed_subject(text: str, start: int, name: Span, end: int) -> Mention | None:
    """`Its president, Ada Lund, was brief`: a name between commas behind the words for a person."""
    begin = before_honorific(text, start, name.start)
    is_apposed = text[:begin].endswith(", ") and text.startswith(", ", name.end)
    is_first = "," not in text[start : begin - 2]
    if not (is_apposed and is_first and WHOSE.match(text, start, end)):
        return None
    return named_from(text, start, name, title_of(text, start, name), end)


def unnamed_subject(text: str, start: int, end: int) -> Mention | None:
    """Who speaks behind the colon of a sentence without a full name."""
    if found := titled_subject(text, start, end):
        return found
    found = mention_from(text, start, end)
    is_name = found and found.surname and kind_of(found.surname.of(text)) in SURNAMES
    return found if is_name else None


def sentence_subject(text: str, start: int, end: int) -> Mention | None:
    """The one person who says something in a sentence."""
    if inserted := INSERTED.search(text, start, end):
        return Mention(start, end, pronoun=Span(*inserted.span("pronoun")))
    if source := ACCORDING_AT_END.search(text, start, end):
        found = mention_from(text, source.end(), end, is_genitive=True)
        return (
            found._replace(start=start) if found and not text[found.end : end].strip(" .") else None
        )
    for pattern in (LEADING_CLAUSE, LEADING_WORDS_OF):
        if leading := pattern.match(text, start, end):
            start = leading.end()
    for verb in VERB.finditer(text, start, end):
        if not is_verb(text, verb):
            continue
        subject = whole_mention(text, mention_up_to(text, start, verb.start()), start)
        subject = subject or name_before_verb(text, start, verb.start())
        if subject is None and not text[verb.end() : end].strip(" ."):
            subject = mention_up_to(text, start, verb.start())  # `…, Ada Lund says.`
        is_one = subject and (subject.name or subject.surname or subject.pronoun or subject.title)
        is_told = verb["verb"] in ADDRESSING or THAT_FOLLOWS.match(text, verb.end())
        if not is_one or (not is_told and names_within(text, verb.end(), end)):
            return None
        return subject._replace(start=start) if subject else None
    return None


def name_before_verb(text: str, start: int, end: int) -> Mention | None:
    """The one Russian name in the nominative right before a verb, whatever stands before it."""
    names = names_within(text, start, end) if RUSSIAN.search(text, start, end) else []
    if len(names) != 1 or text[names[0].end : end].strip():
        return None
    return russian_subject(text, start, names[0], end)


def is_addressed(verb: str, tail: str, mark: str) -> bool:
    """`Ada Lund told members in October, “…`: behind the verb stands whom, where and when."""
    return verb in ADDRESSING and mark == "," and not find_names(tail)


def has_other_subject(tail: str, mark: str) -> bool:
    """Whether the words between a verb and its quotation begin a clause of their own."""
    is_indirect = ":" not in mark and INDIRECT.search(tail)
    is_told = TOLD_BY_OTHER.search(tail) is not None
    return bool(is_indirect) or is_told or VERB.search(tail) is not None
