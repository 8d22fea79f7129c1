"""What can be set from outside: the home directory and a few environment variables."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

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
    """

    home: Path = DEFAULT_HOME
    allow_hosts: frozenset[str] = field(default_factory=frozenset)
    contact: str = ""

    @property
    def archive(self) -> Path:
        """The folder of WARC files."""
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
    )
