"""What tests share: a home directory, a loopback site, and the gold of ../shared where it is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import hypothesis
import pytest

from rostrum.settings import Settings
from rostrum.web import serve_folder

# The same examples in every run: a red test is then the change's own.
# HYPOTHESIS_PROFILE=default draws new ones.
hypothesis.settings.register_profile("repeatable", derandomize=True)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))

LONG = "ROSTRUM_LONG_TESTS" in os.environ
"""Whether tests that repeat much are run at full length (`make test-long`)."""

REPOSITORY = Path(__file__).parents[1]
SHARED = REPOSITORY.parent / "shared"
ROSTRUM = Path(sys.executable).parent / "rostrum"


def pytest_collection_modifyitems(config, items):
    """Leave out what only `make test-long` runs; it says so at the end."""
    marks = [item.get_closest_marker("long") for item in items]
    left_out = [
        item
        for item, mark in zip(items, marks, strict=True)
        if mark and mark.kwargs.get("only") and not LONG
    ]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in set(left_out)]


@dataclass(frozen=True)
class Site:
    """A folder of files served on loopback."""

    folder: Path
    url: str

    def write(self, name: str, body: str | bytes) -> str:
        """Write a file; returns its URL."""
        (self.folder / name).write_bytes(body.encode() if isinstance(body, str) else body)
        return f"{self.url}/{name}"


@dataclass(frozen=True)
class Command:
    """The `rostrum` command with a home of its own."""

    home: Path

    def environment(self, **more: str) -> dict[str, str]:
        """The environment that the command is called in."""
        ours = {"ROSTRUM_HOME": str(self.home), "ROSTRUM_ALLOW_HOSTS": "127.0.0.1"}
        return os.environ | ours | more

    def __call__(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [ROSTRUM, *arguments],
            env=self.environment(**environment),
            capture_output=True,
            text=True,
            check=False,
            timeout=110,
        )

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        """The command in the background."""
        return subprocess.Popen(
            [ROSTRUM, *arguments],
            env=self.environment(**environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def json(self, sql: str) -> list[dict[str, object]]:
        """The rows of a query, through the command itself."""
        done = self("sql", sql, "--format", "json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home", allow_hosts=frozenset({"127.0.0.1"}))


@pytest.fixture
def command(settings: Settings) -> Command:
    return Command(settings.home)


@pytest.fixture
def site(tmp_path: Path):
    folder = tmp_path / "site"
    folder.mkdir()
    with serve_folder(folder) as (host, port):
        yield Site(folder, f"http://{host}:{port}")


@pytest.fixture(scope="session")
def s3():
    """A bucket on an S3 server on loopback."""
    from tests.bucket import s3_server  # noqa: PLC0415 - heavy

    with s3_server() as bucket:
        yield bucket


@pytest.fixture
def bucket(s3, monkeypatch):
    """The bucket, empty, and the environment in which this process reaches it too."""
    for name, value in s3.environment.items():
        monkeypatch.setenv(name, value)
    for key in s3.contents():
        s3.delete(key)
    return s3


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with real pages and gold that is handed to developers, not kept here."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared folder here: its pages and gold are NOT tested in this run")
    return SHARED
