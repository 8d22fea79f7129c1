"""What can be set from outside: the home directory and a few environment variables."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from rostrum.errors import UsageError

DEFAULT_HOME = Path("data")


@dataclass(frozen=True)
class Settings:
    """One run's settings.

    Attributes:
        home: where the archive and the warehouse lie (`--home`, `ROSTRUM_HOME`).
        allow_hosts: `host` or `host:port` names that may be loopback or private addresses
            (`ROSTRUM_ALLOW_HOSTS`, separated by commas or spaces).
        contact: an address for the User-Agent, so that a site can reach the people behind a
            run (`ROSTRUM_CONTACT`).
        storage_version: the oldest DuckDB whose tools are to open the files
            (`ROSTRUM_STORAGE_VERSION`).
        patience: seconds to wait for somebody who has the warehouse file open.
        memory: how much DuckDB may hold while it writes, as it spells sizes (`ROSTRUM_MEMORY`);
            what needs more goes to the disk. Where it is not said, 128 MB for each thread.
        workers: processes that read pages (`ROSTRUM_WORKERS`); as many as there are processors.
        dask: the scheduler of a Dask cluster on which flows have pages read (`ROSTRUM_DASK`).
        archive_address: where else the archive lies, such as `s3://bucket/archive`
            (`ROSTRUM_ARCHIVE`); in the home alone where it is not said.
    """

    home: Path = DEFAULT_HOME
    allow_hosts: frozenset[str] = field(default_factory=frozenset)
    contact: str = ""
    storage_version: str = "v1.5.0"
    patience: float = 30.0
    memory: str | None = None
    workers: int = field(default_factory=lambda: os.cpu_count() or 1)
    dask: str | None = None
    archive_address: str | None = None

    @property
    def archive(self) -> Path:
        """The folder in which WARC files are written."""
        return self.home / "archive"

    @property
    def warehouse(self) -> Path:
        """The writer's private DuckDB file."""
        return self.home / "warehouse.duckdb"

    @property
    def snapshot(self) -> Path:
        """The published DuckDB file, the only one that readers open."""
        return self.home / "snapshot.duckdb"

    @property
    def seal(self) -> Path:
        """The digest of the warehouse file as the last run left it."""
        return self.home / "warehouse.seal"

    @property
    def people(self) -> Path:
        """The file of what people decided on whose names are whose."""
        return self.home / "people.jsonl"

    @property
    def set_aside(self) -> Path:
        """Where a damaged warehouse is moved to."""
        return self.home / "set-aside"

    @property
    def serving(self) -> Path:
        """The note of who serves the home in the Prefect UI."""
        return self.home / "serving.json"

    @property
    def lock(self) -> Path:
        """The file whose OS lock says who writes."""
        return self.home / "writer.lock"


def load_settings(home: Path | None = None) -> Settings:
    """The settings of this process; `home` (a command line option) wins over the environment."""
    hosts = re.split(r"[,\s]+", os.environ.get("ROSTRUM_ALLOW_HOSTS", ""))
    return Settings(
        home=home or Path(os.environ.get("ROSTRUM_HOME") or DEFAULT_HOME),
        allow_hosts=frozenset(host.lower() for host in hosts if host),
        contact=os.environ.get("ROSTRUM_CONTACT", ""),
        storage_version=os.environ.get("ROSTRUM_STORAGE_VERSION") or Settings.storage_version,
        memory=read_size("ROSTRUM_MEMORY"),
        workers=read_count("ROSTRUM_WORKERS") or os.cpu_count() or 1,
        dask=read_address("ROSTRUM_DASK"),
        archive_address=os.environ.get("ROSTRUM_ARCHIVE") or None,
    )


def read_address(variable: str) -> str | None:
    """A scheduler's address such as `tcp://10.0.0.5:8786`; None where it is not set.

    Raises:
        UsageError: it is something else.
    """
    value = os.environ.get(variable)
    if value and not re.fullmatch(r"(?:tcp|tls)://[^\s/:]+:\d{1,5}", value):
        raise UsageError(f"{variable} is {value!r}: give an address such as tcp://10.0.0.5:8786.")
    return value or None


def read_count(variable: str) -> int | None:
    """A positive number from the environment; None where it is not set.

    Raises:
        UsageError: it is something else.
    """
    value = os.environ.get(variable)
    if not value:
        return None
    if not re.fullmatch("[1-9][0-9]{0,3}", value):
        raise UsageError(f"{variable} is {value!r}: give a number from 1 to 9999.")
    return int(value)


def read_size(variable: str) -> str | None:
    """A size such as `512MB` or `2GB` from the environment; None where it is not set.

    Raises:
        UsageError: it is something else.
    """
    value = os.environ.get(variable)
    if value and not re.fullmatch("[1-9][0-9]{0,5}[MG]i?B", value):
        raise UsageError(f"{variable} is {value!r}: give a size such as 512MB or 2GB.")
    return value or None
