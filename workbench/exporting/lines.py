"""Objects as the lines that are written of them: where there are many, made on all cores."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from workbench.cores import cores
from workbench.decisions.policies import Policy
from workbench.exporting.dossiers import Known, records
from workbench.exporting.tables import claim_rows, discrepancy_rows, numbered_claim_rows
from workbench.records.record import Record
from workbench.records.rows import Row, What
from workbench.records.seals import compact, sealed_line

if TYPE_CHECKING:
    from workbench.store import Store

Names: TypeAlias = "Sequence[str] | array[int]"
"""Objects by their ids, or claims by their numbers in the database."""
MANY = 10_000
"""Objects from which on other processes are worth their start."""


@dataclass(frozen=True, slots=True)
class Work:
    """What lines are made by; `says` is what each object says of its export."""

    what: What
    day: date
    policy: Policy | None
    says: str

    def lines(self, store: Store, names: Names, known: Known | None = None) -> Iterator[bytes]:
        """The lines of these objects, in their order, without the ends of lines."""
        known = known or Known(store)
        says = compact(self.says)
        return (sealed_line(row, says) for row in self._rows(store, names, known))

    def _rows(self, store: Store, names: Names, known: Known) -> Iterator[Row | Record]:
        if isinstance(names, array):
            return numbered_claim_rows(store, names, known)
        match self.what:
            case "claims":
                return claim_rows(store, names, known)
            case "discrepancies":
                return discrepancy_rows(store, names, self.day, known)
            case _:
                return records(store, names, self.day, self.policy, known)


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of objects; `names` is asked for them when the first line is."""

    store: Store
    work: Work
    total: int
    names: Callable[[], Names]

    def __iter__(self) -> Iterator[bytes]:
        names = self.names()
        processes = cores()
        if self.total < MANY or processes < 2 or not self.store.stands_still:
            return self.work.lines(self.store, names)
        from workbench.exporting.processes import made_elsewhere

        return made_elsewhere(self.store, self.work, names, processes)
