"""Many cases side by side: processes of their own, each of which forks its children.

Lanes are fresh interpreters, without threads, so that they can fork.
"""

from __future__ import annotations

import traceback
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")
C = TypeVar("C")


def in_one(work: Callable[[C], T], case: C) -> T:
    """What comes of one case."""
    (outcome,) = in_lanes(work, [case], lanes=1)
    return outcome


def in_lanes(work: Callable[[C], T], cases: Sequence[C], lanes: int) -> Iterator[T]:
    """What comes of each case, as it comes.

    Raises:
        AssertionError: a lane failed; the message has its traceback.
    """
    context = get_context("spawn")
    processes, answers = [], []
    for number in range(lanes):
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=run_lane, args=(work, cases[number::lanes], there))
        process.start()
        there.close()  # so that the end of the lane is the end of what comes from here
        processes.append(process)
        answers.append(here)
    try:
        yield from outcomes(answers)
    finally:
        for process in processes:
            process.terminate()
            process.join()


def outcomes(answers: list[Connection]) -> Iterator[T]:
    """What lanes say, until each has said that it is done."""
    while answers:
        for answer in wait(answers):
            try:
                kind, outcome = answer.recv()
            except EOFError:
                raise AssertionError("a lane ended in the middle") from None
            if kind == "done":
                answers.remove(answer)
            elif kind == "failed":
                raise AssertionError(outcome)
            else:
                yield outcome


def run_lane(work: Callable[[C], T], cases: Sequence[C], answers: Connection) -> None:
    """One case after another."""
    try:
        for case in cases:
            answers.send(("outcome", work(case)))
        answers.send(("done", None))
    except Exception:  # noqa: BLE001 - told to the test, which fails by it
        answers.send(("failed", traceback.format_exc()))
