"""Records in the shape of the gold files, and how well found records agree with expected ones.

A gold file says what a careful person reads on a page: quotes nested in theses nested in sections.
Whatever is no part of that shape (offsets, residue, encodings) has tests of its own.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rostrum.records import Cut, PageRecords, Quote, Section, Speaker, Thesis

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
    """A report; what stands outside sections and theses is shown where it is, if there is any."""
    return {
        "title": records.title.text,
        "event": words(records.event),
        "organizers": [cut.text for cut in records.organizers],
        "supporters": [cut.text for cut in records.supporters],
        "language": records.language,
        "published_on": records.published_on.isoformat() if records.published_on else None,
        "sections": [section_tree(records, section) for section in records.sections],
        **loose_quotes(records, None),
        **speeches(records),
    }


def section_tree(records: PageRecords, section: Section) -> Tree:
    theses = [thesis for thesis in records.theses if thesis.section_number == section.number]
    return {
        "kind": section.kind,
        "heading": section.heading.text,
        "theses": [thesis_tree(records, thesis) for thesis in theses],
        **loose_quotes(records, section.number),
    }


def thesis_tree(records: PageRecords, thesis: Thesis) -> Tree:
    quotes = [quote for quote in records.quotes if quote.thesis_number == thesis.number]
    return {"heading": thesis.heading.text, "quotes": [quote_tree(quote) for quote in quotes]}


def loose_quotes(records: PageRecords, section_number: int | None) -> Tree:
    """The quotes under no thesis of a section, or of no section; nothing where there are none."""
    quotes = [
        quote_tree(quote)
        for quote in records.quotes
        if quote.thesis_number is None and quote.section_number == section_number
    ]
    return {"quotes": quotes} if quotes else {}


def speeches(records: PageRecords) -> Tree:
    """Statements that fill a page; nothing where there are none."""
    found = [
        {"text": speech.text.text, **speaker_tree(speech.speaker)} for speech in records.speeches
    ]
    return {"speeches": found} if found else {}


def quote_tree(quote: Quote) -> Tree:
    return {"text": quote.text, **speaker_tree(quote.speaker)}


def speaker_tree(speaker: Speaker) -> Tree:
    """A person as printed; a group and a country only where they are printed."""
    brackets = {
        "group": words(speaker.group),
        "country": words(speaker.country),
        "country_code": speaker.country_code,
    }
    return {
        "name": words(speaker.name),
        "position": words(speaker.position),
        "roles": [[role.role, role.organization] for role in speaker.roles],
        **{key: value for key, value in brackets.items() if value},
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
