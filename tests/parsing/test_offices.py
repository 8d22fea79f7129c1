"""Offices as press services print them: several to a person, other words for one, and lands."""

from __future__ import annotations

import pytest
from tests.parsing.test_telling import RUSSIAN, WORDS, told


@pytest.mark.parametrize(
    ("blocks", "name", "position"),
    [
        (
            ["Выставку открыла директор музея, заслуженный работник культуры Эмма Лось."],
            "Эмма Лось",
            "директор музея, заслуженный работник культуры",
        ),
        (
            ["О ходе работ доложил заместитель министра – руководитель департамента Глеб Лось."],
            "Глеб Лось",
            "заместитель министра – руководитель департамента",
        ),
        (
            [
                (
                    "Доклад сделал председатель комиссии по аграрной политике, ресурсам и экологии "
                    "Глеб Лось."
                )
            ],
            "Глеб Лось",
            "председатель комиссии по аграрной политике, ресурсам и экологии",
        ),
        (
            ["О прогнозе доложила начальник Приозёрского центра (ПЦГМС) Анна Лось."],
            "Анна Лось",
            "начальник Приозёрского центра (ПЦГМС)",
        ),
        (
            ["Об этом сообщил журналистам глава ведомства Глеб Лось."],
            "Глеб Лось",
            "глава ведомства",
        ),
        (
            ["Наблюдатель от Ассамблеи моря (АМ) г-н Глеб Лось поддержал закон."],
            "Глеб Лось",
            "Наблюдатель от Ассамблеи моря (АМ)",
        ),
    ],
)
def test_what_somebody_is(blocks: list[str], name: str, position: str) -> None:
    blocks = [*blocks, f"«{RUSSIAN}», — сказал{'а' * name[:4].endswith(('а', 'Анна'))} Лось."]
    assert [(name, position)] == [(one, what) for _, one, what in told(*blocks)]


@pytest.mark.parametrize(
    ("office", "called"),
    [
        ("Губернатор Приозёрской области", "глава региона"),
        ("Министр финансов края", "глава ведомства"),
        ("Директор Ресурсного центра", "руководитель центра"),
        ("Мэр Лещинска", "глава города"),
    ],
)
def test_an_office_has_other_words(office: str, called: str) -> None:
    quotes = told(
        f"{office} Глеб Лось поручил закончить работы.", f"«{RUSSIAN}», — отметил {called}."
    )
    assert [(name, position) for _, name, position in quotes] == [("Глеб Лось", office)]


def test_a_surname_may_be_a_trade() -> None:
    quotes = told(
        "Директор музея Пауль Рысь ждал.",
        "Руководитель экспедиции Глеб Пасечник вернулся с острова.",
        f"«{RUSSIAN}», — сказал Пасечник.",
    )
    assert [name for _, name, _ in quotes] == ["Глеб Пасечник"]


@pytest.mark.parametrize(
    "block",
    [
        f"The Deputy Minister of Trade of Dai Nam, Ms. Ada Lund, asked why. She said: “{WORDS}.”",
        f"Ms. Ada LUND (Costa Dorada) drew attention to the boats. “{WORDS},” she said.",
        f"For Ada Lund, Secretary-General of the Union, the issue is clarity: “{WORDS}.”",
        f"Their colleague at Peel Street, Ada Lund, was more upbeat: “{WORDS}.”",
    ],
)
def test_a_land_is_nobody(block: str) -> None:
    assert [name and name.casefold() for _, name, _ in told(block)] == ["ada lund"]


def test_whom_a_question_names_does_not_answer_it() -> None:
    quotes = told(
        "Ada Lund runs Norvik Foods.",
        "Asked about an offer from rival Van Rossum, Lund declined to say more than this. "
        f"“We talk to everyone, and {WORDS.lower()}.”",
    )
    assert [name for _, name, _ in quotes] == ["Ada Lund"]


def test_a_clause_in_the_present_is_no_position() -> None:
    quotes = told(
        "According to Ada Lund, Commissioner for Lakes (CL), the usual model combines funds.",
        f"“{WORDS},” Lund said.",
    )
    assert [position for *_, position in quotes] == ["Commissioner for Lakes (CL)"]


def test_words_below_lines_that_name_somebody_and_an_office_are_theirs() -> None:
    def sync(line: str, words: str) -> str:
        return f"<p>{line}</p><p>{words}</p>"

    quotes = told(
        "<p>The theatre opened after the repairs, and the whole town came to see the lamp.</p>",
        sync("ADA LUND, visitor", "I was here with my husband last time. I know only the stairs."),
        "<p>The stage has a turning circle now, twelve metres wide.</p>",
        sync(
            "JAN BRASK, head of the stage", "Four people turned the circle by hand. Now one does."
        ),
        sync("TOVE HALD, minister of culture", "The papers are ready. We count on the programme."),
    )
    assert [(name, position) for _, name, position in quotes] == [
        ("ADA LUND", "visitor"),
        ("JAN BRASK", "head of the stage"),
        ("TOVE HALD", "minister of culture"),
    ]


def test_initials_without_a_space_are_of_a_name() -> None:
    quotes = told(f'Управляющий УК "Река Капитал" Д.Лосев, напротив, ждёт спроса: «{RUSSIAN}».')
    assert [(name, position) for _, name, position in quotes] == [
        ("Д.Лосев", 'Управляющий УК "Река Капитал"')
    ]


def test_two_cards_in_boxes_of_their_own_are_words() -> None:
    def box(name: str, office: str, words: str) -> str:
        return f"<div><div>{name}</div><div>{office}</div><p>{words}</p></div>"

    quotes = told(
        "<p>The camp is over, and the boats are on their way to the races in the south.</p>",
        "<div>"
        + box("Ada Lund", "champion of Norvik", "I trained at five in the morning all week long.")
        + box("Jan Brask", "winner of the Cup", "The coaches do not press, and the wind does.")
        + "</div>",
        "<p>The next races begin in June.</p>",
    )
    assert [(name, position) for _, name, position in quotes] == [
        ("Ada Lund", "champion of Norvik"),
        ("Jan Brask", "winner of the Cup"),
    ]


def test_the_head_of_a_house_is_not_its_commercial_director() -> None:
    quotes = told(
        "Коммерческий директор аэропорта Глеб Лось ждёт роста.",
        f"«{RUSSIAN}», — сказал глава аэропорта.",
    )
    assert [name for _, name, _ in quotes] == [None]


def test_words_shown_large_may_begin_with_another_capital() -> None:
    quotes = told(f"“We bargain or we vanish, and {WORDS.lower()},” said Ada Lund.", f"“{WORDS}.”")
    assert len(quotes) == 1


@pytest.mark.parametrize(
    "block",
    [
        f"See also the paper of Lund et al.: “{WORDS}”, Shore Letters, 12.",
        "The morning session took place in the old hall. Moderator – Ada Lund, judge.",
    ],
)
def test_a_reference_or_a_label_is_nobodys_words(block: str) -> None:
    assert told(block) == []


def test_a_surname_with_a_particle_is_no_whole_name() -> None:
    quotes = told(
        "Pieter van Oosterhout, harbour master, opened the day.",
        f"“{WORDS},” Van Oosterhout said.",
    )
    assert [name for _, name, _ in quotes] == ["Pieter van Oosterhout"]


def test_who_acts_for_a_minister_is_read_whole() -> None:
    quotes = told(f"«{RUSSIAN}», — сообщил и.о. министра культуры края Глеб Лось.")
    assert [(name, position) for _, name, position in quotes] == [
        ("Глеб Лось", "и.о. министра культуры края")
    ]


def test_a_clause_with_a_part_of_the_words_is_no_position() -> None:
    quotes = told(
        "For Ada Lund, head of Norvik Lines, the terminal “removes the bottleneck”.",
        f"“{WORDS},” Lund said.",
    )
    assert {position for *_, position in quotes} == {"head of Norvik Lines"}


def test_a_director_with_an_honorific_stands_between_commas() -> None:
    quotes = told(f"The Institute’s director, Prof. Ada Lund, sees no way back: “{WORDS}.”")
    assert [(name, position) for _, name, position in quotes] == [
        ("Ada Lund", "Institute’s director")
    ]


@pytest.mark.parametrize(
    ("block", "position"),
    [
        (f"«{RUSSIAN}», — заявил Глеб Лось, процедура отбора слишком сложна.", None),
        (
            (
                "По словам Тимура Лосева, директора завода, процедура отбора очень сложна. "
                f"«{RUSSIAN}», — заявил Лосев."
            ),
            "директора завода",
        ),
    ],
)
def test_a_clause_without_a_verb_is_no_position(block: str, position: str | None) -> None:
    assert [what for *_, what in told(block)] == [position]


@pytest.mark.parametrize(
    "office",
    ["FTWU national officer", "Norvik communications director", "Skellby harbour director"],
)
def test_small_words_of_an_office_are_read_with_it(office: str) -> None:
    quotes = told(f"{office} Ada Lund said: “{WORDS}.”")
    assert [(name, position) for _, name, position in quotes] == [("Ada Lund", office)]


@pytest.mark.parametrize(
    ("blocks", "name", "position"),
    [
        (
            [f"“{WORDS},” said Ada Lund, managing director of Skerry Wind."],
            "Ada Lund",
            "managing director of Skerry Wind",
        ),
        (
            [f"“{WORDS},” said Ada Lund, nursing officer at Skelling. She was brief."],
            "Ada Lund",
            "nursing officer at Skelling",
        ),
        (["Planning Director Ada Lund was brief."], "Ada Lund", "Planning Director"),
        (["Welcoming Director Ada Lund, they sang."], "Ada Lund", "Director"),
        (
            ["Opening the day, federation president Ada Lund was brief."],
            "Ada Lund",
            "federation president",
        ),
        (
            ["Lower Green resident and flood warden Ada Lund was brief."],
            "Ada Lund",
            "Lower Green resident and flood warden",
        ),
        (
            ["The chief nursing officer, Adjunct Professor Ada Lund, stopped short of it."],
            "Ada Lund",
            "chief nursing officer",
        ),
        (["Adjunct Professor Ada Lund was brief."], "Ada Lund", "Adjunct Professor"),
        (
            ["Ada Lund, chief economist at Kaveri, struck a note of caution."],
            "Ada Lund",
            "chief economist at Kaveri",
        ),
        (
            ["It fell to Ada Lund, President of the Institution, to draw the threads together."],
            "Ada Lund",
            "President of the Institution",
        ),
        (
            ["Ada Lund CEng FIStructE, mayor of Skelling, was brief."],
            "Ada Lund",
            "mayor of Skelling",
        ),
        (
            ["В половине восьмого главный технолог завода Анна Лось обошла цех."],
            "Анна Лось",
            "главный технолог завода",
        ),
        (
            [f"“{WORDS},” said Eng. Ada Lund, Executive Secretary of the Basin Commission."],
            "Ada Lund",
            "Executive Secretary of the Basin Commission",
        ),
        (
            ["Старшая медицинская сестра отделения Анна Лось была кратка."],
            "Анна Лось",
            "Старшая медицинская сестра отделения",
        ),
        (
            ["Одним из них стала электромонтёр Анна Лось, признанная на форуме лучшей."],
            "Анна Лось",
            "электромонтёр",
        ),
        (
            ["Глава крестьянского (фермерского) хозяйства Анна Лось была кратка."],
            "Анна Лось",
            "Глава крестьянского (фермерского) хозяйства",
        ),
        (["Small business owner Ada Lund favored the hall."], "Ada Lund", "Small business owner"),
        (
            ["According to maintenance manager Ada Lund, it is a matter of curiosity."],
            "Ada Lund",
            "maintenance manager",
        ),
        (["City Administrator Ada Lund had a plan."], "Ada Lund", "City Administrator"),
        (
            ["State Sen. Ada Lund, R-Dillard, said that she will carry it."],
            "Ada Lund",
            "State Sen.",
        ),
        (
            [f"“{WORDS},” cautioned the third panelist, accountant Ada Lund."],
            "Ada Lund",
            "accountant",
        ),
        (["Ada Lund, a student aged 17, read it aloud."], "Ada Lund", "student"),
        (
            [f"«{RUSSIAN}», — сказала Анна Лось, доцент Высшей школы города."],
            "Анна Лось",
            "доцент Высшей школы города",
        ),
        (
            ["О том рассказала Анна Лось, главный инженер комбината «Степной»: печи окупились."],
            "Анна Лось",
            "главный инженер комбината «Степной»",
        ),
        (
            ["В кабинете Анны Лось, ведущего сотрудника Института льда, жарко. Анна Лось рада."],
            "Анна Лось",
            "ведущего сотрудника Института льда",
        ),
        (
            ["According to Ada Lund, head of locks at Norvik Mutual, premiums have fallen there."],
            "Ada Lund",
            "head of locks at Norvik Mutual",
        ),
        (
            ["For Ada Lund, chair, Norvik Boats, “silence” is still a luxury word."],
            "Ada Lund",
            "chair, Norvik Boats",
        ),
        (
            ["Ada Lund, director of the Boat Network, receives me in a bus."],
            "Ada Lund",
            "director of the Boat Network",
        ),
        (
            ["Ada Lund, tuner at the Foundry of Skelling, on boats and why she wears no watch."],
            "Ada Lund",
            "tuner at the Foundry of Skelling",
        ),
        ([f"“{WORDS},” said Ada Lund, 34, a dental technician."], "Ada Lund", "dental technician"),
        (
            ["Ada Lund from the Great Lakes Survey answered with a slide."],
            "Ada Lund",
            "Great Lakes Survey",
        ),
        (
            ["It was Ada Lund, however, who spoke. Ms Lund, treasurer of the Boat Union, waited."],
            "Ada Lund",
            "treasurer of the Boat Union",
        ),
        (
            ["They heard a phrase the committee chair, Ada Lund, had come to dread."],
            "Ada Lund",
            "committee chair",
        ),
        (
            ["Слово взяла председатель общества «Сизое крыло» Анна Лось."],
            "Анна Лось",
            "председатель общества «Сизое крыло»",
        ),
        (["The MINISTER FOR BOATS (Ms. Ada Lund) rose."], "Ada Lund", "MINISTER FOR BOATS"),
        (
            ["Гостей ждал ректор КГУ, доктор наук, профессор Анна Лось."],
            "Анна Лось",
            "ректор КГУ, доктор наук, профессор",
        ),
        (
            ["Директор библиотеки им. А. Рысь, кандидат наук Анна Лось была кратка."],
            "Анна Лось",
            "Директор библиотеки им. А. Рысь, кандидат наук",
        ),
        (["Нынешний директор пекарни Анна Лось была кратка."], "Анна Лось", "директор пекарни"),
        (["Её коллега, инженер-буровик Анна Лось, смеётся."], "Анна Лось", "инженер-буровик"),
        (
            ["Сегодня старшая, генеральный директор завода Анна Лось, учит других."],
            "Анна Лось",
            "генеральный директор завода",
        ),
        (
            ["Фельдшер из посёлка Дальний Кут Анна Лось была кратка."],
            "Анна Лось",
            "Фельдшер из посёлка Дальний Кут",
        ),
        (
            ["Учитель колледжа ремёсел Анна Лось честно призналась, что устала."],
            "Анна Лось",
            "Учитель колледжа ремёсел",
        ),
    ],
)
def test_a_position_is_neither_cut_nor_lost(blocks: list[str], name: str, position: str) -> None:
    if not any(words in blocks[0] for words in (WORDS, RUSSIAN)):
        blocks = [*blocks, f"“{WORDS},” Lund said." if name == "Ada Lund" else SAID]
    assert [(name, position)] == [(one, what) for _, one, what in told(*blocks)]


SAID = f"«{RUSSIAN}», — сказала Лось."


@pytest.mark.parametrize("title", ["Mayor", "Council President", "The Police Chief"])
def test_an_office_and_a_surname_before_the_verb(title: str) -> None:
    ((_, name, position),) = told("They heard Ada Lund.", f"“{WORDS},” {title} Lund said.")
    assert ("Ada Lund", title.removeprefix("The ")) == (name, position)


def test_the_office_of_a_mayor_says_nothing() -> None:
    assert [] == told("They heard Ada Lund.", f"“{WORDS},” the office of Mayor Lund said.")


def test_a_chief_nursing_officer_is_the_one_who_was_named_so() -> None:
    ((_, name, _),) = told(
        f"The chief nursing officer, Professor Ada Lund, disagreed. “{WORDS},” she said."
    )
    assert "Ada Lund" == name


def test_a_place_is_no_other_person() -> None:
    ((_, name, _),) = told(
        "The applause went to Ada Lund, a sheep farmer, who runs 280 ewes above Lough Anure. She "
        f"said the limits were new. “{WORDS},” she added."
    )
    assert "Ada Lund" == name


@pytest.mark.parametrize(
    ("before", "telling"),
    [
        ("Депутаты выслушали доклад. Председатель комитета Глеб Лось был краток.", "депутат"),
        ("Заместитель главы кабинета Глеб Лось поручил составить план.", "вице-премьер"),
        ("Финансовый директор завода Глеб Лось невесел.", "топ-менеджер"),
        ("Хозяин съезда — Глеб Лось, потомственный пимокат.", "не спорит мастер"),
    ],
)
def test_what_newspapers_call_somebody_right_behind_the_name(before: str, telling: str) -> None:
    verb = "" if " " in telling else "сказал "
    ((_, name, _),) = told(f"{before} «{RUSSIAN}», — {verb}{telling}.")
    assert "Глеб Лось" == name


def test_of_several_ministers_the_one_of_the_paragraph_is_meant() -> None:
    ((_, name, _),) = told(
        "На съезд приехали министр труда Пётр Рысь и министр финансов Глеб Лось.",
        f"Итоги подвёл Глеб Лось. «{RUSSIAN}», — сказал министр.",
    )
    assert "Глеб Лось" == name


def test_a_patronymic_is_that_of_the_one_person_of_the_given_name() -> None:
    ((_, name, position),) = told(
        "Разговор начала Анна Лось, владелица мастерской.",
        f"— {RUSSIAN}, — рассказывает Анна Ринатовна. — {RUSSIAN}.",
    )
    assert ("Анна Лось", "владелица мастерской") == (name, position)


def test_other_people_of_a_caption_are_no_position() -> None:
    ((_, name, position),) = told(
        "Ada Lund, Jan Brask and moderator Vera Reed in the hall.",
        f"Ada Lund, a defender in Skelling, told of a case. “{WORDS},” Lund said.",
    )
    assert ("Ada Lund", "defender in Skelling") == (name, position)


def test_a_boat_is_no_other_person() -> None:
    ((_, name, _),) = told(
        "Creel skipper Ada Lund, whose 9.8m Silver Tern fishes out of Mallaig, works alone.",
        f"“{WORDS},” she told delegates.",
    )
    assert "Ada Lund" == name


def test_who_was_asked_is_not_who_spoke_before() -> None:
    quotes = told(
        f"Заявки принимал начальник отдела Глеб Лось. «{RUSSIAN}», — сказал Лось.",
        "А на вопрос, что он будет делать, хозяин поля ответил не сразу.",
        f"«{RUSSIAN}», — сказал он наконец.",
    )
    assert ["Глеб Лось", None] == [name for _, name, _ in quotes]


def test_the_nearest_deputy_is_meant() -> None:
    quotes = told(
        f"Депутат от округа Анна Лось была против. «{RUSSIAN}», — сказала она.",
        "С критикой выступил заместитель председателя фракции «Новый регион» Пётр Рысь.",
        f"— {RUSSIAN}, — сказал депутат.",
    )
    assert ["Анна Лось", "Пётр Рысь"] == [name for _, name, _ in quotes]


def test_an_abbreviated_style_ends_no_sentence() -> None:
    quotes = told(
        f"“{WORDS},” said Sen. Ada Lund (D-Alder County), chair of the committee. “{WORDS}.”"
    )
    assert [("Ada Lund", "chair of the committee")] == [one[1:] for one in quotes]
