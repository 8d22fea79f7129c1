"""Bodies that are cut, dripped, bombs or lies (faults 9, 10, 12–15)."""

import asyncio
import gzip
import os
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest
from clients import client_for
from fault_origin import chunked, drip, page, reply

from rostrum.web import Limits

HTML = b"<!DOCTYPE html><html><body>" + bytes(
    f"<p>{'; '.join(str(n * n) for n in range(400))}</p></body></html>", "ascii"
)
GZIP = gzip.compress(HTML, mtime=0)
CODED = ("Content-Encoding: gzip", "Content-Type: text/html")
TYPED = ("Content-Type: text/html; charset=utf-8",)
MIB = 1024 * 1024


def announced(body, length):
    return reply(body, headers=(*TYPED, f"Content-Length: {length}"), length=False)


CUT = {
    "length, nothing": announced(b"", 100),
    "length, one byte": announced(HTML[:1], len(HTML)),
    "length, half": announced(HTML[:2000], len(HTML)),
    "length, all but one": announced(HTML[:-1], len(HTML)),
    "chunks, none": chunked(end=b""),
    "chunks, no last": chunked(HTML, end=b"", headers=TYPED),
    "chunks, within one": chunked(end=b"ff\r\n<html>"),
    "gzip, length right": reply(GZIP[:-20], headers=CODED),
    "gzip, no trailer": reply(GZIP[:-8], headers=CODED),
    "gzip, trailer cut": reply(GZIP[:-1], headers=CODED),
    "gzip, empty": reply(b"", headers=CODED),
    "gzip, chunks right": chunked(GZIP[:50], headers=CODED),
    "gzip, until closed": reply(GZIP[:-20], headers=CODED, length=False),
    "gzip, second member cut": reply(GZIP + GZIP[:30], headers=CODED),
    "plain, until closed": reply(HTML[:2000], headers=TYPED, length=False),
}
WHOLE = {
    "length": reply(HTML, headers=TYPED),
    "chunks": chunked(HTML[:9], HTML[9:], headers=TYPED),
    "until closed": reply(HTML, headers=TYPED, length=False),
    "gzip": reply(GZIP, headers=CODED),
    "gzip, chunks of one byte": chunked(*[bytes([b]) for b in GZIP], headers=CODED),
    "gzip, two members": reply(gzip.compress(HTML[:99]) + gzip.compress(HTML[99:]), headers=CODED),
    "gzip, until closed": reply(GZIP, headers=CODED, length=False),
}


@pytest.mark.parametrize("answer", CUT.values(), ids=CUT)
async def test_a_cut_body_is_asked_for_again_and_then_given_up(origin, client, answer):
    origin.answers["/p"] = answer
    fetch = await client.fetch(origin.url("/p"))
    assert (fetch.outcome, fetch.error_code, fetch.body) == ("failed", "truncated", None)
    assert "\n" not in fetch.error_detail
    assert len(origin.paths()) == 4


@pytest.mark.parametrize("answer", CUT.values(), ids=CUT)
async def test_a_cut_body_that_then_comes_whole_is_new(origin, client, answer):
    origin.answers["/p"] = [answer, answer, WHOLE["gzip"]]
    fetch = await client.fetch(origin.url("/p"))
    assert (fetch.outcome, fetch.error_code, fetch.body) == ("new", None, HTML)
    assert len(origin.paths()) == 3


@pytest.mark.parametrize("answer", WHOLE.values(), ids=WHOLE)
async def test_a_whole_body_is_new(origin, client, answer):
    origin.answers["/p"] = answer
    fetch = await client.fetch(origin.url("/p"))
    assert (fetch.outcome, fetch.status, fetch.body) == ("new", 200, HTML)


async def test_wire_bytes_are_those_on_the_wire(origin, client):
    origin.answers["/p"] = WHOLE["gzip"]
    assert len(GZIP) == (await client.fetch(origin.url("/p"))).wire_bytes


async def test_every_cut_of_a_gzip_body_is_noticed(origin):
    async with client_for(origin) as client:
        for end in range(0, len(GZIP), 29):
            origin.answers["/p"] = [reply(GZIP[:end], headers=CODED), WHOLE["gzip"]]
            assert (await client.fetch(origin.url("/p"))).body == HTML
            assert len(origin.answers["/p"]) == 1, f"cut at {end} was taken for whole"


@pytest.mark.parametrize("drop", [b"", b"HTTP/1.1 200 O", b"HTTP/1.1 200 OK\r\nContent-Le"])
async def test_an_answer_that_never_comes_is_asked_for_again(origin, client, drop):
    origin.answers["/p"] = [drop, page()]
    fetch = await client.fetch(origin.url("/p"))
    assert (fetch.outcome, len(origin.paths())) == ("new", 2)


async def test_a_closed_port_is_a_failed_connection(origin):
    async with client_for(origin) as client:
        origin._server.close()
        await origin._server.wait_closed()
        fetch = await client.fetch(origin.url("/p"))
    assert (fetch.outcome, fetch.error_code) == ("failed", "connect_failed")


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("deflate", zlib.compress(HTML)),
        ("br", b"\x0b\x02\x80"),
        ("zstd", b"\x28\xb5\x2f\xfd"),
        ("gzip, gzip", gzip.compress(GZIP)),
        ("gzip", HTML),
        ("gzip", GZIP[:200] + bytes([GZIP[200] ^ 255]) + GZIP[201:]),
        ("gzip", GZIP[:-6] + b"\0" + GZIP[-5:]),
        ("gzip", GZIP + b"garbage"),
    ],
    ids=["deflate", "br", "zstd", "nested", "no gzip", "flipped", "checksum", "garbage"],
)
async def test_a_coding_that_was_not_asked_for_or_is_damaged(origin, client, coding, body):
    origin.answers["/p"] = reply(body, headers=(f"Content-Encoding: {coding}",))
    fetch = await client.fetch(origin.url("/p"))
    assert (fetch.outcome, fetch.error_code, fetch.body) == ("failed", "bad_encoding", None)


@pytest.mark.parametrize("part", ["headers", "body"])
async def test_a_drip_ends_at_the_deadline(origin, part):
    head = reply(headers=("Content-Length: 9999",), length=False)
    slow = drip(head if part == "headers" else b"x" * 999, 0.1)

    async def answer(writer):
        writer.write(head if part == "body" else b"")
        await slow(writer)

    origin.answers["/p"] = answer
    async with client_for(origin, limits=Limits(deadline=0.7)) as client:
        await client.fetch(origin.url("/robots.txt"))
        start = time.monotonic()
        fetch = await client.fetch(origin.url("/p"))
    assert (fetch.outcome, fetch.error_code, fetch.body) == ("failed", "timeout", None)
    assert 0.7 <= time.monotonic() - start < 0.95
    assert 700 <= fetch.elapsed_ms < 950
    assert len(origin.paths()) == 1


async def test_retries_share_the_deadline(origin):
    async def slow_cut(writer):
        await asyncio.sleep(0.2)
        writer.write(CUT["length, half"])

    origin.answers["/p"] = slow_cut
    async with client_for(origin, limits=Limits(deadline=0.5)) as client:
        fetch = await client.fetch(origin.url("/p"))
    assert (fetch.error_code, len(origin.paths())) == ("timeout", 3)


async def test_a_stream_without_end_is_left_at_the_bound(origin, client):
    async def zeros(writer):
        writer.write(reply(length=False))
        await origin.pour(writer, bytes(MIB), 1024)

    origin.answers["/p"] = zeros
    fetch = await client.fetch(origin.url("/p"))
    assert (fetch.outcome, fetch.error_code, fetch.body) == ("refused", "too_large", None)
    assert 16 * MIB < fetch.wire_bytes <= 16 * MIB + 2**17
    assert origin.sent < 32 * MIB
    assert len(origin.paths()) == 1


async def test_an_announced_size_above_the_bound_is_not_read(origin, client):
    async def announce(writer):
        writer.write(announced(b"", 16 * MIB + 1))
        await origin.pour(writer, bytes(MIB), 17)

    origin.answers["/p"] = announce
    fetch = await client.fetch(origin.url("/p"))
    assert (fetch.error_code, fetch.wire_bytes) == ("too_large", 0)


async def test_a_body_at_the_bound_is_whole(origin):
    async with client_for(origin, limits=Limits(wire=len(GZIP), decoded=len(HTML))) as client:
        origin.answers["/p"] = WHOLE["gzip"]
        assert (await client.fetch(origin.url("/p"))).body == HTML
    async with client_for(origin, limits=Limits(decoded=len(HTML) - 1)) as client:
        assert (await client.fetch(origin.url("/p"))).error_code == "too_large"


@pytest.mark.parametrize(
    "headers",
    [
        [f"X-{n}: {n}" for n in range(20_000)],
        ["a: b"] * 20_000,
        ["X-Long: " + "a" * 20 * MIB],
        ["No colon here"],
        ["Content-Length: 5", "Content-Length: 6"],
    ],
    ids=["many", "many short", "long", "malformed", "two lengths"],
)
async def test_absurd_headers_are_no_http(origin, client, headers):
    origin.answers["/p"] = reply(b"hello", headers=headers)
    fetch = await client.fetch(origin.url("/p"))
    assert (fetch.outcome, fetch.error_code) == ("failed", "protocol_error")
    assert len(fetch.error_detail) < 300


@pytest.mark.parametrize(
    "answer", [b"SSH-2.0-OpenSSH\r\n\r\n", b"\0" * 99, b"HTP/1.1 200 OK\r\n\r\n"]
)
async def test_what_is_not_http(origin, client, answer):
    origin.answers["/p"] = answer
    assert (await client.fetch(origin.url("/p"))).error_code == "protocol_error"


@pytest.mark.skipif(sys.platform != "linux", reason="reads the peak of memory in /proc")
def test_a_gzip_bomb_stays_small_in_memory():
    child = Path(__file__).with_name("bomb_child.py")
    done = subprocess.run(
        [sys.executable, str(child)], capture_output=True, text=True, check=True, env=os.environ
    )
    code, grown = done.stdout.split()
    assert code == "too_large"
    assert int(grown) <= 64 * 1024, f"memory grew by {grown} KiB"
