"""What is asked first, because it is cheap, never changes the answer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rostrum.parsing.lexicon import FURNITURE_LABELS, OTHER_STORIES, fold, is_one_of
from rostrum.parsing.page import called, comparable
from rostrum.parsing.quotations import pair_by_shape, pair_marks
from rostrum.parsing.speech import ADVERB, SAID
from rostrum.reading import Block

MARKS = st.sampled_from(["“", "”", "„", "«", "»", '"', "‘", "’", "'", "‹", "›"])
WORDS = st.sampled_from(["Lake", "don’t", "’tis", "of", ".", ",", " ", "  ", "\n", "(", "—", "1"])
QUOTING = st.lists(MARKS | WORDS, max_size=14).map("".join)
EDGES = st.text(" .:;,!?—–-\u2011|*•·«»“”\"'()[]\tё", max_size=40)
LABELS = st.sampled_from(sorted(FURNITURE_LABELS | OTHER_STORIES)) | st.text(max_size=60)
TITLES = st.sampled_from(["Ship", "the “Lake”", "THE «LAKE»", "Straße", "strasse", "Озеро", "."])


@given(QUOTING)
def test_marks_that_pair_one_way_pair_so_by_shape_too(text: str) -> None:
    assert pair_by_shape(text) == pair_marks(text)


@given(st.lists(st.sampled_from(["“Lake” ", "«Lake»", "“” ", " « », ", "don’t "])).map("".join))
def test_plain_marks_pair_so_by_shape_too(text: str) -> None:
    assert pair_by_shape(text) == pair_marks(text)


@given(EDGES, LABELS, EDGES)
def test_no_label_is_too_long_to_be_one(before: str, label: str, after: str) -> None:
    line = before + label.upper() + after
    assert (fold(line) in OTHER_STORIES) == is_one_of(line, OTHER_STORIES)
    assert (fold(line) in FURNITURE_LABELS) == is_one_of(line, FURNITURE_LABELS)


@given(TITLES, st.lists(TITLES | EDGES, max_size=3).map(" ".join))
def test_no_title_is_too_long_to_be_it(title: str, text: str) -> None:
    text = " ".join(text.split())
    blocks = [Block(0, len(text), text, "p", 0, False, 0.0, False)]
    found = called(blocks, {comparable(title)})
    assert (comparable(text) == comparable(title)) == bool(found)


def test_no_verb_of_speech_has_a_capital() -> None:
    assert SAID.islower()
    assert ADVERB.islower()
