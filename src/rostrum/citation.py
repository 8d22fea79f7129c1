"""`rostrum cite`: where a statement stands, cut again from the archived bytes.

As JSON it is a Web Annotation (https://www.w3.org/TR/annotation-model/): who said it is the body,
each span of its words is a target with a quote and a position selector, and the state names the
revision. Positions count the characters of the page's canonical text.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rostrum.archived import text_of
from rostrum.errors import RostrumError
from rostrum.warehouse.cite import find_statement
from rostrum.warehouse.verify import spans_of

if TYPE_CHECKING:
    from datetime import datetime

    from rostrum.settings import Settings
    from rostrum.warehouse.cite import Statement
    from rostrum.warehouse.ledger import ArchivedRecord

AROUND = 40
"""Characters of the text before and after a span that tell it from others of the same words."""

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"rostrum": "urn:rostrum:"}]
PROVED = "cut again from the archived bytes just now: the same words"


@dataclass(frozen=True, slots=True)
class Span:
    """One stretch of a statement's words; prefix and suffix where the text could be read."""

    exact: str
    start: int
    end: int
    prefix: str | None = None
    suffix: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A statement and its place, in the text and in the archive.

    Attributes:
        doubt: why it is not proved by the archived bytes; None where it is.
        is_altered: whether those bytes say something else.
    """

    statement: Statement
    record: ArchivedRecord | None
    spans: list[Span]
    doubt: str | None = None
    is_altered: bool = False

    @property
    def proof(self) -> str:
        """Whether the archive bears it out, in words."""
        return f"not proved: {self.doubt}" if self.doubt else PROVED


def cite(settings: Settings, prefix: str) -> Citation:
    """The citation of the quote or speech whose id begins so.

    Raises:
        HomeError: nothing is published.
        UsageError: no id begins so, or several do.
    """
    statement, record = find_statement(settings, prefix)
    row = {"text": statement.text, "spans": statement.spans}
    spans = [Span(words, start, end) for _, words, start, end in spans_of(row)]
    if record is None:
        return Citation(statement, None, spans, "the archive has no record of this revision")
    try:
        text = text_of(settings, record)
    except RostrumError as error:
        return Citation(statement, record, spans, str(error))
    if any(text[span.start : span.end] != span.exact for span in spans):
        doubt = "the archived bytes have other words at this place; `rostrum verify` says more"
        return Citation(statement, record, spans, doubt, is_altered=True)
    return Citation(statement, record, [with_surroundings(span, text) for span in spans])


def with_surroundings(span: Span, text: str) -> Span:
    """A span with the characters before and after it."""
    prefix = text[max(0, span.start - AROUND) : span.start]
    return Span(span.exact, span.start, span.end, prefix, text[span.end : span.end + AROUND])


def annotation(citation: Citation) -> dict[str, Any]:
    """A citation as a Web Annotation."""
    statement = citation.statement
    targets = [target(citation, span) for span in citation.spans]
    return {
        "@context": CONTEXT,
        "id": f"urn:rostrum:statement:{statement.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": {
            "type": "TextualBody",
            "purpose": "identifying",
            "format": "text/plain",
            "value": statement.speaker or "nobody named",
        },
        "target": targets[0] if len(targets) == 1 else targets,
        "rostrum:text": statement.text,
        "rostrum:speaker": statement.speaker_name,
        "rostrum:position": statement.position,
        "rostrum:event": statement.event_name,
        "rostrum:publishedOn": str(statement.published_on) if statement.published_on else None,
        "rostrum:revisionSha256": statement.revision_sha256,
        "rostrum:archive": archive_place(citation.record),
        "rostrum:isProved": citation.doubt is None,
        "rostrum:proof": citation.proof,
    }


def target(citation: Citation, span: Span) -> dict[str, Any]:
    """Where one span stands: the page, as it was, and two ways to find the words in it."""
    statement = citation.statement
    quote = {"type": "TextQuoteSelector", "exact": span.exact}
    if span.prefix is not None and span.suffix is not None:
        quote |= {"prefix": span.prefix, "suffix": span.suffix}
    state = {"type": "TimeState", "cached": named_by_digest(statement.revision_sha256)}
    if statement.fetched_at:
        state["sourceDate"] = utc(statement.fetched_at)
    source = {
        "id": statement.page_url,
        "type": "Text",
        "format": "text/html",
        "language": statement.language,
        "rostrum:title": statement.title,
    }
    return {
        "type": "SpecificResource",
        "source": {name: value for name, value in source.items() if value is not None},
        "state": state,
        "selector": [
            quote,
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }


def archive_place(record: ArchivedRecord | None) -> dict[str, Any] | None:
    """Where in the archive the bytes lie, and the digest of the record as it lies there."""
    if record is None:
        return None
    return {
        "rostrum:warcFile": record.warc_file,
        "rostrum:warcOffset": record.warc_offset,
        "rostrum:warcLength": record.warc_length,
        "rostrum:recordSha256": record.record_sha256,
        "rostrum:archivedAt": utc(record.archived_at),
    }


def named_by_digest(sha256: str) -> str:
    """The name that bytes have by their SHA-256 (RFC 6920)."""
    return "ni:///sha-256;" + urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")


def utc(moment: datetime) -> str:
    """A moment in UTC, as the annotation model writes it."""
    return moment.isoformat().replace("+00:00", "Z")
