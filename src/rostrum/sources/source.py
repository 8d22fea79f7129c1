"""What a source is: where its pages are, what kind each is, and what they promise to hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

if TYPE_CHECKING:
    import re
    from pathlib import Path

    from rostrum.records import PageKind


@dataclass(frozen=True, slots=True)
class Promise:
    """What a report of the source holds; a page that does not is quarantined.

    Of a statement only `min_claimed_share` is asked, and its speech.

    Attributes:
        has_sections: at least one section of a known kind.
        min_quotes: at least so many quotes.
        min_claimed_share: at least this part of the article's characters is in records, 0–1.
    """

    has_sections: bool = True
    min_quotes: int = 1
    min_claimed_share: float = 0.6


@dataclass(frozen=True, slots=True)
class Hints:
    """What is peculiar to a site's pages and cannot be told from a page in general.

    A hint is about whole lines of the article and only ever makes sense of a line that is there:
    a page without such lines is read as it would be without hints.

    Attributes:
        event_line: matches, from end to end, a line beside the title that names the event.
        label_line: matches, from end to end, a line that is the site's own and no one's words: a
            product type, a document symbol, a topic code.
        ends: lines at which the article is over; it and what follows is furniture.
    """

    event_line: re.Pattern[str] | None = None
    label_line: re.Pattern[str] | None = None
    ends: tuple[str, ...] = ()

    def names_event(self, line: str) -> bool:
        """Whether a line beside the title names the event."""
        return self.event_line is not None and self.event_line.fullmatch(line) is not None

    def is_label(self, line: str) -> bool:
        """Whether a line is the site's own and no part of the story."""
        return self.label_line is not None and self.label_line.fullmatch(line) is not None

    def is_end(self, line: str) -> bool:
        """Whether the article is over at a line; case and a colon after it do not count."""
        return bool(self.ends) and bare(line) in map(bare, self.ends)


NO_HINTS = Hints()


def bare(line: str) -> str:
    """A label without what typography adds to it."""
    return line.strip().rstrip(":").rstrip().casefold()


@dataclass(frozen=True, slots=True)
class PageRule:
    """Pages whose URL path matches `path` from end to end are of this kind."""

    path: re.Pattern[str]
    kind: PageKind


@dataclass(frozen=True, slots=True)
class Source:
    """A site we read.

    Attributes:
        name: one lower-case word, as in `rostrum ingest NAME`.
        title: what people call it.
        hosts: the host names whose pages it claims.
        starts: listing pages where discovery begins.
        listings: URL paths of listing pages.
        rules: which URL paths are pages, and of what kind; the first match counts.
        promise: what its reports hold.
        hints: what is peculiar to its pages.
        folder: a folder of files to serve on loopback during a run (the bundled sample only).
    """

    name: str
    title: str
    hosts: tuple[str, ...]
    starts: tuple[str, ...]
    listings: re.Pattern[str]
    rules: tuple[PageRule, ...]
    promise: Promise
    hints: Hints = NO_HINTS
    folder: Path | None = None

    def kind_of(self, url: str) -> PageKind | None:
        """The kind of the page at a URL, or None where the URL is none of the source's pages."""
        parts = self.own_parts(url)
        if parts is None:
            return None
        return next((rule.kind for rule in self.rules if rule.path.fullmatch(parts.path)), None)

    @property
    def kinds(self) -> tuple[PageKind, ...]:
        """The kinds of its pages, each once, in the order of the rules."""
        return tuple(dict.fromkeys(rule.kind for rule in self.rules))

    def is_page(self, url: str) -> bool:
        """Whether the URL is one of the source's pages."""
        return self.kind_of(url) is not None

    def is_listing(self, url: str) -> bool:
        """Whether the URL is one of the source's listing pages."""
        parts = self.own_parts(url)
        return parts is not None and self.listings.fullmatch(parts.path) is not None

    def own_parts(self, url: str) -> SplitResult | None:
        """The parts of a URL on one of the source's hosts; None for others and for what is none."""
        try:
            parts = urlsplit(url)
        except ValueError:
            return None
        return parts if parts.hostname in self.hosts else None
