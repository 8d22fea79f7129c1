"""The environment of what the benchmarks measure Rostrum against."""

from __future__ import annotations

import os
import platform
import subprocess
import venv
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).resolve().parent
PEERS = HERE / ".venv"
LOCK = HERE / "requirements.lock"
PEER_PYTHON = str(PEERS / "bin" / "python")


def make_peers() -> None:
    """An environment for the peers, made anew when the lock is newer."""
    made = PEERS / "installed"
    if made.exists() and made.stat().st_mtime >= LOCK.stat().st_mtime:
        return
    print("making benchmarks/.venv for the peers …", flush=True)
    venv.create(PEERS, with_pip=True, clear=True)
    install = ["-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    command = [PEER_PYTHON, *install, "--require-hashes", "--no-deps", "-r", str(LOCK)]
    subprocess.run(command, check=True)
    made.touch()


def versions(our_packages: Sequence[str], peer_packages: Sequence[str]) -> str:
    """Of what was measured, and of the machine."""
    ours = ", ".join(f"{name} {metadata.version(name)}" for name in our_packages)
    site = next(PEERS.glob("lib/python*/site-packages"))
    found = {item.name: item.version for item in metadata.distributions(path=[str(site)])}
    peers = ", ".join(f"{name} {found.get(name) or found[name.lower()]}" for name in peer_packages)
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return (
        f"- Machine: {os.cpu_count()} cores, {platform.system()} {platform.machine()}, {python}.\n"
        f"- Ours: {ours}.\n"
        f"- Peers: {peers}."
    )
