"""Tables of a programme: a row a paper, with who reads it and where they work.

The head of a table says which column names the speakers (`Time | Speaker | Affiliation | Paper`).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from rostrum.parsing.details import LABELLED
from rostrum.parsing.groups import group_role_of
from rostrum.parsing.lexicon import fold
from rostrum.parsing.names import could_be_name
from rostrum.parsing.people import Person, named, part, trim

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rostrum.reading import Block
    from rostrum.records import ParticipantRole

CELLS = frozenset(("td", "th"))
NAME_HEADS = frozenset(
    "speaker speakers presenter presenters author authors name докладчик докладчики спикер спикеры "
    "выступающий фио ф.и.о участник автор авторы".split()
)
PLACE_HEADS = frozenset(
    "affiliation affiliations organisation organization institution institute company position "
    "университет организация должность учреждение".split()
) | {"место работы", "должность, организация", "организация, должность", "position, organisation"}

Cell = list["Block"]


@dataclass(frozen=True, slots=True)
class Row:
    """A row that names people: each with their role, and how many blocks it takes."""

    people: list[tuple[Person, ParticipantRole]]
    block_count: int


def find_rows(blocks: Sequence[Block]) -> dict[int, Row]:
    """The rows of tables whose head names a column of speakers, by the place of the first block."""
    found: dict[int, Row] = {}
    columns: tuple[int, int | None, int] | None = None
    table: tuple[int, ...] = ()
    for place, cells in rows_of(blocks):
        around = cells[0][0].path[:-3]  # a head may have an element of its own
        if around != table:
            columns, table = None, around
        if heads := columns_of(cells):
            columns = heads
        elif columns and (people := list(people_of(cells, columns))):
            found[place] = Row(people, sum(map(len, cells)))
    return found


def rows_of(blocks: Sequence[Block]) -> Iterator[tuple[int, list[Cell]]]:
    """Each row of cells: the place of its first block, its cells with their lines."""
    numbered = [(place, block) for place, block in enumerate(blocks) if block.tag in CELLS]
    for _, row in groupby(numbered, key=lambda one: one[1].path[:-1]):
        of_row = list(row)
        cells = [
            list(cell) for _, cell in groupby((one for _, one in of_row), lambda one: one.path)
        ]
        yield of_row[0][0], cells


def columns_of(cells: list[Cell]) -> tuple[int, int | None, int] | None:
    """Of a table's head: the column of names, that of organizations, and how many there are."""
    heads = [fold(cell[0].text) for cell in cells]
    names = [column for column, head in enumerate(heads) if head in NAME_HEADS]
    places = [column for column, head in enumerate(heads) if head in PLACE_HEADS]
    if len(names) != 1 or not heads[1:]:  # one column is a list
        return None
    return names[0], places[0] if places else None, len(heads)


def people_of(
    cells: list[Cell], columns: tuple[int, int | None, int]
) -> Iterator[tuple[Person, ParticipantRole]]:
    """The people of a row; where a cell is empty, nobody can tell whose column is whose."""
    name_column, place_column, count = columns
    is_whole = len(cells) == count
    if not is_whole and name_column >= len(cells):
        return
    places = cells[place_column] if is_whole and place_column is not None else []
    lines = cells[name_column]
    for number, line in enumerate(lines):
        cut = trim(line.cut())
        role: ParticipantRole = "speaker"
        label = LABELLED.match(cut.text)
        if label and (labelled := group_role_of(label["label"])):
            cut, role = part(cut, label.start("value")), labelled
        if name := named(cut) or (cut if could_be_name(cut.text) else None):
            place = places[number] if len(places) == len(lines) else next(iter(places), None)
            yield Person(name, trim(place.cut()) if place else None), role
