"""What was archived comes back byte for byte, or the damage is named."""

from __future__ import annotations

import gzip
import hashlib
import os
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator
from hypothesis import given, settings
from hypothesis import strategies as st

from rostrum.archive import ArchiveWriter, Entry, read_body, read_records, trim
from rostrum.errors import ArchiveError, HomeError

AT = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)
HEADERS = (("Content-Type", "text/html"), ("Content-Encoding", "gzip"), ("Content-Length", "7"))


def write(folder, bodies, run_id="r1"):
    with ArchiveWriter(folder, run_id) as writer:
        entries = [
            writer.write_response(
                url=f"https://forum.example/{number}",
                fetched_at=AT + timedelta(seconds=number),
                status=200,
                headers=HEADERS,
                body=body,
            )
            for number, body in enumerate(bodies)
        ]
        writer.sync()
    return entries


def pages_of(path, *arguments):
    """The records of a file that are of pages."""
    return [record for record in read_records(path, *arguments) if record.kind != "warcinfo"]


def noting_in(damaged):
    return lambda _, error: damaged.append(str(error))


def bodies(count, size=300):
    source = random.Random(count)
    return [source.randbytes(size) + b"<p>text</p>" * 9 for _ in range(count)]


def test_round_trip_of_responses_and_revisits(tmp_path):
    kept = bodies(5)
    entries = write(tmp_path, kept)
    with ArchiveWriter(tmp_path, "r2") as writer:
        digest = hashlib.sha256(kept[0]).hexdigest()
        writer.write_revisit(
            url="https://forum.example/0",
            fetched_at=AT,
            status=304,
            headers=[("ETag", '"a"')],
            body_sha256=digest,
            refers_to_url="https://forum.example/0",
            refers_to_at=AT,
        )
    assert kept == [read_body(tmp_path, entry) for entry in entries]
    records = list(pages_of(tmp_path / "rostrum-r1.warc.gz"))
    assert entries == [record.entry for record in records]
    assert kept == [record.body for record in records]
    assert ("X-Archive-Orig-Content-Encoding", "gzip") in records[0].headers
    assert ("Content-Length", str(len(kept[0]))) in records[0].headers
    (revisit,) = pages_of(tmp_path / "rostrum-r2.warc.gz")
    assert (None, digest, 304, AT) == (
        revisit.body,
        revisit.body_sha256,
        revisit.status,
        revisit.refers_to_at,
    )
    with pytest.raises(ArchiveError, match="holds no body"):
        read_body(tmp_path, revisit.entry)


def test_an_independent_reader_agrees_on_all_digests(tmp_path):
    write(tmp_path, [*bodies(20), b""])
    with (tmp_path / "rostrum-r1.warc.gz").open("rb") as file:
        kinds = []
        for record in ArchiveIterator(file, parse_http=False):
            kinds.append(record.headers["WARC-Type"])
            assert record.verify_block_digest()
            if record.is_http:
                record.parse_http()
                assert record.verify_payload_digest()
    assert kinds == ["warcinfo", *["response"] * 21]


def test_same_input_gives_same_bytes(tmp_path):
    write(tmp_path / "a", bodies(3))
    write(tmp_path / "b", bodies(3))
    name = "rostrum-r1.warc.gz"
    assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_every_cut_of_the_last_member_is_trimmed(tmp_path):
    kept = bodies(3)
    entries = write(tmp_path, kept)
    path = tmp_path / entries[0].file
    whole = path.read_bytes()
    last = entries[-1]
    for length in range(0, last.length, 3):
        path.write_bytes(whole[: last.offset + length])
        assert length == trim(path)
        assert trim(path) == 0
        assert kept[:-1] == [record.body for record in pages_of(path)]
    path.write_bytes(whole)
    assert trim(path) == 0
    assert whole == path.read_bytes()


def test_a_run_taken_up_again_continues_after_the_last_whole_record(tmp_path):
    (*_, last) = write(tmp_path, bodies(3))
    path = tmp_path / last.file
    os.truncate(path, last.offset + last.length // 2)
    write(tmp_path, [b"later"])
    assert [*bodies(3)[:2], b"later"] == [record.body for record in pages_of(path)]


def test_a_flipped_byte_is_noticed_by_exactly_the_entry_hit(tmp_path):
    kept = bodies(6)
    entries = write(tmp_path, kept)
    path = tmp_path / entries[0].file
    whole = path.read_bytes()
    starts = [entry.offset + step for entry in entries for step in range(10)]
    for at in [*starts, *range(entries[0].offset, len(whole), 7)]:
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :])
        for entry, body in zip(entries, kept, strict=True):
            if entry.offset <= at < entry.offset + entry.length:
                with pytest.raises(ArchiveError, match=f"offset {entry.offset}"):
                    read_body(tmp_path, entry)
            else:
                assert body == read_body(tmp_path, entry)


def test_a_damaged_member_does_not_hide_those_after_it(tmp_path):
    kept = bodies(5)
    entries = write(tmp_path, kept)
    path = tmp_path / entries[0].file
    whole = path.read_bytes()
    hit = entries[2]
    for at in range(hit.offset, hit.offset + hit.length, 11):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        assert trim(path) == 0
        damaged: list[str] = []
        found = [record.body for record in pages_of(path, noting_in(damaged))]
        if not damaged:  # two bytes of a gzip header say nothing about the content
            assert at - hit.offset in {8, 9}
            continue
        assert [*kept[:2], *kept[3:]] == found
        assert f"offset {hit.offset}" in damaged[0]
        with pytest.raises(ArchiveError):
            list(read_records(path))


def test_a_record_forged_inside_a_page_is_never_read_as_ours(tmp_path):
    (forged,) = write(tmp_path / "elsewhere", [b"forged"], "attacker")
    stolen = (tmp_path / "elsewhere" / forged.file).read_bytes()[forged.offset :]
    noise = random.Random(1).randbytes(40_000)
    entries = write(tmp_path, [b"first", noise + stolen + noise, b"third"])
    path = tmp_path / entries[0].file
    whole = path.read_bytes()
    assert stolen in whole
    at = entries[1].offset + 500
    path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    found = [record.body for record in pages_of(path, lambda *_: None)]
    assert found == [b"first", b"third"]
    path.write_bytes(whole[: entries[2].offset - 9])
    assert trim(path) == entries[1].length - 9


def test_reading_one_body_touches_only_its_bytes(tmp_path):
    entries = write(tmp_path, bodies(2000))
    last = entries[-1]
    path = tmp_path / last.file
    blank = bytearray(path.stat().st_size)
    member = path.read_bytes()[last.offset : last.offset + last.length]
    blank[last.offset : last.offset + last.length] = member
    path.write_bytes(blank)
    before = read_by_this_process()
    assert bodies(2000)[-1] == read_body(tmp_path, last)
    assert read_by_this_process() - before < last.length + 4096


def read_by_this_process():
    counters = Path("/proc/self/io")
    if not counters.exists():
        pytest.skip("the system does not count the bytes a process reads")
    return int(counters.read_text().split("rchar:")[1].split()[0])


def test_missing_file_and_wrong_place(tmp_path):
    with pytest.raises(ArchiveError, match="No such file"):
        read_body(tmp_path, Entry("gone.warc.gz", 0, 10, "00"))
    with pytest.raises(HomeError):
        trim(tmp_path / "gone.warc.gz")
    with pytest.raises(ArchiveError):
        list(read_records(tmp_path / "gone.warc.gz"))


def test_a_payload_that_is_not_its_digest_is_refused(tmp_path):
    (entry,) = write(tmp_path, [b"one two"])
    path = tmp_path / entry.file
    content = gzip.decompress(path.read_bytes()[entry.offset :])
    member = gzip.compress(content.replace(b"one two", b"two one"), mtime=0)
    path.write_bytes(member)
    digest = hashlib.sha256(member).hexdigest()
    with pytest.raises(ArchiveError, match="Digest"):
        read_body(tmp_path, Entry(entry.file, 0, len(member), digest))


class FullDisk:
    """A file that takes `room` more bytes, then refuses."""

    def __init__(self, file, room):
        self.file, self.room = file, room

    def write(self, chunk):
        if not self.room:
            raise OSError(28, "No space left on device")
        taken = self.file.write(chunk[: self.room])
        self.room -= taken
        return taken

    def __getattr__(self, name):
        return getattr(self.file, name)


@pytest.mark.parametrize("room", [0, 1, 9, 200])
def test_a_full_disk_leaves_no_half_member(tmp_path, room):
    with ArchiveWriter(tmp_path, "r1") as writer:
        place = {"url": "u:", "fetched_at": AT, "status": 200, "headers": ()}
        first = writer.write_response(**place, body=b"first")
        real = writer._file
        writer._file = FullDisk(real, room)
        with pytest.raises(HomeError, match="No space left"):
            writer.write_response(**place, body=bytes(range(256)) * 9)
        assert first.offset + first.length == (tmp_path / first.file).stat().st_size
        writer._file = real
        writer.write_response(**place, body=b"third")
    found = [record.body for record in pages_of(tmp_path / first.file)]
    assert found == [b"first", b"third"]


def test_a_folder_that_cannot_be_made_is_a_home_error(tmp_path):
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(HomeError, match="taken"):
        write(tmp_path / "taken" / "archive", [b"x"])


def test_a_failing_sync_is_a_home_error(tmp_path, monkeypatch):
    def fail(_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(HomeError, match="Input/output error"):
        write(tmp_path, [b"x"])


def test_a_time_without_zone_is_refused(tmp_path):
    with ArchiveWriter(tmp_path, "r1") as writer, pytest.raises(ValueError, match="time zone"):
        writer.write_response(
            url="u:", fetched_at=AT.replace(tzinfo=None), status=200, headers=(), body=b""
        )


ANY_TEXT = st.text(st.characters(codec=None), max_size=60)


@settings(max_examples=80, deadline=None)
@given(
    url=ANY_TEXT.filter(bool),
    headers=st.lists(st.tuples(ANY_TEXT, ANY_TEXT | st.just("\r\n\r\nX: y")), max_size=5),
    body=st.binary(max_size=400),
    status=st.integers(100, 599),
)
def test_hostile_input_never_breaks_a_record(tmp_path_factory, url, headers, body, status):
    folder = tmp_path_factory.mktemp("archive")
    with ArchiveWriter(folder, "r1") as writer:
        entry = writer.write_response(
            url=url, fetched_at=AT, status=status, headers=headers, body=body
        )
    assert body == read_body(folder, entry)
    (record,) = pages_of(folder / entry.file)
    assert (status, AT, body) == (record.status, record.fetched_at, record.body)
    assert len(record.headers) == 1 + sum(
        bool(name) and name.lower() != "content-length" for name, _ in headers
    )


def test_more_headers_than_readers_take_are_left_out(tmp_path):
    with ArchiveWriter(tmp_path, "r1") as writer:
        headers = [(f"X-{number}", "y" * 1000) for number in range(200)]
        entry = writer.write_response(
            url="u:", fetched_at=AT, status=200, headers=headers, body=b"body"
        )
    with (tmp_path / entry.file).open("rb") as file:
        payloads = [record.reader.read() for record in ArchiveIterator(file)]
    assert payloads[-1] == b"body"
