"""Conversations: transcripts, press conferences, interviews with several people and with one."""

from __future__ import annotations

import pytest

from rostrum.parsing.parse import parse
from rostrum.reading import read

LUND = (
    "<p><b>Ada Lund, Chair of the inquiry:</b> Good morning. The shore is longer than the law.</p>"
)
LOSS = "<p><b>Piotr Loss, ferry master, Norvik Lines:</b> I have sailed it for nine years.</p>"
MORE = "<p>People ask why. You cannot stop in a current.</p>"
ASKED = "<p><b>Ada Lund:</b> Who measured the current?</p>"
ANSWERED = "<p><b>Piotr Loss:</b> I did. There is a book, and nobody reads it.</p>"


def page(*blocks: str, title: str = "Hearing on the shore", language: str = "en") -> bytes:
    """A page of some blocks."""
    return (
        f'<html lang="{language}"><head><title>{title}</title></head><body><main><h1>{title}</h1>'
        f"{''.join(blocks)}</main></body></html>"
    ).encode()


def told(body: bytes) -> list[tuple[str, str | None, str | None]]:
    """Words, name and position of each quote."""
    return [
        (
            one.text,
            one.speaker.name.text if one.speaker.name else None,
            one.speaker.position.text if one.speaker.position else None,
        )
        for one in parse(read(body, "text/html; charset=utf-8"), "report").quotes
    ]


def test_a_transcript_is_read_turn_by_turn():
    found = told(page("<p>The edited transcript follows.</p>", LUND, LOSS, MORE, ASKED, ANSWERED))
    master = "ferry master, Norvik Lines"
    assert found == [
        ("Good morning. The shore is longer than the law.", "Ada Lund", "Chair of the inquiry"),
        (
            "I have sailed it for nine years.\nPeople ask why. You cannot stop in a current.",
            "Piotr Loss",
            master,
        ),
        ("Who measured the current?", "Ada Lund", "Chair of the inquiry"),
        ("I did. There is a book, and nobody reads it.", "Piotr Loss", master),
    ]


@pytest.mark.parametrize(
    "between",
    [
        "<p>[The hearing was interrupted by a fire alarm.]</p>",
        "<p><i>The witness drinks some water and looks at the map.</i></p>",
        "<h3>After the break</h3>",
        "<p>“We will be reasonable,” said Ada Lund in the hall.</p>",
        "<p>Captain Unknown: The current is not what it was.</p>",
    ],
)
def test_what_is_nobodys_words_ends_a_turn(between):
    (found,) = (
        one for one in told(page(LUND, LOSS, between, ASKED, ANSWERED)) if "sailed" in one[0]
    )
    assert found[0] == "I have sailed it for nine years."


def test_prose_below_the_last_turn_is_not_its():
    assert told(page(LUND, LOSS, ASKED, ANSWERED, MORE))[-1][0].endswith("nobody reads it.")


def test_initials_and_a_surname_are_the_person_the_page_names():
    body = page(
        "<p>Глава края Илья Сафронов встретился с Ольгой Лось.</p>",
        "<p>Министр портов Ольга Лось рассказала о причале.</p>",
        "<p><b>И.Сафронов:</b> Когда откроют причал?</p>",
        "<p><b>О.Лось</b> (<i>смеётся</i>)<b>:</b> С открытием навигации, в первых числах мая.</p>",
        "<p>Экипаж набран, капитан один.</p>",
        "<p><b>И.Сафронов:</b> Проверю. Спасибо.</p>",
        title="Рабочая встреча",
        language="ru",
    )
    assert told(body) == [
        ("Когда откроют причал?", "Илья Сафронов", "Глава края"),
        (
            "С открытием навигации, в первых числах мая.\nЭкипаж набран, капитан один.",
            "Ольга Лось",
            "Министр портов",
        ),
        ("Проверю. Спасибо.", "Илья Сафронов", "Глава края"),
    ]


def test_dashes_below_a_line_with_a_name_are_its_words_and_questions_nobodys():
    body = page(
        "<p><b>Пауль Дорн, тренер «Волны»:</b></p>",
        "<p>– Два периода мы играли, третий смотрели.</p>",
        "<p><b>Егор Лунин, тренер «Бурана»:</b></p>",
        "<p>– Спасибо трибунам, они забили гол.</p>",
        "<p><i>– Когда вернётся вратарь?</i></p>",
        "<p>– В понедельник, но без контакта.</p>",
        "<p>Вратарь вышел к автобусу первым.</p>",
        title="После матча",
        language="ru",
    )
    assert told(body) == [
        ("Два периода мы играли, третий смотрели.", "Пауль Дорн", "тренер «Волны»"),
        ("Спасибо трибунам, они забили гол.", "Егор Лунин", "тренер «Бурана»"),
        ("В понедельник, но без контакта.", "Егор Лунин", "тренер «Бурана»"),
    ]


def test_a_list_of_people_is_no_conversation():
    body = page(
        "<p>Panellists: Ada Lund, Chair of the inquiry; Piotr Loss, ferry master.</p>",
        "<p>Venue: Hall 2, Norvik.</p>",
        "<p>Contact: Runa Holt, press office.</p>",
        "<p>Time: ten in the morning.</p>",
    )
    assert told(body) == []


QUESTIONS = (
    "When did you learn of the leak?",
    "Could you have stopped it?",
    "Why do you answer the calls yourself?",
)
ANSWERS = (
    "From my hairdresser. I had eight boats on the water.",
    "No. We could only put the camera on the internet.",
    "Because on Fridays I make the decisions.",
)
LEAD = "<p>We talked to Lucinda Ferrel, founder of Azure Ferries. It was about the leak.</p>"


def interview(question: str, answer: str, lead: str = LEAD) -> bytes:
    """An interview whose questions and answers are put so."""
    rows = zip(QUESTIONS, ANSWERS, strict=True)
    blocks = [question.format(asked) + answer.format(said) for asked, said in rows]
    return page(lead, *blocks, title="A rumour at sea")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("<p><b>{}</b></p>", "<p>{}</p>"),
        ("<p><strong>– {}</strong></p>", "<p>– {}</p>"),
        ("<p><i>{}</i></p>", "<p>{}</p>"),
        ("<h3>{}</h3>", "<p>{}</p>"),
        ("<p>— {}</p>", "<p>— {}</p>"),
        ("<p class=q>{}</p>", "<p class=a>{}</p>"),
        ("<p><b>{}</b></p>", "<p>“{}”</p>"),
    ],
)
def test_an_interview_with_one_person(question, answer):
    assert told(interview(question, answer)) == [
        (said, "Lucinda Ferrel", "founder of Azure Ferries") for said in ANSWERS
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "<p>Answers to what passengers of the ferries want to know.</p>",
        "<p>Lucinda Ferrel founded the ferries; this page tells how they run.</p>",
        "<p>We met Lucinda Ferrel and Piotr Loss on the quay and asked about the leak.</p>",
    ],
)
def test_questions_without_one_certain_interviewee_are_nobodys(lead):
    assert told(interview("<h3>{}</h3>", "<p>{}</p>", lead)) == []


def test_a_narrator_in_a_dialogue_says_nothing_of_the_interviewees():
    narrated = (
        "<p>The phone rings.</p>",
        "<p>The port told us nothing. “The pier stays,” – says its head, Jan Brask.</p>",
    )
    rows = zip(QUESTIONS, ANSWERS, (*narrated, ""), strict=True)
    blocks = [f"<p><b>– {asked}</b></p><p>– {said}</p>{after}" for asked, said, after in rows]
    found = told(page(LEAD, *blocks, title="A rumour at sea"))
    assert [one for one in found if one[1] == "Lucinda Ferrel"] == [
        (said, "Lucinda Ferrel", "founder of Azure Ferries") for said in ANSWERS
    ]


def test_a_rubric_tells_that_it_is_an_interview():
    lead = "<p>Interview</p><p>Lucinda Ferrel, founder of Azure Ferries, waits on the quay.</p>"
    found = told(interview("<p><b>{}</b></p>", "<p>{}</p>", lead))
    assert [name for _, name, _ in found] == ["Lucinda Ferrel"] * 3


def test_answers_to_what_is_often_asked_are_nobodys():
    lead = "<p>We asked Lucinda Ferrel, founder, for the most common questions of passengers.</p>"
    asked = zip(
        QUESTIONS, ("The desk opens at nine.", "The fare is ten.", "Dogs pay."), strict=True
    )
    blocks = [f"<h3>{question}</h3><p>{said}</p>" for question, said in asked]
    assert told(page(lead, *blocks)) == []


def test_initials_stand_for_a_name_that_a_turn_before_spells_out() -> None:
    page = (
        "<html><head><title>The wreck</title></head><body><h1>The wreck</h1>"
        "<p>Ada Lund is head of wrecks at the Skelling Museum.</p>"
        "<p>Joss Ferrer: What did you think when you saw her?</p>"
        "<p>Ada Lund: I thought that she was a bank of sand, and so did everybody.</p>"
        "<p>JF: Was there a case for leaving her where she was?</p>"
        "<p>AL: A very good one, since mud is the best museum there is.</p>"
        "<p>ZZ: And somebody else speaks here of whom the page tells nothing at all.</p>"
        "</body></html>"
    )
    records = parse(read(page.encode(), "text/html; charset=utf-8"), "report")
    told = [
        (one.text[:9], one.speaker.name and one.speaker.name.text, one.speaker.position)
        for one in records.quotes
    ]
    assert [(words, name) for words, name, _ in told] == [
        ("I thought", "Ada Lund"),
        ("A very go", "Ada Lund"),
    ]
    assert [p.text for *_, p in told if p] == ["head of wrecks at the Skelling Museum"] * 2


def test_an_interview_leaves_its_pull_quotes_and_its_narrator_out() -> None:
    body = page(
        "<p>Ada Lund repairs clocks. I met her in the tower.</p>",
        "<p><b>When did you begin?</b></p><p>I began in 1988, when a train was late.</p>",
        "<p><b>Why do you go on?</b></p>"
        "<p>Because a silent clock is a picture of a clock, I think.</p>"
        "<blockquote><p>A silent clock is a picture of a clock.</p></blockquote>",
        "<p><b>Is there an apprentice?</b></p><p>I have one, and he looks for the button.</p>"
        "<p>Since our conversation the council has met. I asked its mayor, Jan Brask, too. “The "
        "clock is a separate matter, and we shall see,” he wrote.</p>",
        title="The clock keeper",
    )
    assert [(words, name) for words, name, _ in told(body)] == [
        ("I began in 1988, when a train was late.", "Ada Lund"),
        ("Because a silent clock is a picture of a clock, I think.", "Ada Lund"),
        ("I have one, and he looks for the button.", "Ada Lund"),
        ("The clock is a separate matter, and we shall see", "Jan Brask"),
    ]


def test_words_below_a_name_and_a_position_of_two_lines() -> None:
    cards = "".join(
        f"<div><div class=name>{name}</div><div class=job>{job}<br>{firm}</div>"
        f"<div class=words>{said}</div></div>"
        for name, job, firm, said in (
            ("Ada Lund", "Architect,", "Norvik Bureau", "We counted all the gardens of the town."),
            ("Jan Brask", "Chief engineer", "Skelling Water", "I would ask the rain in, not out."),
        )
    )
    assert told(page(f"<p>The forum met in Norvik for two days.</p>{cards}")) == [
        ("We counted all the gardens of the town.", "Ada Lund", "Architect,\nNorvik Bureau"),
        ("I would ask the rain in, not out.", "Jan Brask", "Chief engineer\nSkelling Water"),
    ]


def test_who_conducted_an_interview_is_not_interviewed() -> None:
    body = page(
        "<p>Ilse K. Maartenson, Governor of the Bank, spoke to the weekly about coins. The "
        "interview was conducted by Rasmus Olander.</p>",
        "<p><b>Is the battle won?</b></p><p>No. We have come down the hill, and we go on.</p>",
        "<p><b>Does the Bank have room?</b></p><p>I have a mandate, and the coffee is good.</p>",
        "<p><b>What do you pay for in coins?</b></p><p>The ferry. I know who empties it.</p>",
        title="Cash will be here",
    )
    assert [name for _, name, _ in told(body)] == ["Ilse K. Maartenson"] * 3


def test_a_line_below_the_title_tells_with_whom_an_interview_is() -> None:
    deck = "<p>Лусинда Феррель, директор Лазурных паромов, – о рыбе, отливах и длинных ночах</p>"
    lead = f"{deck}<p>Накануне юбилея мы поговорили с ней и с её коллегами.</p>"
    asked = ("Когда вы узнали?", "Могли бы вы помешать?", "Зачем вы сами отвечаете?")
    said = ("От парикмахера. У нас было восемь лодок.", "Нет, я спал.", "По пятницам я решаю.")
    blocks = [
        f"<p><b>– {question}</b></p><p>– {answer}</p>"
        for question, answer in zip(asked, said, strict=True)
    ]
    told_of_others = (
        "<p>Её слова подтверждает рыбак: «Я три раза ездил к ней просить отсрочку».</p>"
    )
    body = page(lead, *blocks[:2], told_of_others, blocks[2], title="Слух", language="ru")
    assert [
        (words, position) for words, name, position in told(body) if name == "Лусинда Феррель"
    ] == [(answer, "директор Лазурных паромов") for answer in said]


def test_a_narrator_between_two_questions_ends_an_answer() -> None:
    narrator = (
        "<p>The harbour master, Jan Brask, confirmed this to the weekly. “We did not like "
        "it, and we paid for it,” he said.</p>"
    )
    rows = zip(QUESTIONS, ANSWERS, (narrator, "", ""), strict=True)
    blocks = [f"<p><b>{asked}</b></p><p>{said}</p>{after}" for asked, said, after in rows]
    found = told(page(LEAD, *blocks, title="A rumour at sea"))
    assert [words for words, name, _ in found if name == "Lucinda Ferrel"] == [*ANSWERS]
    assert ("We did not like it, and we paid for it", "Jan Brask", "harbour master") in found
