"""What a page says, as plain values: the output of parsing and the input of loading."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date, datetime

PageKind = Literal["report", "programme"]
SectionKind = Literal["key_conclusions", "problems", "solutions", "other"]
ParticipantRole = Literal["moderator", "speaker"]
Language = Literal["en", "ru"]

UNCLOSED_QUOTE = "unclosed_quote"
"""The code of an issue that quarantines its page: where a quotation loses its end, what follows
may be read wrongly."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Words as they stand on the page: `document.text[start:end] == text`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Role:
    """One part of a position: what a person is, and where (both verbatim from the position)."""

    role: str
    organization: str | None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report under one heading; `number` counts from 1 down the page."""

    number: int
    kind: SectionKind
    heading: Cut


@dataclass(frozen=True, slots=True)
class Thesis:
    """The claim that heads a group of quotes; `number` counts from 1 down the page."""

    number: int
    section_number: int | None
    heading: Cut


@dataclass(frozen=True, slots=True)
class Quote:
    """One attributed direct statement, verbatim; `number` counts from 1 down the page."""

    number: int
    section_number: int | None
    thesis_number: int | None
    text: Cut
    name: Cut
    position: Cut | None
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """A person whom a programme page announces; `number` counts from 1 down the page."""

    number: int
    role: ParticipantRole
    name: Cut
    position: Cut | None
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """A page or a value that is refused, with a reason a person can act on."""

    stage: str
    code: str
    detail: str


@dataclass(frozen=True, slots=True)
class PageRecords:
    """All that one revision of a page says.

    Attributes:
        lead: the paragraphs before the first section (a report) or the people (a programme).
        language: of the text, by its letters and the page's own word for it.
        encoding: the charset the bytes were read with; `encoding_reason` says why.
        residue: article text that no record claims.
        article_length: characters of article text (furniture is no article text).
        claimed_length: how many of them a record claims.
        issues: values of the page that were refused.
    """

    kind: PageKind
    language: Language
    encoding: str
    encoding_reason: str
    title: Cut
    published_on: date | None = None
    event: Cut | None = None
    track: Cut | None = None
    hall: Cut | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    lead: tuple[Cut, ...] = ()
    organizers: tuple[Cut, ...] = ()
    supporters: tuple[Cut, ...] = ()
    sections: tuple[Section, ...] = ()
    theses: tuple[Thesis, ...] = ()
    quotes: tuple[Quote, ...] = ()
    participants: tuple[Participant, ...] = ()
    residue: tuple[Cut, ...] = ()
    article_length: int = 0
    claimed_length: int = 0
    issues: tuple[Issue, ...] = field(default_factory=tuple)
