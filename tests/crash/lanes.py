"""Many cases side by side: processes of their own, each of which forks its children."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")
C = TypeVar("C")
P = ParamSpec("P")


def in_one(work: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
    """What comes of work in a fresh interpreter."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(work, *given, **named).result()


def in_lanes(work: Callable[[C, str], T], cases: Sequence[C], lanes: int) -> Iterator[T]:
    """What comes of each case, as it comes; each has a name that no other has.

    Lanes are fresh interpreters, without threads, so that they can fork.
    """
    with ProcessPoolExecutor(lanes, get_context("spawn")) as pool:
        futures = [pool.submit(work, case, f"case-{number}") for number, case in enumerate(cases)]
        try:
            for future in as_completed(futures):
                yield future.result()
        finally:
            for future in futures:
                future.cancel()
