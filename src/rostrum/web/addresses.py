"""Which network addresses are public: everything else is refused unless it was named.

IANA special-purpose address registries (RFC 6890); `ipaddress` alone is not enough: Python 3.11
takes multicast, the 6to4 relays, NAT64 and some newer reserved blocks for global ones.
"""

from __future__ import annotations

from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
)

_UNICAST6 = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")
_REFUSED4 = (
    IPv4Network("192.0.0.0/24"),  # protocol assignments
    IPv4Network("192.88.99.0/24"),  # 6to4 relays, deprecated (RFC 7526)
    IPv4Network("168.63.129.16/32"),  # metadata of the Azure cloud, on a public address
)
_REFUSED6 = (
    IPv6Network("2001::/23"),  # protocol assignments, Teredo among them
    IPv6Network("2001:db8::/32"),  # documentation
    IPv6Network("2002::/16"),  # 6to4: any IPv4 address inside
    IPv6Network("3fff::/20"),  # documentation (RFC 9637)
)


def is_public(address: str) -> bool:
    """Whether an address in its plain form, as a resolver gives it, is on the public Internet."""
    parsed = ip_address(address)
    return _is_public4(parsed) if isinstance(parsed, IPv4Address) else _is_public6(parsed)


def is_loopback(host: str) -> bool:
    """Whether a host, as written in a URL, is this machine."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _is_public4(address: IPv4Address) -> bool:
    return (
        address.is_global
        and not address.is_multicast
        and not any(address in network for network in _REFUSED4)
    )


def _is_public6(address: IPv6Address) -> bool:
    if address.ipv4_mapped:
        return _is_public4(address.ipv4_mapped)
    if address in _NAT64:  # how an IPv6-only network reaches IPv4 (RFC 6052)
        return _is_public4(IPv4Address(int(address) & 0xFFFFFFFF))
    return address in _UNICAST6 and not any(address in network for network in _REFUSED6)
