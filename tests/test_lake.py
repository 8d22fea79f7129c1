"""A lake: whoever reads its manifest reads one whole version, whatever is published meanwhile."""

from __future__ import annotations

import json
import re
import threading
from pathlib import Path

import duckdb
import fsspec
import pytest

from rostrum.errors import RemoteError
from rostrum.lake import publish_version
from rostrum.settings import Settings
from tests.bucket import SECRET
from tests.conftest import LONG, REPOSITORY, Command
from tests.test_export import refused
from tests.test_export_away import whole

SCALE = (REPOSITORY / "docs/scale.md").read_text()
(ASKED,) = re.findall(r"^```sql\n(.*?)^```$", SCALE, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Command:
    command = Command(tmp_path_factory.mktemp("lake") / "home")
    assert command("ingest", "sample").returncode == 0
    return command


def ask(lake: str, statement: str = ASKED) -> list[tuple[object, ...]]:
    """What plain DuckDB answers of a lake, by the documented SQL."""
    with duckdb.connect() as connection:
        if lake.startswith("s3://"):  # as the extension httpfs would, which is a download
            connection.register_filesystem(fsspec.filesystem("s3"))
        *first, last = statement.replace("s3://bucket/lake/", f"{lake}/").strip().split(";\n")
        for one in first:
            connection.execute(one)
        return connection.execute(last).fetchall()


def versions(contents: dict[str, bytes]) -> dict[str, dict[str, bytes]]:
    """The files of each version of a lake, by its name."""
    found: dict[str, dict[str, bytes]] = {}
    for name, held in contents.items():
        if name.startswith("versions/"):
            _, version, file = name.split("/")
            found.setdefault(version, {})[file] = held
    return found


def test_the_documented_sql_reads_a_bucket_and_a_folder(sample, bucket, tmp_path):
    expected = sample.json(
        "select speaker_name, count(*) as n from quotes group by all order by all"
    )
    for lake in (f"{bucket.url}/lake", str(tmp_path / "a lake")):
        done = sample("export", lake, "--format", "lake")
        assert (0, "") == (done.returncode, done.stderr)
        assert f"Written to {lake}, version 2" in done.stdout
        assert [(one["speaker_name"], one["n"]) for one in expected] == ask(lake)


def test_versions_are_whole_and_as_many_as_are_kept(sample, bucket):
    address = f"{bucket.url}/lake"
    for _ in range(3):
        assert sample("export", address, "--format", "lake").returncode == 0
    found = bucket.contents("lake/")
    manifest = json.loads(found["manifest.json"])
    assert 3 == len(versions(found)) == len(manifest["versions"])
    assert all(map(whole, versions(found).values()))
    assert manifest["version"] == max(versions(found))
    assert 103 == manifest["tables"]["quotes"]["rows"]
    bucket.put("lake/notes.txt", b"mine")
    bucket.put("lake/versions/20000101T000000000000-01234567/quotes.parquet", b"half")
    bucket.put("lake/versions/20990101T000000000000-01234567/quotes.parquet", b"being written")
    bucket.put("lake/versions/mine/notes.txt", b"mine")
    assert sample("export", address, "--format", "lake", "--keep", "2").returncode == 0
    left = bucket.contents("lake/")
    kept = json.loads(left["manifest.json"])["versions"]
    assert manifest["versions"][-1] == kept[0]
    assert {*kept, "20990101T000000000000-01234567", "mine"} == set(versions(left))
    assert b"mine" == left["notes.txt"]
    assert ask(address)


@pytest.mark.long
def test_refused_at_any_request_the_old_version_is_in_force(sample, bucket):
    settings, address = Settings(home=sample.home), f"{bucket.url}/lake"
    publish_version(settings, address)
    manifest = bucket.get("lake/manifest.json")
    for requests in range(0, 400, 1 if LONG else 17):
        with bucket.refusing(after=requests):
            try:
                publish_version(settings, address, keep=1)
            except RemoteError as error:
                told = str(error)
            else:
                break
        assert "it refuses" in told and SECRET not in told
        found = bucket.contents("lake/")
        assert whole(versions(found)[json.loads(found["manifest.json"])["version"]])
        if found["manifest.json"] == manifest:
            continue
        assert 1 == len(json.loads(found["manifest.json"])["versions"])  # refused when pruning
    assert 20 < requests < 380
    assert 1 == len(versions(bucket.contents("lake/")))


def test_a_publisher_that_is_killed_leaves_the_old_version(sample, bucket):
    address = f"{bucket.url}/lake"
    assert 0 == sample("export", address, "--format", "lake").returncode
    manifest = bucket.get("lake/manifest.json")
    done = sample("export", address, "--format", "lake", ROSTRUM_CRASH_AT="export.copied:4")
    assert -9 == done.returncode
    assert manifest == bucket.get("lake/manifest.json")
    assert 0 == sample("export", address, "--format", "lake", "--keep", "1").returncode
    (only,) = versions(bucket.contents("lake/")).values()
    assert whole(only)


def test_many_readers_meet_only_whole_versions(sample, tmp_path):
    lake = tmp_path / "lake"
    settings = Settings(home=sample.home)
    publish_version(settings, str(lake))
    expected, over, met = ask(str(lake)), threading.Event(), []

    def read():
        while not over.is_set():
            try:
                met.append(ask(str(lake)))
            except duckdb.Error as error:
                met.append(str(error))

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for _ in range(4):
        publish_version(settings, str(lake), keep=3)
    over.set()
    for reader in readers:
        reader.join()
    assert [] == [answer for answer in met if answer != expected]
    assert len(met) > 4
    assert 3 == len(list(Path(lake, "versions").iterdir()))


def test_what_is_no_lake_stays(sample, command, bucket, tmp_path):
    for content in (b"{}", b"no json", b'{"madeBy": "rostrum"}', b"[]"):
        bucket.put("lake/manifest.json", content)
        done = sample("export", f"{bucket.url}/lake", "--format", "lake")
        refused(done, 2, "none of Rostrum's")
        assert {"manifest.json": content} == bucket.contents("lake/")
    refused(sample("export", str(tmp_path / "out"), "--keep", "2"), 2, "--format lake")
    refused(sample("export", "s3://none/lake", "--format", "lake"), 1, "make the bucket")
    (tmp_path / "file").write_text("x")
    refused(sample("export", str(tmp_path / "file"), "--format", "lake"), 1, "file")
    refused(command("export", str(tmp_path / "l"), "--format", "lake"), 1, "Nothing is published")
