"""An origin on loopback, and a client that may go there."""

import pytest
from clients import client_for
from fault_origin import FaultOrigin


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
