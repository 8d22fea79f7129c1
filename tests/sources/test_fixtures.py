"""Pages in each site's manner, invented, each with what a careful person reads on it.

A case is `tests/fixtures/<source>/<case>/`: `page.html`, `fetch.json` (where from, as what) and
`expected.json`. One that is missing is written as read today, and then the test fails: somebody has
to look at it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.gold import REPOSITORY, difference, load_gold, to_tree

from rostrum.reader import read_records_of
from rostrum.sources import all_sources, find_source

if TYPE_CHECKING:
    from pathlib import Path

FIXTURES = REPOSITORY / "tests/fixtures"
CASES = sorted(
    page.parent for name in all_sources() for page in FIXTURES.glob(f"{name}/*/page.html")
)


def read_case(case: Path) -> dict[str, object]:
    """What is read on a case's page today, by its source."""
    fetch = json.loads((case / "fetch.json").read_text())
    assert find_source(case.parent.name).is_page(fetch["url"])
    body = (case / "page.html").read_bytes()
    return to_tree(read_records_of(fetch["url"], body, fetch["content_type"]))


@pytest.mark.parametrize("case", CASES, ids=[f"{case.parent.name}/{case.name}" for case in CASES])
def test_a_page_in_a_sources_manner(case: Path) -> None:
    found = read_case(case)
    gold = case / "expected.json"
    if not gold.exists():
        gold.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
        pytest.fail(f"{gold} was missing and is written as read today: please review it")
    assert not difference(load_gold(gold), found), f"{case}: - expected, + found"


@pytest.mark.parametrize("name", [name for name in all_sources() if name != "sample"])
def test_every_source_has_a_case(name: str) -> None:
    assert [case for case in CASES if case.parent.name == name]


def test_a_missing_gold_is_written_and_has_to_be_reviewed(tmp_path: Path) -> None:
    case = tmp_path / "legalforum/report"
    case.mkdir(parents=True)
    for name in ("page.html", "fetch.json"):
        (case / name).write_bytes((FIXTURES / "legalforum/report" / name).read_bytes())
    with pytest.raises(pytest.fail.Exception, match="please review"):
        test_a_page_in_a_sources_manner(case)
    assert read_case(case) == json.loads((case / "expected.json").read_text())
    test_a_page_in_a_sources_manner(case)
