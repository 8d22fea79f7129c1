"""Quotation marks of English, Russian and German typography, and of typewriters."""

from __future__ import annotations

import pytest

from rostrum.parsing.marks import closings, opens_quotation


@pytest.mark.parametrize(
    "text",
    [
        "“Yes.”",
        "“ Yes.”",
        "„Ja“",
        "«Да»",
        "« Да »",
        '"Yes"',
        "‘Yes’",
        "'Yes'",
        "”Yes”",
        "“<...> yes”",
        "“[We] do”",
        "“(We) do”",
        "“…and so”",
        "“...and so”",
        "“‘Yes’ he said”",
        "««Да» и нет»",
        "“2026 is”",
    ],
)
def test_what_opens_a_quotation(text: str) -> None:
    assert opens_quotation(text)


@pytest.mark.parametrize("text", ["", "Yes “so”", "“", "» и", "— Да", "(“Yes”)"])
def test_what_opens_none(text: str) -> None:
    assert not opens_quotation(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“One” two", "One", id="English"),
        pytest.param("„One“ two", "One", id="German"),
        pytest.param("„One” two", "One", id="Polish"),
        pytest.param("«One» two", "One", id="Russian"),
        pytest.param("« One » two", " One ", id="French"),
        pytest.param('"One" two', "One", id="straight"),
        pytest.param("‘One’s own’ two", "One’s own", id="single with an apostrophe"),
        pytest.param("'One's own' two", "One's own", id="single straight"),
        pytest.param("”One” two", "One", id="opened by a closing mark"),
        pytest.param("“One “two” three” four", "One “two” three", id="nested English"),
        pytest.param("«One «two» three» four", "One «two» three", id="nested Russian"),
        pytest.param("«One „two“ three» four", "One „two“ three", id="nested German in Russian"),
        pytest.param("“One ‘two’ three” four", "One ‘two’ three", id="nested single"),
        pytest.param("“One «two» three” four", "One «two» three", id="nested of another family"),
    ],
)
def test_the_likeliest_close_balances_the_marks(text: str, expected: str) -> None:
    assert expected == text[1 : next(closings(text))]


@pytest.mark.parametrize("text", ["“One “two” three", "«One «two» three"])
def test_one_mark_may_close_two_levels(text: str) -> None:
    assert [text.index("two") + 3] == list(closings(text))


def test_every_mark_that_may_close_is_tried_once() -> None:
    places = list(closings("“One “two” three “four” five"))
    assert places == [9, 22]


def test_nothing_after_the_quotation_has_closed_is_tried() -> None:
    assert list(closings("“One” “two” three”")) == [4]
    assert list(closings('"One," said Ada, and later "two," Jan')) == [5]
    assert list(closings("“One “two” three” four” five")) == [16]


def test_a_quotation_never_closed_has_no_close() -> None:
    assert list(closings("“One two")) == []


def test_an_apostrophe_closes_nothing() -> None:
    assert list(closings("‘One’s own")) == []
