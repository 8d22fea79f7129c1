"""Pages in the manner of many publishers, written by hand: read as a careful person reads them.

Their publishers and people are invented. Prose has sections of kind `other`: every heading of the
article; an interview's quotes are its answers; what a speaker's own mention prints is the position.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from tests.golds import ANY_PROMISE

from gold import REPOSITORY, difference, levelled, load_gold, placed_quotes, score, to_tree
from rostrum.errors import PageError
from rostrum.parsing.parse import read_page
from rostrum.reading import read

if TYPE_CHECKING:
    from pathlib import Path

    from gold import Tree

CASES = sorted((REPOSITORY / "tests/fixtures/web").iterdir())
NAMES = [case.name for case in CASES]


def tree_of(case: Path) -> Tree:
    document = read((case / "page.html").read_bytes(), "text/html")
    return to_tree(read_page(document, None, ANY_PROMISE))


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_page_is_read_as_its_gold(case: Path) -> None:
    assert difference(load_gold(case / "expected.json"), tree_of(case)) == ""


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_page_gives_no_wrong_quote(case: Path) -> None:
    with suppress(PageError):  # refused whole: nothing wrong
        expected, found = load_gold(case / "expected.json"), tree_of(case)
        assert score(said_in(expected), said_in(found)).wrong == ()


def said_in(tree: Tree) -> list[tuple[str, str | None]]:
    """Words and names of all quotes."""
    placed = placed_quotes(levelled(tree)) if "sections" in tree else []
    return [(quote["text"], quote["name"]) for *_, quote in placed]


def test_there_are_a_dozen() -> None:
    assert len(CASES) >= 12
