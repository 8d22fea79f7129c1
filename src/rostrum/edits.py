"""What differs between two revisions of a page: its texts, cut anew from the archived bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from rostrum.archived import text_of
from rostrum.errors import PageError
from rostrum.warehouse.changes import Body, bodies_of, find_body, find_page, list_changes
from rostrum.warehouse.ledger import archived_bodies
from rostrum.warehouse.snapshot import open_snapshot
from rostrum.web import normalize_url

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from rostrum.settings import Settings
    from rostrum.warehouse.query import WholeAnswer

COMPARED_WORDS = 4000
"""Longer stretches are told as replaced whole: the time to compare grows with their square."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of the older text, and what the newer has in its place; offsets in both."""

    before: str
    after: str
    before_start: int
    after_start: int


@dataclass(frozen=True, slots=True)
class Difference:
    """A page's revisions, its quotes' changes, and how two of its texts differ.

    Attributes:
        old: the digest of the older revision compared; None where the page has only one.
    """

    page_url: str
    bodies: list[Body]
    changes: WholeAnswer
    old: str | None
    new: str | None
    old_text: str
    edits: list[Edit]


def changes(settings: Settings, since: datetime | None, url: str | None) -> WholeAnswer:
    """Every alteration of a quote since then, of all pages or of the one at a URL, newest first."""
    return list_changes(settings, since, typed_url(url) if url else None)


def difference(
    settings: Settings, url: str, old: str | None = None, new: str | None = None
) -> Difference:
    """The difference between two revisions of a page, named by the beginnings of their digests.

    Not named, `new` is the newest that was understood, and `old` the one before it.

    Raises:
        UsageError: the page or a revision is not known, or a prefix names several.
        ArchiveError: the archive does not hold a revision any more.
    """
    page_url = find_page(settings, typed_url(url))
    bodies = bodies_of(settings, page_url)
    told = list_changes(settings, None, page_url)
    new_sha256 = newest_readable(bodies) if new is None else find_body(bodies, new)
    old_sha256 = one_before(bodies, new_sha256) if old is None else find_body(bodies, old)
    if old_sha256 is None or new_sha256 is None:
        return Difference(page_url, bodies, told, None, new_sha256, "", [])
    old_text, new_text = texts_of(settings, old_sha256, new_sha256)
    edits = list(text_edits(old_text, new_text))
    return Difference(page_url, bodies, told, old_sha256, new_sha256, old_text, edits)


def typed_url(url: str) -> str:
    """A URL as pages are known by; what is no URL stays as it is, and is not found."""
    try:
        return normalize_url(url)
    except PageError:
        return url


def newest_readable(bodies: Sequence[Body]) -> str | None:
    """The last body that was understood."""
    return next((one.revision_sha256 for one in reversed(bodies) if one.status == "ok"), None)


def one_before(bodies: Sequence[Body], sha256: str | None) -> str | None:
    """The body that was understood before a body was there last."""
    places = [place for place, one in enumerate(bodies) if one.revision_sha256 == sha256]
    if not places:
        return None
    return newest_readable([one for one in bodies[: places[-1]] if one.revision_sha256 != sha256])


def texts_of(settings: Settings, *digests: str) -> list[str]:
    """The canonical texts of archived bodies."""
    with open_snapshot(settings) as connection:
        records = archived_bodies(connection, digests)
    return [text_of(settings, records[sha256]) for sha256 in digests]


def text_edits(old: str, new: str) -> Iterator[Edit]:
    """How one text becomes the other: line by line, and word by word in lines that differ."""
    for old_part, new_part, old_start, new_start in unequal(lines(old), lines(new), 0, 0):
        before, after = words("".join(old_part)), words("".join(new_part))
        if max(len(before), len(after)) > COMPARED_WORDS:
            yield Edit("".join(before), "".join(after), old_start, new_start)
            continue
        for gone, come, old_place, new_place in unequal(before, after, old_start, new_start):
            yield Edit("".join(gone), "".join(come), old_place, new_place)


def lines(text: str) -> list[str]:
    """A text's lines, each with its end."""
    return text.splitlines(keepends=True)


def words(text: str) -> list[str]:
    """A text's words and what stands between them, so that joined they are the text."""
    return re.findall(r"\w+|\s+|[^\w\s]", text)


def unequal(
    old: Sequence[str], new: Sequence[str], old_start: int, new_start: int
) -> Iterator[tuple[Sequence[str], Sequence[str], int, int]]:
    """The parts in which two lists differ, each with the offsets where they begin in the texts."""
    old_place, new_place = old_start, new_start
    # Anchored at rare lines alone where there are very many: as long as a page may be.
    matcher = SequenceMatcher(None, old, new, autojunk=len(new) > COMPARED_WORDS)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            yield old[i:j], new[k:m], old_place, new_place
        old_place += sum(map(len, old[i:j]))
        new_place += sum(map(len, new[k:m]))
