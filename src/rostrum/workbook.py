"""One Excel workbook of all tables, a sheet each, in memory that does not grow with them.

Every text is written as text: never a formula, never a link, never markup. What a sheet cannot
hold goes on where the reader is told to look: rows beyond the last one on a further sheet, a text
too long for a cell whole on the sheet `long_texts`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

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


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as it was written.

    Attributes:
        table: the table whose rows it holds.
        rows: how many, without the header.
    """

    name: str
    table: str
    rows: int


@dataclass(slots=True)
class Writer:
    """A workbook that is being written."""

    book: Workbook
    most_rows: int = MOST_ROWS
    sheets: list[Sheet] = field(default_factory=list)
    long_sheet: Worksheet | None = None
    long_rows: int = 0

    def add_table(
        self, table: str, columns: Sequence[str], rows: Iterable[tuple[Any, ...]]
    ) -> None:
        """Write a table, on as many sheets as it takes."""
        number, count = 1, 0
        name = table
        sheet = self.add_sheet(name, columns)
        for row in rows:
            if count == self.most_rows:
                self.sheets.append(Sheet(name, table, count))
                number, count = number + 1, 0
                name = f"{table}_{number}"
                sheet = self.add_sheet(name, columns)
            count += 1
            for place, value in enumerate(row):
                if value is not None:
                    self.write(sheet, count, place, value, columns[place])
        self.sheets.append(Sheet(name, table, count))

    def add_sheet(self, name: str, columns: Sequence[str]) -> Worksheet:
        """A new sheet with its header, which stays in sight."""
        sheet = self.book.add_worksheet(name, worksheet_class=PlainSheet)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(columns) - 1, 18)
        for place, column in enumerate(columns):
            sheet.write_string(0, place, column)
        return sheet

    def write(self, sheet: Worksheet, row: int, place: int, value: Any, column: str) -> None:
        """Write a cell as what it is."""
        match value:
            case bool():
                sheet.write_boolean(row, place, value)
            case int() | float() if -MOST_DIGITS < value < MOST_DIGITS:
                sheet.write_number(row, place, value)
            case date() if value >= FIRST_DATE:
                sheet.write_datetime(row, place, value)
            case _:
                self.write_text(sheet, row, place, str(value), column)

    def write_text(self, sheet: Worksheet, row: int, place: int, text: str, column: str) -> None:
        """Write a text; one too long for a cell is begun there, and stands whole elsewhere."""
        if utf16_units(text) > MOST_UNITS:
            parts = list(cut(text, PART_UNITS))
            for number, part in enumerate(parts, start=1):
                self.write_long(sheet.get_name(), row + 1, column, number, part)
            text = parts[0] + CONTINUED
        sheet.write_string(row, place, text)

    def write_long(self, *values: object) -> None:
        """Write a row of the sheet of long texts."""
        if self.long_sheet is None:
            self.long_sheet = self.add_sheet(LONG_TEXTS, LONG_COLUMNS)
        self.long_rows += 1
        if self.long_rows > self.most_rows:
            raise OutputError(
                f"The texts too long for a cell of Excel take more than {self.most_rows:,} rows: "
                "export as parquet, csv or jsonl."
            )
        for place, value in enumerate(values):
            if isinstance(value, int):
                self.long_sheet.write_number(self.long_rows, place, value)
            else:
                self.long_sheet.write_string(self.long_rows, place, str(value))

    def close(self) -> None:
        """Write the file.

        Raises:
            OSError: a disk refused.
            OutputError: it would be larger than a workbook can be.
        """
        if self.long_rows:
            self.sheets.append(Sheet(LONG_TEXTS, LONG_TEXTS, self.long_rows))
        try:
            self.book.close()
        except XlsxWriterException as error:
            if error.args and isinstance(error.args[0], OSError):
                raise error.args[0] from error
            raise OutputError(
                f"These tables are too much for one workbook ({error}): export as parquet, csv or "
                "jsonl."
            ) from error


def open_workbook(path: Path, scratch: Path, most_rows: int = MOST_ROWS) -> Writer:
    """A workbook to be written at `path`, with its unfinished parts in `scratch`."""
    return Writer(Workbook(str(path), OPTIONS | {"tmpdir": str(scratch)}), most_rows)


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
