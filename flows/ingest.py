"""The flow `ingest`: the pipeline's stages as Prefect tasks, over batches of pages."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from datetime import date  # noqa: TC003 - Prefect reads the flow's annotations
from pathlib import Path  # noqa: TC003 - Prefect reads the flow's annotations
from typing import TYPE_CHECKING, Annotated, Any

from prefect import flow, get_run_logger
from prefect.artifacts import (
    acreate_progress_artifact,
    acreate_table_artifact,
    aupdate_progress_artifact,
)
from prefect.client.orchestration import get_client
from prefect.runtime import flow_run
from prefect.settings import PREFECT_API_URL
from prefect.states import Completed, Failed
from pydantic import Field

from flows.events import raise_quarantined
from flows.steps import begin, task_step
from rostrum import pipeline, stages
from rostrum.errors import RostrumError
from rostrum.house import Manner
from rostrum.settings import Settings, load_settings
from rostrum.show import printable, summary_rows

if TYPE_CHECKING:
    from uuid import UUID

    from prefect.client.schemas.objects import State

    from rostrum.summary import Summary


def name_run() -> str:
    """The run's name says what it does."""
    words = flow_run.parameters.get("targets") or []
    try:
        return pipeline.read_targets(words).run_name
    except RostrumError:
        return "ingest " + " ".join(map(str, words))


@flow(name="ingest", flow_run_name=name_run, validate_parameters=True)
async def ingest(
    targets: Annotated[
        list[str], Field(description="Sources by name, single pages by URL.", min_length=1)
    ],
    home: Annotated[
        Path | None, Field(description="Where archive and warehouse lie; empty: ROSTRUM_HOME.")
    ] = None,
    full: Annotated[
        bool, Field(description="Go on past listing pages where every page is known.")
    ] = False,
    since: Annotated[
        date | None,
        Field(description="Leave out what a sitemap or feed says has not changed since that day."),
    ] = None,
    limit: Annotated[
        int | None, Field(description="At most so many pages of each source.", ge=1)
    ] = None,
) -> Summary | State[Summary]:
    """Fetch pages, keep them, read them, and publish what they say."""
    begin()
    progress = ProgressArtifact()
    try:
        summary = await pipeline.ingest(
            targets,
            load_settings(home),
            Manner(task_step),
            progress.report,
            pipeline.Scope(full, since, limit),
        )
    except RostrumError as error:
        # A state instead of an exception: one clear line in the log, no traceback.
        get_run_logger().error(printable(str(error)))
        return Failed(message=str(error), data=error)
    await publish_summary(summary)
    raise_quarantined(summary)
    if summary.problems:
        count = len({problem.page_url for problem in summary.problems})
        return Completed(message=f"{count} pages were refused", data=summary, name="Quarantined")
    return summary


class ProgressArtifact:
    """How far a run has come; made after the first batch of several."""

    def __init__(self) -> None:
        self.artifact_id: UUID | None = None

    async def report(self, summary: Summary) -> None:
        if summary.found <= stages.BATCH_PAGES:
            return
        percent = 100 * summary.done / summary.found
        if self.artifact_id is None:
            self.artifact_id = await acreate_progress_artifact(
                progress=percent, key="ingest-progress", description="Pages of this run"
            )
        else:
            await aupdate_progress_artifact(self.artifact_id, progress=percent)


async def publish_summary(summary: Summary) -> None:
    """The run's counts and, where there are any, its problems, as tables.

    Tables, because the UI renders a Markdown artifact's images and links: scraped text is inert.
    """
    await acreate_table_artifact(
        key="ingest-summary",
        table=[{"what": what, "count": str(count)} for what, count in summary_rows(summary)],
        description=f"What the run did: {summary.run_name.replace('<', ' ')}",
    )
    if summary.problems:
        await acreate_table_artifact(
            key="ingest-issues",
            table=[
                {
                    "page": printable(problem.page_url),
                    "code": problem.code,
                    "detail": printable(problem.detail),
                }
                for problem in summary.problems
            ],
            description="Pages and values that were refused",
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
    state: State[Any] = await ingest(
        targets, settings.home.absolute(), **asdict(scope), return_state=True
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
