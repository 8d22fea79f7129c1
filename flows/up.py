"""`rostrum up`: a Prefect server on loopback, every deployment served, and one way to stop it all.

The server is a process of its own that ends with this one, however this one ends; the runner that
starts the runs lives in this process, and each run is a child of it.
"""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from typing import TYPE_CHECKING

import httpx
from prefect.client.orchestration import get_client
from prefect.client.schemas.actions import DeploymentScheduleCreate
from prefect.exceptions import ObjectNotFound
from prefect.runner import Runner

from flows.automations import install_automations
from flows.deployments import make_deployments
from rostrum.errors import RostrumError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from prefect.deployments.runner import RunnerDeployment

    from rostrum.serving import Place

SERVER = (
    "import sys; from rostrum.parent import die_with_parent; die_with_parent(); import uvicorn; "
    "uvicorn.run('prefect.server.api.server:create_app', factory=True, host=sys.argv[1], "
    "port=int(sys.argv[2]), log_level='warning')"
)
START_SECONDS = 120.0
"""A server on a fresh home first makes its database."""

STOP_SECONDS = 15.0
PAUSE = 0.2


def serve(place: Place, log: Path, time_zone: str, tell: Callable[[str], None]) -> None:
    """Serve everything until SIGTERM or Ctrl-C, then stop everything.

    Args:
        place: where the server is, or is to be.
        log: what the server says goes there.
        time_zone: in which schedules are meant.
        tell: is told when all is up.

    Raises:
        RostrumError: the server does not come up, or has ended by itself.
    """
    asyncio.run(serve_until_stopped(place, log, time_zone, tell))


async def serve_until_stopped(
    place: Place, log: Path, time_zone: str, tell: Callable[[str], None]
) -> None:
    """What `serve` does."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    async with AsyncExitStack() as stack:
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop.set)
        server = await stack.enter_async_context(a_server(place, log)) if place.is_ours else None
        if not await until_up(place, server, log, stop):
            return
        await install_automations(os.environ.get("ROSTRUM_WEBHOOK"))
        await stack.enter_async_context(a_runner(time_zone))
        for number in (signal.SIGTERM, signal.SIGINT):  # the runner took them for itself
            loop.add_signal_handler(number, stop.set)
        tell(place.ui_url)
        await until_over(server, log, stop)


@asynccontextmanager
async def a_server(place: Place, log: Path) -> AsyncIterator[subprocess.Popen[bytes]]:
    """A Prefect server; it is asked to end, and then made to."""
    log.parent.mkdir(exist_ok=True)
    command = [sys.executable, "-P", "-c", SERVER, place.host, str(place.port)]
    # A file, not the terminal: it tells at length of each time that its SQLite was busy, which its
    # clients get over. A group of its own: Ctrl-C is for this process, which ends the server last.
    with log.open("wb") as out:
        server = subprocess.Popen(  # noqa: ASYNC220, S603 - our own interpreter
            command, process_group=0, stdout=out, stderr=subprocess.STDOUT
        )
    try:
        yield server
    finally:
        server.terminate()
        try:
            await asyncio.to_thread(server.wait, STOP_SECONDS)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


async def until_up(
    place: Place, server: subprocess.Popen[bytes] | None, log: Path, stop: asyncio.Event
) -> bool:
    """Wait until the server answers; False where this was stopped meanwhile.

    Raises:
        RostrumError: it does not come up.
    """
    until = time.monotonic() + (START_SECONDS if server else STOP_SECONDS)
    async with httpx.AsyncClient(trust_env=False) as client:
        while time.monotonic() < until and not stop.is_set():
            if server and server.poll() is not None:
                raise RostrumError(
                    f"Prefect's server ended at once (status {server.returncode}); what it said is "
                    f"in {log}."
                )
            with suppress(httpx.HTTPError):
                if (await client.get(f"{place.api_url}/health")).is_success:
                    return True
            await asyncio.sleep(PAUSE)
    if stop.is_set():
        return False
    raise RostrumError(
        f"Prefect's server at {place.api_url} does not answer. Start it, or unset PREFECT_API_URL: "
        "`rostrum up` then starts one."
    )


@asynccontextmanager
async def a_runner(time_zone: str) -> AsyncIterator[None]:
    """A runner that starts what is due; runs that go on at its end are stopped."""
    runner = Runner(name="rostrum", pause_on_shutdown=False)
    for deployment in await make_deployments(time_zone):
        await keep_choices(deployment)
        await runner.aadd_deployment(deployment)
    running = asyncio.create_task(runner.start())
    try:
        while not runner.started and not running.done():  # noqa: ASYNC110 - it has no event
            await asyncio.sleep(PAUSE)
        yield
    finally:
        # Runs that are left end with this process: what waits for them longer waits for nothing.
        with suppress(asyncio.CancelledError, TimeoutError):
            async with asyncio.timeout(STOP_SECONDS):
                if runner.started:
                    await runner.astop()
                await running


async def keep_choices(deployment: RunnerDeployment) -> None:
    """What a person has chosen in the UI stays: whether it is paused, and when it runs."""
    async with get_client() as client:
        try:
            found = await client.read_deployment_by_name(
                f"{deployment.flow_name}/{deployment.name}"
            )
        except ObjectNotFound:
            return
    deployment.paused = found.paused
    if found.schedules:
        deployment.schedules = [
            DeploymentScheduleCreate(schedule=one.schedule, active=one.active, slug=one.slug)
            for one in found.schedules
        ]


async def until_over(
    server: subprocess.Popen[bytes] | None, log: Path, stop: asyncio.Event
) -> None:
    """Wait for a signal.

    Raises:
        RostrumError: the server ended before that.
    """
    while not stop.is_set():
        if server and server.poll() is not None:
            raise RostrumError(
                f"Prefect's server has ended (status {server.returncode}; see {log}). Run `rostrum "
                "up` again: what was running goes on from what it had finished."
            )
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), PAUSE)
