"""A folder of files served on loopback, for the site that comes with Rostrum."""

from __future__ import annotations

import hashlib
import mimetypes
import threading
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_INDEX = "index.html"


@contextmanager
def serve_folder(path: Path) -> Iterator[tuple[str, int]]:
    """Serves the files of a folder while the block runs; gives the address and port.

    `/a/` is the file `a/index.html`; whatever is no file within the folder is a 404. The ETag
    follows from the bytes, so that a revisit gets 304 wherever the folder lies.
    """
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Visit, path.resolve()))
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield "127.0.0.1", server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Visit(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "Rostrum"
    # An answer leaves in one piece, and one larger than the buffer does not wait 40 ms for the
    # acknowledgment of its headers.
    wbufsize = -1
    disable_nagle_algorithm = True

    def __init__(self, root: Path, *args: object) -> None:
        self._root = root
        super().__init__(*args)  # type: ignore[arg-type] # what socketserver hands on

    def do_GET(self) -> None:
        file = self._file()
        if file is None:
            self._answer(HTTPStatus.NOT_FOUND, {"Content-Type": "text/plain"}, b"Not found\n")
            return
        body = file.read_bytes()
        headers = {"ETag": f'"{hashlib.sha256(body).hexdigest()}"', "Content-Type": _type(file)}
        if self.headers["If-None-Match"] == headers["ETag"]:
            self._answer(HTTPStatus.NOT_MODIFIED, headers, b"")
        else:
            self._answer(HTTPStatus.OK, headers, body)

    def log_message(self, *_args: object) -> None:
        """Says nothing: the run has its own words."""

    def _file(self) -> Path | None:
        path = unquote(urlsplit(self.path).path)
        if "\0" in path:
            return None
        file = (self._root / (path + _INDEX if path.endswith("/") else path).lstrip("/")).resolve()
        return file if file.is_relative_to(self._root) and file.is_file() else None

    def _answer(self, status: HTTPStatus, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def _type(file: Path) -> str:
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
