"""A redesigned, broken or junk page is read right or refused: it never gives a wrong row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.false_alarms import alarms
from tests.generator import sample_pages
from tests.generator.redesigns import REDESIGNS, Spoiled, good_pages

from gold import difference, levelled, placed_quotes, score, to_tree
from rostrum.errors import PageError
from rostrum.parsing.parse import read_page
from rostrum.reading import read
from rostrum.sources import Promise

if TYPE_CHECKING:
    from gold import Tree

GOOD_PAGES = good_pages(range(1, 3))
FEW = 150
"""Clean pages of the fast test; `make false-alarms` reads a thousand."""


def tree_of(page: Spoiled) -> Tree | None:
    """What is read from a page; None where it is refused."""
    try:
        document = read(page.body, page.content_type)
        return to_tree(read_page(document, "report", Promise()))
    except PageError:
        return None


def wrong_rows(expected: Tree, found: Tree) -> list[Any]:
    """Found values that the page does not say; a section or a thesis may be missing."""
    quotes = [row(*placed) for placed in placed_quotes(levelled(expected))]
    wrong: list[Any] = []
    for section, thesis, quote in placed_quotes(levelled(found)):
        places = [(section, thesis), (section, None), (None, thesis), (None, None)]
        options = [row(*place, quote) for place in places]
        match = next((known for known in quotes if is_said(known, options)), None)
        if match:
            quotes.remove(match)
        else:
            wrong.append(options[0])
    if levelled(found["title"]) != levelled(expected["title"]):
        wrong.append(("title", found["title"]))
    for key in ("organizers", "supporters"):
        wrong += [(key, value) for value in score(expected[key], found[key]).wrong]
    if found["event"] not in {None, expected["event"]}:
        wrong.append(("event", found["event"]))
    return wrong


def row(section: str | None, thesis: str | None, quote: Tree) -> tuple[Any, ...]:
    """A quote as the warehouse has it."""
    roles = tuple(map(tuple, quote["roles"]))
    said = quote["text"], quote["name"] or None, quote["position"], roles
    return section, thesis, *said


def is_said(known: tuple[Any, ...], options: list[tuple[Any, ...]]) -> bool:
    """Whether the page says this: the words and the speaker; section and thesis, or none."""
    section, thesis, *said = options[0]
    known_section, known_thesis, *known_said = known
    is_same_speaker = known_said == said or [said[0], None, None, ()] == [known_said[0], *said[1:]]
    return is_same_speaker and section in {None, known_section} and thesis in {None, known_thesis}


@pytest.mark.parametrize("name", REDESIGNS)
def test_a_redesigned_page_gives_no_wrong_row(name: str) -> None:
    for good in GOOD_PAGES:
        page = REDESIGNS[name](good)
        found = tree_of(page)
        which = f"{good.seed} {good.language} {good.attribution.name}"
        if found is not None:
            assert wrong_rows(page.gold, found) == [], which
        if page.is_same:
            assert found is not None, f"{which} is refused"
            assert difference(page.gold, found) == "", which


def test_there_are_enough_redesigns() -> None:
    assert len(REDESIGNS) >= 25


def test_a_wrong_row_is_seen() -> None:
    """The scale itself is right: each kind of error is told."""
    quote = {"text": "t", "name": "n", "position": "p", "roles": []}
    empty = {"title": "T", "event": None, "organizers": [], "supporters": []}

    def tree(heading: str | None, **changes: Any) -> Tree:
        section = {"kind": "other", "heading": heading, "theses": [], "quotes": [quote | changes]}
        return empty | {"sections": [section]}

    good = tree("H")
    assert wrong_rows(good, good) == []
    assert wrong_rows(good, tree(None)) == []
    assert wrong_rows(good, tree("H", name=None, position=None)) == []
    for spoilt in (tree("H", text="u"), tree("H", name="m"), tree("X"), tree("H", position="q")):
        assert len(wrong_rows(good, spoilt)) == 1
    twice = {"sections": good["sections"] * 2}
    assert len(wrong_rows(good, good | twice)) == 1
    assert wrong_rows(good, good | {"title": "U"}) == [("title", "U")]


def test_clean_pages_are_not_refused() -> None:
    assert list(alarms(sample_pages(FEW, seed=11))) == []
