"""Everything about one event, read in one go: for a reading thread, since an event may have any size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from workbench.decisions import statuses
from workbench.decisions.log import in_effect
from workbench.decisions.log import in_force as in_force_on
from workbench.decisions.policies import Policy
from workbench.linking.telling import why_stage
from workbench.models import Claim, Decision, Discrepancy, Event, Status
from workbench.records.now import waits
from workbench.records.reconcile import reconcile
from workbench.records.record import Record
from workbench.records.voices import in_office
from workbench.store import SourceRow, Store

STAGES_TOLD = 20
"""Stages of which the reason is looked up: to read the claims of hundreds takes long."""


@dataclass(frozen=True, slots=True)
class Kin:
    """Another event that this one is a stage of, or that is a stage of this one, and why."""

    event: Event
    why: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """One event with its claims (by file and place), what differs among them, and what was decided.

    ``others`` are claims of other events that its differences name, as the calls that add up to a total;
    ``sources`` has theirs, too. ``log`` holds every entry that bears on the event, also those taken back (not
    in ``effective``), oldest first. ``in_force`` has the verdict on each difference that has one, by its id.
    """

    event: Event
    parent: Kin | None
    stages: tuple[Kin, ...]
    claims: tuple[Claim, ...]
    others: tuple[Claim, ...]
    sources: Mapping[str, SourceRow]
    discrepancies: tuple[Discrepancy, ...]
    statuses: Mapping[str, Status]
    in_force: Mapping[str, Decision]
    log: tuple[Decision, ...]
    effective: frozenset[str]
    record: Record
    by_policy: Record | None = None
    """What the policy of the settings makes of it, where one that chooses anything is set."""

    @property
    def undecided(self) -> list[Discrepancy]:
        """The differences that wait for a decision, in the order of the queue."""
        waiting = (one for one in self.discrepancies if waits(self, one))
        return [one for one in waiting if self.statuses[one.id] != "deferred"]

    def copies(self) -> list[str]:
        """The sources that are near copies of another text."""
        return [row.id for row in self.telling().values() if row.copy_of]

    def telling(self) -> Mapping[str, SourceRow]:
        """The sources of its own claims."""
        own = {claim.source for claim in self.claims}
        return {key: row for key, row in self.sources.items() if key in own}


def read_dossier(store: Store, event_id: str, today: date, policy: Policy | None = None) -> Dossier:
    """The dossier of an event, with what a policy makes of it. Raises StoreError where it is gone."""
    event = store.event(event_id)
    claims = tuple(store.claims(event=event_id))
    found = tuple(store.discrepancies(event=event_id))
    log = {entry.id: entry for entry in store.decisions_on_claims(event.claims)}
    strange = {value.claim for one in found for value in one.values} - set(event.claims)
    others = tuple(store.claims_by_id(strange).values())
    sources = {row.id: row for row in store.source_rows({claim.source for claim in (*claims, *others)})}
    entries = tuple(log.values())
    taken = {one.id: in_force_on(entries, one) for one in found}
    plain = reconcile(event, claims, found, entries, sources, today=today)

    def holders(source: str) -> frozenset[str]:
        return in_office(store.claims(source=source), sources[source].language)

    chosen = (
        reconcile(event, claims, found, entries, sources, today=today, policy=policy, holders=holders)
        if policy
        else None
    )
    return Dossier(
        event=event,
        parent=_parent(store, event),
        stages=_stages(store, event),
        claims=claims,
        others=others,
        sources=sources,
        discrepancies=found,
        statuses=statuses(entries, found, today=today),
        in_force={name: entry for name, entry in taken.items() if entry},
        log=entries,
        effective=frozenset(entry.id for entry in in_effect(entries)),
        record=plain,
        by_policy=chosen,
    )


def _parent(store: Store, event: Event) -> Kin | None:
    if event.parent is None:
        return None
    whole = store.event(event.parent)
    return Kin(whole, why_stage(store, event, whole))


def _stages(store: Store, event: Event) -> tuple[Kin, ...]:
    stages = store.stages_of(event.id)
    told = [Kin(stage, why_stage(store, stage, event)) for stage in stages[:STAGES_TOLD]]
    return (*told, *(Kin(stage, "") for stage in stages[STAGES_TOLD:]))
