"""A full stop ends a sentence, except where it belongs to an abbreviation."""

from __future__ import annotations

import pytest

from rostrum.parsing.sentences import find_sentence_end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One two. Three", "One two."),
        ("One two! Three", "One two!"),
        ("One two? “Three”", "One two?"),
        ("Раз два. Три", "Раз два."),
        ("Раз два. «Три»", "Раз два."),
        ("One two. three", "One two. three"),
        ("One two.", "One two."),
        ("One two", "One two"),
        ("One 2.5 three", "One 2.5 three"),
        ("One two. 3 four", "One two. 3 four"),
        ("Dean of St. Olaf. Two", "Dean of St. Olaf."),
        ("Norvik Inc. Harbour. Two", "Norvik Inc. Harbour."),
        ("See art. Two", "See art. Two"),
        ("At the U.S. Court. Two", "At the U.S. Court."),
        ("By A. B. Lund. Two", "By A. B. Lund."),
        ("Город г. Скеллинг. Два", "Город г. Скеллинг."),
        ("5 млн. Евро. Два", "5 млн. Евро."),
        ("(see Dr. Lund). Two", "(see Dr. Lund)."),
        ("", ""),
    ],
)
def test_the_first_sentence(text: str, expected: str) -> None:
    assert expected == text[: find_sentence_end(text, 0)]


def test_the_search_begins_where_it_is_told_to() -> None:
    text = "One. Two. Three."
    assert text[: find_sentence_end(text, 5)] == "One. Two."
