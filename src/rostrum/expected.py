"""A page's records as a tree: the shape of the gold files, which a person reads and corrects.

A gold file says what a careful person reads on a page: quotes nested in theses nested in sections.
Whatever is no part of that shape (offsets, residue, encodings) has tests of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rostrum.records import (
        Cut,
        PageRecords,
        Paragraph,
        Participant,
        Quote,
        Section,
        Session,
        Speaker,
        Thesis,
    )

Tree = dict[str, Any]


def to_tree(records: PageRecords) -> Tree:
    """A page's records in the shape of its gold file."""
    return programme_tree(records) if records.kind == "programme" else report_tree(records)


def report_tree(records: PageRecords) -> Tree:
    """A report; what stands outside sections and theses is shown where it is, if there is any."""
    return {
        "title": records.title.text,
        "event": words(records.event),
        "organizers": [cut.text for cut in records.organizers],
        "supporters": [cut.text for cut in records.supporters],
        "language": records.language,
        "published_on": records.published_on.isoformat() if records.published_on else None,
        "sections": [section_tree(records, section) for section in records.sections],
        **loose_quotes(records, None),
        **speeches(records),
    }


def section_tree(records: PageRecords, section: Section) -> Tree:
    theses = [thesis for thesis in records.theses if thesis.section_number == section.number]
    return {
        "kind": section.kind,
        "heading": section.heading.text,
        "theses": [thesis_tree(records, thesis) for thesis in theses],
        **loose_quotes(records, section.number),
    }


def thesis_tree(records: PageRecords, thesis: Thesis) -> Tree:
    quotes = [quote for quote in records.quotes if quote.thesis_number == thesis.number]
    return {"heading": thesis.heading.text, "quotes": [quote_tree(quote) for quote in quotes]}


def loose_quotes(records: PageRecords, section_number: int | None) -> Tree:
    """The quotes under no thesis of a section, or of no section; nothing where there are none."""
    quotes = [
        quote_tree(quote)
        for quote in records.quotes
        if quote.thesis_number is None and quote.section_number == section_number
    ]
    return {"quotes": quotes} if quotes else {}


def speeches(records: PageRecords) -> Tree:
    """Statements that fill a page; nothing where there are none."""
    found = [
        {"text": speech.text.text, **speaker_tree(speech.speaker)} for speech in records.speeches
    ]
    return {"speeches": found} if found else {}


def quote_tree(quote: Quote) -> Tree:
    return {"text": quote.text, **speaker_tree(quote.speaker)}


def speaker_tree(speaker: Speaker) -> Tree:
    """A person as printed; a group and a country only where they are printed."""
    brackets = {
        "group": words(speaker.group),
        "country": words(speaker.country),
        "country_code": speaker.country_code,
    }
    return {
        "name": words(speaker.name),
        "position": words(speaker.position),
        "roles": [[role.role, role.organization] for role in speaker.roles],
        **{key: value for key, value in brackets.items() if value},
    }


def programme_tree(records: PageRecords) -> Tree:
    """A page of one session, or of several, each with those who take part."""
    page = {"title": records.title.text, "language": records.language}
    if records.sessions:
        return {**page, "sessions": [listed_tree(records, each) for each in records.sessions]}
    return {**page, **session_tree(records, records.paragraphs, records.participants)}


def listed_tree(records: PageRecords, session: Session) -> Tree:
    """One of several sessions, with the people and the description that stand within it."""

    def is_within(cut: Cut | None) -> bool:
        return cut is not None and session.start <= cut.start < session.end

    paragraphs = [each for each in records.paragraphs if is_within(each.text)]
    people = [each for each in records.participants if is_within(each.speaker.name)]
    return {"title": session.title.text, **session_tree(session, paragraphs, people)}


def session_tree(
    session: PageRecords | Session,
    paragraphs: Iterable[Paragraph],
    people: Iterable[Participant],
) -> Tree:
    """When and where a session is, what it is about and who takes part."""
    return {
        "track": words(session.track),
        "hall": words(session.hall),
        "starts_at": session.starts_at and session.starts_at.isoformat(timespec="minutes"),
        "ends_at": session.ends_at and session.ends_at.isoformat(timespec="minutes"),
        "description": "\n".join(paragraph.text.text for paragraph in paragraphs),
        "people": [
            {
                "role": person.role,
                "name": words(person.speaker.name),
                "position": words(person.speaker.position),
            }
            for person in people
        ],
    }


def words(cut: Cut | None) -> str | None:
    return cut.text if cut else None
