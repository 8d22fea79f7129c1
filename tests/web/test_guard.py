"""Addresses that are refused before a packet leaves (fault 23)."""

import httpcore
import pytest
from clients import client_for
from fault_origin import FaultOrigin, page, redirect

from rostrum.settings import Settings
from rostrum.web import Client, Pacing
from rostrum.web.addresses import is_public
from rostrum.web.fetch import FetchError
from rostrum.web.guard import Guard

VECTORS = """
127.0.0.1 127.0.0.2 127.1 127.0.1 127.255.255.254 2130706433 017700000001 0177.0.0.1 0x7f000001
0x7f.1 0x7f.0x0.0x0.0x1 0X7F.1 127.0.0.1. %31%32%37.0.0.1 ①②⑦.0.0.1 127。0。0。1 １２７.0.0.1
localhost LOCALHOST localhost. localhost.localdomain ip6-localhost
0.0.0.0 0 0x0 0.1.2.3
10.0.0.1 10.255.255.255 167772161 0xa.1 012.1 172.16.0.1 172.31.255.255 192.168.0.1 3232235521
169.254.169.254 2852039166 0xa9fea9fe 0251.0376.0251.0376 169.254.43518 169.254.0.1
metadata.google.internal 168.63.129.16 100.100.100.200
100.64.0.1 100.127.255.255 192.0.0.8 192.0.2.1 198.18.0.1 198.51.100.7 203.0.113.9 192.88.99.1
224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
[::1] [0:0:0:0:0:0:0:1] [::] [::ffff:127.0.0.1] [::ffff:7f00:1] [::ffff:10.0.0.1]
[::ffff:169.254.169.254] [::127.0.0.1] [::ffff:0:127.0.0.1] [64:ff9b::7f00:1] [64:ff9b::10.0.0.1]
[64:ff9b:1::1] [2002:7f00:1::] [2002:a00:1::1] [2001::1] [2001:db8::1] [3fff::1] [100::1]
[fc00::1] [fd00:ec2::254] [fe80::1] [febf::1] [fec0::1] [ff02::1] [ff0e::1] [5f00::1]
""".split()


class RecordingGuard(Guard):
    """The real guard; counts the sockets it opens, and may be told what DNS says."""

    def __init__(self, *args, dns=()):
        super().__init__(*args)
        self.dialled = []
        self.dns = list(dns)

    async def resolve(self, host, port):
        if not self.dns:
            return await super().resolve(host, port)
        return [(address, port) for address in self.dns.pop(0)]

    async def dial(self, address, *args):
        self.dialled.append(address)
        if not is_public(address[0]):
            return await super().dial(address, *args)
        raise httpcore.ConnectError("the public Internet is not a place for tests")


def watched(*hosts, dns=(), routes=()):
    guard = RecordingGuard(frozenset(hosts), dict(routes), dns=dns)
    return guard, Client(Settings(), pacing=Pacing(delay=0, backoff=0.01), guard=guard)


def test_there_are_enough_vectors():
    assert 60 <= len(VECTORS) == len(set(VECTORS))


@pytest.mark.parametrize("host", VECTORS)
async def test_no_connection_directly(origin, host):
    guard, client = watched()
    async with client:
        for scheme in ("http", "https"):
            fetch = await client.fetch(f"{scheme}://{host}:{origin.port}/")
            assert fetch.error_code in {"address_refused", "dns_failed", "invalid_url"}
            assert fetch.outcome in {"refused", "failed"}
    assert guard.dialled == []
    assert origin.accepts == 0


@pytest.mark.parametrize("host", VECTORS)
async def test_no_connection_by_redirect(origin, host):
    async with FaultOrigin() as victim:
        guard, client = watched(f"127.0.0.1:{origin.port}")
        origin.answers["/a"] = redirect(f"http://{host}:{victim.port}/")
        async with client:
            fetch = await client.fetch(origin.url("/a"))
        assert fetch.error_code in {"address_refused", "dns_failed", "invalid_url"}
        assert {("127.0.0.1", origin.port)} == set(guard.dialled)
        assert victim.accepts == 0


async def test_a_redirect_of_robots_txt_is_checked_too(origin):
    async with FaultOrigin() as victim, client_for(origin) as client:
        origin.answers["/robots.txt"] = redirect(victim.url("/robots.txt"))
        fetch = await client.fetch(origin.url("/a"))
        assert fetch.error_code == "robots_unreachable"
        assert (victim.accepts, origin.paths()) == (0, [])


async def test_an_answer_of_dns_that_changes():
    public, private = ["93.184.215.14"], ["127.0.0.1"]
    guard, client = watched(dns=[public, private])
    async with client:
        fetch = await client.fetch("http://rebinding.example/")
    assert fetch.error_code == "address_refused"
    assert guard.dialled == [("93.184.215.14", 80)], "the checked address is the one connected to"


@pytest.mark.parametrize("private", ["10.0.0.1", "::1", "fe80::1%2", "::ffff:10.0.0.1"])
async def test_one_private_address_among_public_ones(private):
    guard, client = watched(dns=[["93.184.215.14", private, "2606:4700::1111"]])
    async with client:
        assert (await client.fetch("http://mixed.example/")).error_code == "address_refused"
    assert guard.dialled == []


async def test_all_addresses_of_a_host_are_tried():
    addresses = ["2606:4700::1111", "93.184.215.14"]
    guard, client = watched(dns=[addresses] * 4)
    async with client:
        assert (await client.fetch("http://two.example/")).error_code == "connect_failed"
    assert [(address, 80) for address in addresses] * 4 == guard.dialled


@pytest.mark.parametrize("named", ["127.0.0.1", "127.0.0.1:{port}"])
async def test_a_named_host_is_let_through(origin, named):
    guard, client = watched(named.format(port=origin.port))
    origin.answers["/"] = page()
    async with client:
        assert (await client.fetch(f"http://0x7f.1:{origin.port}/")).outcome == "new"
    assert {("127.0.0.1", origin.port)} == set(guard.dialled)


@pytest.mark.parametrize("named", ["127.0.0.1:1", "127.0.0.2", "localhost", "example.org", "::1"])
async def test_only_the_named_host_is_let_through(origin, named):
    guard, client = watched(named)
    async with client:
        assert (await client.fetch(origin.url())).error_code == "address_refused"
    assert (guard.dialled, origin.accepts) == ([], 0)


@pytest.mark.parametrize("named", ["::1", "[::1]", "[::1]:{port}"])
async def test_an_ipv6_host_is_named_with_or_without_its_port(named):
    async with FaultOrigin(host="::1") as origin:
        origin.answers["/"] = page()
        _guard, client = watched(named.format(port=origin.port))
        async with client:
            assert (await client.fetch(f"http://[::1]:{origin.port}/")).outcome == "new"


async def test_a_route_leads_a_host_to_loopback_and_nothing_else_there(origin):
    origin.answers["/"] = page()
    guard, client = watched(routes={"forum.example": ("127.0.0.1", origin.port)})
    async with client:
        assert (await client.fetch("http://forum.example/")).outcome == "new"
        assert (await client.fetch(origin.url())).error_code == "address_refused"
    assert {"forum.example"} == {request.headers["host"] for request in origin.requests}
    assert {("127.0.0.1", origin.port)} == set(guard.dialled)


async def test_local_sockets_are_refused():
    with pytest.raises(FetchError, match="local socket"):
        await Guard(frozenset(), {}).connect_unix_socket("/run/docker.sock")


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_public_addresses(address):
    assert is_public(address)
