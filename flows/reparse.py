"""The flow `reparse`: the archive through today's parser, without network."""

from __future__ import annotations

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.parameters import SourceName
from flows.steps import begin, failed, manner_of
from flows.tables import show_table
from rostrum import pipeline
from rostrum.errors import RostrumError
from rostrum.reparse import Changes
from rostrum.settings import load_settings


@flow(name="reparse", flow_run_name="reparse")
async def reparse(
    sources: list[SourceName] = [],  # noqa: B006 - Prefect copies it, and the form shows it
    dry_run: bool = False,
) -> Changes | State[Changes]:
    """Read the archive again with today's parser, and publish what it says otherwise.

    Args:
        sources: Only pages of these; none: everything.
        dry_run: Only say what would change; write nothing.
    """
    begin()
    settings = load_settings()
    try:
        if dry_run:
            changes = await pipeline.preview_reparse(settings, sources)
        else:
            async with manner_of() as manner:
                _, changes = await pipeline.reparse(settings, sources, manner)
    except RostrumError as error:
        return failed(error)
    told = "What would change" if dry_run else "What changed"
    await show_table("reparse-changes", changes.answer.columns, changes.answer.rows, told)
    return Completed(message=f"{len(changes.pages)} pages stand otherwise", data=changes)
