"""Which sources are versions of one article, and in which order they came.

Sources of one address are. Where one of two has no address, they are versions when most of the shorter text
stands in the other and both were read from one file, or have title and publisher in common; of one file, the
title alone tells where a text is too short to be compared. Two addresses are never versions of each other.
The outcome depends on the sources alone, not on the order in which they are looked at ([ADR 0032]).
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations
from typing import Protocol

from workbench.events.fingerprints import ENOUGH, Sketch, copied, fullness
from workbench.models import Imprint, Version

NEAR = 0.5
"""Share of the shorter text that stands in the other, from which on two may be versions of one article."""
_WHOLE = 0.5
"""Share of an earlier version's length from which on a later one is no mere summary or beginning of it."""


class Candidate(Protocol):
    """A source that may be a version; `order` is its place in the order of import."""

    @property
    def imprint(self) -> Imprint: ...
    @property
    def sketch(self) -> Sketch: ...
    @property
    def order(self) -> int: ...


def versions(candidates: Collection[Candidate]) -> dict[str, Version]:
    """Each of these sources to which version of which article it is; alone, it is the only one."""
    found: dict[str, Version] = {}
    for group in _groups(candidates):
        ordered = sorted(group, key=lambda one: (one.imprint.time, one.order))
        article, last = _name(ordered), ordered[-1]
        before = None
        for number, one in enumerate(ordered, start=1):
            found[one.imprint.source] = Version(
                article=article,
                number=number,
                of=len(ordered),
                marked=before is not None and one.imprint.mark not in ("", before.mark),
                time=one.imprint.time,
                certain=before is None or one.imprint.time != before.time,
                replaced=one is not last and fullness(last.sketch) >= _WHOLE * fullness(one.sketch),
            )
            before = one.imprint
    return found


def _name(ordered: Sequence[Candidate]) -> str:
    """The same name whichever versions are known, where they have an address; else the first one's id."""
    address = next((one.imprint.address for one in ordered if one.imprint.address), None)
    if address is None:
        return ordered[0].imprint.source
    return "a" + hashlib.sha256(address.encode()).hexdigest()[:16]


def _groups(candidates: Collection[Candidate]) -> list[list[Candidate]]:
    """The candidates by article: the surest pairs are joined first, and never two addresses."""
    ordered = sorted(candidates, key=lambda one: one.imprint.source)
    group_of = {one.imprint.source: one.imprint.address or one.imprint.source for one in ordered}
    address_of = {name: one.imprint.address for one in ordered for name in [group_of[one.imprint.source]]}
    for _, a, b in sorted(_alike(ordered)):
        into, gone = sorted((group_of[a], group_of[b]), key=lambda name: (not address_of[name], name))
        if into == gone or (address_of[into] and address_of[gone]):
            continue
        for name, group in group_of.items():
            if group == gone:
                group_of[name] = into
    groups: dict[str, list[Candidate]] = {}
    for one in ordered:
        groups.setdefault(group_of[one.imprint.source], []).append(one)
    return list(groups.values())


def _alike(ordered: Sequence[Candidate]) -> Iterator[tuple[float, str, str]]:
    """Pairs that are versions by other evidence than their address, each with how unlike they are."""
    for a, b in combinations(ordered, 2):
        one, other = a.imprint, b.imprint
        if one.address and other.address:
            continue
        one_file = bool(one.place) and one.place == other.place
        if not one_file and not (one.name and one.name == other.name):
            continue
        share = copied(a.sketch, b.sketch)
        if share >= NEAR:
            yield 1 - share, one.source, other.source
        elif one_file and one.title and one.title == other.title and _too_short(a, b):
            yield 1.0, one.source, other.source


def _too_short(a: Candidate, b: Candidate) -> bool:
    """True where the shorter text proves nothing by what it shares."""
    return min(len(a.sketch), len(b.sketch)) < 2 * ENOUGH
