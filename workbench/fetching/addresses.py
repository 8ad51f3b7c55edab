"""Which URLs are fetched at all, and which addresses are on the public internet."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping

import httpx

from workbench.fetching.failures import FetchError
from workbench.phrases import fetching
from workbench.phrases.phrase import Phrase

_WEB = "Give an address that begins with http:// or https://."

_V4 = {
    "0.0.0.0/8": fetching.LOOPBACK,
    "10.0.0.0/8": fetching.PRIVATE,
    "100.64.0.0/10": fetching.PRIVATE,
    "127.0.0.0/8": fetching.LOOPBACK,
    "169.254.0.0/16": fetching.LINK_LOCAL,
    "172.16.0.0/12": fetching.PRIVATE,
    "192.0.0.0/24": fetching.RESERVED,
    "192.0.2.0/24": fetching.RESERVED,
    "192.88.99.0/24": fetching.RESERVED,
    "192.168.0.0/16": fetching.PRIVATE,
    "198.18.0.0/15": fetching.PRIVATE,
    "198.51.100.0/24": fetching.RESERVED,
    "203.0.113.0/24": fetching.RESERVED,
    "224.0.0.0/4": fetching.MULTICAST,
    "240.0.0.0/4": fetching.RESERVED,
}
_V6 = {
    "::/128": fetching.LOOPBACK,
    "::1/128": fetching.LOOPBACK,
    "fe80::/10": fetching.LINK_LOCAL,
    "fc00::/7": fetching.PRIVATE,
    "fec0::/10": fetching.PRIVATE,
    "ff00::/8": fetching.MULTICAST,
    "2001::/23": fetching.RESERVED,
    "2001:db8::/32": fetching.RESERVED,
    "3fff::/20": fetching.RESERVED,
}
"""The special-purpose registries of IANA (RFC 6890 and what came since)."""
_PUBLIC_V6 = ipaddress.IPv6Network("2000::/3")
"""Nothing else of IPv6 has been given to anybody to be reached at."""
_CARRY_V4 = {"::/96": 0, "::ffff:0:0/96": 0, "::ffff:0:0:0/96": 0, "64:ff9b::/96": 0, "2002::/16": 80}
"""IPv6 that stands for an IPv4 address, and by how many bits that is moved: what it leads to is checked."""

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


def _networks(table: Mapping[str, Phrase]) -> dict[Network, str]:
    return {ipaddress.ip_network(network): phrase() for network, phrase in table.items()}


_SPECIAL = _networks(_V4) | _networks(_V6)
_CARRYING = {ipaddress.IPv6Network(network): shift for network, shift in _CARRY_V4.items()}


def why_not_public(address: str) -> str | None:
    """What is at an address that is not on the public internet, in words; None where it is."""
    whole = ipaddress.ip_address(address)
    for network, what in _SPECIAL.items():
        if whole.version == network.version and whole in network:
            return what
    if isinstance(whole, ipaddress.IPv4Address):
        return None
    for carrying, shift in _CARRYING.items():
        if whole in carrying:
            return why_not_public(str(ipaddress.IPv4Address(int(whole) >> shift & 0xFFFFFFFF)))
    return None if whole in _PUBLIC_V6 else fetching.RESERVED()


def web_address(url: str) -> httpx.URL:
    """The URL in its usual spelling, without its fragment. Raises FetchError where it is not fetched."""
    try:
        # A fragment never leaves the machine: without it an address is known again.
        parsed = httpx.URL(url.strip())
        parsed = parsed.copy_with(raw_path=parsed.raw_path, fragment=None)
        host, port = parsed.host, parsed.port
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError("Not a web address", f"{url[:200]}: {error}", _WEB) from error
    if parsed.scheme not in ("http", "https"):
        raise FetchError("Not a web address", fetching.OTHER_SCHEME(file=url[:200]), _WEB)
    if not host or port == 0 or (port or 0) > 65535:
        raise FetchError("Not a web address", fetching.NO_PLACE(file=url[:200]), _WEB)
    if parsed.userinfo:
        shown = str(parsed.copy_with(username=None, password=None))
        raise FetchError("Address with a password", shown, "Take name and password out of it.")
    return parsed
