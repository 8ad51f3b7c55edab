"""Why something could not be had from the network, each reason in its own words."""

from __future__ import annotations

import errno
import socket
import ssl

import httpcore

from workbench.errors import SourceError
from workbench.phrases import fetching

LATER = "Try again later."
CONNECTION = "Check the address, and the connection to the network."
LONGER = "Try again later, or give it longer with --timeout."
OPEN_IT = "Open the address in a browser: it may have moved."
BROWSER = "Save the page in a browser and import the file."


class FetchError(SourceError):
    """What could not be fetched. `passing` where trying again may help, after `wait` seconds if it is set."""

    def __init__(
        self,
        title: str,
        detail: str = "",
        hint: str = "",
        *,
        passing: bool = False,
        wait: float | None = None,
    ) -> None:
        super().__init__(title, detail, hint)
        self.passing = passing
        self.wait = wait


def of_status(url: str, status: int, wait: float | None = None) -> FetchError:
    """What an answer that is no document says."""
    said = fetching.ANSWERS(file=url, number=str(status))
    match status:
        case 404 | 410:
            return FetchError("Page not found", said, OPEN_IT)
        case 401 | 402 | 407:
            return FetchError("Page behind a login", said, BROWSER)
        case 403:
            return FetchError("Page refused", said, BROWSER)
        case 451:
            return FetchError("Page withheld for legal reasons", said)
        case 408 | 425 | 429:
            return FetchError("Server asks for patience", said, LATER, passing=True, wait=wait)
        case _ if status >= 500:
            return FetchError("Server in trouble", said, LATER, passing=True, wait=wait)
        case _:
            return FetchError("No document there", said, OPEN_IT)


def of_name(host: str, error: OSError) -> FetchError:
    """Why a name led to no address."""
    if isinstance(error, TimeoutError) or error.errno == socket.EAI_AGAIN:
        return FetchError("Cannot look up the name", host, CONNECTION)
    return FetchError("No such host", fetching.UNKNOWN_HOST(file=host), CONNECTION)


def of_connection(url: str, error: Exception, *, silence: float) -> FetchError:
    """What went wrong between the connection and the last byte, as httpcore raised it."""
    cause = error.__cause__ or error.__context__
    if isinstance(error, httpcore.ConnectTimeout):
        return FetchError("No answer", url, CONNECTION, passing=True)
    if isinstance(error, httpcore.TimeoutException):
        said = fetching.SILENT_FOR(file=url, number=f"{silence:g}")
        return FetchError("Too slow", said, LONGER, passing=True)
    if isinstance(cause, ssl.SSLCertVerificationError):
        return FetchError("Not who it says it is", f"{url}: {cause.verify_message}", OPEN_IT)
    if isinstance(cause, ssl.SSLError):
        return FetchError("No secure connection", f"{url}: {cause.reason or cause}", OPEN_IT)
    if isinstance(error, httpcore.ConnectError):
        return _unconnected(url, cause)
    if isinstance(error, httpcore.RemoteProtocolError) and "disconnected" not in str(error):
        return FetchError("Answer malformed", f"{url}: {error}", LATER, passing=True)
    return FetchError("Connection lost", url, LATER, passing=True)


def _unconnected(url: str, cause: BaseException | None) -> FetchError:
    number = cause.errno if isinstance(cause, OSError) else None
    if number == errno.ECONNREFUSED:
        return FetchError("Connection refused", url, CONNECTION)
    if number in (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT):
        return FetchError("No way there", url, CONNECTION)
    return FetchError("No connection", f"{url}: {getattr(cause, 'strerror', None) or cause}", CONNECTION)
