"""`make false-alarms`: how many clean pages are quarantined all the same."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from rostrum.errors import PageError
from rostrum.parsing.parse import read_page
from rostrum.reading import read
from rostrum.sources import Promise
from tests.generator import sample_pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.generator import Rendered

MAX_SHARE = 0.001


def alarms(pages: Iterable[Rendered]) -> Iterator[str]:
    """Why clean pages are refused, one line each."""
    for page in pages:
        try:
            read_page(read(page.body, page.content_type), "report", Promise())
        except PageError as error:
            yield f"{page.name}: {error.code}: {error}"


def main() -> int:
    """Print each false alarm; 1 where there are too many."""
    parser = argparse.ArgumentParser(prog="python -m tests.false_alarms", description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    found = list(alarms(sample_pages(chosen.count, chosen.seed)))
    print(*found, sep="\n")
    print(f"{len(found)} of {chosen.count} clean pages are quarantined")
    return int(len(found) > MAX_SHARE * chosen.count)


if __name__ == "__main__":
    raise SystemExit(main())
