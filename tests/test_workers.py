"""Pages are read by a process of their own: within limits, in order, and none outlives its run."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rostrum.archive import ArchiveWriter, Place
from rostrum.errors import ArchiveError, ReaderError
from rostrum.outcome import Page
from rostrum.workers import MIB, READER, Limits, Workers
from tests.hostile import HTML, PAGES
from tests.pages import Report

URL = "https://lake.example/report"
GOOD = Page(URL, Report().html.encode(), HTML)
LONG = Page(URL, PAGES["endless"](), HTML)
BUSY_SECONDS = 0.5
"""By then a reader is in the middle of the long page."""


def reader_pid(workers: Workers) -> int:
    return workers._workers[0]._reader.pid


def is_alive(pid: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return False


def wait_for_end(pid: int) -> bool:
    until = time.monotonic() + 10
    while is_alive(pid) and time.monotonic() < until:
        time.sleep(0.02)
    return not is_alive(pid)


def readers_of(pid: int) -> list[int]:
    """The children of a process that read pages."""
    children = map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())
    return [pid for pid in children if READER in Path(f"/proc/{pid}/cmdline").read_text()]


async def refused(workers: Workers, page: Page = LONG) -> str:
    """Why a page was refused; the next page is read all the same."""
    outcome = await workers.read(page)
    assert outcome.records is None
    assert [issue.code for issue in outcome.issues] == ["parser_limits"]
    assert await good(workers)
    return outcome.issues[0].detail


async def good(workers: Workers) -> bool:
    outcome = await workers.read(GOOD)
    return outcome.records is not None and len(outcome.records.quotes) == 3


async def test_a_page_that_takes_too_long() -> None:
    async with Workers(limits=Limits(cpu_seconds=1)) as workers:
        detail = await refused(workers, Page(URL, PAGES["many-paragraphs"](), HTML))
    assert "of 3,600,948 bytes took more than 1 s of processor time" in detail


async def test_a_page_that_takes_too_much_memory() -> None:
    async with Workers() as workers:
        detail = await refused(workers, Page(URL, PAGES["long-text"](), HTML))
    assert "of 52,429,749 bytes needs more memory than it may take (512 MB)" in detail


async def test_a_page_is_read_whole_or_not_at_all() -> None:
    # libxml2 goes on quietly with half a page where it gets no more memory.
    said = "<p>“The lake has no lawyer, and so it loses,” Ada Brandt, Judge.</p>"
    page = Page(URL, Report().html.replace("<h2>", said * 2_000 + "<h2>", 1).encode(), HTML)
    counts = set()
    for megabytes in (30, 32, 34, 36, 40, 48, 56, 64, 160, 400):
        async with Workers(limits=Limits(memory_bytes=megabytes * MIB)) as workers:
            outcome = await workers.read(page)
            counts.add(len(outcome.records.quotes) if outcome.records else outcome.issues[0].code)
    assert counts == {"parser_limits", 2_003}


async def test_a_reader_that_is_killed_costs_its_page() -> None:
    async with Workers() as workers:
        assert await good(workers)
        reading = asyncio.create_task(refused(workers))
        await asyncio.sleep(BUSY_SECONDS)
        os.kill(reader_pid(workers), signal.SIGKILL)
        assert "was ended from outside" in await reading


async def test_a_reader_that_stands_still_costs_its_page() -> None:
    async with Workers(limits=Limits(wall_seconds=3 * BUSY_SECONDS)) as workers:
        assert await good(workers)
        reading = asyncio.create_task(refused(workers))
        await asyncio.sleep(BUSY_SECONDS / 2)
        os.kill(reader_pid(workers), signal.SIGSTOP)
        assert "took more than 1.5 s" in await reading


async def test_a_reader_that_is_killed_between_pages_costs_nothing() -> None:
    async with Workers() as workers:
        for _ in range(3):
            assert await good(workers)
            os.kill(reader_pid(workers), signal.SIGKILL)
            await asyncio.sleep(0.1)


@pytest.mark.parametrize("count", [1, 2])
async def test_many_pages_come_back_in_order(count: int) -> None:
    titles = [f"Who Speaks for Lake {number}" for number in range(200)]
    pages = [Page(URL, Report(title=title).html.encode(), HTML) for title in titles]
    async with Workers(count) as workers:
        began = reader_pid(workers)
        outcomes = await asyncio.gather(*map(workers.read, pages))
        assert reader_pid(workers) == began
    assert [outcome.records.title.text for outcome in outcomes] == titles


def archived(folder: Path, body: bytes) -> Place:
    with ArchiveWriter(folder, "run") as writer:
        entry = writer.write_response(
            url=URL, fetched_at=datetime.now(UTC), status=200, headers=[], body=body
        )
    return Place(folder, entry)


async def test_a_revision_is_read_from_the_archive_and_made_ready(tmp_path: Path) -> None:
    place = archived(tmp_path, GOOD.body)
    async with Workers() as workers:
        found = await workers.prepare(Page(URL, place, HTML), "web", "digest")
        told = await workers.prepare(GOOD, "web", "digest")
    assert found == told
    assert found.is_understood
    assert (found.page_url, found.source, found.revision_sha256) == (URL, "web", "digest")
    assert len(found.quote_kinds) == 3


async def test_a_revision_whose_reading_was_stopped(tmp_path: Path) -> None:
    place = archived(tmp_path, PAGES["many-paragraphs"]())
    async with Workers(limits=Limits(cpu_seconds=1)) as workers:
        found = await workers.prepare(Page(URL, place, HTML), "web", "digest")
    assert not found.is_understood
    ((code, detail),) = found.issues
    assert code == "parser_limits"
    assert "of 3,600,948 bytes took more than 1 s" in detail


async def test_a_damaged_record_is_named_and_the_reader_goes_on(tmp_path: Path) -> None:
    place = archived(tmp_path, GOOD.body)
    path = tmp_path / place.entry.file
    path.write_bytes(path.read_bytes()[:-20] + bytes(20))
    async with Workers() as workers:
        began = reader_pid(workers)
        with pytest.raises(ArchiveError, match="not those that were written"):
            await workers.prepare(Page(URL, place, HTML), "web", "digest")
        assert await good(workers)
        assert reader_pid(workers) == began


async def test_the_run_goes_on_while_a_page_is_read() -> None:
    async with Workers(limits=Limits(cpu_seconds=1)) as workers:
        reading = asyncio.create_task(workers.read(LONG))
        slept = 0
        while not reading.done():
            await asyncio.sleep(0.01)
            slept += 1
    assert slept > 20


async def test_no_reader_is_left() -> None:
    async with Workers(count=2) as workers:
        assert len(readers_of(os.getpid())) == 1
        reading = asyncio.gather(workers.read(LONG), workers.read(LONG))
        await asyncio.sleep(BUSY_SECONDS)
        pids = readers_of(os.getpid())
        assert len(pids) == 2
        reading.cancel()
    assert not any(map(is_alive, pids))


async def test_a_reader_that_does_not_start_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    async with Workers() as workers:
        with pytest.raises(ReaderError, match="does not start"):
            await workers.read(GOOD)
    monkeypatch.setattr(sys, "executable", "/nothing/here")
    with pytest.raises(ReaderError, match="does not start"):
        await Workers().__aenter__()


def start_run(command, url: str) -> tuple[subprocess.Popen[str], int]:
    """A run that is in the middle of a long page, and its reader."""
    run = subprocess.Popen(
        [Path(sys.executable).parent / "rostrum", "ingest", url],
        env={**os.environ, "ROSTRUM_HOME": str(command.home), "ROSTRUM_ALLOW_HOSTS": "127.0.0.1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while not (readers := readers_of(run.pid)):
        assert run.poll() is None
        time.sleep(0.02)
    while not busy(readers[0]):
        time.sleep(0.02)
    return run, readers[0]


def busy(pid: int) -> bool:
    """Whether a reader has begun with the long page: it holds far more than at its start."""
    pages = Path(f"/proc/{pid}/statm").read_text().split()
    return int(pages[1]) * os.sysconf("SC_PAGE_SIZE") > 80 * MIB


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_a_reader_ends_with_its_run(command, site, number: signal.Signals) -> None:
    run, reader = start_run(command, site.write("endless.html", LONG.body))
    os.killpg(run.pid, number)
    _, errors = run.communicate(timeout=30)
    assert wait_for_end(reader)
    assert "Traceback" not in errors
    assert run.returncode == (130 if number == signal.SIGINT else -number)
