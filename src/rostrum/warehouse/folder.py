"""Where the `sql/` folder lies: in a checkout beside `src/`, in a wheel inside the package."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parents[1]


def sql_folder() -> Path:
    """The folder with `schema/`, `staging/`, `intermediate/`, `marts/` and `checks/`."""
    packed = PACKAGE / "sql"
    return packed if packed.is_dir() else PACKAGE.parents[1] / "sql"


def filled_table(name: str) -> str:
    """The statement that makes a table which Python fills, empty."""
    return (sql_folder() / "filled" / f"{name}.sql").read_text(encoding="utf-8")


def newest_layout() -> int:
    """The number of the last migration that this Rostrum knows."""
    return max(int(path.name[:4]) for path in (sql_folder() / "schema").glob("*.sql"))
