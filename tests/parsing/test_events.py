"""The gathering that a page is of: by its name, where certain; none rather than a wrong one."""

from __future__ import annotations

import pytest

from rostrum.parsing.events import find_event
from rostrum.records import Cut


def cuts(*texts: str) -> list[Cut]:
    return [Cut(text, 0, len(text)) for text in texts]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("At the Saltmere Shore Forum 2023 they looked at algae.", "Saltmere Shore Forum 2023"),
        (
            "It took place on the margins of the Ostrel Trade Forum – 2019.",
            "Ostrel Trade Forum – 2019",
        ),
        ("Three hundred guests took part in Mending Summit last week.", "Mending Summit"),
        (
            "From May on the Ninth Congress of Lake Towns brought 620 to Ostrel.",
            "Ninth Congress of Lake Towns",
        ),
        (
            "Об этом на международном форуме Lake Days 2024 рассказала мэр.",
            "международном форуме Lake Days 2024",
        ),
        (
            "Состоялась Озёрная конференция с международным участием «Лёд и вода».",
            "Озёрная конференция с международным участием «Лёд и вода»",
        ),
        (
            "Он провёл Озёрное совещание по модернизации коммунальной инфраструктуры.",
            "Озёрное совещание по модернизации коммунальной инфраструктуры",
        ),
        ("The Institute convened the eleventh Ostrel Dialogue on boats.", "Ostrel Dialogue"),
        (
            "В Осте завершился IX съезд Профсоюза работников лесного хозяйства. Выбрали совет.",
            "IX съезд Профсоюза работников лесного хозяйства",
        ),
        (
            "Завершил работу I Съезд смотрителей маяков северных островов и принял устав.",
            "I Съезд смотрителей маяков северных островов",
        ),
        (
            "Прошло двенадцатое заседание Комиссии соседей по чистой воде. Спорили.",
            "двенадцатое заседание Комиссии соседей по чистой воде",
        ),
        ("Пленум Верховного Суда принял постановление о лодках.", None),
        (
            "Delegates to the 9th Congress of the Lake Guild Congress voted twice.",
            "9th Congress of the Lake Guild Congress",
        ),
        (
            "The 2024 Annual Meeting of Ferries was the first on ice.",
            "2024 Annual Meeting of Ferries",
        ),
        (
            "В рамках Озёрного инвестиционного конгресса обсудили порт.",
            "Озёрного инвестиционного конгресса",
        ),
        ("Вчера состоялся круглый стол «Год спустя» о лодках.", "круглый стол «Год спустя»"),
        (
            "Международная конференция «Лёд» началась 27 сентября.",
            "Международная конференция «Лёд»",
        ),
        ("В порту прошли VII Озёрные водные чтения.", "VII Озёрные водные чтения"),
        ("Школьники пришли на конференцию «Лёд».", None),
        (
            "Held alongside the Lake Towns Conference on Ferries.",
            "Lake Towns Conference on Ferries",
        ),
        ("The Ostrel Book Fair had brought together four towns.", "Ostrel Book Fair"),
        ("Отчёт о круглом столе «Чья вода».", "круглом столе «Чья вода»"),
        ("Вчера прошёл V расширенный пленум рыбаков.", "V расширенный пленум рыбаков"),
        ("На полях Озёрного форума обозреватель спросил.", "Озёрного форума"),
        ("LakeTech 2024 closes with more boats than guests", "LakeTech 2024"),
        ("Выставка завершилась: чем запомнилась «ПромЛодка-2025»", "ПромЛодка-2025"),
        ("The Annual Report 2024 was adopted.", None),
        (
            "They spoke at the 14th session of the Standing Committee on Inland Waterways.",
            "14th session of the Standing Committee on Inland Waterways",
        ),
        (
            "The 62nd Sitting of the Lake Assembly continued on Tuesday.",
            "62nd Sitting of the Lake Assembly",
        ),
        (
            "Whose boats these are was the subject of the Symposium on Ferries.",
            "Symposium on Ferries",
        ),
        ("Day two of the Lake Towns Congress was given to farmers.", "Lake Towns Congress"),
        (
            "Last week our team took part in the 2nd Congress on Quiet Ports.",
            "2nd Congress on Quiet Ports",
        ),
        (
            "The XII World Assembly of Lake Medicine opened in Ostrel.",
            "XII World Assembly of Lake Medicine",
        ),
        ("Unlike last year at the Lake Towns Congress, they were brief.", None),
        (
            "Вчера состоялось выездное заседание комитета по причалам и малым лодкам. Было сыро.",
            "выездное заседание комитета по причалам и малым лодкам",
        ),
        (
            "Расширенное заседание Совета по озёрам прошло сегодня.",
            "Расширенное заседание Совета по озёрам",
        ),
        (
            "В Ладном прошло XVI общее собрание Союза лодочных домов.",
            "XVI общее собрание Союза лодочных домов",
        ),
        ("Порт пуст. IX конференция «Причал» искала виноватых.", "IX конференция «Причал»"),
        ("Три дня заседал Седьмой съезд сельских лодочников.", "Седьмой съезд сельских лодочников"),
        ("Об этом стало известно на Форуме малой авиации в порту.", "Форуме малой авиации"),
        ("На Всероссийский съезд валяльщиков приехали 83.", "Всероссийский съезд валяльщиков"),
        ("В порту завершилась Зимняя школа по палеонтологии.", "Зимняя школа по палеонтологии"),
        ("That was the opposite of the 2024 Marlow Symposium, they say.", None),
        ("It opened the 2024 Marlow Symposium on soil.", "2024 Marlow Symposium"),
        ("They came to Ostrel for PackLine 2025, the yearly trade show.", "PackLine 2025"),
        ("Ahead of the Harbour Cities Forum they talked of tides.", "Harbour Cities Forum"),
        ("На конференции «Весенние чтения» спорили о лодках.", "Весенние чтения"),
        (
            "Фестиваль немого кино «Лодка» в девятый раз пройдёт в Остреле.",
            "Фестиваль немого кино «Лодка»",
        ),
        ("Сегодня состоялось тридцать первое заседание думы.", "тридцать первое заседание"),
        ("The port asked the fleets to its Winter Roundtable on Ice.", "Winter Roundtable on Ice"),
        ("Here are the voices from the plenary of the Lake Congress.", "Lake Congress"),
        ("At last year’s Saltmere Shore Forum they looked at algae.", None),
        ("They will meet again at the next Saltmere Shore Forum.", None),
        ("According to the World Shore Forum, algae are dear.", None),
        ("They spoke at the Forum.", None),
        ("На форуме говорили о лодках.", None),
        ("At the Ostrel Forum and at the Skelling Forum they looked at algae.", None),
    ],
)
def test_prose(paragraph: str, expected: str | None) -> None:
    found = find_event([], cuts(paragraph))
    assert expected == (found.text if found else None)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Session summary · 4 June 2025 · Lake Towns Congress", "Lake Towns Congress"),
        ("Уральский форум теплоэнергетиков", "Уральский форум теплоэнергетиков"),
        ("Summary: Fourth Round Table on Ferries", "Fourth Round Table on Ferries"),
        ("Port Day 2012: a longer quay", "Port Day 2012"),
        (
            "Conference of Lake States, Sixth Session, 1st Meeting",
            "Conference of Lake States, Sixth Session",
        ),
        ("Дума → Новости → Двенадцатое заседание", "Двенадцатое заседание"),
        ("14 июня 2023Озёрный водный форум", "Озёрный водный форум"),
        ("Press release Plenary session 18-03-2025", "Plenary session"),
        ("Voices of the Forum", None),
        ("Annual Conference", None),
        ("Форум", None),
    ],
)
def test_lines(line: str, expected: str | None) -> None:
    found = find_event(cuts(line), [])
    assert expected == (found.text if found else None)


def test_the_one_that_is_named_most_often() -> None:
    paragraphs = cuts(
        "At the Ostrel Forum they ate.",
        "At the Lake Forum they spoke.",
        "It was held at the Lake Forum.",
    )
    found = find_event([], paragraphs)
    assert found
    assert found.text == "Lake Forum"


def test_the_fuller_name_is_better_and_one_without_capitals_throughout() -> None:
    told = cuts("Саммит «Лёд»: главное", "В порту прошёл III саммит «Лёд».", "Саммит «Лёд»")
    found = find_event(told[:1] + told[2:], told[1:2])
    assert found
    assert found.text == "III саммит «Лёд»"
    shouted = cuts("КРУГЛЫЙ СТОЛ «ЛОДКА И ЛЁД»")
    found = find_event(shouted, cuts("В порту состоялся круглый стол «Лодка и лёд»."))
    assert found
    assert found.text == "круглый стол «Лодка и лёд»"


def test_a_clause_that_opens_a_hearing_is_no_name() -> None:
    assert find_event(cuts("Открывая слушания, спикер был краток."), []) is None


def test_the_head_names_it_where_the_text_speaks_of_one() -> None:
    heads = cuts("Who pays? | Lake Forum")
    assert find_event([], cuts("They spoke of ferries."), heads) is None
    found = find_event([], cuts("On its second day the forum spoke of ferries."), heads)
    assert found
    assert found.text == "Lake Forum"


def test_a_russian_name_is_as_it_stands_by_itself() -> None:
    around = cuts("Лодки — Озёрный водный форум")
    told = cuts("Сессия прошла в рамках Озёрного водного форума.")
    found = find_event([], told, around=around)
    assert found
    assert found.text == "Озёрный водный форум"
    assert find_event([], cuts("Сессия прошла в порту."), around=around) is None


def test_a_russian_name_in_its_first_case_is_better() -> None:
    told = cuts("Итоги выставки «Лодка-2021»", "В порту завершила работу выставка «Лодка-2021».")
    found = find_event([], told)
    assert found
    assert found.text == "выставка «Лодка-2021»"


def test_a_title_that_says_what_it_recaps() -> None:
    found = find_event([], cuts("Harbours After Dark – conference recap"))
    assert found
    assert found.text == "Harbours After Dark"


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            ["The Conference on Lake Trade, organised by the Committee, opened with figures."],
            "Conference on Lake Trade",
        ),
        (["The Convention on Lake Sound, held to be weak, was named."], None),
        (["The Lake Roundtable, held at Skelling, was long.", "So was the Port Forum."], None),
        (
            [
                "Так решили на конференции «Лёд и вода», которую 2 июля провёл союз.",
                "Через год конференция «Лёд и вода» пройдёт снова.",
            ],
            "конференция «Лёд и вода»",
        ),
        (
            [
                "Рост будет в следующем году, заявил на X ежегодном конгрессе «Диалог» мэр.",
                "Конгресс «Диалог» проводится с 2015 года.",
            ],
            "Конгресс «Диалог»",
        ),
        (
            ["Report of the Third Lake Forum", "The Third Lake Forum took place."],
            "Third Lake Forum",
        ),
    ],
)
def test_the_only_one_that_a_page_names(paragraphs: list[str], expected: str | None) -> None:
    found = find_event([], cuts(*paragraphs))
    assert expected == (found.text if found else None)


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            [
                "Всероссийский форум городской воды «Двор» собрал архитекторов.",
                "На круглом столе «Чья лужа?» спорили долго.",
            ],
            "Всероссийский форум городской воды «Двор»",
        ),
        (
            ["They meet from next year on, closing the talks at the Fourth Lake Dialogue."],
            "Fourth Lake Dialogue",
        ),
        (["They will see it at next year’s Lake Forum."], None),
        (
            ["The session was held under the Orvelsk Economic Forum 2024 in Tarn."],
            "Orvelsk Economic Forum 2024",
        ),
        (
            ["The tenth edition of the World Cement & Lime Congress ended yesterday."],
            "World Cement & Lime Congress",
        ),
        (
            ["The 16th Summit of the Heads of State of the Five Straits on Friday approved it."],
            "16th Summit of the Heads of State of the Five Straits",
        ),
        (
            ["В Тарне прошёл Шестой Всемирный конгресс сравнительного правоведения."],
            "Шестой Всемирный конгресс сравнительного правоведения",
        ),
    ],
)
def test_a_forum_and_what_is_held_at_it(paragraphs: list[str], expected: str | None) -> None:
    found = find_event([], cuts(*paragraphs))
    assert (found and found.text) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Session outcomes · Lake Rail Assembly 2025", "Lake Rail Assembly 2025"),
        (
            "Council, Forty-Fourth Session, 2nd & 3rd Meetings (AM & PM)",
            "Council, Forty-Fourth Session",
        ),
        (
            "Ninth Meeting of the Conference of the Parties to the Convention on Mires • 9–13 June",
            "Ninth Meeting of the Conference of the Parties to the Convention on Mires",
        ),
        ("Secretariat of the Lake Resources Dialogue", None),
        ("Lake Assembly", None),
    ],
)
def test_a_line_beside_the_title(line: str, expected: str | None) -> None:
    found = find_event(cuts(line), cuts("It rained on all three days."))
    assert (found and found.text) == expected


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (
            "The 2025 Guild Bakers’ Convention wrapped up in Ostrel.",
            "2025 Guild Bakers’ Convention",
        ),
        (
            "She will open our autumn conference, Cities Below the Waterline, on 19 September.",
            "Cities Below the Waterline",
        ),
        (
            "We sat on Monday as the 41st Lake Convention of Ferrymen got under way.",
            "41st Lake Convention of Ferrymen",
        ),
        ("Они пришли на форум. Через неделю откроются VI Дни маяков.", "VI Дни маяков"),
        ("В порту состоялся III Областной день реабилитации.", "III Областной день реабилитации"),
        (
            "Guests came for our study day, Mended: A Symposium on Repairs. It rained.",
            "Mended: A Symposium on Repairs",
        ),
        (
            (
                "В Остреле прошло тридцать второе пленарное заседание Межпарламентской ассамблеи "
                "Озёрного союза."
            ),
            "тридцать второе пленарное заседание Межпарламентской ассамблеи Озёрного союза",
        ),
        (
            "Report on Session 7 of the Lake Resources Dialogue 2024, Ostrel",
            "Lake Resources Dialogue 2024",
        ),
    ],
)
def test_prose_of_one_gathering(paragraph: str, expected: str) -> None:
    found = find_event([], cuts(paragraph))
    assert found
    assert found.text == expected


@pytest.mark.parametrize("head", ["X Озёрный лесной форум", "12th Lake Law Forum"])
def test_a_numbered_gathering_of_the_head_is_the_page_s(head: str) -> None:
    found = find_event([], cuts("It rained on all three days."), cuts(head))
    assert found
    assert found.text == head


def test_a_site_s_name_without_a_number_is_not() -> None:
    assert find_event([], cuts("It rained on all days."), cuts("Lake Law Forum")) is None


def test_what_opens_within_a_gathering_is_not_the_page_s() -> None:
    told = "Завершил работу I Съезд смотрителей северных маяков."
    opened = "В рамках Съезда открылась выставка «Вещи у воды»."
    found = find_event([], cuts(told, opened))
    assert found
    assert found.text == "I Съезд смотрителей северных маяков"
