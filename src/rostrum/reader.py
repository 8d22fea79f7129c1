"""One page: bytes → records, or the reason why not; and the process that does so within limits."""

from __future__ import annotations

import math
import os
import pickle
import resource
import sys
import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from rostrum.errors import ArchiveError, PageError
from rostrum.outcome import LENGTH_BYTES, MEMORY_GONE, PARSER_FAILED, Outcome, bytes_of
from rostrum.parent import die_with_parent
from rostrum.parsing import PARSER_VERSION
from rostrum.parsing.parse import read_page
from rostrum.reading import read
from rostrum.records import Issue
from rostrum.sources import NO_HINTS, WEB_PROMISE, all_sources, source_of
from rostrum.warehouse.prepare import PreparedReading, Reading, prepare

if TYPE_CHECKING:
    from rostrum.outcome import Page
    from rostrum.records import PageRecords

MIB = 1024 * 1024

MAX_GROWTH = 64 * MIB
"""A reader that keeps more than this after a page makes room by ending."""

UNTRUSTED = 128 * MIB
"""A page that came nearer than this to the limit of memory is refused: libxml2 goes on quietly
with part of the page where it cannot get memory, and the largest piece that it asks for at once
is a buffer of four times the largest page."""


@dataclass(frozen=True, slots=True)
class Memory:
    """Bytes of a process: mapped now, mapped at most so far, and in memory."""

    mapped: int
    most_mapped: int
    resident: int


def read_or_refuse(page_url: str, body: bytes, content_type: str | None) -> Outcome:
    """Bytes → records, or the reason why not: the one place where a page's failure ends."""
    try:
        records = read_records_of(page_url, body, content_type)
    except PageError as error:
        return Outcome(None, (Issue("parse", error.code, error.detail),))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - a bug costs its page, not the run
        trace = "".join(traceback.format_exception(error)[-3:])
        detail = f"Rostrum failed on this page, please report it: {trace}"
        return Outcome(None, (Issue("parse", PARSER_FAILED, detail),))
    return Outcome(records, records.issues)


def read_records_of(page_url: str, body: bytes, content_type: str | None) -> PageRecords:
    """Read, parse and check one page.

    Raises:
        PageError: the page is to be quarantined.
    """
    source = source_of(page_url)
    return read_page(
        read(body, content_type),
        source.kind_of(page_url) if source else None,
        source.promise if source else WEB_PROMISE,
        source.hints if source else NO_HINTS,
    )


def main() -> None:
    """Answer the pages that come on standard input, until there are no more.

    Called with the seconds of processor time and the bytes of memory that a page may take. The
    first answer, None, says that the reader is there.
    """
    cpu_seconds, memory_bytes = map(int, sys.argv[1:])
    die_with_parent()
    pages, answers = take_channel()
    all_sources()
    lower_limit(resource.RLIMIT_CORE, 0)
    most_mapped = measure_memory().mapped + MAX_GROWTH
    limit = limit_memory(memory_bytes)
    send(answers, None)
    is_spent = False
    while not is_spent:
        limit_time(cpu_seconds)
        try:
            request = pickle.load(pages)  # noqa: S301 - from the process that started this one
            answer = answer_to(*request)
            memory = measure_memory()
            if memory.most_mapped > limit - UNTRUSTED:
                os._exit(MEMORY_GONE)
            is_spent = memory.mapped > most_mapped
            send(answers, (answer, is_spent))
        except EOFError:
            return
        except MemoryError:
            os._exit(MEMORY_GONE)  # nothing else can be relied on any more


def answer_to(
    page: Page, revision: tuple[str, str] | None
) -> Outcome | PreparedReading | ArchiveError:
    """What came of a page; of a revision (source, SHA-256) ready for loading."""
    try:
        body = bytes_of(page)
    except ArchiveError as error:
        return error
    outcome = read_or_refuse(page.page_url, body, page.content_type)
    if revision is None:
        return outcome
    return prepare(
        Reading(page.page_url, *revision, PARSER_VERSION, outcome.records, outcome.issues)
    )


def take_channel() -> tuple[BinaryIO, BinaryIO]:
    """Where pages come from and answers go to, out of the way of what a library may print."""
    pages, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    return pages, answers


def send(answers: BinaryIO, answer: object) -> None:
    """Write an answer behind its length."""
    packed = pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
    answers.write(len(packed).to_bytes(LENGTH_BYTES, "big"))
    answers.write(packed)
    answers.flush()


def limit_time(seconds: int) -> None:
    """Let the system end this process when a page takes longer than this.

    The system counts from the beginning of the process and in whole seconds, so a page gets up to
    one second less.
    """
    limit = math.floor(time.process_time()) + seconds
    lower_limit(resource.RLIMIT_CPU, limit)


def limit_memory(size: int) -> int:
    """Let this process hold no more than this; returns what it may map.

    What can be limited is what is mapped, and some of that is never in memory (the code of
    libraries, tables of locales: 10 to 300 MB, as systems differ). It is added, so that the limit
    is on memory, and that of the interpreter with all that it has imported (26 MB) counts.
    """
    memory = measure_memory()
    limit = size + memory.mapped - memory.resident
    if sys.platform == "linux":  # others have no such limit, or do not keep to it
        lower_limit(resource.RLIMIT_AS, limit)
    return limit


def lower_limit(kind: int, limit: int) -> None:
    """Set what ends a process; the highest that may be set, which cannot be raised, stays."""
    _, highest = resource.getrlimit(kind)
    if highest != resource.RLIM_INFINITY:
        limit = min(limit, highest)
    resource.setrlimit(kind, (limit, highest))


def measure_memory() -> Memory:
    """The memory of this process; 0 where the system does not tell."""
    if sys.platform != "linux":
        return Memory(0, 0, 0)
    status = Path("/proc/self/status").read_text(encoding="ascii")  # proc_pid_status(5)
    sizes = dict(line.split(":", 1) for line in status.splitlines() if line.startswith("Vm"))
    return Memory(*(int(sizes[name].split()[0]) * 1024 for name in ("VmSize", "VmPeak", "VmRSS")))
