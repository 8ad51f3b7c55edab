"""Servers on loopback that answer as a test says, well or badly."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from workbench.fetching.rules import Rules, Surroundings
from workbench.fetching.web import Web

PAGE = "<html><title>Kaza</title><p>Ankara'daki kazada 5 kişi öldü.</p></html>".encode()
HTML = {"Content-Type": "text/html; charset=utf-8"}


@dataclass(frozen=True)
class Reply:
    body: bytes = PAGE
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: HTML)


def onward(place: str, status: int = 302) -> Reply:
    return Reply(b"", status, {"Location": place})


@dataclass
class Site:
    """What is at each path: a reply, or several that come one after the other, the last one for good."""

    at: dict[str, Reply | list[Reply]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    port: int = 0

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def answer(self, path: str, headers: dict[str, str]) -> Reply:
        self.asked.append((path, headers))
        reply = self.at.get(path, Reply(b"gone", 404))
        if isinstance(reply, list):
            reply = reply.pop(0) if len(reply) > 1 else reply[0]
        etag = reply.headers.get("ETag")
        return Reply(b"", 304, {"ETag": etag}) if etag and headers.get("if-none-match") == etag else reply


@contextmanager
def serving(site: Site, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            reply = site.answer(self.path, {name.lower(): value for name, value in self.headers.items()})
            self.send_response_only(reply.status)
            length = {} if reply.status == 304 else {"Content-Length": str(len(reply.body))}
            for name, value in (length | dict(reply.headers)).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer((host, site.port), Handler)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    site.port = server.server_address[1]
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def talking(talk: Callable[[socket.socket], None]) -> Iterator[str]:
    """A server that says whatever it likes to each who connects, once it was asked for something."""
    listener = socket.create_server(("127.0.0.1", 0))

    def one(connection: socket.socket) -> None:
        with connection:
            try:
                connection.recv(65536)
                talk(connection)
            except OSError:
                pass

    def listen() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            Thread(target=one, args=(connection,), daemon=True).start()

    Thread(target=listen, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/haber"
    finally:
        listener.close()


class Time:
    """A clock that only waiting moves."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waits: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.waits.append(round(seconds, 3))
        self.now += seconds

    def around(self, **changes: object) -> Surroundings:
        def today() -> datetime:
            return datetime.fromtimestamp(1_746_180_000 + self.now, UTC)

        fields: dict[str, object] = {"clock": lambda: self.now, "sleep": self.sleep, "now": today}
        return Surroundings(**(fields | changes))  # type: ignore[arg-type]


def web(time: Time | None = None, **rules: object) -> Web:
    """Fetches from loopback, without robots.txt and real waiting unless it is said."""
    fields: dict[str, object] = {"allow_private": True, "ignore_robots": True, "total": 2.0}
    return Web(Rules(**(fields | rules)), around=(time or Time()).around())  # type: ignore[arg-type]
