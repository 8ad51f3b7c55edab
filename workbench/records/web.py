"""Addresses that an export may give as addresses: articles name others, which would run or lead nowhere."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

_SAFE = ":/?#[]@!$&'()*+,;=%~"


def web_address(url: str | None) -> str | None:
    """The address with what no address may hold escaped; None for what is none of the web ("javascript:")."""
    if not url or any(ord(char) < 0x20 or char.isspace() for char in url.strip()):
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    return quote(url.strip(), safe=_SAFE)
