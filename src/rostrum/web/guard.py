"""The guard: every connection is checked on the resolved address, before a packet leaves.

httpcore asks its network backend for each connection, after redirects, DNS and everything else
that can lead astray; so the check lies here. The address that was checked is the one connected
to: a second DNS answer cannot slip in between.
"""

from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING, NoReturn

import httpcore

from rostrum.web.addresses import is_loopback, is_public
from rostrum.web.fetch import FetchError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    Address = tuple[str, int]
    SocketOption = (
        tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]
    )


class Guard(httpcore.AnyIOBackend):
    """The network backend of the client.

    Args:
        allow_hosts: `host` or `host:port`, as written in URLs, that may have any address.
        routes: hosts that no DNS knows, and the loopback address and port each is served at.
    """

    def __init__(self, allow_hosts: AbstractSet[str], routes: Mapping[str, Address]) -> None:
        self._allow_hosts = frozenset(host.lower() for host in allow_hosts)
        self._routes = {host.lower(): address for host, address in routes.items()}

    def is_own(self, host: str, port: int) -> bool:
        """Whether the host is this machine, and was named as such."""
        return host in self._routes or (self._is_allowed(host, port) and is_loopback(host))

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the signature is httpcore's
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connects to the first address of a host that answers.

        Raises:
            FetchError: `address_refused`, `dns_failed`.
            httpcore.ConnectError: no address answered.
        """
        *others, last = await self._addresses(host.lower(), port)
        for address in others:
            try:
                return await self.dial(address, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return await self.dial(last, timeout, local_address, socket_options)

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002, ASYNC109 - the signature is httpcore's
        socket_options: Iterable[SocketOption] | None = None,  # noqa: ARG002
    ) -> NoReturn:
        """Refuses: a site is not a file of this machine."""
        raise FetchError("refused", "address_refused", f"{path} is a local socket, not a site")

    async def dial(
        self,
        address: Address,
        timeout: float | None,  # noqa: ASYNC109
        local_address: str | None,
        socket_options: Iterable[SocketOption] | None,
    ) -> httpcore.AsyncNetworkStream:
        """Opens the socket; the only place that does. The address is a number, never a name."""
        return await super().connect_tcp(*address, timeout, local_address, socket_options)

    async def resolve(self, host: str, port: int) -> list[Address]:
        """What DNS says of a host, in the order to try (RFC 6724)."""
        loop = asyncio.get_running_loop()
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return [(str(sockaddr[0]), port) for *_, sockaddr in found]

    async def _addresses(self, host: str, port: int) -> list[Address]:
        if route := self._routes.get(host):
            return [route]
        try:
            found = await self.resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise FetchError(
                "failed", "dns_failed", f"No address is known for {host}: {error}"
            ) from None
        if not self._is_allowed(host, port):
            for address, _ in found:
                _check_public(host, address)
        return found

    def _is_allowed(self, host: str, port: int) -> bool:
        names = {host, f"[{host}]"} if ":" in host else {host}
        return any({name, f"{name}:{port}"} & self._allow_hosts for name in names)


def _check_public(host: str, address: str) -> None:
    if not is_public(address):
        raise FetchError(
            "refused",
            "address_refused",
            f"{host} leads to {address}, which is not on the public Internet;"
            f" name the host in ROSTRUM_ALLOW_HOSTS if it is meant",
        )
