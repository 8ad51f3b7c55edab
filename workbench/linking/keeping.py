"""What is kept of claims and events, so that articles can be linked to them later."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources

from workbench.discrepancies.around import Query
from workbench.events.candidates import FEW_CLAIMS, largest_block
from workbench.events.codec import encoded
from workbench.events.features import Features
from workbench.events.keys import blocking_keys
from workbench.linking.kinds import signature
from workbench.store import Kept


def kept(items: Iterable[Features]) -> Iterator[Kept]:
    """What is kept of each claim."""
    return (Kept(item.claim, encoded(item), blocking_keys(item)) for item in items)


@cache
def _program() -> str:
    """A digest of the rules by which claims are linked and events compared."""
    digest = hashlib.sha256()
    for package in ("workbench.events", "workbench.discrepancies", "workbench.linking"):
        files = (one for one in resources.files(package).iterdir() if one.name.endswith((".py", ".toml")))
        for one in sorted(files, key=lambda file: file.name):
            digest.update(one.read_bytes())
    digest.update(signature().encode())
    return digest.hexdigest()[:16]


def version(claims: int) -> str:
    """What a matching of so many claims depends on beside the claims: another version makes another one."""
    return f"{_program()}-{'small' if claims <= FEW_CLAIMS else 'large'}"


def stored_key(query: Query) -> int:
    """The number under which the store files the events that answer a query."""
    digest = hashlib.blake2b("\x1f".join(query).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def stored_keys(queries: Iterable[Query]) -> frozenset[int]:
    """The numbers of several queries."""
    return frozenset(map(stored_key, queries))


def large_blocks(sizes: Mapping[int, int], claims: int) -> dict[int, int]:
    """Of the blocks with these sizes those that are too large to be compared."""
    return {key: size for key, size in sizes.items() if size > largest_block(key, claims)}
