"""The labels of a programme page: groups of people, details of a session, what is not of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from rostrum.parsing.lexicon import COUNT, GROUP_ROLES, OTHER_STORIES, fold

if TYPE_CHECKING:
    from rostrum.records import ParticipantRole

Detail = Literal["track", "hall", "day", "time", "end", "event", "description", "other"]

MODERATOR_LABELS = frozenset(
    (
        "co-moderator",
        "co-moderators",
        "chairs",
        "co-chair",
        "co-chairs",
        "chaired by",
        "session chair",
        "chairperson",
        "facilitator",
        "facilitators",
        "facilitated by",
        "host",
        "hosts",
        "hosted by",
        "ведущая",
        "ведущие",
        "сомодератор",
        "сомодераторы",
        "модерирует",
        "модерация",
        "председательствует",
        "председатель секции",
        "руководитель секции",
        "руководитель",
        "руководители",
        "председатель",
        "сопредседатель",
        "сопредседатели",
        "председатель жюри",
        "in the chair",
        "chair of the session",
        "chairing",
        "chairing this session",
        "convener",
        "conveners",
        "convenor",
        "convenors",
        "session moderator",
        "interviewer",
        "интервьюер",
        "руководители секции",
        "seminar convenor",
        "seminar convener",
        "председатели",
        "председательствующий",
        "председательствующая",
        "председательствующие",
        "руководитель семинара",
        "руководители семинара",
        "moderated by",
        "led by",
        "ведет",
        "ведут",
    )
)
SPEAKER_LABELS = frozenset(
    (
        "keynote",
        "keynotes",
        "keynote address",
        "keynote speech",
        "opening remarks",
        "opening address",
        "opening speech",
        "opening",
        "welcome",
        "welcome remarks",
        "welcome address",
        "welcoming remarks",
        "introductory remarks",
        "introduction",
        "closing remarks",
        "closing",
        "concluding remarks",
        "special address",
        "discussant",
        "respondent",
        "respondents",
        "panel",
        "panel members",
        "the panel",
        "expert",
        "experts",
        "presenter",
        "presenters",
        "lecturer",
        "lecturers",
        "debaters",
        "trainer",
        "trainers",
        "with",
        "instructor",
        "instructors",
        "presented by",
        "given by",
        "тренер",
        "тренеры",
        "содокладчик",
        "содокладчики",
        "оппонент",
        "оппоненты",
        "участвуют",
        "проводит",
        "проводят",
        "преподаватель",
        "преподаватели",
        "читает",
        "читают",
        "рассказывает",
        "рассказывают",
        "с сообщением",
        "с сообщениями",
        "с докладом",
        "с докладами",
        "выступление",
        "выступления",
        "witness",
        "witnesses",
        "invited talk",
        "invited speaker",
        "closing statements",
        "opening statements",
        "welcoming statements",
        "rapporteur",
        "rapporteurs",
        "panellist",
        "keynote lecture",
        "guest of honour",
        "papers",
        "presentations",
        "talks",
        "оппонент",
        "оппоненты",
        "содокладчик",
        "содокладчики",
        "ключевой докладчик",
        "ключевые докладчики",
        "почетный гость",
        "доклады",
        "front row",
        "front row participants",
        "with the participation of",
        "with participation of",
        "featuring",
        "discussion",
        "in the discussion",
        "ключевой доклад",
        "приветственное слово",
        "приветствие",
        "приветствия",
        "вступительное слово",
        "заключительное слово",
        "эксперт",
        "эксперты",
        "гость",
        "гости",
        "guest",
        "guests",
        "дискутант",
        "дискутанты",
        "докладчик",
        "участник",
        "участник дискуссии",
        "первый ряд",
        "участники первого ряда",
        "панелист",
        "панелисты",
        "выступают",
        "выступающий",
        "с участием",
        "при участии",
        "принимают участие",
        "в дискуссии участвуют",
        "в дискуссии принимают участие",
        "лектор",
        "лекторы",
    )
)
AMBIGUOUS_LABELS = frozenset(
    "convener convenor guest guests witness with "
    "opening welcome introduction closing panel discussion host hosts experts expert papers "
    "presentations talks доклады "
    "дискуссия приветствие приветствия эксперты эксперт".split()
)
"""Those that head other things too: a part of an agenda, a format."""

PARTS = tuple("opening welcome closing concluding introduct приветств открыт закрыт".split())
"""How labels begin that may be titles of a session's part (`Opening remarks`)."""

QUALIFIER = re.compile(
    r"^(?:(?:session|invited|confirmed|keynote|guest|main|key|panel|featured|our|"
    r"приглашенные|приглашенный|ключевые|ключевой|основные|наши|подтвержденные)\s+)+|"
    r"\s+(?:(?:of|in|at) the (?:session|discussion|panel|event|round table)|include|are|"
    r"сессии|дискуссии|обсуждения|круглого стола|панели|мероприятия|панельной дискуссии)$"
)
"""What is said around the name of a group without changing it (`Invited speakers`)."""

DETAILS: dict[str, Detail] = {
    **dict.fromkeys(
        (
            "track",
            "area",
            "theme",
            "category",
            "event category",
            "секция",
            "thematic track",
            "thematic stream",
            "program area",
            "programme area",
            "stream",
            "strand",
            "topic",
            "pillar",
            "thematic pillar",
            "thematic block",
            "тематический блок",
            "блок",
            "трек",
            "тематический трек",
            "тематика",
            "программный трек",
            "тематическое направление",
            "направление",
        ),
        "track",
    ),
    **dict.fromkeys(
        (
            "hall",
            "venue",
            "room",
            "location",
            "place",
            "where",
            "зал",
            "место проведения",
            "место и время",
            "место",
            "площадка",
            "аудитория",
            "где",
            "локация",
        ),
        "hall",
    ),
    **dict.fromkeys(
        (
            "date",
            "day",
            "when",
            "date and time",
            "date & time",
            "дата",
            "дата проведения",
            "день",
            "когда",
            "дата и время",
            "дата и время проведения",
        ),
        "day",
    ),
    **dict.fromkeys(
        (
            "time",
            "start",
            "starts",
            "starts at",
            "begins",
            "beginning",
            "start time",
            "время",
            "время проведения",
            "начало",
            "время начала",
            "начало сессии",
        ),
        "time",
    ),
    **dict.fromkeys(
        ("end", "ends", "ends at", "end time", "окончание", "завершение", "время окончания"),
        "end",
    ),
    **dict.fromkeys(
        ("event", "forum", "conference", "мероприятие", "форум", "конференция"), "event"
    ),
    **dict.fromkeys(
        (
            "about",
            "summary",
            "о чем",
            "о сессии",
            "about the session",
            "about this session",
            "session description",
            "description",
            "abstract",
            "topics",
            "key questions",
            "key issues",
            "questions for discussion",
            "topics for discussion",
            "issues for discussion",
            "о сессии",
            "о мероприятии",
            "описание",
            "описание сессии",
            "аннотация",
            "вопросы для обсуждения",
            "вопросы",
            "ключевые вопросы",
            "темы для обсуждения",
        ),
        "description",
    ),
    **dict.fromkeys(
        (
            "format",
            "language",
            "languages",
            "working language",
            "working languages",
            "duration",
            "organizer",
            "partner",
            "partners",
            "registration",
            "materials",
            "формат",
            "язык",
            "языки",
            "рабочий язык",
            "рабочие языки",
            "длительность",
            "организатор",
            "партнер",
            "партнеры",
            "регистрация",
            "материалы",
        ),
        "other",
    ),
}

OTHERS = re.compile(
    r"(?:other|more|related|parallel|upcoming|further|similar)\s(?:[\w’'-]+\s){0,4}?"
    r"(?:sessions?|events?|workshops?|talks?|panels?|lectures?|round tables)"
    r"(?:\s(?:in|of|on|at)\s[\w\s’'-]{2,40})?|"
    r"also (?:on )?(?:\w+day|this day|today)|coming (?:up|soon)|"
    r"скоро(?: (?:в|на|у) [^.]{2,40})?|"
    r"(?:up )?next (?:on|in) (?:this|the) (?:stage|room|hall)|"
    r"other (?:sessions|panels) at this time|"
    r"(?:далее|дальше|потом|еще) (?:на|в) "
    r"(?:этой|этом|той же|фестивале|форуме|программе|конференции)"
    r"(?:\s(?:сцене|зале|площадке|аудитории))?|"
    r"(?:а )?(?:другие|еще|также|соседние|параллельные|ближайшие|следующие)\s(?:[\w-]+\s){0,4}?"
    r"(?:сессии|мероприятия|события|день|лекции|встречи|дискуссии|секции)(?:\s[\w\s-]{2,40})?"
)
"""The same, in other words (`Other workshops`, `Also Tuesday`, `Другие мероприятия блока`)."""

OTHER_SESSIONS = frozenset(
    (
        "other sessions",
        "more sessions",
        "related sessions",
        "next session",
        "next sessions",
        "previous session",
        "similar sessions",
        "parallel sessions",
        "upcoming sessions",
        "also on this day",
        "also in the programme",
        "more from the programme",
        "you may also be interested in",
        "другие сессии",
        "другие мероприятия",
        "следующая сессия",
        "предыдущая сессия",
        "похожие сессии",
        "похожие мероприятия",
        "параллельные сессии",
        "ближайшие сессии",
        "еще в программе",
        "также в программе",
        "вас может заинтересовать",
    )
)
"""Headings below which a programme page lists what else is on."""


LENGTH = re.compile(r"\s*[(\[]\d{1,3}\s?(?:min|мин)\w*\.?[)\]]:?$", re.IGNORECASE)
"""How long a part of an agenda is (`Opening remarks (10 min)`)."""


def group_role_of(line: str) -> ParticipantRole | None:
    """The role of the people below a line, or None for a line that heads none."""
    label = fold(LENGTH.sub("", COUNT.sub("", line)))
    for name in (label, QUALIFIER.sub("", label)):
        if role := GROUP_ROLES.get(name):
            return role
        if name in MODERATOR_LABELS:
            return "moderator"
        if name in SPEAKER_LABELS:
            return "speaker"
    return None


def heads_part(line: str) -> bool:
    """Whether a label that heads people may be the title of a part of an agenda as well."""
    return group_role_of(line) == "speaker" and fold(line).startswith(PARTS)


def is_ambiguous(line: str) -> bool:
    """Whether a label heads a group of people only where people follow."""
    label = fold(LENGTH.sub("", COUNT.sub("", line)))
    return not AMBIGUOUS_LABELS.isdisjoint((label, QUALIFIER.sub("", label)))


def detail_of(label: str) -> Detail | None:
    """What a label announces; None for a line that is no label."""
    return DETAILS.get(fold(label))


def begins_other_sessions(line: str) -> bool:
    """Whether what follows a line is no part of this session."""
    label = fold(COUNT.sub("", line))
    is_listed = label in OTHER_SESSIONS or label in OTHER_STORIES
    return is_listed or OTHERS.fullmatch(label) is not None
