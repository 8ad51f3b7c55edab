"""What is read in processes of its own: in order, few at a time, and none harms another."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from workbench.importing import pool
from workbench.importing.expanding import Leaf
from workbench.importing.pool import Pool
from workbench.importing.reading import Outcome, Read
from workbench.models import Retrieval
from workbench.sources.documents import LIMITS, Document, Limits, Unchanged, Unread

TOLD = "Akçakum'da {} Mayıs 2025 günü çıkan yangında {} kişi yaralandı.\n"
EVERY = 7
"""Each so-manyth leaf goes wrong."""


def leaves(number: int) -> Iterator[tuple[int, Leaf]]:
    return ((n, Document(f"{n}.txt", TOLD.format(n % 28 + 1, n).encode())) for n in range(number))


def hangs(leaf: Leaf, limits: Limits) -> Outcome:
    if int(leaf.name[:-4]) % EVERY == 3:
        time.sleep(600)
    return Unread(leaf.name, pool.SourceError("done"))


def dies(leaf: Leaf, limits: Limits) -> Outcome:
    if int(leaf.name[:-4]) % EVERY == 3:
        os._exit(9)
    return Unread(leaf.name, pool.SourceError("done"))


def swells(leaf: Leaf, limits: Limits) -> Outcome:
    from workbench.importing.reading import read_leaf

    if int(leaf.name[:-4]) % EVERY == 3:
        leaf = Document(leaf.name, Endless())
    return read_leaf(leaf, limits)


class Endless(bytes):
    """Bytes whose length asks for more memory than there is."""

    def __len__(self) -> int:
        return len(bytearray(2_000_000_000))


def test_in_order_and_the_same_as_here() -> None:
    given = list(leaves(9))
    with Pool(LIMITS, 2) as workers:
        apart = [(one.tag, one.result()) for one in workers.read(given)]
    with Pool(LIMITS) as here:
        pending = list(here.read(given))
    assert all(one.is_read_here for one in pending)
    assert apart == [(one.tag, one.result()) for one in pending]
    assert [len(read.claims) for _, read in apart if isinstance(read, Read)] == [1] * 9


@pytest.mark.parametrize(
    ("reading", "title"),
    [
        pytest.param(hangs, "Takes too long", id="one that never ends"),
        pytest.param(dies, "Cannot be read", id="one whose process dies"),
        pytest.param(swells, "Takes too much memory", id="one that takes all memory"),
    ],
)
def test_what_goes_wrong_fails_alone(
    monkeypatch: pytest.MonkeyPatch, reading: Callable[[Leaf, Limits], Outcome], title: str
) -> None:
    monkeypatch.setattr(pool, "read_leaf", reading)
    monkeypatch.setattr(pool, "_PATIENCE", 1.0 if reading is hangs else 60.0)
    with Pool(LIMITS, 2) as workers:
        found = [one.result() for one in workers.read(leaves(8))]
    failed = [one.error.title for one in found if isinstance(one, Unread) and one.error.title != "done"]
    assert failed == [title]
    assert len(found) == 8


def test_what_is_in_already_is_passed_on() -> None:
    same = Unchanged("a.txt", "s1")
    with Pool(LIMITS, 2) as workers:
        assert [one.result() for one in workers.read([(0, same)])] == [same]


def test_only_so_many_are_taken_in_ahead() -> None:
    taken: list[int] = []

    def noting() -> Iterator[tuple[int, Leaf]]:
        for number, leaf in leaves(40):
            taken.append(number)
            yield number, leaf

    with Pool(LIMITS, 1) as workers:
        readings = workers.read(noting())
        first = next(readings)
        assert first.tag == 0
        assert len(taken) == pool._AHEAD + 1


def test_the_records_of_how_a_leaf_was_had_stay_here_and_come_with_what_was_read() -> None:
    (_, leaf), *_ = leaves(1)
    assert isinstance(leaf, Document)
    had = Retrieval("http://a/1", "http://a/1", "2025-05-04T10:00:00+00:00", 200, (), "f00", b"w" * 1000)
    with Pool(LIMITS, 1) as workers:
        (pending,) = workers.read([(0, replace(leaf, retrieval=had))])
        read = pending.result()
    assert isinstance(read, Read) and read.retrieval == had
    assert pool.size_of(replace(leaf, retrieval=had)) == pool.size_of(leaf) + 1000


def breaks(leaf: Leaf, limits: Limits) -> Outcome:
    return Unread(leaf.name, pool.SourceError("done"))


class Deadly(bytes):
    """Bytes at which a process dies before it can say that it has them."""

    def __reduce__(self) -> tuple[Callable[[int], None], tuple[int]]:
        return os._exit, (9,)


def test_what_all_processes_die_of_before_they_have_it_fails_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "read_leaf", breaks)
    given = [(n, Document(f"{n}.txt", Deadly(b"x") if n == 3 else b"x")) for n in range(6)]
    with Pool(LIMITS, 1) as workers:
        found = [one.result() for one in workers.read(given)]
    assert [one.error.title for one in found if isinstance(one, Unread)] == [
        "Cannot be read" if n == 3 else "done" for n in range(6)
    ]
