"""Unpacking what was sent packed, no further than it may grow."""

from __future__ import annotations

import zlib

from workbench.fetching.failures import BROWSER, LATER, FetchError
from workbench.phrases import fetching

ACCEPTED = "gzip, deflate"
_PLAIN = ("", "identity", "none", "utf-8")
"""The last two are no codings, but servers send them."""
_GZIP = 31
_ZLIB = 15


def unpacked(url: str, body: bytes, coding: str, limit: int) -> bytes:
    """The body as it was before the server packed it.

    Raises FetchError where it was packed in a way nobody asked for, is damaged or broken off, or has more
    bytes than `limit`.
    """
    coding = coding.strip().lower()
    if coding in _PLAIN or not body:
        return body
    windows = {"gzip": (_GZIP,), "x-gzip": (_GZIP,), "deflate": (_ZLIB, -_ZLIB)}.get(coding)
    if windows is None:
        raise FetchError("Answer in an unknown packing", fetching.OTHER_CODING(file=url, text=coding), LATER)
    for window in windows:
        try:
            return _inflated(url, body, window, limit)
        except zlib.error:
            continue
    said = fetching.DAMAGED_CODING(file=url, text=coding)
    raise FetchError("Answer damaged", said, LATER, passing=True)


def _inflated(url: str, body: bytes, window: int, limit: int) -> bytes:
    parts: list[bytes] = []
    left = limit + 1
    while body:
        stream = zlib.decompressobj(window)
        parts.append(stream.decompress(body, left))
        left -= len(parts[-1])
        if left <= 0:
            raise too_large(url, limit)
        if not stream.eof:
            raise cut_short(url, len(body))
        # A second gzip member may follow; padding is no member.
        body = stream.unused_data.lstrip(b"\0") if window == _GZIP else b""
    return b"".join(parts)


def too_large(url: str, limit: int) -> FetchError:
    """The error of a body that has more bytes than are taken in."""
    said = fetching.OVER_MEGABYTES(file=url, number=f"{limit / 1_000_000:g}")
    return FetchError("Too large", said, BROWSER)


def cut_short(url: str, length: int) -> FetchError:
    """The error of a body that ended before its end."""
    said = fetching.CUT_AFTER(file=url, number=str(length))
    return FetchError("Answer cut short", said, LATER, passing=True)
