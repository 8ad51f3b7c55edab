"""How far fetching goes, and what it needs of the machine it runs on."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from workbench import __version__

USER_AGENT = f"workbench/{__version__} (+fact-checking; reads what a person has asked for)"
ROBOT = "workbench"
"""What robots.txt may call us."""

Resolve = Callable[[str, int], list[str]]
"""The addresses of a host for a port. Raises OSError where it has none."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What is fetched and how patiently. Times are in seconds, sizes in bytes.

    ``allow_private`` lets addresses that are not on the public internet be fetched; ``ignore_robots`` what
    robots.txt forbids; ``refresh`` asks again for what is in already.
    """

    allow_private: bool = False
    ignore_robots: bool = False
    refresh: bool = False
    total: float = 60.0
    """For one document, from the connection to its last byte; each redirect begins anew."""
    connect: float = 10.0
    silence: float = 20.0
    """Between two bytes."""
    size: int = 20_000_000
    """Of a body, as it is transferred and as it is unpacked."""
    redirects: int = 10
    tries: int = 3
    delay: float = 1.0
    """Between two requests to one host, where its robots.txt asks for no longer one."""
    longest_delay: float = 60.0
    """More than that is not waited between two requests, whatever robots.txt asks for."""
    patience: float = 60.0
    """The longest that a busy server may ask to wait before it is given up."""
    at_once: int = 6
    """Hosts that are asked at the same time."""


def resolved(host: str, port: int) -> list[str]:
    """The addresses that this machine knows a host by, in its order of preference."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


@cache
def trusted() -> ssl.SSLContext:
    """Whom to believe: the authorities that browsers know, and those that this machine was told of."""
    import certifi

    context = ssl.create_default_context(cafile=certifi.where())
    context.load_default_certs()
    return context


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a test replaces: names, time, waiting, and whom TLS trusts."""

    resolve: Resolve = resolved
    clock: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = _now
    sleep: Callable[[float], None] | None = None
    """None: waits, but not beyond the end of the fetching."""
    tls: Callable[[], ssl.SSLContext] = trusted
