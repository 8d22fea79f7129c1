"""How a home stands: its last runs, how fresh each source is, what is open, and the disk."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rostrum.warehouse.lock import read_holder
from rostrum.warehouse.query import query

if TYPE_CHECKING:
    from rostrum.settings import Settings
    from rostrum.warehouse.query import WholeAnswer

LAST_RUNS = """
select name as run, started_at,
    coalesce(cast(finished_at as varchar), 'not finished') as finished_at
from raw.runs
order by started_at desc
limit 5
"""

FRESHNESS = """
select
    source,
    max(last_checked_at) as last_checked_at,
    date_diff('hour', max(last_checked_at), now()) as hours_ago,
    count(*) filter (status = 'ok') as understood,
    count(*) filter (status = 'quarantined') as quarantined,
    count(*) filter (status not in ('ok', 'quarantined')) as other
from pages
group by source
order by source
"""

WAITING = """
select code, count(*) as issue_count, count(distinct page_url) as page_count,
    min(first_seen_at) as first_seen_at
from issues
where resolved_at is null
group by code
order by issue_count desc, code
"""


@dataclass(frozen=True, slots=True)
class Status:
    """What `rostrum status` tells.

    Attributes:
        runs: the last five, the newest first.
        sources: when each was last looked at, and how many of its pages are understood.
        issues: open ones, by code.
        holder: which run holds the home at the moment; None where none does.
        used_bytes: what the home takes on its disk, by file or folder.
        free_bytes: what is free there.
    """

    runs: WholeAnswer
    sources: WholeAnswer
    issues: WholeAnswer
    holder: str | None
    used_bytes: dict[str, int]
    free_bytes: int


def read_status(settings: Settings) -> Status:
    """How the home stands, by what is published.

    Raises:
        HomeError: nothing is published.
    """
    return Status(
        runs=query(settings, LAST_RUNS),
        sources=query(settings, FRESHNESS),
        issues=query(settings, WAITING),
        holder=read_holder(settings),
        used_bytes=measure(settings),
        free_bytes=shutil.disk_usage(settings.home).free,
    )


def measure(settings: Settings) -> dict[str, int]:
    """Bytes of what lies in the home; files that go meanwhile are passed over."""
    sizes: dict[str, int] = {}
    for path in settings.home.rglob("*"):
        try:
            size = path.stat().st_size if path.is_file() else 0
        except FileNotFoundError:
            continue
        name = path.relative_to(settings.home).parts[0]
        sizes[name] = sizes.get(name, 0) + size
    return dict(sorted(sizes.items()))
