"""Tables of a programme: a row a paper, with who reads it and where they work.

The head of a table says which column names the speakers (`Time | Speaker | Affiliation | Paper`).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import TYPE_CHECKING, Literal

from rostrum.parsing.clocks import find_leading_clock
from rostrum.parsing.details import LABELLED
from rostrum.parsing.groups import detail_of, group_role_of
from rostrum.parsing.lexicon import fold
from rostrum.parsing.names import could_be_name
from rostrum.parsing.people import BRACKETS, Person, named, part, trim

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

TITLE_HEADS = frozenset(
    "name session title event topic activity programme program заседание тема мероприятие название "
    "сессия содержание событие программа".split()
) | {"наименование мероприятия", "session title", "название сессии", "тема сессии"}
Cell = list["Block"]
ColumnKind = Literal[
    "track", "hall", "day", "time", "end", "event", "description", "other", "title"
]
MAX_HEAD = 40
"""Characters: the head of a column is no longer."""

MAX_COLUMNS = 12


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a timetable: the path of its row, what its columns tell, the place behind it."""

    row: tuple[int, ...]
    kinds: list[ColumnKind | None]
    end: int


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


def column_kinds(blocks: Sequence[Block]) -> dict[int, ColumnKind]:
    """What the column of each block of a timetable's cells tells, by the block's place.

    Only of tables whose head says so. A row that is one cell shorter, and begins with no time, is
    of the time above it.
    """
    found: dict[int, ColumnKind] = {}
    for head in find_heads(blocks):
        for cells in rows_below(blocks, head):
            is_short = len(cells) == len(head.kinds) - 1
            is_timed = find_leading_clock(blocks[cells[0][0]].text) is not None
            if len(cells) < len(head.kinds) and (is_timed or not is_short):
                continue
            for cell, kind in zip(cells, head.kinds[is_short:], strict=False):
                if kind:
                    found |= dict.fromkeys(cell, kind)
    return found


def rows_below(blocks: Sequence[Block], head: Head) -> Iterator[list[list[int]]]:
    """The rows below a table's head, each as its cells, each as the places of its blocks."""
    depth = len(head.row)
    paths = [block.path for block in blocks[head.end :]]
    table = head.row[:-1]
    if paths and paths[0][: depth - 1] != table:  # a head has an element of its own
        table = head.row[:-2]
    count = sum(1 for _ in takewhile(lambda path: path[: len(table)] == table, paths))
    places = range(head.end, head.end + count)
    for _, row in groupby(places, key=lambda place: blocks[place].path[:depth]):
        yield [list(cell) for _, cell in groupby(row, lambda at: blocks[at].path[: depth + 1])]


def find_heads(blocks: Sequence[Block]) -> Iterator[Head]:
    """The heads of timetables: rows whose cells say what is below, a time among it."""
    place = 0
    while place < len(blocks) - 1:
        row = common_path(blocks[place], blocks[place + 1])
        cells = [each for each in blocks[place : place + MAX_COLUMNS] if is_within(each, row)]
        kinds = [kind_of_head(cell.text) if len(cell.text) <= MAX_HEAD else None for cell in cells]
        columns = {cell.path[: len(row) + 1] for cell in cells}
        known = [kind for kind in kinds if kind]
        if row and known[1:] and "time" in known and len(columns) == len(cells):
            yield Head(row, kinds, place + len(cells))
            place += len(cells)
        else:
            place += 1


def is_within(block: Block, path: tuple[int, ...]) -> bool:
    """Whether a block stands in an element."""
    return block.path[: len(path)] == path


def common_path(one: Block, other: Block) -> tuple[int, ...]:
    """The elements that two blocks share."""
    shared = takewhile(lambda pair: pair[0] == pair[1], zip(one.path, other.path, strict=False))
    return tuple(mine for mine, _ in shared)


def kind_of_head(head: str) -> ColumnKind | None:
    """What stands below the head of a column."""
    return "title" if fold(head) in TITLE_HEADS else detail_of(BRACKETS.sub("", head))


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
