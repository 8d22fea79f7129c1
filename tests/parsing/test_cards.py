"""Words and speakers of a report in boxes of their own: whose words, and what is a card."""

from __future__ import annotations

from gold import words
from pages import parse_page

LEAD = "<p>Five operators met in Skelling, and a lender and a passenger were asked why.</p>"


def quotes(*body: str) -> list[tuple[str, str | None, str | None]]:
    """Words, name and position of each quote."""
    return [
        (each.text, words(each.speaker.name), words(each.speaker.position))
        for each in parse_page(LEAD, *body).quotes
    ]


def boxed(said: str, *lines: str) -> str:
    spans = "".join(f"<span class=d-block>{line}</span>" for line in lines)
    return f"<blockquote><p>{said}</p><footer>{spans}</footer></blockquote>"


def test_a_third_line_of_a_card_is_of_the_position_and_nobody_s_words() -> None:
    empty = "At three in the morning the line is empty."
    coach = "A coach that is legal in one country is scrap with curtains."
    between = "<p>Access charges make up almost a third of the ticket.</p>"
    assert quotes(
        boxed(empty, "Ada Lund", "State Secretary for Transport", "Government of Norvik"),
        between,
        boxed(coach, "Jan Brask", "Principal, Mobility Assets", "Harbour Bank"),
    ) == [
        (empty, "Ada Lund", "State Secretary for Transport\nGovernment of Norvik"),
        (coach, "Jan Brask", "Principal, Mobility Assets\nHarbour Bank"),
    ]


def test_a_card_may_end_with_its_second_line() -> None:
    night = "Twice in six years I arrived on time."
    assert quotes(boxed(night, "Ida Weil", "Member of the Passenger Panel")) == [
        (night, "Ida Weil", "Member of the Passenger Panel")
    ]


def test_experts_under_headings_of_their_names() -> None:
    first = "We are no charity. In half a year the scrap fell by an eighth."
    second = "The hardest part was for the foremen."
    third = "I thank the plant for letting us in with our questions."
    fourth = "Bread is eaten on seven days, and I cannot tell a bun that today is closed."
    ask = '<p>Write to us at <a href="mailto:views@norvik.example">views@norvik.example</a>.</p>'
    assert quotes(
        f"<h3>Ada Lund</h3><p><em>head of staff of the Norvik Pump Works</em></p><p>{first}</p>",
        f"<p>{second}</p>",
        f"<h3>Ida Weil</h3><p><em>lecturer at the Skelling Institute</em></p><p>{third}</p>",
        f"<h3>Jan Brask</h3><p><em>owner of the Brask Bakeries</em></p><p>{fourth}</p>",
        ask,
    ) == [
        (f"{first} {second}", "Ada Lund", "head of staff of the Norvik Pump Works"),
        (third, "Ida Weil", "lecturer at the Skelling Institute"),
        (fourth, "Jan Brask", "owner of the Brask Bakeries"),
    ]


def test_lives_under_headings_of_names_are_no_quotes() -> None:
    life = "She has led the office since 2019, and before that she taught our law of rivers."
    assert (
        quotes(
            *(
                f"<h3>{name}</h3><p><em>judge of the Water Court</em></p><p>{life}</p>"
                for name in ("Ada Lund", "Ida Weil", "Jane Brask")
            )
        )
        == []
    )


def test_a_cell_of_three_lines() -> None:
    said = "“We wanted one rulebook, because with two everybody ends up in the lighter one.”"
    row = "<tr><td>{}</td><td>{}<br>Head of Policy<br>Central Bank of Norvik</td></tr>"
    rows = row.format(said, "Ada Lund") + row.format(said.replace("one", "a"), "Ida Weil")
    assert [each[1:] for each in quotes(f"<table>{rows}</table>")] == [
        ("Ada Lund", "Head of Policy\nCentral Bank of Norvik"),
        ("Ida Weil", "Head of Policy\nCentral Bank of Norvik"),
    ]


def test_an_answer_of_two_paragraphs_behind_one_dash() -> None:
    asked = "<p><strong>— {}?</strong></p>"
    lead = "<p>Зачем ехать туда на катере, объясняет директор Музея озёр Пётр Лось.</p>"
    first = "Записались тысяча четыреста. Катеров у нас три, и кому-то придётся ночевать."
    second = "Впрочем, говорят, что именно за этим и едут."
    narrator = "Директор молча наливает чай."
    body = (
        lead,
        asked.format("Который раз") + "<p>— Я считаю, что шестой.</p>",
        asked.format("А в этом году") + f"<p>— {first}</p><p>{second}</p>",
        asked.format("Что в программе") + f"<p>— Мы зажжём лампу.</p><p>{narrator}</p>",
        asked.format("А потом") + "<p>— Потом мы поедем домой.</p>",
    )
    records = parse_page(*body, title="Пётр Лось: «Маяк нельзя перевезти»")
    assert [" ".join(each.text.split()) for each in records.quotes] == [
        "Я считаю, что шестой.",
        f"{first} {second}",
        "Мы зажжём лампу.",
        "Потом мы поедем домой.",
    ]
