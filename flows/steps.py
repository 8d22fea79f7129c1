"""The pipeline's stages as Prefect tasks, and what every flow run of Rostrum begins with."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from prefect import get_run_logger, task
from prefect.assets import Asset, materialize
from prefect.assets.core import AssetProperties
from prefect.cache_policies import NO_CACHE
from prefect.states import Failed

from rostrum.errors import RostrumError, UsageError
from rostrum.house import Manner
from rostrum.parent import die_with_parent
from rostrum.settings import load_settings
from rostrum.show import printable

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable
    from contextlib import AbstractAsyncContextManager

    from prefect.client.schemas.objects import State

    from rostrum.house import Readers
    from rostrum.settings import Settings

T = TypeVar("T")

RUNNER_SET = "PREFECT__FLOW_RUN_ID"
"""In the environment of a run that a runner or a worker has started as a child of its own."""

TABLES = ("pages", "quotes", "speeches", "speakers", "organizations", "sessions", "issues")
"""What a run makes, for the UI's lineage: the tables that people ask for first."""


def begin() -> None:
    """A run that its runner started ends with it: nobody would know of it any more."""
    if is_served():
        die_with_parent()


def is_served() -> bool:
    """Whether a runner or a worker started this run, not a person at a command line."""
    return RUNNER_SET in os.environ


def manner_of(sources: Iterable[str] = ()) -> Manner:
    """How a flow runs the pipeline: a task for each stage; a served run waits for its turn."""
    return Manner(
        partial(task_step, sources=tuple(sources)), waits=is_served(), readers=chosen_readers()
    )


def chosen_readers() -> Callable[[Settings], AbstractAsyncContextManager[Readers]] | None:
    """Those of the Dask cluster that `ROSTRUM_DASK` names; None where it names none.

    Raises:
        UsageError: it is no address, or what a cluster needs is not installed.
    """
    if load_settings().dask is None:
        return None
    try:
        from flows.cluster import cluster_readers  # noqa: PLC0415 - an extra, and heavy
    except ImportError as error:
        raise UsageError(
            "ROSTRUM_DASK is set, but the Dask client is not installed: "
            "pip install 'rostrum[cluster]'."
        ) from error
    return cluster_readers


async def task_step(
    stage: str, work: Callable[[], Awaitable[T]], sources: tuple[str, ...] = ()
) -> T:
    """A stage as a Prefect task.

    An error of ours leaves the task as a value, not as an exception, which Prefect would log with
    a traceback; it is raised again here.

    Args:
        stage: its name, for people.
        work: does it.
        sources: what the published tables are made of.

    Raises:
        RostrumError: the stage failed.
    """

    async def run() -> T | State[T]:
        try:
            result = await work()
        except RostrumError as error:
            return Failed(message=str(error), data=error)
        if isinstance(result, int):
            get_run_logger().info("%s: %d rows", stage, result)
        return result

    made = decorate(stage, run, sources)
    # Prefect's types forget that an asynchronous task's state has to be awaited.
    state: State[T] = await made(return_state=True)
    result: T | BaseException = await state.aresult(raise_on_failure=False)
    if isinstance(result, BaseException):
        raise result
    return result


def decorate(stage: str, run: Callable[..., Any], sources: tuple[str, ...]) -> Any:
    """A function as a task; publishing makes assets, so that the UI shows what came of what."""
    options: dict[str, Any] = {
        "name": stage,
        "task_run_name": stage,
        "cache_policy": NO_CACHE,
        "persist_result": False,
    }
    if stage != "publish" or not sources:
        return task(**options)(run)
    tables = [asset(f"rostrum://snapshot/{name}", name) for name in TABLES]
    origins = [asset(f"rostrum://source/{name}", name) for name in sources]
    return materialize(*tables, by="rostrum", asset_deps=[*origins], **options)(run)


def asset(key: str, name: str) -> Asset:
    """Something that lineage leads from or to."""
    return Asset(key=key, properties=AssetProperties(name=name))


def failed(error: RostrumError) -> State[Any]:
    """The state of a run that failed: one clear line in the log, no traceback."""
    get_run_logger().error(printable(str(error)))
    return Failed(message=str(error), data=error)
