"""The words that reports and positions are made of, in English and Russian.

All entries are lower case with `ё` written `е`; `fold` brings a printed word to that form.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rostrum.records import ParticipantRole, SectionKind


EDGES = " \t.:;,!?—–-|*•·«»“”\"'()[]"
"""What is no part of a label at its ends."""

ALL_EDGES = f"{EDGES}\u2011"


LONGEST_KEPT = 80
"""Characters: what is folded of a longer text is not kept, for its memory."""


def fold(text: str) -> str:
    """Lower case, `ё` as `е`, plain hyphens, no punctuation at either end: to compare labels."""
    return fold_short(text) if len(text) <= LONGEST_KEPT else fold_any(text)


def fold_any(text: str) -> str:
    return text.casefold().replace("ё", "е").replace("\u2011", "-").strip(EDGES)


fold_short = lru_cache(maxsize=8192)(fold_any)
"""The words of a page are folded again and again."""


SECTION_KINDS: dict[str, SectionKind] = {
    **dict.fromkeys(
        (
            "key conclusions",
            "key conclusion",
            "main conclusions",
            "conclusions",
            "key takeaways",
            "key findings",
            "ключевые выводы",
            "основные выводы",
            "главные выводы",
            "выводы",
        ),
        "key_conclusions",
    ),
    **dict.fromkeys(
        (
            "problems",
            "problem",
            "key problems",
            "main problems",
            "challenges",
            "key challenges",
            "issues",
            "key issues",
            "проблемы",
            "проблема",
            "ключевые проблемы",
            "основные проблемы",
            "вызовы",
        ),
        "problems",
    ),
    **dict.fromkeys(
        (
            "solutions",
            "solution",
            "key solutions",
            "proposed solutions",
            "possible solutions",
            "proposals",
            "recommendations",
            "решения",
            "решение",
            "пути решения",
            "предложения",
            "рекомендации",
        ),
        "solutions",
    ),
}

LONGEST_KIND = 80
"""Characters of a heading that only says of which kind its section is."""

NUMBERING = re.compile(r"(?:\d{1,2}|[ivx]{1,4}|[IVX]{1,4})[.)]\s+")


def section_kind_of(heading: str) -> SectionKind | None:
    """The kind of section that a heading names, numbered or not; None for any other line."""
    return None if len(heading) > LONGEST_KIND else kind_of_line(heading)


@lru_cache(maxsize=4096)
def kind_of_line(heading: str) -> SectionKind | None:
    """The same of a short line: every rule asks it of every line."""
    number = NUMBERING.match(heading)
    return SECTION_KINDS.get(fold(heading[number.end() :] if number else heading))


GROUP_ROLES: dict[str, ParticipantRole] = {
    **dict.fromkeys(
        ("moderator", "moderators", "moderated by", "chair", "модератор", "модераторы", "ведущий"),
        "moderator",
    ),
    **dict.fromkeys(
        (
            "speaker",
            "speakers",
            "panellist",
            "panellists",
            "panelist",
            "panelists",
            "participant",
            "participants",
            "discussants",
            "discussion participants",
            "front row participants",
            "спикер",
            "спикеры",
            "выступающие",
            "выступления",
            "докладчики",
            "участники",
            "участники дискуссии",
            "участники обсуждения",
            "участники сессии",
        ),
        "speaker",
    ),
}

OTHER_STORIES = frozenset(
    (
        "related",
        "keep reading",
        "read next",
        "related content",
        "related topics",
        "related internet links",
        "more on this story",
        "ближайшие события",
        "contact",
        "contacts",
        "media contact",
        "media contacts",
        "press contact",
        "press contacts",
        "about the author",
        "also from this source",
        "more from this source",
        "you might also like",
        "recommended",
        "explore",
        "page details",
        "ends",
        "notes to editors",
        "newsletter",
        "читать далее",
        "еще почитать",
        "другие материалы",
        "еще новости",
        "наши партнеры",
        "кто на сайте",
        "контакты",
        "контакты для сми",
        "контактная информация",
        "related news",
        "related articles",
        "related stories",
        "related materials",
        "read also",
        "see also",
        "more news",
        "other news",
        "latest news",
        "more on this",
        "more on this topic",
        "you may also like",
        "most read",
        "in the spotlight",
        "links",
        "useful links",
        "related links",
        "comments",
        "leave a comment",
        "читайте также",
        "смотрите также",
        "похожие новости",
        "похожие материалы",
        "новости по теме",
        "материалы по теме",
        "другие новости",
        "другие пресс-релизы",
        "последние новости",
        "еще по теме",
        "комментарии",
        "оставить комментарий",
        "testimonials",
        "guest book",
        "guestbook",
        "quote of the day",
        "quote of the week",
        "отзывы",
        "отзывы посетителей",
        "книга отзывов",
        "цитата дня",
        "цитата недели",
    )
)
"""Headings below which other people speak, of other things."""

TABLE_HEADS = frozenset(
    "speaker speakers statement name position thesis organization organisation "
    "выступающий спикер докладчик тезис тезисы должность имя фио организация".split()
)
"""What heads a column, and no part of a report."""

COUNT = re.compile(r"\s*\(\d+\)$|(?<=[^\W\d_]{4})\s?\d{1,3}$")


OTHERS = re.compile(
    r"what (?:people|others|(?:our|the) [a-z]+) (?:say|are saying|think) about [^.!?]{1,60}|"
    r"what our [a-z]+ (?:say|are saying|think)|"
    r"(?:latest|recent|other|more|related|popular|top) (?:press |media )?"
    r"(?:news|statements|releases|stories|articles|posts|headlines|updates|publications)|"
    r"всего комментариев:? \d+",
    re.IGNORECASE,
)
"""Headings of other stories, and of what a site's readers and customers write."""


def begins_other_stories(line: str) -> bool:
    """Whether a line heads what is no part of this story (`Related news`, `Comments (2)`)."""
    if OTHERS.fullmatch(line.rstrip(": ")):
        return True
    return is_one_of(COUNT.sub("", line) if line.endswith(")") else line, OTHER_STORIES)


FURNITURE_LABELS = frozenset(
    (
        "for information media. not an official record",
        "for information media not an official record",
        "share this page",
        "support local news",
        "support us",
        "downloads",
        "advertisement",
        "advertising",
        "sponsored",
        "реклама",
        "на правах рекламы",
        "news",
        "share",
        "share this",
        "print",
        "press release",
        "news release",
        "media release",
        "for immediate release",
        "пресс-релиз",
        "для немедленной публикации",
        "back to news",
        "all news",
        "home",
        "новости",
        "поделиться",
        "печать",
        "все новости",
        "назад",
        "главная",
    )
)

POINTER = re.compile(
    r"^(next (?:month|week|issue|time):|"
    r"for (more|further|additional) (information|details)\b|read more\b|learn more\b|"
    r"more (information|details) (is|are|can|at)\b|see also\b|find out more\b|"
    r"подробнее\b|подробности\b|читайте также\b|узнать больше\b|больше информации\b|"
    r"дополнительная информация\b)",
    re.IGNORECASE,
)
"""The line at the end of a report that points elsewhere."""

LONGEST_LABEL = max(map(len, OTHER_STORIES | FURNITURE_LABELS))


def is_one_of(line: str, labels: frozenset[str]) -> bool:
    """Whether a line is one of some labels; what is longer than any of them is not even folded."""
    return len(line.strip(ALL_EDGES)) <= LONGEST_LABEL and fold(line) in labels


FOREIGN_ORGANIZATIONS = frozenset(
    "universidad universidade université universita università universität universitat "
    "universitetet universiteit uniwersytet univerzita hochschule högskola høgskolen "
    "instituto institut istituto instytut instituut ústav enstitüsü fundación fundação "
    "fundacja fondazione fondation stiftung stichting ministerio ministério ministère "
    "ministero ministerium consejo conselho conseil comité centro centrum zentrum museo "
    "musée museu muzeum museet banco banque laboratorio laboratório laboratoire asociación "
    "associação verband verein gesellschaft akademie académie academia accademia biblioteca "
    "bibliothèque bibliothek biblioteka société sociedad società sociedade compagnie "
    "compañía companhia groupe grupo gruppo gruppe caisse caja cassa".split()
)
"""Words for organizations in other languages; in most of them the name follows."""

ENGLISH_ORGANIZATIONS = frozenset(
    "academy administration agency alliance archive archives army assembly association "
    "authority bank board branch bureau cabinet center centre chamber chancellery church "
    "circle cluster club coalition college commission commissariat committee community "
    "company confederation conference congress consortium convention cooperative "
    "corporation council court delegation department directorate division duma embassy "
    "enterprise faculty federation firm forum foundation fund government group guild "
    "headquarters holding hospital house inspectorate institute institution laboratory "
    "league library majlis ministry mission movement museum network observatory office "
    "organisation organization parliament partnership party police press railway registry "
    "secretariat section senate service school society station studio supreme survey "
    "syndicate team theatre think-tank trade-union tribunal trust union unit university "
    "nations command programme treasury exchange consulate bundestag knesset riksdag "
    "storting sejm navy bundesbank kremlin".split()
)
ORGANIZATION_NOUNS = ENGLISH_ORGANIZATIONS | FOREIGN_ORGANIZATIONS
ORGANIZATION_ENDINGS = tuple(
    "universität hochschule institut stiftung gesellschaft verband verein akademie museum archiv "
    "ministerium bibliothek bank universitet universitetet institutt institutet museet".split()
)
"""What compound names of organizations end in (`Kommunalbank`)."""

SHORTEST_COMPOUND = 10
"""Letters: shorter words with such an end are names as often (`Fairbank`)."""

RUSSIAN_STEMS = frozenset(
    "академи агентств администраци альянс архив ассамбле ассоциаци банк библиотек бюро ведомств "
    "газет гильди госкорпораци движени журнал издательств групп дум департамент дирекци инспекци "
    "институт канцеляри кластер клуб коалици коллеги колледж комисси комитет компани конгресс "
    "консорциум корпораци кооператив лаборатори лиг министерств мисси музе объединени обществ "
    "организаци отдел отделени палат парламент парти правительств представительств предприяти "
    "прокуратур портал роспотребнадзор росреестр секретариат сенат сет служб собрани совет союз "
    "суд телеканал трибунал университет управлени училищ учреждени факультет федераци фирм фонд "
    "холдинг центр школ штаб".split()
)
LONGEST_ENDING = 3
CASE_ENDINGS = frozenset(
    (
        "",
        *"а я о е ы и у ю ь й ом ем ой ей ою ею ов ев ий ию ия ие ии ам ям ах ях".split(),
        *"ами ями ией ием ью".split(),
    )
)
"""What follows the stem of a noun in one of its cases: `совета`, but not `советник`."""

ABBREVIATIONS = frozenset(
    "st mr mrs ms dr prof doz ing assoc "
    "asst mag eng h.e inc ltd co corp jr sr no art vol fig gen col lt sgt rev hon dept "
    "smt sen rep gov capt cmdr maj adm supt insp cllr atty "
    "u.s u.k s.p.a s.a n.v b.v "
    "e.g i.e etc al approx г гг ул им т.д т.п др проф акад млн млрд тыс руб долл ст стр рис "
    "н.э обл р-н см напр".split()
)
"""Words whose full stop does not end a sentence."""


def words_of(text: str) -> list[str]:
    """The words of a text, folded, hyphens kept."""
    return re.findall(r"[\w’'.-]*\w", text.casefold().replace("ё", "е").replace("\u2011", "-"))


def is_organization_noun(word: str) -> bool:
    """Whether a folded word names a kind of organization (`ministry`, `комитета`)."""
    if word in ORGANIZATION_NOUNS:
        return True
    if len(word) >= SHORTEST_COMPOUND and word.endswith(ORGANIZATION_ENDINGS):
        return True
    ends = range(max(len(word) - LONGEST_ENDING, 0), len(word) + 1)
    return any(word[:end] in RUSSIAN_STEMS and word[end:] in CASE_ENDINGS for end in ends)


PERSON_NOUNS = frozenset(
    "observer participant participants delegate attendee visitor resident guest official source "
    "listener "
    "panelist panellist people person someone somebody кто-то patient nurse driver farmer "
    "neighbour neighbor volunteer witness veteran insider newcomer "
    "girl boy woman man lady gentleman pupil passenger mother father grandmother grandfather "
    "daughter son widow widower "
    "девочка мальчик девушка женщина мужчина шеф школьница школьник пассажирка пассажир "
    "участник участница участников делегат слушатель гость житель спикер докладчик собеседник "
    "собеседница гостья источник чиновник исследователь исследовательница посетитель "
    "посетительница слушательница зритель зрительница".split()
)
"""Words for a person who is not named."""
