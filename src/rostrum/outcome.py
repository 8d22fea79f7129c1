"""What a run asks its readers, and what they answer: all that a run needs to know of them.

Apart from the reader itself, so that a run does not import the parser, which its readers do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rostrum.archive import Place
    from rostrum.records import Issue, PageRecords

LENGTH_BYTES = 8
"""Before each answer stands its length."""

MEMORY_GONE = 70
"""The exit status of a reader whose page needed more memory than it may."""

PARSER_FAILED = "parser_failed"
"""The code of an issue that is no page's fault but Rostrum's."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to read: its body, or where in the archive its reader finds that."""

    page_url: str
    body: bytes | Place
    content_type: str | None


def bytes_of(page: Page) -> bytes:
    """The page's body.

    Raises:
        ArchiveError: the archive's bytes are damaged.
    """
    return page.body if isinstance(page.body, bytes) else page.body.read()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a page: its records, or None for a quarantined page, and what was refused."""

    records: PageRecords | None
    issues: tuple[Issue, ...]
