"""What is not certain is no row: the cases in which a guess would be a wrong one."""

from __future__ import annotations

import pytest

from rostrum.parsing import parse
from rostrum.parsing.attribution import read_attribution
from rostrum.parsing.names import is_name
from rostrum.reading import read


@pytest.mark.parametrize(
    "paragraph",
    [
        "“Rivers are free,” said Ada Lund, a judge, and later “boats are not,” Jan Brask, Mayor.",
        '"Rivers are free," said Ada Lund, a judge, and later "boats are not," Jan Brask, Mayor.',
        "“Rivers”, she said. “Boats”, Ada Lund, Judge.",
        "“Rivers are free and wide,” Deputy Director, Norvik.",
        "«Реки свободны», — Генеральный Директор, Норвик.",
        "“Rivers are free,” Ada Lund and Jan Brask.",
        "“Rivers,” Ada Lund, Judge; “Bridges,” Jan Brask, Mayor.",
        "“Rivers are free,” Former Judge, Skelling.",
    ],
)
def test_no_speaker_is_guessed(paragraph):
    assert read_attribution(paragraph) is None


@pytest.mark.parametrize(
    "name",
    [
        "Mohammed al-Sudani",
        "Valéry d’Estaing",
        "Jan Brask Jr.",
        "Dean Harlow",
        "Ada King",
        "Юрий Советов",
    ],
)
def test_names_that_look_like_something_else(name):
    assert is_name(name)


def parsed(*blocks: str):
    head = "<html><head><title>Shore</title></head><body><h1>Shore</h1>"
    html = f"{head}{''.join(blocks)}</body></html>"
    return parse(read(html.encode(), None), "report")


ADA = "“The shore is longer than the law,” Ada Lund, Judge, Water Court."
JAN = "“Nobody has counted the boats since the flood,” Jan Brask, Mayor of Skelling."


def test_a_line_that_is_no_thesis_ends_the_last_one():
    records = parsed(
        "<h2>PROBLEMS</h2><h3>The first claim</h3>",
        f"<p>{ADA}</p><p>One keeper for each levee.</p><p>{JAN}</p>",
    )
    assert [1, None] == [quote.thesis_number for quote in records.quotes]


def test_a_bold_line_that_opens_with_a_quoted_term_is_a_thesis():
    records = parsed(
        "<h2>PROBLEMS</h2><h3>The first claim</h3>",
        f"<p>{ADA}</p><p><b>“River shares” as an alternative</b></p><p>{JAN}</p>",
    )
    assert [1, 2] == [quote.thesis_number for quote in records.quotes]


def test_the_speaker_on_the_line_below_is_the_speaker_and_no_thesis():
    records = parsed(
        "<h2>PROBLEMS</h2><p>“The shore is longer than the law.”</p>",
        f"<p>Ada Lund, Judge, Water Court</p><p>{JAN}</p>",
    )
    assert ["Ada Lund", "Jan Brask"] == [quote.name.text for quote in records.quotes]
    assert records.theses == ()


def test_speakers_above_their_quotes_are_not_given_to_the_quotes_above_them():
    records = parsed(
        "<h2>PROBLEMS</h2>",
        "<p>Ada Lund, Judge, Water Court</p>",
        "<p>“The shore is much longer than the law ever was.”</p>",
        "<p>Jan Brask, Mayor of Skelling</p><p>“Nobody has counted the boats since the flood.”</p>",
    )
    assert records.quotes == ()
    assert len(records.issues) == 2


def test_a_thesis_may_have_the_words_of_the_title():
    records = parsed(f"<h2>PROBLEMS</h2><h3>Shore</h3><p>{ADA}</p>")
    assert ["Shore"] == [thesis.heading.text for thesis in records.theses]
    assert records.lead == ()


def test_two_bold_lines_do_not_take_a_quote_out_of_its_section():
    records = parsed(
        "<h2>PROBLEMS</h2><p><b>A bold remark</b></p>",
        f"<p><b>The claim itself</b></p><p>{ADA}</p>",
    )
    assert ["problems"] == [section.kind for section in records.sections]
    assert ["The claim itself"] == [thesis.heading.text for thesis in records.theses]
