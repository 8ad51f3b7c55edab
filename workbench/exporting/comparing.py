"""What two policies make of the same records, attribute by attribute."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from workbench.decisions.policies import Policy
from workbench.exporting.tables import attribute_table
from workbench.records.rows import Row
from workbench.store import EventFilter, Store

Kind = Literal["first", "second", "both", "bounds"]
"""Only the first policy has a best value, only the second; both have others; only the bounds differ."""
_VALUES = ("best", "low", "high")


@dataclass(frozen=True, slots=True)
class Differing:
    """An attribute on which two policies differ, as each has it: rows of `export attributes`."""

    first: Row
    second: Row

    @property
    def kind(self) -> Kind:
        """In what they differ."""
        best, other = self.first["best"], self.second["best"]
        if best == other:
            return "bounds"
        if other is None:
            return "first"
        return "second" if best is None else "both"

    def row(self) -> Row:
        """The same as one object."""
        common = {key: self.first[key] for key in ("event", "event_label", "name")}
        return {
            **common,
            "differ": self.kind,
            "first": _side(self.first),
            "second": _side(self.second),
            "open": self.first["open"],
        }


def _side(row: Row) -> Row:
    keys = ("policy", *_VALUES, "unit", "rule", "for", "against", "origins_for", "origins_against")
    return {key: row[key] for key in keys}


@dataclass(slots=True)
class Compared:
    """Goes through the attributes of events under two policies, and counts."""

    attributes: int = 0
    """How many were looked at."""
    kinds: Counter[Kind] = field(default_factory=Counter)
    """How many differed in what."""

    def differing(
        self, store: Store, chosen: EventFilter, policies: tuple[Policy, Policy], today: date
    ) -> Iterator[Differing]:
        """The attributes that differ in best, low or high, in the order of an export."""
        tables = [attribute_table(store, chosen, today, policy)[1] for policy in policies]
        for first, second in zip(*tables, strict=True):
            self.attributes += 1
            if any(first[key] != second[key] for key in _VALUES):
                found = Differing(first, second)
                self.kinds[found.kind] += 1
                yield found
