"""Records → rows of `raw.*`, and the digest by which a page's rows are known again."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from rostrum.ids import make_id

if TYPE_CHECKING:
    from rostrum.records import Cut, PageRecords, Role, Speaker

Row = dict[str, Any]
Rows = dict[str, list[Row]]
Columns = dict[str, list[Any]]
"""Rows of one table, column by column."""

CHILD_TABLES = {
    "paragraphs": "paragraph_number",
    "backers": "backer_number",
    "sections": "section_number",
    "theses": "thesis_number",
    "quotes": "quote_number",
    "speeches": "speech_number",
    "sessions": "session_number",
    "participants": "participant_number",
    "residue": "residue_number",
    "refusals": "refusal_number",
}
"""The tables that hold a revision's rows, each with the column that orders them on the page."""

NOT_DIGESTED = ("loaded_at", "records_sha256", "parser_version", "row_count")


def rows_of(page_url: str, revision_sha256: str, records: PageRecords) -> Rows:
    """The rows of one revision, by table; `revisions` holds the page's own values."""
    rows: Rows = {
        "revisions": [revision_row(records)],
        "paragraphs": [
            {
                "paragraph_number": paragraph.number,
                "section_number": paragraph.section_number,
                **cut_columns("text", "char", paragraph.text),
            }
            for paragraph in records.paragraphs
        ],
        "backers": backer_rows(records),
        "sections": [
            {
                "section_number": section.number,
                "kind": section.kind,
                **cut_columns("heading", "char", section.heading),
            }
            for section in records.sections
        ],
        "theses": [
            {
                "thesis_number": thesis.number,
                "section_number": thesis.section_number,
                **cut_columns("heading", "char", thesis.heading),
            }
            for thesis in records.theses
        ],
        "quotes": quote_rows(page_url, records),
        "speeches": [
            {
                "speech_number": speech.number,
                **cut_columns("text", "char", speech.text),
                **speaker_columns(speech.speaker),
            }
            for speech in records.speeches
        ],
        "sessions": [
            {
                "session_number": session.number,
                **cut_columns("title", "title", session.title),
                **cut_columns("track", "track", session.track),
                **cut_columns("hall", "hall", session.hall),
                "starts_at": session.starts_at,
                "ends_at": session.ends_at,
                "time_zone": session.time_zone,
                "char_start": session.start,
                "char_end": session.end,
            }
            for session in records.sessions
        ],
        "participants": [
            {
                "participant_number": person.number,
                "role": person.role,
                **speaker_columns(person.speaker),
            }
            for person in records.participants
        ],
        "residue": [
            {"residue_number": number, **cut_columns("text", "char", cut)}
            for number, cut in enumerate(records.residue, start=1)
        ],
    }
    for table in rows.values():
        for row in table:
            row.update(page_url=page_url, revision_sha256=revision_sha256)
    return rows


def revision_row(records: PageRecords) -> Row:
    """The columns of `raw.revisions` that the page's records give."""
    return {
        "kind": records.kind,
        "language": records.language,
        "encoding": records.encoding,
        "encoding_reason": records.encoding_reason,
        **cut_columns("title", "title", records.title),
        **cut_columns("event_name", "event", records.event),
        **cut_columns("track", "track", records.track),
        **cut_columns("hall", "hall", records.hall),
        "published_on": records.published_on,
        "starts_at": records.starts_at,
        "ends_at": records.ends_at,
        "time_zone": records.time_zone,
        "article_length": records.article_length,
        "claimed_length": records.claimed_length,
    }


def backer_rows(records: PageRecords) -> list[Row]:
    """Organizers first, then supporters, numbered through."""
    backers = [("organizer", cut) for cut in records.organizers]
    backers += [("supporter", cut) for cut in records.supporters]
    return [
        {"backer_number": number, "role": role, **cut_columns("name", "char", cut)}
        for number, (role, cut) in enumerate(backers, start=1)
    ]


def quote_rows(page_url: str, records: PageRecords) -> list[Row]:
    """Quotes, each with an id of its page and words (and which one of the same words it is)."""
    seen: Counter[str] = Counter()
    rows = []
    for quote in records.quotes:
        seen[quote.text] += 1
        rows.append(
            {
                "quote_number": quote.number,
                "quote_id": make_id(page_url, quote.text, seen[quote.text]),
                "section_number": quote.section_number,
                "thesis_number": quote.thesis_number,
                "text": quote.text,
                "char_start": quote.spans[0].start,
                "char_end": quote.spans[-1].end,
                "spans": [{"char_start": span.start, "char_end": span.end} for span in quote.spans],
                **speaker_columns(quote.speaker),
            }
        )
    return rows


def speaker_columns(speaker: Speaker) -> Row:
    """The columns of a person as printed: name, position, roles, group and country."""
    return {
        **cut_columns("speaker_name", "speaker", speaker.name),
        **cut_columns("position", "position", speaker.position),
        "roles": role_values(speaker.roles),
        **cut_columns("group_name", "group", speaker.group),
        **cut_columns("country_name", "country", speaker.country),
        "country_code": speaker.country_code,
    }


def cut_columns(column: str, prefix: str, cut: Cut | None) -> Row:
    """A cut as three columns: its words, where they begin and where they end."""
    return {
        column: cut.text if cut else None,
        f"{prefix}_start": cut.start if cut else None,
        f"{prefix}_end": cut.end if cut else None,
    }


def role_values(roles: tuple[Role, ...]) -> list[Row]:
    return [{"role": role.role, "organization": role.organization} for role in roles]


def columns_of(rows: list[Row]) -> Columns:
    """Rows that all have the same columns in the same order, turned on their side."""
    if not rows:
        return {}
    values = zip(*(row.values() for row in rows), strict=True)
    return dict(zip(rows[0], map(list, values), strict=True))


def digest_rows(rows: Rows) -> str:
    """SHA-256 of a revision's rows, whatever the order of tables and columns.

    Tables without rows do not count, nor do the ledger's columns that a clock or a release decides.
    """
    kept = {name: table for name, table in rows.items() if table}
    kept["revisions"] = [
        {key: value for key, value in row.items() if key not in NOT_DIGESTED}
        for row in rows["revisions"]
    ]
    text = json.dumps(kept, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()
