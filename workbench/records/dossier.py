"""All that is known of one event, for writers that show more than its reconciled values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from workbench.models import Claim, Decision, Discrepancy, Event, Status
from workbench.records.record import Record
from workbench.records.rows import SourceInfo


class ArticleInfo(SourceInfo, Protocol):
    """What is known of an article beside what every export says."""

    @property
    def copy_of(self) -> str | None:
        """The fullest of the near copies that it belongs to; None where it stands alone or is that itself."""
        ...


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
    sources: Mapping[str, ArticleInfo]
    """Source to what is known of it, of every claim and value; it may hold sources of other events."""
    text: Callable[[str], str]
    """The whole text of one of its sources, read when it is asked for."""
    others: tuple[Claim, ...] = ()
    """Claims of other events that the discrepancies name, as the calls that add up to a total of calls."""
    whole: Event | None = None
    """The larger event of which it is a stage."""
