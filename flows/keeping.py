"""The flows that fetch no new pages: `transform`, `verify`, `export` and `check-sources`."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any, Literal

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed, Failed

from flows.events import tell_degraded
from flows.parameters import FolderName, SourceName
from flows.steps import begin, failed, manner_of
from flows.tables import PAGE, show_table
from rostrum import pipeline
from rostrum.checkup import check_sources as run_checks
from rostrum.errors import OutputError, RostrumError
from rostrum.export import export as run_export
from rostrum.proof import verify as run_verify
from rostrum.settings import load_settings
from rostrum.show import summary_rows

SHOWN_FAULTS = 100


@flow(name="transform", flow_run_name="transform")
async def transform(accept_yield: bool = False) -> State[Any]:
    """Build every model anew, run the checks, and publish.

    Args:
        accept_yield: Publish although a site gives less than half of the quotes that it gave.
    """
    begin()
    try:
        async with manner_of() as manner:
            summary = await pipeline.transform(load_settings(), manner, accepts_yield=accept_yield)
    except RostrumError as error:
        return failed(error)
    await show_table("transform-summary", ("what", "count"), summary_rows(summary), "What it made")
    return Completed(message=f"{summary.marts.get('quotes', 0)} quotes are published")


@flow(name="verify", flow_run_name="verify")
async def verify() -> State[Any]:
    """Prove every row: read the archived bytes again and cut each row out of them."""
    begin()
    try:
        verdict = await asyncio.to_thread(run_verify, load_settings(), waits=True)
    except RostrumError as error:
        return failed(error)
    told = f"{verdict.pages} revisions, {verdict.cuts} cuts"
    if not verdict.faults:
        return Completed(message=f"{told}: all as archived")
    rows = [(fault.where, fault.what) for fault in verdict.faults[:SHOWN_FAULTS]]
    await show_table("verify-faults", ("where", "what"), rows, "What is not as it was archived")
    return Failed(message=f"{told}: {len(verdict.faults)} faults")


@flow(name="export", flow_run_name="export {file_format}")
async def export(
    file_format: Literal["parquet", "csv", "jsonl", "xlsx"] = "parquet",
    name: FolderName = "latest",
) -> State[Any]:
    """Write every table of the snapshot to a folder in the home directory.

    Args:
        file_format: parquet and jsonl are exact; csv and xlsx are safe to open.
        name: Of the folder under `exports`; an earlier export there is replaced.
    """
    begin()
    settings = load_settings()
    try:
        folder = place_of(settings.home, name)
        exported = await asyncio.to_thread(run_export, settings, folder, file_format)
    except RostrumError as error:
        return failed(error)
    await show_table("export-tables", ("table", "rows"), exported.counts.items(), "What it wrote")
    return Completed(message=f"Written to {exported.place}")


def place_of(home: Path, name: str) -> Path:
    """The folder of an export; the one that holds all of them is made.

    Raises:
        OutputError: it cannot be made.
    """
    exports = home.absolute() / "exports"
    try:
        if home.is_dir():
            exports.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(f"{exports}: {error.strerror}: make room for it there.") from error
    return exports / name


@flow(name="check-sources", flow_run_name="check sources")
async def check_sources(
    sources: list[SourceName] = [],  # noqa: B006 - Prefect copies it, and the form shows it
) -> State[Any]:
    """Fetch one known page of each source and compare it with what it used to say.

    Args:
        sources: Only these; none: all of them.
    """
    begin()
    try:
        found = await run_checks(load_settings(), sources)
    except RostrumError as error:
        return failed(error)
    columns = ("source", "verdict", "quotes known", "still there", PAGE, "detail")
    rows = [
        (one.source, one.verdict, one.known, one.found, one.page_url or "", one.detail)
        for one in found
    ]
    await show_table("sources", columns, rows, "One known page of each source")
    worse = [one for one in found if one.verdict == "degraded"]
    for one in worse:
        tell_degraded(one.source, f"{one.page_url}: {one.found} of {one.known} quotes are left")
    if worse:
        names = ", ".join(one.source for one in worse)
        return Completed(message=f"Not what they were: {names}", name="Degraded")
    return Completed(message=f"{len(found)} sources looked at")
