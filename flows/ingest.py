"""The flows that fetch: the pipeline's stages as Prefect tasks, over batches of pages.

`ingest-targets` is what `rostrum ingest --prefect` runs, and takes the same words; `ingest`,
`ingest-urls` and `backfill` are for the UI and for schedules, whose forms say what they take.
"""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from prefect import flow
from prefect.artifacts import (
    acreate_link_artifact,
    acreate_progress_artifact,
    aupdate_progress_artifact,
)
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import State
from prefect.runtime import flow_run
from prefect.settings import PREFECT_API_URL
from prefect.states import Completed
from pydantic import Field

from flows.events import raise_degraded, raise_quarantined
from flows.parameters import Count, SourceName, UpToThousand, Url
from flows.steps import begin, failed, manner_of
from flows.tables import PAGE, inert, show_table
from rostrum import pipeline, stages
from rostrum.errors import RostrumError
from rostrum.picture import write_report
from rostrum.settings import Settings, load_settings
from rostrum.show import summary_rows
from rostrum.sources import WEB, source_of
from rostrum.summary import Summary
from rostrum.web import ALL_LISTINGS

if TYPE_CHECKING:
    from uuid import UUID


PROGRESS_SECONDS = 2
"""Between two tellings of how far a run has come."""


def name_run() -> str:
    """The run's name says what it does, and of which day it is."""
    parameters = flow_run.parameters
    words = parameters.get("targets") or parameters.get("urls") or [parameters.get("source")]
    what = "backfill" if flow_run.flow_name == "backfill" else "ingest"
    try:
        name = pipeline.read_targets(list(map(str, words))).run_name.removeprefix("ingest ")
    except RostrumError:
        name = " ".join(map(str, words))
    return f"{what} {name} {datetime.now(UTC):%Y-%m-%d}"


@flow(name="ingest-targets", flow_run_name=name_run)
async def ingest_targets(
    targets: Annotated[list[str], Field(min_length=1)],
    home: Path | None = None,
    full: bool = False,
    since: date | None = None,
    limit: Count | None = None,
) -> Summary | State[Summary]:
    """Fetch pages, keep them, read them, and publish what they say.

    Args:
        targets: Sources by name, single pages by URL.
        home: Where archive and warehouse lie; empty: ROSTRUM_HOME.
        full: Go on past listing pages where every page is known already.
        since: Leave out what a sitemap or feed says has not changed since that day.
        limit: At most so many pages of each source.
    """
    return await run_pipeline(targets, load_settings(home), pipeline.Scope(full, since, limit))


@flow(name="ingest", flow_run_name=name_run)
async def ingest(
    source: SourceName,
    full: bool = False,
    since: date | None = None,
    limit: Count | None = None,
) -> Summary | State[Summary]:
    """Fetch what is new of a source, keep it, read it, and publish what it says.

    Args:
        source: The site to read.
        full: Go on past listing pages where every page is known already.
        since: Leave out what a sitemap or feed says has not changed since that day.
        limit: At most so many pages.
    """
    return await run_pipeline([source], load_settings(), pipeline.Scope(full, since, limit))


@flow(name="ingest-urls", flow_run_name=name_run)
async def ingest_urls(
    urls: Annotated[list[Url], Field(min_length=1)],
) -> Summary | State[Summary]:
    """Fetch single pages, keep them, read them, and publish what they say.

    Args:
        urls: Addresses of pages; each begins with http:// or https://.
    """
    return await run_pipeline(urls, load_settings(), pipeline.WHOLE)


@flow(name="backfill", flow_run_name=name_run)
async def backfill(
    source: SourceName,
    since: date | None = None,
    until: date | None = None,
    first_listing: UpToThousand = 1,
    last_listing: UpToThousand = ALL_LISTINGS[-1],
    limit: Count | None = None,
    batch_size: UpToThousand = stages.BATCH_PAGES,
) -> Summary | State[Summary]:
    """Fetch what a source has published before and is not in the archive yet.

    A backfill that was stopped or killed goes on where it stopped: run it again as it was.

    Args:
        source: The site to read.
        since: Leave out what a sitemap or feed says has not changed since that day.
        until: Leave out what a sitemap or feed says has changed after that day.
        first_listing: Begin at this listing page of the site; the newest is 1.
        last_listing: End at this listing page.
        limit: At most so many pages that are not in the archive yet.
        batch_size: So many pages are fetched, kept and loaded together.
    """
    scope = pipeline.Scope(
        full=True,
        since=since,
        limit=limit,
        until=until,
        listings=range(first_listing, last_listing + 1),
        skips_known=True,
        batch_pages=batch_size,
    )
    return await run_pipeline([source], load_settings(), scope)


async def run_pipeline(
    targets: list[str], settings: Settings, scope: pipeline.Scope
) -> Summary | State[Summary]:
    """Ingest, and tell the UI and the automations what came of it."""
    begin()
    progress = ProgressArtifact(scope.batch_pages or stages.BATCH_PAGES)
    try:
        async with manner_of(origins_of(targets)) as manner:
            summary = await pipeline.ingest(targets, settings, manner, progress.report, scope)
        report = await asyncio.to_thread(address_of_report, settings)
    except RostrumError as error:
        return failed(error)
    await publish_summary(summary, report)
    raise_quarantined(summary)
    raise_degraded(summary)
    if summary.problems:
        count = len({problem.page_url for problem in summary.problems})
        return Completed(message=f"{count} pages were refused", data=summary, name="Quarantined")
    return summary


def origins_of(targets: list[str]) -> list[str]:
    """The names of the sources that sources and URLs belong to."""
    read = pipeline.read_targets(targets)
    claimed = [source_of(url) for url in read.urls]
    names = [source.name for source in read.sources]
    return sorted({*names, *(source.name if source else WEB for source in claimed)})


class ProgressArtifact:
    """How far a run has come; made after the first batch of several, told every few seconds."""

    def __init__(self, batch_pages: int) -> None:
        self.artifact_id: UUID | None = None
        self._batch_pages = batch_pages
        self._told = 0.0

    async def report(self, summary: Summary) -> None:
        """Tell how far it has come, but not too often."""
        is_over = summary.done == summary.found
        if summary.found <= self._batch_pages:
            return
        if time.monotonic() - self._told < PROGRESS_SECONDS and not is_over:
            return
        self._told = time.monotonic()
        percent = 100 * summary.done / summary.found
        if self.artifact_id is None:
            self.artifact_id = await acreate_progress_artifact(
                progress=percent, key="ingest-progress", description="Pages of this run"
            )
        else:
            await aupdate_progress_artifact(self.artifact_id, progress=percent)


def address_of_report(settings: Settings) -> str:
    """Write the report page; its address for a browser on this machine."""
    return write_report(settings).absolute().as_uri()


async def publish_summary(summary: Summary, report: str) -> None:
    """The run's counts and, where there are any, its problems; and where the report is."""
    seconds = [(f"seconds: {stage}", round(took, 1)) for stage, took in summary.seconds.items()]
    await show_table(
        "ingest-summary",
        ("what", "count"),
        (*summary_rows(summary), *seconds),
        f"What the run did: {inert(summary.run_name)}",
    )
    if summary.problems:
        await show_table(
            "ingest-issues",
            (PAGE, "code", "detail"),
            [(problem.page_url, problem.code, problem.detail) for problem in summary.problems],
            "Pages and values that were refused",
        )
    await acreate_link_artifact(
        key="report",
        link=report,
        link_text="The report of all that is published",
        description="A page in the home directory, for a browser on the same machine",
    )


def run_ingest(
    targets: list[str], settings: Settings, scope: pipeline.Scope = pipeline.WHOLE
) -> Summary:
    """Run the flow from the command line and return its summary.

    Raises:
        RostrumError: the run failed.
    """
    pipeline.read_targets(targets)  # wrong usage is told before a server starts
    return asyncio.run(ingest_to_summary(targets, settings, scope))


async def ingest_to_summary(
    targets: list[str], settings: Settings, scope: pipeline.Scope
) -> Summary:
    """The flow's summary.

    Raises:
        RostrumError: there is no server, or the run ended with it.
    """
    await find_server()
    state: State[Any] = await ingest_targets(
        targets,
        settings.home.absolute(),
        scope.full,
        scope.since,
        scope.limit,
        return_state=True,
    )
    result: Summary | BaseException = await state.aresult(raise_on_failure=False)
    if isinstance(result, BaseException):
        raise result
    return result


async def find_server() -> None:
    """See that the configured server answers, or that an ephemeral one starts.

    Raises:
        RostrumError: neither; the message names the address.
    """
    try:
        async with get_client() as client:
            problem = await client.api_healthcheck()
    except RuntimeError as error:
        problem = error
    if problem:
        address = PREFECT_API_URL.value() or "an address of its own"
        raise RostrumError(
            f"Prefect's server at {address} does not answer ({str(problem).splitlines()[0]}). "
            "Start it, unset PREFECT_API_URL, or run without --prefect."
        )
