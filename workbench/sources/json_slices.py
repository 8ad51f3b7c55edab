"""Cuts JSON into the values that stand in its outermost list or object, without building any of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\],:]', re.S)
_OPENING, _CLOSING, _ENDING = (b"{", b"["), (b"}", b"]"), (b",", b"}", b"]")


def elements(data: bytes) -> Iterator[bytes]:
    """The elements of the list that `data` is, one at a time. Raises ValueError where it does not end."""
    yield from (value for _, value in _values(data))


def members(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Key, with its quotation marks, and value of each member of the object that `data` is.

    Raises ValueError where it does not end.
    """
    for key, value in _values(data):
        if key is not None:
            yield key, value


def _values(data: bytes) -> Iterator[tuple[bytes | None, bytes]]:
    deep, start = 0, 0
    key: bytes | None = None
    for token in _TOKEN.finditer(data):
        sign = token[0]
        if sign in _OPENING:
            deep += 1
            start = token.end() if deep == 1 else start
        elif deep == 1 and sign in _ENDING:
            value = data[start : token.start()].strip()
            if value:
                yield key, value
            start, key = token.end(), None
            if sign != b",":
                return
        elif deep == 1 and sign == b":" and key is None:
            key, start = data[start : token.start()].strip(), token.end()
        elif sign in _CLOSING:
            deep -= 1
    raise ValueError("it does not end")
