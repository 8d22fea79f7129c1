"""The pipeline's stages as Prefect tasks, and what every flow run of Rostrum begins with."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sized
from contextlib import asynccontextmanager
from contextvars import Context, copy_context
from typing import TYPE_CHECKING, Any, TypeVar

from prefect import get_run_logger, task
from prefect.assets import Asset, materialize
from prefect.assets.core import AssetProperties
from prefect.cache_policies import NO_CACHE
from prefect.states import Completed, Failed

from rostrum.errors import RostrumError, UsageError
from rostrum.house import Manner
from rostrum.parent import die_with_parent
from rostrum.settings import load_settings
from rostrum.show import printable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
    from contextlib import AbstractAsyncContextManager

    from prefect.client.schemas.objects import State

    from rostrum.house import Readers
    from rostrum.settings import Settings

T = TypeVar("T")

RUNNER_SET = "PREFECT__FLOW_RUN_ID"
"""In the environment of a run that a runner or a worker has started as a child of its own."""

BATCHED = frozenset(("fetch", "archive", "parse", "load"))
"""Stages that are run for each batch of pages."""

TABLES = ("pages", "quotes", "speeches", "speakers", "organizations", "sessions", "issues")
"""What a run makes, for the UI's lineage: the tables that people ask for first."""


def begin() -> None:
    """A run that its runner started ends with it: nobody would know of it any more."""
    if is_served():
        die_with_parent()


def is_served() -> bool:
    """Whether a runner or a worker started this run, not a person at a command line."""
    return RUNNER_SET in os.environ


@asynccontextmanager
async def manner_of(sources: Iterable[str] = ()) -> AsyncIterator[Manner]:
    """How a flow runs the pipeline: a task for each stage; a served run waits for its turn."""
    stages = StageTasks(tuple(sources))
    try:
        yield Manner(stages, waits=is_served(), readers=chosen_readers())
    finally:
        await stages.close()


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


class StageTasks:
    """Runs stages as Prefect tasks: one task a stage, however many batches of pages it has.

    Args:
        sources: what the published tables are made of.
    """

    def __init__(self, sources: tuple[str, ...]) -> None:
        self._sources = sources
        self._open: dict[str, BatchedTask] = {}

    async def __call__(self, stage: str, work: Callable[[], Awaitable[T]]) -> T:
        """Run a stage, or one batch of it.

        Raises:
            RostrumError: the stage failed.
        """
        if stage not in BATCHED:
            await self.close()
            return await task_step(stage, work, self._sources)
        if stage not in self._open:
            self._open[stage] = BatchedTask(stage)
        return await self._open[stage].run(work)

    async def close(self) -> None:
        """End the tasks of batched stages."""
        while self._open:
            _, one = self._open.popitem()
            await one.close()


class BatchedTask:
    """A Prefect task that lasts as long as a stage has batches; they run in its context."""

    def __init__(self, stage: str) -> None:
        self._batches = 0
        self._pages = 0
        self._error: Exception | None = None
        self._closed = asyncio.Event()
        self._context: asyncio.Future[Context] = asyncio.get_running_loop().create_future()
        running = perform(stage, self._last, return_state=True)
        self._task: asyncio.Task[State[Any]] = asyncio.create_task(running)

    async def _last(self) -> State[Any]:
        self._context.set_result(copy_context())
        await self._closed.wait()
        if isinstance(self._error, RostrumError):
            return Failed(message=str(self._error), data=self._error)
        if self._error:
            raise self._error  # a fault of ours: Prefect logs where
        batches = "1 batch" if self._batches == 1 else f"{self._batches} batches"
        return Completed(message=f"{self._pages} pages in {batches}")

    async def run(self, work: Callable[[], Awaitable[T]]) -> T:
        """Do a batch's work.

        Raises:
            RostrumError: the stage failed.
        """
        await asyncio.wait((self._context, self._task), return_when=asyncio.FIRST_COMPLETED)
        if not self._context.done():  # Prefect did not begin it, and says why
            await (await self._task).aresult()
        context = await self._context
        self._batches += 1
        try:
            result = await asyncio.create_task(called(work), context=context)
        except Exception as error:
            self._error = error
            raise
        self._pages += count_of(result) or 0
        return result

    async def close(self) -> None:
        """End the task."""
        self._closed.set()
        await self._task


def count_of(result: object) -> int | None:
    """How many rows or pages a stage has dealt with; None where it tells none."""
    if isinstance(result, int):
        return result
    return len(result) if isinstance(result, Sized) else None


async def called(work: Callable[[], Awaitable[T]]) -> T:
    """What some work comes to, as a coroutine."""
    return await work()


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
        count = count_of(result)
        if count is None:
            return result
        what = "rows" if isinstance(result, int) else "found"
        return Completed(message=f"{count} {what}", data=result)

    doing = publishing(sources) if stage == "publish" and sources else perform
    # Prefect's types forget that an asynchronous task's state has to be awaited.
    state: State[T] = await doing(stage, run, return_state=True)
    result: T | BaseException = await state.aresult(raise_on_failure=False)
    if isinstance(result, BaseException):
        raise result
    return result


OPTIONS: dict[str, Any] = {
    "name": "stage",
    "task_run_name": "{stage}",
    "cache_policy": NO_CACHE,
    "persist_result": False,
}


async def run_stage(stage: str, run: Callable[[], Awaitable[T]]) -> T:  # noqa: ARG001 - the name
    """What every task does; the stage is the name of its run."""
    return await run()


perform: Any = task(**OPTIONS)(run_stage)
"""One task for all stages: Prefect reads a task's source code whenever one is made."""


def publishing(sources: tuple[str, ...]) -> Any:
    """A task that makes assets, so that the UI shows what came of what."""
    tables = [asset(f"rostrum://snapshot/{name}", name) for name in TABLES]
    origins = [asset(f"rostrum://source/{name}", name) for name in sources]
    return materialize(*tables, by="rostrum", asset_deps=[*origins], **OPTIONS)(run_stage)


def asset(key: str, name: str) -> Asset:
    """Something that lineage leads from or to."""
    return Asset(key=key, properties=AssetProperties(name=name))


def failed(error: RostrumError) -> State[Any]:
    """The state of a run that failed: one clear line in the log, no traceback."""
    get_run_logger().error(printable(str(error)))
    return Failed(message=str(error), data=error)
