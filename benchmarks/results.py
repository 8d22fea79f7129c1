"""RESULTS.md: one section for each benchmark, each replaced by its own benchmark alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

RESULTS = Path(__file__).parent / "RESULTS.md"
_HEAD = "# Results\n\nWritten by the benchmarks of this folder; each replaces its own section.\n"


@dataclass(frozen=True, slots=True)
class Target:
    """Something promised, and what came of it; `is_met` is None where nothing is promised."""

    promise: str
    measured: str
    is_met: bool | None

    @property
    def row(self) -> list[str]:
        """For the table."""
        verdict = {True: "met", False: "MISSED", None: "no target"}[self.is_met]
        return [self.promise, self.measured, verdict]


def spread(values: Sequence[float], digits: int = 0) -> str:
    """Least, middle, greatest."""
    three = (min(values), median(values), max(values))
    return " – ".join(f"{value:,.{digits}f}" for value in three)


def write_section(name: str, text: str) -> None:
    """Puts a section in the place of the last one of its name, or at the end."""
    old = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else _HEAD
    head, *sections = old.split("\n## ")
    titles = [section.partition("\n")[0] for section in sections]
    new = f"{name}\n\n{text.strip()}\n"
    if name in titles:
        sections[titles.index(name)] = new
    else:
        sections.append(new)
    parts = [head, *sections]
    RESULTS.write_text("\n\n## ".join(part.strip("\n") for part in parts) + "\n", encoding="utf-8")


def table(header: list[str], rows: list[list[str]]) -> str:
    """A Markdown table that reads as well in a terminal; the first column is text."""
    lines = [header, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(header))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join(_line(line, widths) for line in [header, rule, *rows])


def _line(cells: list[str], widths: list[int]) -> str:
    first, *others = zip(cells, widths, strict=True)
    padded = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]
    return f"| {' | '.join(padded)} |"
