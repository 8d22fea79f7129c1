"""Events that a Prefect automation can catch: what was put in quarantine, what is degraded.

`rostrum.page.quarantined` is raised once for each such page, of which the first hundred; a run with
any raises `rostrum.run.quarantined` once, with how many there were. `rostrum.source.degraded` is
raised for a source that is not understood as it was: its site may have been redesigned. What pages
say is plain text in the payload, control characters spelt out; it never becomes part of a name.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import quote

from prefect.events import emit_event

from rostrum.show import printable

if TYPE_CHECKING:
    from rostrum.summary import Problem, Summary

PAGE_QUARANTINED = "rostrum.page.quarantined"
RUN_QUARANTINED = "rostrum.run.quarantined"
SOURCE_DEGRADED = "rostrum.source.degraded"
MAX_PAGE_EVENTS = 100
"""A site that was redesigned quarantines thousands of pages; nobody wants as many messages."""

MAX_DETAIL = 2000


def raise_quarantined(summary: Summary) -> None:
    """Raise the events of a run; none where no page is in quarantine."""
    first = {
        problem.page_url: problem
        for problem in reversed(summary.problems)
        if problem.is_quarantined
    }
    problems = sorted(first.values(), key=lambda problem: problem.page_url)
    if not problems:
        return
    for problem in problems[:MAX_PAGE_EVENTS]:
        emit_event(
            PAGE_QUARANTINED,
            resource={"prefect.resource.id": resource_id(problem.page_url)},
            payload=page_payload(problem, summary),
        )
    emit_event(
        RUN_QUARANTINED,
        resource={"prefect.resource.id": f"rostrum.run.{summary.run_id}"},
        payload={
            "run_id": summary.run_id,
            "run_name": printable(summary.run_name),
            "page_count": len(problems),
            "codes": dict(Counter(problem.code for problem in problems)),
        },
    )


def raise_degraded(summary: Summary) -> None:
    """Raise an event for each source whose pages are mostly not understood any more."""
    for source in summary.degraded:
        tell_degraded(
            source,
            f"{summary.refused_by_source[source]} of {summary.read_by_source[source]} pages that "
            "were read are in quarantine",
        )


def tell_degraded(source: str, detail: str) -> None:
    """Raise the event of a source that is not what it was: its site may have been redesigned."""
    emit_event(
        SOURCE_DEGRADED,
        resource={"prefect.resource.id": f"rostrum.source.{source}"},
        payload={"source": source, "detail": printable(detail)[:MAX_DETAIL]},
    )


def page_payload(problem: Problem, summary: Summary) -> dict[str, str]:
    """What an automation can say of a page."""
    return {
        "page_url": printable(problem.page_url),
        "code": problem.code,
        "detail": printable(problem.detail)[:MAX_DETAIL],
        "run_id": summary.run_id,
    }


def resource_id(page_url: str) -> str:
    """A page's URL as Prefect's resource, its `*` escaped: an automation would take it for any."""
    return "rostrum.page." + quote(page_url, safe=":/.?=&%~-_")
