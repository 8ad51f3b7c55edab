"""One difference as it is put before a reviewer: with its evidence, and what was decided on it."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import date

from workbench.decisions import log
from workbench.models import AttributeValue, Claim, Decision, Discrepancy, Source, Status
from workbench.store import Store

_SOURCES_KEPT = 64
_LETTERS_KEPT = 4_000_000
"""Code points of articles that are kept, beyond the one that was asked for last."""


@dataclass(frozen=True, slots=True)
class Case:
    """One difference as it is put before the reviewer.

    ``values`` are ordered by label in the labels' order; ``claims`` by id. ``in_force`` is the verdict
    that holds now, ``history`` every entry of the log on this difference, oldest first. ``assignee`` is
    whose task it is, "" where it is nobody's. ``disagreement`` has the verdicts of reviewers who did not
    know of each other and say different things; none of them is in force then.
    """

    discrepancy: Discrepancy
    event_label: str
    status: Status
    values: tuple[AttributeValue, ...]
    claims: dict[str, Claim]
    in_force: Decision | None
    history: tuple[Decision, ...]
    assignee: str = ""
    disagreement: tuple[Decision, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        return self.discrepancy.labels

    @property
    def seen(self) -> frozenset[str]:
        """The ids of the entries that its reviewer has before them."""
        return frozenset(entry.id for entry in self.history)

    def values_of(self, label: str) -> list[AttributeValue]:
        """The claims' values that read `label`."""
        return [value for value in self.values if value.label == label]


def read_case(store: Store, discrepancy_id: str, today: date) -> Case:
    """Everything about one difference. Raises StoreError when it is not there."""
    discrepancy = store.discrepancy(discrepancy_id)
    entries = store.decisions_about([discrepancy])
    verdicts = log.Verdicts(entries)
    order = {label: index for index, label in enumerate(discrepancy.labels)}
    return Case(
        discrepancy=discrepancy,
        event_label=store.event(discrepancy.event).label,
        status=verdicts.status(discrepancy, today),
        values=tuple(sorted(discrepancy.values, key=lambda value: order[value.label])),
        claims=store.claims_by_id({value.claim for value in discrepancy.values}),
        in_force=verdicts.in_force(discrepancy),
        history=tuple(entry for entry in entries if log.concerns(entry, discrepancy)),
        assignee=verdicts.assignee(discrepancy),
        disagreement=tuple(verdicts.disagreement(discrepancy)),
    )


class Sources:
    """Articles with their texts, the last few kept. Belongs to the store's thread."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: OrderedDict[str, Source] = OrderedDict()

    def __call__(self, source_id: str) -> Source:
        """A source with its text; StoreError where it is unknown."""
        if source_id not in self._kept:
            self._kept[source_id] = self._store.source(source_id)
            self._let_go()
        self._kept.move_to_end(source_id)
        return self._kept[source_id]

    def forget(self) -> None:
        """Lets go of what was read before: another program may have changed the database."""
        self._kept.clear()

    def _let_go(self) -> None:
        letters = sum(len(one.text) for one in self._kept.values())
        while len(self._kept) > 1 and (len(self._kept) > _SOURCES_KEPT or letters > _LETTERS_KEPT):
            letters -= len(self._kept.popitem(last=False)[1].text)
