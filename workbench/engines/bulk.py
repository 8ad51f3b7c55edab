"""Links a great many claims at once, on all cores.

Claims are read in batches, a source's claims together, into columns and keys; then every pair that shares
a block is compared. What columns can tell of a pair is told for all pairs at once; the rest, and whatever
comes near the threshold, is asked of the very functions that compare two claims.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache

import numpy as np

from workbench.engines.blocks import Blocks, Keyed, blocks, keyed, pairs
from workbench.engines.columns import Columns, columns, joined
from workbench.engines.contents import Contents
from workbench.engines.plain import Positions, Scores, compare
from workbench.engines.types import Types
from workbench.events.codec import decoded, encoded
from workbench.events.features import Features, families, features
from workbench.events.keys import Kind, kind_of
from workbench.events.match import link_pairs
from workbench.events.weights import bar
from workbench.models import Claim

Batch = Callable[[], Iterable[Sequence[Claim]]]
"""Gives the claims of some sources, each source's claims in their order."""
_ASKED = 2_000
"""Pairs whose features are decoded at once."""
_SHARES = 16
"""Parts for each process: when one is done early it takes another."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """Some claims as the engine keeps them; `features` holds each claim's, encoded with msgspec."""

    rows: Columns
    keyed: Keyed
    features: Contents


@dataclass(frozen=True, slots=True)
class BulkLinks:
    """Links between rows (`a` < `b`) at or above the threshold.

    `forgone` counts, by kind of key, the pairs of blocks too large to be compared whole; most of them
    share a finer key.
    """

    a: Positions
    b: Positions
    score: Scores
    compared: int
    forgone: Mapping[Kind, int]


@cache
def _types() -> Types:
    return Types(tuple(sorted(families())))


def encode(batch: Batch) -> Encoded:
    """Features, columns and keys of the batch's claims, in its order."""
    items = [item for claims in batch() for item in features(claims)]
    kinds = _types().kinds
    rows = columns(items, kinds)
    return Encoded(rows, keyed(items, rows, kinds), Contents([[encoded(item) for item in items]]))


def encode_all(batches: Sequence[Batch], processes: int | None = None) -> Encoded:
    """All batches, encoded on so many processes (default: one for each core), in their order."""
    with pool(processes) as workers:
        parts = list(workers.map(encode, batches))
    starts = np.cumsum([0, *(len(part.rows) for part in parts)])
    contents = Contents([part.features for part in parts])
    keys, some = [part.keyed.keys for part in parts], [part.rows for part in parts]
    rows = np.concatenate(
        [part.keyed.rows + np.int32(start) for part, start in zip(parts, starts, strict=False)]
    )
    # A million claims have a gigabyte of keys and columns: they must not be held twice.
    parts.clear()
    found = Keyed(np.concatenate(keys), rows.astype(np.int32))
    keys.clear()
    return Encoded(joined(some), found, contents)


@dataclass(slots=True)
class _Work:
    """What the processes that compare share: they are forked, so nothing is copied."""

    encoded: Encoded
    blocks: Blocks


_work: _Work | None = None


def link_all(encoded: Encoded, processes: int | None = None) -> BulkLinks:
    """Every link among the encoded claims, in the order of their rows."""
    global _work
    size = len(encoded.rows)
    _work = _Work(encoded, blocks(encoded.keyed, size))
    edges = np.linspace(0, size, (processes or os.cpu_count() or 1) * _SHARES + 1).astype(int).tolist()
    _types().warm()
    try:
        with pool(processes) as workers:
            parts = list(workers.map(_link_share, edges[:-1], edges[1:]))
        large = _work.blocks.large
    finally:
        _work = None
    forgone: Counter[Kind] = Counter()
    for key, members in large.items():
        forgone[kind_of(key)] += members * (members - 1) // 2
    a, b, score = (np.concatenate([part[at] for part in parts]) for at in range(3))
    return BulkLinks(a, b, score, sum(part[3] for part in parts), dict(sorted(forgone.items())))


def _link_share(first: int, last: int) -> tuple[Positions, Positions, Scores, int]:
    """The links of the rows first <= a < last with later rows."""
    assert _work is not None
    found: list[tuple[Positions, Positions, Scores]] = []
    compared = 0
    for i, j in pairs(_work.blocks, first, last):
        compared += len(i)
        result = compare(_work.encoded.rows, _types(), i, j)
        sure = ~result.doubtful & (result.score >= bar(len(_work.encoded.rows)))
        asked = result.doubtful
        found.append((result.i[sure], result.j[sure], result.score[sure]))
        found += _asked(_work.encoded.features, result.i[asked], result.j[asked])
    if not found:
        nothing = np.zeros(0, np.int64)
        return nothing, nothing, np.zeros(0), 0
    i, j, score = (np.concatenate([part[at] for part in found]) for at in range(3))
    order = np.lexsort((j, i))
    return i[order], j[order], score[order], compared


def _asked(
    contents: Sequence[bytes], i: Positions, j: Positions
) -> Iterator[tuple[Positions, Positions, Scores]]:
    """The links among these pairs, from the claims' features."""
    for at in range(0, len(i), _ASKED):
        yield _some_asked(contents, i[at : at + _ASKED], j[at : at + _ASKED])


def _some_asked(contents: Sequence[bytes], i: Positions, j: Positions) -> tuple[Positions, Positions, Scores]:
    items: dict[int, Features] = {at: decoded(contents[at]) for at in {*i.tolist(), *j.tolist()}}
    row = {item.claim: at for at, item in items.items()}
    links = list(
        link_pairs(
            ((items[a], items[b]) for a, b in zip(i.tolist(), j.tolist(), strict=True)), bar(len(contents))
        )
    )
    return (
        np.array([row[link.a] for link in links], np.int64),
        np.array([row[link.b] for link in links], np.int64),
        np.array([link.score for link in links], np.float64),
    )


def pool(processes: int | None) -> ProcessPoolExecutor:
    """So many processes (None: one for each core), forked so that they see what there is."""
    forked = multiprocessing.get_context("fork")
    return ProcessPoolExecutor(processes or os.cpu_count(), mp_context=forked, initializer=_uncollected)


def _uncollected() -> None:
    """No search for cycles: claims and features have none, and it would go through millions of them."""
    gc.freeze()
    gc.disable()
