"""The peer: `python -m rereading.with_soup PAGES` builds a soup of each page on one core, no more.

Only the building counts, by the clock.
"""

from __future__ import annotations

import json
import sys
import time

from bs4 import BeautifulSoup

from rereading.cores import keep_to
from rereading.pages import pages


def main() -> None:
    """Build them all."""
    keep_to(1)
    seconds = 0.0
    for url, body in pages(int(sys.argv[1])):
        html = body.decode()
        begin = time.monotonic()
        soup = BeautifulSoup(html, "lxml")
        seconds += time.monotonic() - begin
        if soup.h1 is None:
            raise SystemExit(f"the soup of {url} lacks its heading")
    print(json.dumps({"parse_seconds": seconds, "seconds": seconds}))


if __name__ == "__main__":
    main()
