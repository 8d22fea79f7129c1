"""A client that may go to the origins of the tests."""

from rostrum.settings import Settings
from rostrum.web import Client, Limits, Pacing

HASTE = Pacing(backoff=0.01)
EVERY_DAY = Limits()


def client_for(*origins, limits=EVERY_DAY, pacing=HASTE, **kwargs):
    """A client for which the origins are no forbidden addresses."""
    hosts = frozenset(f"127.0.0.1:{origin.port}" for origin in origins)
    return Client(Settings(allow_hosts=hosts), limits=limits, pacing=pacing, **kwargs)
