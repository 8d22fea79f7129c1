"""Search by words: the macro `search` of the snapshot, and the filters it leaves to a caller."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from rostrum.errors import HomeError, UsageError
from rostrum.warehouse.query import WholeAnswer, query

if TYPE_CHECKING:
    from datetime import date

    from rostrum.settings import Settings

SECTIONS = ("key_conclusions", "problems", "solutions", "other")

ALL = 2**40
"""More quotes than there are: those that a filter takes are chosen among all that are found."""

CAN_SEARCH = "select 1 from duckdb_tables() where table_name = 'int_words_indexed'"

WORDS = "select intermediate.words_of(left($words, 1000))"

SEARCH = """
select quotes.quote_id, found.score, quotes.text, quotes.speaker_name, quotes.page_url
from search($words, top := $top) as found
inner join quotes on quotes.quote_id = found.quote_id
where
    ($speaker is null or contains(
        intermediate.normalized(quotes.speaker_name), intermediate.normalized($speaker)
    ))
    and ($organization is null or len(list_filter(quotes.roles, lambda role: contains(
        intermediate.normalized(role.organization), intermediate.normalized($organization)
    ))) > 0)
    and ($section is null or quotes.section_kind = $section)
    and ($since is null or quotes.published_on >= $since)
    and ($until is null or quotes.published_on <= $until)
    and ($source is null or quotes.source = $source)
order by found.score desc, quotes.quote_id
limit $limit
"""


@dataclass(frozen=True, slots=True)
class Filters:
    """Which quotes count; None takes all.

    Attributes:
        speaker: part of the speaker's name, in any case.
        organization: part of the name of an organization in the speaker's position.
        section: one of `SECTIONS`.
        since: the first day that a page may be published on.
        until: the last.
        source: the page's source.
    """

    speaker: str | None = None
    organization: str | None = None
    section: str | None = None
    since: date | None = None
    until: date | None = None
    source: str | None = None


def search(settings: Settings, words: str, filters: Filters, limit: int) -> WholeAnswer:
    """The quotes that words find, the best first.

    Raises:
        HomeError: nothing is published, or by a Rostrum that could not search.
        UsageError: there is no word in `words`, or no such section.
    """
    if filters.section not in (None, *SECTIONS):
        raise UsageError(f"{filters.section!r} is no section: write {', '.join(SECTIONS)}.")
    if not query(settings, CAN_SEARCH).rows:
        raise HomeError(
            f"The snapshot in {settings.home} was published by a Rostrum without search: publish "
            "it anew with `rostrum transform`."
        )
    if not query(settings, WORDS, {"words": words}).rows[0][0]:
        raise UsageError("There is no word to search for: write letters or digits.")
    top = limit if filters == Filters() else ALL
    values = {"words": words, "top": top, "limit": limit, **asdict(filters)}
    return query(settings, SEARCH, values)
