"""Whom a page means by what somebody is: told again, beside a place, or in other words."""

from __future__ import annotations

import pytest
from tests.parsing.test_telling import RUSSIAN, WORDS, told

MORE = "Nobody has told the boats that the harbour moved, and we shall not wait"
HEAD = "Директор порта Анна Лось и капитан Пётр Рысь открыли пристань."


def people(*blocks: str) -> list[tuple[str | None, str | None]]:
    return [(name, position) for _, name, position in told(*blocks)]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (
            [f"Mayor of Puerto Alegrado Corazon Villaluz-Tan was glad. “{WORDS},” she said."],
            [("Corazon Villaluz-Tan", "Mayor of Puerto Alegrado")],
        ),
        (
            [f"President of Norvik Ada Brask Lund was glad. “{WORDS},” she said."],
            [("Ada Brask Lund", "President of Norvik")],
        ),
        (
            [f"Ada Lund, Chief Technology Officer, Rafiq Robotics: “{WORDS}.”"],
            [("Ada Lund", "Chief Technology Officer, Rafiq Robotics")],
        ),
        (
            ["Director-General Ada Lund spoke.", f"“{WORDS},” DG Lund said. “{MORE}.”"],
            [("Ada Lund", "Director-General")],
        ),
        (
            [
                "The deputy chair of the Lake Fund, Major General Ada Lund, spoke.",
                f"“{WORDS},” said Lund.",
            ],
            [("Ada Lund", "deputy chair of the Lake Fund")],
        ),
        (
            [f"They saw Ada Lund, a hedger from Norvik, drive a stake in. “{WORDS},” she said."],
            [("Ada Lund", "hedger from Norvik")],
        ),
        (
            ["Jan Brask spoke.", f"Lotus Ackerley, who keeps ewes, came. “{WORDS},” she said."],
            [("Lotus Ackerley", None)],
        ),
        (
            [
                "At the end of the day, Ms. Ada Lund, mayor of Skelling, issued a statement:",
                f"“{WORDS}.",
                f"“{MORE}.”",
            ],
            [("Ada Lund", "mayor of Skelling")],
        ),
        (
            [f"«{RUSSIAN}», — поделился опытом Пётр Рысь."],
            [("Пётр Рысь", None)],
        ),
        (
            [
                "Первый заместитель председателя банка Анна Лось пришла.",
                f"«{RUSSIAN}», — пояснила первый зампред.",
            ],
            [("Анна Лось", "Первый заместитель председателя банка")],
        ),
        (
            [
                "Модератор встречи Анна Лось, директор порта, начала.",
                f"«{RUSSIAN}», — обозначила проблему модератор.",
            ],
            [("Анна Лось", "директор порта")],
        ),
        (
            [
                HEAD,
                "Глава района Иван Зубр молчал.",
                f"«{RUSSIAN}», — сказала собеседница агентства.",
            ],
            [(None, "собеседница агентства")],
        ),
        (
            ["Анна Лось рассказала о планах.", f"«{RUSSIAN}», — сказала гостья."],
            [("Анна Лось", None)],
        ),
        (
            [
                "Министр туризма Анна Лось и глава района Иван Зубр пришли.",
                f"«{RUSSIAN}», — сообщила министр.",
            ],
            [("Анна Лось", "Министр туризма")],
        ),
        (
            ["Губернатор края Анна Лось пришла.", f"«{RUSSIAN}», — привела данные глава региона."],
            [("Анна Лось", "Губернатор края")],
        ),
        (
            [
                "Ответственный секретарь Озёрного союза Пётр Рысь пришёл.",
                f"«{RUSSIAN}», — сказал Ответственный секретарь союза.",
            ],
            [("Пётр Рысь", "Ответственный секретарь Озёрного союза")],
        ),
        (
            [HEAD, f"«{RUSSIAN}», — сказал “БК” капитан одной из лодок на условиях анонимности."],
            [(None, "капитан одной из лодок")],
        ),
    ],
)
def test_whom_an_office_means(
    blocks: list[str], expected: list[tuple[str | None, str | None]]
) -> None:
    assert people(*blocks) == expected


def test_remarks_behind_a_speaker_are_no_verb() -> None:
    quotes = told(f"“{WORDS},” said Ada Lund, mayor, in her opening remarks. “{MORE}.”")
    assert [text for text, *_ in quotes] == [f"{WORDS} {MORE}."]


@pytest.mark.parametrize(
    ("above", "position"),
    [
        ("На встрече с директором было тесно. Анна Лось читала.", None),
        ("The mayor greeted the second speaker. Ada Lund spoke.", None),
        ("State Sen. Ada Lund spoke.", "State Sen."),
        (
            "Two were named: the assistant coach, Ada Lund, and the goalkeeper Birte Hald.",
            "assistant coach",
        ),
        ("The Prime Minister, Dr. the Hon. Ada Lund, spoke.", "Prime Minister"),
        ("Ada Lund, aged 19, spoke.", None),
        (
            "Допрошенная в качестве специалиста доцент института Анна Лось пришла.",
            "доцент института",
        ),
    ],
)
def test_no_sentence_before_a_name_is_what_the_person_is(above: str, position: str | None) -> None:
    is_russian = "Лось" in above
    words = f"«{RUSSIAN}», — сказала Лось." if is_russian else f"“{WORDS},” said Lund."
    assert [told for _, told in people(above, words)] == [position]


SABUROV = "Председатель Палаты депутатов Пётр Рысь пришёл."
LUG = "Вице-премьер Андрей Луговской пришёл. Мэр Иван Зубр был рад: «" + RUSSIAN + "»."


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (
            [SABUROV, f"«{RUSSIAN}», — добавил Председатель ПД."],
            ("Пётр Рысь", "Председатель Палаты депутатов"),
        ),
        (
            ["Мэр Анна Лось (фракция «Озеро») пришла.", f"«{RUSSIAN}», — отметила она."],
            ("Анна Лось", "Мэр"),
        ),
        (
            [
                "Заместитель главы района – начальник отдела Анна Лось пришла.",
                f"«{RUSSIAN}», — сказала Лось.",
            ],
            ("Анна Лось", "Заместитель главы района – начальник отдела"),
        ),
        (
            ["Наш гость – директор порта Анна Лось.", f"«{RUSSIAN}», — сказала Лось."],
            ("Анна Лось", "директор порта"),
        ),
        (
            [LUG, "Луговской, обсуждая это, отметил одно.", f"«{RUSSIAN}», — подчеркнул он."],
            ("Андрей Луговской", "Вице-премьер"),
        ),
        (
            [f"Мэр Анна Лось молчала. «{RUSSIAN}», — говорится в её комментарии."],
            ("Анна Лось", "Мэр"),
        ),
        (
            ["Научная сотрудница музея, к.и.н. Анна Лось пришла.", f"«{RUSSIAN}», — сказала Лось."],
            ("Анна Лось", "Научная сотрудница музея"),
        ),
        (
            [f"Не согласилась директор порта Анна Лось, заметив, что поздно: «{RUSSIAN}»."],
            ("Анна Лось", "директор порта"),
        ),
        (
            ["Аким Норвикской области Анна Лось пришла.", f"«{RUSSIAN}», — сказала Лось."],
            ("Анна Лось", "Аким Норвикской области"),
        ),
        (
            [
                "Директор завода «Заря» Пётр Рысь пришёл.",
                f"«{RUSSIAN}», — сказал глава предприятия.",
            ],
            ("Пётр Рысь", "Директор завода «Заря»"),
        ),
        (
            [f"«{RUSSIAN}», — обратился к посетителям салона капитан Пётр Рысь."],
            ("Пётр Рысь", "капитан"),
        ),
        (
            [f"«{RUSSIAN}», — улыбается один из посетителей павильона."],
            (None, "один из посетителей павильона"),
        ),
        (
            [
                "Доклад группы старшего сотрудника музея Петра Рыся был краток.",
                f"«{RUSSIAN}», — сказал Пётр Рысь.",
            ],
            ("Пётр Рысь", None),
        ),
        (
            [
                "Пётр Рысь: лодки",
                "Выступил министр лодок Пётр Рысь.",
                f"«{RUSSIAN}», — заявил министр.",
            ],
            ("Пётр Рысь", "министр лодок"),
        ),
    ],
)
def test_whom_a_russian_page_means(
    blocks: list[str], expected: tuple[str | None, str | None]
) -> None:
    assert people(*blocks)[-1] == expected


def test_a_narrator_behind_a_dash_is_nobodys_words() -> None:
    words = f"— {RUSSIAN}, — "
    told_late = f"{words}сказала нам Анна Лось под вечер, когда на поляне разбирали шатры."
    assert [text for text, *_ in told("Пётр Рысь открыл праздник.", told_late)] == [RUSSIAN]
    unknown = f"{words}квакнула какая-то зелёная лягушка и ушла в тину."
    assert told("Пётр Рысь открыл праздник.", unknown) == []


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (
            [
                "Mayor Ada Lund, Housing Commissioner Jan Brask, and Norvik Library opened it.",
                f"“{WORDS},” said Mayor Lund.",
            ],
            ("Ada Lund", "Mayor"),
        ),
        (
            [
                "Department of Housing Commissioner Ada Lund spoke.",
                f"“{WORDS},” said Department of Housing Commissioner Lund.",
            ],
            ("Ada Lund", "Department of Housing Commissioner"),
        ),
        (
            [
                "Speaking alongside Mayor Ada Lund, Mr Brask thanked Norvik.",
                f"Mayor Lund was glad. “{WORDS},” she said.",
            ],
            ("Ada Lund", "Mayor"),
        ),
        (
            [
                "From left: Judge Ada Lund, Tove Hald and Jan Brask.",
                "Tove Hald, professor at Norvik College, spoke.",
                f"“{WORDS},” Hald explained.",
            ],
            ("Tove Hald", "professor at Norvik College"),
        ),
        (
            [
                "Judge Ada Lund at the lake.",
                "Ada Lund, a judge on the U.S. Court of Norvik, spoke.",
                f"“{WORDS},” Lund said.",
            ],
            ("Ada Lund", "judge on the U.S. Court of Norvik"),
        ),
        (
            [
                "Tobin Lund ’98, a partner at Strand & Okafor LLP. Lund smiled.",
                f"“{WORDS},” said Lund.",
            ],
            ("Tobin Lund", "partner at Strand & Okafor LLP"),
        ),
        (
            [
                "It was shown by Ada Lund (Norvik Hospital, Lake Land), the trial’s investigator.",
                f"“{WORDS},” Lund said.",
            ],
            ("Ada Lund", "trial’s investigator"),
        ),
        (
            [f"According to co-investigator Doctor Ada Lund, it is simple: “{WORDS}.”"],
            ("Ada Lund", "co-investigator"),
        ),
        (
            [f"In the dialogue, a civil society representative spoke up. “{WORDS},” she said."],
            (None, "civil society representative"),
        ),
        (
            [f"Nobody believed it. “{WORDS},” a boat builder in the old quarter recalled."],
            (None, "boat builder in the old quarter"),
        ),
        (
            [
                "Ada Lund, minister, spoke.",
                f"One of them, who asked not to be named, sold boats. “{WORDS},” the trader said.",
            ],
            (None, "trader"),
        ),
        (
            [f"Judge Ada Lund spoke. Still, the judge cautioned against it: “{WORDS}.”"],
            ("Ada Lund", "Judge"),
        ),
        (
            [f"Ada Lund spoke. He had come. She nevertheless urged caution. “{WORDS}.”"],
            ("Ada Lund", None),
        ),
        (
            [
                "Secretary General Pieter van Aalsmeer and Mayor Ada Lund met.",
                f"“{MORE},” Lund said.",
                f"Mr van Aalsmeer nodded. “{WORDS},” he added.",
            ],
            ("Pieter van Aalsmeer", "Secretary General"),
        ),
    ],
)
def test_whom_an_english_page_means(
    blocks: list[str], expected: tuple[str | None, str | None]
) -> None:
    assert people(*blocks)[-1] == expected


def test_what_somebody_says_now_and_then_is_no_quote() -> None:
    assert told("There is a moment when somebody says “the winter is over” and others nod.") == []


NAMED = "Ada Lund"


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (
            ["The chair of the Lake Committee, Deputy Ada Lund, spoke.", f"“{WORDS},” Lund said."],
            (NAMED, "chair of the Lake Committee"),
        ),
        (
            ["Opening it, the LAKE President, Ms. Oluwaseun Lund, spoke.", f"“{WORDS}”, she said."],
            ("Oluwaseun Lund", "LAKE President"),
        ),
        (
            [
                "It was opened by Minister in charge of Lakes of the Northern Union Ada Lund.",
                f"“{WORDS}”, the Minister said.",
            ],
            (NAMED, "Minister in charge of Lakes of the Northern Union"),
        ),
        (
            [
                "Minister of Lakes Ada Lund and Deputy Minister of Ponds Jan Brask came.",
                f"“{WORDS}”, the Minister said.",
            ],
            (NAMED, "Minister of Lakes"),
        ),
        (
            [
                "It was backed by Director of the Children’s Library of Belarus Halina Zhdanovich.",
                f"“{WORDS},” she said.",
            ],
            ("Halina Zhdanovich", "Director of the Children’s Library of Belarus"),
        ),
        (
            [
                "Secretary General – Head of the Secretariat Ada Lund spoke.",
                f"“{WORDS},” she said.",
            ],
            (NAMED, "Secretary General – Head of the Secretariat"),
        ),
        (
            [
                "Deputy Chair of the Committee on Science, Education and Culture Ada Lund spoke.",
                f"“{WORDS},” she said.",
            ],
            (NAMED, "Deputy Chair of the Committee on Science, Education and Culture"),
        ),
        (
            [
                "The Minister of State at the Lake Office, Deputy Jan Brask, and Ada Lund met.",
                f"“{MORE},” Lund said.",
                f"The Minister of State replied that it was late. “{WORDS},” he said.",
            ],
            ("Jan Brask", "Minister of State at the Lake Office"),
        ),
        (
            ["Minister Smt. Ada Lund came.", f"“{WORDS},” Smt. Lund added."],
            (NAMED, "Minister"),
        ),
        (
            [
                "Mayor Jan Brask, Secretary Shri Ada Lund, senior officers of the Ministry came.",
                f"“{WORDS},” Lund said.",
            ],
            (NAMED, "Secretary"),
        ),
        (
            [f"Ada Lund, mayor, underlined the need for boats, stating, “{WORDS}.”"],
            (NAMED, "mayor"),
        ),
        (
            [
                "<p>Senator the Hon Ada Lund</p><p>Minister for Lakes and Boats</p>",
                "<h3>Quotes attributable to Senator Lund</h3>",
                f"<p>‘{MORE}.’</p><p>‘{WORDS}.’</p>",
            ],
            (NAMED, "Minister for Lakes and Boats"),
        ),
        (
            [
                "По словам главы банка Анны Лось, главным препятствием остаётся лёд.",
                f"«{RUSSIAN}», — сказала Анна Лось.",
            ],
            ("Анна Лось", "главы банка"),
        ),
        (
            ["Сказал партнёр компании Raum &amp; Co Пётр Рысь.", f"«{RUSSIAN}», — сказал он."],
            ("Пётр Рысь", "партнёр компании Raum & Co"),
        ),
        (
            [
                "Зоолог Университета Северных Земель Ирма Халонен пришла.",
                f"«{RUSSIAN}», — сказала она.",
            ],
            ("Ирма Халонен", "Зоолог Университета Северных Земель"),
        ),
        (
            [
                "Её соперник, директор порта Пётр Рысь, — 12 голосов.",
                f"«{RUSSIAN}», — сказал Пётр Рысь.",
            ],
            ("Пётр Рысь", "директор порта"),
        ),
    ],
)
def test_offices_of_other_publishers(
    blocks: list[str], expected: tuple[str | None, str | None]
) -> None:
    assert people(*blocks)[-1] == expected


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (
            [f"– {WORDS}, says Ada Lund, mayor of Norvik."],
            [("Ada Lund", "mayor of Norvik")],
        ),
        ([f"– {WORDS}, she says and looks up."], []),
        (
            [
                "Panelists Ada Lund (Director, Lake Office) and Jan Brask spoke.",
                f"“{WORDS},” Lund said.",
            ],
            [("Ada Lund", "Director, Lake Office")],
        ),
        (
            [
                "Ada Lund, dean at Norvik, and by the third slide there were tears.",
                f"“{WORDS},” Lund said.",
            ],
            [("Ada Lund", "dean at Norvik")],
        ),
        (
            [f"Анна Лось напомнила слова министра Петра Рыся, сказанные в порту: «{RUSSIAN}»."],
            [],
        ),
        (
            [
                f"«{RUSSIAN}», — сказала Анна Лось.",
                f"Источник в порту молчал. «{RUSSIAN}!» — сказал он.",
            ],
            [("Анна Лось", None), (None, None)],
        ),
        (
            [f"— {RUSSIAN}, — сказала Анна Лось. — Мне говорят: «Плывите и не мешайте нам!»"],
            [("Анна Лось", None)],
        ),
    ],
)
def test_words_behind_a_dash_and_words_of_others(
    blocks: list[str], expected: list[tuple[str | None, str | None]]
) -> None:
    assert people(*blocks) == expected


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (
            [f"According to Ada Lund, a third of the boats are lost. “{WORDS},” she said."],
            [("Ada Lund", None)],
        ),
        (
            [f"According to the head of the archive, Ada Lund, it is lost. “{WORDS},” she said."],
            [("Ada Lund", "head of the archive")],
        ),
        (
            [f"“According to us the sea is near. {WORDS},” said Ada Lund, Judge, Water Court."],
            [("Ada Lund", "Judge, Water Court")],
        ),
        (
            [f"Как рассказала мэр города Анна Лось, цены выросли. «{RUSSIAN}», — сказала она."],
            [("Анна Лось", "мэр города")],
        ),
        (
            [f"По словам Анны Лось, мэра города, цены выросли. «{RUSSIAN}», — сказала Анна Лось."],
            [("Анна Лось", "мэра города")],
        ),
        (
            [
                "Leo Brask came.",
                f"“{WORDS},” said Brask, a supervisor with Norvik Works. “{MORE}.”",
            ],
            [("Leo Brask", "supervisor with Norvik Works")],
        ),
        (
            ["Ada Holt-Lund came.", f"“{WORDS},” says Holt-Lund, a geomicrobiologist at Norvik."],
            [("Ada Holt-Lund", "geomicrobiologist at Norvik")],
        ),
        (
            [f"“{WORDS},” says Ada Lund, a teacher at Norvik School who chaired the session."],
            [("Ada Lund", "teacher at Norvik School")],
        ),
        (
            ["Ada Lund, founder of the Otters, came.", f"The 71-year-old said: “{WORDS}.”"],
            [("Ada Lund", "founder of the Otters")],
        ),
        (
            [f"The 71-year-old farmer said: “{WORDS}.”"],
            [(None, "71-year-old farmer")],
        ),
        (
            ["Читайте ДКС в сети.", f"«{RUSSIAN}», — сказал ДКС президент лиги Пётр Рысь."],
            [("Пётр Рысь", "президент лиги")],
        ),
        (
            ["Доцент кафедры Пётр Рысь приехал поздно.", f"«{RUSSIAN}, — пожал плечами он»."],
            [("Пётр Рысь", "Доцент кафедры")],
        ),
        (
            [
                "Капитан Пётр Рысь молчал.",
                f"Топ-менеджер одного из портов был откровеннее. «{RUSSIAN}», — пояснил он.",
            ],
            [(None, None)],
        ),
        (
            ["Глава Норвикского района Пётр Рысь пришёл.", f"— {RUSSIAN}, — начал он."],
            [("Пётр Рысь", "Глава Норвикского района")],
        ),
        (
            ["Отвечала за мэра директор порта Анна Лось.", f"«{RUSSIAN}», — сказала Анна Лось."],
            [("Анна Лось", "директор порта")],
        ),
    ],
)
def test_what_a_clause_says_is_no_office(
    blocks: list[str], expected: list[tuple[str | None, str | None]]
) -> None:
    assert people(*blocks) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Ada Lund, an economist at Norvik, ran through it: one job in seven on farms is vacant.",
        "<a href=/n>26.08.2024 Ada Lund: “We do not build roads for the reports about roads”</a>",
    ],
)
def test_words_that_nobody_is_quoted_with(line: str) -> None:
    assert told(line) == []
