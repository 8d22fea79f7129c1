"""A page that is answered only when a test lets it: so long, a run stands in the middle."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from tests.pages import Report

if TYPE_CHECKING:
    from collections.abc import Iterator

HANGS = 60.0
"""Seconds after which a page is answered at the latest."""


@dataclass
class Gate:
    """The page's URL, whether it was asked for, and whether it may be answered."""

    url: str = ""
    asked: threading.Event = field(default_factory=threading.Event)
    open: threading.Event = field(default_factory=threading.Event)


@contextmanager
def gated() -> Iterator[Gate]:
    """Serve one report behind a gate, and any other at once."""
    gate = Gate()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/gated":
                gate.asked.set()
                gate.open.wait(HANGS)
            found = self.path != "/robots.txt"
            body = Report(f"Behind the Gate {self.path}").html.encode() if found else b""
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        gate.url = f"http://127.0.0.1:{server.server_port}/gated"
        try:
            yield gate
        finally:
            gate.open.set()
            server.shutdown()
