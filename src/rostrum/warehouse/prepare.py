"""A reading made ready for loading, by the process that read the page: its rows as columns.

What a reader sends back is this, and not its records: plain lists are packed and unpacked several
times as fast as objects, and the one process that loads has less to do.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from rostrum.records import Issue
from rostrum.warehouse.rows import CHILD_TABLES, Columns, Rows, columns_of, digest_rows, rows_of

if TYPE_CHECKING:
    from rostrum.records import PageRecords


@dataclass(frozen=True, slots=True)
class Reading:
    """One revision read: its records, or None for a quarantined page, and what was refused."""

    page_url: str
    source: str
    revision_sha256: str
    parser_version: int
    records: PageRecords | None
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class PreparedReading:
    """A reading as it is loaded: columns of each table. Plain values, so that any process makes it.

    Attributes:
        tables: of each table of `raw` the revision's rows, column by column.
    """

    page_url: str
    revision_sha256: str
    parser_version: int
    tables: dict[str, Columns]

    @property
    def source(self) -> str:
        """The site that the page is of."""
        return str(self._ledger("source"))

    @property
    def is_understood(self) -> bool:
        """Whether the page has records; otherwise it is quarantined."""
        return bool(self._ledger("status") == "ok")

    @property
    def records_sha256(self) -> str:
        """The digest of its rows."""
        return str(self._ledger("records_sha256"))

    @property
    def issues(self) -> list[tuple[str, str]]:
        """(code, detail) of everything that was refused."""
        refusals = self.tables["refusals"]
        return list(zip(refusals.get("code", ()), refusals.get("detail", ()), strict=True))

    @property
    def quote_kinds(self) -> list[str]:
        """Of every quote the kind of the section that it stands in."""
        sections = self.tables.get("sections", {})
        numbers = sections.get("section_number", ())
        kinds = dict(zip(numbers, sections.get("kind", ()), strict=True))
        quotes = self.tables.get("quotes", {})
        return [kinds.get(number, "other") for number in quotes.get("section_number", ())]

    def _ledger(self, column: str) -> Any:
        """A value of its row of `raw.revisions`."""
        return self.tables["revisions"][column][0]


def prepare(reading: Reading) -> PreparedReading:
    """Make a reading's rows; what cannot be stored quarantines it.

    The one part of loading that takes as long as a page is large. It needs no database, so that
    the process that reads a page does it too.
    """
    try:
        rows = reading_rows(reading)
    except UnicodeEncodeError as error:
        rows = reading_rows(refused(reading, error))
    tables = {table: columns_of(found) for table, found in rows.items()}
    return PreparedReading(
        tables["revisions"]["page_url"][0],
        reading.revision_sha256,
        reading.parser_version,
        tables,
    )


def refused(reading: Reading, error: UnicodeEncodeError) -> Reading:
    """A reading with text that is no text: half of a surrogate pair, which no UTF-8 file holds."""
    around = error.object[max(0, error.start - 20) : error.end + 20]
    issue = Issue(
        "load",
        "text_unstorable",
        f"The page's text holds half a character, {storable(error.object[error.start])!r}, near "
        f"“{storable(around)}”: it cannot be stored as it stands, so nothing of it is.",
    )
    issues = [replace(one, detail=storable(one.detail)) for one in reading.issues]
    return replace(
        reading, page_url=storable(reading.page_url), records=None, issues=(*issues, issue)
    )


def storable(text: str) -> str:
    """Text with halves of surrogate pairs written as Python escapes them."""
    return text.encode(errors="backslashreplace").decode()


def reading_rows(reading: Reading) -> Rows:
    """The rows of one reading, its ledger row among them.

    Raises:
        UnicodeEncodeError: its text cannot be stored.
    """
    key = {"page_url": reading.page_url, "revision_sha256": reading.revision_sha256}
    if reading.records is None:
        rows: Rows = {"revisions": [key]}
    else:
        rows = rows_of(reading.page_url, reading.revision_sha256, reading.records)
    rows["refusals"] = [
        {**key, "refusal_number": number, **asdict(issue)}
        for number, issue in enumerate(reading.issues, start=1)
    ]
    ledger = rows["revisions"][0]
    ledger.update(source=reading.source, status="ok" if reading.records else "quarantined")
    ledger["records_sha256"] = digest_rows(rows)
    ledger["row_count"] = sum(len(rows.get(table, ())) for table in CHILD_TABLES)
    ledger["parser_version"] = reading.parser_version
    return rows
