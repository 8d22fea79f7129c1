"""The scale itself is right: a score that cannot be low proves nothing."""

from __future__ import annotations

from gold import quotes_of, score


def test_equal_bags_score_full() -> None:
    result = score(["a", "b"], ["b", "a"])
    assert (result.precision, result.recall) == (1.0, 1.0)


def test_a_wrong_value_lowers_precision_only() -> None:
    result = score(["a"], ["a", "x"])
    assert (result.precision, result.recall, result.wrong) == (0.5, 1.0, ("x",))


def test_a_missing_value_lowers_recall_only() -> None:
    result = score(["a", "b"], ["a"])
    assert (result.precision, result.recall, result.missing) == (1.0, 0.5, ("b",))


def test_a_value_expected_twice_must_be_found_twice() -> None:
    assert score(["a", "a"], ["a"]).missing == ("a",)


def test_a_value_found_twice_is_wrong_once() -> None:
    assert score(["a"], ["a", "a"]).wrong == ("a",)


def test_nothing_found_is_nothing_wrong_and_all_missing() -> None:
    result = score(["a"], [])
    assert (result.precision, result.recall) == (1.0, 0.0)


def test_quotes_are_taken_from_lists_and_from_theses() -> None:
    quote = {"text": "t", "name": "n", "position": None}
    tree = {
        "quotes": [quote],
        "sections": ["Background", {"theses": [{"quotes": [quote]}]}],
    }
    assert quotes_of(tree) == [("t", "n", None)] * 2
