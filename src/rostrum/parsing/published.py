"""When a page was published: what its own lines say near the title, else its metadata.

Other dates stand on a page: of the event, of the last change, of other stories beside it. None of
them counts; no date is better than another story's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rostrum.parsing.clocks import find_clock, read_stamp
from rostrum.parsing.dates import find_date, find_days, read_slashed
from rostrum.parsing.structured import published_dates

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from rostrum.reading import Block, Document

ABOVE, BELOW = 3, 5
"""How many lines above and below the title are near it."""

MAX_DATE_LINE = 80
MAX_OTHER_WORDS = 6
"""A date line holds few words besides its date; of a label's words, as many as it takes."""

PUBLISHED = re.compile(
    r"^\W*(?:published|posted|publication date|date of publication|release date|released|"
    r"опубликовано|дата публикации|размещено|дата выхода)\b",
    re.IGNORECASE,
)
OTHERWISE = re.compile(
    r"\b(?:updated|modified|edited|last changed?|revised|deadline|when|held|date and time|event|"
    r"venue|hall|starts?|begins?|registration|until|till|обновлен\w*|изменен\w*|отредактирован\w*|"
    r"место|зал|начало|когда|проведения|состо\w+|регистраци\w+)\b",
    re.IGNORECASE,
)
"""Words that say that a date is not that of publication."""

RELATIVE = re.compile(
    r"^\W*(?:\d+\s+\w+\s+(?:ago|назад)|yesterday|today|вчера|сегодня|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)\b",
    re.IGNORECASE,
)
DIGIT = re.compile(r"\d")
WORD = re.compile(r"[^\W\d_]{3,}")
METAS = (
    "article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dc.date.created",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "date",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "og:published_time",
    "available",
)
"""Metadata that name the day of publication, the most certain first; no date of a change."""


@dataclass(frozen=True, slots=True)
class Publication:
    """The publication date, and the lines around the title that hold dates.

    Attributes:
        on: None where nothing certain tells it.
        line: the block that prints it, if one does.
        date_lines: every date line near the title, that of publication or not.
    """

    on: date | None
    line: Block | None
    date_lines: tuple[Block, ...]


def publication_date(document: Document, blocks: Sequence[Block], title_place: int) -> Publication:
    """The publication date of a story: a date line near its title, else the page's metadata."""
    near = lines_near(blocks, title_place)
    dated = tuple(block for block in near if is_date_line(block.text))
    stated = stated_dates(document)
    labelled = [block for block in blocks if is_date_line(block.text) and is_labelled(block.text)]
    candidates = labelled or [block for block in dated if is_candidate(block.text)]
    line = next(
        (block for block in candidates if printed_date(block, document) in stated),
        next((block for block in candidates if printed_date(block, document)), None),
    )
    printed = printed_date(line, document) if line else None
    fallback = next(iter(stated), None) or time_near(document, near)
    return Publication(printed or fallback, line, dated)


def stated_date(document: Document) -> date | None:
    """The publication date of the page's metadata alone."""
    return next(iter(stated_dates(document)), None)


def stated_dates(document: Document) -> dict[date, None]:
    """The publication dates that metadata state, the most certain first, as an ordered set."""
    metas = (document.metas.get(name, "") for name in METAS)
    texts = [*metas, *published_dates(document.structured)]
    return dict.fromkeys(day for text in texts if text and (day := read_date(text)))


def read_date(text: str) -> date | None:
    """A date as machines write it, or as people do."""
    stamp = read_stamp(text)
    return stamp.day if stamp else find_date(text)


def lines_near(blocks: Sequence[Block], place: int) -> list[Block]:
    """The lines around the title; below it, down to the first paragraph of prose."""
    below = []
    for block in blocks[place + 1 : place + 1 + BELOW]:
        below.append(block)
        if len(block.text) > 2 * MAX_DATE_LINE:
            break
    return [*blocks[max(place - ABOVE, 0) : place], *below]


def is_date_line(text: str) -> bool:
    """Whether a line is a date and little else."""
    if len(text) > MAX_DATE_LINE or not DIGIT.search(text):
        return False
    if not (find_date(text) or read_slashed(text)):
        return False
    is_sentence = text.endswith((".", "!", "?", ":")) and not text.endswith((" г.", "m."))
    return not is_sentence and len(WORD.findall(text)) <= MAX_OTHER_WORDS + 2


def is_labelled(text: str) -> bool:
    """Whether a line itself says that its date is that of publication."""
    return PUBLISHED.match(text) is not None


def is_candidate(text: str) -> bool:
    """Whether a date line near the title may be that of publication: one day, no event's time."""
    days = list(find_days(text))
    is_range = any(each.first != each.last for each in days)
    clock = find_clock(text)
    return not is_range and not (clock and clock.ends) and not OTHERWISE.search(text)


def printed_date(block: Block, document: Document) -> date | None:
    """The date that a line prints; of `05/06/2026`, the reading that the page's `<time>`s bear."""
    if found := find_date(block.text):
        return found
    readings = read_slashed(block.text) & (times_of(document) | set(stated_dates(document)))
    return readings.pop() if len(readings) == 1 else None


def time_near(document: Document, near: Iterable[Block]) -> date | None:
    """The page's only `<time>`, where a line near the title counts from now (`2 days ago`)."""
    times = times_of(document)
    if len(times) == 1 and any(RELATIVE.match(block.text) for block in near):
        return times.pop()
    return None


def times_of(document: Document) -> set[date]:
    """The days of the page's `<time>`s."""
    return {day for text in document.times if (day := read_date(text))}
