"""Programme pages of invented forums, each in another manner of markup, read whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from gold import to_tree, words
from rostrum.errors import PageError
from rostrum.parsing.parse import read_page
from rostrum.reading import read
from rostrum.sources.source import Promise

if TYPE_CHECKING:
    from rostrum.records import PageKind, PageRecords

CASES = sorted(
    path.parent for path in Path(__file__).parents[1].glob("fixtures/programme/*/page.html")
)


def tree(records: PageRecords) -> dict[str, Any]:
    return {
        "title": records.title.text,
        "language": records.language,
        "event": words(records.event),
        "track": words(records.track),
        "hall": words(records.hall),
        "starts_at": records.starts_at and records.starts_at.isoformat(timespec="minutes"),
        "ends_at": records.ends_at and records.ends_at.isoformat(timespec="minutes"),
        "time_zone": records.time_zone,
        "description": [paragraph.text.text for paragraph in records.paragraphs],
        "people": [
            [person.role, words(person.speaker.name), words(person.speaker.position)]
            for person in records.participants
        ],
        "issues": [issue.detail for issue in records.issues],
        **({"sessions": to_tree(records)["sessions"]} if records.sessions else {}),
    }


def look(case: Path, kind: PageKind | None) -> dict[str, Any]:
    document = read((case / "page.html").read_bytes(), "text/html; charset=utf-8")
    try:
        return tree(read_page(document, kind, Promise()))
    except PageError as refusal:
        return {"refused": refusal.code}


@pytest.mark.parametrize("kind", ["programme", None], ids=["told", "seen"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_programme_page_is_read_as_expected(case: Path, kind: PageKind | None) -> None:
    assert json.loads((case / "expected.json").read_text()) == look(case, kind)
