"""`rostrum export ADDRESS --format lake`: versions of all tables that many machines read.

Each version is a folder of its own, an export in Parquet that never changes again. `manifest.json`
names the files of the newest; it is put in place last and at once, so that whoever reads it reads
one whole version, whatever is published meanwhile.
"""

from __future__ import annotations

import json
import re
import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from rostrum import __version__
from rostrum.crash import crash_point
from rostrum.datapackage import MADE_BY
from rostrum.errors import UsageError
from rostrum.export import Exported, copy_export, scratch_folders, write_export
from rostrum.remote import Remote
from rostrum.warehouse.snapshot import require_snapshot

if TYPE_CHECKING:
    from rostrum.settings import Settings

MANIFEST = "manifest.json"
VERSIONS = "versions"
VERSION = re.compile(r"\d{8}T\d{12}-[0-9a-f]{8}")
"""A version's name: its time first, to the microsecond, so that names sort by age."""


def publish_version(settings: Settings, place: str, keep: int | None = None) -> Exported:
    """Add a version of the snapshot's tables to a lake, and have its manifest name it.

    Args:
        settings: of the home.
        place: a folder, or an fsspec address such as `s3://bucket/lake`.
        keep: so many of the newest versions stay, this one among them; all where it is not said.

    Raises:
        HomeError: nothing is published.
        UsageError: something of somebody's lies there.
        OutputError: a disk refused.
        RemoteError: the address refuses, or cannot be reached; the old version is then in force.
    """
    require_snapshot(settings)
    remote = Remote(place)
    earlier = versions_of(remote)
    created = datetime.now(UTC)
    version = f"{created:%Y%m%dT%H%M%S%f}-{secrets.token_hex(4)}"
    with scratch_folders() as (folder, scratch):
        counts, notes = write_export(settings, folder, scratch, "parquet")
        copy_export(remote.within(f"{VERSIONS}/{version}"), folder)
    kept = [*earlier, version][-(keep or 0) :]
    remote.write(MANIFEST, manifest(version, counts, kept, created))
    crash_point("lake.swapped")
    if keep:
        prune(remote, min(kept))
    return Exported(f"{remote.address}, version {version}", counts, notes)


def manifest(version: str, counts: dict[str, int], kept: list[str], created: datetime) -> bytes:
    """What names the files of a version, by table; their paths begin at the lake's address."""
    tables = {
        name: {"rows": rows, "files": [f"{VERSIONS}/{version}/{name}.parquet"]}
        for name, rows in counts.items()
    }
    words = {
        "madeBy": MADE_BY,
        "rostrumVersion": __version__,
        "created": f"{created:%Y-%m-%dT%H:%M:%SZ}",
        "version": version,
        "tables": tables,
        "versions": kept,
    }
    return (json.dumps(words, indent=2) + "\n").encode()


def versions_of(remote: Remote) -> list[str]:
    """The versions that a lake's manifest names, the newest last; none where there is no lake yet.

    Raises:
        UsageError: the manifest is somebody's.
    """
    if MANIFEST not in remote.sizes():
        return []
    try:
        found: dict[str, Any] = json.loads(remote.read(MANIFEST))
        if found["madeBy"] == MADE_BY:
            return [*filter(VERSION.fullmatch, found["versions"])]
    except (ValueError, LookupError, TypeError):
        pass
    raise UsageError(
        f"{remote.address}/{MANIFEST} is none of Rostrum's: name a new folder, or an earlier lake."
    )


def prune(remote: Remote, oldest: str) -> None:
    """Remove versions older than the oldest that stays; also what publishers left that were killed.

    What is younger stays: somebody may be writing it.
    """
    versions = remote.within(VERSIONS)
    for name in sorted(versions.folders()):
        if VERSION.fullmatch(name) and name < oldest:
            versions.remove_folder(name)
