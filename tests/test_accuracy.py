"""The figures in the README are what is measured, for all pages that lie in the repository."""

from __future__ import annotations

import pytest

from tests import accuracy
from tests.golds import all_golds


@pytest.fixture(scope="module")
def measured() -> dict[str, accuracy.Row]:
    return accuracy.measure(page for page in all_golds() if page.is_ours)


def test_the_readme_tells_the_figures_that_are_measured(measured) -> None:
    block = accuracy.BLOCK.search(accuracy.README.read_text("utf-8"))
    assert block, "the README has no accuracy table"
    written = [line for line in block[0].splitlines() if line and ": ../" not in line][1:-1]
    found = [line for line in accuracy.table(measured) if line]
    assert written == found, "figures changed: see what dropped, then `make accuracy`"


def test_a_row_tells_what_is_wrong_and_what_is_missing() -> None:
    row = accuracy.Row()
    row.add({"quote": ["a", "b"]}, {"quote": ["a", "x", "y"]}, is_refused=False)
    assert row.tallies["quote"].figures == pytest.approx((1 / 3, 1 / 2, 2 / 5))
    assert not row.is_perfect
    assert row.cells()[:3] == ["1", "0", "0.333 / 0.500 / 0.400"]


def test_figures_are_cut_and_not_rounded() -> None:
    tally = accuracy.Tally(found=100_000, expected=100_000, wrong=1, missing=1)
    assert accuracy.cell(tally) == "0.999"


def test_a_quarantined_page_is_nothing_found() -> None:
    gold = {"title": "T", "language": "en", "event": None, "sections": []}
    row = accuracy.Row()
    found = accuracy.values_of(None, gold)
    row.add(accuracy.values_of(gold, gold), found, is_refused=True)
    assert row.refused_count == 1
    assert row.tallies["title"].figures == (1.0, 0.0, 0.0)
