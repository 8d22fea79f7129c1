"""An origin on loopback, and a client that may go there."""

import pytest
from fault_origin import FaultOrigin

from rostrum.settings import Settings
from rostrum.web import Client, Limits, Pacing

HASTE = Pacing(backoff=0.01)


@pytest.fixture
async def origin():
    """A server that can cut, drip and lie."""
    async with FaultOrigin() as running:
        yield running


@pytest.fixture
async def client(origin):
    """A client with the limits of every day, that hurries between retries."""
    async with client_for(origin) as opened:
        yield opened


def client_for(*origins, limits=Limits(), pacing=HASTE, **kwargs):  # noqa: B008
    """A client for which the origins are no forbidden addresses."""
    hosts = frozenset(f"127.0.0.1:{origin.port}" for origin in origins)
    return Client(Settings(allow_hosts=hosts), limits=limits, pacing=pacing, **kwargs)
