"""All that is known of one event, for writers that show more than its reconciled values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.models import Claim, Decision, Discrepancy, Event, Status
from workbench.records.record import Record
from workbench.records.rows import SourceInfo


@dataclass(frozen=True, slots=True)
class Dossier:
    """The record of an event with what it rests on; every id that it names is found in here."""

    record: Record
    event: Event
    claims: tuple[Claim, ...]
    discrepancies: tuple[Discrepancy, ...]
    statuses: Mapping[str, Status]
    """Discrepancy to where it stands."""
    in_force: Mapping[str, Decision]
    """Discrepancy to the decision in force on it, where there is one."""
    decisions: tuple[Decision, ...]
    """The entries of the log on the event, in its order, those that were taken back among them."""
    sources: Mapping[str, SourceInfo]
    """Source to what is known of it, of every claim and value; it may hold sources of other events."""
