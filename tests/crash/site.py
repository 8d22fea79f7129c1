"""The site: reports and programmes of a forum that does not exist, edited from visit to visit.

One server answers every run of every case. A run tells in its User-Agent, as contact, which case it
is of, the how manieth run of that, and which visit it is; what it is shown follows from that alone.
`/asked/<case>` tells what that case's runs asked for, and how often a body was sent.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import signal
from collections import Counter, defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, ClassVar

from tests.pages import Report, Said

if TYPE_CHECKING:
    from collections.abc import Iterator

VISITS = (1, 2, 3)

Answer = tuple[int, dict[str, str], bytes]

PLAIN = ("KEY CONCLUSIONS", "PROBLEMS")
TURNED = ("PROBLEMS", "KEY CONCLUSIONS")

PEOPLE = {
    "Ada Brandt": "Director, Institute of Lake Law",
    "Tomas Weil": "Harbour Master, Port of Ostrel; Member, Council of Lakeside Towns",
    "Marit Lindqvist": "Chair, Union of Island Schools",
    "Pavel Soren": "Chief Biologist, Lake Fisheries Board",
}
BOXED = Said("The archive burned twice, and both times the copies lay beside it", "Ines Okoro")
"""Words on pages of several titles: they are published as no page's."""


def say(name: str, words: str) -> Said:
    """What a person says."""
    return Said(words, name, PEOPLE[name])


LAKE = Report(
    "Who Speaks for the Lake",
    (
        say("Ada Brandt", "The lake has no lawyer, and so it loses every case it is brought to"),
        say("Tomas Weil", "We counted the boats twice and came to three different numbers"),
        say("Pavel Soren", "Nobody has asked the eels, and they were here before the towns"),
    ),
    PLAIN,
)
HARBOUR = Report(
    "The Harbour and Its Numbers",
    (
        say("Tomas Weil", "A harbour that is paid by the ton will find tons where there are none"),
        say("Marit Lindqvist", "Our children cross the lake in a boat that no insurer has seen"),
    ),
    PLAIN,
)
FERRY = Report(
    "Ferries for the Outer Islands",
    (
        say("Marit Lindqvist", "A ferry that sails once a week is a promise, not a timetable"),
        say("Ada Brandt", "The law of the ferry was written for a river and for oxen"),
    ),
    PLAIN,
)
NETS = Report(
    "Nets, Dredgers and the Month of June",
    (
        say("Pavel Soren", "Whoever dredges in June pays for it in the nets of August"),
        say("Tomas Weil", "The channel silts up whether or not the fish are consulted"),
        BOXED,
    ),
    PLAIN,
)
ARCHIVE = Report(
    "Two Fires and an Archive",
    (BOXED, say("Ada Brandt", "A deed that cannot be read is an opinion about a field")),
    PLAIN,
)
STEADY = Report(
    "Nothing Changed on This Page",
    (BOXED, say("Marit Lindqvist", "A school with nine pupils is still a school on nine mornings")),
    PLAIN,
)
ADDED = say("Tomas Weil", "The new pier was measured by a man who had never seen a tide")


def about(title: str) -> Report:
    """A report of its own words."""
    words = f"Of {title.lower()} we shall hear again before the ice is on the lake"
    return Report(title, (say("Pavel Soren", words),), PLAIN)


PROGRAMME = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | Lakes</title></head><body><main>
<h1>{title}</h1>
<p class="meta">Track: Water and Law</p>
<p class="meta">Hall 3</p>
<p class="meta">14 May 2026, 10:00–11:30</p>
<p>Every flood leaves two marks: one on the wall and one in the budget.</p>
<h2>Moderator</h2>
<p>Dorothea Lunt</p>
<p>Editor-in-Chief, Valley Courier</p>
<h2>Panellists</h2>
<p>Ada Brandt</p>
<p>{position}</p>
</main></body></html>"""
FOR_SALE = "<html><body><h1>Sold</h1><p>This domain is for sale.</p></body></html>"


def reworded(said: Said) -> Said:
    """The same words but for one."""
    return replace(said, text=said.text.replace("twice", "two times"))


def programme(title: str, position: str) -> str:
    """A programme page."""
    return PROGRAMME.format(title=title, position=position)


def html(markup: str, *, etag: bool = True) -> Answer:
    """A page; by its ETag a known one is not sent again."""
    body = markup.encode()
    headers = {"Content-Type": "text/html; charset=utf-8"}
    if etag:
        headers["ETag"] = f'"{hashlib.sha256(body).hexdigest()}"'
    return 200, headers, body


def listing(*paths: str) -> Answer:
    """A page of links."""
    links = "".join(f'<li><a href="{path}">{path}</a></li>' for path in paths)
    return html(f"<html><body><main><ul>{links}</ul></main></body></html>")


NEWS = [f"/news/{name}/" for name in "lake harbour ferry nets archive steady plain sold".split()]
EVER: dict[str, Answer] = {
    "/robots.txt": (200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /closed/\n"),
    "/news/": listing(*NEWS, "/news/page/2/", "/news/closing/"),
    "/news/page/2/": listing("/news/lost/", "/news/fallen/", "/news/page/2/"),
    "/programme/": listing("/programme/1/", "/programme/2/"),
    "/programme/2/": html(programme("The Harbour and Its Numbers", "Director, Port of Ostrel")),
    "/old/": (301, {"Location": "/news/lake/"}, b""),
    "/news/steady/": html(STEADY.html),
    "/news/plain/": html(about("A Page Without Validators").html, etag=False),
}
SHOWN: dict[int, dict[str, Answer]] = {
    1: {
        "/news/lake/": html(LAKE.html),
        "/news/harbour/": html(HARBOUR.html),
        "/news/ferry/": html(FERRY.html),
        "/news/nets/": html(NETS.html),
        "/news/archive/": html(ARCHIVE.html, etag=False),
        "/news/lost/": html(about("A Page That Goes").html),
        "/news/fallen/": html(about("A Page That Falls").html),
        "/news/sold/": html(FOR_SALE),
        "/news/closing/": html(about("A Page That Closes").html),
        "/programme/1/": html(programme("Who Speaks for the Lake", "Director, Lake Law")),
    },
    2: {
        "/news/": listing(*NEWS, "/news/late/", "/news/page/2/"),
        "/news/lake/": html(replace(LAKE, said=tuple(map(reworded, LAKE.said))).html),
        "/news/harbour/": html(
            replace(
                HARBOUR, said=(replace(HARBOUR.said[0], name="Pavel Soren"), HARBOUR.said[1])
            ).html
        ),
        "/news/ferry/": html(replace(FERRY, said=(FERRY.said[0], ADDED)).html),
        "/news/nets/": html(replace(NETS, sections=TURNED).html),
        "/news/archive/": html(replace(ARCHIVE, said=(*ARCHIVE.said, ADDED)).html, etag=False),
        "/news/lost/": (410, {}, b"gone"),
        "/news/fallen/": html(FOR_SALE),
        "/news/sold/": html(about("A Name That Was Sold").html),
        "/news/late/": html(about("A Report That Came Late").html),
        "/programme/1/": html(programme("Who Speaks for the Lake", "Dean, School of Lake Law")),
    },
    3: {
        # As it was at first: a third entry in the page's history, not a third revision.
        "/news/lake/": html(LAKE.html),
        "/news/harbour/": html(replace(HARBOUR, said=HARBOUR.said[:1]).html),
        "/news/fallen/": html(about("A Page That Falls").html),
    },
}
URLS = ("/old/", "/missing/", "/closed/door/", "/news/lake/?utm_source=letter")
"""What is asked for besides the source's own pages."""


def answer_to(path: str, visit: int) -> Answer:
    """What the site shows at a path on a visit: as last changed by then."""
    for shown in (*(SHOWN[number] for number in range(visit, 0, -1)), EVER):
        if path in shown:
            return shown[path]
    return 404, {"Content-Type": "text/plain"}, b"no such page"


@dataclass(frozen=True)
class Visitor:
    """Who asks: the run of a case, at a visit."""

    case: str
    run: int
    visit: int

    @property
    def contact(self) -> str:
        """As it stands in the User-Agent."""
        return f"{self.case}/{self.run}/{self.visit}"

    @classmethod
    def of(cls, user_agent: str) -> Visitor:
        """The visitor that a User-Agent tells; of one that does not, the first visit."""
        found = re.search(r"contact: ([^/]+)/(\d+)/(\d+)", user_agent)
        return cls(found[1], int(found[2]), int(found[3])) if found else cls("nobody", 0, 1)


class Handler(BaseHTTPRequestHandler):
    """Answers one request, and counts it."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one packet: two would wait for each other's ACK
    asked: ClassVar[defaultdict[str, Counter[str]]] = defaultdict(Counter)

    def do_GET(self) -> None:
        if self.path.startswith("/asked/"):
            asked = self.asked.pop(self.path.removeprefix("/asked/"), Counter())
            self.answer(200, {}, json.dumps(asked).encode())
            return
        visitor = Visitor.of(self.headers.get("User-Agent", ""))
        path = self.path.partition("?")[0]
        status, headers, body = answer_to(path, visitor.visit)
        if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
            status, body = 304, b""
        counted = self.asked[visitor.case]
        counted[f"{visitor.run} {self.path}"] += 1
        if status == 200 and "ETag" in headers:
            counted[f"sent {self.path}"] += 1
        self.answer(status, headers, body)

    def answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serve() -> Iterator[str]:
    """Serve the site from a process of its own; yields its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        server.serve_forever()
    server.socket.close()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
