"""Single objects as they would be exported now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Literal

from workbench.decisions.policies import Policy
from workbench.exporting.dossiers import Known, records
from workbench.exporting.tables import claim_rows, discrepancy_rows
from workbench.models import Decision
from workbench.records.log_rows import log_row
from workbench.records.record import Record
from workbench.records.rows import Row, What, attribute_rows, event_row
from workbench.store import Store

Key = tuple[str, str]
"""An object's id and "", or an event's id and the name of its attribute."""


class Singles:
    """Looks objects up, a page of them at a time. What they share of the log is read once."""

    def __init__(self, store: Store, today: date) -> None:
        self._store = store
        self._today = today
        self._known = Known(store)

    def rows(self, what: What, keys: Iterable[Key], policy: Policy | None = None) -> Mapping[Key, Row]:
        """Those of these objects that exist; `policy` chooses values of events where nobody has decided."""
        ids = list(dict.fromkeys(key for key, _ in keys))
        if what == "attributes":
            told = self._records(ids, policy)
            return {(row["event"], row["name"]): row for one in told for row in attribute_rows(one)}
        if what == "events":
            return {(one.id, ""): event_row(one) for one in self._records(ids, policy)}
        return {(row["id"], ""): row for row in self._rows(what, ids)}

    def _rows(
        self, what: Literal["claims", "discrepancies", "decisions"], ids: Sequence[str]
    ) -> Iterator[Row]:
        store = self._store
        match what:
            case "claims":
                known = store.claims_by_id(ids)
                return claim_rows(store, [one for one in ids if one in known], self._known)
            case "discrepancies":
                found = store.discrepancies_by_id(ids)
                there = [one for one in ids if one in found]
                return discrepancy_rows(store, there, self._today, self._known)
            case "decisions":
                return self._entries(ids)

    def _records(self, ids: Sequence[str], policy: Policy | None) -> Iterator[Record]:
        there = [event.id for event in self._store.events_by_id(ids)]
        return records(self._store, there, self._today, policy, self._known)

    def _entries(self, ids: Sequence[str]) -> Iterator[Row]:
        seqs = [seq for one in ids if (seq := self._store.log_seq(one)) is not None]
        for row in self._store.log_rows(seqs, self._undone).values():
            written = row.written or row.decision
            yield log_row(row.decision, row.event, row.event_label, row.undone, written)

    def undone(self, entry: str) -> Decision | None:
        """The undo that takes an entry back now, or None. Raises KeyError where there is no such entry."""
        seq = self._store.log_seq(entry)
        if seq is None:
            raise KeyError(entry)
        by = self._undone.get(seq)
        return None if by is None else self._store.log_rows([by], self._undone)[by].decision

    @cached_property
    def _undone(self) -> Mapping[int, int]:
        return self._store.log_list().undone
