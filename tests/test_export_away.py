"""`rostrum export ADDRESS`: to S3 and to `file://`, whole or not at all, refused in one line."""

from __future__ import annotations

import hashlib
import json
import os
import resource
import subprocess

import pytest

from rostrum.errors import RemoteError
from rostrum.export import export
from rostrum.settings import Settings
from tests.bucket import SECRET
from tests.conftest import LONG, ROSTRUM, Command
from tests.test_export import names, refused

PACKAGE = "datapackage.json"


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Command:
    command = Command(tmp_path_factory.mktemp("export") / "home")
    assert command("ingest", "sample").returncode == 0
    return command


def whole(contents: dict[str, bytes]) -> bool:
    """Whether an export is there as it describes itself."""
    resources = json.loads(contents[PACKAGE])["resources"]
    return {PACKAGE, *(one["path"] for one in resources)} == set(contents) and all(
        one["hash"] == f"sha256:{hashlib.sha256(contents[one['path']]).hexdigest()}"
        for one in resources
    )


@pytest.mark.parametrize("file_format", ["parquet", "csv", "jsonl", "xlsx"])
def test_a_bucket_holds_what_a_folder_would(sample, bucket, tmp_path, file_format):
    assert sample("export", str(tmp_path / "out"), "--format", file_format).returncode == 0
    done = sample("export", f"{bucket.url}/deep/out", "--format", file_format)
    assert (0, "") == (done.returncode, done.stderr)
    assert f"Written to {bucket.url}/deep/out" in done.stdout
    found = bucket.contents("deep/out/")
    assert set(names(tmp_path / "out")) == set(found)
    assert whole(found)
    if file_format != "xlsx":  # a workbook holds the time it was made at
        here = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
        del here[PACKAGE], found[PACKAGE]
        assert here == found


def test_an_earlier_export_is_replaced_and_nothing_else(sample, bucket):
    bucket.put("notes.txt", b"mine")
    for file_format in ("csv", "parquet", "xlsx"):
        assert sample("export", f"{bucket.url}/out", "--format", file_format).returncode == 0
    assert {PACKAGE, "rostrum.xlsx"} == set(bucket.contents("out/"))
    bucket.put("out/notes.txt", b"mine")
    refused(sample("export", f"{bucket.url}/out"), 2, "notes.txt", "is not empty")
    refused(sample("export", bucket.url), 2, "notes.txt")
    assert b"mine" == bucket.get("notes.txt") == bucket.get("out/notes.txt")


@pytest.mark.long
def test_refused_at_any_request_it_is_whole_or_not_described_and_goes_on(sample, bucket):
    settings = Settings(home=sample.home)
    address = f"{bucket.url}/out"
    export(settings, address, "csv")
    before = bucket.contents("out/")
    told = set()
    for requests in range(0, 400, 1 if LONG else 13):
        with bucket.refusing(after=requests):
            try:
                export(settings, address, "csv")
            except RemoteError as error:
                told.add(str(error))
            else:
                break
        found = bucket.contents("out/")
        assert before == found or PACKAGE not in found or whole_but_for_the_note(found)
        if requests % 50 == 26:
            export(settings, address, "csv")
            assert whole(bucket.contents("out/"))
    assert 20 < requests < 380
    assert all("it refuses" in line and SECRET not in line for line in told)
    assert whole(bucket.contents("out/"))


def whole_but_for_the_note(contents: dict[str, bytes]) -> bool:
    return whole({name: held for name, held in contents.items() if name != "exporting.json"})


def test_an_export_that_was_killed_is_taken_up_again(sample, bucket):
    done = sample("export", f"{bucket.url}/out", ROSTRUM_CRASH_AT="export.copied:3")
    assert -9 == done.returncode
    assert PACKAGE not in bucket.contents("out/")
    assert "exporting.json" in bucket.contents("out/")
    assert sample("export", f"{bucket.url}/out", "--format", "jsonl").returncode == 0
    assert whole(bucket.contents("out/"))


def test_addresses_that_are_none(sample, bucket, tmp_path):
    with bucket.refusing():
        done = sample("export", f"{bucket.url}/out")
    refused(done, 1, bucket.url, "it refuses", "AWS_")
    assert SECRET not in done.stderr
    assert {} == bucket.contents()
    refused(sample("export", "s3://no-such-bucket/out"), 1, "no-such-bucket", "make the bucket")
    refused(sample("export", f"s3://key:{SECRET}@bucket/out"), 2, "password")
    assert SECRET not in sample("export", f"s3://key:{SECRET}@bucket/out").stderr
    refused(sample("export", "nowhere://bucket/out"), 2, "nowhere")
    gone = {"AWS_ENDPOINT_URL": "http://127.0.0.1:9", "AWS_MAX_ATTEMPTS": "1"}
    refused(sample("export", f"{bucket.url}/out", **gone), 1, bucket.url, "can be reached")
    nobody = {"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": "", "AWS_CONFIG_FILE": os.devnull}
    nobody |= {"AWS_SHARED_CREDENTIALS_FILE": os.devnull, "AWS_EC2_METADATA_DISABLED": "true"}
    refused(sample("export", f"{bucket.url}/out", **nobody), 1, bucket.url, "redentials")


def test_without_s3fs_it_says_what_to_install(sample, bucket, tmp_path):
    (tmp_path / "s3fs.py").write_text("raise ImportError('no such module')")
    done = sample("export", f"{bucket.url}/out", PYTHONPATH=str(tmp_path))
    refused(done, 1, "pip install 'rostrum[s3]'")


def test_a_file_address_is_a_folder(sample, tmp_path):
    place = tmp_path / "a place"
    done = sample("export", f"file://{tmp_path}/a%20place")
    assert (0, "") == (done.returncode, done.stderr)
    assert whole({path.name: path.read_bytes() for path in place.iterdir()})
    assert ["a place"] == names(tmp_path)


def test_a_full_disk_is_one_line_and_leaves_what_was_there(sample, bucket):
    assert sample("export", f"{bucket.url}/out").returncode == 0
    before = bucket.contents("out/")
    done = subprocess.run(
        [ROSTRUM, "export", f"{bucket.url}/out"],
        env=sample.environment(),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (3_000, 3_000)),
    )
    refused(done, 1, "ree space")
    assert before == bucket.contents("out/")
