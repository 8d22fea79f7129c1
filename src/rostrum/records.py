"""What a page says, as plain values: the output of parsing and the input of loading."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date, datetime

PageKind = Literal["report", "programme", "statement"]
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
class Speaker:
    """A person as printed on a page.

    Attributes:
        name: None where a person's words are plainly meant, but nobody is named.
        position: what the person is, as printed beside the name.
        group: a political group or delegation printed in brackets after the name (`EPP`).
        country: a country printed there (`PL`); its ISO 3166-1 alpha-2 code where that is certain.
    """

    name: Cut | None
    position: Cut | None = None
    roles: tuple[Role, ...] = ()
    group: Cut | None = None
    country: Cut | None = None
    country_code: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """One attributed direct statement, verbatim; `number` counts from 1 down the page.

    A quotation that its narrator interrupts (`“A,” he said. “B.”`) is one quote of several spans.
    """

    number: int
    section_number: int | None
    thesis_number: int | None
    spans: tuple[Cut, ...]
    speaker: Speaker

    @property
    def text(self) -> str:
        """The words of the spans, joined by a space each."""
        return " ".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Speech:
    """A statement without quotation marks that fills a page; `number` counts from 1."""

    number: int
    text: Cut
    speaker: Speaker


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The page's own prose, in which nobody is quoted; in no section above the first one."""

    number: int
    section_number: int | None
    text: Cut


@dataclass(frozen=True, slots=True)
class Participant:
    """A person whom a programme page announces; `number` counts from 1 down the page."""

    number: int
    role: ParticipantRole
    speaker: Speaker


@dataclass(frozen=True, slots=True)
class Session:
    """One session of a programme page that lists several; `number` counts from 1 down the page.

    Attributes:
        start: where what the page says of it begins in the page's text; `end` where that ends. Its
            participants and the paragraphs of its description stand between the two.
        time_zone: of `starts_at` and `ends_at`, an IANA name or an offset (`+03:00`) as printed.
    """

    number: int
    title: Cut
    start: int
    end: int
    track: Cut | None = None
    hall: Cut | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    time_zone: str | None = None


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
        paragraphs: the page's own prose; a programme's description.
        track, hall, starts_at, ends_at: of a programme page of one session.
        time_zone: of `starts_at` and `ends_at`, an IANA name or an offset (`+03:00`) as printed.
        sessions: those of a programme page that lists several.
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
    time_zone: str | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    organizers: tuple[Cut, ...] = ()
    supporters: tuple[Cut, ...] = ()
    sections: tuple[Section, ...] = ()
    theses: tuple[Thesis, ...] = ()
    quotes: tuple[Quote, ...] = ()
    speeches: tuple[Speech, ...] = ()
    sessions: tuple[Session, ...] = ()
    participants: tuple[Participant, ...] = ()
    residue: tuple[Cut, ...] = ()
    article_length: int = 0
    claimed_length: int = 0
    issues: tuple[Issue, ...] = field(default_factory=tuple)
