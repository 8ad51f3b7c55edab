"""Groups the links of a great many claims into events, on all cores.

What becomes of a claim depends on those alone that chains of links join it to, so such components are
grouped apart from one another, and come out as they would together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from workbench.engines.bulk import BulkLinks, Encoded, pool
from workbench.engines.plain import Positions
from workbench.events.codec import decoded
from workbench.events.grouping import group
from workbench.events.verdicts import Constraints
from workbench.events.weights import backing, bar

_SHARES = 32


@dataclass(slots=True)
class _Work:
    """What the processes that group share: they are forked, so nothing is copied."""

    encoded: Encoded
    links: BulkLinks
    rows: _Sorted
    chains: _Sorted
    """The positions of the links."""
    said: Constraints


@dataclass(frozen=True, slots=True)
class _Sorted:
    """Positions by the component they are of, in order within each."""

    positions: Positions
    starts: Positions
    """For each component where its own begin, and last where all end."""

    @classmethod
    def by(cls, component: Positions, most: int) -> _Sorted:
        sizes = np.bincount(component, minlength=most)
        return cls(np.argsort(component, kind="stable"), np.concatenate([[0], np.cumsum(sizes)]))

    def of(self, components: Sequence[int]) -> Positions:
        """The positions of these components, in order."""
        ranges = [self.positions[self.starts[one] : self.starts[one + 1]] for one in components]
        return np.sort(np.concatenate(ranges))


_work: _Work | None = None


def group_all(
    encoded: Encoded, links: BulkLinks, said: Constraints | None = None, processes: int | None = None
) -> list[list[int]]:
    """Rows grouped into events, each group and the list of them in order. `said`: reviewers' words."""
    global _work
    size = len(encoded.rows)
    component = components(links, size, _must(encoded, said))
    rows, chains = _Sorted.by(component, size), _Sorted.by(component[links.a], size)
    sizes = np.diff(rows.starts)
    alone = np.flatnonzero(sizes[component] == 1)
    _work = _Work(encoded, links, rows, chains, said or Constraints())
    try:
        with pool(processes) as workers:
            shares = workers.map(_group_share, _shares(sizes))
            found = [members for share in shares for members in share]
    finally:
        _work = None
    return sorted([*found, *([row] for row in alone.tolist())])


def components(links: BulkLinks, rows: int, together: Sequence[tuple[int, int]] = ()) -> Positions:
    """For each row the lowest row that chains of links (or `together`) join it to."""
    a = np.concatenate([links.a, np.array([one for one, _ in together], np.int64)])
    b = np.concatenate([links.b, np.array([other for _, other in together], np.int64)])
    lowest = np.arange(rows)
    while True:
        least = np.minimum(lowest[a], lowest[b])
        new = lowest.copy()
        # Labels are hooked at the roots too, so that whole trees move at once.
        for ends in (a, b, lowest[a], lowest[b]):
            np.minimum.at(new, ends, least)
        new = new[new]
        if np.array_equal(new, lowest):
            return lowest
        lowest = new


def _must(encoded: Encoded, said: Constraints | None) -> list[tuple[int, int]]:
    if said is None or not said.must:
        return []
    wanted = {claim for claims in said.must for claim in claims}
    row = {one.claim: at for at, one in enumerate(map(decoded, encoded.features)) if one.claim in wanted}
    known = [[row[claim] for claim in claims if claim in row] for claims in said.must]
    return [(rows[0], other) for rows in known for other in rows[1:]]


def _shares(sizes: Positions) -> list[list[int]]:
    """Components of more than one row, the largest first, so many that all processes end together."""
    large = np.flatnonzero(sizes > 1)
    ordered = large[np.argsort(-sizes[large], kind="stable")].tolist()
    heavy = [[one] for one in ordered[:_SHARES]]
    return [*heavy, *(share for at in range(_SHARES) if (share := ordered[_SHARES + at :: _SHARES]))]


def _group_share(share: Sequence[int]) -> list[list[int]]:
    assert _work is not None
    links, said = _work.links, _work.said
    rows, held = _work.rows.of(share), _work.chains.of(share)
    a, b = (np.searchsorted(rows, ends[held]).tolist() for ends in (links.a, links.b))
    scored = list(zip(links.score[held].tolist(), a, b, strict=True))
    items = [decoded(_work.encoded.features[row]) for row in rows.tolist()]
    size = len(_work.encoded.rows)
    groups = group(items, scored, bar(size), said.cannot, said.must, backing(size))
    return [rows[members].tolist() for members in groups]
