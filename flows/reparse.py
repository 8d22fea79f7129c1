"""The flow `reparse`: the archive through today's parser, without network."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - Prefect reads the flow's annotations
from typing import TYPE_CHECKING, Annotated

from prefect import flow, get_run_logger
from prefect.artifacts import acreate_table_artifact
from prefect.states import Completed, Failed
from pydantic import Field

from flows.steps import begin, task_step
from rostrum import pipeline
from rostrum.errors import RostrumError
from rostrum.house import Manner
from rostrum.settings import load_settings
from rostrum.show import printable

if TYPE_CHECKING:
    from prefect.client.schemas.objects import State

    from rostrum.reparse import Changes


@flow(name="reparse", flow_run_name="reparse", validate_parameters=True)
async def reparse(
    targets: Annotated[
        list[str] | None,
        Field(description="Only these sources (by name) and pages (by URL); empty: everything."),
    ] = None,
    dry_run: Annotated[
        bool, Field(description="Only say what would change; write nothing.")
    ] = False,
    home: Annotated[
        Path | None, Field(description="Where archive and warehouse lie; empty: ROSTRUM_HOME.")
    ] = None,
) -> Changes | State[Changes]:
    """Read the archive again with today's parser, and publish what it says otherwise."""
    begin()
    settings, words = load_settings(home), targets or []
    try:
        if dry_run:
            changes = await pipeline.preview_reparse(settings, words)
        else:
            _, changes = await pipeline.reparse(settings, words, Manner(task_step))
    except RostrumError as error:
        # A state instead of an exception: one clear line in the log, no traceback.
        get_run_logger().error(printable(str(error)))
        return Failed(message=str(error), data=error)
    await publish_changes(changes, "would change" if dry_run else "changed")
    return Completed(message=f"{len(changes.pages)} pages stand otherwise", data=changes)


async def publish_changes(changes: Changes, verb: str) -> None:
    """What reading again comes to, by source and kind, as a table."""
    answer = changes.answer
    await acreate_table_artifact(
        key="reparse-changes",
        table=[dict(zip(answer.columns, map(str, row), strict=True)) for row in answer.rows],
        description=f"What {verb}",
    )
