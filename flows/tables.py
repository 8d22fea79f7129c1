"""Tables in the Prefect UI, in which scraped text is inert.

The UI renders every cell that is a string as Markdown (GitHub's, by marked), in a table artifact
too: what a page says would there fetch an image or offer a link.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from prefect.artifacts import acreate_table_artifact

from rostrum.show import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PAGE = "page"
"""The column of a page's address: it alone becomes a link."""

ACTING = re.compile(
    r"[\\`*\[\]<>&~|@]|_(?![^\W_])|(?<![^\W_])_"  # `_` in a word is a letter
    r"|(?<=http):|(?<=https):|(?<=ftp):|(?<=www)\."  # what becomes a link by itself
    r"|^[#=+-]|(?<=^\d)[.)]|(?<=^\d\d)[.)]",  # what makes the line a heading or a list
    re.IGNORECASE,
)
"""Characters that mean something in Markdown where they stand; `\\` before one makes it print."""


async def show_table(
    key: str, columns: Sequence[str], rows: Iterable[Iterable[object]], description: str
) -> None:
    """Show rows as a table artifact; `description` is ours, and Markdown."""
    await acreate_table_artifact(
        key=key,
        table=[
            {name: cell(name, str(value)) for name, value in zip(columns, row, strict=True)}
            for row in rows
        ],
        description=description,
    )


def cell(column: str, text: str) -> str:
    """What prints a text in a column."""
    if column == PAGE and re.match("https?://", text):
        return quote(text, safe="/:?#%=&;+,.~_-")
    return inert(text)


def inert(text: str) -> str:
    """Markdown that prints a text, as one line."""
    return ACTING.sub(r"\\\g<0>", " ".join(printable(text).split()))
