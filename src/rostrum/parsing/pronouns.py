"""Whom `he` or `she` means on a page: the one person who can be meant, or nobody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rostrum.parsing.appositions import begins_titled
from rostrum.parsing.before_comma import LEADING
from rostrum.parsing.lexicon import fold
from rostrum.parsing.mentions import possible_names
from rostrum.parsing.name_words import Kind, kind_of
from rostrum.parsing.names import strip_honorific
from rostrum.parsing.positions import split_position
from rostrum.parsing.russian_cases import is_nominative
from rostrum.parsing.same_person import gender_of, is_cyrillic
from rostrum.parsing.sentences import find_sentence_end, last_sentence_start
from rostrum.parsing.short_names import may_be_surname
from rostrum.parsing.spans import Span
from rostrum.parsing.speech import FEMALE
from rostrum.parsing.title_before import is_verb
from rostrum.parsing.unnamed import is_person_noun, unnamed_subject
from rostrum.records import Cut, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rostrum.parsing.cast import Cast
    from rostrum.parsing.same_person import Gender

NEAR = 600
"""Characters: a pronoun does not lead farther back than this."""

APPOSED = re.compile(r"[^,.;:\n]{1,80},\s+")
"""What stands between what somebody is called and the name behind a comma."""

MAX_HEAD = 60
"""Characters before the name with which a sentence begins (`For her part, `)."""

CAPITALIZED = r"[^\W\d_a-zа-яё][\w’'-]+"
SURNAMED = re.compile(
    rf"(?<![\w’'-])(?:(?:Mr|Ms|Mrs|Dr|Prof|г-н|г-жа)\.?\s+)?"
    rf"(?P<surname>(?:(?:van|von|de|del|da|di|der|den|ter|bin|al)\s+){{0,2}}{CAPITALIZED})(?![\w-])"
)
BESIDE = "above|near|along|around|outside|beyond|across|through|into"
OWNERS = r"whose|his|her|its|their|our|my|an?|\d[\d.]*[a-z]+"
BODIES = "компании|фирмы|группы|концерна|корпорации|холдинга|банка|агентства|фонда|клуба|команды"
NO_PERSON = re.compile(
    rf"(?:\b(?:the|of|at|in|from|for|on|{BESIDE}|{OWNERS}|в|на|из|{BODIES})\s+|[“«„\"‘(])$",
    re.IGNORECASE,
)
"""What stands before capitalized words that are a thing or a place."""

SOMEBODY = re.compile(
    r"\bthe\s+(?:[\w’-]+\s+){0,2}?(?:spokes\w+|representative|observer|delegate)\s+(?:of|for|from)\b|"
    r"(?<!\bwas )(?<!\bis )(?<!\bas )\b(?:an?|one|another|один|одна)\s+(?:[\w’-]+\s+){0,3}?"
    r"(?:spokes\w+|representative|official|delegate|participant|resident|farmer|visitor|guest|"
    r"woman|man|student|worker|member|midwife|teacher|neighbour|mother|father|doctor|nurse|житель\w*|участни\w+|представител\w+|слушател\w+|гост\w+)\b",
    re.IGNORECASE,
)
"""Somebody who is not named, and whom a pronoun may mean (but `she was a guest`)."""

SOMEBODY_SPEAKS = re.compile(
    r"(?:(?<=[.!?…]\s)|^)Источник\b|"
    r"(?:(?<=[.!?…]\s)|^)(?:But |And )?One of (?:them|these|those|the \w+s)\b|"
    r"(?:(?<=[.!?…]\s)|(?<=[.!?…][’”»\"]\s)|^)(?:(?:But|And|Then)\s+)?(?:An?|One|Another)\s+(?:[\w’-]+\s+){0,3}?"
    r"(?:lady|gentleman|boy|girl|usher|pupil|schoolboy|schoolgirl|reader|listener|speaker|driver|"
    r"pensioner|volunteer|trader|researcher|engineer|lawyer|colleague|activist|organi[sz]er|owner|"
    r"reporter|journalist|expert|source|diplomat|officer|passenger|parent|caller|panell?ist|"
    r"professor|scientist|soldier|veteran|customer|patient|tenant)\b",
    re.MULTILINE,
)
"""The same, where only the subject of a sentence counts (but `no compound reached a patient`)."""

RUSSIAN_SOMEBODY = re.compile(
    r"^(?:(?:После|До|Во время|В кулуарах|Позже|Затем)\s[^,.\n]{0,40}?)?"
    r"(?P<head>[А-ЯЁа-яё-]{4,})\s+(?:«[^«»\n]{2,40}»|од(?:ного|ной) из|из|при)\s",
    re.MULTILINE,
)
"""A paragraph that begins with somebody unnamed (`Топ-менеджер одного из терминалов был …`)."""

THE_THING = re.compile(r"\bthe\s+(?:[A-Z][\w’'-]+\s+)*(?P<last>[A-Z][\w’'-]+)\s+$")
NO_SUBJECT = re.compile(r"(?<!\b[Aa]ccording )\b(?:from|by|to|with|of|for|at|about|on|against)\s+$")
"""What stands before somebody who only takes part in what another person does."""

SOMEBODY_FIRST = re.compile(
    r"(?:^|[.!?]\s+)(?=(?:The|An?)\s+[a-z])|"
    r"(?:^|(?<=[.!?]\s))(?:In|At|On|During|From|Later|After) [^,.]{2,60}, (?=an?\s+[a-z])",
    re.MULTILINE,
)
"""Where a sentence begins with somebody who is not named."""

CALLED = re.compile(
    r"(?:^|(?<=[.!?]\s)|(?<=,\s)|(?<=\n)|(?<=\bAnd\s))[Tt]he\s+(?P<words>[\w’-]+(?:\s+[\w’-]+){0,3})",
    re.MULTILINE,
)
"""Words among which the subject of a sentence may be called by what they are."""

RUSSIAN_CALLED = re.compile(
    r"(?:(?:^|(?<=[.!?]\s))(?:(?:[АИ]|Затем|Потом|Позже|Тогда|Наконец|Напоследок|Сегодня|Вчера|"
    r"В (?:заключение|завершение|конце|ответ|свою очередь))\s)?|(?<=,\s))"
    r"(?P<words>(?P<head>[А-ЯЁа-яё-]+)(?:\s+[а-яё]{2,}(?:а|я|ы|и|ов|ей))?)"
    r"\s+(?P<verb>[а-яё]{3,})(?![\w-])",
    re.MULTILINE,
)
"""A Russian subject called by what they are, and the verb (`хозяин поля ответил не сразу`)."""

ANY_SPEAKER = frozenset("speaker спикер докладчик собеседник парламентарий эксперт шеф".split()) | {
    "собеседник агентства",
    "собеседник издания",
    "собеседница агентства",
}
"""What anybody is called who speaks."""

OPENING = '«“„"—–'
"""With what somebody's words open a paragraph."""

CALLED_SO = re.compile(
    r"\?|\s+(?!(?:of|for|to|at|in|on|from|with|by|who|whose|and|or|as|that)\b)[a-z]"
)
"""What follows such a subject: its verb, or the end of `And the Commissioner?`."""

OF_HOUSE = re.compile(r"\sof (?:the )?[A-Z][\w’-]+")
"""What belongs to such a title (`The Minister of State replied`)."""

LAND = re.compile(rf"\b(?:of|in|{BESIDE}|{OWNERS})\s+$")
WORD = re.compile(r"\w+")
CALLED_WORD = re.compile(r"[\w-]+")
CHIEFS = frozenset("директор начальник руководитель заведующий заведующая глава".split())
OFFICERS = CHIEFS | {"министр"}
ALIKE = {
    "руководитель": CHIEFS,
    "глава": CHIEFS | {"губернатор", "министр", "мэр", "председатель", "президент"},
    "градоначальник": frozenset(("мэр", "глава")),
    "мэр": frozenset(("глава",)),
    "худрук": frozenset(("художественный",)),
    "министр": frozenset(("глава",)),
    **dict.fromkeys("региона области края республики".split(), frozenset(("губернатор",))),
    **dict.fromkeys("ведомства министерства минфина агентства".split(), OFFICERS),
    "предприятия": frozenset("завода фабрики комбината".split()),
    **dict.fromkeys("города мэрии администрации".split(), frozenset(("мэр",))),
}
"""What newspapers call an office besides, word by word (`глава региона` of a `губернатор`)."""

MINISTRY = re.compile(
    "мин(?:здрав|фин|юст|транс|труд|эконом|пром|обр|культ|спорт|энерго|сельхоз|природ|цифр|строй)"
)
"""A ministry in one word, whose head is its minister (`глава Минздрава`)."""

MINISTERS = frozenset(("министр",))
QUALIFIED = frozenset(
    "коммерческий технический финансовый творческий художественный спортивный "
    "заместитель помощник".split()
)
"""Words of positions that are not the head's."""

MAX_ACRONYM = 5
LESSER = frozenset("deputy vice assistant former заместитель помощник советник".split())
"""Words of positions that are not the office itself (`the Minister` is hardly her deputy)."""

PRIME = frozenset(("prime", "премьер"))
"""With these a minister is another office (`the Minister` is never a `Prime Minister`)."""

LONG_NOUN = 5
CASE = re.compile(r"[ауе]|ом")
SHORT_DEPUTY = re.compile(r"\bзампред(?!седател)")
DEPUTY = re.compile(r"\bзам(?=министр|директор|глав|председател|губернатор|мэр|руководител)")


class Pronouns:
    """Finds whom a pronoun means among the people of a page; offsets are those of its text."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.text = cast.text
        self.styles: dict[str, Gender | None] = {}

    def speaker(self, pronoun: Span, start: int) -> Speaker:
        """Whom a pronoun means, if that can be of this person's gender; else nobody with a name."""
        word = pronoun.of(self.text)
        found = self.last_one(start, word)
        if found and self.is_of_gender(found, word):
            return found
        return self.only_one_of(word, start) or self.somebody(start)

    def last_one(self, start: int, pronoun: str | None = None) -> Speaker | None:
        """The one person mentioned since somebody spoke last, or else who that was.

        Of several, the only one whose gender may be that of the pronoun; else the one
        with whom the sentence before begins.
        """
        last = self.cast.told[-1] if self.cast.told else None
        begin = max(last.end if last else 0, start - NEAR)
        begin, mentioned = self.nearest(begin, start)
        people = one_each(speaker for _, speaker in mentioned)
        of_gender = [one for one in people if pronoun and self.is_of_gender(one, pronoun)]
        if len(of_gender) == 1:
            people = of_gender
        if mentioned:
            begin = max(begin, last_sentence_start(self.text, begin, mentioned[-1][0] + 1))
        if len(people) == 1 and not self.may_be_another(begin, start, people[0]):
            found: Speaker | None = people[0]
        elif people:
            found = self.subject_before(mentioned, start)
        elif last and start - last.end <= NEAR and not self.may_be_another(begin, start):
            found = last.speaker
        else:
            return None
        return found

    def nearest(self, begin: int, start: int) -> tuple[int, list[tuple[int, Speaker]]]:
        """Who is mentioned in the paragraph of a place, or in the nearest one before that does so.

        With where that paragraph begins.
        """
        end = start
        while end > begin:
            paragraph = max(begin, self.text.rfind("\n", 0, end - 1) + 1)
            if mentioned := self.mentioned_between(paragraph, end):
                return paragraph, mentioned
            end = paragraph
        return begin, []

    def only_one_of(self, pronoun: str, start: int) -> Speaker | None:
        """The one person of a gender whom the paragraph names, where all its names tell theirs."""
        paragraph = max(self.text.rfind("\n", 0, start) + 1, start - NEAR)
        people = one_each(one for _, one in self.mentioned_between(paragraph, start))
        found = [one for one in people if self.is_of_gender(one, pronoun)]
        is_certain = len(found) == 1 < len(people) and all(map(has_gender, people))
        return found[0] if is_certain and not self.may_be_another(paragraph, start) else None

    def is_of_gender(self, speaker: Speaker, pronoun: str) -> bool:
        """Whether a pronoun can mean a person, by how the page addresses them or by the name."""
        wanted = wanted_by(pronoun)
        styled = self.styled_gender(speaker.name.text) if speaker.name else None
        if wanted is None:
            return True
        return styled == wanted if styled else is_of_gender(speaker, pronoun)

    def styled_gender(self, name: str) -> Gender | None:
        """What `Mr`, `Ms` or their like before a name or its last word says on the page."""
        if name not in self.styles:
            first, last = name.split(maxsplit=1)[0], name.rpartition(" ")[2]
            styled = re.compile(
                rf"\b(?:Mr|Sir|Lord|(?P<f>Mrs|Ms|Miss|Dame|Lady|Smt))\.?\s+"
                rf"(?:{re.escape(first)}\s[^.,:;\n]{{0,40}}?)?{re.escape(last)}\b"
            )
            found = {"f" if match["f"] else "m" for match in styled.finditer(self.text)}
            self.styles[name] = "f" if found == {"f"} else "m" if found == {"m"} else None
        return self.styles[name]

    def only_person(self, start: int, end: int) -> Speaker | None:
        """The one person of whom a stretch of the page speaks, where nobody else may be meant."""
        people = one_each(one for _, one in self.mentioned_between(start, end))
        if len(people) != 1 or self.may_be_another(start, end, people[0]):
            return None
        return people[0]

    def somebody(self, start: int) -> Speaker:
        """Whom a pronoun means that leads to no name, by the words for the one such person before.

        `The representative of Norvik took the opposite view. “…,” he said.`
        """
        begin = max(self.cast.told[-1].end if self.cast.told else 0, start - NEAR)
        begin = max(begin, self.text.rfind("\n", 0, start) + 1)
        found = list(SOMEBODY_FIRST.finditer(self.text, begin, start))
        if len(found) != 1 or self.cast.names_near(begin, start):
            return Speaker(None)
        unnamed = unnamed_subject(self.text, found[0].end(), start)
        if unnamed is None:
            return Speaker(None)
        title = self.cast.cut(unnamed)
        return Speaker(None, title, split_position(title.text))

    def mentioned_between(self, start: int, end: int) -> list[tuple[int, Speaker]]:
        """Who is mentioned between two places: by full name, surname, or what they are."""
        found = [one for one in self.cast.named_between(start, end) if not self.is_place(one[0])]
        names = self.cast.names_near(start, end)
        for match in SURNAMED.finditer(self.text, start, end):
            is_in_name = any(name.start <= match.start("surname") < name.end for name in names)
            word = match["surname"].removesuffix("’s").removesuffix("'s")
            is_name = may_be_surname(word.rpartition(" ")[2]) or fold(word) in self.cast.last_names
            if is_in_name or not is_name or self.ends_thing(match.start()):
                continue
            surname = Span(match.start("surname"), match.start("surname") + len(word))
            if speaker := self.cast.of_surname(surname, match.start(), is_certain=True):
                found.append((match.start(), speaker))
        called = ((title.start, self.called(title)) for title in self.titles_between(start, end))
        found += [(place, speaker) for place, speaker in called if speaker]
        return sorted(found, key=lambda one: one[0])

    def is_place(self, place: int) -> bool:
        """Whether what may be a name is a land: `(Costa Dorada)` behind one, `of Dai Nam`."""
        (name, *_) = self.cast.names_near(place, place + 1)
        if kind_of(name.of(self.text).split()[0]) in {Kind.FIRST, Kind.INITIAL}:
            return False
        inside = self.text[place - 1 : place] == "(" and self.text[name.end : name.end + 1] == ")"
        return inside or LAND.search(self.text, max(place - MAX_HEAD, 0), place) is not None

    def titles_between(self, start: int, end: int) -> list[Span]:
        """By what a subject is called in the sentences between two places (`the deputy chief`)."""
        found = []
        for match in CALLED.finditer(self.text, start, end):
            words = CALLED_WORD.finditer(self.text, *match.span("words"))
            nouns = [word for word in words if is_person_noun(word.group())]
            if nouns and nouns[-1].group() in {"former", "latter"}:
                continue  # `The former had been …`: tools, perhaps
            if len(nouns) > 1 and nouns[0].group() == "chief":
                nouns = nouns[1:]  # `The chief nursing officer`
            house = OF_HOUSE.match(self.text, nouns[0].end()) if nouns else None
            stop = house.end() if house else nouns[0].end() if nouns else 0
            if nouns and CALLED_SO.match(self.text, stop):
                found.append(Span(match.start("words"), stop))
        for match in RUSSIAN_CALLED.finditer(self.text, start, end):
            is_somebody = is_person_noun(match["head"]) and fold(match["head"]) not in ANY_SPEAKER
            if is_somebody and is_verb(match["verb"]):
                found.append(Span(*match.span("words")))
        return found

    def ends_thing(self, place: int) -> bool:
        """Whether a capitalized word ends what an article begins (`the Savanna Post`)."""
        before = THE_THING.search(self.text, max(place - MAX_HEAD, 0), place)
        return before is not None and not is_person_noun(before["last"])

    def called(self, title: Span) -> Speaker | None:
        """The one person so far whose position is meant by some words (`the Commissioner`)."""
        found = self.cast.people_called(self.cast.cut(title), title.start)
        return found[0] if len(found) == 1 else None

    def subject_before(self, mentioned: list[tuple[int, Speaker]], start: int) -> Speaker | None:
        """With whom the last sentence before a place begins; None where it does not with one."""
        end = start
        while end > 0 and self.text[end - 1].isspace():
            end -= 1
        begin = last_sentence_start(self.text, max(start - NEAR, 0), end)
        if LEADING.match(self.text, begin, end) and "," in self.text[begin:end]:
            begin = self.text.index(",", begin) + 1
        head = [(place, one) for place, one in mentioned if place >= begin]
        if not head:
            return None
        place, speaker = head[0]
        names = self.cast.names_near(place, place + 1)
        if len(one_each(one for _, one in head)) == 1 and is_russian_subject(self.text, names):
            return speaker  # `Об этом сообщил директор Лось.`
        before = self.text[begin:place]
        is_head = "," not in before.rstrip(", ") and len(before) <= MAX_HEAD
        others = one_each(one for _, one in head[1:])
        is_alone = all(one.name == speaker.name for one in others)
        return speaker if is_head and (is_alone or not before.strip()) else None

    def may_be_another(self, start: int, end: int, known: Speaker | None = None) -> bool:
        """Whether somebody may be meant whom nothing names for certain (`A farmer disagreed.`)."""
        if any(self.may_be_meant(match) for match in SOMEBODY.finditer(self.text, start, end)):
            return True
        if SOMEBODY_SPEAKS.search(self.text, start, end):
            return True
        if any(map(self.is_nobody_named, RUSSIAN_SOMEBODY.finditer(self.text, start, end))):
            return True
        if self.is_another_called(max(start, self.sentences_of(end)), end, known):
            return True
        certain = self.cast.names_near(start, end)
        if known and known.name:
            certain.append(Span(known.name.start, known.name.end))
        return not all(
            any(one.start < name.end and name.start < one.end for one in certain)
            or NO_PERSON.search(self.text, start, name.start)
            or begins_titled(name.of(self.text))  # `Глава Кедринского района`
            for name in possible_names(self.text, start, end)
        )

    def is_nobody_named(self, somebody: re.Match[str]) -> bool:
        """Whether a paragraph begins with somebody whom its first sentence does not name."""
        end = find_sentence_end(self.text, somebody.end())
        is_person = is_person_noun(somebody["head"])
        return is_person and not self.cast.names_near(somebody.start(), end)

    def sentences_of(self, place: int) -> int:
        """Where a place's paragraph begins, or the sentence above it if it opens with words."""
        line = self.text.rfind("\n", 0, place) + 1
        if line == 0 or self.text[line] not in OPENING:
            return line
        return last_sentence_start(self.text, self.text.rfind("\n", 0, line - 1) + 1, line - 1)

    def may_be_meant(self, somebody: re.Match[str]) -> bool:
        """Whether somebody unnamed can be a subject, and no apposition of a name before a comma."""
        before = self.text[max(somebody.start() - MAX_HEAD, 0) : somebody.start()]
        if NO_SUBJECT.search(before):
            return False
        names = self.cast.names_near(max(somebody.start() - 3, 0), somebody.start())
        apposed = APPOSED.match(self.text, somebody.end())
        begin = apposed.end() if apposed else 0
        begin += strip_honorific(self.text[begin : begin + MAX_HEAD])
        is_named = apposed and any(
            name.start == begin for name in self.cast.names_near(begin, begin + 1)
        )
        return not is_named and not (before.endswith(", ") and names)

    def is_another_called(self, start: int, end: int, known: Speaker | None) -> bool:
        """Whether a sentence has a subject of whom it only says what they are, and not `known`."""
        called = [self.called(title) for title in self.titles_between(start, end)]
        return any(one is None or known is None or one.name != known.name for one in called)


def is_russian_subject(text: str, names: list[Span]) -> bool:
    """Whether a Russian name stands in the nominative."""
    return any(is_cyrillic(name.of(text)) and is_nominative(text, name) for name in names)


def is_called(title: Cut, speaker: Speaker, *, besides: bool = True) -> bool:
    """Whether somebody's position is meant by some words of it (`the Minister`, of Rural Affairs).

    Or another of their roles (`модератор`, of `модератор дискуссии Анна Лось, директор порта`).
    `besides` also takes words that newspapers use for an office.
    """
    if speaker.position is None:
        return False
    told = SHORT_DEPUTY.sub("зампредседателя", fold(title.text))
    called = WORD.findall(DEPUTY.sub("заместитель ", told))
    positions = (speaker.position.text, *(role.role for role in speaker.roles))
    told_of = (set(WORD.findall(fold(one))) | acronyms_of(one) for one in positions)
    return any(
        all(is_meant(word, words) if besides else is_printed(word, words) for word in called)
        for words in told_of
        if (besides or not LESSER & words - set(called)) and not PRIME & words - set(called)
    )


def acronyms_of(position: str) -> set[str]:
    """What may stand for neighbouring words of a position (`пд`, of a `Палата депутатов`)."""
    letters = "".join(word[0] for word in WORD.findall(fold(position)) if len(word) > 1)
    lengths = range(2, MAX_ACRONYM + 1)
    return {letters[at : at + length] for length in lengths for at in range(len(letters))}


def is_meant(noun: str, words: set[str]) -> bool:
    """Whether a noun, or what stands for the same, is among some words."""
    alike = MINISTERS if MINISTRY.match(noun) else ALIKE.get(noun, frozenset())
    same = frozenset() if QUALIFIED & words else alike
    return bool(same & words) or is_printed(noun, words)


def is_printed(noun: str, words: set[str]) -> bool:
    """Whether a noun is among some words, in whatever case."""
    return any(word == noun or is_case_of(noun, word) or is_case_of(word, noun) for word in words)


def is_case_of(noun: str, word: str) -> bool:
    """Whether a word is a Russian noun in another case (`фармаколога`)."""
    is_longer = len(noun) >= LONG_NOUN and word.startswith(noun)
    return is_longer and CASE.fullmatch(word, len(noun)) is not None


def one_each(speakers: Iterable[Speaker]) -> list[Speaker]:
    """Each person once, as first mentioned."""
    found: dict[str, Speaker] = {}
    for speaker in speakers:
        if speaker.name:
            found.setdefault(fold(speaker.name.text), speaker)
    return list(found.values())


def has_gender(speaker: Speaker) -> bool:
    """Whether a name tells its person's gender."""
    return speaker.name is not None and gender_of(speaker.name.text) is not None


def is_of_gender(speaker: Speaker, pronoun: str) -> bool:
    """Whether a pronoun can mean a person: not where the name tells the other gender."""
    gender = gender_of(speaker.name.text) if speaker.name else None
    return gender is None or gender == wanted_by(pronoun)


def wanted_by(pronoun: str) -> Gender | None:
    """The gender that a pronoun tells; `the 71-year-old` tells none."""
    if pronoun.endswith("-old"):
        return None
    return "f" if pronoun.casefold() in FEMALE else "m"
