"""Ids of events as numbers: projects of event data number theirs."""

from __future__ import annotations

import hashlib

_BITS = 48
"""Few enough that programs which read numbers as fractions keep every digit."""


def numbered(event: str) -> int:
    """The same number for the same event everywhere, of 15 digits at most."""
    return int.from_bytes(hashlib.blake2b(event.encode(), digest_size=_BITS // 8).digest())
