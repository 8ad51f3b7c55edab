"""The packed order of the queue gives what a plain list would."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.store import QueueOrder

_NAMES = st.integers(0, 2**64 - 1).map(lambda number: f"d{number:016x}") | st.sampled_from(
    ["d1", "", "dABCDEF0123456789", "x" + "0" * 16, "d" + "0" * 16, "d" + "00d0" * 4]
)
_ROWS = st.lists(st.tuples(_NAMES, st.booleans()), unique_by=lambda row: row[0], max_size=40)


def order(names: Sequence[str], settled: Sequence[int] = ()) -> QueueOrder:
    return QueueOrder(zip(names, settled or [0] * len(names), strict=True))


@given(_ROWS)
def test_it_is_the_sequence_of_its_ids(rows: list[tuple[str, bool]]) -> None:
    packed, names = QueueOrder((name, int(settled)) for name, settled in rows), [name for name, _ in rows]
    assert list(packed) == names
    assert len(packed) == len(names)
    assert packed[3:7] == names[3:7]
    assert packed[-1:] == names[-1:]
    assert [packed.place_of(name) for name in names] == list(range(len(names)))
    assert packed.place_of("d" + "f0" * 8) in (None, *range(len(names)))
    assert [packed.undecided(row) for row in range(len(names))] == [not settled for _, settled in rows]
    assert packed.waiting == sum(not settled for _, settled in rows)


@given(_ROWS, st.integers(0, 39), st.sampled_from([1, -1]))
def test_the_next_undecided_is_found_around_the_end(
    rows: list[tuple[str, bool]], row: int, step: int
) -> None:
    if row >= len(rows):
        return
    packed = QueueOrder((name, int(settled)) for name, settled in rows)
    around = [(row + step * distance) % len(rows) for distance in range(1, len(rows))]
    expected = next((one for one in around if not rows[one][1]), None)
    assert packed.next_undecided(row, step) == expected


def test_an_id_is_not_found_between_two_others() -> None:
    names = ["d00000000000000ab", "dcd00000000000000", "d000000000000abcd"]
    packed = order(names)
    assert packed.place_of("dabcd000000000000") is None
    assert packed.place_of(names[2]) == 2


def test_a_late_id_of_another_form_keeps_those_before_it() -> None:
    names = [f"d{number:016x}" for number in range(20_001)]
    packed = order([*names, "d1"])
    assert (packed[0], packed[20_000], packed[20_001]) == (names[0], names[20_000], "d1")


def test_what_was_decided_meanwhile_is_noted_in_its_place() -> None:
    packed = order(["a", "b", "c"])
    packed.settle({"b": "resolved", "gone": "open"})
    assert [packed.undecided(row) for row in range(3)] == [True, False, True]
    packed.settle({"b": "reopened"})
    assert packed.waiting == 3


@pytest.mark.parametrize(
    ("now", "row", "expected"),
    [
        pytest.param(["c", "b", "a"], 1, 1, id="its id, wherever it stands now"),
        pytest.param(["x", "y", "c", "a"], 1, 2, id="the next that is still there"),
        pytest.param(["x", "y", "a"], 1, 2, id="the one before, where none follows"),
        pytest.param(["x", "y"], 2, 1, id="the last row, where none is left"),
        pytest.param([], 1, 0, id="an empty list"),
    ],
)
def test_the_place_is_kept_in_another_order(now: list[str], row: int, expected: int) -> None:
    assert order(now).nearest(order(["a", "b", "c"]), row) == expected
