"""What follows a name: brackets, and the words that say what the person is.

A position ends where its sentence goes on with something else.
"""

from __future__ import annotations

import re

from rostrum.parsing.affiliations import read_affiliation
from rostrum.parsing.lexicon import ABBREVIATIONS, fold, words_of
from rostrum.parsing.name_words import POST_NOMINALS, has_title_stem
from rostrum.parsing.names import is_name, strip_honorific
from rostrum.parsing.names_in_prose import find_names
from rostrum.parsing.russian_cases import is_nominative
from rostrum.parsing.sentences import find_sentence_end, last_sentence_start
from rostrum.parsing.spans import Span
from rostrum.parsing.speech import VERB
from rostrum.parsing.title_before import is_verb
from rostrum.parsing.titles import TITLE_HEADS, TITLE_NOUNS

MAX_POSITION_LENGTH = 400
"""Characters; longer than the longest printed titles, shorter than a paragraph of prose."""

BRACKET = re.compile(r"\s*\((?P<words>[^()]{1,120})\)")

COMMA = re.compile(r"\s*,\s*|\s+[–—-]\s+|\s*\s(?=\()")

LEADING_IN = re.compile(
    r"(?:According to|For|In the (?:words|view|opinion|eyes) of|Как [а-яё]{3,}|"
    r"По (?:словам|мнению|оценк[еа]м?|данным|информации|убеждению)|Со слов)\s"
)
"""A sentence that begins with somebody and goes on with a clause of its own."""

QUOTED = re.compile(r"[“”„«»‘’\"]|[,.!?]'")
CLAUSE_COMMA = re.compile(r",\s+(?=[a-zа-яё“\"‘]|(?:The|This|It|There|They|He|She|An?)\b)")
MAX_LEAD = 200
"""Characters before a position in which its sentence begins."""

ARTICLE = re.compile(
    r"(?:(?:from|of)\s+)?(?:the|an?|our|its|their)\s+|(?:его|е[её]|их|наша?)\s+", re.IGNORECASE
)

OFFICE = "|".join(sorted(word for word in TITLE_NOUNS if word.isascii()))
DOING_SO = (
    r"[a-z]{3,}ing\b"
    rf"(?!\s+(?:(?!(?:the|an?|his|her|their|its|our)\s)[a-z-]+\s+)?(?:{OFFICE})\b)"
)
"""What somebody does (`, adding that`), and no office (`, managing director of Norvik`)."""

ADDITION = re.compile(
    r",\s+(?:(?:who|whose|which|where|but|so|when|while|after|before|during|speaking|told)\b|"
    rf"{DOING_SO}|"
    r"as (?:he|she|they|part|the|a)\b|at (?:the|an?|its) (?=[a-z])|"
    r"in (?:an?|his|her|their|response|reply|the) |"
    r"at (?:an?|the|its) [^,.]{0,60}?"
    r"\b(?:session|meeting|conference|forum|briefing|event|panel|discussion|hearing|debate|summit)|"
    r"to (?!(?:the|an?|his|her|its|their)\b)[a-z]+\s|"
    r"on (?!behalf)|and (?:added|said|noted)|according to|"
    r"котор\w+|добавив|подчеркнув|отметив|комментируя|выступая|отвечая|говоря|открывая|обращаясь|"
    r"принимая|завершая|закрывая|подводя|рассказывая|поясняя|оценивая|представляя|вручая|"
    r"вспоминая|описывая|уточняя|обсуждая|напоминая|добавляя|отмечая|\w+(?:уя|ясь|вшись)\b|"
    r"перед[ао]\w+|(?:когда|где|куда|откуда)\b|"
    r"with (?:an?|the|his|her|their|no|some)\b|"
    r"to (?:[a-z]+ ){0,2}(?:laughter|applause|cheers|murmurs|boos|groans)|"
    r"(?:после|до|во время|в ходе|в рамках|на (?:сессии|заседании|встрече|форуме))\b|"
    r"добавил\w*|а также|при этом|про\s|[а-яё]{3,}(?:ив|ав|ев|ув|ыв), что)|"
    r"\s+(?:who|whose|on (?:\w+day|\d)|today|yesterday|during|while|after|before|"
    r"in (?:an interview|his|her)|"
    r"at (?:the|an?) [^,.]{0,60}?"
    r"\b(?:session|meeting|conference|forum|briefing|event|panel|discussion|hearing|debate|summit)|"
    r"под (?:смех|аплодисменты|гул|свист)|"
    r"в ходе|во время|в рамках|на (?:сессии|заседании|встрече|форуме|конференции|полях|брифинге|"
    r"церемонии|пленарн\w+|открытии)|"
    r"в (?:интервью|эфире|понедельник|вторник|среду|четверг|пятницу|субботу|"
    r"воскресенье|своем|своём))(?![\w-])"
)
"""What follows a position in its sentence and is none of it."""

FINITE = (
    r"(?:(?:(?:is|was|were|does|did|has|have|had|would|could|can)n[’']t|"
    r"has|have|had|is|was|were|will|would|does|did|can|could|should|must|might|gave|took|spoke|"
    r"made|went|began|told|showed|drew|held|put|set|saw|thought|found|brought|came|became|kept|left|"
    r"met|paid|read|rose|sent|stood|won|drove|felt|heard|laid|lost|ran|sat|threw|wore|knew|grew|led|"
    r"cut|spent|bought|built|caught|chose|fell|flew|fought|got|hid|hit|lent|lit|rode|sang|shook|sold|"
    r"slept|swam|swore|taught|understood|woke|wrote|struck|sought|swung|shot|sprang|stuck|swept|tore|"
    r"bore|crept|dealt|dug|fled|flung|forgot|froze|hung|leapt|meant|overcame|quit|shone|slid|spun|"
    r"strode|strove|wept|withdrew|drank|ate|blew|broke|beat|arose|lay|shut|burst|"
    r"(?!(?:retir|elect|appoint|accredit|certifi|register|bas|affiliat|second|combin|integrat|appli|"
    r"advanc|relat|attach|assign|charter|licens|learn|distinguish|designat|nominat|select|nam)ed\b)"
    r"[a-z]{3,}ed|co-[a-z]{3,}ed)(?=\s+\w)|(?:came|went|spoke|left|met|died)(?=\.|$))"
)

CLAUSE_OF_ITS_OWN = (
    r"(?:(?:and|but|so)\s+)?(?:the|an?|it|this|that|its|his|her|their|there|all|both|many|most)\s+"
    r"[^,]{0,80}?"
    r"(?<!\w)(?:(?:has|have|had|is|was|are|were|will|would|can|could|may|must)\s|"
    r"[a-z]{3,}ed\s(?:the|an?|that|its|his|her|their)\s)"
)

MODEL = r"(?:the|an?|this)\s(?:[a-z][\w-]*\s){1,4}[a-z]{3,}[^s\s]s\s(?!of\b)"
"""A clause with a verb in the present (`, the preferred model combines`)."""

PRESENT = (
    r"[a-z]{3,}s\s+(?:me|us|him|you|everyone|it|that|the|an?|his|her|their|its|to|them|how|what|why)"
    r"\b"
)

CLAUSE = re.compile(
    rf"(?:,|\s[–—-])\s+(?:(?:and |but )?(?:{FINITE})|"
    rf"[a-z]{{4,}}ed\.?$|(?:and|but) (?:he|she|they)\b|{PRESENT}|{MODEL}|"
    rf"{VERB.pattern}|(?:who|whose|which|where)\b|"
    rf"{CLAUSE_OF_ITS_OWN})"
)
"""Where the sentence goes on behind an apposition (`Ada Lund, mayor of Skelling, declined to`)."""

RUSSIAN_CLAUSE = re.compile(
    r"\s[–—-]\s+(?=[а-яё]{2,}(?:л[аи]?|лся|лась|ла?сь|[её]т|ит)\b|(?:об?|про)\s)"
)
"""`Анна Лось – врач сборной – осмотрела …`, `Анна Лось, врач сборной, – о том, как …`"""

NO_TITLE = r"(?!управляющ|заведующ|исполняющ|ведущ|командующ|действующ)"
"""Before a Russian participle: those that are titles."""

GERUND = (
    r"(?:[а-яё]{2,}(?:уя|ывая|ивая|авая|едая|вшись|ясь)|(?:отве|отме|заме|изу|встре|вклю|сооб)[щч]ая|"
    rf"выступая|говоря|[а-яё]{{3,}}(?:ив|ав|ев|ув|ыв)(?=, что\b)|{NO_TITLE}"
    r"[а-яё]{3,}(?:вш|дш|ющ|ящ|ащ)(?:ий|ая|ую|его|ей|ие|их)|сам(?:ый|ая|ое|а|и)?)\b"
)

PASSIVE = (
    r"[а-яё]{3,}(?:нн|ш[её]дш|[аоеи]вш)(?:ый|ий|ая|ые|ие)\s(?:[а-яё\d]+\s){0,2}?"
    r"(?:[а-яё]+(?:ой|ом|ым|ами|ями)|из|на|в|во|от|с|для)\b"
)
"""What was done to somebody, as a Russian participle says (`приглашённый группой`)."""

DOING = re.compile(
    r"[a-z]{3,}ing\s(?:the|an?|his|her|their|our|its|it|them|to|at|in|on|up|himself|herself|"
    r"themselves|for|against|with|from)\b"
)
"""What somebody did while they spoke (`— Ada Lund, closing the camp`)."""

PAST = re.compile(
    r",\s(?=[a-z]{3,}ed\s(?:between|among|against|that|how|why|whether|the|his|her)\b)"
)
"""Where a clause begins with a verb in the past."""

MAX_HEADED = 60
"""Characters of a name and its honorifics at the head of a sentence."""

AGE_BEFORE = re.compile(r",\s\d{1,3},\s$")
MAX_AGE = 8
"""Characters of an age between two commas."""

NETWORK = re.compile(
    r"\b(?:[Tt]elegram|Twitter|X|Facebook|Instagram|LinkedIn|YouTube|VK|ВКонтакте|[Тт]елеграм)"
    r"(?:[- ]канал|[- ]channel)?\W*$"
)
"""Where somebody wrote their words (`Ada Lund, Telegram`)."""

NO_POSITION = re.compile(
    rf"[«“„\"\d—–]|[DRI]-[A-Z]|"
    rf"{NETWORK.pattern}|"
    r"(?:senior |other )?(?:officers|officials|representatives|delegates|dignitaries|ministers)\b|"
    r"(?:Mr|Mrs|Ms|Miss|and|however|though|meanwhile|too|instead|of course|by contrast|in turn|"
    r"for (?:one|example|instance|(?:his|her|their) part))\b|"
    r"(?:напротив|однако|впрочем|кстати|конечно|например|наоборот|кажется|видимо|разумеется)\b|"
    r"(?:most|many|all|both|some|none|half|each)\sof\b|"
    r"(?:эксперты|уч[её]ные|представители|депутаты|члены|руководители|специалисты|делегаты|гости|"
    r"участники|журналисты|студенты|преподаватели|главы|сотрудники)\b|"
    r"(?:зачем|почему|отчего|сколько|как(?:ой|ая|ое|ие|ую|их)?|что|кто|куда)\b|"
    r"(?:today|yesterday|tonight|earlier|later|recently|also|last \w+)\b|"
    rf"(?:of(?! the\b)|on|about|to|with|by|than|into|over|under)\b|"
    rf"(?:о|об|на|в|во|за|с|со|к|про|при|через|после)\s|{GERUND}|{PASSIVE}|{CLAUSE_OF_ITS_OWN}|"
    rf"{DOING.pattern}|"
    r"(?:who|whose|which|where|he|she|it|they|this|that|(?:[а-яё]{1,12}\s)?котор\w+|он|она|они|это|чей|чья)\b|"
    rf"{FINITE}|{VERB.pattern}"
)
"""The beginning of words after a name that go on the sentence and say no position."""

IN_BRACKETS = re.compile(r"\((?P<inside>[^()]*)\),?\s*")

AGE = re.compile(r"\d{1,3}(?:\s(?:лет|года?))?,\s+(?=[^\W\d])")
"""`said Ada Lund, 34, a dental technician`"""

NOW = re.compile(r"(?:now|currently|ныне)\s+", re.IGNORECASE)

CLASS_YEAR = re.compile(r"\s[’']\d\d\b")
LETTERS = re.compile(r",?\s+(?P<word>[A-Z][A-Za-z.]{1,9})(?![\w’'])")

WHO_IS = re.compile(r"who(?:’s|'s|\s+is|\s+was)\s+(?=[a-z])(?!not\b)")

WHO_DOES = re.compile(r"(?<=\w)\s(?:who|whose)\s(?=[a-z])")
"""A clause that no comma parts from a position (`a teacher at Norvik School who chaired it`)."""

POST = re.compile(r"(?:[a-z][\w-]*\s){1,4}(?:at|of|for)\s+(?:the\s+)?[A-Z]")
"""What somebody is, and of which organization (`facilities lead at Norvik Council`)."""

NEXT = re.compile(r"\s*(?:[,;]|$|and\b|&)")
LIST_JOINT = re.compile(r";\s+(?:(?:and|и|а также)\s+)?|,\s+(?:and|и|а также)\s+")
ONE_NAME_JOINT = re.compile(r";\s+(?:and\s+)?(?P<name>[A-Z][\w’'-]+),\s(?=[a-zA-Z])")
"""A list's next person who has one name (`Ada Lund, consultant at Norvik; Bint, musician`)."""

PRINTED_DATE = re.compile(r"\s+[–—|-]\s+\d{1,2}[./]\d{1,2}[./]\d{2,4}$")
"""When somebody said something, behind the position in a caption."""

AGED = re.compile(r"(?:^|,?\s+|(?<=, ))aged \d{1,3}$|,\s+\d{1,3}$")
TASK = re.compile(r"\s+\((?:moderator|chair|host|facilitator|модератор|ведущ\w+)\)$", re.IGNORECASE)
"""What somebody does in a conversation, behind what they are."""

PARTICIPLE = re.compile(rf"{NO_TITLE}[а-яё]{{3,}}(?:вш|дш|ющ|ящ|ащ)(?:ий|ая)(?:с[яь])?")
PREDICATES = frozenset(
    "слишком очень весьма чересчур нужен нужна нужно нужны важен важна важно важны можно "
    "нельзя надо возможен возможна возможно возможны невозможно необходим необходима "
    "необходимо необходимы сложен сложна сложно сложны готов готова готово готовы должен "
    "должна должно должны".split()
)
"""Words of clauses without a verb, and of no position."""

MAX_NEXT = 80
"""Characters in which the next person's name of a list begins and ends."""

TOLD = re.compile(r"\s+(?:said|says|told|added|stated|noted|explained|announced)\b")
"""A verb right behind a position that no comma ends (`chairman of Norvik Meats said that`)."""

APPOSED = re.compile(r",\s+an?\s+(?P<what>[a-z][^,.;]{2,80})")
"""What stands behind an organization and says what that is (`Norvik, a research agency`)."""

WORDS_FOLLOW = re.compile(r":\s+[«“„\"]")
PART_FOLLOWS = re.compile(r",\s+(?:the|an?|this|its)\s[^,“]{0,60}\s“")
"""A clause that holds a part of somebody's words (`, the terminal “removes the bottleneck”`)."""

UNMARKED_FOLLOW = re.compile(r":\s+(?=[А-ЯЁ][а-яё-]+\s[а-яё]|[a-zа-яё])")
"""Words without marks behind a label (`Анна Лось, мэр: Мы построим мост.`), or a clause."""

AND_OTHERS = re.compile(
    r",\s+and (?:the|an?|by|in|at|on|for|when|as|then|now|there|here|he|she|they|we|I)\s"
)
"""Where a list or a sentence goes on (`dean at Norvik, and by the third slide …`)."""

DOES = re.compile(
    r",\s+(?!(?:and|or|nor|but|of|for|in|at|with|on|near|from|to|as|by|via|both|then|now|not)\b)"
    r"[a-z]{3,}\s+(?:[a-z]+\s+)?(?:into|onto|out|off|up|down|away|across|through|back|an?|his|her|its|their)\s"
)
"""What somebody is seen to do (`watching Ada Lund, a hedger from Norvik, drive a stake in`)."""

CYRILLIC = re.compile("[А-Яа-яЁё]")
ADVERB = re.compile(r"(?!кино|радио|метро|бюро|право|авто|видео)[а-яё]{4,}о")
"""A clause of one word (`В кабинете директора, Анны Лось, жарко`)."""

RUSSIAN_COMMA = re.compile(r",\s+(?=[а-яё])")

SPOKEN = re.compile(r"[,.!?…][”»\"]|[”»\"],? (?:said|says|noted|added|отметил|сказал|заявил)")
"""A quotation that is a statement, by its stop; the name of a company has none."""

CLOSER = re.compile('[”»"]')


def position_from(text: str, start: int, end: int) -> tuple[Span | None, int]:
    """The position that begins at a place and where it ends; None where other words begin."""
    if age := AGE.match(text, start, end):
        start = age.end()
    if relative := WHO_IS.match(text, start, end):
        position, stop = position_from(text, relative.end(), end)
        is_told = position and (is_titled(position.of(text)) or POST.match(position.of(text)))
        return (position, stop) if is_told else (None, start)
    end = min(find_sentence_end(text, start), end)
    if who := WHO_DOES.search(text, start, end):
        end = who.start()
    limit = before_next_person(text, start, end)
    sentence = sentence_start(text, start)
    if LEADING_IN.match(text, sentence):
        clause = before_main_clause(text, start, limit)
        is_over = clause == limit and text.endswith((".", "!", "?"), start, end)
        if is_over and not QUOTED.search(text, sentence, start):
            return None, start  # `According to Ada Lund, prices have fallen.`
        limit = clause
    if names_another(text, start, limit):
        return None, start
    if addition := ADDITION.search(text, start, limit):
        limit = addition.start()
    if begins_otherwise(text, start, end):
        return None, start
    limit = before_main_verb(text, sentence, start, limit)
    position = trim_position(text, start, limit)
    if position is None or not is_position(position.of(text)) or goes_on(position.of(text)):
        return None, start
    return position, limit


def begins_otherwise(text: str, start: int, end: int) -> bool:
    """Whether the words behind a name's comma are no position (`Ada Lund, 54, shows a field`)."""
    comma = max(start - 2, 0)
    is_aged = AGE_BEFORE.search(text, max(start - MAX_AGE, 0), start) is not None
    is_other = ADDITION.match(text, comma, end) or NO_POSITION.match(text, start, end)
    return bool(is_other) or (is_aged and not ARTICLE.match(text, start, end))


def before_main_verb(text: str, sentence: int, start: int, end: int) -> int:
    """Where the main verb's clause begins behind the position of a name that heads a sentence.

    `Ada Lund, chair of law at Norvik, distinguished between tools.`: nothing else is its verb.
    """
    heads = start - sentence <= MAX_HEADED and not VERB.search(text, sentence, start)
    is_whole = text[end - 1 : end] == "." or text[end : end + 1] == "."
    verb = PAST.search(text, start, end) if heads and is_whole else None
    return verb.start() if verb else end


def sentence_start(text: str, place: int) -> int:
    """Where the sentence begins that holds a place, if that is near."""
    return last_sentence_start(text, max(place - MAX_LEAD, 0), place)


def before_main_clause(text: str, start: int, end: int) -> int:
    """Where the clause begins to which a sentence's beginning led.

    `According to Ada Lund, mayor of Skelling, prices have fallen`: not behind the comma of another
    office, nor behind one inside the position's names (`CEO, Norvik Foods`).
    """
    for comma in CLAUSE_COMMA.finditer(text, start, end):
        following = text[comma.end() : end].partition(",")[0]
        if following.strip() and not is_titled(following):
            return comma.start()
    return end


def before_next_person(text: str, start: int, end: int) -> int:
    """Where a list of people goes on to the next one (`Ada Lund, judge; and Jan Brask, mayor`)."""
    named = ONE_NAME_JOINT.search(text, start, end)
    if named and not is_titled(named["name"]):
        end = named.start()
    for joint in LIST_JOINT.finditer(text, start, end):
        begin = joint.end() + strip_honorific(text[joint.end() : end])
        following = text[begin : min(begin + MAX_NEXT, end)]
        if any(first == 0 or is_title(following[:first]) for first, _ in find_names(following)):
            return joint.start()
    return end


def is_title(words: str) -> bool:
    """Whether some words are a title and nothing before it (`Mayor `, `the former mayor `)."""
    return is_titled(words) and "," not in words and len(words.split()) <= TITLE_WORDS


OFFICE_ENDS = re.compile(
    r"(?<!\bto )(?<!\bof )(?<!\bfor )(?<!\bwith )(?<!\bunder )(?<!\bby )"
    r"\b(?:Commissioner|Mayor|President|Minister|Secretary|Director|Governor|Chair\w*|Senator|"
    r"Councill?or|Councilmember|Officer|Executive|Ambassador|Judge|Professor|Superintendent|"
    r"Chief) (?:(?:Shri|Smt|Dr|Mr|Mrs|Ms)\.? )?$"
)
"""An office's end, right before another name (`, Housing Commissioner Jan Brask,`)."""


def names_another(text: str, start: int, end: int) -> bool:
    """Whether an apposition is the next person of a list (`глава Лось, депутат Рысь`)."""
    if not CYRILLIC.match(text, start):
        found = find_names(text[start : min(start + MAX_NEXT, end)])[:1]
        return any(
            (first == 0 or OFFICE_ENDS.search(text, start, start + first))
            and NEXT.match(text, start + last) is not None
            for first, last in found
        )
    names = (Span(start + first, start + last) for first, last in find_names(text[start:end]))
    return any(is_nominative(text, name) for name in names)


OF_THINGS = frozenset("главным главной главное главная первым первой основным основной".split())
"""Adjectives of titles that begin a clause as well (`главным препятствием остаётся …`)."""


def goes_on(words: str) -> bool:
    """Whether words after a Russian name are a clause of their own (`встреча пройдёт …`)."""
    first = words.partition(",")[0].split()[:CLAUSE_WORDS]
    is_called = is_titled(words) and fold("".join(first[:1])) not in OF_THINGS
    return not is_called and any(is_predicate(word) or PARTICIPLE.fullmatch(word) for word in first)


def is_predicate(word: str) -> bool:
    """Whether a Russian word is a clause's verb or stands in its place (`отбор сложен`)."""
    return is_verb(word) or fold(word) in PREDICATES


def read_bracket(text: str, place: int) -> tuple[int, Span | None]:
    """Where the brackets after a name end, and their words where they tell a group or a country."""
    place = after_letters(text, place)
    match = BRACKET.match(text, place)
    if match is None:
        return place, None
    words = Span(*match.span("words"))
    return (match.end(), words) if read_affiliation(words.of(text)) else (place, None)


def after_letters(text: str, place: int) -> int:
    """Where the letters behind a name end (`, M.D.`, ` MHK`, ` ’98` of a former student)."""
    if year := CLASS_YEAR.match(text, place):
        place = year.end()
    while (letters := LETTERS.match(text, place)) and letters["word"].casefold() in POST_NOMINALS:
        place = letters.end()
    return place


def begins_titled(words: str) -> bool:
    """Whether the first of some words is a title's."""
    return any(word in TITLE_HEADS or has_title_stem(word) for word in words_of(words)[:1])


def is_titled(position: str) -> bool:
    """Whether a position plainly is one: a title stands among its first words."""
    words = (word.removesuffix("-elect") for word in words_of(position)[:TITLE_WORDS])
    return any(word in TITLE_HEADS or has_title_stem(word) for word in words)


TITLE_WORDS = 4
CLAUSE_WORDS = 8
"""Words of a clause among which its verb stands."""


def is_position(text: str) -> bool:
    """Whether the words after a name can be a position: short, and nobody speaks in them."""
    is_spoken = (CLOSER.search(text) and SPOKEN.search(text)) or text.endswith(("?", "!"))
    return len(text) <= MAX_POSITION_LENGTH and not is_spoken and not is_name(text)


def trim_position(text: str, start: int, end: int) -> Span | None:
    """The position without its article and the full stop of its sentence; None where none is."""
    while start < end and text[start].isspace():
        start += 1
    for leading in (NOW, ARTICLE):
        if word := leading.match(text, start, end):
            start = word.end()
    end = before_rest(text, start, end)
    for addition in (TASK, PRINTED_DATE, AGED):
        if found := addition.search(text, start, end):
            end = found.start()
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;—–-"):
        end -= 1
    if text[start:end].endswith(".") and not is_abbreviated(text[start:end]):
        end -= 1
    return behind_brackets(text, start, end)


def behind_brackets(text: str, start: int, end: int) -> Span | None:
    """A position less the brackets before it, or what they hold where that is all there is."""
    while brackets := IN_BRACKETS.match(text, start, end):
        is_last = brackets.end() == end or not brackets.group().endswith((", ", ","))
        if is_last and is_titled(brackets["inside"]):
            start, end = brackets.span("inside")
            break
        is_part = brackets.group().rstrip().endswith(",") or begins_titled(
            text[brackets.end() : end]
        )
        start = brackets.end()  # an unknown country, a group
        if article := ARTICLE.match(text, start, end):
            start = article.end()
        if NO_POSITION.match(text, start, end) or not is_part:
            return None
    return Span(start, end) if text[start:end].strip(" .,;") else None


RESTS = (
    CLAUSE,
    RUSSIAN_CLAUSE,
    PART_FOLLOWS,
    WORDS_FOLLOW,
    UNMARKED_FOLLOW,
    TOLD,
    AND_OTHERS,
    DOES,
)


def before_rest(text: str, start: int, end: int) -> int:
    """Where an apposition ends because its sentence goes on, or somebody's words follow.

    `, declined to`, `: “…”`, `, в регионе осталось …`.
    """
    for rest in RESTS:
        if found := rest.search(text, start, end):
            end = found.start()
    apposed = APPOSED.search(text, start, end)
    if apposed and not is_titled(apposed["what"]):
        end = apposed.start()
    if CYRILLIC.match(text, start):
        for comma in RUSSIAN_COMMA.finditer(text, start, end):
            words = text[comma.end() : end].partition(",")[0].split()[:TITLE_WORDS]
            is_adverb = len(words) == 1 and ADVERB.fullmatch(words[0].rstrip("."))
            if (is_adverb or any(map(is_predicate, words))) and not is_titled(" ".join(words)):
                return comma.start()
    return end


def is_abbreviated(position: str) -> bool:
    """Whether the last full stop belongs to the word before it (`Norvik Inc.`)."""
    last = position.rstrip(".").rpartition(" ")[2].casefold()
    return last in ABBREVIATIONS and last not in {"р", "ст", "no", "art", "col", "gen"}
