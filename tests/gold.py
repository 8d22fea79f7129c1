"""Gold files, and how well found records agree with them; `rostrum.expected` gives their shape."""

from __future__ import annotations

import json
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rostrum.expected import Tree, to_tree, words

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "REPOSITORY",
    "SHARED",
    "Score",
    "Tree",
    "difference",
    "levelled",
    "load_gold",
    "placed_quotes",
    "quotes_of",
    "score",
    "to_tree",
    "words",
]

REPOSITORY = Path(__file__).parents[1]
SHARED = REPOSITORY.parent / "shared"
"""Pages that are not part of the project and may be absent."""


def load_gold(path: Path) -> Tree:
    """The expected records of a page, without the address that sample golds also hold."""
    tree: Tree = json.loads(path.read_text("utf-8"))
    tree.pop("url_path", None)
    return tree


def quotes_of(tree: Tree) -> list[tuple[str, str, str | None]]:
    """(text, name, position) of every quote of a gold file, nested or listed."""
    return [
        (quote["text"], quote["name"], quote["position"]) for _, _, quote in placed_quotes(tree)
    ]


def placed_quotes(tree: Tree) -> list[tuple[str | None, str | None, Tree]]:
    """Every quote with the headings of its section and its thesis, in the order of the tree."""
    found: list[tuple[str | None, str | None, Tree]] = [
        (quote.get("section"), None, quote) for quote in tree.get("quotes", [])
    ]
    for section in tree["sections"]:
        if isinstance(section, str):  # a flat gold lists headings only
            continue
        found += [(section.get("heading"), None, quote) for quote in section.get("quotes", [])]
        for thesis in section["theses"]:
            place = section.get("heading"), thesis.get("heading")
            found += [(*place, quote) for quote in thesis["quotes"]]
    return found


def levelled(value: Any) -> Any:
    """A tree without what typesetting may change: kinds of white space and of hyphens.

    Where a quotation goes on in another paragraph, the gold joins both by a space.
    """
    if isinstance(value, str):
        return " ".join(value.replace("\u2011", "-").split())
    if isinstance(value, list):
        return [levelled(item) for item in value]
    if isinstance(value, dict):
        return {key: levelled(item) for key, item in value.items()}
    return value


def difference(expected: Tree, found: Tree, limit: int = 12) -> str:
    """What differs between two trees, line by line; "" where nothing does."""
    trees = levelled(expected), levelled(found)
    if trees[0] == trees[1]:
        return ""
    here, there = (json.dumps(tree, ensure_ascii=False, indent=1).splitlines() for tree in trees)
    lines = [
        line[:200]
        for line in unified_diff(here, there, "expected", "found", lineterm="", n=0)
        if not line.startswith(("---", "+++", "@@"))
    ]
    return "\n".join(lines[:limit])


@dataclass(frozen=True, slots=True)
class Score:
    """How found values agree with expected ones.

    Attributes:
        wrong: found, not expected.
        missing: expected, not found.
    """

    found_count: int
    expected_count: int
    wrong: tuple[Any, ...]
    missing: tuple[Any, ...]

    @property
    def precision(self) -> float:
        """The right part of what was found, 0-1; nothing found is nothing wrong."""
        return 1 - len(self.wrong) / self.found_count if self.found_count else 1.0

    @property
    def recall(self) -> float:
        """The found part of what was expected, 0-1."""
        return 1 - len(self.missing) / self.expected_count if self.expected_count else 1.0


def score(expected: Iterable[Any], found: Iterable[Any]) -> Score:
    """Compare two bags of values: one expected twice must be found twice."""
    wrong, missing = list(found), []
    found_count, expected_count = len(wrong), 0
    for value in expected:
        expected_count += 1
        if value in wrong:
            wrong.remove(value)
        else:
            missing.append(value)
    return Score(found_count, expected_count, tuple(wrong), tuple(missing))
