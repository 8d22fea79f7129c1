"""Redirects, what is sent along them, and what an answer's status means (faults 22, 24, 28–30)."""

import asyncio

import pytest
from clients import client_for
from fault_origin import FaultOrigin, page, redirect, reply

from rostrum import __version__
from rostrum.settings import Settings
from rostrum.web import Client, Pacing, Validators


async def test_a_circle_is_one_fetch_with_its_chain(origin, client):
    origin.answers |= {"/a": redirect("/b"), "/b": redirect("/c"), "/c": redirect("/a")}
    fetch = await client.fetch(origin.url("/a"))
    assert (fetch.outcome, fetch.error_code) == ("failed", "too_many_redirects")
    assert tuple(origin.url(path) for path in ("/a", "/b", "/c")) == fetch.redirects
    assert origin.paths() == ["/a", "/b", "/c"]


@pytest.mark.parametrize(("hops", "code"), [(10, None), (11, "too_many_redirects")])
async def test_ten_redirects_are_followed(origin, client, hops, code):
    origin.answers |= {f"/{n}": redirect(f"/{n + 1}") for n in range(hops)}
    origin.answers[f"/{hops}"] = page()
    fetch = await client.fetch(origin.url("/0"))
    assert (code, min(hops, 11)) == (fetch.error_code, len(fetch.redirects))
    assert len(origin.paths()) == 11


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_each_kind_of_redirect(origin, client, status):
    origin.answers |= {"/a/x": redirect("../b#part", status), "/b": page("B")}
    fetch = await client.fetch(origin.url("/a/x"))
    assert ("new", origin.url("/b")) == (fetch.outcome, fetch.final_url)
    assert (origin.url("/a/x"), (origin.url("/a/x"),)) == (fetch.url, fetch.redirects)


@pytest.mark.parametrize(
    ("location", "code"),
    [
        ("file:///etc/passwd", "scheme_refused"),
        ("ftp://127.0.0.1/x", "scheme_refused"),
        ("gopher://127.0.0.1:70/x", "scheme_refused"),
        ("javascript:alert(1)", "scheme_refused"),
        ("data:text/html,hello", "scheme_refused"),
        ("http://user:secret@127.0.0.1/", "invalid_url"),
        ("http://", "invalid_url"),
        ("http://[::1", "invalid_url"),
    ],
)
async def test_a_redirect_to_what_is_not_fetched(origin, client, location, code):
    origin.answers["/a"] = redirect(location)
    fetch = await client.fetch(origin.url("/a"))
    assert ("refused", code) == (fetch.outcome, fetch.error_code)
    assert "secret" not in fetch.error_detail
    assert origin.paths() == ["/a"]


async def test_no_cookie_and_no_credential_is_ever_sent(origin, monkeypatch, tmp_path):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login someone password secret\n")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    async with FaultOrigin() as other, client_for(origin, other) as client:
        cookie = ("Set-Cookie: session=secret; Path=/", f"Location: {other.url('/there')}")
        origin.answers["/here"] = reply(status=302, headers=cookie)
        other.answers["/there"] = redirect(origin.url("/back"))
        origin.answers["/back"] = page()
        fetch = await client.fetch(origin.url("/here"))
        assert (fetch.outcome, fetch.status) == ("new", 200)
        for request in origin.requests + other.requests:
            assert not request.headers.keys() & {"cookie", "authorization", "referer"}


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (404, "gone"),
        (410, "gone"),
        (401, "refused"),
        (403, "refused"),
        (451, "refused"),
        (400, "failed"),
        (418, "failed"),
        (204, "failed"),
        (206, "failed"),
        (304, "failed"),
        (302, "failed"),
        (599, "failed"),
    ],
)
async def test_what_a_status_means(origin, client, status, outcome):
    origin.answers["/p"] = reply(b"" if status in {204, 304} else b"no", status)
    fetch = await client.fetch(origin.url("/p"))
    assert (outcome, status, None) == (fetch.outcome, fetch.status, fetch.body)
    assert f"http_{status}" == fetch.error_code
    assert (4 if status >= 500 else 1) == len(origin.paths())


async def test_a_server_error_that_passes(origin, client):
    origin.answers["/p"] = [reply(status=500), reply(status=502), reply(status=503), page()]
    assert (await client.fetch(origin.url("/p"))).outcome == "new"


async def test_a_revisit_is_conditional(origin, client):
    origin.answers["/p"] = [
        reply(b"one", headers=('ETag: W/"1"', "Last-Modified: Tue, 05 May 2026 10:00:00 GMT")),
        reply(status=304, length=False),
    ]
    first = await client.fetch(origin.url("/p"))
    again = await client.fetch(origin.url("/p"), Validators(first.etag, first.last_modified))
    sent = origin.requests[-1].headers
    assert (
        sent["if-none-match"],
        sent["if-modified-since"],
    ) == ('w/"1"', "tue, 05 may 2026 10:00:00 gmt")
    assert (
        again.outcome,
        again.status,
        again.body,
        again.wire_bytes,
    ) == ("unchanged", 304, None, 0)
    assert (first.etag, first.last_modified) == (again.etag, again.last_modified)


async def test_without_validators_nothing_is_conditional(origin, client):
    origin.answers["/p"] = page()
    fetch = await client.fetch(origin.url("/p"), Validators(None, None))
    assert (fetch.etag, fetch.last_modified) == (None, None)
    assert not [name for name in origin.requests[-1].headers if name.startswith("if-")]


async def test_an_edited_page_is_new_though_its_etag_is_the_same(origin, client):
    origin.answers["/p"] = [reply(v, headers=('ETag: "1"',)) for v in (b"one", b"two")]
    first = await client.fetch(origin.url("/p"))
    second = await client.fetch(origin.url("/p"), Validators(first.etag, None))
    assert (first.body, second.body, second.outcome) == (b"one", b"two", "new")


async def test_validators_that_are_no_header_values_are_a_failed_fetch(origin, client):
    fetch = await client.fetch(origin.url("/p"), Validators("a\r\nX-Evil: 1", None))
    assert (fetch.outcome, fetch.error_code) == ("failed", "protocol_error")
    assert origin.paths() == []


async def test_it_names_itself_and_a_contact(origin):
    hosts = frozenset({f"127.0.0.1:{origin.port}"})
    async with Client(Settings(allow_hosts=hosts, contact="a@b.example\r\nX: 1")) as client:
        await client.fetch(origin.url("/p"))
    agents = {request.headers["user-agent"] for request in origin.requests}
    assert len(agents) == 1
    assert agents.pop().startswith(f"rostrum/{__version__} ")
    assert "x" not in origin.requests[0].headers
    assert {"gzip"} == {request.headers["accept-encoding"] for request in origin.requests}


@pytest.mark.parametrize("url", ["", "nonsense", "http://", "/news/", "\ud800", "http://a b/"])
async def test_what_is_no_url_is_an_outcome(client, url):
    fetch = await client.fetch(url)
    assert ("refused", "invalid_url", url) == (fetch.outcome, fetch.error_code, fetch.url)


async def test_requests_under_way_are_bounded(origin):
    """At most 8 at once over all hosts, 1 to each."""
    hosts = {f"h{n}.example": ("127.0.0.1", origin.port) for n in range(12)}
    under_way, most = {}, {}

    def answer(host):
        async def slow(writer):

            under_way[host] = under_way.get(host, 0) + 1
            most[host] = max(most.get(host, 0), under_way[host])
            most["all"] = max(most.get("all", 0), sum(under_way.values()))
            await asyncio.sleep(0.02)
            under_way[host] -= 1
            writer.write(page())

        return slow

    origin.answers |= {f"/{host}/{n}": answer(host) for host in hosts for n in range(3)}
    async with client_for(origin, routes=hosts, pacing=Pacing()) as client:
        urls = [f"http://{host}/{host}/{n}" for host in hosts for n in range(3)]
        fetches = await asyncio.gather(*map(client.fetch, urls))
    assert {"new"} == {fetch.outcome for fetch in fetches}
    assert most.pop("all") == 8
    assert {1} == set(most.values())
