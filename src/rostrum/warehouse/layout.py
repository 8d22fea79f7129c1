"""The layout of a warehouse file: the number of its last migration, and who applied it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rostrum import __version__
from rostrum.errors import HomeError
from rostrum.warehouse.folder import newest_layout

if TYPE_CHECKING:
    from pathlib import Path

    import duckdb


@dataclass(frozen=True, slots=True)
class Layout:
    """Number 0 is a file that does not exist yet."""

    number: int
    rostrum_version: str


def layout_of(connection: duckdb.DuckDBPyConnection) -> Layout:
    """The layout of an open file.

    Raises:
        duckdb.Error: it holds no warehouse.
    """
    cursor = connection.execute(
        "select * from rostrum_layout.versions order by version desc limit 1"
    )
    names = [column[0] for column in cursor.description or ()]
    row = dict(zip(names, cursor.fetchone() or (), strict=True))
    # Layout 1 did not note who made it; only one release had it.
    return Layout(int(row["version"]), str(row.get("rostrum_version") or "0.1.0"))


def refuse_newer_layout(path: Path, layout: Layout) -> None:
    """Raise `HomeError` where a newer Rostrum made the file."""
    if layout.number > newest_layout():
        raise HomeError(
            f"The warehouse {path} is of Rostrum {layout.rostrum_version} (layout "
            f"{layout.number}); this is Rostrum {__version__}, which knows layouts up to "
            f"{newest_layout()}: upgrade Rostrum, or name another home."
        )
