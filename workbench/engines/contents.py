"""A great many byte strings, held as a few long ones."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import overload

import numpy as np


class Contents(Sequence[bytes]):
    """Byte strings that share one long one for each part.

    A million objects would cost more than what they say. Worse, to look at one is to write to it (its count
    of references), so that each forked process would come to hold them all anew.
    """

    def __init__(self, parts: Iterable[Contents | Sequence[bytes]] = ()) -> None:
        self._long: list[bytes] = []
        self._ends: list[np.ndarray[tuple[int], np.dtype[np.int64]]] = []
        for part in parts:
            self._long += part._long if isinstance(part, Contents) else [b"".join(part)]
            self._ends += (
                part._ends
                if isinstance(part, Contents)
                else [np.cumsum(np.fromiter(map(len, part), np.int64, len(part)))]
            )
        self._starts = [0, *accumulate(map(len, self._ends))]

    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, at: int) -> bytes: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[bytes]: ...
    def __getitem__(self, at: int | slice) -> bytes | Sequence[bytes]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if not 0 <= at < len(self):
            raise IndexError(at)
        part = bisect_right(self._starts, at) - 1
        ends, at = self._ends[part], at - self._starts[part]
        return self._long[part][ends[at - 1] if at else 0 : ends[at]]
