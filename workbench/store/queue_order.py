"""The order of the queue in little memory: some ten bytes a row, whatever its length."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import overload

from workbench.models import Status

UNDECIDED: tuple[Status, ...] = ("open", "reopened")
"""The states that still ask for a decision."""
_BYTES = 8
_LENGTH = 1 + 2 * _BYTES
_USUAL = re.compile("(?:d[0-9a-f]{16})*")
"""Ids one behind the other, as discrepancies are named: a letter and eight bytes in hexadecimal."""
_HEXADECIMAL = re.compile("[0-9a-f]*")
_DIGITS = bytes.maketrans(b"01", bytes((0, 1)))
_NEIGHBOURS = 200


class QueueOrder(Sequence[str]):
    """The ids of the queue in its order, each with whether it still asks for a decision.

    Ids of the usual form are kept as eight bytes; one of another form has all of them kept as text.
    Immutable but for what `settle` says; `noted` keeps that.
    """

    def __init__(self, rows: Iterable[tuple[str, int]] = ()) -> None:
        """`rows` are ids in their order, each with 1 where it is settled and 0 where it is not."""
        told = list(rows)
        names = [name for name, _ in told]
        self._settled = bytearray(settled for _, settled in told)
        self.noted: dict[str, Status] = {}
        self._packed = b""
        self._named: list[str] | None = names
        if all(len(name) == _LENGTH for name in names) and _USUAL.fullmatch("".join(names)):
            self._packed, self._named = bytes.fromhex("".join(name[1:] for name in names)), None

    @classmethod
    def packed(cls, names: str, settled: str) -> QueueOrder | None:
        """The same from the hexadecimal parts of all ids one behind the other, and a 0 or 1 for each.

        None where they are not those of ids of the usual form.
        """
        order = cls()
        order._settled = bytearray(settled.encode()).translate(_DIGITS)
        if len(names) != 2 * _BYTES * len(order._settled) or not _HEXADECIMAL.fullmatch(names):
            return None
        order._packed = bytes.fromhex(names)
        return order

    def __len__(self) -> int:
        return len(self._packed) // _BYTES if self._named is None else len(self._named)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [self[row] for row in range(*index.indices(len(self)))]
        if self._named is not None:
            return self._named[index]
        row = range(len(self))[index] * _BYTES
        return f"d{self._packed[row : row + _BYTES].hex()}"

    def __iter__(self) -> Iterator[str]:
        return (self[row] for row in range(len(self)))

    def place_of(self, name: str) -> int | None:
        """The row of an id, or None where it is not in the queue."""
        if self._named is not None:
            return self._named.index(name) if name in self._named else None
        if len(name) != _LENGTH or not _USUAL.fullmatch(name):
            return None
        wanted = bytes.fromhex(name[1:])
        at = self._packed.find(wanted)
        while at >= 0 and at % _BYTES:
            at = self._packed.find(wanted, at + 1)
        return at // _BYTES if at >= 0 else None

    def undecided(self, row: int) -> bool:
        """Whether the discrepancy in this row still asks for a decision."""
        return not self._settled[row]

    def name_at(self, row: int) -> str:
        """The id in this row."""
        return self[row]

    @property
    def waiting(self) -> int:
        """How many rows still ask for a decision."""
        return self._settled.count(0)

    def waiting_before(self, row: int) -> int:
        """How many rows above this one still ask for a decision."""
        return self._settled.count(0, 0, row)

    def settle(self, statuses: Mapping[str, Status]) -> None:
        """Notes the statuses that discrepancies have now; their places stay."""
        self.noted.update(statuses)
        for name, status in statuses.items():
            row = self.place_of(name)
            if row is not None:
                self._settled[row] = status not in UNDECIDED

    def next_undecided(self, row: int, step: int) -> int | None:
        """The nearest other undecided row, onward (`step` 1) or back (-1), around the end; or None."""
        if step > 0:
            found = self._settled.find(0, row + 1)
            found = self._settled.find(0, 0, row) if found < 0 else found
        else:
            found = self._settled.rfind(0, 0, max(row, 0))
            found = self._settled.rfind(0, row + 1) if found < 0 else found
        return found if found >= 0 else None

    def nearest(self, other: QueueOrder, row: int) -> int:
        """Where to stand here for whoever stood in `row` of another order.

        On the same id; else on the next that is still there, then on the one before, each looked for among
        neighbours only; else in the same row, or the last one.
        """
        onward = range(row, min(row + _NEIGHBOURS, len(other)))
        back = range(row - 1, max(row - _NEIGHBOURS, -1), -1)
        places = (self.place_of(other[one]) for one in chain(onward, back))
        found = next((place for place in places if place is not None), None)
        return max(min(row, len(self) - 1), 0) if found is None else found

    def same_but_for(self, other: QueueOrder, names: Iterable[str]) -> bool:
        """Whether this and another are one order where these ids are left out of both."""
        left_out = list(names)
        return self._without(left_out) == other._without(left_out)

    def _without(self, names: Iterable[str]) -> tuple[bytes, list[str] | None]:
        if self._named is not None:
            gone = set(names)
            return b"", [name for name in self._named if name not in gone]
        rows = sorted(row for name in names if (row := self.place_of(name)) is not None)
        edges = [-1, *rows, len(self)]
        kept = (self._packed[(start + 1) * _BYTES : end * _BYTES] for start, end in pairwise(edges))
        return b"".join(kept), None
