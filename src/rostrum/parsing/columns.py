"""What columns of a timetable tell by their heads: `Time | Session | Room`, `Time | Hall 1`."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import TYPE_CHECKING, Literal

from rostrum.parsing.card_lines import nearness
from rostrum.parsing.clocks import find_leading_clock
from rostrum.parsing.details import HALLS
from rostrum.parsing.groups import detail_of
from rostrum.parsing.lexicon import fold
from rostrum.parsing.people import BRACKETS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rostrum.reading import Block
    from rostrum.records import Cut

ColumnKind = Literal[
    "track", "hall", "day", "time", "end", "event", "description", "other", "title"
]
TITLE_HEADS = frozenset(
    "name session title event topic activity programme program заседание тема мероприятие название "
    "сессия содержание событие программа".split()
) | {"наименование мероприятия", "session title", "название сессии", "тема сессии"}
MAX_HEAD = 40
"""Characters: the head of a column is no longer."""

MAX_COLUMNS = 12


@dataclass(frozen=True, slots=True)
class Column:
    """What the column of a block tells.

    Attributes:
        cell: which cell of the page it is; blocks of one cell share it.
        hall: the hall that heads the column.
    """

    kind: ColumnKind
    cell: int
    hall: Cut | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a timetable: the path of its row, what its columns tell, the place behind it."""

    row: tuple[int, ...]
    kinds: list[ColumnKind | None]
    halls: list[Cut | None]
    end: int


def find_columns(blocks: Sequence[Block]) -> dict[int, Column]:
    """The column of each block of a timetable's cells, by the block's place.

    Only of tables whose head says what they tell.
    """
    found: dict[int, Column] = {}
    for head in find_heads(blocks):
        for cells in rows_below(blocks, head):
            offset = offset_of(blocks, head, cells)
            if offset is None:
                continue
            is_whole = len(cells) == len(head.kinds)
            heads = zip(head.kinds[offset:], head.halls[offset:], strict=True)
            for cell, (kind, hall) in zip(cells, heads, strict=False):
                if kind:  # of fewer cells than halls nobody can tell which halls they are of
                    column = Column(kind, cell[0], hall if is_whole else None)
                    found |= dict.fromkeys(cell, column)
    return found


def offset_of(blocks: Sequence[Block], head: Head, cells: list[list[int]]) -> int | None:
    """How many columns stand before a row's first cell: those of cells that span rows above.

    None where that is not certain: a cell may span columns.
    """
    missing = max(len(head.kinds) - len(cells), 0)
    time = head.kinds.index("time")
    timed = [
        number
        for number, cell in enumerate(cells)
        if find_leading_clock(blocks[cell[0]].text) is not None
    ]
    if not missing:
        return 0
    if not timed:
        return missing
    offset = time - timed[0]
    is_of_halls = any(head.halls)
    return offset if offset == missing or (offset == 0 and is_of_halls) else None


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
        head = head_at(blocks, place)
        if head:
            yield head
        place = head.end if head else place + 1


def head_at(blocks: Sequence[Block], place: int) -> Head | None:
    """The head of a timetable whose first cell is a block."""
    row = blocks[place].path[: nearness(blocks[place], blocks[place + 1])]
    cells = [each for each in blocks[place : place + MAX_COLUMNS] if is_within(each, row)]
    kinds = [kind_of_head(cell.text) if len(cell.text) <= MAX_HEAD else None for cell in cells]
    columns = {cell.path[: len(row) + 1] for cell in cells}
    if not row or "time" not in kinds or len(columns) != len(cells):
        return None
    halls: list[Cut | None] = [None] * len(cells)
    if "title" not in kinds and any(HALLS.match(cell.text) for cell in cells):
        halls = [
            cell.cut() if kind in {None, "hall"} else None
            for cell, kind in zip(cells, kinds, strict=True)
        ]
        kinds = ["title" if hall else kind for hall, kind in zip(halls, kinds, strict=True)]
    known = [kind for kind in kinds if kind]
    return Head(row, kinds, halls, place + len(cells)) if known[1:] else None


def is_within(block: Block, path: tuple[int, ...]) -> bool:
    """Whether a block stands in an element."""
    return block.path[: len(path)] == path


def kind_of_head(head: str) -> ColumnKind | None:
    """What stands below the head of a column."""
    return "title" if fold(head) in TITLE_HEADS else detail_of(BRACKETS.sub("", head))
