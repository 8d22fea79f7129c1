"""robots.txt by RFC 9309 (fault 25)."""

import asyncio
import random
import re

import pytest
from clients import client_for
from fault_origin import FakeClock, FaultOrigin, page, redirect, reply

from rostrum.web import Limits, Pacing
from rostrum.web.fetch import Fetch, FetchError
from rostrum.web.robots import Robots

ALL_FORBIDDEN = b"User-agent: *\nDisallow: /\n"
PADDING = b"# padding\n"

# Sections 2.2 and 5 of the RFC, and what they leave open.
TABLE = [
    ("", "/a", True),
    ("User-agent: *\nDisallow: /", "/a", False),
    ("User-agent: *\nDisallow:", "/a", True),
    ("User-agent: *\nDisallow: /\nAllow: /a", "/a/b", True),
    ("User-agent: *\nAllow: /\nDisallow: /a", "/a/b", False),
    ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
    (
        "User-agent: *\nDisallow: /example/page/\nAllow: /example/page/x.gif",
        "/example/page/x.gif",
        True,
    ),
    (
        "User-agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/",
        "/x.gif",
        False,
    ),
    ("User-agent: *\nDisallow: *.gif$", "/x.gifs", True),
    ("User-agent: *\nDisallow: /a$", "/a", False),
    ("User-agent: *\nDisallow: /a$", "/ab", True),
    ("User-agent: *\nDisallow: /a*z", "/abcz/", False),
    ("User-agent: *\nDisallow: /A", "/a", True),
    ("User-agent: *\nDisallow: /?s=", "/?s=1", False),
    ("User-agent: *\nDisallow: /foo/bar/%E3%83%84", "/foo/bar/%E3%83%84", False),
    ("User-agent: *\nDisallow: /foo/bar/ツ", "/foo/bar/%E3%83%84", False),
    ("User-agent: *\nDisallow: /foo/bar/%62%61%7A", "/foo/bar/baz", False),
    ("User-agent: rostrum\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/a", False),
    ("User-agent: rostrum\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/b", True),
    ("User-agent: ROSTRUM\nDisallow: /a", "/a", False),
    ("User-agent: other\nDisallow: /", "/a", True),
    ("User-agent: other\nUser-agent: rostrum\nDisallow: /", "/a", False),
    (
        "User-agent: rostrum\nDisallow: /a\nUser-agent: x\nUser-agent: rostrum\nDisallow: /b",
        "/b",
        False,
    ),
    ("user-agent: *\nDISALLOW: /a # why", "/a", False),
    ("\ufeffUser-agent: *\nDisallow: /a", "/a", False),
    ("User-agent: *\r\nDisallow: /a\r\n", "/a", False),
    ("User-agent: *\rDisallow: /a\r", "/a", False),
    ("Disallow: /a", "/a", True),
    ("<html>not found</html>", "/a", True),
    ("User-agent: *\nSitemap: /s.xml\nDisallow: /a", "/a", False),
]


@pytest.mark.parametrize(("text", "path", "allowed"), TABLE)
async def test_the_table_of_the_rfc(origin, client, text, path, allowed):
    origin.answers["/robots.txt"] = reply(text.encode())
    origin.fallback = page()
    fetch = await client.fetch(origin.url(path))
    expected = ("new", None) if allowed else ("refused", "robots_disallowed")
    assert expected == (fetch.outcome, fetch.error_code)
    assert int(allowed) == len(origin.paths()), "a forbidden page is not asked for"


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        *[(reply(ALL_FORBIDDEN, status), None) for status in (400, 401, 403, 404, 410, 429, 451)],
        *[(reply(b"", status), "robots_unreachable") for status in (500, 502, 503, 504, 599)],
        (reply(b"User", headers=("Content-Length: 99",), length=False), "robots_unreachable"),
        (b"SSH-2.0\r\n\r\n", "robots_unreachable"),
        (reply(b"x", headers=("Content-Encoding: br",)), "robots_unreachable"),
        (redirect("ftp://127.0.0.1/robots.txt"), "robots_unreachable"),
        (redirect("/robots.txt"), None),
    ],
)
async def test_what_follows_from_the_answer(origin, client, answer, code):
    origin.answers |= {"/robots.txt": answer, "/p": page()}
    fetch = await client.fetch(origin.url("/p"))
    assert code == fetch.error_code
    assert (0 if code else 1) == len(origin.paths())


async def test_a_robots_txt_that_drips_forbids_everything(origin):
    async def hang(_writer):
        await asyncio.sleep(5)

    origin.answers["/robots.txt"] = hang
    async with client_for(origin, limits=Limits(deadline=0.2)) as client:
        assert (await client.fetch(origin.url("/p"))).error_code == "robots_unreachable"
    assert origin.paths() == []


@pytest.mark.parametrize("hops", [1, 5, 10])
async def test_redirects_are_followed_to_another_host(origin, hops):
    async with FaultOrigin() as other, client_for(origin, other) as client:
        origin.answers["/robots.txt"] = redirect("/0")
        origin.answers |= {f"/{n}": redirect(f"/{n + 1}") for n in range(hops - 2)}
        origin.answers[f"/{max(hops - 2, 0)}"] = redirect(other.url("/rules"))
        if hops == 1:
            origin.answers["/robots.txt"] = redirect(other.url("/rules"))
        other.answers["/rules"] = reply(ALL_FORBIDDEN)
        fetch = await client.fetch(origin.url("/p"))
    assert fetch.error_code == "robots_disallowed"
    assert other.paths() == ["/rules"]


async def test_too_many_redirects_are_no_file(origin, client):
    origin.answers |= {f"/{n}": redirect(f"/{n + 1}") for n in range(20)}
    origin.answers |= {"/robots.txt": redirect("/0"), "/p": page()}
    assert (await client.fetch(origin.url("/p"))).outcome == "new"


@pytest.mark.parametrize(("size", "forbidden"), [(500 * 1024, True), (2 * 1024 * 1024, False)])
async def test_at_least_500_kib_are_read(origin, client, size, forbidden):
    padding = PADDING * (size // len(PADDING))
    origin.answers |= {"/robots.txt": reply(padding + ALL_FORBIDDEN), "/p": page()}
    fetch = await client.fetch(origin.url("/p"))
    assert ("robots_disallowed" if forbidden else None) == fetch.error_code


async def test_a_line_at_the_bound_is_not_half_a_rule(origin, client):
    text = b"User-agent: *\nDisallow: /private\n"
    rule = b"Disallow: /public/only-this\n"
    padding = b"#" * (512 * 1024 - len(text) - 1 - len(b"Disallow: /p")) + b"\n"
    origin.answers |= {"/robots.txt": reply(text + padding + rule), "/public": page()}
    assert (await client.fetch(origin.url("/public"))).outcome == "new"


async def test_a_host_out_of_reach_says_so_itself(origin, client):
    origin._server.close()
    await origin._server.wait_closed()
    assert (await client.fetch(origin.url("/p"))).error_code == "connect_failed"


async def test_redirect_targets_are_asked_for_too(origin):
    async with FaultOrigin() as other, client_for(origin, other) as client:
        other.answers["/robots.txt"] = reply(ALL_FORBIDDEN)
        origin.answers["/a"] = redirect(other.url("/b"))
        fetch = await client.fetch(origin.url("/a"))
    assert (fetch.error_code, other.paths()) == ("robots_disallowed", [])
    assert other.url("/b") == fetch.final_url


async def test_it_is_read_once_in_24_hours_and_a_failure_every_10_minutes(origin):
    clock = FakeClock()
    origin.answers |= {"/robots.txt": [reply(status=404), reply(status=500)], "/p": page()}
    pacing = Pacing(retries=0, clock=clock, sleep=clock.sleep)
    async with client_for(origin, pacing=pacing) as client:

        async def visit(hour):
            clock.seconds = hour * 3600
            fetch = await client.fetch(origin.url("/p"))
            return fetch.error_code, len(origin.requests) - len(origin.paths())

        assert await visit(0) == (None, 1)
        assert await visit(23.9) == (None, 1)
        assert await visit(24) == ("robots_unreachable", 2)
        assert await visit(24.1) == ("robots_unreachable", 2)
        assert await visit(24.2) == ("robots_unreachable", 3)


async def test_many_fetches_at_once_read_it_once(origin, client):
    origin.answers |= {f"/{n}": page() for n in range(9)}
    await asyncio.gather(*(client.fetch(origin.url(f"/{n}")) for n in range(9)))
    assert 9 == len(origin.paths()) == len(origin.requests) - 1


def oracle(rules, path):
    """Longest match, allow wins a tie (section 2.2.2); written from the RFC."""

    def matches(pattern):
        body = re.escape(pattern.removesuffix("$")).replace(r"\*", ".*")
        return re.match(body + ("$" if pattern.endswith("$") else ""), path)

    hits = [(len(pattern), kind == "Allow") for kind, pattern in rules if matches(pattern)]
    return max(hits, default=(0, True))[1]


async def test_5000_decisions_agree_with_the_rfc():
    rng = random.Random(9309)
    texts = {}

    async def fetch(url):
        body = texts[url].encode()
        return Fetch(url, url, (), "new", 200, (), None, body, 0, 0, None, None, None, None, None)

    robots = Robots(fetch, lambda: 0.0)
    violations = []
    for site in range(250):
        origin = f"http://site-{site}.example"
        rules = [
            (
                rng.choice(["Allow", "Disallow"]),
                "/" + "".join(rng.choices("ab/*", k=rng.randint(0, 5))) + rng.choice(["", "", "$"]),
            )
            for _ in range(rng.randint(0, 6))
        ]
        # Patterns that match the same are of one length to the RFC only when spelled alike.
        rules = [(kind, re.sub(r"\*+", "*", pattern)) for kind, pattern in rules]
        texts[origin + "/robots.txt"] = "User-agent: *\n" + "\n".join(map(": ".join, rules))
        for _ in range(20):
            path = "/" + "".join(rng.choices("ab/", k=rng.randint(0, 6)))
            try:
                (await robots.rules_for(origin)).check(origin + path)
            except FetchError:
                allowed = False
            else:
                allowed = True
            if allowed != oracle(rules, path):
                violations.append((rules, path, allowed))
    assert violations == []
