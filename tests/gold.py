"""Records in the shape of the gold files, and how well found records agree with expected ones.

A gold file says what a careful person reads on a page: quotes nested in theses nested in sections.
Whatever is no part of that shape (offsets, residue, encodings) has tests of its own.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rostrum.records import Cut, PageRecords, Quote, Section, Thesis

REPOSITORY = Path(__file__).parents[1]
SHARED = REPOSITORY.parent / "shared"
"""Pages that are not part of the project and may be absent."""

Tree = dict[str, Any]


def load_gold(path: Path) -> Tree:
    """The expected records of a page, without the address that sample golds also hold."""
    tree: Tree = json.loads(path.read_text("utf-8"))
    tree.pop("url_path", None)
    return tree


def to_tree(records: PageRecords) -> Tree:
    """A page's records in the shape of its gold file."""
    return programme_tree(records) if records.kind == "programme" else report_tree(records)


def report_tree(records: PageRecords) -> Tree:
    return {
        "title": records.title.text,
        "event": words(records.event),
        "organizers": [cut.text for cut in records.organizers],
        "supporters": [cut.text for cut in records.supporters],
        "language": records.language,
        "published_on": records.published_on.isoformat() if records.published_on else None,
        "sections": [section_tree(records, section) for section in records.sections],
    }


def section_tree(records: PageRecords, section: Section) -> Tree:
    theses = [thesis for thesis in records.theses if thesis.section_number == section.number]
    return {
        "kind": section.kind,
        "heading": section.heading.text,
        "theses": [thesis_tree(records, thesis) for thesis in theses],
    }


def thesis_tree(records: PageRecords, thesis: Thesis) -> Tree:
    quotes = [quote for quote in records.quotes if quote.thesis_number == thesis.number]
    return {"heading": thesis.heading.text, "quotes": [quote_tree(quote) for quote in quotes]}


def quote_tree(quote: Quote) -> Tree:
    return {
        "text": quote.text,
        "name": words(quote.speaker.name),
        "position": words(quote.speaker.position),
        "roles": [[role.role, role.organization] for role in quote.speaker.roles],
    }


def programme_tree(records: PageRecords) -> Tree:
    return {
        "title": records.title.text,
        "language": records.language,
        "track": words(records.track),
        "hall": words(records.hall),
        "starts_at": records.starts_at and records.starts_at.isoformat(timespec="minutes"),
        "ends_at": records.ends_at and records.ends_at.isoformat(timespec="minutes"),
        "description": "\n".join(paragraph.text.text for paragraph in records.paragraphs),
        "people": [
            {
                "role": person.role,
                "name": words(person.speaker.name),
                "position": words(person.speaker.position),
            }
            for person in records.participants
        ],
    }


def words(cut: Cut | None) -> str | None:
    return cut.text if cut else None


def quotes_of(tree: Tree) -> list[tuple[str, str, str | None]]:
    """(text, name, position) of every quote of a gold file, nested or listed."""
    listed = tree.get("quotes", [])
    nested = (
        quote
        for section in tree["sections"]
        if isinstance(section, dict)
        for thesis in section["theses"]
        for quote in thesis["quotes"]
    )
    return [(quote["text"], quote["name"], quote["position"]) for quote in (*listed, *nested)]


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
