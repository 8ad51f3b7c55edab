"""How much was looked at, and whether that is all that was exported."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from workbench.records.rows import What
from workbench.verifying.items import Finding, Item, Mark, read_part

_MARKS = 10
"""Exports of which the objects of one file may be, before the others are not counted."""
_HASH = (1 << 64) - 1
_ALL: frozenset[int] = frozenset()


class _Counted:
    """The objects of one export: eight bytes for each, so that one that stands there twice counts once."""

    def __init__(self) -> None:
        self._objects = array("Q")
        self._parts: dict[tuple[str, str], set[int] | frozenset[int]] = {}
        self._of: dict[tuple[str, str], int] = {}

    def add(self, item: Item) -> None:
        self._objects.append(hash(item.key) & _HASH)
        part = read_part(item.row.get("export"))
        if part is None:
            return
        number, of = part
        seen = self._parts.setdefault(item.key, set())
        if isinstance(seen, set):
            seen.add(number)
            self._of[item.key] = of
            if len(seen) >= of:  # most are whole: nothing need be kept of them but that they are
                self._parts[item.key] = _ALL
                del self._of[item.key]

    def number(self) -> int:
        """How many different objects there were."""
        last, found = None, 0
        for one in sorted(self._objects):
            found += one != last
            last = one
        return found

    def torn(self) -> Iterator[tuple[str, int, int]]:
        """Objects of which a part is missing: the id, how many parts are here, and of how many."""
        for key, of in self._of.items():
            yield key[0], len(self._parts[key]), of


@dataclass(slots=True)
class Tally:
    """What was looked at, filled while it is. Of `marks` the first few are kept."""

    form: str = ""
    """What the file is: "jsonl", "json", "csv" and so on, "sealed" for one that is checked as a whole."""
    objects: Counter[What] = field(default_factory=Counter)
    entries: Counter[str] = field(default_factory=Counter)
    """What was looked at of a file without seals: events, or reviews."""
    rows: dict[What, tuple[int, int]] = field(default_factory=dict)
    """Of sheets: how many different rows are here, and how many there were."""
    findings: int = 0
    _counted: dict[Mark, _Counted] = field(default_factory=dict)
    _last: tuple[str, str] | None = None
    _unsound: int = 0
    """Lines that are not as they were written: what they are of cannot be told."""

    @property
    def marks(self) -> Collection[Mark]:
        """What the objects say of their exports."""
        return self._counted.keys()

    def count(self, items: Sequence[Item], found: Sequence[Finding]) -> None:
        """Counts objects, or rows that hold parts of one; `found` is what is wrong with their form."""
        unsound = {(one.what, one.line) for one in found}
        self._unsound += len(unsound)
        for one in items:
            self.objects[one.what] += one.key != self._last
            self._last = one.key
            if (one.what, one.line) in unsound:
                continue
            if one.mark in self._counted or (one.mark and len(self._counted) < _MARKS):
                self._counted.setdefault(one.mark, _Counted()).add(one)

    def missing(self) -> Iterator[Finding]:
        """What was exported and is not here. Of several exports in one file, some may look like one."""
        for mark, counted in self._counted.items():
            here = counted.number() if mark.total is not None else 0
            if mark.total is not None and here + self._unsound < mark.total:
                says = f"{here:,} of {mark.total:,} {mark.what} are here: {mark.total - here:,} missing"
                yield Finding("form", says, field="export", exported=mark.total, now=here)
            for name, there, of in () if self._unsound else counted.torn():
                says = f"{there} of {of} rows of {name} are here: {of - there} missing"
                yield Finding("form", says, id=name, field="export", exported=of, now=there)
        for what, (there, of) in self.rows.items():
            if there + self._unsound < of:
                says = f"{there:,} of {of:,} rows of {what} are here: {of - there:,} missing"
                yield Finding("form", says, what=what, exported=of, now=there)
