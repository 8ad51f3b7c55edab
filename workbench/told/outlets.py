"""What an outlet is, in a few words for the line that names it: "agency, TR"."""

from __future__ import annotations

from functools import lru_cache

from workbench.publishers import Kind, publisher_of
from workbench.words import N_, _

_KINDS: dict[Kind, str] = {
    "agency": N_("agency"),
    "state": N_("state media"),
    "official": N_("official"),
    "private": N_("private outlet"),
    "social": N_("social platform"),
}


def outlet_kind(name: str | None, url: str | None) -> str:
    """The kind and country of whoever published at an address, or is named so; "" for nobody known.

    Raises UsageError where the reviewer's file of publishers is malformed.
    """
    found = _known(name, url)
    return f"{_(_KINDS[found[0]])}, {found[1]}" if found else ""


@lru_cache(4_096)
def _known(name: str | None, url: str | None) -> tuple[Kind, str] | None:
    found = publisher_of(url, name)
    return (found.kind, found.country) if found else None
