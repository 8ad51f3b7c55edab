"""Who may ask the server: whoever has its token, by a name that can only mean this machine. No network here.

Three things are held against each request. The *token*, in the address or in the cookie that its first use
sets, compared in constant time. The *Host* header: a page elsewhere can make its own name resolve to
127.0.0.1 (DNS rebinding), but then that name stands in the header. The *Origin* of a websocket, which
browsers let any page open: it must be the very page that this server gave.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Literal
from urllib.parse import urlsplit

TOKEN = "token"
"""The name of the token in the address."""
_TOKEN_BYTES = 32

Refusal = Literal["name", "token", "page"]
"""The server was called by another's name, without its token, or by another's page."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a request bears on whether it is answered; names of headers are in lower case."""

    headers: Mapping[str, str]
    query: Mapping[str, str]
    cookies: Mapping[str, str]
    websocket: bool = False


@dataclass(frozen=True, slots=True)
class Guard:
    """The door of a server bound to `host` (an address or a name) and `port`."""

    host: str
    port: int
    token: str
    tickets: set[str] = field(default_factory=set)
    """Tokens that open the page once."""

    @classmethod
    def new(cls, host: str, port: int) -> Guard:
        """A guard with a token that nobody has seen."""
        return cls(host, port, secrets.token_urlsafe(_TOKEN_BYTES))

    @property
    def cookie(self) -> str:
        """The cookie's name: browsers send a cookie to every port of its host, so each port has its own."""
        return f"workbench_{self.port}"

    @property
    def address(self) -> str:
        """What to open in a browser."""
        return self._address(self.token)

    def address_once(self) -> str:
        """The same, good for one visit: other users of the machine see what a browser is started with."""
        ticket = secrets.token_urlsafe(_TOKEN_BYTES)
        self.tickets.add(ticket)
        return self._address(ticket)

    def _address(self, token: str) -> str:
        name = "127.0.0.1" if self.host in ("", "0.0.0.0") else "::1" if self.host == "::" else self.host
        name = f"[{name}]" if ":" in name else name
        return f"http://{name}:{self.port}/?{TOKEN}={token}"

    def refusal(self, asked: Asked) -> Refusal | None:
        """What is wrong with a request that is not answered, or None when it is."""
        if not self._means_us(asked.headers.get("host", "")):
            return "name"
        if not self._knows_token(asked):
            return "token"
        origin = asked.headers.get("origin")
        if (asked.websocket and origin is None) or (origin and not _same_origin(asked, origin)):
            return "page"
        return None

    def _knows_token(self, asked: Asked) -> bool:
        given = (asked.query.get(TOKEN, ""), asked.cookies.get(self.cookie, ""))
        if any(_same(one, self.token) for one in given):
            return True
        used = [ticket for ticket in self.tickets if _same(given[0], ticket)]
        self.tickets.difference_update(used)
        return bool(used)

    def _means_us(self, header: str) -> bool:
        """Whether the Host header names this server. Its port may differ: an SSH tunnel has its own."""
        try:
            name = urlsplit(f"//{header}").hostname or ""
        except ValueError:
            return False
        if is_loopback(name):
            return True
        if is_loopback(self.host):
            return False
        return name == self.host.lower() or _is_address(name)


def _same(given: str, secret: str) -> bool:
    return secrets.compare_digest(given.encode("utf-8", "replace"), secret.encode())


def _same_origin(asked: Asked, origin: str) -> bool:
    return origin == f"http://{asked.headers.get('host', '')}"


def is_loopback(host: str) -> bool:
    """Whether a host can only mean this machine: a loopback address, or localhost."""
    return host == "localhost" or (_is_address(host) and ip_address(host).is_loopback)


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
