"""What must be true of one page's records before they are loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rostrum.errors import PageError
from rostrum.records import UNCLOSED_QUOTE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rostrum.reading import Document
    from rostrum.records import Cut, PageRecords
    from rostrum.sources import Promise


def check(document: Document, records: PageRecords, promise: Promise) -> None:
    """Refuse a page whose records are not what its source promised.

    Raises:
        PageError: with the reason; the page is to be quarantined.
    """
    if document.defects:
        raise PageError("broken_markup", f"The markup is broken: {'; '.join(document.defects)}.")
    for cut in cuts_of(records):
        if document.text[cut.start : cut.end] != cut.text or not cut.text:
            raise PageError("wrong_offsets", f"{cut.text[:80]!r} is not at {cut.start}–{cut.end}.")
    if records.kind == "report":
        check_report(records, promise)
    elif records.kind == "statement":
        if not records.speeches:
            raise PageError("no_speech", "No text stands below the line that announces a statement.")
    elif not records.participants:
        raise PageError("no_people", "The programme page names nobody; is it another kind of page?")


def check_report(records: PageRecords, promise: Promise) -> None:
    """Refuse a report with too little in it, or with a hole."""
    for issue in records.issues:
        if issue.code == UNCLOSED_QUOTE:
            raise PageError(issue.code, issue.detail)
    if len(records.quotes) < promise.min_quotes:
        raise PageError(
            "no_quotes",
            f"{len(records.quotes)} quotes with a speaker, expected {promise.min_quotes} or more.",
        )
    if promise.has_sections and all(section.kind == "other" for section in records.sections):
        raise PageError("no_sections", "No heading says conclusions, problems or solutions.")
    share = records.claimed_length / records.article_length
    if share < promise.min_claimed_share:
        raise PageError(
            "text_unclaimed",
            f"Only {share:.0%} of the article is understood, expected "
            f"{promise.min_claimed_share:.0%} or more.",
        )


def cuts_of(records: PageRecords) -> Iterator[Cut]:
    """Every cut of a page's records."""
    yield records.title
    for single in (records.event, records.track, records.hall):
        if single:
            yield single
    yield from (paragraph.text for paragraph in records.paragraphs)
    yield from (*records.organizers, *records.supporters, *records.residue)
    yield from (section.heading for section in records.sections)
    yield from (thesis.heading for thesis in records.theses)
    for quote in records.quotes:
        yield from quote.spans
    yield from (speech.text for speech in records.speeches)
    people = [quote.speaker for quote in records.quotes]
    people += [speech.speaker for speech in records.speeches]
    people += [participant.speaker for participant in records.participants]
    for person in people:
        for part in (person.name, person.position, person.group, person.country):
            if part:
                yield part
