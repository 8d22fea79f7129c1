"""Whether sources still are what they were: one known page of each, fetched and read again.

Nothing is written, and a run may go on meanwhile: the answer is what a page says now beside what
the snapshot holds of it.
"""

from __future__ import annotations

from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rostrum.outcome import Page
from rostrum.pipeline import serve_folders
from rostrum.sources import all_sources, find_source
from rostrum.warehouse.query import query
from rostrum.web import Client
from rostrum.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rostrum.settings import Settings
    from rostrum.sources import Source

KNOWN_PAGE = """
select page_url from pages
where source = ? and status = 'ok' and quote_count > 0
order by published_on desc nulls last, quote_count desc, page_url
limit 1
"""
"""The newest report of a source: an old one may be older than the site's last redesign."""

KNOWN_QUOTES = "select speaker_name, text from quotes where page_url = ?"

Verdict = Literal["as it was", "edited", "degraded", "unreachable", "nothing known"]


@dataclass(frozen=True, slots=True)
class Checkup:
    """What came of a source's known page.

    Attributes:
        page_url: the page; None where the warehouse has none of the source.
        verdict: `degraded` where it is not understood any more, or has less than half its quotes.
        known: quotes that the snapshot has of the page.
        found: how many of them it still has, by the same speaker.
        detail: why it was not fetched or not understood.
    """

    source: str
    page_url: str | None
    verdict: Verdict
    known: int = 0
    found: int = 0
    detail: str = ""


async def check_sources(settings: Settings, names: Sequence[str] = ()) -> list[Checkup]:
    """Fetch one known page of each source and compare it with what it used to say.

    Args:
        settings: whose snapshot.
        names: of the sources to look at; without any, of all.

    Raises:
        UsageError: there is no such source.
        HomeError: nothing is published.
    """
    sources = [find_source(name) for name in names] or list(all_sources().values())
    async with AsyncExitStack() as stack:
        client = await stack.enter_async_context(
            Client(settings, routes=serve_folders(sources, stack))
        )
        workers = await stack.enter_async_context(Workers(settings.workers))
        return [await check_source(settings, source, client, workers) for source in sources]


async def check_source(
    settings: Settings, source: Source, client: Client, workers: Workers
) -> Checkup:
    """What became of one source's known page."""
    pages = query(settings, KNOWN_PAGE, [source.name]).rows
    if not pages:
        return Checkup(source.name, None, "nothing known")
    page_url = str(pages[0][0])
    known = {(name, text) for name, text in query(settings, KNOWN_QUOTES, [page_url]).rows}
    fetch = await client.fetch(page_url)
    if fetch.body is None:
        why = fetch.error_detail or fetch.outcome
        return Checkup(source.name, page_url, "unreachable", len(known), 0, why)
    outcome = await workers.read(Page(page_url, fetch.body, fetch.content_type))
    if outcome.records is None:
        why = "; ".join(issue.detail for issue in outcome.issues)
        return Checkup(source.name, page_url, "degraded", len(known), 0, why)
    said = {
        (quote.speaker.name.text if quote.speaker.name else None, quote.text)
        for quote in outcome.records.quotes
    }
    found = len(known & said)
    return Checkup(source.name, page_url, judge(len(known), found), len(known), found)


def judge(known: int, found: int) -> Verdict:
    """What it means that a page still has so many of the quotes that are known of it."""
    if found == known:
        return "as it was"
    return "edited" if found * 2 >= known else "degraded"
