"""Whom a pronoun, a bare name or a part of one means on a page; where two may be, nobody is."""

from __future__ import annotations

import pytest

from rostrum.parsing.parse import parse
from rostrum.reading import read

WORDS = "“The shore is longer than any law that was ever made for it,”"
ADA = f"<p>{WORDS} said Ada Lund, mayor of Skelling.</p>"


def said(*blocks: str) -> list[tuple[str | None, str | None]]:
    """The name and the position of each quote of a page."""
    body = "".join(block if block.startswith("<") else f"<p>{block}</p>" for block in blocks)
    page = f"<html><head><title>Shore</title></head><body><h1>Shore</h1>{body}</body></html>"
    quotes = parse(read(page.encode(), "text/html; charset=utf-8"), "report").quotes
    return [
        (
            one.speaker.name.text if one.speaker.name else None,
            one.speaker.position.text if one.speaker.position else None,
        )
        for one in quotes
    ]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        pytest.param(
            [ADA, f"Brask was not persuaded. Jan Brask keeps the ferry. {WORDS} he replied."],
            ("Jan Brask", None),
            id="a full name since the last words",
        ),
        pytest.param(
            [
                "The captain Jan Brask keeps the books.",
                ADA,
                f"Mr. Brask rejected the claim. {WORDS} he said.",
            ],
            ("Jan Brask", "captain"),
            id="a surname since the last words",
        ),
        pytest.param(
            ["Linguist Roxanne Vidal has spent six years with it.", f"{WORDS} Vidal says."],
            ("Roxanne Vidal", "Linguist"),
            id="a given name that no list has",
        ),
        pytest.param(
            [ADA, f"A farmer from the north disagreed. {WORDS} she said."],
            (None, None),
            id="somebody unnamed may be meant",
        ),
        pytest.param(
            [
                ADA,
                f"Later Jan Brask met Tom Weil at the quay, and both were late. {WORDS} he said.",
            ],
            (None, None),
            id="two may be meant",
        ),
        pytest.param(
            [ADA, f"Thomas Weil agreed. {WORDS} she said."],
            (None, None),
            id="of another gender",
        ),
        pytest.param(
            [f"Beryl Innes, the independent mediator, declined to tell but added: {WORDS[:-2]}.”"],
            ("Beryl Innes", "independent mediator"),
            id="an apposition ends where the sentence goes on",
        ),
        pytest.param(
            [f"Baljit Sandhu, who opened the bakery with her brothers, said: {WORDS[:-2]}.”"],
            ("Baljit Sandhu", None),
            id="a clause is no position",
        ),
        pytest.param(
            [f"A spokesperson for the Inspectorate said on Thursday: {WORDS[:-2]}.”"],
            (None, "spokesperson for the Inspectorate"),
            id="whom nobody names",
        ),
    ],
)  # fmt: skip
def test_who_spoke_last(blocks, expected):
    assert said(*blocks)[-1] == expected


RUSSIAN = "«Берег длиннее любого закона, который для него написан»"


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        pytest.param(
            [f"{RUSSIAN}, — подчеркнула заведующая береговой лабораторией Анна Рогожкина."],
            ("Анна Рогожкина", "заведующая береговой лабораторией"),
            id="all between the verb and the name",
        ),
        pytest.param(
            [f"{RUSSIAN}, — сказал он на встрече с Иваном Петровым."],
            (None, None),
            id="a name behind a preposition",
        ),
        pytest.param(
            [f"{RUSSIAN}, — сказала жительница Долгого Мыса."],
            (None, "жительница Долгого Мыса"),
            id="a place is no name",
        ),
        pytest.param(
            [f"{RUSSIAN}, — рассказала директор Дома культуры посёлка Зарецкого Полина Райская."],
            ("Полина Райская", "директор Дома культуры посёлка Зарецкого"),
            id="a place before the name",
        ),
        pytest.param(
            [
                f"{RUSSIAN}, — сказала хранитель реки Мария Ильинична Костецкая.",
                "— Когда я захожу сюда, я слышу лёд, — вспоминает Мария Ильинична. — Он трещит.",
            ],
            ("Мария Ильинична Костецкая", "хранитель реки"),
            id="given name and patronymic",
        ),
        pytest.param(
            [
                "Денис Окунев измерил лёд.",
                f"По словам Дениса Окунева, {RUSSIAN}.",
            ],
            ("Денис Окунев", None),
            id="the nominative that the page prints",
        ),
        pytest.param(
            [
                "Как рассказал секретарь суда Иван Петров, встреча пройдет в пятницу.",
                f"{RUSSIAN}, — сказал он.",
            ],
            ("Иван Петров", "секретарь суда"),
            id="a clause behind the name",
        ),
        pytest.param(
            [f"{RUSSIAN} (Герман Сташин, судья Волокского суда)."],
            ("Герман Сташин", "судья Волокского суда"),
            id="in brackets",
        ),
    ],
)
def test_who_spoke_last_in_russian(blocks, expected):
    assert said(*blocks)[-1] == expected


def test_a_comma_that_stands_alone_is_no_word():
    words = f"<blockquote><p>{WORDS[1:-2]}.</p><p>Ada Lund , , judge</p></blockquote>"
    assert said(ADA, words)[0] == ("Ada Lund", "mayor of Skelling")


def test_a_link_to_another_page_is_no_record():
    teaser = f'<ul><li><a href="/x">{WORDS[:-2]}”, warns Tom Weil, a director</a></li></ul>'
    assert said(ADA, "<p>The session ended at six, and the ferry left.</p>", teaser) == [
        ("Ada Lund", "mayor of Skelling")
    ]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        pytest.param(
            [
                "Talks closed at the Fourth Lake Sevra Water Dialogue.",
                (
                    "According to Dr. Beatriz Amoedo, Executive Secretary of the Sevra Commission, "
                    f"this clause is new. {WORDS} she observed."
                ),
            ],
            ("Beatriz Amoedo", "Executive Secretary of the Sevra Commission"),
            id="no lake",
        ),
        pytest.param(
            [
                f"{WORDS} said João Leilua, Prime Minister of Tivoa.",
                (
                    "Zzyrk Quorl told the hall that the patrol would sail. The Minister added: "
                    f"{WORDS[:-2]}.”"
                ),
            ],
            (None, "Minister"),
            id="the Minister is no Prime Minister",
        ),
        pytest.param(
            [
                "Its Foreign Minister, María de los Ángeles Ybarra y Fuentes, came late.",
                f"{WORDS} said Ms. Ybarra y Fuentes.",
            ],
            ("María de los Ángeles Ybarra y Fuentes", "Foreign Minister"),
            id="a name of many small words",
        ),
        pytest.param(
            [
                (
                    "Аркадий Шмелёв от комментариев отказался. «Я пекарь, а не товар, и так будет "
                    "всегда», — заявил он “Ведомостям Поволжья” и ушёл."
                ),
            ],
            ("Аркадий Шмелёв", None),
            id="no newspaper",
        ),
        pytest.param(
            [
                "Говорила Фарида Нуриевна Галеева, заведующая библиотекой села Старый Кирмень.",
                (
                    "Галеева позвала всех в Старый Кирмень. «Приезжайте после шести, раньше у нас "
                    "закрыто», – сказала Галеева."
                ),
            ],
            (
                "Фарида Нуриевна Галеева",
                "заведующая библиотекой села Старый Кирмень",
            ),
            id="no village",
        ),
        pytest.param(
            [
                (
                    "«Уголь умеет обманывать всех, кто его ищет», — считает профессор Университета "
                    "Тромсдаля Бьёрн-Арне Хаугланд."
                ),
            ],
            ("Бьёрн-Арне Хаугланд", "профессор Университета Тромсдаля"),
            id="the place of a university",
        ),
        pytest.param(
            [f"Not so, countered Ewa Hahn, whose firm runs reefers: {WORDS[:-2]}.”"],
            ("Ewa Hahn", None),
            id="a verb behind a word of its own",
        ),
        pytest.param(
            [f"{WORDS} says the 46-year-old mother of seven."],
            (None, "46-year-old mother of seven"),
            id="nobody named, with her age",
        ),
        pytest.param(
            [
                f"A spokesperson for the Department for Floods and Rivers said: {WORDS[:-2]}.”",
            ],
            (None, "spokesperson for the Department for Floods and Rivers"),
            id="a house of two things",
        ),
        pytest.param(
            [
                "Zdenka Hribar is the keeper of public clocks for the Tarn Trust, which pays her.",
                f"{WORDS} said Hribar.",
            ],
            ("Zdenka Hribar", "keeper of public clocks for the Tarn Trust"),
            id="what somebody is said to be",
        ),
        pytest.param(
            [f"<blockquote><p>{WORDS[1:-2]}.</p><footer>Ada Lund, Telegram</footer></blockquote>"],
            ("Ada Lund", None),
            id="a network is no position",
        ),
        pytest.param(
            [f"<p>{WORDS[:-2]}.” – Colonel Bekzod Yo‘ldoshev, First Deputy Head, Customs.</p>"],
            ("Bekzod Yo‘ldoshev", "First Deputy Head, Customs"),
            id="a rank, and a turned comma in a name",
        ),
        pytest.param(
            [f"{WORDS} said the daughter of one of the jailed deputies."],
            (None, "daughter of one of the jailed deputies"),
            id="somebody's daughter",
        ),
        pytest.param(
            ["Mpho Letlatsa, 54, shows a field.", f"{WORDS} said Letlatsa."],
            ("Mpho Letlatsa", None),
            id="what somebody does behind their age",
        ),
        pytest.param(
            [
                (
                    "Professor Dieter Hohenwarth, Chair of Law at Norvik, distinguished between "
                    f"tools. The former had been there for years. {WORDS} he observed."
                )
            ],
            ("Dieter Hohenwarth", "Chair of Law at Norvik"),
            id="the main verb behind a position, and former things",
        ),
        pytest.param(
            [f"Mayor of Upper Tolmar Goran TEKELI: {WORDS[:-2]}.”"],
            ("Goran TEKELI", "Mayor of Upper Tolmar"),
            id="a place of two words",
        ),
        pytest.param(
            [
                (
                    "Депутат Народного собрания Тавридонии Давлатали Шохзода сказал: «Это первый "
                    "документ, который можно внести в парламент»."
                ),
            ],
            ("Давлатали Шохзода", "Депутат Народного собрания Тавридонии"),
            id="a land in the genitive",
        ),
        pytest.param(
            [
                "Министр здравоохранения Акмарал Сеитжан приняла участие в съезде.",
                (
                    "«Я приеду без предупреждения и посмотрю не слайды», — предупредила глава "
                    "Минздрава."
                ),
            ],
            ("Акмарал Сеитжан", "Министр здравоохранения"),
            id="the head of a ministry in one word",
        ),
        pytest.param(
            ["Один из членов жюри признался газете: «Я голосовал против, а теперь цитирую её»."],
            (None, "Один из членов жюри"),
            id="one of several",
        ),
    ],
)
def test_the_last_words_are_theirs(
    blocks: list[str], expected: tuple[str | None, str | None]
) -> None:
    assert said(*blocks)[-1] == expected
