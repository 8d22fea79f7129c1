"""Names in any text: spans are valid, nothing crashes, and time grows in proportion."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostrum.parsing.affiliations import read_affiliation
from rostrum.parsing.names import is_name, strip_honorific, trim_name
from rostrum.parsing.names_in_prose import find_names
from rostrum.parsing.positions import split_position
from rostrum.parsing.same_person import gender_of, same_person
from rostrum.parsing.title_before import title_before

WORDS = st.sampled_from(
    "Ada Lund van der S. В. Jr. Mr. H.E. the of and President Committee Norvik Олег Свиридюк оглы "
    "министра юстиции « » “ ” , . ; ( ) — - "
    "’s MEP PhD Judge EU II \u00a0 \n ñ 7 al-Sudari O’B ß ǅ".split(" ")
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=15).map(" ".join))


@given(TEXTS)
def test_spans_are_names_in_printed_order(text):
    last = 0
    for start, end in find_names(text):
        assert last <= start < end <= len(text)
        assert is_name(text[start:end])
        begin = title_before(text, start)
        assert begin is None or 0 <= begin < start
        last = end


@given(TEXTS, TEXTS)
def test_nothing_crashes(text, other):
    start, end = trim_name(text)
    assert 0 <= start <= max(start, end) <= len(text)
    assert strip_honorific(text) <= len(text)
    assert gender_of(text) in {"f", "m", None}
    assert same_person(text, other) == same_person(other, text)
    read_affiliation(text)
    for role in split_position(text):
        assert role.role in text
        assert role.organization is None or role.organization in text


@pytest.mark.parametrize(
    "unit",
    [
        "Ada Lund said. ",
        "Ada ",
        "van ",
        "A. ",
        "Ada van van ",
        "A’",
        "A-",
        "Dr. ",
        " ",
        "Олег и ",
        "A1",
    ],
)
def test_time_is_in_proportion(unit):
    def seconds(count: int) -> float:
        text = unit * count
        begin = time.process_time()
        find_names(text)
        is_name(text)
        trim_name(text)
        split_position(text)
        title_before(text, len(text))
        read_affiliation(text)
        return time.process_time() - begin

    def least(count: int) -> float:
        """The least of a few: a busy machine adds to the time, and never takes from it."""
        return min(seconds(count) for _ in range(3))

    assert least(40_000) < 12 * least(10_000) + 0.05
