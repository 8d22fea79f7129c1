"""A page's records: what kind of page it is, its parser, and whether it keeps its promise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rostrum.errors import PageError
from rostrum.parsing.check import check
from rostrum.parsing.programme import is_programme, parse_programme
from rostrum.parsing.report import parse_report
from rostrum.parsing.schedule import find_timetable
from rostrum.parsing.statement import is_statement, parse_statement
from rostrum.parsing.structured import reconcile
from rostrum.parsing.talks import holds_talk
from rostrum.parsing.walls import find_wall
from rostrum.records import Issue
from rostrum.sources import NO_HINTS

if TYPE_CHECKING:
    from rostrum.reading import Document
    from rostrum.records import PageKind, PageRecords
    from rostrum.sources import Hints, Promise


def read_page(
    document: Document, kind: PageKind | None, promise: Promise, hints: Hints = NO_HINTS
) -> PageRecords:
    """The records of a page that keeps its source's promise; doubts are among their issues.

    Raises:
        PageError: the page is to be quarantined; where something plainly stands in place of the
            content (a consent wall, a "not found" with status 200), the reason says so.
    """
    try:
        records = parse(document, kind, hints)
        records = reconcile(records, document.structured)
        check(document, records, promise)
    except PageError as error:
        raise find_wall(document) or error from error
    if document.is_encoding_suspect:
        doubt = f"Read as {document.encoding} ({document.encoding_reason}); look at its letters."
        records = replace(
            records, issues=(*records.issues, Issue("read", "encoding_suspect", doubt))
        )
    return records


def parse(document: Document, kind: PageKind | None, hints: Hints = NO_HINTS) -> PageRecords:
    """The records of a page; a page of unknown kind is looked at to tell.

    Raises:
        PageError: the page cannot be read as its kind.
    """
    is_announced = kind == "programme" or (kind is None and announces(document))
    timetable = find_timetable(document) if is_announced or kind is None else None
    if timetable and (is_announced or timetable.is_plain()):
        return timetable.parse()
    if is_announced:
        return parse_programme(document)
    if kind == "statement" or (kind is None and is_statement(document)):
        return parse_statement(document, hints)
    return parse_report(document, hints)


def announces(document: Document) -> bool:
    """Whether a page of unknown kind tells what is planned."""
    return is_programme(document) and not holds_talk(document.article)
