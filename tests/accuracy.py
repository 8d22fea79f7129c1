"""`make accuracy`: precision, recall and F1 by field, source, layout and attribution, on all gold.

A quarantined page counts as nothing found. With `--write` the table goes into the README.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.gold import REPOSITORY, Tree, levelled, placed_quotes, score
from tests.golds import all_golds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.golds import GoldPage

README = REPOSITORY / "README.md"
BLOCK = re.compile(r"(<!-- accuracy -->\n).*?(<!-- /accuracy -->)", re.DOTALL)
FIELDS = ("quote", "speaker", "position", "roles", "section", "thesis", "title", "event")
Values = dict[str, list[Any]]


@dataclass(slots=True)
class Tally:
    """How many values of one field were found, expected, wrong and missing."""

    found: int = 0
    expected: int = 0
    wrong: int = 0
    missing: int = 0

    @property
    def figures(self) -> tuple[float, float, float]:
        """Precision, recall, F1."""
        precision = 1 - self.wrong / self.found if self.found else 1.0
        recall = 1 - self.missing / self.expected if self.expected else 1.0
        both = precision + recall
        return precision, recall, 2 * precision * recall / both if both else 0.0


@dataclass(slots=True)
class Row:
    """The tallies of pages that belong together."""

    page_count: int = 0
    refused_count: int = 0
    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))

    def add(self, expected: Values, found: Values, *, is_refused: bool) -> None:
        self.page_count += 1
        self.refused_count += is_refused
        for name, values in expected.items():
            result = score(values, found.get(name, []))
            tally = self.tallies[name]
            tally.found += result.found_count
            tally.expected += result.expected_count
            tally.wrong += len(result.wrong)
            tally.missing += len(result.missing)

    @property
    def is_perfect(self) -> bool:
        return all(tally.wrong == tally.missing == 0 for tally in self.tallies.values())

    def cells(self) -> list[str]:
        """One cell a field: `precision / recall / F1`, or one figure where all are the same."""
        counts = [str(self.page_count), str(self.refused_count)]
        return counts + [cell(self.tallies.get(name)) for name in FIELDS]


def cell(tally: Tally | None) -> str:
    """The figures cut, not rounded: 1.000 means no error."""
    if tally is None or not (tally.expected or tally.found):
        return "–"
    shown = [f"{int(figure * 1000 + 1e-9) / 1000:.3f}" for figure in tally.figures]
    return shown[0] if len(set(shown)) == 1 else " / ".join(shown)


def values_of(tree: Tree | None, expected: Tree) -> Values:
    """What a tree says, by field; only fields of which the gold speaks."""
    if "people" in expected or "sessions" in expected:
        return programme_values(tree or {"people": []})
    quotes = placed_quotes(tree) if tree else []
    values: Values = {
        "quote": [quote["text"] for *_, quote in quotes],
        "speaker": [(quote["text"], quote["name"]) for *_, quote in quotes],
        "position": [(quote["text"], quote["position"]) for *_, quote in quotes],
        "section": [(quote["text"], section) for section, _, quote in quotes],
        "title": stated(tree, "title"),
        "event": stated(tree, "event"),
    }
    if tree:
        values["section"] += [section["heading"] for section in tree["sections"]]
    if (
        any("affiliation" in quote for *_, quote in placed_quotes(expected))
        or "language" not in expected
    ):
        return values
    values["roles"] = [
        (quote["text"], *map(tuple, quote["roles"])) for *_, quote in quotes if quote["position"]
    ]
    values["thesis"] = [(quote["text"], thesis) for _, thesis, quote in quotes if thesis]
    return values


def programme_values(tree: Tree) -> Values:
    """Of a page that lists several sessions, everybody with the title of their session."""
    sessions = tree.get("sessions")
    if sessions is None:
        return {"title": stated(tree, "title"), **people_values(tree)}
    listed = [people_values(session, session["title"]) for session in sessions]
    return {
        "title": [*stated(tree, "title"), *(session["title"] for session in sessions)],
        "speaker": [value for values in listed for value in values["speaker"]],
        "position": [value for values in listed for value in values["position"]],
    }


def people_values(session: Tree, title: str | None = None) -> Values:
    people = session["people"]
    return {
        "speaker": [(title, person["role"], person["name"]) for person in people],
        "position": [(person["name"], person["position"]) for person in people],
    }


def stated(tree: Tree | None, key: str) -> list[str]:
    """The value of a key as a bag of one or none."""
    return [tree[key]] if tree and tree.get(key) else []


def measure(pages: Iterable[GoldPage]) -> dict[str, Row]:
    """The rows of the table: by source, and for our generated pages by layout and attribution."""
    rows: dict[str, Row] = defaultdict(Row)
    for page in pages:
        tree = page.read()
        gold = levelled(page.expected)
        expected, found = values_of(gold, gold), values_of(levelled(tree), gold)
        for name in row_names(page):
            rows[name].add(expected, found, is_refused=tree is None)
    return rows


def row_names(page: GoldPage) -> list[str]:
    names = [f"{page.group}: {page.source}"]
    if page.layout:
        names += [f"layout {page.layout}", f"attribution {page.attribution}"]
    return names


def table(rows: dict[str, Row]) -> list[str]:
    """The table as Markdown; of layouts and attributions those with an error have a row."""
    head = ["gold", "pages", "quarantined", *FIELDS]
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    shown = {name: row for name, row in rows.items() if is_source(name) or not row.is_perfect}
    lines += [f"| {' | '.join([name, *row.cells()])} |" for name, row in sorted(shown.items())]
    for sort in ("layout", "attribution"):
        of_sort = [row for name, row in rows.items() if name.startswith(f"{sort} ")]
        perfect = sum(row.is_perfect for row in of_sort)
        lines += ["", f"{perfect} of {len(of_sort)} {sort}s without an error."]
    return lines


def is_source(name: str) -> bool:
    return not name.startswith(("layout ", "attribution "))


def kept_rows(readme: str, rows: dict[str, Row]) -> list[str]:
    """Rows of the README about pages that are not here: they cannot be measured anew."""
    block = BLOCK.search(readme)
    lines = block[0].splitlines() if block else []
    named = {line.split(" | ")[0].removeprefix("| "): line for line in lines if ": ../" in line}
    return [line for name, line in named.items() if name not in rows]


def write(rows: dict[str, Row]) -> None:
    """Put the table between its markers in the README."""
    readme = README.read_text("utf-8")
    lines = table(rows)
    lines[2:2] = kept_rows(readme, rows)
    text = "\n".join(lines)
    README.write_text(BLOCK.sub(lambda found: f"{found[1]}\n{text}\n\n{found[2]}", readme), "utf-8")


def main() -> None:
    """Print the table; with `--write`, into the README too."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the table into the README")
    chosen = parser.parse_args()
    rows = measure(all_golds())
    print("\n".join(table(rows)))
    if chosen.write:
        write(rows)


if __name__ == "__main__":
    main()
