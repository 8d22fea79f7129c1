"""What must be true of one page's records before they are loaded."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from rostrum.errors import PageError
from rostrum.records import UNCLOSED_QUOTE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rostrum.reading import Document
    from rostrum.records import Cut, PageRecords
    from rostrum.sources import Promise

MAX_SHOWN = 80
"""Characters of the page's own words in a reason."""


def check(document: Document, records: PageRecords, promise: Promise) -> None:
    """Refuse a page whose records are not what its source promised.

    Raises:
        PageError: with the reason; the page is to be quarantined.
    """
    if document.defects:
        raise PageError(
            "broken_markup",
            f"The markup is broken: {'; '.join(document.defects)}. Text may be missing; if the "
            "page is whole in a browser, ingest it again.",
        )
    for cut in cuts_of(records):
        if document.text[cut.start : cut.end] != cut.text or not cut.text:
            raise PageError(
                "wrong_offsets",
                f"{cut.text[:80]!r} is not at {cut.start}–{cut.end} of the page's text. This is an "
                "error in Rostrum: please report it with the page's address.",
            )
    if records.kind == "report":
        check_report(records, promise)
    elif records.kind == "statement":
        check_statement(records, promise)
    elif not records.participants and not records.sessions:
        raise PageError(
            "no_people",
            "The programme page names nobody: its people may stand in a form that is not read yet, "
            "or it is another kind of page (then see the source's rules).",
        )


def check_report(records: PageRecords, promise: Promise) -> None:
    """Refuse a report with too little in it, or with a hole."""
    for issue in records.issues:
        if issue.code == UNCLOSED_QUOTE:
            raise PageError(issue.code, issue.detail)
    if len(records.quotes) < promise.min_quotes:
        raise PageError(
            "no_quotes",
            f"{len(records.quotes)} quotes with a speaker, expected {promise.min_quotes} or more. "
            f"If the page quotes people, its layout is not understood. {shown_residue(records)}",
        )
    if promise.has_sections and all(section.kind == "other" for section in records.sections):
        raise PageError(
            "no_sections",
            "No heading says conclusions, problems or solutions. If one means the same, it is "
            f"missing among the known headings. {shown_headings(records)}",
        )
    check_share(records, promise)


def check_statement(records: PageRecords, promise: Promise) -> None:
    """Refuse a statement without its words, or with a hole."""
    if not records.speeches:
        raise PageError(
            "no_speech",
            "No text stands below the line that announces a statement; open the page in a browser "
            "and see where its words are.",
        )
    check_share(records, promise)


def check_share(records: PageRecords, promise: Promise) -> None:
    """Refuse a page of which too much text is in no record."""
    if records.claimed_length < promise.min_claimed_share * records.article_length:
        share = records.claimed_length / records.article_length
        raise PageError(
            "text_unclaimed",
            f"Only {share:.0%} of the article is understood, expected "
            f"{promise.min_claimed_share:.0%} or more. {shown_residue(records)}",
        )


def shown_residue(records: PageRecords) -> str:
    """The longest stretch of the article that is in no record, in a sentence."""
    if not records.residue:
        return "All of the article's text is in other records."
    longest = max(records.residue, key=lambda cut: len(cut.text))
    return f"Longest text not understood: {longest.text[:MAX_SHOWN]!r}."


def shown_headings(records: PageRecords) -> str:
    """The headings that were found, in a sentence."""
    if not records.sections:
        return "No heading was found at all."
    names = ", ".join(repr(section.heading.text[:MAX_SHOWN]) for section in records.sections[:5])
    return f"Headings found: {names}."


def cuts_of(records: PageRecords) -> Iterator[Cut]:
    """Every cut of a page's records."""
    yield records.title
    details = [(session.title, session.track, session.hall) for session in records.sessions]
    for single in chain((records.event, records.track, records.hall), *details):
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
