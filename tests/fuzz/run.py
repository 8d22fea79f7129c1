"""Many pages, in several processes."""

from __future__ import annotations

import time
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from rostrum.parent import die_with_parent
from tests.fuzz.judge import judge
from tests.fuzz.mutate import spoilt_page

CHUNK = 250
TOLD_EVERY = 20
MOST_FAULTS = 20
"""So many are told; then it is enough."""

Fault = tuple[int, str]


def judge_some(seed: int, first: int, count: int) -> list[Fault]:
    """The faults of the pages of some numbers."""
    faults = []
    for number in range(first, first + count):
        page = spoilt_page(seed, number)
        if fault := judge(page):
            faults.append((number, f"{fault}\n  after {', '.join(page.accidents)}"))
    return faults


def run(seed: int, first: int, count: int, processes: int) -> int:
    """Judge many pages in several processes; returns how many failed."""
    began, done, failed = time.monotonic(), 0, 0
    with ProcessPoolExecutor(processes, get_context("spawn"), die_with_parent) as pool:
        chunks: dict[Future[list[Fault]], tuple[int, int]] = {}
        for start in range(first, first + count, CHUNK):
            size = min(CHUNK, first + count - start)
            chunks[pool.submit(judge_some, seed, start, size)] = (start, size)
        for number, future in enumerate(as_completed(chunks), 1):
            start, size = chunks[future]
            try:
                faults = future.result()
            except BrokenProcessPool:
                command = f"--seed {seed} --from {start} --count {size} --processes 1"
                print(f"a process ended; among others with: python -m tests.fuzz {command}")
                return 1
            for page, fault in faults:
                print(f"\npage {page}: {fault}")
                print(f"  again: python -m tests.fuzz --seed {seed} --only {page}")
            done, failed = done + size, failed + len(faults)
            if number % TOLD_EVERY == 0 or done == count:
                rate = done / (time.monotonic() - began)
                print(f"{done:,} pages, {rate:,.0f} a second, {failed} faults", flush=True)
            if failed >= MOST_FAULTS:
                pool.shutdown(cancel_futures=True)
                print("enough faults")
                break
    return failed
