"""A spoilt page is read twice; what must be true whatever it holds is checked."""

from __future__ import annotations

import signal
import traceback
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rostrum.errors import PageError
from rostrum.parsing.check import cuts_of
from rostrum.parsing.parse import parse, read_page
from rostrum.reading import read
from rostrum.sources import Promise, all_sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rostrum.reading import Document
    from rostrum.records import PageRecords
    from tests.fuzz.mutate import Spoilt

TOLERANT = Promise(has_sections=False, min_quotes=0, min_claimed_share=0)
MOST_SECONDS = 5.0
"""Of processor time, for both readings: hundreds of times what a page takes."""


class TooLongError(BaseException):
    """A page took too long; no exception that a parser could take for its own."""


@contextmanager
def bounded() -> Iterator[None]:
    """An end to what takes too long."""

    def stop(*_: object) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def judge(page: Spoilt) -> str | None:
    """What is wrong with how a page is read, for people; None where nothing is."""
    try:
        with bounded():
            return find_fault(page)
    except TooLongError:
        return f"took more than {MOST_SECONDS:g} s: {traceback.format_exc(limit=-4)}"
    except Exception:  # noqa: BLE001 - any of them is what is looked for
        return traceback.format_exc(limit=-12)


def find_fault(page: Spoilt) -> str | None:
    """What is wrong with how a page is read, short of an exception."""
    try:
        document = read(page.body, page.content_type)
    except PageError:
        return None
    if fault := document_fault(document):
        return fault
    source = all_sources().get(page.source)
    try:
        records = parse(document, page.kind, *([source.hints] if source else []))
    except PageError:
        records = None
    if records and (fault := records_fault(document, records)):
        return fault
    return difference(page, document, records)


def document_fault(document: Document) -> str | None:
    """Blocks that are not where they say, or marks that are not within them."""
    place = -1
    for block in document.blocks:
        if not block.text or document.text[block.start : block.end] != block.text:
            return f"block {block.text[:80]!r} is not at {block.start}–{block.end}"
        if block.start <= place:
            return f"block {block.text[:80]!r} begins before the one above it ends"
        place = block.end - 1
        for mark in block.marks:
            if not 0 <= mark.start < mark.end <= len(block.text):
                return f"{mark} is not within {block.text[:80]!r}"
    return None


def records_fault(document: Document, records: PageRecords) -> str | None:
    """Cuts that are not where they say, or text that is neither claimed nor residue."""
    for cut in cuts_of(records):
        if not cut.text or document.text[cut.start : cut.end] != cut.text:
            return f"{cut.text[:80]!r} is not at {cut.start}–{cut.end}"
    for quote in records.quotes:
        ends = [place for span in quote.spans for place in (span.start, span.end)]
        if not ends or ends != sorted(ends):
            return f"the spans of quote {quote.number} are in disorder: {ends}"
    for numbered in (records.quotes, records.paragraphs, records.sections, records.speeches):
        if [one.number for one in numbered] != list(range(1, len(numbered) + 1)):
            return "records are not numbered from 1 on"
    residue = sum(len(cut.text) for cut in records.residue)
    if records.claimed_length + residue != records.article_length:
        return (
            f"{records.claimed_length} characters claimed and {residue} of residue are not "
            f"the article's {records.article_length}"
        )
    return None


def difference(page: Spoilt, document: Document, records: PageRecords | None) -> str | None:
    """What a second reading, that of a run, finds otherwise than the first."""
    again = read(page.body, page.content_type)
    if again != document:
        return "the same bytes gave another document"
    source = all_sources().get(page.source)
    try:
        second = read_page(again, page.kind, TOLERANT, *([source.hints] if source else []))
    except PageError as error:
        return str(error) if error.code == "wrong_offsets" else None
    if records is None:
        return "the same document was refused first and then gave records"
    for name in ("quotes", "sections", "theses", "sessions", "participants", "speeches", "residue"):
        if getattr(records, name) != getattr(second, name):
            return f"the same document gave other {name}"
    return None
