"""The collections under `cases/`: how many are read right, and that none is read worse.

`python -m tests.parsing.test_cases` prints what is read wrongly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.parsing.measured import lines, marked_roles, unmarked

from rostrum.parsing.affiliations import read_affiliation
from rostrum.parsing.names import is_name, trim_name
from rostrum.parsing.names_in_prose import find_names
from rostrum.parsing.positions import split_position
from rostrum.parsing.title_before import title_before

if TYPE_CHECKING:
    from collections.abc import Callable


def reads_name(line: str) -> bool:
    start, end = trim_name(line)
    return is_name(line[start:end])


def reads_no_name(line: str) -> bool:
    return not is_name(line)


def reads_either(line: str) -> bool:
    """`+ Ada Lund` is a name, `- River Tolls` is none."""
    return reads_name(line[2:]) is (line[0] == "+")


def reads_position(line: str) -> bool:
    position, roles = marked_roles(line)
    read = [(role.role, role.organization) for role in split_position(position)]
    return read == [(role, name.removeprefix("the ") if name else None) for role, name in roles]


def reads_prose(line: str) -> bool:
    text, spans = unmarked(line)
    return find_names(text) == spans


def reads_title(line: str) -> bool:
    text, names = unmarked(line.replace("{", "").replace("}", ""))
    _, titles = unmarked(unmarked(line)[0], "{", "}")
    return title_before(text, names[0][0]) == (titles[0][0] if titles else None)


def reads_affiliation(line: str) -> bool:
    text, *expected = line.split("\t")
    read = read_affiliation(text)
    if read is None:
        return expected in (["-"], ["", "-"])
    spans = (read.group, read.country)
    cut = [text[span.start : span.end] if span else "" for span in spans]
    return [*cut, read.country_code or ""] == [*expected, "", ""][:3]


COLLECTIONS: list[tuple[str, Callable[[str], bool], int]] = [
    ("names.txt", reads_name, 316),
    ("non_names.txt", reads_no_name, 241),
    ("names_more.txt", reads_either, 70),
    ("positions.txt", reads_position, 381),
    ("positions_more.txt", reads_position, 60),
    ("prose.txt", reads_prose, 100),
    ("prose_more.txt", reads_prose, 32),
    ("title_before.txt", reads_title, 38),
    ("affiliations.tsv", reads_affiliation, 86),
]
"""A collection, what reads a case of it right, and how many of them are."""


@pytest.mark.parametrize(
    ("name", "is_right", "least"), COLLECTIONS, ids=[c[0] for c in COLLECTIONS]
)
def test_a_collection_is_read_no_worse(name: str, is_right: Callable[[str], bool], least: int):
    wrong = [line for line in lines(name) if not is_right(line)]
    assert len(lines(name)) - len(wrong) >= least, wrong


if __name__ == "__main__":
    for name, is_right, _ in COLLECTIONS:
        wrong = [line for line in lines(name) if not is_right(line)]
        print(f"{name}: {len(lines(name)) - len(wrong)} of {len(lines(name))}", *wrong, sep="\n  ")
