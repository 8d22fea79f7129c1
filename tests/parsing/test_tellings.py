"""Who speaks, and what they are: tellings without a verb of speech, and where positions end."""

from __future__ import annotations

import pytest
from tests.parsing.test_telling import RUSSIAN, WORDS, told


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (
            [
                (
                    "Mrs. Ada Lund, Deputy Commissioner of the Water Office, cut the "
                    f"ribbon. “{WORDS},” she told the crowd."
                )
            ],
            [("Ada Lund", "Deputy Commissioner of the Water Office")],
        ),
        (
            [
                (
                    "Jan Brask, a doctoral student in Lund's lab, spent his summers "
                    f"recording bees. “{WORDS},” Brask said."
                )
            ],
            [("Jan Brask", "doctoral student in Lund's lab")],
        ),
        (
            [f"<blockquote>“{WORDS}.”</blockquote><p>— Ada Lund, closing the camp</p>"],
            [("Ada Lund", None)],
        ),
        (
            [
                (
                    "It was signed today by Ada Lund, Chief Executive Officer of Norvik’s "
                    "Heat division, and Mayor Jan Brask."
                ),
                f"“{WORDS},” said Ada Lund.",
            ],
            [("Ada Lund", "Chief Executive Officer of Norvik’s Heat division")],
        ),
        (
            [(f"«{RUSSIAN}», – сказал корреспонденту клубного сайта вратарь Георгий Лось.")],
            [("Георгий Лось", "вратарь")],
        ),
        (
            [(f"«{RUSSIAN}», – рассказал журналистам эксперт Института Союза Глеб Лось.")],
            [("Глеб Лось", "эксперт Института Союза")],
        ),
        (
            [
                (
                    f"— {RUSSIAN}, — подводит итог почтальон Гульсум Ибрагимова, сорок лет "
                    "возившая через Шачу газеты."
                )
            ],
            [("Гульсум Ибрагимова", "почтальон")],
        ),
        (
            [
                (
                    "Как заверил глава Ключинского округа Олег Лось, подъезд к школе тоже "
                    f"приведут в порядок. «{RUSSIAN}», – пообещал он."
                )
            ],
            [("Олег Лось", "глава Ключинского округа")],
        ),
        (
            [(f"«{RUSSIAN}», – не скрывает радости директор Ключинской школы Фания Хабибуллина.")],
            [("Фания Хабибуллина", "директор Ключинской школы")],
        ),
        (
            [
                (
                    "Speaking to reporters in Verrin after a visit, CFP Deputy Executive "
                    "Director Selamawit Tesfamariam described empty markets."
                ),
                f"“{WORDS},” she said.",
            ],
            [("Selamawit Tesfamariam", "CFP Deputy Executive Director")],
        ),
        (
            [
                (
                    "Souleymane ag Mohamed, regional manager at Banque du Delta, visited "
                    f"in March and left. “{WORDS},” he admits."
                )
            ],
            [("Souleymane ag Mohamed", "regional manager at Banque du Delta")],
        ),
        (
            [
                (
                    "But bus driver Ivaylo Genchev, whose route has grown, doubted it. "
                    f"“{WORDS},” he said."
                )
            ],
            [("Ivaylo Genchev", "bus driver")],
        ),
        (
            [
                (
                    "ADA LUND (Sahoré) took the floor to say that his Government could "
                    f"accept six months. “{WORDS},” she observed."
                )
            ],
            [("ADA LUND", None)],
        ),
        (
            [
                (
                    "The representative of Kuldane rejected it as “a licence”. Turning to "
                    f"the history, he said: “{WORDS}.”"
                )
            ],
            [(None, "representative of Kuldane")],
        ),
        (
            [
                (
                    "A spokesman for the Environment Ministry said the government would "
                    f'study the ruling. "{WORDS}," he said.'
                )
            ],
            [(None, "spokesman for the Environment Ministry")],
        ),
        (
            [
                (
                    "Ada Lund, who is facilities lead at Norvik County Council, told us "
                    f"how long it took: “{WORDS}.”"
                )
            ],
            [("Ada Lund", "facilities lead at Norvik County Council")],
        ),
        (
            [
                (
                    "Listen to the recording that marine acoustician Gerald Lund played to "
                    f"ministers. It lasts forty seconds. “{WORDS},” he told them."
                )
            ],
            [("Gerald Lund", "marine acoustician")],
        ),
        (
            [f'Mr. Duc Thanh Pelletier (rice grower, Lower Delta): "{WORDS}."'],
            [("Duc Thanh Pelletier", "rice grower, Lower Delta")],
        ),
        (
            [
                (
                    "Answering questions, the Chairman of the Association of Owners "
                    f'"Rabat", Ada Lund, recalled the winter: "{WORDS}".'
                )
            ],
            [("Ada Lund", 'Chairman of the Association of Owners "Rabat"')],
        ),
        (
            [
                (
                    "In his turn, Executive Secretary of the Routes Programme Jean-Luc "
                    "Lund highly appreciated the readiness of the parties and stated: "
                    f'"{WORDS}."'
                )
            ],
            [("Jean-Luc Lund", "Executive Secretary of the Routes Programme")],
        ),
        (
            [
                (
                    "The second room is open. Brask Lund-Peters, who teaches there on "
                    f"Saturdays, promises nothing: ‘{WORDS}.’"
                )
            ],
            [("Brask Lund-Peters", None)],
        ),
        (
            [
                (
                    "That, according to Ada Lund, Country Director, Table & Seed, is the "
                    f'heart of the matter: "{WORDS}."'
                )
            ],
            [("Ada Lund", "Country Director, Table & Seed")],
        ),
        ([f"Ada Lund puts it plainly. “{WORDS}. We do not have enough.”"], [("Ada Lund", None)]),
        ([f"Lund-Peters’s answer, by text message: “{WORDS}.”"], []),
        ([f"Ada Lund came. Lund’s answer, by text message: “{WORDS}.”"], [("Ada Lund", None)]),
        ([f"Как пояснил Борис Лось, объезда не существует: «{RUSSIAN}»."], [("Борис Лось", None)]),
        (
            [
                (
                    "Командир отряда Гиви Окропирович Надирадзе говорить не любит. "
                    f"«{RUSSIAN}», — коротко сообщил Гиви Окропирович."
                )
            ],
            [("Гиви Окропирович Надирадзе", "Командир отряда")],
        ),
        (
            [
                (
                    f'Как рассказал прораб, берег слаб. "{RUSSIAN}", - отметил в конце '
                    "встречи глава района."
                )
            ],
            [(None, "глава района")],
        ),
        (
            [
                (
                    "Источник неизвестен. Со слов пресс-секретаря банка, «берег всё равно "
                    "никто не видел там»."
                )
            ],
            [(None, "пресс-секретаря банка")],
        ),
        (
            [(f'"{RUSSIAN}", - открыл съезд исполнительный директор ассоциации Ярополк Лось.')],
            [("Ярополк Лось", "исполнительный директор ассоциации")],
        ),
        (
            [
                (
                    f"«{RUSSIAN}, – прокомментировала эту норму главный врач Центра "
                    "медицины Лейла Мамедзаде. – И всё»."
                )
            ],
            [("Лейла Мамедзаде", "главный врач Центра медицины")],
        ),
        ([f"Исправлять его Пётр Лось отказался наотрез: «{RUSSIAN}»"], [("Пётр Лось", None)]),
        (
            [
                (
                    "The observer for the Order of the Lamp declared that “forgetting is a "
                    "grace which is granted by persons and cannot be granted by machines”."
                )
            ],
            [(None, "observer for the Order of the Lamp")],
        ),
        (
            [
                (
                    "She warned. ADA LUND, Executive Secretary of the Office, said that "
                    "only 9 of 63 sent data. She warned delegates that “no rule on notice "
                    "can work while the people do not know the level”, and asked for funds."
                )
            ],
            [("ADA LUND", "Executive Secretary of the Office")],
        ),
        (
            [
                (
                    "Ada Lund and Peter Brask came together. He was relieved and she was "
                    f"not. “{WORDS},” she said."
                )
            ],
            [("Ada Lund", None)],
        ),
        (
            [
                (
                    "Responding to a question from the observer for Norvik, Ada Lund "
                    f"clarified it. “{WORDS},” she said."
                )
            ],
            [("Ada Lund", None)],
        ),
        (
            [
                f"Ada Lund, deputy chief of Norvik, spoke: “{WORDS}.”",
                f"“{WORDS} too,” said Jan Brask.",
                (f"Asked about it, the deputy chief paused. “{WORDS} indeed,” she replied."),
            ],
            [
                ("Ada Lund", "deputy chief of Norvik"),
                ("Jan Brask", None),
                ("Ada Lund", "deputy chief of Norvik"),
            ],
        ),
        (
            [
                f"“{WORDS},” said Ada Lund.",
                (f"Asked about it, the harbour master paused. “{WORDS} indeed,” she replied."),
            ],
            [("Ada Lund", None), (None, None)],
        ),
        (
            [(f"Forty-four Fs were mended this year. Ada Lund stops. “{WORDS},” she says.")],
            [("Ada Lund", None)],
        ),
        (
            [
                (
                    "After a long meeting with Jan Brask, the chair of the trustees, Ada "
                    f"Lund, came out. “{WORDS},” she said."
                )
            ],
            [("Ada Lund", "chair of the trustees")],
        ),
        (
            ["Jan Brask, mayor, came.", "Ada Lund, judge, came later.", f"“{WORDS},” she said."],
            [("Ada Lund", "judge")],
        ),
        (
            [
                (
                    "Ada Lund, head of grids at Norvik, was ready to pay, but on one "
                    "condition. “Give me a date, and I will find you an investor.”"
                )
            ],
            [("Ada Lund", "head of grids at Norvik")],
        ),
        (
            [
                ("Ada Lund, who is 66, has been given a mug. Asked about it, she took a moment."),
                "“I would recommend the toast to everybody who comes here.”",
            ],
            [("Ada Lund", None)],
        ),
        (
            [
                (
                    "For the developer, senior counsel Ada Lund said the scheme would pay. "
                    "She rejected a “levy” on it."
                ),
                "“My client knocked at four hundred doors, and I was told of it.”",
            ],
            [("Ada Lund", "senior counsel")],
        ),
        (
            [
                "Ada Lund and Peter Brask came, and nobody spoke.",
                "“I would recommend the toast to everybody who comes here.”",
            ],
            [],
        ),
        (
            [f"«{RUSSIAN}», – объяснил решение старшина присяжных Пётр Лось."],
            [("Пётр Лось", "старшина присяжных")],
        ),
        (
            [f"«{RUSSIAN}», – рассказал суду капитан порта Пётр Лось."],
            [("Пётр Лось", "капитан порта")],
        ),
        (
            [f"“{WORDS},” said our director, Ada Lund, to general relief."],
            [("Ada Lund", "director")],
        ),
        (
            [
                f"“{WORDS},” said Jan Brask.",
                (
                    "<div><div>Ada Lund</div><div>Harbour master, Skelling</div><div>I "
                    "have counted the boats for thirty years, and I still "
                    "count.</div></div>"
                ),
                (
                    "<div><div>Otto Ring</div><div>Minister of Roads</div><div>A road is a "
                    "promise. You keep it every winter or you do not.</div></div>"
                ),
                (
                    "<div><div>Tove Hald</div><div>Chief Engineer, Levee "
                    "Board</div><div>The levee was built by people who never saw it "
                    "finished.</div></div>"
                ),
            ],
            [
                ("Jan Brask", None),
                ("Ada Lund", "Harbour master, Skelling"),
                ("Otto Ring", "Minister of Roads"),
                ("Tove Hald", "Chief Engineer, Levee Board"),
            ],
        ),
        (
            [
                f"“{WORDS},” said Jan Brask.",
                (
                    "<div><div>Ada Lund</div><div>Harbour master, Skelling</div><div>Lund "
                    "has counted the boats for thirty years, as I know.</div></div>"
                ),
                (
                    "<div><div>Otto Ring</div><div>Minister of Roads</div><div>A road is a "
                    "promise. You keep it every winter or you do not.</div></div>"
                ),
                (
                    "<div><div>Tove Hald</div><div>Chief Engineer, Levee "
                    "Board</div><div>The levee was built by people who never saw it "
                    "finished.</div></div>"
                ),
            ],
            [("Jan Brask", None)],
        ),
        (
            [
                "Ada Lund, Head of Operations, Vale Service, commented:",
                (
                    "<div>It used to take us longer to hand a patient over. Now my crews "
                    "are back on the road.</div>"
                ),
            ],
            [("Ada Lund", "Head of Operations, Vale Service")],
        ),
    ],
)
def test_who_speaks(blocks: list[str], expected: list[tuple[str | None, str | None]]) -> None:
    assert [(name, position) for _, name, position in told(*blocks)] == expected


def test_all_paragraphs_in_the_box_of_a_card_are_that_persons() -> None:
    def card(name: str, position: str, *paragraphs: str) -> str:
        words = "".join(f"<p>{one}</p>" for one in paragraphs)
        return f"<div><div>{name}</div><div>{position}</div>{words}</div>"

    quotes = told(
        f"“{WORDS},” said Jan Brask.",
        card(
            "Ada Lund",
            "Harbour master, Skelling",
            "I have counted the boats for thirty years.",
            "And I still count every one of them.",
        ),
        card("Otto Ring", "Minister of Roads", "A road is a promise, and you keep it in winter."),
        card("Tove Hald", "Chief Engineer", "The levee was built by people who never saw it done."),
    )
    assert quotes[1][0].endswith("every one of them.")
    assert quotes[1][0].startswith("I have counted")


def test_a_paper_is_no_person() -> None:
    quotes = told(
        "Savanna Post has a school.",
        "Asked by the Savanna Post about the school, she took a moment.",
        "“I like it when they walk, because I have usually waited for them.”",
    )
    assert quotes == []


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (
            [
                (
                    "And the last word went to guild president Ada Lund, who handed over the gavel "
                    f"after two terms: “{WORDS}.”"
                )
            ],
            [("Ada Lund", "guild president")],
        ),
        (
            [f"The final word belonged to Mayor Jan Brask: “{WORDS}.”"],
            [("Jan Brask", "Mayor")],
        ),
        (
            [
                (
                    "That was contested by Ada Lund (UL, SJ), Chairperson of the Committee, who "
                    f"recalled the flood of her own country: “{WORDS}.”"
                )
            ],
            [("Ada Lund", "Chairperson of the Committee")],
        ),
        (
            [f"Many were glad, with Ada Lund, mayor of Skelling, stating: “{WORDS}.”"],
            [("Ada Lund", "mayor of Skelling")],
        ),
        ([f"It was proposed by Ada Lund, mayor, and opposed: “{WORDS}.”"], []),
        (
            [
                (
                    "С ним не согласилась заведующая кафедрой озёр Анна Лось. По её мнению, там "
                    f"учат отвечать и почти не учат спрашивать: «{RUSSIAN}»."
                )
            ],
            [("Анна Лось", "заведующая кафедрой озёр")],
        ),
        (
            [
                "Разговор начал декан факультета, профессор Пётр Лось. Он сравнил планы.",
                f"«{RUSSIAN}», — уточнил Лось.",
            ],
            [("Пётр Лось", "декан факультета, профессор")],
        ),
        (
            [
                "Our senior ceramics conservator Ada Lund brought a teapot.",
                f"“{WORDS},” said Lund.",
            ],
            [("Ada Lund", "senior ceramics conservator")],
        ),
        (
            [
                "Norvik Falls Mayor Jan Brask opened it.",
                (
                    "Ada Lund, head of the Norvik Falls Hospital, told the hall what she had seen. "
                    f"“{WORDS},” she said."
                ),
            ],
            [("Ada Lund", "head of the Norvik Falls Hospital")],
        ),
        ([f"“{WORDS},” observed one veteran, looking at the ferry."], [(None, "veteran")]),
        (
            [
                "Ada Lund, Director of Norvik, spoke.",
                f"Lund confirmed that her company is ready to sign for ten years: “{WORDS}.”",
            ],
            [("Ada Lund", "Director of Norvik")],
        ),
    ],
)
def test_who_speaks_and_what_they_are(
    blocks: list[str], expected: list[tuple[str | None, str | None]]
) -> None:
    assert [(name, position) for _, name, position in told(*blocks)] == expected
