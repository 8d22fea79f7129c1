"""A site that gives whatever answers a test lets it give."""

from __future__ import annotations

import http.server
import threading
from collections import Counter
from contextlib import contextmanager


@contextmanager
def answering(answers: dict[str, tuple[int, dict[str, str], bytes]]):
    """A server on loopback that gives each path its answer; yields its URL and the requests."""
    asked: Counter[str] = Counter()

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # head and body in one packet: two would wait for each other's ACK

        def do_GET(self):
            asked[self.path] += 1
            status, headers, body = answers.get(self.path, (404, {}, b"no"))
            if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
                status, body = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()
