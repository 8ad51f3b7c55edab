"""Claims that arrive one after the other are compared as if all had come at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.events import arriving
from workbench.events.arriving import Pair, arrive, no_longer_compared
from workbench.events.keys import KINDS

LARGEST = 4
KEYS = [number << 5 | kind for number in range(2) for kind in (KINDS.index("day"), KINDS.index("two words"))]


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arriving, "largest_block", lambda key, claims: LARGEST)


@dataclass
class Everything:
    """All that has arrived so far."""

    keys: dict[str, tuple[int, ...]] = field(default_factory=dict)
    compared: set[Pair] = field(default_factory=set)
    sizes: dict[int, int] = field(default_factory=dict)

    def block_sizes(self, keys: Iterable[int]) -> Mapping[int, int]:
        return {key: self.sizes[key] for key in keys if key in self.sizes}

    def blocks(self, keys: Iterable[int]) -> Mapping[int, Sequence[str]]:
        found = {key: [claim for claim, own in self.keys.items() if key in own] for key in keys}
        return {key: members for key, members in found.items() if members}

    def take(self, new: Mapping[str, tuple[int, ...]]) -> dict[str, int]:
        arrival = arrive(new, self, 0)
        doubted = [one for one in self.compared if any({*one} <= {*block} for block in arrival.closed)]
        gone = no_longer_compared(arrival, doubted, self.keys, self)
        self.compared = (self.compared - set(gone)) | arrival.pairs
        self.keys.update(new)
        self.sizes |= arrival.sizes
        return dict(arrival.forgone.items())


def by_definition(keys: Mapping[str, tuple[int, ...]]) -> set[Pair]:
    blocks = [sorted(claim for claim, own in keys.items() if key in own) for key in KEYS]
    return {one for members in blocks if len(members) <= LARGEST for one in combinations(members, 2)}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.lists(st.lists(st.sampled_from(KEYS), max_size=3, unique=True), min_size=1, max_size=6), max_size=6
    )
)
def test_what_is_compared_follows_from_the_claims_and_not_from_their_order(
    batches: list[list[list[int]]],
) -> None:
    held = Everything()
    for at, batch in enumerate(batches):
        held.take({f"c{at}-{number}": tuple(own) for number, own in enumerate(batch)})
        assert held.compared == by_definition(held.keys)
    sizes = {key: sum(key in own for own in held.keys.values()) for key in KEYS}
    assert held.sizes == {key: size for key, size in sizes.items() if size > LARGEST}


def test_pairs_that_a_block_grown_too_large_leaves_out_are_counted_by_its_kind() -> None:
    held = Everything()
    assert held.take({f"c{n}": (KEYS[0],) for n in range(LARGEST)}) == {}
    assert held.take({"c4": (KEYS[0],)}) == {"day": 10}
    assert held.take({"c5": (KEYS[0],), "c6": (KEYS[0],), "c7": ()}) == {"day": 11}
