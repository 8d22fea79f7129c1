"""What publishers altered, and when: `quote_changes`, and the bodies of one page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rostrum.errors import UsageError
from rostrum.warehouse.query import WholeAnswer, query

if TYPE_CHECKING:
    from datetime import datetime

    from rostrum.settings import Settings

PAGE = "select page_url from pages where page_url = $url or list_contains(aliases, $url)"

CHANGES = f"""
select seen_at, change, speaker_name, before, after, page_url, quote_id
from quote_changes
where seen_at >= coalesce($since, seen_at) and ($url is null or page_url in ({PAGE}))
order by
    seen_at desc,
    page_url,
    step desc,
    quote_number_after nulls last,
    quote_number_before,
    change
"""

BODIES = """
with bodies as (
    select
        body_sha256,
        fetched_at,
        body_sha256 is distinct from lag(body_sha256) over (order by fetched_at) as begins
    from raw.fetches
    where page_url = $url and purpose = 'page' and body_sha256 is not null
)

select
    bodies.body_sha256,
    bodies.fetched_at,
    coalesce(revisions.status, 'unread'),
    count(quotes.quote_number)
from bodies
left join raw.revisions as revisions
    on revisions.page_url = $url and revisions.revision_sha256 = bodies.body_sha256
left join raw.quotes as quotes
    on quotes.page_url = $url and quotes.revision_sha256 = bodies.body_sha256
where bodies.begins
group by all
order by bodies.fetched_at
"""


@dataclass(frozen=True, slots=True)
class Body:
    """A body of a page in its place in time.

    Attributes:
        seen_at: when it was first fetched, after another or as the first.
        status: `ok`, `quarantined`, or `unread`.
    """

    revision_sha256: str
    seen_at: datetime
    status: str
    quote_count: int


def list_changes(settings: Settings, since: datetime | None, url: str | None) -> WholeAnswer:
    """Every alteration seen since then, of all pages or of one; the newest first.

    Raises:
        HomeError: nothing is published.
        UsageError: no page is known by this URL.
    """
    if url is not None:
        find_page(settings, url)
    return query(settings, CHANGES, {"since": since, "url": url})


def find_page(settings: Settings, url: str) -> str:
    """The address of the page that a URL leads to.

    Raises:
        UsageError: no page is known by this URL.
    """
    found = query(settings, PAGE, {"url": url}).rows
    if not found:
        raise UsageError(
            f"No page is known by the address {url}; "
            '`rostrum sql "select page_url from pages"` lists them.'
        )
    return str(found[0][0])


def bodies_of(settings: Settings, page_url: str) -> list[Body]:
    """The bodies of a page, in the order of time; one that came back is there again."""
    return [Body(*row) for row in query(settings, BODIES, {"url": page_url}).rows]


def find_body(bodies: list[Body], prefix: str) -> str:
    """The digest of the body that a prefix names.

    Raises:
        UsageError: it names none or several, or one that was not understood.
    """
    found = {
        body.revision_sha256: body for body in bodies if body.revision_sha256.startswith(prefix)
    }
    if len(found) != 1 or not prefix:
        raise UsageError(
            f"{len(found) or 'No'} revisions of this page begin with {prefix!r}: "
            "`rostrum diff URL` lists them."
        )
    (sha256, body), *_ = found.items()
    if body.status != "ok":
        raise UsageError(
            f"The revision {sha256[:12]} was not understood, so there is no text to compare: "
            "`rostrum issues --all` says why."
        )
    return sha256
