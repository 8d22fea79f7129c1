"""The guard: every connection is checked on the resolved address, before a packet leaves.

httpcore asks its network backend for each connection, after redirects, DNS and everything else
that can lead astray; so the check lies here. The address that was checked is the one connected
to: a second DNS answer cannot slip in between.
"""

from __future__ import annotations

import asyncio
import socket
import time
from typing import TYPE_CHECKING, NoReturn

import httpcore
from httpcore._backends.anyio import AnyIOBackend

from rostrum.web.addresses import is_loopback, is_public
from rostrum.web.fetch import FetchError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set

    Address = tuple[str, int]
    SocketOption = (
        tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]
    )


class Guard(AnyIOBackend):
    """The network backend of the client.

    Args:
        allow_hosts: `host` or `host:port`, as written in URLs, that may have any address.
        routes: hosts that no DNS knows and the loopback address and port each one is served at.
    """

    def __init__(self, allow_hosts: Set[str], routes: Mapping[str, Address]) -> None:
        self._allow_hosts = frozenset(host.lower() for host in allow_hosts)
        self._routes = {host.lower(): address for host, address in routes.items()}

    def is_own(self, host: str, port: int) -> bool:
        """Whether the host is this machine, and was named as such."""
        return host in self._routes or (self._is_allowed(host, port) and is_loopback(host))

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connects to the first address of a host that answers.

        Raises:
            FetchError: `address_refused`, `dns_failed`.
            httpcore.ConnectError: no address answered.
        """
        addresses = await self._addresses(host.lower(), port)
        share = None if timeout is None else timeout / len(addresses)
        for address, port_there in addresses[:-1]:
            try:
                return await self.dial(address, port_there, share, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return await self.dial(*addresses[-1], share, local_address, socket_options)

    async def connect_unix_socket(self, path: str, *_args: object, **_options: object) -> NoReturn:
        """Refuses."""
        raise FetchError("refused", "address_refused", f"{path} is a local socket, not a site")
