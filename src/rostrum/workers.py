"""Processes that read pages within limits, so that no page can harm the run or its neighbours.

A page that takes too much ends its reader, and the page alone is lost: the next one gets a new
reader. They are programs of their own, not forks: DuckDB's threads do not survive a fork.
"""

from __future__ import annotations

import asyncio
import pickle
import signal
import sys
from asyncio.subprocess import PIPE, Process
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from rostrum.errors import ArchiveError, ReaderError
from rostrum.outcome import LENGTH_BYTES, MEMORY_GONE, Outcome, bytes_of
from rostrum.parsing import PARSER_VERSION
from rostrum.records import Issue
from rostrum.warehouse.prepare import PreparedReading, Reading, prepare

if TYPE_CHECKING:
    from types import TracebackType

    from rostrum.outcome import Page

MIB = 1024 * 1024
READER = "from rostrum.reader import main; main()"
STARTS = 3
"""A reader that does not come up so many times in a row ends the run."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one page may take.

    Attributes:
        cpu_seconds: processor time.
        memory_bytes: memory of the reader, its interpreter included.
        wall_seconds: time by the clock; far above the processor time, for a busy machine.
    """

    cpu_seconds: int = 10
    memory_bytes: int = 512 * MIB
    wall_seconds: float = 120


class Workers:
    """Readers, at most as many as are asked for; each has one page at a time.

    A context manager: the first starts at once, side by side with what else a run begins with, the
    others when they are needed; none is left when it ends.
    """

    def __init__(self, count: int = 1, limits: Limits | None = None) -> None:
        self._workers = [Worker(limits or Limits()) for _ in range(count)]
        # Last in, first out: a worker that has started is taken before one that has not.
        self._idle: asyncio.LifoQueue[Worker] = asyncio.LifoQueue()

    async def __aenter__(self) -> Self:
        for worker in reversed(self._workers):
            self._idle.put_nowait(worker)
        await self._workers[0].start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for worker in self._workers:
            await worker.close()

    async def read(self, page: Page) -> Outcome:
        """The records of a page, or why there are none.

        Raises:
            ReaderError: no reader can be started.
            ArchiveError: the archive's bytes are damaged.
        """
        outcome: Outcome = await self._ask(page, None)
        return outcome

    async def prepare(self, page: Page, source: str, sha256: str) -> PreparedReading:
        """A revision of a page of a source, read and made ready for loading.

        Raises:
            ReaderError: no reader can be started.
            ArchiveError: the archive's bytes are damaged.
        """
        answer: Outcome | PreparedReading = await self._ask(page, (source, sha256))
        if isinstance(answer, PreparedReading):
            return answer
        return prepare(Reading(page.page_url, source, sha256, PARSER_VERSION, None, answer.issues))

    async def _ask(self, page: Page, revision: tuple[str, str] | None) -> Any:
        worker = await self._idle.get()
        try:
            return await worker.ask(page, revision)
        finally:
            self._idle.put_nowait(worker)


class Worker:
    """One reader, replaced by another when a page has ended it."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._reader: Process | None = None
        self._is_up = False
        self._is_closed = False
        self._ending = asyncio.Lock()

    async def start(self) -> Process:
        """Start a reader; it is not waited for."""
        if self._is_closed:
            raise ReaderError("The run is over: no more pages are read.")
        limits = [str(self._limits.cpu_seconds), str(self._limits.memory_bytes)]
        self._is_up = False
        # -P: what lies in the folder the command is called in is not imported. A group of its
        # own: Ctrl-C is for the run, which ends its readers itself.
        command = (sys.executable, "-P", "-c", READER, *limits)
        try:
            self._reader = await asyncio.create_subprocess_exec(
                *command, stdin=PIPE, stdout=PIPE, process_group=0
            )
        except OSError as error:
            raise ReaderError(f"The process that reads pages does not start: {error}.") from error
        return self._reader

    async def close(self) -> None:
        """End the reader for good, whatever it does."""
        self._is_closed = True
        await self._end()

    async def ask(self, page: Page, revision: tuple[str, str] | None) -> Outcome | PreparedReading:
        """What came of a page; of a revision ready for loading, unless reading it was stopped."""
        reader = await self._ready()
        is_spent = True
        try:
            async with asyncio.timeout(self._limits.wall_seconds):
                answer, is_spent = await ask(reader, page, revision)
        except TimeoutError:
            return refuse(page, f"took more than {self._limits.wall_seconds:g} s")
        except (EOFError, ConnectionError):
            await reader.communicate()
            return refuse(page, self._last_words(reader.returncode or 0))
        finally:
            if is_spent:
                await self._end()
        if isinstance(answer, ArchiveError):
            raise answer
        return answer

    async def _ready(self) -> Process:
        """A reader that is there: the one at hand, or a new one where that has ended."""
        for _ in range(STARTS):
            reader = self._reader
            if reader is None or reader.returncode is not None:
                await self._end()
                reader = await self.start()
            try:
                if not self._is_up:
                    await receive(reader)
                    self._is_up = True
            except EOFError:
                await reader.communicate()
            else:
                return reader
        raise ReaderError(
            "The process that reads pages does not start; what it said last stands above. "
            f'Try it by hand: {sys.executable} -P -c "import rostrum.reader".'
        )

    async def _end(self) -> None:
        """End the reader at hand, if there is one; not before it is gone, whoever else ends it."""
        async with self._ending:
            reader, self._reader = self._reader, None
            if reader is None:
                return
            if reader.returncode is None:
                with suppress(ProcessLookupError):  # it has ended in this moment
                    reader.kill()
            await reader.communicate()  # not wait(): what it has said and nobody read holds that up

    def _last_words(self, status: int) -> str:
        """Why a reader ended in the middle of a page."""
        if status == MEMORY_GONE:
            return f"needs more memory than it may take ({self._limits.memory_bytes // MIB} MB)"
        if status == -signal.SIGXCPU:
            return f"took more than {self._limits.cpu_seconds} s of processor time"
        if status == -signal.SIGKILL:
            return "was ended from outside, perhaps because the machine ran out of memory"
        how = signal.Signals(-status).name if status < 0 else f"exit status {status}"
        return f"ended its process ({how})"


async def ask(
    reader: Process, page: Page, revision: tuple[str, str] | None
) -> tuple[Outcome | PreparedReading | ArchiveError, bool]:
    """What a reader says of a page, and whether that was its last.

    Raises:
        EOFError: the reader ended before it could say.
        ConnectionError: the same.
    """
    assert reader.stdin  # noqa: S101 - it was started with one
    reader.stdin.write(pickle.dumps((page, revision), pickle.HIGHEST_PROTOCOL))
    await reader.stdin.drain()
    answer, is_spent = await receive(reader)
    return answer, is_spent


async def receive(reader: Process) -> Any:
    """An answer of a reader.

    Raises:
        EOFError: the reader ended before it could say.
    """
    assert reader.stdout  # noqa: S101 - it was started with one
    length = int.from_bytes(await reader.stdout.readexactly(LENGTH_BYTES), "big")
    return pickle.loads(await reader.stdout.readexactly(length))  # noqa: S301 - from our own reader


def refuse(page: Page, why: str) -> Outcome:
    """A page whose reading was stopped."""
    detail = (
        f"Reading this page of {len(bytes_of(page)):,} bytes {why}, so it was stopped. Look at the "
        "page: if it is a report that people can read, please report it as a fault of Rostrum."
    )
    return Outcome(None, (Issue("parse", "parser_limits", detail),))
