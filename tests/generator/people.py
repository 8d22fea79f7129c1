"""Invented people: names of many makes, positions with their roles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from random import Random

Language = Literal["en", "ru"]
Roles = tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Position:
    """The words after a name, and the roles a careful reader cuts them into."""

    text: str
    roles: Roles


@dataclass(frozen=True, slots=True)
class Person:
    """One who speaks.

    Attributes:
        surname: the part of the name that later mentions use.
        honorific: what stands before the name and is no part of it, with its space.
        brief: a position without commas, fit to stand before the name.
        group: printed in brackets after the name, with the country, by some attributions.
        country: a country of this world, since its ISO code is certain.
    """

    name: str
    surname: str
    is_woman: bool
    honorific: str
    position: Position
    brief: Position
    group: str
    country: str
    country_code: str


EN_MEN = "Dmitar Petar Jan Tomas Otto Emrik Yusuf Lorenz Ruben Ivo Anders Callum".split()
EN_WOMEN = "Ada Tove Salome Ottilie Yrsa Beatrix Lidia Mirela Ingrid Farida Noor Greta".split()
EN_SURNAMES = (
    "Holm Vesnik Calloway Ridder Oland Brask Hald Lindqvist Jankauskas Weil Skarre Tellmann O’Rell "
    "McArden Brask-Holm Lund-Ferrer Østrem Žilinsky Núñez Marchetti"
).split()
EN_PARTICLES = ("van der Brask", "de la Mora", "von Ardenne", "al-Haddad", "bin Rashid", "di Salvo")
MIDDLES = ("Martin", "Elis", "Maria", "Noel", "Jonas")

RU_MEN = "Игорь Егор Павел Антон Руслан Тимур Виктор Степан Алексей Юрий".split()
RU_WOMEN = "Анна Ольга Дарья Лидия Марина Вера Ирина Елена Тамара Алия".split()
RU_PATRONYMICS = (
    ("Павлович", "Павловна"),
    ("Ильич", "Ильинична"),
    ("Сергеевич", "Сергеевна"),
    ("Тимурович", "Тимуровна"),
)
RU_SURNAMES = (
    ("Вельский", "Вельская"),
    ("Дроздов", "Дроздова"),
    ("Белых", "Белых"),
    ("Коваленко", "Коваленко"),
    ("Лавринец", "Лавринец"),
    ("Семёнов-Тарнский", "Семёнова-Тарнская"),
    ("Алиев", "Алиева"),
    ("фон Эрт", "фон Эрт"),
    ("Заречный", "Заречная"),
    ("Сабиров", "Сабирова"),
)

GROUPS = ("RUL", "Greens", "LDA", "S&P", "The Shore")
COUNTRIES = (
    ("Poland", "PL"),
    ("Portugal", "PT"),
    ("Germany", "DE"),
    ("Romania", "RO"),
    ("Denmark", "DK"),
    ("Spain", "ES"),
)

EN_ROLES = ("Director", "Deputy Director", "Rector", "Chief Engineer", "General Director", "Head")
EN_BODIES = (
    "Institute of River Law",
    "Port Authority of Skelling",
    "Union of Independent Notaries",
    "Commission on Shared Waters",
    "Federal Agency for Small Enterprise",
    "Brackwater University",
    "Council of Upland Towns",
    "Ministry of Water Resources",
)
EN_STATE = (
    "Minister of Justice of the Republic of Orvenia",
    "Deputy Minister of Water Resources of the Republic of Orvenia",
    "Mayor of Skelling",
    "Governor of Skelling Region",
    "Prosecutor General of the Republic of Orvenia",
)
EN_BRIEF = (
    Position("Rapporteur", (("Rapporteur", None),)),
    Position("Justice Minister", (("Justice Minister", None),)),
    Position("Chief Engineer", (("Chief Engineer", None),)),
    Position("Director of the River Trust", (("Director", "River Trust"),)),
    Position("Committee Chair", (("Committee Chair", None),)),
)
"""None ends in a word that could be a given name: `Mayor of Skelling Ada Lund` has two readings."""

RU_ROLES = ("директор", "ректор", "вице-президент", "главный инженер", "генеральный директор")
RU_BODIES = (
    ("Институт речного права", "Института речного права"),
    ("Комиссия по северным рекам", "Комиссии по северным рекам"),
    ("Союз независимых нотариусов", "Союза независимых нотариусов"),
    ("Управление малых рек", "Управления малых рек"),
    ("Университет Скеллинга", "Университета Скеллинга"),
    ("Фонд «Тарнская долина»", "Фонда «Тарнская долина»"),
)
RU_STATE = (
    "министр юстиции Республики Орвения",
    "заместитель министра водных ресурсов Республики Орвения",
    "мэр города Скеллинг",
    "губернатор Тарнской области",
)


def invent_person(rng: Random, language: Language) -> Person:
    """A person, named and titled in the way of the language."""
    is_woman = rng.random() < 0.5
    name, surname = (
        english_name(rng, is_woman=is_woman)
        if language == "en"
        else russian_name(rng, is_woman=is_woman)
    )
    country, code = rng.choice(COUNTRIES)
    honorifics = ("Dr. ", "H.E. ", "Ms. " if is_woman else "Mr. ")
    has_honorific = language == "en" and rng.random() < 0.1
    return Person(
        name=name,
        surname=surname,
        is_woman=is_woman,
        honorific=rng.choice(honorifics) if has_honorific else "",
        position=english_position(rng) if language == "en" else russian_position(rng),
        brief=rng.choice(EN_BRIEF) if language == "en" else russian_brief(rng),
        group=rng.choice(GROUPS),
        country=country,
        country_code=code,
    )


def english_name(rng: Random, *, is_woman: bool) -> tuple[str, str]:
    """A name and its surname."""
    given = rng.choice(EN_WOMEN if is_woman else EN_MEN)
    surname = rng.choice(EN_SURNAMES)
    match rng.randrange(8):
        case 0:
            surname = rng.choice(EN_PARTICLES)
        case 1:
            given = f"{given} {rng.choice(MIDDLES)}"
        case 2:
            given = f"{given} {rng.choice('ABEKLNT')}."
        case 3:
            given = f"{given[0]}. {rng.choice('ABEKLNT')}."
        case 4:
            surname = surname.replace("O’Rell", "Orell").replace("McArden", "Arden").upper()
        case 5:
            given = f"{given}-{rng.choice(MIDDLES)}"
    return f"{given} {surname}", surname


def russian_name(rng: Random, *, is_woman: bool) -> tuple[str, str]:
    """A name and its surname, both in the forms of the sex."""
    given = rng.choice(RU_WOMEN if is_woman else RU_MEN)
    patronymic = rng.choice(RU_PATRONYMICS)[is_woman]
    surname = rng.choice(RU_SURNAMES)[is_woman]
    match rng.randrange(6):
        case 0:
            return f"{given} {patronymic} {surname}", surname
        case 1:
            return f"{given[0]}. {patronymic[0]}. {surname}", surname
        case 2 if surname[0].isupper():
            return f"{given} {surname.upper()}", surname.upper()
    return f"{given} {surname}", surname


def english_position(rng: Random) -> Position:
    """A position of one or two roles."""
    role, body = rng.choice(EN_ROLES), rng.choice(EN_BODIES)
    other = rng.choice([name for name in EN_BODIES if name != body])
    match rng.randrange(7):
        case 0:
            state = rng.choice(EN_STATE)
            return Position(state, ((state, None),))
        case 1:
            return Position("Judge", (("Judge", None),))
        case 2:
            return Position(f"{role} of the {body}", ((role, body),))
        case 3:
            text = f"{role}, {body}; Member, {other}"
            return Position(text, ((role, body), ("Member", other)))
        case 4:
            text = "Professor of Law at Brackwater University"
            return Position(text, (("Professor of Law", "Brackwater University"),))
    return Position(f"{role}, {body}", ((role, body),))


def russian_position(rng: Random) -> Position:
    """A position of one or two roles; the organization in its own case or governed."""
    role = rng.choice(RU_ROLES)
    body, governed = rng.choice(RU_BODIES)
    other = rng.choice([name for name, _ in RU_BODIES if name != body])
    match rng.randrange(6):
        case 0:
            state = rng.choice(RU_STATE)
            return Position(state, ((state, None),))
        case 1:
            return Position(f"{role} {governed}", ((role, governed),))
        case 2:
            text = f"{role}, {body}; член, {other}"
            return Position(text, ((role, body), ("член", other)))
        case 3:
            text = f"{role} {governed}, профессор"
            return Position(text, ((role, governed), ("профессор", None)))
    return Position(f"{role}, {body}", ((role, body),))


def russian_brief(rng: Random) -> Position:
    """A position that may stand before the name; none ends in a bare name of a place."""
    if rng.random() < 0.3:
        state = rng.choice(("министр юстиции", "губернатор Тарнской области"))
        return Position(state, ((state, None),))
    role = rng.choice(RU_ROLES)
    governed = rng.choice([name for _, name in RU_BODIES if not name.endswith("Скеллинга")])
    return Position(f"{role} {governed}", ((role, governed),))
