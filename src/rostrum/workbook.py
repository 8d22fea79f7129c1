"""One Excel workbook of all tables, a sheet each, in memory that does not grow with them.

Every text is written as text: never a formula, never a link, never markup. What a sheet cannot
hold goes on where the reader is told to look: rows beyond the last one on a further sheet, a text
too long for a cell whole on the sheet `long_texts`.
"""

from __future__ import annotations

import json
import re
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import IO, TYPE_CHECKING, Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.worksheet import Worksheet

from rostrum.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

MOST_ROWS = 1_048_575
"""Rows of a sheet below its header."""
MOST_UNITS = 32_767
"""UTF-16 units of a cell's text."""
PART_UNITS = 32_000
CONTINUED = " … [cut: the whole text is on the sheet long_texts]"
COLUMN_WIDTH = 18
LONG_TEXTS = "long_texts"
LONG_COLUMNS = ("sheet", "row", "column", "part", "text")
MOST_DIGITS = 10**15
"""A number in a cell has 15 digits; a larger one is written as text."""
FIRST_DATE = date(1900, 3, 1)
"""Excel counts days from 1900 and takes that for a leap year; earlier dates are written as text."""

OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
}
ESCAPED = re.compile(r"_(?=x[0-9a-fA-F]{4}_)|[\x00-\x08\x0b-\x1f\ufffe\uffff]|\A<(?=r>)")
"""What Excel spells `_xHHHH_`: characters that XML does not have, and an underscore that would
begin such a spelling. `<r>` at the beginning is what the library takes for markup of its own."""


class PlainSheet(Worksheet):  # type: ignore[misc] # the library is untyped to mypy
    """A sheet whose texts are text to the letter.

    The library writes a text that begins with `<r>` and ends with `</r>` into the file as it is,
    and misses the second of two `_xHHHH_` that share an underscore.
    """

    @staticmethod
    def _escape_control_characters(data: object) -> object:
        return escape(data) if isinstance(data, str) else data


@dataclass(slots=True)
class Sheet:
    """A sheet as it was written.

    Attributes:
        table: the table whose rows it holds.
        rows: how many, without the header.
        cut: the columns in which a text goes on elsewhere.
    """

    name: str
    table: str
    rows: int = 0
    cut: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Writer:
    """A workbook that is being written.

    Attributes:
        long_texts: texts too long for a cell, put by until all tables are written.
        sheets: what was written so far, the last one being written.
    """

    book: Workbook
    long_texts: IO[str]
    most_rows: int = MOST_ROWS
    sheets: list[Sheet] = field(default_factory=list)

    def add_table(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """Write a table, on as many sheets as it takes."""
        number = 1
        sheet = self.add_sheet(table, table, columns)
        for row in rows:
            if self.sheets[-1].rows == self.most_rows:
                number += 1
                sheet = self.add_sheet(f"{table}_{number}", table, columns)
            self.add_row(sheet, columns, row)

    def add_sheet(self, name: str, table: str, columns: Sequence[str]) -> Worksheet:
        """A new sheet with its header, which stays in sight."""
        self.sheets.append(Sheet(name, table))
        sheet = self.book.add_worksheet(name, worksheet_class=PlainSheet)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(columns) - 1, COLUMN_WIDTH)
        for place, column in enumerate(columns):
            sheet.write_string(0, place, column)
        return sheet

    def add_row(self, sheet: Worksheet, columns: Sequence[str], row: Sequence[Any]) -> None:
        """Write the next row of the sheet; a text too long for its cell is begun there."""
        written = self.sheets[-1]
        written.rows += 1
        for place, value in enumerate(row):
            if isinstance(value, str) and utf16_units(value) > MOST_UNITS:
                written.cut.add(columns[place])
                parts = list(cut(value, PART_UNITS))
                for number, part in enumerate(parts, start=1):
                    line = [written.name, written.rows + 1, columns[place], number, part]
                    self.long_texts.write(json.dumps(line) + "\n")
                sheet.write_string(written.rows, place, parts[0] + CONTINUED)
            elif value is not None:
                write_value(sheet, written.rows, place, value)

    def close(self) -> None:
        """Write the texts that were put by, and the file.

        Raises:
            OSError: a disk refused.
            OutputError: it would be larger than a workbook can be.
        """
        if self.long_texts.tell():
            self.long_texts.seek(0)
            self.add_table(LONG_TEXTS, LONG_COLUMNS, map(json.loads, self.long_texts))
        try:
            self.book.close()
        except XlsxWriterException as error:
            if error.args and isinstance(error.args[0], OSError):
                raise error.args[0] from error
            raise OutputError(
                f"These tables are too much for one workbook ({error}): export as parquet, csv or "
                "jsonl."
            ) from error


@contextmanager
def open_workbook(path: Path, scratch: Path, most_rows: int = MOST_ROWS) -> Iterator[Writer]:
    """A workbook to be written at `path`, with its unfinished parts in `scratch`."""
    with tempfile.TemporaryFile("w+", encoding="utf-8", dir=scratch) as long_texts:
        book = Workbook(str(path), OPTIONS | {"tmpdir": str(scratch)})
        writer = Writer(book, long_texts, most_rows)
        yield writer
        writer.close()


def write_value(sheet: Worksheet, row: int, place: int, value: Any) -> None:
    """Write a cell as what it is; what a cell cannot hold to the last digit is text."""
    match value:
        case bool():
            sheet.write_boolean(row, place, value)
        case int() | float() if -MOST_DIGITS < value < MOST_DIGITS:
            sheet.write_number(row, place, value)
        case date() if value >= FIRST_DATE:
            sheet.write_datetime(row, place, value)
        case _:
            sheet.write_string(row, place, str(value))


def escape(text: str) -> str:
    """A text in Excel's spelling."""
    return ESCAPED.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def utf16_units(text: str) -> int:
    """How long Excel finds a text."""
    return len(text) + sum(character > "\uffff" for character in text)


def cut(text: str, most: int) -> Iterator[str]:
    """The parts of a text, none longer than `most` UTF-16 units; joined they are the text."""
    start, units = 0, 0
    for place, character in enumerate(text):
        width = utf16_units(character)
        if units + width > most:
            yield text[start:place]
            start, units = place, 0
        units += width
    yield text[start:]
