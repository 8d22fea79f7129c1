"""What must hold of tracing, whatever a publisher does to a page."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rostrum.ids import make_id
from rostrum.warehouse.history import Change, Step, longest_rise, trace
from rostrum.warehouse.matching import Quote, Words, similarity

WORDS = (
    "The lake has no lawyer, and so it loses every case",
    "The lake has no lawyer and so it loses each case",
    "We counted the boats twice and came to three numbers",
    "We counted the boats twice and came to three numbers. Nobody believed it",
    "From December the ice is too thick for boats",
    "Yes",
    "…",
)


def quotes_from(said: list[tuple]) -> list[Quote]:
    """Quotes in their order, each with the id that loading gives it."""
    seen: list[str] = []
    quotes = []
    for number, (text, name, position, section, thesis) in enumerate(said, start=1):
        seen.append(text)
        own_id = make_id("https://lakes.example/", text, seen.count(text))
        quotes.append(Quote(number, own_id, text, name, position, "other", section, thesis))
    return quotes


SAID = st.tuples(
    st.sampled_from(WORDS),
    st.sampled_from(("Ada Brandt", "Tomas Weil", None)),
    st.sampled_from(("Director", None)),
    st.sampled_from(("PROBLEMS", "SOLUTIONS", None)),
    st.sampled_from(("The shore", "The law", None)),
)
PAGE = st.lists(SAID, max_size=6).map(quotes_from)


def digest(quotes: list[Quote]) -> str:
    return make_id(*map(repr, quotes))


def steps_of(pages: list[list[Quote]]) -> list[Step]:
    return trace((digest(quotes), quotes) for quotes in pages)


@settings(max_examples=400, deadline=None)
@given(st.lists(PAGE, min_size=1, max_size=6))
def test_ids_are_apart_on_each_revision_and_the_same_each_time(pages):
    ids = {}
    for quotes, step in zip(pages, steps_of(pages), strict=True):
        assert [quote.number for quote in quotes] == list(step.ids)
        assert len(set(step.ids.values())) == len(quotes)
        assert ids.setdefault(digest(quotes), step.ids) == step.ids


@settings(max_examples=400, deadline=None)
@given(st.lists(PAGE, min_size=1, max_size=4))
def test_the_same_quotes_again_make_no_change(pages):
    doubled = [(f"{number}{half}", page) for number, page in enumerate(pages) for half in "ab"]
    steps = trace(doubled)
    assert steps[0].changes == ()
    for first, second in zip(steps[::2], steps[1::2], strict=True):
        assert second.changes == ()
        assert first.ids == second.ids


@settings(max_examples=400, deadline=None)
@given(st.lists(PAGE, min_size=1, max_size=5), st.randoms())
def test_the_order_of_the_rows_given_does_not_count(pages, chance):
    shuffled = [chance.sample(page, len(page)) for page in pages]
    given_so = trace((digest(page), mixed) for page, mixed in zip(pages, shuffled, strict=True))
    for step, other in zip(steps_of(pages), given_so, strict=True):
        assert step.changes == other.changes
        assert step.ids == other.ids


@settings(max_examples=400, deadline=None)
@given(st.lists(PAGE, min_size=2, max_size=5))
def test_what_came_first_is_told_the_same_whatever_came_later(pages):
    whole = steps_of(pages)
    for count in range(len(pages)):
        assert whole[:count] == steps_of(pages[:count])


@settings(max_examples=1000, deadline=None)
@given(st.lists(PAGE, min_size=2, max_size=5))
def test_the_changes_lead_from_the_old_page_to_the_new(pages):
    for old, new, step in zip(pages, pages[1:], steps_of(pages)[1:], strict=False):
        assert [facts(quote) for quote in new] == replay(old, new, step.changes)


def facts(quote: Quote) -> tuple[str, str | None, str | None]:
    return quote.text, quote.speaker_name, quote.position


def replay(old: list[Quote], new: list[Quote], changes: tuple[Change, ...]) -> list[tuple]:
    """The newer page's quotes, made of the older's by what the changes say.

    Of a new name, the rows do not tell the position that goes with it: it is taken from the page,
    as is the position of a quote that was added.
    """
    was = {quote.number: list(facts(quote)) for quote in old}
    given_places: dict[int, list] = {}
    for change in changes:
        before, after = change.number_before, change.number_after
        if change.change == "removed":
            assert was.pop(before)[0] == change.before
        elif change.change == "added":
            position = new[after - 1].position
            given_places[after] = [change.after, change.speaker_name, position]
        elif change.change == "reworded":
            assert was[before][0] == change.before
            was[before][0] = change.after
        elif change.change == "reattributed":
            position = new[after - 1].position
            if was[before][1] != change.speaker_name:
                assert was[before][1] == change.before
                was[before][1] = change.after
            else:
                assert change.before == joined(was[before])
                assert change.after == joined([None, was[before][1], position])
            was[before][2] = position
        else:
            assert change.before != change.after
    for change in changes:
        if change.change == "moved":
            given_places[change.number_after] = was.pop(change.number_before)
    kept = iter(was.values())
    found = [given_places.get(place) or next(kept) for place in range(1, len(new) + 1)]
    assert list(kept) == []
    return [tuple(one) for one in found]


def joined(facts: list) -> str | None:
    return ", ".join(part for part in facts[1:] if part) or None


def test_a_longest_rise_is_one():
    chance = random.Random(4)
    for _ in range(300):
        numbers = chance.sample(range(9), 7)
        places = longest_rise(numbers)
        series = [numbers[place] for place in places]
        assert sorted(places) == places
        assert sorted(series) == series
        longest = 0
        for chosen in range(1 << 7):
            some = [number for place, number in enumerate(numbers) if chosen >> place & 1]
            longest = max(longest, len(some) if some == sorted(some) else 0)
        assert longest == len(series)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The lake has no lawyer", "The lake has no lawyer!"),
        ("Озеро ещё не знает закона", "Озеро еще не знает закона"),
        ("The lake has no lawyer", "The Lake has no Lawyer"),
        ("“The lake” has no lawyer", "'The lake' has no lawyer"),
        ("The ﬁsh has no lawyer", "The fish has no lawyer"),
    ],
)
def test_typography_makes_no_difference(one, other):
    numbers: dict[str, int] = {}
    assert similarity(Words(one, numbers), Words(other, numbers)) == 1


def test_words_whose_id_a_reworded_quote_bears_get_another():
    first, second = "The lake has no lawyer and loses", "The lake has no lawyer and loses it"
    steps = steps_of(
        [
            quotes_from([(text, "Ada Brandt", None, None, None) for text in page])
            for page in ([first], [second], [second, first], [first])
        ]
    )
    own = make_id("https://lakes.example/", first, 1)
    assert [own] == list(steps[0].ids.values()) == list(steps[1].ids.values())
    kept, again = steps[2].ids.values()
    assert own == kept
    assert again not in {own, make_id("https://lakes.example/", second, 1)}


def test_a_long_page_wholly_rewritten_is_compared_in_bounded_time():
    chance = random.Random(5)
    vocabulary = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=7)) for _ in range(400)]

    def page(length: int, words: int) -> list[Quote]:
        texts = [" ".join(chance.choices(vocabulary, k=words)) for _ in range(length)]
        return quotes_from([(text, "Ada Brandt", None, None, None) for text in texts])

    begin = time.monotonic()
    for length, words in ((3000, 12), (30, 100_000)):
        steps = steps_of([page(length, words), page(length, words)])
        assert 2 * length == len(steps[1].changes)
    assert time.monotonic() - begin < 60


def test_the_nearest_are_compared_where_there_are_too_many():
    texts = [f"In row {number} stands the boat of family {number * 7919}" for number in range(900)]
    old = quotes_from([(text, "Ada Brandt", None, None, None) for text in texts])
    new = [replace(quote, text=quote.text + " today") for quote in old]
    (_, step) = steps_of([old, new])
    assert {"reworded"} == {change.change for change in step.changes}
    assert 900 == len(step.changes)
