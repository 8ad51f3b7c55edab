"""Blocking keys of many claims and the pairs that share a block: `events.candidates` in columns."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import combinations, pairwise, product

import numpy as np
import numpy.typing as npt

from workbench.engines.columns import Columns, Numbers
from workbench.engines.plain import Positions
from workbench.events.candidates import largest_block
from workbench.events.features import Features, families
from workbench.events.keys import (
    DAYS_AROUND,
    EDGE,
    FACTOR,
    KIND_BITS,
    KINDS,
    MONTH,
    NUMBERS,
    PAIRED,
    SHIFT,
    Kind,
    blocking_keys,
    text_number,
)

Keys = npt.NDArray[np.int64]
_CHUNK = 8_000
"""Claims whose pairs are made at once."""
_SHARES = 16
"""Shares of the keys whose blocks are made at once."""
_LOW = (1 << 32) - 1


@dataclass(frozen=True, slots=True)
class Keyed:
    """A key and the row of a claim that has it, line by line."""

    keys: Keys
    rows: npt.NDArray[np.int32]


def keyed(items: Sequence[Features], rows: Columns, kinds: Sequence[str]) -> Keyed:
    """The keys of these claims, whose columns are `rows`."""
    topics = {item.topic for item in items}
    simple = rows.head["plain"] & (rows.head["start"] == rows.head["end"])
    simple &= np.array([not item.topic and item.claim not in topics for item in items], bool)
    found = [(keys, at) for keys, at in _simple_keys(rows, np.flatnonzero(simple), kinds)]
    others = [(key, at) for at in np.flatnonzero(~simple).tolist() for key in blocking_keys(items[at])]
    if others:
        found.append((np.array([key for key, _ in others], np.int64), np.array([at for _, at in others])))
    if not found:
        return Keyed(np.zeros(0, np.int64), np.zeros(0, np.int32))
    keys = np.concatenate([keys for keys, _ in found])
    return Keyed(keys, np.concatenate([at for _, at in found]).astype(np.int32))


def _key(kind: Kind, *facts: Numbers) -> Keys:
    value = np.zeros(1, np.uint64)
    for fact in facts:
        value = (value ^ fact.astype(np.uint64)) * np.uint64(FACTOR)
        value ^= value >> np.uint64(SHIFT)
    low = np.uint64(KIND_BITS)
    return (value >> low << low | np.uint64(NUMBERS[kind])).view(np.int64)


def _simple_keys(rows: Columns, at: Positions, kinds: Sequence[str]) -> Iterator[tuple[Keys, Positions]]:
    """Keys of claims that have a single day or none, and nothing but what the columns hold."""
    family_of = np.array([text_number(families().get(kind, "other")) for kind in kinds], np.uint64)
    kind_of = np.array([text_number(kind) for kind in kinds], np.uint64)
    head = np.take(rows.head, at)
    family, kind = family_of[head["kind"]], kind_of[head["kind"]]
    start = head["start"].astype(np.int64)
    dated = start != 0

    def one(name: Kind, there: npt.NDArray[np.bool_], *facts: Numbers) -> tuple[Keys, Positions]:
        return _key(name, *(fact[there] for fact in facts)), at[there]

    steps = [(told, step) for told, all_steps in DAYS_AROUND.items() for step in all_steps]
    for told, step in steps:
        then = (start + step).astype(np.uint64)
        there = dated & (head["dated"] == told)
        yield one("day", there, family, then)
        for place in rows.place[at].T:
            yield one("day and place", there & (place != 0), place, then)
            yield one("day and place and type", there & (place != 0), place, kind, then)
        for person in rows.people[at].T:
            yield one("day and person", there & (person != 0), person, then)
            yield one("day and person and type", there & (person != 0), person, kind, then)
        for place, person in product(rows.place[at].T, rows.people[at].T):
            both = there & (place != 0) & (person != 0)
            yield one("day and place and person", both, place, person, kind, then)
        for of, value in zip(rows.counted[at].T, rows.values[at].T, strict=True):
            yield one("day and count", there & (of != 0), of, value, then)
        for word in rows.telling[at].T[:PAIRED]:
            yield one("day and word", there & (word != 0), word, then)
            yield one("day and word and type", there & (word != 0), word, kind, then)
    for month, there in _months(start):
        for place in rows.place[at].T:
            yield one("place", there & (place != 0), family, place, month)
        several = (rows.people[at] != 0).sum(axis=1) > 1
        for person in rows.people[at].T:
            yield one("people", there & several & (person != 0), kind, person, month)
        for first, second in combinations(rows.people[at].T, 2):
            yield one("month and people", there & (second != 0), family, first, second, month)
        for of, value in zip(rows.counted[at].T, rows.values[at].T, strict=True):
            yield one("month and count", there & (of != 0), of, value, month)
    for of, value in zip(rows.counted[at].T, rows.values[at].T, strict=True):
        yield one("count", of != 0, of, value)
        yield one("count and type", of != 0, of, value, kind)
    for word in rows.telling[at].T:
        yield one("word", word != 0, word)
    for place, person in product(rows.place[at].T, rows.people[at].T):
        yield one("place and person", (place != 0) & (person != 0), place, person, kind)
    paired = np.where(rows.telling[at, :PAIRED] == 0, np.uint64(2**64 - 1), rows.telling[at, :PAIRED])
    for first, second in combinations(np.sort(paired, axis=1).T, 2):
        yield one("two words", second != np.uint64(2**64 - 1), first, second)


def _months(start: npt.NDArray[np.int64]) -> Iterator[tuple[Numbers, npt.NDArray[np.bool_]]]:
    """The month of each day, or 0; and the next one where the month is nearly over."""
    dated = start != 0
    days = (start - _EPOCH).astype("datetime64[D]")
    months = days.astype("datetime64[M]")
    number = np.where(dated, months.astype(np.int64) + 1970 * 12 + 1, 0).astype(np.uint64)
    yield number, np.ones(len(start), bool)
    late = dated & ((days - months.astype("datetime64[D]")).astype(np.int64) + 1 > MONTH - EDGE)
    yield number + np.uint64(1), late


_EPOCH = 719163
"""The proleptic ordinal of 1970-01-01."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """Blocks that are compared, sorted: `members[first[b]:first[b] + size[b]]` are the rows of block b.

    `own` lists, row by row (`starts`), the places of its memberships in `members`.
    """

    members: npt.NDArray[np.int32]
    behind: npt.NDArray[np.int32]
    """For each membership, how many of its block come after it."""
    own: npt.NDArray[np.int32]
    starts: npt.NDArray[np.int64]
    large: dict[int, int]


def blocks(held: Keyed, claims: int) -> Blocks:
    """The blocks of so many claims; those too large are only named, with their sizes."""
    limit = np.array([largest_block(number, claims) for number in range(len(KINDS))])
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        # A share of the keys at a time: all together, sorting would take more memory than anything else.
        parts = list(workers.map(lambda share: _blocks_of(held, limit, share), range(_SHARES)))
    members = np.concatenate([part[0] for part in parts])
    behind = np.concatenate([part[1] for part in parts])
    large = {key: size for part in parts for key, size in part[2].items()}
    del parts
    edges = np.linspace(0, claims, _SHARES + 1).astype(int).tolist()
    own = np.concatenate([_own(members, first, last) for first, last in pairwise(edges)])
    starts = np.concatenate([[0], np.cumsum(np.bincount(members, minlength=claims))])
    return Blocks(members, behind, own, starts, dict(sorted(large.items())))


def _own(members: npt.NDArray[np.int32], first: int, last: int) -> npt.NDArray[np.int32]:
    """The places of the rows first <= row < last in `members`, row by row."""
    places = np.flatnonzero((members >= first) & (members < last)).astype(np.int32)
    return places[np.argsort(members[places], kind="stable")]


def _blocks_of(
    held: Keyed, limit: npt.NDArray[np.int64], share: int
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32], dict[int, int]]:
    """Members and what is behind each, and the blocks that are too large, of one share of the keys."""
    # Any whole byte of a key but its lowest, which holds its kind, is as good as drawn by lot.
    mine = np.flatnonzero(held.keys.view(np.uint8)[1 :: held.keys.itemsize] % _SHARES == share)
    keys = held.keys[mine]
    order = np.argsort(keys)
    keys, rows = keys[order], held.rows[mine[order]]
    number = np.cumsum(np.concatenate([[0], keys[1:] != keys[:-1]])[: len(keys)])
    # Numbers of blocks with rows: a claim that has one key of two facts stands once.
    each = np.sort(number << 32 | rows)
    each = each[np.concatenate([[True], each[1:] != each[:-1]])[: len(each)]]
    sizes = np.bincount(each >> 32)
    keys = keys[np.searchsorted(number, np.arange(len(sizes)))]
    limits = limit[keys & ((1 << KIND_BITS) - 1)]
    large = dict(zip(keys[sizes > limits].tolist(), sizes[sizes > limits].tolist(), strict=True))
    kept = np.repeat((sizes <= limits) & (sizes > 1), sizes)
    behind = np.repeat(np.cumsum(sizes), sizes) - np.arange(len(each)) - 1
    return (each[kept] & _LOW).astype(np.int32), behind[kept].astype(np.int32), large


def pairs(held: Blocks, first: int, last: int) -> Iterator[tuple[Positions, Positions]]:
    """Each pair (i, j) with first <= i < last and i < j once, in chunks."""
    for low in range(first, last, _CHUNK):
        high = min(last, low + _CHUNK)
        at = held.own[held.starts[low] : held.starts[high]]
        counts = held.behind[at].astype(np.int64)
        if not counts.sum():
            continue
        offsets = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        j = held.members[np.repeat(at, counts) + 1 + offsets].astype(np.int64)
        i = np.repeat(held.members[at], counts).astype(np.int64)
        found = np.sort(i << 32 | j)
        once = found[np.concatenate([[True], found[1:] != found[:-1]])]
        yield once >> 32, once & _LOW
