"""A warehouse of another Rostrum or another DuckDB: brought to today's, or refused (7 and 38)."""

from __future__ import annotations

import shutil
import struct
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import duckdb
import pytest

from rostrum import __version__
from rostrum.errors import HomeError
from rostrum.proof import verify
from rostrum.warehouse.fingerprint import fingerprint
from rostrum.warehouse.folder import newest_layout
from rostrum.warehouse.query import query
from tests.conftest import LONG, ROSTRUM
from tests.crash.scenario import lay_out_older, rebuild, reparse, transform

if TYPE_CHECKING:
    from pathlib import Path

HEADER = 4096
VERSION_AT = 12
"""Where a DuckDB file says by which storage version it is written: behind a checksum and `DUCK`."""


@pytest.fixture
def older(settings):
    """A home as Rostrum 0.1.0 left it."""
    settings.home.mkdir()
    lay_out_older(settings)
    return settings


def test_a_warehouse_of_0_1_0_says_what_a_fresh_reading_of_its_archive_says(older, tmp_path):
    transform(older)
    assert [] == verify(older).faults
    reparse(older)  # today's parser reads more on its pages
    assert [] == verify(older).faults
    fresh = replace(older, home=tmp_path / "fresh")
    fresh.home.mkdir()
    shutil.copytree(older.archive, fresh.archive)
    rebuild(fresh)
    assert [] == verify(fresh).faults
    assert fingerprint(older) == fingerprint(fresh)
    assert query(older, "select count(*) > 10 from quotes").rows == [(True,)]


@pytest.mark.long
@pytest.mark.parametrize("kilobytes", [1, 500, 2000] if LONG else [500])
def test_a_migration_on_a_full_disk_leaves_the_old_file(command, older, kilobytes):
    before = older.warehouse.read_bytes()
    assert len(before) > kilobytes * 1024
    limited = f"ulimit -f {kilobytes}; exec {ROSTRUM} transform"
    done = subprocess.run(
        ["bash", "-c", limited],
        env=command.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (1, 1) == (done.returncode, len(done.stderr.splitlines())), done.stderr
    assert f"{len(before):,} bytes" in done.stderr
    assert before == older.warehouse.read_bytes()
    assert command("transform").returncode == 0
    assert command("verify").returncode == 0


def test_a_warehouse_of_a_newer_rostrum_is_refused_by_both_versions(older):
    transform(older)
    with duckdb.connect(str(older.warehouse)) as connection:
        connection.execute("insert into rostrum_layout.versions values (99, '9.8.7')")
    older.seal.unlink()
    before, snapshot = older.warehouse.read_bytes(), older.snapshot.read_bytes()
    with pytest.raises(HomeError) as raised:
        transform(older)
    for word in ("99", "9.8.7", str(newest_layout()), __version__):
        assert word in str(raised.value)
    assert len(str(raised.value).splitlines()) == 1
    assert (before, snapshot) == (older.warehouse.read_bytes(), older.snapshot.read_bytes())


def checksum(block: bytes) -> int:
    """As DuckDB checks its blocks."""
    total = 5381
    for (word,) in struct.iter_unpack("<Q", block):
        total ^= word * 0xBF58476D1CE4E5B9 % 2**64
    return total


def renew(file: Path) -> bytes:
    """Let a database file be of a storage version that no DuckDB has yet; its bytes."""
    content = bytearray(file.read_bytes())
    assert content[8:12] == b"DUCK"
    content[VERSION_AT] += 100
    content[:8] = struct.pack("<Q", checksum(bytes(content[8:HEADER])))
    file.write_bytes(content)
    return bytes(content)


@pytest.mark.parametrize("is_sealed", [True, False])
def test_a_warehouse_of_a_newer_duckdb_is_refused_and_not_set_aside(older, is_sealed):
    transform(older)
    content = renew(older.warehouse)
    if not is_sealed:
        older.seal.unlink()
    with pytest.raises(HomeError, match="newer DuckDB") as raised:
        transform(older)
    assert duckdb.__version__ in str(raised.value)
    assert content == older.warehouse.read_bytes()
    assert not older.set_aside.exists()
