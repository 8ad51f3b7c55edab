"""One request and its answer, within its limits of time and size. What leads on is not followed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import httpcore
import httpx

from workbench.fetching.connecting import CheckedBackend
from workbench.fetching.failures import LONGER, FetchError, of_connection
from workbench.fetching.packing import ACCEPTED, cut_short, too_large, unpacked
from workbench.fetching.rules import USER_AGENT, Rules, Surroundings
from workbench.fetching.shelf import LARGE
from workbench.phrases import fetching

_SMALL = 256_000
"""Bytes that are kept of an answer that is no document."""
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8",
    "Accept-Encoding": ACCEPTED,
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent, and when it began to, as an ISO 8601 timestamp with zone.

    ``sent`` is the body as it came, without the transfer coding, ``body`` the same unpacked; they are cut
    after some length where the status is no 2xx. ``asked`` are the headers that were sent to it.
    """

    url: str
    at: str
    status: int
    reason: str
    version: str
    headers: tuple[tuple[str, str], ...]
    sent: bytes = field(repr=False)
    body: bytes = field(repr=False)
    address: str = ""
    asked: tuple[tuple[str, str], ...] = ()

    def header(self, name: str) -> str:
        """The first header of that name, or ""."""
        return next((value for key, value in self.headers if key.lower() == name), "")

    @property
    def good(self) -> bool:
        return 200 <= self.status < 300


class _Transport(httpx.BaseTransport):
    """One connection for one request, made by a backend of ours."""

    def __init__(self, backend: CheckedBackend, around: Surroundings, *, secure: bool) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=around.tls() if secure else None, network_backend=backend, max_connections=1
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        target = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        answer = self._pool.handle_request(
            httpcore.Request(
                request.method, target, headers=request.headers.raw, extensions=request.extensions
            )
        )
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Stream(answer), extensions=answer.extensions
        )

    def close(self) -> None:
        self._pool.close()


class _Stream(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


def ask(
    url: httpx.URL,
    rules: Rules,
    around: Surroundings,
    *,
    extra: Mapping[str, str] | None = None,
    shown: str | None = None,
    grown: Callable[[], None] = lambda: None,
) -> Answer:
    """The answer to a GET, whatever its status.

    Raises FetchError where none came, or not all of it; it names `shown`, or else the URL. `grown`
    is called when the answer becomes large.
    """
    shown = shown or str(url)
    deadline = time.monotonic() + rules.total
    backend = CheckedBackend(around.resolve, deadline, allow_private=rules.allow_private)
    limits = httpx.Timeout(rules.silence, connect=min(rules.connect, rules.total))
    headers = _HEADERS | dict(extra or {})
    request = httpx.Request("GET", url, headers=headers, extensions={"timeout": limits.as_dict()})
    try:
        # Without httpx's client, which would keep cookies, read the environment and look at redirects.
        with _Transport(backend, around, secure=url.scheme == "https") as transport:
            response = transport.handle_request(request)
            response.request = request
            try:
                return _answer(str(url), response, rules, around, shown, grown)
            finally:
                response.close()
    except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError) as error:
        if time.monotonic() >= deadline:
            said = fetching.MORE_THAN_SECONDS(file=shown, number=f"{rules.total:g}")
            raise FetchError("Too slow", said, LONGER, passing=True) from error
        raise of_connection(shown, error, silence=rules.silence) from error


def _answer(
    url: str,
    response: httpx.Response,
    rules: Rules,
    around: Surroundings,
    shown: str,
    grown: Callable[[], None],
) -> Answer:
    at = around.now().isoformat(timespec="milliseconds")
    address = response.extensions["network_stream"].get_extra_info("server_addr")
    good = response.is_success
    sent = _read(shown, response, rules.size, grown) if good else _beginning(response)
    coding = response.headers.get("content-encoding", "")
    return Answer(
        url,
        at,
        response.status_code,
        response.extensions.get("reason_phrase", b"").decode("latin-1"),
        response.http_version,
        _texts(response.headers),
        sent,
        unpacked(shown, sent, coding, rules.size) if good else sent,
        str(address[0]) if address else "",
        _texts(response.request.headers),
    )


def _texts(headers: httpx.Headers) -> tuple[tuple[str, str], ...]:
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in headers.raw)


def _read(url: str, response: httpx.Response, limit: int, grown: Callable[[], None]) -> bytes:
    parts: list[bytes] = []
    length = 0
    try:
        for part in response.iter_raw():
            parts.append(part)
            length += len(part)
            if length > limit:
                raise too_large(url, limit)
            if length > LARGE:
                grown()
    except (httpcore.RemoteProtocolError, httpcore.ReadError) as error:
        raise cut_short(url, length) from error
    return b"".join(parts)


def _beginning(response: httpx.Response) -> bytes:
    """As much of a body as is kept of what is no document; what breaks off there is no loss."""
    kept = b""
    try:
        for part in response.iter_raw():
            kept += part
            if len(kept) >= _SMALL:
                break
    except (httpcore.ProtocolError, httpcore.NetworkError, httpcore.TimeoutException):
        pass
    return kept[:_SMALL]
