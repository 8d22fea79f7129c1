"""What Prefect adds to a run, beside the same stages without it.

python benchmarks/overhead.py            100 and 1,000 pages, ten minutes; writes RESULTS.md
python benchmarks/overhead.py --quick    a look at 50 and 200 pages; writes nothing
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from results import Target, spread, table, write_section

from parsing.pages import make_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent
SIZES, QUICK_SIZES = (100, 1_000), (50, 200)
ROUNDS = 5
MOST = 0.10
MOST_GROWTH = 1.5
UP_SECONDS = 120
ROSTRUM = Path(sys.executable).parent / "rostrum"


@contextmanager
def a_server(folder: Path) -> Iterator[str]:
    """A Prefect server of `rostrum up`; its API's address."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    log = folder / "up.log"
    with (
        log.open("wb") as out,
        subprocess.Popen(
            [ROSTRUM, "up", "--home", folder / "server", "--port", str(port)],
            stdout=out,
            stderr=out,
        ) as up,
    ):
        until = time.monotonic() + UP_SECONDS
        while not re.search("UI is at", log.read_text()):
            if up.poll() is not None or time.monotonic() > until:
                raise SystemExit(log.read_text())
            time.sleep(0.2)
        try:
            yield f"http://127.0.0.1:{port}/api"
        finally:
            up.send_signal(signal.SIGTERM)


def seconds_of(home: Path, pages: Path, manner: str, api: str) -> float:
    """How long one run takes, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "serving.measure", home, pages, manner],
        cwd=HERE,
        env={
            **os.environ,
            "PREFECT_API_URL": api,
            "ROSTRUM_ALLOW_HOSTS": "127.0.0.1",
            "PYTHONPATH": str(HERE.parent),
        },
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return float(done.stdout.splitlines()[-1])


def measure(sizes: tuple[int, ...], folder: Path) -> dict[int, list[tuple[float, float]]]:
    """Of each size, (plain, flow) seconds of every round."""
    found: dict[int, list[tuple[float, float]]] = {}
    with a_server(folder) as api:
        for size in sizes:
            pages = folder / f"pages-{size}"
            pages.mkdir()
            for number, page in enumerate(make_pages("furniture", size)):
                (pages / f"{number:05}.html").write_bytes(page.body)
            for number in range(ROUNDS):
                home = folder / f"{size}-{number}"
                both = [
                    seconds_of(home.with_name(f"{home.name}-{manner}"), pages, manner, api)
                    for manner in ("plain", "flow")
                ]
                found.setdefault(size, []).append((both[0], both[1]))
    return found


def targets_of(found: dict[int, list[tuple[float, float]]]) -> list[Target]:
    """What is promised of the largest size, and of its growth."""
    shares = {
        size: median(flow / plain - 1 for plain, flow in both) for size, both in found.items()
    }
    small, large = min(found), max(found)
    growth = shares[large] / shares[small] if shares[small] > 0 else 1.0
    return [
        Target(
            f"Prefect adds under 10 % to {large:,} pages",
            f"{shares[large]:.1%}",
            shares[large] < MOST,
        ),
        Target(
            f"its share at {large:,} pages ÷ at {small:,} does not grow",
            f"{growth:.2f}",
            growth < MOST_GROWTH,
        ),
    ]


def main() -> int:
    """Measures, prints and writes; 1 when a target is missed in a full run."""
    parser = argparse.ArgumentParser(description="What Prefect adds to a run.")
    parser.add_argument("--quick", action="store_true", help="a look, two minutes")
    is_quick = parser.parse_args().quick
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="rostrum-bench-") as folder:
        found = measure(QUICK_SIZES if is_quick else SIZES, Path(folder))
    targets = targets_of(found)
    rows = [
        [
            f"{size:,}",
            spread([plain for plain, _ in both], 1),
            spread([flow for _, flow in both], 1),
            spread([100 * (flow / plain - 1) for plain, flow in both], 1),
        ]
        for size, both in found.items()
    ]
    told = f"""`make bench-overhead`: generated pages of 50 KB from a folder on loopback, {ROUNDS} \
rounds, plain and as a flow in turn, each in a process of its own with a fresh home. The flow has \
a server of `rostrum up` on the same machine ({os.cpu_count()} processors, load before \
{load:.1f}). Starting Python and importing the flow are not counted, of neither; what Prefect \
imports at its first flow is. CPython \
{platform.python_version()}, prefect {version("prefect")}."""
    texts = [
        told,
        table(["pages", "plain, s", "as a flow, s", "added, %"], rows),
        table(["target", "measured", "verdict"], [target.row for target in targets]),
    ]
    print("\n" + "\n\n".join(texts))
    if is_quick:
        return 0
    write_section("overhead", "\n\n".join(texts))
    return int(any(target.is_met is False for target in targets))


if __name__ == "__main__":
    sys.exit(main())
