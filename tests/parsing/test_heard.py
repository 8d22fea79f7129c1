"""Who speaks on pages as journalists and press offices write them: one small page each."""

from __future__ import annotations

import pytest
from tests.parsing.test_telling import RUSSIAN, WORDS, told

from rostrum.errors import PageError
from rostrum.parsing.parse import parse
from rostrum.reading import read

MORE = "Nobody has told the boats that the harbour moved, and we shall not wait"


def people(*blocks: str) -> list[tuple[str | None, str | None]]:
    return [(name, position) for _, name, position in told(*blocks)]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (
            [
                "Ada Lund and Jan Brask came.",
                f"“{WORDS},” said Lund. “{MORE},” Brask offered. Lund smiled. “We will see.”",
            ],
            [("Ada Lund", None), ("Jan Brask", None), ("Ada Lund", None)],
        ),
        (
            ["Ada Lund, mayor of Skelling, came.", f"“{WORDS},” as Lund put it."],
            [("Ada Lund", "mayor of Skelling")],
        ),
        (
            [f"Jan Brask, chair of Brask Brothers, replied: “{WORDS}.”"],
            [("Jan Brask", "chair of Brask Brothers")],
        ),
        (
            [f"From the floor, bar owner Ada Lund got the last word: “{WORDS}.”"],
            [("Ada Lund", "bar owner")],
        ),
        (
            ["Ada Lund spoke.", f"A pupil asked twice. The answer came from Lund: “{WORDS}.”"],
            [("Ada Lund", None)],
        ),
        (
            ["Ada Lund spoke.", f"Boats fail, according to Lund. “{WORDS}.”"],
            [("Ada Lund", None)],
        ),
        (
            ["Ada Lund showed a bridge. Her biggest problem is paper: " + f"“{WORDS}.”"],
            [("Ada Lund", None)],
        ),
        (
            [f"Ada Lund, Q.C., chair of the Lake Fund, disagreed. “{WORDS},” she said."],
            [("Ada Lund", "chair of the Lake Fund")],
        ),
        (
            [f"“{WORDS},” said Rector Univ.-Prof. Dr. Ada Lund at the opening."],
            [("Ada Lund", "Rector")],
        ),
        (
            [f"“{WORDS},” said Ada Lund, founder of the Lake Fund, to loud applause."],
            [("Ada Lund", "founder of the Lake Fund")],
        ),
        (
            [f"Ada Lund swam. She is head of harbours at Norvik, and sang. “{WORDS},” she said."],
            [("Ada Lund", "head of harbours at Norvik")],
        ),
        (
            ["Ada Lund spoke.", f"An usher locked up. “{WORDS},” he said."],
            [(None, "usher")],
        ),
        (
            [
                "Ada Lund, mayor of Skelling, spoke.",
                "In her remarks the mayor said that it rains.",
                f"“{WORDS}. {MORE}.”",
            ],
            [("Ada Lund", "mayor of Skelling")],
        ),
        (
            ["Ada Lund spoke. They found themselves, she said, “explaining mud to birds”."],
            [],
        ),
    ],
)
def test_who_speaks(blocks: list[str], expected: list[tuple[str | None, str | None]]) -> None:
    assert people(*blocks) == expected


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (
            [f"Все молчали. «{RUSSIAN}». Об этом журналистам заявила директор порта Анна Лось."],
            [("Анна Лось", "директор порта")],
        ),
        (["Анна Лось вышла.", f"— {RUSSIAN}! — крикнули из зала."], [(None, None)]),
        ([f"Кто-то из зала: «{RUSSIAN}»."], [(None, None)]),
        (
            ["Выступила Инга Лосева-Рысь.", f"При этом, по словам Лосевой-Рысь, «{RUSSIAN}»."],
            [("Инга Лосева-Рысь", None)],
        ),
        (
            [f"По словам главного библиографа порта Анны Лось, «{RUSSIAN}»."],
            [("Анны Лось", "главного библиографа порта")],
        ),
        (
            [f"«{RUSSIAN}, — потребовал от чиновников мэр порта Иван Лось, — и точка»."],
            [("Иван Лось", "мэр порта")],
        ),
        (
            [f"— {RUSSIAN}, — вздохнула учительница Анна Лось, которая плавает сама."],
            [("Анна Лось", "учительница")],
        ),
        (
            ["Выступил председатель обкома Лосев В.П.", f"«{RUSSIAN}», — сказал В.П.Лосев."],
            [("В.П.Лосев", "председатель обкома")],
        ),
        (
            [
                "Председатель комитета Иван Лось выступил первым. С ним спорила Анна Рысь.",
                f"В заключение председатель комитета всех поблагодарил. «{RUSSIAN}», – сказал он.",
            ],
            [("Иван Лось", "Председатель комитета")],
        ),
        (
            ["Депутат Иван Лось усомнился в этом.", f"– {RUSSIAN}.", "Прения закончились в шесть."],
            [("Иван Лось", "Депутат")],
        ),
        (
            [f"По словам Анны Лось, всё готово. «{RUSSIAN}», – добавила она. Анна Лось ушла."],
            [("Анна Лось", None)],
        ),
        (
            [f"Переизбран И. П. Лось. – {RUSSIAN}, – пояснил он."],
            [],
        ),
    ],
)
def test_who_speaks_in_russian(
    blocks: list[str], expected: list[tuple[str | None, str | None]]
) -> None:
    assert people(*blocks) == expected


def test_an_interviewer_is_not_who_answers() -> None:
    questions = ("Why boats?", "And the lake?", "What comes next?")
    answers = ("I grew up on one.", "We swim in it, all of us.", "I shall build a pier.")
    turns = [
        part
        for question, answer in zip(questions, answers, strict=True)
        for part in (f"<h4>{question}</h4>", answer)
    ]
    head = "Our correspondent Jan Brask sat down with Ada Lund, mayor of Skelling, in May."
    assert {name for name, _ in people(head, *turns)} == {"Ada Lund"}


def read_report(body: str) -> tuple[str, list[str]]:
    page = f"<html><head><title>Shore talks</title></head><body>{body}</body></html>"
    records = parse(read(page.encode(), "text/html; charset=utf-8"), "report")
    return records.title.text, [section.heading.text for section in records.sections]


SAID = f"<p>“{WORDS},” said Ada Lund.</p>"


def test_a_title_in_several_lines_is_one() -> None:
    title, _ = read_report(f"<h1>The shore:<br>who owns it</h1>{SAID}")
    assert title == "The shore: who owns it"


def test_first_headings_below_a_title_that_is_none_are_sections() -> None:
    title, sections = read_report(
        "<p class='MsoTitle'>Report on the shore talks</p>"
        f"<h1>1. The question</h1>{SAID}<h1>2. The answer</h1>{SAID}"
    )
    assert title == "Report on the shore talks"
    assert sections == ["1. The question", "2. The answer"]


def test_a_tabs_name_above_the_same_heading_is_no_section() -> None:
    _, sections = read_report(
        f"<h1>Shore talks</h1><div>Conclusions</div><h2>KEY CONCLUSIONS</h2>{SAID}"
        f"<h2>PROBLEMS</h2>{SAID}"
    )
    assert sections == ["KEY CONCLUSIONS", "PROBLEMS"]


def test_two_full_sections_of_one_kind_are_refused() -> None:
    with pytest.raises(PageError, match="two reports"):
        read_report(f"<h1>Shore talks</h1><h2>PROBLEMS</h2>{SAID}<h2>Problems</h2>{SAID}")
