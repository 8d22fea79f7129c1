"""The archive at an address: sent whole, read by range, and nothing lost where it refuses."""

from __future__ import annotations

import asyncio
import hashlib
import shutil
from dataclasses import replace

import pytest

from rostrum import pipeline, proof
from rostrum.archive_files import sizes_away
from rostrum.citation import PROVED, cite
from rostrum.errors import HomeError, RemoteError
from rostrum.proof import verify
from rostrum.settings import load_settings
from rostrum.warehouse.fingerprint import fingerprint
from rostrum.warehouse.query import query
from tests.bucket import SECRET
from tests.conftest import LONG
from tests.pages import Report
from tests.test_export import refused


@pytest.fixture
def settings(settings, bucket):
    """A home whose archive lies in a bucket too."""
    return replace(settings, archive_address=f"{bucket.url}/deep/archive")


def ingest(settings, *words):
    return asyncio.run(pipeline.ingest(words, settings))


def here(settings):
    return {path.name: path.read_bytes() for path in settings.archive.iterdir()}


def there(bucket):
    """The files that arrived, each as the digest beside it says."""
    found = bucket.contents("deep/archive/")
    files = {name: held for name, held in found.items() if name + ".sha256" in found}
    for name, held in files.items():
        line = f"{hashlib.sha256(held).hexdigest()}  {name}\n"
        assert line.encode() == found[f"{name}.sha256"]
    assert len(found) == 2 * len(files)
    return files


@pytest.fixture
def visited(settings, site):
    """A home that saw two pages, an edit, a failure."""
    urls = [site.write("page.html", Report().html), f"{site.url}/none.html"]
    ingest(settings, *urls)
    site.write("page.html", Report(title="Who Speaks for the Sea").html)
    urls.append(site.write("other.html", Report(title="Rich").html))
    ingest(settings, *urls)
    return settings


def test_every_run_sends_its_file(visited, bucket):
    assert 2 == len(here(visited))
    assert here(visited) == there(bucket)


def test_the_address_alone_gives_the_same_warehouse(visited, tmp_path):
    empty = replace(visited, home=tmp_path / "empty")
    asyncio.run(pipeline.rebuild(empty))
    assert not empty.archive.exists()
    assert fingerprint(visited) == fingerprint(empty)
    assert [] == verify(empty).faults
    assert verify(visited).cuts == verify(empty).cuts


def test_what_a_home_has_sent_may_go_from_there(visited, site, bucket, monkeypatch):
    before = fingerprint(visited)
    shutil.rmtree(visited.archive)
    assert [] == verify(visited).faults
    monkeypatch.setattr(proof, "MANY", 1)  # by other processes too
    assert [] == verify(visited).faults
    ((quote_id,), *_) = query(visited, "select quote_id from quotes").rows
    assert PROVED == cite(visited, quote_id).proof
    asyncio.run(pipeline.reparse(visited))
    asyncio.run(pipeline.rebuild(visited))
    assert before == fingerprint(visited)
    summary = ingest(visited, f"{site.url}/page.html")
    assert (1, []) == (summary.unchanged, summary.problems)
    assert 3 == len(there(bucket))


def test_homes_with_one_address_take_in_what_the_others_sent(visited, site, tmp_path):
    other = replace(visited, home=tmp_path / "other home")
    ingest(other, site.write("third.html", Report(title="Third").html))
    asyncio.run(pipeline.transform(visited))
    assert fingerprint(visited) == fingerprint(other)
    assert 3 == len(sizes_away(visited))


def test_altered_bytes_there_are_named(visited, bucket):
    shutil.rmtree(visited.archive)
    (name, *_) = sorted(there(bucket))
    content = bytearray(bucket.get(f"deep/archive/{name}"))
    content[len(content) // 2] ^= 1
    bucket.put(f"deep/archive/{name}", bytes(content))
    assert verify(visited).faults
    bucket.delete(f"deep/archive/{name}")
    assert verify(visited).faults
    summary = asyncio.run(pipeline.transform(visited))
    assert {"archive_damaged"} == {one.code for one in summary.problems}


def test_what_arrived_is_never_written_again(visited, bucket):
    arrived = there(bucket)
    for path in visited.archive.iterdir():
        path.write_bytes(path.read_bytes()[:-200])
    asyncio.run(pipeline.transform(visited))
    assert arrived == there(bucket)
    before = fingerprint(visited)
    shutil.rmtree(visited.archive)
    asyncio.run(pipeline.rebuild(visited))
    assert before != fingerprint(visited)  # the truncated records are whole again
    assert [] == verify(visited).faults


def test_a_half_sent_file_counts_for_nothing(visited, bucket, tmp_path):
    (name, *_) = sorted(there(bucket))
    key = f"deep/archive/{name}"
    bucket.delete(f"{key}.sha256")
    bucket.put(key, bucket.get(key)[:-300])
    bucket.put("deep/archive/notes.txt", b"somebody's")
    assert name not in sizes_away(visited)
    asyncio.run(pipeline.transform(visited))
    bucket.delete("deep/archive/notes.txt")
    assert here(visited) == there(bucket)


@pytest.mark.long
def test_a_bucket_that_refuses_from_any_request_on_loses_nothing(settings, site, bucket):
    told = set()
    for requests in range(0, 60, 1 if LONG else 4):
        url = site.write(f"page{requests}.html", Report(title=f"Number {requests}").html)
        with bucket.refusing(after=requests):
            try:
                ingest(settings, url)
            except RemoteError as error:
                told.add(str(error))
            else:
                break
    assert 4 < requests < 50
    assert all("it refuses" in line and SECRET not in line for line in told)
    assert any("the next run sends" in line for line in told)
    assert here(settings) == there(bucket)
    pages = query(settings, "select count(*) from pages").rows
    assert [(len(here(settings)),)] == pages
    assert [] == verify(settings).faults


@pytest.mark.parametrize(
    "place", ["send.copied", "send.arrived", "archive.synced", "load.committed"]
)
def test_a_killed_run_is_sent_by_the_next(settings, command, site, bucket, place):
    url = site.write("page.html", Report().html)
    address = {"ROSTRUM_ARCHIVE": f"{bucket.url}/deep/archive"}
    assert -9 == command("ingest", url, ROSTRUM_CRASH_AT=place, **address).returncode
    assert 0 == command("ingest", url, **address).returncode
    assert here(settings) == there(bucket)
    assert [] == verify(settings).faults


def test_a_server_that_is_gone_is_one_line_and_the_next_run_goes_on(command, site, bucket):
    url = site.write("page.html", Report().html)
    address = {"ROSTRUM_ARCHIVE": f"{bucket.url}/deep/archive"}
    gone = address | {"AWS_ENDPOINT_URL": "http://127.0.0.1:9", "AWS_MAX_ATTEMPTS": "1"}
    refused(command("ingest", url, **gone), 1, f"{bucket.url}/deep/archive", "can be reached")
    assert 0 == command("ingest", url, **address).returncode
    refused(command("rebuild", **gone), 1, "can be reached")
    shutil.rmtree(command.home / "archive")
    refused(command("verify", **gone), 1, "can be reached")
    done = command("cite", command.json("select quote_id from quotes")[0]["quote_id"], **gone)
    assert (0, 1) == (done.returncode, len(done.stderr.splitlines()))
    assert 0 == command("verify", **address).returncode


def test_an_address_without_an_archive_sets_nothing_aside(visited, tmp_path):
    shutil.rmtree(visited.archive)
    before = fingerprint(visited)
    for name, error in (("s3://bucket/misspelt", HomeError), ("s3://none/archive", RemoteError)):
        with pytest.raises(error, match=name):
            asyncio.run(pipeline.rebuild(replace(visited, archive_address=name)))
    assert before == fingerprint(visited)
    with pytest.raises(HomeError, match="no archive"):
        asyncio.run(
            pipeline.rebuild(replace(visited, home=tmp_path / "a", archive_address="s3://bucket/b"))
        )


@pytest.mark.parametrize(
    "words", ["archive", "file://{home}/archive", "s3://k:{secret}@b/a", "no://b"]
)
def test_addresses_that_are_none(settings, command, words):
    address = words.format(home=settings.home, secret=SECRET)
    done = command("ingest", "sample", ROSTRUM_ARCHIVE=address)
    assert 2 == done.returncode
    assert 1 == len(done.stderr.splitlines())
    assert SECRET not in done.stderr


def test_a_folder_elsewhere_is_an_address(settings, site, tmp_path):
    elsewhere = tmp_path / "another disk"
    settings = replace(settings, archive_address=f"file://{elsewhere}")
    ingest(settings, site.write("page.html", Report().html))
    before = fingerprint(settings)
    assert 2 == len(list(elsewhere.iterdir()))
    shutil.rmtree(settings.archive)
    asyncio.run(pipeline.rebuild(settings))
    assert before == fingerprint(settings)


def test_the_environment_names_it(monkeypatch):
    assert load_settings().archive_address is None
    monkeypatch.setenv("ROSTRUM_ARCHIVE", "s3://bucket/archive")
    assert "s3://bucket/archive" == load_settings().archive_address
