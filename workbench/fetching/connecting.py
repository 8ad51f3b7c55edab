"""Connections to the very addresses that were checked, and none that outlives its time."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable
from concurrent.futures import Future
from threading import Thread
from typing import Any

import httpcore

from workbench.fetching.addresses import why_not_public
from workbench.fetching.failures import FetchError, of_name
from workbench.fetching.rules import Resolve
from workbench.phrases import fetching

_ALLOW = "If it is meant to be reached, import it with --allow-private."


class CheckedBackend(httpcore.NetworkBackend):
    """Resolves a name once, refuses it unless all its addresses are public, and connects to one of them.

    No name is looked up a second time, so that one that then leads elsewhere changes nothing. TLS is still
    spoken with the name. All that is read must have come by `deadline`, by the monotonic clock.
    """

    def __init__(self, resolve: Resolve, deadline: float, *, allow_private: bool) -> None:
        self._resolve = resolve
        self._deadline = deadline
        self._allow_private = allow_private
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        failed: Exception | None = None
        for address in self._checked(host, port, timeout):
            try:
                stream = self._inner.connect_tcp(
                    address, port, _left(self._deadline, timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
            else:
                return _TimedStream(stream, self._deadline)
        raise failed or httpcore.ConnectError(host)

    def _checked(self, host: str, port: int, timeout: float | None) -> list[str]:
        host = host.strip("[]")
        addresses = _in_time(self._resolve, host, port, _left(self._deadline, timeout))
        if self._allow_private:
            return addresses
        for address in addresses:
            what = why_not_public(address)
            if what:
                said = fetching.LEADS_TO(file=host, text=address, name=what)
                raise FetchError("Not a public address", said, _ALLOW)
        return addresses

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        raise httpcore.ConnectError(path)


class _TimedStream(httpcore.NetworkStream):
    """A connection that ends at a time, however steadily a server drips."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: float) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _left(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _left(self._deadline, timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = _left(self._deadline, timeout)
        return _TimedStream(self._inner.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


def _left(deadline: float, timeout: float | None) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout
    return left if timeout is None else min(left, timeout)


def _in_time(resolve: Resolve, host: str, port: int, timeout: float) -> list[str]:
    """What `resolve` gives. The system's resolver knows no time limit of ours, so a thread waits for it."""
    answer: Future[list[str]] = Future()

    def ask() -> None:
        try:
            answer.set_result(resolve(host, port))
        except Exception as error:
            answer.set_exception(error)

    Thread(target=ask, name="resolver", daemon=True).start()
    try:
        return answer.result(timeout)
    except UnicodeError as error:
        raise of_name(host, OSError(str(error))) from error
    except OSError as error:
        raise of_name(host, error) from error
