"""A folder at an address, such as `s3://bucket/folder` or a path: the only code that knows fsspec.

Secrets go from the environment (`AWS_…`, `FSSPEC_…`) to the library that needs them, past this
code: an address with a password in it is refused, so that none is ever printed or stored.
"""

from __future__ import annotations

import copy
import hashlib
import io
import os
import re
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from rostrum.errors import RemoteError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCK = 4 * 1024 * 1024
"""Bytes asked for at once of a file that is read in order: a request costs some 30 ms, whatever it
brings."""

LONGEST = 300
"""Characters kept of what a library says went wrong."""

PASSWORD = re.compile(r"://[^/@]*:[^@]*@")


def is_address(words: str) -> bool:
    """Whether words are an address, not the path of a folder."""
    return "://" in words or "::" in words


def local_folder(words: str) -> Path | None:
    """The folder of this machine that a path or a `file://` address names; None for others."""
    if not is_address(words):
        return Path(words)
    parts = urlsplit(words)
    is_here = parts.scheme in {"file", "local"} and not parts.netloc
    return Path(unquote(parts.path)) if is_here else None


class Remote:
    """A folder at an address, or of a path; every failure of what lies there is a `RemoteError`."""

    def __init__(self, address: str) -> None:
        """Nothing is asked of the address yet.

        Raises:
            UsageError: it has a password in it, or is of a kind that nobody knows.
            RemoteError: what its kind needs is not installed.
        """
        if PASSWORD.search(address):
            raise UsageError(
                "The address has a password in it, which would be seen: put it into the "
                "environment (AWS_…, FSSPEC_…) and leave it out of the address."
            )
        import fsspec  # noqa: PLC0415 - most runs need none

        self.address = address.rstrip("/")
        folder = local_folder(address)
        try:
            self._system, root = (
                (fsspec.filesystem("file"), str(folder.absolute()))
                if folder is not None
                else fsspec.url_to_fs(address)
            )
        except ImportError as error:
            raise RemoteError(
                f"{address}: {one_line(error)}: for s3:// that is pip install 'rostrum[s3]'."
            ) from error
        except ValueError as error:
            raise UsageError(f"{address}: {one_line(error)}: name another address.") from error
        self._is_local = folder is not None
        self._root = root.rstrip("/")
        head, last = self._root.partition("/")[0], self._root.rpartition("/")[0]
        # What must be there already: the bucket, or what a local folder is to be made in.
        self._outermost = (last if self._is_local else head) or "/"

    def sizes(self) -> dict[str, int]:
        """Bytes of each file in the folder, by name; none where the folder is not there yet.

        Raises:
            RemoteError: the folder, or the bucket that it is to be in, cannot be reached.
        """
        with self._telling():
            self._system.invalidate_cache()
            try:
                found = self._system.ls(self._root, detail=True)
            except FileNotFoundError:
                self._system.info(self._outermost)
                return {}
        files = [one for one in found if one["type"] == "file"]
        return {one["name"].rpartition("/")[2]: int(one["size"]) for one in files}

    def folders(self) -> list[str]:
        """The names of the folders in it.

        Raises:
            RemoteError: as `sizes`.
        """
        with self._telling():
            self._system.invalidate_cache()
            if not self._system.exists(self._root):
                return []
            found = self._system.ls(self._root, detail=True)
        names = (one["name"].rstrip("/") for one in found if one["type"] == "directory")
        return [name.rpartition("/")[2] for name in names]

    def within(self, name: str) -> Remote:
        """A folder in it."""
        inner = copy.copy(self)
        inner.address, inner._root = f"{self.address}/{name}", self._place(name)  # noqa: SLF001
        return inner

    def read(self, name: str, start: int = 0, end: int | None = None) -> bytes:
        """A file, or the bytes from `start` to `end` of it.

        Raises:
            FileNotFoundError: there is no such file.
            RemoteError: it cannot be read.
        """
        with self._telling(missing=False):
            content: bytes = self._system.cat_file(self._place(name), start=start, end=end)
        return content

    def open(self, name: str) -> io.BufferedReader:
        """A file to read in order; forgets what it has read but for two blocks.

        Raises:
            FileNotFoundError: there is no such file.
            RemoteError: it cannot be read, now or later.
        """
        with self._telling(missing=False):
            size = int(self._system.info(self._place(name))["size"])
        return io.BufferedReader(_RemoteFile(self, name, size))

    def write(self, name: str, content: bytes) -> None:
        """Put a small file in the place of another, at once: a reader has the one or the other.

        Raises:
            RemoteError: it cannot be written.
        """
        with self._telling():
            self._make_folder()
            if not self._is_local:  # where a file appears when it is whole
                self._system.pipe_file(self._place(name), content)
                return
            new = self._place(f".{name}.new")
            self._system.pipe_file(new, content)
            self._settle(f".{name}.new")
            Path(new).replace(self._place(name))
            self._settle(name)

    def put(self, path: Path, name: str) -> str:
        """Copy a file to the address and read it there again; returns its SHA-256.

        Raises:
            OSError: the file cannot be read here.
            RemoteError: it cannot be written, or what lies there then is something else.
        """
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        with self._telling():
            self._make_folder()
            self._system.put_file(str(path), self._place(name))
            self._system.invalidate_cache()
            self._settle(name)
        with self.open(name) as file:
            arrived = hashlib.file_digest(file, "sha256").hexdigest()
        if arrived != digest:
            raise RemoteError(
                f"{self.address}/{name}: what arrived is not what was sent: run again, and look at "
                "the way there if it stays so."
            )
        return digest

    def remove(self, name: str) -> None:
        """Remove a file, if it is there.

        Raises:
            RemoteError: it cannot be removed.
        """
        with self._telling():
            self._system.invalidate_cache()
            if self._system.exists(self._place(name)):
                self._system.rm_file(self._place(name))

    def remove_folder(self, name: str) -> None:
        """Remove a folder with all that is in it.

        Raises:
            RemoteError: it cannot be removed.
        """
        with self._telling():
            self._system.invalidate_cache()
            self._system.rm(self._place(name), recursive=True)

    def _place(self, name: str) -> str:
        return f"{self._root}/{name}"

    def _make_folder(self) -> None:
        """Make the folder, where there are folders; a bucket is never made."""
        self._system.info(self._outermost)
        self._system.makedirs(self._root, exist_ok=True)

    def _settle(self, name: str) -> None:
        """Return once a file and its name are on the disk; object stores answer no sooner."""
        if self._is_local:
            for path in (self._place(name), self._root):
                descriptor = os.open(path, os.O_RDONLY)
                try:
                    os.fsync(descriptor)
                finally:
                    os.close(descriptor)

    @contextmanager
    def _telling(self, *, missing: bool = True) -> Iterator[None]:
        """Tell in one line what went wrong at the address; of a missing file only if so told."""
        try:
            yield
        except FileNotFoundError as error:
            if not missing:
                raise
            raise RemoteError(
                f"{self.address}: {one_line(error)}: make the bucket or folder, or name another."
            ) from error
        except PermissionError as error:
            raise RemoteError(
                f"{self.address}: it refuses ({one_line(error)}): see which credentials the "
                "environment holds (AWS_…), and what they may do there."
            ) from error
        # Each kind of address raises errors of a library of its own, which have no base in common.
        except Exception as error:
            raise RemoteError(
                f"{self.address}: {one_line(error)}: see that it can be reached, with the "
                "credentials and the endpoint (AWS_…) that the environment holds, and run again."
            ) from error


def one_line(error: Exception) -> str:
    """What an error says, as the part of a sentence."""
    words = " ".join((getattr(error, "strerror", None) or str(error)).split())
    words = re.sub(r"//[^/@ ]*@", "//", words)  # an endpoint may have a password
    return (words or type(error).__name__)[:LONGEST].rstrip(".")


class _RemoteFile(io.RawIOBase):
    """A file at an address as Python reads files: in aligned blocks, of which two are kept.

    Two, as whoever reads records in order goes back a little behind each.
    """

    def __init__(self, remote: Remote, name: str, size: int) -> None:
        self._size = size
        self._at = 0
        self._block = lru_cache(2)(
            lambda number: remote.read(name, number * BLOCK, min(size, (number + 1) * BLOCK))
        )

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._at = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        return self._at

    def readinto(self, buffer: Any) -> int:
        number, start = divmod(self._at, BLOCK)
        if self._at >= self._size:
            return 0
        part = self._block(number)[start : start + len(buffer)]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)
