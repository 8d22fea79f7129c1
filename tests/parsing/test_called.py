"""By what a person is called: titles of several words, church styles, trades."""

from __future__ import annotations

import pytest
from tests.parsing.test_telling import RUSSIAN, WORDS, told

from rostrum.parsing.neighbours import is_life
from rostrum.parsing.parse import parse
from rostrum.reading import read


@pytest.mark.parametrize(
    ("blocks", "name", "position"),
    [
        (
            [f"After the talks, rapporteur Liisi Pärn (Green Union, EE) said: “{WORDS}.”"],
            "Liisi Pärn",
            "rapporteur",
        ),
        ([f"“{WORDS},” said Local 88 steward Ada Lund."], "Ada Lund", "Local 88 steward"),
        (
            [f"Secretary-Treasurer Lou Orlik warned: “{WORDS}.”"],
            "Lou Orlik",
            "Secretary-Treasurer",
        ),
        ([f"Sixth-grader Ada Lund said: “{WORDS}.”"], "Ada Lund", "Sixth-grader"),
        ([f"“{WORDS},” said Mayor Pro Tem Ada Lund."], "Ada Lund", "Mayor Pro Tem"),
        (
            [f"Head of seamanship Ada Lund, 91, said: “{WORDS}.”"],
            "Ada Lund",
            "Head of seamanship",
        ),
        (
            [
                "Until Ada Lund, sole maintainer of libshore, took the microphone, nobody spoke.",
                f"“{WORDS},” said Lund.",
            ],
            "Ada Lund",
            "sole maintainer of libshore",
        ),
        (
            [
                "In her address, the Bishop of Skelling, the Rt Revd Dr Ada Lund, spoke of rain.",
                f"‘{WORDS},’ she said.",
            ],
            "Ada Lund",
            "Bishop of Skelling",
        ),
        (
            [f"Mrs Ada Lund, churchwarden at All Saints, seconded. ‘{WORDS},’ she told the synod."],
            "Ada Lund",
            "churchwarden at All Saints",
        ),
        (
            [
                "The keynote went to Ada Lund, engineer at Norvik Lines, and she began late.",
                f"“{WORDS},” said Ada Lund.",
            ],
            "Ada Lund",
            "engineer at Norvik Lines",
        ),
        (
            [
                f"The hall heard from Sister Ada Lund, who came late. “{WORDS},” said Sister Ada.",
            ],
            "Ada Lund",
            None,
        ),
        (
            [
                "Ada Lund spoke last.",
                f"Asked whether the question was closed, she said: “{WORDS}.”",
            ],
            "Ada Lund",
            None,
        ),
        (
            [
                "Иерей Фёдор Мацкевич, председатель отдела, говорил о складе.",
                f"«{RUSSIAN}, – сказал отец Фёдор. – Так и живём».",
            ],
            "Фёдор Мацкевич",
            "председатель отдела",
        ),
        (
            [f"Глава хозяйства Ильяс Лось приехал в пятом часу. «{RUSSIAN}», — сообщил фермер."],
            "Ильяс Лось",
            "Глава хозяйства",
        ),
        (
            [
                "Гидролог Глеб Лось, приглашённый инициативной группой, ждал своей очереди.",
                f"— {RUSSIAN}, — заметил гидролог. — Так и есть.",
            ],
            "Глеб Лось",
            "Гидролог",
        ),
        (
            [
                "Проект показал инженер Глеб Лось.",
                f"— {RUSSIAN}, — повторил он раза четыре. — Так и есть.",
            ],
            "Глеб Лось",
            "инженер",
        ),
        (
            [
                "Первой встала пенсионерка Раиса Шумейко, дом которой стоит у карьера.",
                f"— {RUSSIAN}, — сказала она и села, не дожидаясь ответа.",
            ],
            "Раиса Шумейко",
            "пенсионерка",
        ),
        (
            [f"- {RUSSIAN}, - не удержалась продавец мёда Устинья Лось. - Так и есть."],
            "Устинья Лось",
            "продавец мёда",
        ),
        (
            ["Десятилетний Артём Лось объяснил это просто:", f"- {RUSSIAN}."],
            "Артём Лось",
            None,
        ),
        (
            ["Мэр Глеб Лось приехал утром.", f"«{RUSSIAN}», — пожал плечами Лось."],
            "Глеб Лось",
            "Мэр",
        ),
        (
            ["Мэр Глеб Лось приехал утром.", f"«{RUSSIAN}», — признался потом Лось."],
            "Глеб Лось",
            "Мэр",
        ),
        (
            ["Мэр Глеб Лось приехал утром.", f"«{RUSSIAN}», — невозмутимо ответил Глеб."],
            "Глеб Лось",
            "Мэр",
        ),
        (
            ["Писала Анна Лось.", "Когда её спросили, зачем, она удивилась:", f"— {RUSSIAN}."],
            "Анна Лось",
            None,
        ),
        (
            [f"Туроператор из Твери Анна Лось приехала. На вопросы она отвечает: «{RUSSIAN}»."],
            "Анна Лось",
            "Туроператор из Твери",
        ),
        (
            [
                "Председатель комитета Анна Лось молчала.",
                f"Закрывая день, председатель комитета поблагодарила хозяев: «{RUSSIAN}».",
            ],
            "Анна Лось",
            "Председатель комитета",
        ),
        (
            [
                "Анна Лось, владелица юрт, привёзших ей славу, и мэр Глеб Рысь спорили.",
                "Дом строил Пётр Лещ, владелец юрт у реки, привёз макет и чайник.",
                f"«{RUSSIAN}», — признаётся Лещ.",
            ],
            "Пётр Лещ",
            "владелец юрт у реки",
        ),
        (
            [
                "Ada Lund, chair of the council, welcomed the offer.",
                f"The Chair did not dispute it: “{WORDS}.”",
            ],
            "Ada Lund",
            "chair of the council",
        ),
        (
            [
                "The Chairperson-in-Office, Ada Lund, today called for access.",
                f"“{WORDS},” Lund said.",
            ],
            "Ada Lund",
            "Chairperson-in-Office",
        ),
        (
            [
                (
                    "In the debate, the Representative of Norvik, Aurelio Orlik, asked why. "
                    f"“{WORDS},” he argued."
                )
            ],
            "Aurelio Orlik",
            "Representative of Norvik",
        ),
        (
            [f"Ada Lund spoke. Boats were cheap, she argued, and trust was not. “{WORDS}.”"],
            "Ada Lund",
            None,
        ),
        (
            [f"It was moved by Ada Lund, member for Block C. She wept. “{WORDS},” she said."],
            "Ada Lund",
            "member for Block C",
        ),
        (
            ["The artist Ada Lund made a horn.", f"“{WORDS},” the artist notes."],
            "Ada Lund",
            "artist",
        ),
        (
            ["Jan Brask spoke.", f"Brask’s request was rejected. “{WORDS},” he told the hall."],
            "Jan Brask",
            None,
        ),
        (
            [
                (
                    f"<blockquote><p>{WORDS}, I say.</p>"
                    '<div class="by"><b>Ada Maria Lund</b><span>teacher at Skelling</span></div>'
                    "</blockquote>"
                )
            ],
            "Ada Maria Lund",
            "teacher at Skelling",
        ),
        (
            [
                (
                    "<table><tr><td><p><i>I have counted the boats for thirty years.</i></p>"
                    "<p><b>Ada Lund</b>, chair of the council</p></td></tr></table>"
                )
            ],
            "Ada Lund",
            "chair of the council",
        ),
    ],
)
def test_whose_words(blocks: list[str], name: str, position: str | None) -> None:
    assert [(name, position)] == [(one, what) for _, one, what in told(*blocks)]


def test_what_words_of_several_lines_are_called_is_read_from_the_line_below_a_name() -> None:
    page = (
        "<html><head><title>Shore</title></head><body><h1>Shore</h1><p>Participants:</p><table>"
        "<tr><td>Ada Lund</td><td>Judge of the High Court (ret.), moderator</td></tr>"
        "<tr><td>Jan Brask</td><td>court interpreter, Polish</td></tr></table><table>"
        "<tr><td><b>LUND:</b></td><td>Let us begin with the tea, as ever.</td></tr>"
        "<tr><td><b>BRASK:</b></td><td>I have had mine, thank you.</td></tr>"
        "<tr><td><b>LUND:</b></td><td>Is that an answer, Mr. Brask?</td></tr>"
        "<tr><td><b>BRASK:</b></td><td>It is a way of having two at once.</td></tr>"
        "</table></body></html>"
    )
    records = parse(read(page.encode(), "text/html; charset=utf-8"), None)
    told = [
        (quote.speaker.name and quote.speaker.name.text, quote.speaker.position)
        for quote in records.quotes
    ]
    assert [name for name, _ in told] == ["Ada Lund", "Jan Brask"] * 2
    assert {position.text for _, position in told if position} == {
        "Judge of the High Court (ret.), moderator",
        "court interpreter, Polish",
    }
    assert records.sections == ()


def test_words_shown_large_are_not_said_twice() -> None:
    quotes = told(
        f"“We bargain or we vanish,” said Ada Lund. “{WORDS}.”",
        f"“{WORDS}.”",
        f"<blockquote>“{WORDS}.”<footer>Ada Lund</footer></blockquote>",
        "The hall rose.",
    )
    assert len(quotes) == 1


def test_short_words_go_on_what_was_said_above() -> None:
    quotes = told(f"“{WORDS},” said Ada Lund.", "“Nobody wanted to vote after that.”")
    assert [name for _, name, _ in quotes] == ["Ada Lund"] * 2


def test_a_nickname_is_nobodys_words() -> None:
    assert told("Ada Lund asked delegates to remember him by his nickname, “Canelo.”") == []


def test_a_butcher_is_what_somebody_is() -> None:
    quotes = told("Ada Lund, soprano and butcher, came by boat.", f"“{WORDS},” said Lund.")
    assert quotes[0][2] == "soprano and butcher"


def test_what_stands_between_labelled_words_is_the_narrators() -> None:
    quotes = told(
        "<p><b>Ada Lund, ferry captain:</b> I woke because it was quiet. The ice was gone.</p>",
        "<p>The ferry usually starts in the middle of April, and the village waits for it.</p>",
        f"<p>“{WORDS},” said Minister Jan Brask on the pier.</p>",
        "<p><b>Tove Hald, baker:</b> We bake our own bread, but the chemist is over there.</p>",
        "<p><b>Ada Lund:</b> The water went, and the ramp is gone. I am no crane.</p>",
    )
    assert [text for text, *_ in quotes][:1] == ["I woke because it was quiet. The ice was gone."]
    assert ("Tove Hald", "baker") in [(name, position) for _, name, position in quotes]


def test_a_telling_before_a_colon_is_no_label() -> None:
    page = (
        "Ada Lund, deputy mayor of Skelling, told the hall how they won: by boat, and by patience.",
        "Jan Brask, engineer at Norvik, explained what was left: a pier and a lamp, and no road.",
        "Tove Hald, baker, said what she missed: the chemist across the water, and the school.",
    )
    assert told(*page) == []


def test_a_line_that_begins_with_a_comma_names_nobody_whose_life_it_is() -> None:
    assert not is_life("Our graduates do not leave because of the weather.", ", Ada Lund, mayor.")
