"""One set of records, printed in every layout and with every attribution, comes back the same."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from tests.generator import ATTRIBUTIONS, LAYOUTS, invent_report, matching_pairs, render

from gold import difference, to_tree
from rostrum.parsing.check import cuts_of
from rostrum.parsing.parse import read_page
from rostrum.reading import read
from rostrum.sources import Promise

if TYPE_CHECKING:
    from tests.generator import Attribution, Layout, Rendered

PAIRS = matching_pairs()
SEEDS = range(1, 1 + int(os.environ.get("LAYOUT_SEEDS", "1")))
"""Reports in each pair; the language turns with the seed, so that `LAYOUT_SEEDS=2` reads both."""


def assert_read_whole(page: Rendered) -> None:
    """The page says what its gold says, each word where it stands."""
    document = read(page.body, page.content_type)
    records = read_page(document, "report", Promise())
    assert difference(page.gold, to_tree(records)) == "", page.name
    wrong = [cut for cut in cuts_of(records) if document.text[cut.start : cut.end] != cut.text]
    assert wrong == []


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    ("layout", "attribution"),
    PAIRS,
    ids=[f"{layout.name}-{attribution.name}" for layout, attribution in PAIRS],
)
def test_a_layout_gives_the_same_records(
    layout: Layout, attribution: Attribution, seed: int
) -> None:
    number = 1000 * seed + PAIRS.index((layout, attribution))
    languages = [name for name in layout.languages if name in attribution.languages]
    turn = sum(map(ord, layout.name + attribution.name)) + seed
    report = invent_report(number, languages[turn % len(languages)])
    assert_read_whole(render(report, attribution, layout, number))


@pytest.mark.parametrize("language", ["en", "ru"])
def test_two_layouts_of_one_report_have_one_gold(language) -> None:
    """The property is what it says: golds differ by attribution, not by layout."""
    report = invent_report(5, language)
    comma = ATTRIBUTIONS["a-comma"]
    golds = [
        render(report, comma, layout, 5).gold
        for layout in LAYOUTS.values()
        if language in layout.languages and layout.fits(comma) and not layout.is_shouting
    ]
    assert len(golds) >= 40
    assert all(gold == golds[0] for gold in golds)


def test_every_attribution_and_layout_is_tried() -> None:
    assert {layout.name for layout, _ in PAIRS} == set(LAYOUTS)
    assert {attribution.name for _, attribution in PAIRS} == set(ATTRIBUTIONS)
