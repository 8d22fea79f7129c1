"""The pipeline's stages as Prefect tasks, and what every flow run of Rostrum begins with."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

from prefect import get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.states import Failed

from rostrum.errors import RostrumError
from rostrum.parent import die_with_parent

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from prefect.client.schemas.objects import State

T = TypeVar("T")

RUNNER_SET = "PREFECT__FLOW_RUN_ID"
"""In the environment of a run that `serve` or a worker has started as a child of its own."""


def begin() -> None:
    """A run that its runner started ends with it: nobody would know of it any more."""
    if RUNNER_SET in os.environ:
        die_with_parent()


async def task_step(stage: str, work: Callable[[], Awaitable[T]]) -> T:
    """A stage as a Prefect task.

    An error of ours leaves the task as a value, not as an exception, which Prefect would log with
    a traceback; it is raised again here.
    """

    @task(name=stage, task_run_name=stage, cache_policy=NO_CACHE, persist_result=False)
    async def run() -> T | State[T]:
        try:
            result = await work()
        except RostrumError as error:
            return Failed(message=str(error), data=error)
        if isinstance(result, int):
            get_run_logger().info("%s: %d rows", stage, result)
        return result

    # Prefect's types forget that an asynchronous task's state has to be awaited.
    state: State[T] = await run(return_state=True)  # type: ignore[misc]
    result: T | BaseException = await state.aresult(raise_on_failure=False)
    if isinstance(result, BaseException):
        raise result
    return result
