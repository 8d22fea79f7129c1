"""The archive: every distinct body ever fetched, kept byte for byte in WARC files.

One file a run, WARC 1.1 (ISO 28500:2017), each record a gzip member of its own, so that one body
is read back by a seek. The first record of a file is its `warcinfo`. warcio writes; fastwarc, an
independent reader, reads and verifies.

What is archived is the decoded entity body (the content coding removed): the SHA-256 that the
warehouse calls `revision_sha256` is then the record's `WARC-Payload-Digest`. The standard leaves
the spelling of a digest open; here it is `sha256:` and 64 lower-case hexadecimal digits. The two
headers that no longer describe the payload are kept as `X-Archive-Orig-…`.

What else is known of a fetch (which URL was asked for, by which run, how it ended) stands in the
record's own header `Rostrum-Fetch`, as JSON; a fetch that brought no body is a `metadata` record
with that JSON as its block. So the files alone tell all that was ever seen.

The same input gives the same bytes: no clock is read, record ids are derived, gzip times are 0.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import string
import uuid
import zlib
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO, NoReturn, Self
from urllib.parse import quote, unquote

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import BufferWARCWriter

from rostrum.crash import crash_point
from rostrum.errors import ArchiveError, HomeError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    Headers = Sequence[tuple[str, str]]
    Facts = Mapping[str, object]

_REVISIT_PROFILE = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_RENAMED = {"content-encoding", "transfer-encoding"}
_DIGEST_PREFIX = "sha256:"
_FACTS = "Rostrum-Fetch"
_FILE = "rostrum-{}.warc.gz"
_RUN_NAME = "isPartOf"
_SOFTWARE = "software"

# What HTTP allows in a header name (RFC 9110, 5.6.2) and, space and tab aside, in a value; all
# else is percent-encoded, so that no CR, LF or NUL of a hostile server ends a header early.
_TOKEN = "!#$%&'*+-.^_`|~" + string.ascii_letters + string.digits
_PRINTABLE = string.punctuation + string.ascii_letters + string.digits
# Bytes of HTTP headers kept of one response: readers refuse a header block above 32 KiB.
_MAX_HTTP_HEADERS = 16 * 1024
# Bytes of a WARC header that are read back: room for any URL that a server accepts.
_MAX_WARC_HEADERS = 1024 * 1024

_GZIP = 16 + zlib.MAX_WBITS
# Level 6: 3 times as fast as 9 and 15 % larger on pages of 80 KB.
_LEVEL = 6
# How each member of ours begins: gzip, deflate, no flags, no time (RFC 1952).
_MEMBER_START = b"\x1f\x8b\x08" + bytes(5)
_CHUNK = 16 * 1024


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a record lies.

    Attributes:
        file: name of the file within the archive folder.
        offset: where its gzip member begins in the file, in bytes.
        length: bytes of the gzip member.
        sha256: of exactly those compressed bytes, so that any altered byte is noticed, even one
            in a gzip header that no checksum of the format covers.
    """

    file: str
    offset: int
    length: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where the archive of a home has a body, for whoever is to read it there."""

    folder: Path
    entry: Entry

    def read(self) -> bytes:
        """The body.

        Raises:
            ArchiveError: as `read_body`.
        """
        return read_body(self.folder, self.entry)


@dataclass(frozen=True, slots=True)
class Record:
    """One record, read back.

    Attributes:
        kind: `response`, `revisit`, `metadata` (a fetch without a body), or `warcinfo` (the first
            of a file, of no page: its URL is empty).
        facts: what else was known of the fetch; of a `warcinfo`, `run_name` and
            `rostrum_version`.
        body: the decoded entity body; None in a revisit, whose body is that of an earlier record.
        body_sha256: of the body; in a revisit, of the body it refers to.
        refers_to_url: of a revisit only, like `refers_to_at`.
    """

    entry: Entry
    kind: str
    url: str
    fetched_at: datetime
    facts: dict[str, object]
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None
    body_sha256: str | None = None
    refers_to_url: str | None = None
    refers_to_at: datetime | None = None


class ArchiveWriter:
    """Appends the records of one run to `rostrum-<run_id>.warc.gz`, made at the first write.

    A file that exists (a run taken up again) is continued after its last whole record.
    """

    def __init__(self, folder: Path, run_id: str, run_name: str = "") -> None:
        self._head: Entry | None = None
        self._path = folder / _FILE.format(run_id)
        self._run_name = run_name
        self._file: BinaryIO | None = None
        self._end = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def write_response(  # noqa: PLR0913 - a keyword for each part of the record
        self,
        *,
        url: str,
        fetched_at: datetime,
        status: int,
        headers: Headers,
        body: bytes,
        facts: Facts | None = None,
    ) -> Entry:
        """Keep a body, its content coding already removed.

        `fetched_at` is aware of its time zone. Characters of `url` and `headers` that have no
        place in a URI or an HTTP header are kept percent-encoded. `facts` are JSON values.

        Raises:
            HomeError: the disk refused; the file ends with the record before.
        """
        # First, so that it is never among the headers that a cap leaves out.
        head = [("Content-Length", str(len(body))), *_renamed(headers, drop="content-length")]
        digest = hashlib.sha256(body).hexdigest()
        fields = _fields("response", url, fetched_at, digest) | _facts_field(facts)
        return self._append("response", fetched_at, fields, _http_head(status, head), body)

    def write_revisit(  # noqa: PLR0913 - a keyword for each header of the record
        self,
        *,
        url: str,
        fetched_at: datetime,
        status: int,
        headers: Headers,
        body_sha256: str,
        refers_to_url: str,
        refers_to_at: datetime,
        facts: Facts | None = None,
    ) -> Entry:
        """Keep the fact that a fetch found the body of an earlier record (304, or the same hash).

        Raises:
            HomeError: the disk refused; the file ends with the record before.
        """
        fields = _fields("revisit", url, fetched_at, body_sha256) | _facts_field(facts)
        fields["WARC-Profile"] = _REVISIT_PROFILE
        fields["WARC-Refers-To-Target-URI"] = _escape_url(refers_to_url)
        fields["WARC-Refers-To-Date"] = _warc_date(refers_to_at)
        return self._append("revisit", fetched_at, fields, _http_head(status, _renamed(headers)))

    def write_metadata(self, *, url: str, fetched_at: datetime, facts: Facts) -> Entry:
        """Keep the fact that a fetch brought no body, and why.

        Raises:
            HomeError: the disk refused; the file ends with the record before.
        """
        content = json.dumps(facts).encode()
        fields = _fields("metadata", url, fetched_at, hashlib.sha256(content).hexdigest())
        return self._append("metadata", fetched_at, fields, None, content)

    def take_head(self) -> Entry | None:
        """Where the file's `warcinfo` lies; told once, after it was written."""
        head, self._head = self._head, None
        return head

    def sync(self) -> None:
        """Return once all that was written is on the disk.

        Raises:
            HomeError: the disk refused; what was written since the last sync may be lost.
        """
        if self._file is None:
            return
        try:
            crash_point("archive.unsynced")
            os.fsync(self._file.fileno())
            _sync_folder(self._path.parent)
            crash_point("archive.synced")
        except OSError as error:
            _refuse(self._path, error)

    def _append(
        self,
        kind: str,
        at: datetime,
        fields: dict[str, str],
        head: StatusAndHeaders | None,
        body: bytes = b"",
    ) -> Entry:
        # The id of the file comes first in each record: see _next_member.
        fields = {"WARC-Warcinfo-ID": _warcinfo_id(self._path.name), **fields}
        member = _member_of(kind, fields, head, body)
        try:
            file = self._open(at)
            offset = self._end
            self._write(file, member)
        except OSError as error:
            _refuse(self._path, error, len(member))
        return _entry_of(self._path.name, offset, member)

    def _open(self, at: datetime) -> BinaryIO:
        """The file, with its `warcinfo`; `at` dates that record."""
        if self._file is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            # Unbuffered: a buffer would write half a member again when a failed run is closed.
            self._file = self._path.open("ab", buffering=0)
            trim(self._path)
            self._end = self._path.stat().st_size
        if self._end == 0:
            member = _warcinfo(self._path.name, self._run_name, at)
            self._write(self._file, member)
            self._head = _entry_of(self._path.name, 0, member)
        return self._file

    def _write(self, file: BinaryIO, member: bytes) -> None:
        # Cuts what an earlier failed write left, should its own cut have failed too.
        file.truncate(self._end)
        crash_point("archive.begun")
        try:
            half = len(member) // 2
            for part in (memoryview(member)[:half], memoryview(member)[half:]):
                rest = part
                while rest:
                    rest = rest[file.write(rest) :]
                crash_point("archive.written")
        except OSError:
            with suppress(OSError):
                file.truncate(self._end)
            raise
        self._end += len(member)


def run_of(file: str) -> str:
    """The id of the run that wrote a file."""
    before, after = _FILE.split("{}")
    return file.removeprefix(before).removesuffix(after)


def read_body(folder: Path, entry: Entry) -> bytes:
    """The body of one response: reads the bytes of its member and no others.

    Raises:
        ArchiveError: the file is missing or unreadable, the bytes are not those that `entry`
            was made for, or they hold no body with the digest they name.
    """
    path = folder / entry.file
    try:
        with path.open("rb", buffering=0) as file:
            packed = os.pread(file.fileno(), entry.length, entry.offset)
    except OSError as error:
        raise damaged(path, entry.offset, error.strerror or str(error)) from error
    return unpack_body(packed, entry, path)


def unpack_body(packed: bytes, entry: Entry, where: Path | str) -> bytes:
    """The body of one response, out of the bytes of its member; `where` its file lies, for people.

    Raises:
        ArchiveError: they are not those that `entry` was made for, or hold no body with the
            digest they name.
    """
    if hashlib.sha256(packed).hexdigest() != entry.sha256:
        raise damaged(where, entry.offset, "the bytes are not those that were written")
    try:
        record = _parse(zlib.decompress(packed, _GZIP), entry)
    except (zlib.error, ValueError, OSError) as error:
        raise damaged(where, entry.offset, str(error)) from error
    if record is None or record.body is None:
        raise damaged(where, entry.offset, "the record holds no body")
    return record.body


def _raise(_: Entry, error: ArchiveError) -> None:
    raise error


def read_records(
    path: Path, on_damage: Callable[[Entry, ArchiveError], None] = _raise, start: int = 0
) -> Iterator[Record]:
    """Every record of a file from a byte on where one begins, in order, its digests verified.

    A damaged stretch is told to `on_damage`, which raises unless another is given; when it
    returns, reading goes on with the next record that belongs to this file.

    Raises:
        ArchiveError: the file cannot be read; and by default, a stretch of it is damaged.
    """
    try:
        with path.open("rb") as file:
            yield from records_in(file, str(path), on_damage, start)
    except OSError as error:
        raise damaged(path, 0, error.strerror or str(error)) from error


def records_in(
    file: BinaryIO, where: str, on_damage: Callable[[Entry, ArchiveError], None], start: int
) -> Iterator[Record]:
    """The records of an open file, as `read_records`; `where` it lies ends with its name."""
    for stretch in _stretches(file, where.rpartition("/")[2], start):
        try:
            record = _parse(stretch.unpacked(), stretch.entry)
        except (ValueError, OSError, zlib.error) as error:
            on_damage(stretch.entry, damaged(where, stretch.entry.offset, str(error)))
            continue
        if record is not None:
            yield record


def trim(path: Path, start: int = 0) -> int:
    """Cut the unfinished last member that a killed run left; the bytes removed, 0 if whole.

    Looks from `start` on, where a record begins.

    A damaged stretch with a record of this file after it is never cut away.

    Raises:
        HomeError: the file cannot be opened or cut.
    """
    try:
        with path.open("r+b") as file:
            last = deque(_stretches(file, path.name, start), maxlen=1)
            if not last or not isinstance(last[0].failure, EOFError):
                return 0
            file.truncate(last[0].entry.offset)
            os.fsync(file.fileno())
            return last[0].entry.length
    except OSError as error:
        _refuse(path, error)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A part of a file: one whole gzip member, or what lies damaged up to the next one."""

    entry: Entry
    content: bytes
    failure: Exception | None = None

    def unpacked(self) -> bytes:
        if self.failure is not None:
            raise self.failure
        return self.content


def _stretches(file: BinaryIO, name: str, start: int) -> Iterator[_Stretch]:
    size = file.seek(0, os.SEEK_END)
    offset = start
    while offset < size:
        try:
            packed, content = _unpack(file, offset)
        except (zlib.error, EOFError) as error:
            end = _next_member(file, offset + 1, name) or size
            yield _Stretch(Entry(name, offset, end - offset, ""), b"", error)
        else:
            end = offset + len(packed)
            yield _Stretch(_entry_of(name, offset, packed), content)
        offset = end


def _unpack(file: BinaryIO, offset: int) -> tuple[bytes, bytes]:
    """The member at `offset`, as it lies there and inflated.

    Raises:
        EOFError: the file ends within the member.
        zlib.error: no member of ours begins here, or its checksum does not match.
    """
    file.seek(offset)
    packed = file.read(len(_MEMBER_START))
    if not _MEMBER_START.startswith(packed):
        raise zlib.error("no record begins here")
    inflater = zlib.decompressobj(_GZIP)
    parts, content = [packed], [inflater.decompress(packed)]
    while not inflater.eof:
        chunk = file.read(_CHUNK)
        if not chunk:
            raise EOFError("the file ends within the record")
        parts.append(chunk)
        content.append(inflater.decompress(chunk))
    packed = b"".join(parts)
    return packed[: len(packed) - len(inflater.unused_data)], b"".join(content)


def _next_member(file: BinaryIO, start: int, name: str) -> int | None:
    """Where the next record of this very file begins, at or after `start`.

    The bytes of a page can hold a WARC record that the page's author made up, and deflate may
    copy them as they are. A record of ours opens with the id of its file, which is made of the
    run's id.
    """
    opening = f"WARC/1.1\r\nWARC-Warcinfo-ID: {_warcinfo_id(name)}\r\n".encode()
    while (found := _find(file, start)) is not None:
        file.seek(found)
        inflater = zlib.decompressobj(_GZIP)
        with suppress(zlib.error):
            if inflater.decompress(file.read(_CHUNK), len(opening)) == opening:
                return found
        start = found + 1
    return None


def _find(file: BinaryIO, start: int) -> int | None:
    """Where `_MEMBER_START` next occurs, at or after `start`."""
    file.seek(start)
    window = b""
    while chunk := file.read(_CHUNK):
        window += chunk
        if (found := window.find(_MEMBER_START)) >= 0:
            return start + found
        kept = min(len(window), len(_MEMBER_START) - 1)
        start += len(window) - kept
        window = window[-kept:]
    return None


def _parse(content: bytes, entry: Entry) -> Record | None:
    """One record; None for a kind that Rostrum does not write.

    Raises:
        OSError: fastwarc finds no record, or more header than it was told to read.
        ValueError: a header is missing or malformed, or a digest does not match.
    """
    warc = _verified(content)
    match warc.record_type:
        case WarcRecordType.response:
            return _parse_response(warc, entry)
        case WarcRecordType.revisit:
            return _parse_revisit(warc, entry)
        case WarcRecordType.metadata:
            facts = json.loads(warc.reader.read())
            return Record(entry, "metadata", *_address(warc), facts)
        case WarcRecordType.warcinfo:
            return _parse_warcinfo(warc, entry)
    return None


def _parse_response(warc: WarcRecord, entry: Entry) -> Record:
    body, body_sha256 = warc.reader.read(), _payload_digest(warc)
    if hashlib.sha256(body).hexdigest() != body_sha256:
        raise ValueError("the body does not match its WARC-Payload-Digest")
    return Record(
        entry,
        "response",
        *_address(warc),
        _read_facts(warc),
        status=warc.http_headers.status_code or 0,
        headers=warc.http_headers.to_tuples(),
        body=body,
        body_sha256=body_sha256,
    )


def _parse_revisit(warc: WarcRecord, entry: Entry) -> Record:
    return Record(
        entry,
        "revisit",
        *_address(warc),
        _read_facts(warc),
        status=warc.http_headers.status_code or 0,
        headers=warc.http_headers.to_tuples(),
        body_sha256=_payload_digest(warc),
        refers_to_url=_field(warc, "WARC-Refers-To-Target-URI"),
        refers_to_at=datetime.fromisoformat(_field(warc, "WARC-Refers-To-Date")),
    )


def _parse_warcinfo(warc: WarcRecord, entry: Entry) -> Record:
    lines = warc.reader.read().decode(errors="replace").splitlines()
    fields = dict(line.split(": ", 1) for line in lines if ": " in line)
    facts: dict[str, object] = {
        "run_name": unquote(fields.get(_RUN_NAME, "")),
        "rostrum_version": fields.get(_SOFTWARE, "").removeprefix("Rostrum/"),
    }
    return Record(entry, "warcinfo", "", _date(warc), facts)


def _address(warc: WarcRecord) -> tuple[str, datetime]:
    return _field(warc, "WARC-Target-URI"), _date(warc)


def _date(warc: WarcRecord) -> datetime:
    return datetime.fromisoformat(_field(warc, "WARC-Date"))


def _payload_digest(warc: WarcRecord) -> str:
    return _field(warc, "WARC-Payload-Digest").removeprefix(_DIGEST_PREFIX)


def _read_facts(warc: WarcRecord) -> dict[str, object]:
    facts: dict[str, object] = json.loads(warc.headers.get(_FACTS) or "{}")
    return facts


def _verified(content: bytes) -> WarcRecord:
    reader = ArchiveIterator(
        BytesIO(content), parse_http=False, max_header_len=_MAX_WARC_HEADERS, stream_detect=False
    )
    warc = next(iter(reader), None)
    if warc is None:
        raise ValueError("no WARC record in the member")
    if not warc.verify_block_digest():
        raise ValueError("the record does not match its WARC-Block-Digest")
    if warc.is_http:
        warc.parse_http(max_header_len=_MAX_WARC_HEADERS)
    return warc


def _field(warc: WarcRecord, name: str) -> str:
    value = warc.headers.get(name)
    if value is None:
        raise ValueError(f"the record has no {name}")
    return value


def _member_of(
    kind: str, fields: dict[str, str], head: StatusAndHeaders | None, content: bytes
) -> bytes:
    """One record as a gzip member; `fields` are the WARC headers that warcio does not make."""
    head_bytes = head.to_ascii_bytes() if head else b""
    fields["WARC-Block-Digest"] = _DIGEST_PREFIX + hashlib.sha256(head_bytes + content).hexdigest()
    writer = BufferWARCWriter(gzip=False, warc_version="1.1")
    record = writer.create_warc_record(
        fields.get("WARC-Target-URI", ""),
        kind,
        payload=BytesIO(content),
        length=len(content),
        warc_content_type="application/json" if kind == "metadata" else "",
        warc_headers_dict=fields,
        http_headers=head,
    )
    writer.write_record(record)
    return zlib.compress(writer.get_contents(), _LEVEL, _GZIP)


def _fields(kind: str, url: str, at: datetime, body_sha256: str) -> dict[str, str]:
    target, date, digest = _escape_url(url), _warc_date(at), _DIGEST_PREFIX + body_sha256
    record_id = uuid.uuid5(uuid.NAMESPACE_URL, f"{kind}\n{target}\n{date}\n{digest}")
    return {
        "WARC-Record-ID": f"<{record_id.urn}>",
        "WARC-Date": date,
        "WARC-Target-URI": target,
        "WARC-Payload-Digest": digest,
    }


def _facts_field(facts: Facts | None) -> dict[str, str]:
    return {_FACTS: json.dumps(facts)} if facts else {}


def _warcinfo(name: str, run_name: str, at: datetime) -> bytes:
    version = importlib.metadata.version("rostrum")
    content = (
        f"{_SOFTWARE}: Rostrum/{version}\r\n"
        "format: WARC File Format 1.1\r\n"
        "conformsTo: http://iipc.github.io/warc-specifications/specifications/"
        "warc-format/warc-1.1/\r\n"
        f"{_RUN_NAME}: {_escape(run_name, _PRINTABLE + ' ')}\r\n"
    )
    fields = {
        "WARC-Record-ID": _warcinfo_id(name),
        "WARC-Date": _warc_date(at),
        "WARC-Filename": name,
    }
    return _member_of("warcinfo", fields, None, content.encode())


def _warcinfo_id(name: str) -> str:
    return f"<{uuid.uuid5(uuid.NAMESPACE_URL, f'warcinfo {name}').urn}>"


def _warc_date(at: datetime) -> str:
    if at.tzinfo is None:
        raise ValueError(f"{at.isoformat()} has no time zone: the archive dates records in UTC")
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _escape_url(url: str) -> str:
    return _escape(url, _PRINTABLE)


def _escape(text: str, kept: str) -> str:
    return quote(text, safe=kept, errors="surrogatepass")


def _http_head(status: int, headers: Headers) -> StatusAndHeaders:
    kept: list[tuple[str, str]] = []
    room = _MAX_HTTP_HEADERS
    for name, value in headers:
        pair = (
            _escape(name, _TOKEN),
            _escape(value.strip(), _PRINTABLE + " \t"),
        )
        room -= len(pair[0]) + len(pair[1]) + len(": \r\n")
        if pair[0] and room >= 0:
            kept.append(pair)
    # The reason phrase is not kept (HTTP/2 has none); the space before it is not optional.
    return StatusAndHeaders(f"{status} ", kept, protocol="HTTP/1.1")


def _renamed(headers: Headers, drop: str = "") -> list[tuple[str, str]]:
    return [
        (f"X-Archive-Orig-{name}" if name.lower() in _RENAMED else name, value)
        for name, value in headers
        if name.lower() != drop
    ]


def _entry_of(name: str, offset: int, member: bytes) -> Entry:
    return Entry(name, offset, len(member), hashlib.sha256(member).hexdigest())


def _sync_folder(folder: Path) -> None:
    """Make a new file's name last too."""
    folder_fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(folder_fd)
    finally:
        os.close(folder_fd)


def damaged(where: Path | str, offset: int, reason: str) -> ArchiveError:
    """What to say of a place in a file that is not as it was written."""
    return ArchiveError(
        f"{where} at offset {offset}: {reason}; restore the file from a backup, "
        "or fetch the page again"
    )


def _refuse(path: Path, error: OSError, needed: int = 0) -> NoReturn:
    wanted = f" {needed:,} bytes more are needed:" if needed else ""
    raise HomeError(
        f"{path}: {error.strerror or error};{wanted} free space or set another --home, "
        "then run again"
    ) from error
