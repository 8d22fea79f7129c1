"""What the stages of a run work with, how each stage is run, and how a run is stopped."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

from rostrum.errors import StoppedError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from contextlib import AbstractAsyncContextManager
    from datetime import datetime
    from signal import Signals

    import duckdb

    from rostrum.archive import ArchiveWriter
    from rostrum.outcome import Page
    from rostrum.settings import Settings
    from rostrum.summary import Summary
    from rostrum.warehouse.prepare import PreparedReading
    from rostrum.web import Client

T = TypeVar("T")


class Step(Protocol):
    """Runs one stage and returns what it returns."""

    async def __call__(self, stage: str, work: Callable[[], Awaitable[T]]) -> T:
        """Run `work`, known to people as `stage`."""
        ...


async def plain_step(stage: str, work: Callable[[], Awaitable[T]]) -> T:  # noqa: ARG001 - a Step
    """A stage as a plain call."""
    return await work()


def timed(step: Step, summary: Summary) -> Step:
    """A step that also adds up the seconds of each stage."""

    async def run(stage: str, work: Callable[[], Awaitable[T]]) -> T:
        begin = time.monotonic()
        try:
            return await step(stage, work)
        finally:
            summary.seconds[stage] += time.monotonic() - begin

    return run


class Readers(Protocol):
    """Read pages, on this machine or elsewhere."""

    async def prepare(self, page: Page, source: str, sha256: str) -> PreparedReading:
        """A revision of a page of a source, read and made ready for loading.

        Raises:
            ReaderError: nobody can read it.
            ArchiveError: the archive's bytes are damaged.
        """
        ...


@dataclass(slots=True)
class Stop:
    """Whether a run is asked to stop, and by which signal."""

    signal: Signals | None = None

    def check(self) -> None:
        """End the run here, if it is asked to.

        Raises:
            StoppedError: it is.
        """
        if self.signal is not None:
            raise StoppedError(self.signal)


@dataclass(frozen=True, slots=True)
class Manner:
    """How a run is run.

    Attributes:
        step: runs each stage.
        stop: asks the run to stop.
        waits: for another run to end, instead of giving up.
        readers: who reads pages; processes of this machine where it is not said.
    """

    step: Step = plain_step
    stop: Stop = field(default_factory=Stop)
    waits: bool = False
    readers: Callable[[Settings], AbstractAsyncContextManager[Readers]] | None = None


PLAIN = Manner()


@dataclass(frozen=True, slots=True)
class House:
    """What the stages of every run work with.

    Attributes:
        step: runs a stage.
        part: runs a part of a stage, whose time is the stage's.
    """

    settings: Settings
    connection: duckdb.DuckDBPyConnection
    workers: Readers
    summary: Summary
    step: Step
    part: Step
    stop: Stop


@dataclass(frozen=True, slots=True)
class OpenHouse(House):
    """What the stages of a run that fetches work with besides.

    Attributes:
        unloaded: (page URL, body) of what is archived and not loaded yet, and when it was fetched.
    """

    writer: ArchiveWriter
    client: Client
    unloaded: dict[tuple[str, str], datetime] = field(default_factory=dict)
