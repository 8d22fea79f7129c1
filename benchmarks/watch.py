"""Runs a contestant and watches how much memory it holds, with all processes it starts. Linux only.

Memory is what is resident, looked at twenty times a second. What processes share, such as the code
of libraries, counts in each: the sum is never too small but for a peak that is shorter than a look.
"""

from __future__ import annotations

import json
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

HERE = Path(__file__).resolve().parent
LOOK_SECONDS = 0.05
KIB_PER_MIB = 1024

Told = dict[str, Any]
"""What a contestant says of itself."""


def watch(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Told:
    """What a contestant tells in its last line, JSON, and `peak_mib` of its whole family.

    Raises:
        CalledProcessError: it failed.
    """
    peak_kib, output = 0, None
    with subprocess.Popen(
        command, cwd=HERE, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        while output is None:
            peak_kib = max(peak_kib, sum(map(resident_kib, family(process.pid))))
            with suppress(subprocess.TimeoutExpired):
                output, _ = process.communicate(timeout=LOOK_SECONDS)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, output)
    told: Told = json.loads(output.splitlines()[-1])
    return told | {"peak_mib": peak_kib / KIB_PER_MIB}


def family(pid: int) -> Iterator[int]:
    """A process and all that descend from it; one that has just ended has none."""
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):  # it ends while it is looked at
            for child in children.read_text(encoding="ascii").split():
                yield from family(int(child))


def resident_kib(pid: int) -> int:
    """The memory that a process holds; 0 when it has ended."""
    with suppress(OSError):
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
        for line in status.splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
    return 0
