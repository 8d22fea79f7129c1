"""Numbers of pages that a benchmark is asked for, and how often each is measured."""

from __future__ import annotations

import argparse

MANY_PAGES = 50_000
"""From so many pages on a run takes long enough to be told from noise at once."""

ROUNDS = 3


def read_sizes(text: str) -> tuple[int, ...]:
    """Numbers of pages, as the command line has them: `1000,10000`; least first, each once."""
    try:
        sizes = {int(word) for word in text.split(",")}
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r}: give numbers such as 1000,10000") from error
    if min(sizes) < 1:
        raise argparse.ArgumentTypeError(f"{text!r}: a run has a page at least")
    return tuple(sorted(sizes))


def rounds_of(pages: int) -> int:
    """How often this many pages are measured."""
    return 1 if pages >= MANY_PAGES else ROUNDS
