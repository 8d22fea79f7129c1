"""Delays, Retry-After and back-off, by a fake clock (fault 11)."""

import random
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise

import pytest
from clients import client_for
from fault_origin import FakeClock, FaultOrigin, page, reply

from rostrum.web import Pacing
from rostrum.web.fetch import FetchError
from rostrum.web.pacing import parse_retry_after
from rostrum.web.throttle import Throttle

NOW = datetime(2026, 5, 16, 12, 0, tzinfo=UTC)


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
async def origin(clock):
    async with FaultOrigin(clock=clock) as running:
        yield running


def paced(clock, **kwargs):
    def now():
        return NOW + timedelta(seconds=clock())

    return Pacing(clock=clock, sleep=clock.sleep, now=now, **kwargs)


def later(seconds):
    return format_datetime(NOW + timedelta(seconds=seconds), usegmt=True)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, None),
        ("0", 0),
        ("30", 30),
        (" 30 ", 30),
        ("900", 900),
        ("901", 900),
        ("9" * 500, 900),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("", None),
        ("٣", None),
        (later(30), 30),
        (later(-30), 0),
        (later(86400), 900),
        ("Sat, 16 May 2026 12:00:30 -0000", 30),
        ("Sat May 16 12:00:30 2026", 30),
        ("Saturday, 16-May-26 12:00:30 GMT", 30),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 900),
        ("Sat, 99 May 2026 99:99:99 GMT", None),
    ],
)
def test_retry_after(value, seconds):
    assert seconds == parse_retry_after(value, NOW)


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("value", ["30", later(30)], ids=["seconds", "date"])
async def test_retry_after_is_a_floor_for_the_whole_host(origin, clock, status, value):
    asks = reply(status=status, headers=(f"Retry-After: {value}",))
    origin.answers |= {"/a": [asks, page()], "/b": page()}
    async with client_for(origin, pacing=paced(clock)) as client:
        assert (await client.fetch(origin.url("/a"))).outcome == "new"
        assert (await client.fetch(origin.url("/b"))).outcome == "new"
    first, again, other = [request.at for request in origin.requests[1:]]
    assert first + 30 <= again <= first + 31
    assert other >= again


@pytest.mark.parametrize("value", ["-30", "soon", ""])
async def test_a_retry_after_without_sense_leaves_the_back_off(origin, clock, value):
    origin.answers["/a"] = [reply(status=503, headers=(f"Retry-After: {value}",)), page()]
    async with client_for(origin, pacing=paced(clock)) as client:
        assert (await client.fetch(origin.url("/a"))).outcome == "new"
    _robots, first, again = [request.at for request in origin.requests]
    assert 0.5 <= again - first <= 1.0


@pytest.mark.parametrize("value", ["120", "99999999", later(86400)])
async def test_a_long_wait_is_not_slept_through(origin, clock, value):
    asks = reply(status=429, headers=(f"Retry-After: {value}",))
    origin.answers |= {"/a": asks, "/b": page()}
    async with client_for(origin, pacing=paced(clock)) as client:
        first = await client.fetch(origin.url("/a"))
        assert (first.outcome, first.error_code, first.status) == ("failed", "http_429", 429)
        other = await client.fetch(origin.url("/b"))
        assert (other.outcome, other.error_code, other.status) == ("failed", "http_429", None)
        back = "12:02:00 UTC" if value == "120" else "12:15:00 UTC"
        assert back in first.error_detail
        assert back in other.error_detail
        assert origin.paths() == ["/a"]
        clock.seconds += 901
        assert (await client.fetch(origin.url("/b"))).outcome == "new"


async def test_another_host_is_not_paused(origin, clock):
    origin.answers |= {"/a": reply(status=429, headers=("Retry-After: 600",)), "/b": page()}
    routes = {"other.example": ("127.0.0.1", origin.port)}
    async with client_for(origin, pacing=paced(clock), routes=routes) as client:
        assert (await client.fetch(origin.url("/a"))).error_code == "http_429"
        assert (await client.fetch("http://other.example/b")).outcome == "new"


async def test_retries_back_off_and_end(origin, clock):
    origin.answers["/a"] = reply(status=500)
    async with client_for(origin, pacing=paced(clock)) as client:
        assert (await client.fetch(origin.url("/a"))).error_code == "http_500"
    times = [request.at for request in origin.requests[1:]]
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert len(gaps) == 3
    for gap, least in zip(gaps, (0.5, 1, 2), strict=True):
        assert least <= gap <= least + 0.5


async def test_a_crawl_delay_is_kept(origin, clock):
    origin.answers["/robots.txt"] = reply(b"User-agent: *\nCrawl-delay: 7")
    origin.answers |= {f"/{n}": page() for n in range(4)}
    async with client_for(origin, pacing=paced(clock)) as client:
        for n in range(4):
            await client.fetch(origin.url(f"/{n}"))
    times = [request.at for request in origin.requests[1:]]
    assert [b - a for a, b in pairwise(times)] == [7, 7, 7]


@pytest.mark.parametrize("delay", ["61", "86400", "1e300"])
async def test_an_absurd_crawl_delay_ends_the_run_for_that_host(origin, clock, delay):
    origin.answers["/robots.txt"] = reply(f"User-agent: *\nCrawl-delay: {delay}".encode())
    origin.answers |= {"/a": page(), "/b": page()}
    async with client_for(origin, pacing=paced(clock)) as client:
        assert (await client.fetch(origin.url("/a"))).outcome == "new"
        fetch = await client.fetch(origin.url("/b"))
    assert (fetch.outcome, fetch.error_code) == ("failed", "crawl_delay")


@pytest.mark.parametrize("delay", ["-5", "nan", "inf", "soon", ""])
async def test_a_crawl_delay_without_sense_is_none(origin, clock, delay):
    origin.answers["/robots.txt"] = reply(f"User-agent: *\nCrawl-delay: {delay}".encode())
    origin.answers |= {"/a": page(), "/b": page()}
    async with client_for(origin, pacing=paced(clock)) as client:
        await client.fetch(origin.url("/a"))
        await client.fetch(origin.url("/b"))
    assert {0.0} == {request.at for request in origin.requests}


async def test_a_public_host_gets_pauses_and_our_own_none(origin, clock):
    origin.answers |= {"/a": page(), "/b": page()}
    for own_delay, least in ((0.0, 0.0), (3.0, 3.0)):
        del origin.requests[:]
        async with client_for(origin, pacing=paced(clock, own_delay=own_delay)) as client:
            await client.fetch(origin.url("/a"))
            await client.fetch(origin.url("/b"))
        _robots, first, second = [request.at for request in origin.requests]
        assert least == second - first


def test_the_delay_follows_latency_and_is_never_lowered_by_an_error(clock):
    throttle = Throttle("a.example", paced(clock), 1.0)
    assert throttle.delay == 1.0
    for _ in range(20):
        throttle.note_answer(200, None, 4.0)
    assert 3.9 < throttle.delay <= 4.0
    for status in (404, 403, 500, 503, 429):
        before = throttle.delay
        throttle.note_answer(status, None, 0.001)
        assert throttle.delay >= before
    before = throttle.delay
    throttle.note_error(0.001)
    assert throttle.delay == min(before * 2, 60)
    for _ in range(30):
        throttle.note_answer(200, None, 0.01)
    assert throttle.delay == 1.0


async def test_5000_decisions_keep_every_floor(clock):
    """Against a model that knows only the rules: 0 violations, Retry-After met within 1 s."""
    rng = random.Random(11)
    violations, asked, met = [], 0, []
    for host in range(50):
        throttle = Throttle(f"h{host}.example", paced(clock), rng.choice([0.0, 0.5, 1.0]))
        throttle.crawl_delay = rng.choice([0.0, 0.0, 2.0, 10.0])
        ended, floor, delay = -1e9, -1e9, 0.0
        for _ in range(100):
            before = clock()
            try:
                async with throttle.turn():
                    start = clock()
                    if start < floor or start < ended + max(delay, throttle.crawl_delay) - 1e-6:
                        violations.append((host, start, floor, ended, delay))
                    if floor > max(before, ended + max(delay, throttle.crawl_delay)):
                        met.append(start - floor)
                    clock.seconds += rng.random() * 3
                    status = rng.choice([200] * 6 + [404, 429, 500, 503])
                    wait = rng.choice([None, "1", "20", "59", "300", "-4", later(clock() + 40)])
                    throttle.note_answer(status, wait, clock() - start)
                    asked += 1
                ended, delay = clock(), throttle.delay
                if status in {429, 503}:
                    seconds = parse_retry_after(wait, NOW + timedelta(seconds=clock()))
                    floor = max(floor, clock() + (seconds or 0))
            except FetchError:
                assert floor - clock() > 60, "only a long wait is refused"
                clock.seconds = floor + rng.random() * 0.5
                ended = -1e9
    assert violations == []
    assert asked > 4000
    assert met
    assert max(met) <= 1.0
