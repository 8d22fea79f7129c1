"""What came of reading a page, and how a reader says so: all that a run needs to know of one.

Apart from the reader itself, so that a run does not import the parser, which its readers do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rostrum.records import Issue, PageRecords

LENGTH_BYTES = 8
"""Before each answer stands its length."""

MEMORY_GONE = 70
"""The exit status of a reader whose page needed more memory than it may."""

PARSER_FAILED = "parser_failed"
"""The code of an issue that is no page's fault but Rostrum's."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a page: its records, or None for a quarantined page, and what was refused."""

    records: PageRecords | None
    issues: tuple[Issue, ...]
