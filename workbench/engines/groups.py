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
    component: Positions
    order: Positions
    """Rows by their component."""
    said: Constraints


_work: _Work | None = None


def group_all(
    encoded: Encoded, links: BulkLinks, said: Constraints | None = None, processes: int | None = None
) -> list[list[int]]:
    """Rows grouped into events, each group and the list of them in order. `said`: reviewers' words."""
    global _work
    component = components(links, len(encoded.rows), _must(encoded, said))
    sizes = np.bincount(component, minlength=len(component))
    alone = np.flatnonzero(sizes[component] == 1)
    order = np.argsort(component, kind="stable")
    _work = _Work(encoded, links, component, order, said or Constraints())
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
    work = _work
    mine = np.isin(work.component, share)
    rows = work.order[mine[work.order]]
    rows.sort()
    place = np.full(len(work.component), -1, np.int64)
    place[rows] = np.arange(len(rows))
    held = mine[work.links.a]
    scored = list(
        zip(
            work.links.score[held].tolist(),
            place[work.links.a[held]].tolist(),
            place[work.links.b[held]].tolist(),
            strict=True,
        )
    )
    items = [decoded(work.encoded.features[row]) for row in rows.tolist()]
    size, said = len(work.component), work.said
    groups = group(items, scored, bar(size), said.cannot, said.must, backing(size))
    return [rows[members].tolist() for members in groups]
