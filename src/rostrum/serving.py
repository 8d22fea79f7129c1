"""Where `rostrum up` serves: addresses, the environment Prefect reads, and the note of who serves.

Prefect reads its settings from the environment when it is imported, so all of this comes before.
"""

from __future__ import annotations

import fcntl
import json
import os
import signal
import socket
import time
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from rostrum.errors import OutputError, UsageError
from rostrum.warehouse.lock import try_lock, write_note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rostrum.settings import Settings

HOST = "127.0.0.1"
PORT = 4200
PORTS = range(1, 65_536)
DOWN_SECONDS = 40.0
PAUSE = 0.1

QUIET = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    # The newer UI asks a host of its makers.
    "PREFECT_SERVER_UI_V2_ENABLED": "false",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
}
"""Nothing calls home."""

TOGETHER = {
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_READ_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_FLUSH_INTERVAL": "2",
}
"""The server notes what becomes of tasks many at a time: one by one, that takes longer than a run's
shorter tasks do. In seconds, the longest that the UI is behind."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the server is.

    Attributes:
        is_ours: whether `rostrum up` starts it.
    """

    host: str
    port: int
    api_url: str
    is_ours: bool

    @property
    def ui_url(self) -> str:
        """The address for a browser."""
        return self.api_url.removesuffix("/api")

    @property
    def is_open(self) -> bool:
        """Whether other machines can reach a server of ours."""
        return self.is_ours and not is_loopback(self.host)


def find_place(host: str | None, port: int | None) -> Place:
    """The server that is configured (`PREFECT_API_URL`), or the one that is to be started.

    Args:
        host: where a server of ours is to listen; loopback where it is not said.
        port: its port; else `PREFECT_SERVER_API_PORT`, else 4200.

    Raises:
        UsageError: the port is none, is taken, or is asked for beside a configured server.
    """
    configured = os.environ.get("PREFECT_API_URL", "").rstrip("/")
    if configured:
        if host or port:
            raise UsageError(
                f"PREFECT_API_URL names a server already ({configured}): unset it, or leave out "
                "--port and --host."
            )
        parts = urlsplit(configured)
        return Place(parts.hostname or "", parts.port or 80, configured, is_ours=False)
    chosen = port or read_port(os.environ.get("PREFECT_SERVER_API_PORT") or str(PORT))
    host = host or HOST
    require_free(host, chosen)
    shown = HOST if host in {"0.0.0.0", "::"} else host  # noqa: S104 - told apart, not listened at
    return Place(host, chosen, f"http://{shown}:{chosen}/api", is_ours=True)


def read_port(text: str) -> int:
    """A port by its number.

    Raises:
        UsageError: it is none.
    """
    if not text.isascii() or not text.isdigit() or int(text) not in PORTS:
        raise UsageError(f"PREFECT_SERVER_API_PORT is {text!r}: give a number from 1 to 65535.")
    return int(text)


def require_free(host: str, port: int) -> None:
    """See that nobody listens there.

    Raises:
        UsageError: somebody does, or nobody can.
    """
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            one.bind((host, port))
        except OSError as error:
            raise UsageError(
                f"Port {port} at {host} cannot be used: {error.strerror}. Choose another with "
                "--port, or set PREFECT_API_URL to use the server that is there."
            ) from error


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def prepare_environment(settings: Settings, place: Place, *, logs_json: bool) -> None:
    """Set what Prefect reads, here and in every process that is started from here."""
    home = settings.home.absolute()
    given = {
        **QUIET,
        "ROSTRUM_HOME": str(home),
        "PREFECT_HOME": str(home / "prefect"),
        "PREFECT_API_URL": place.api_url,
        # Signs of life of runs: without them a killed one stays Running for ever.
        "PREFECT_FLOWS_HEARTBEAT_FREQUENCY": "30",
        # Seconds until a click on Run is seen.
        "PREFECT_RUNNER_POLL_FREQUENCY": "2",
    }
    if place.is_ours:
        given |= {
            "PREFECT_SERVER_API_HOST": place.host,
            "PREFECT_SERVER_API_PORT": str(place.port),
            "PREFECT_UI_API_URL": place.api_url,
            **TOGETHER,
        }
    if password := os.environ.get("PREFECT_SERVER_API_AUTH_STRING"):
        given["PREFECT_API_AUTH_STRING"] = password
    if logs_json:
        given["PREFECT_LOGGING_HANDLERS_CONSOLE_CLASS"] = "logging.StreamHandler"
        given["PREFECT_LOGGING_HANDLERS_CONSOLE_FORMATTER"] = "json"
    os.environ.update(given)


@contextmanager
def note_serving(settings: Settings, place: Place) -> Iterator[None]:
    """Say in the home who serves it, for `rostrum status` and `rostrum down`.

    The note counts while its file is locked: the system frees it with the process that holds it.

    Raises:
        UsageError: somebody else does already.
        HomeError: the disk refused.
    """
    descriptor = os.open(settings.serving, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        if not try_lock(descriptor):
            served = read_note(settings)
            who = f"PID {served.pid} ({served.ui_url})" if served else "somebody who just began"
            raise UsageError(
                f"{settings.home} is served already by {who}: stop that with `rostrum down` first."
            )
        write_note(descriptor, settings.serving, {"ui_url": place.ui_url})
        yield
    finally:
        os.close(descriptor)


@dataclass(frozen=True, slots=True)
class Serving:
    """Who serves a home, and where."""

    pid: int
    ui_url: str


def read_serving(settings: Settings) -> Serving | None:
    """Who serves a home; None where nobody does, be it that a note of one is left."""
    try:
        with settings.serving.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return read_note(settings)
    except OSError:
        pass
    return None


def read_note(settings: Settings) -> Serving | None:
    """Who wrote the note; None where it is just being written."""
    try:
        note = json.loads(settings.serving.read_bytes())
        return Serving(int(note["pid"]), str(note["ui_url"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def take_down(settings: Settings) -> Serving | None:
    """Stop who serves a home, and wait for the end; None where nobody does.

    Raises:
        OutputError: it does not end.
    """
    served = read_serving(settings)
    if served is None:
        return None
    os.kill(served.pid, signal.SIGTERM)
    until = time.monotonic() + DOWN_SECONDS
    while read_serving(settings):
        if time.monotonic() > until:
            raise OutputError(
                f"PID {served.pid} does not stop: end it with `kill -9 {served.pid}`."
            )
        time.sleep(PAUSE)
    return served
