"""What holds of an event now, for formats with one place for each thing: days, place, how far it got."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol, cast, get_args

from workbench.models import Decision, Discrepancy, Modality, Status
from workbench.records.dossier import Dossier
from workbench.records.reconcile import UNDECIDED
from workbench.records.record import Record
from workbench.subjects import plain_key

_MODALITIES: frozenset[str] = frozenset(get_args(Modality))
_FURTHEST: tuple[Modality, ...] = ("occurred", "agreed", "planned", "expected", "proposed", "denied")
"""What stands above what where claims go differently far and nobody decided."""

_WHOLE = ("", "planned", "agreed")
"""Keys of differences on how far the event itself got, not a paper or a stage of it."""


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day an event may have been on; `is_open` where the sources differ on it."""

    start: date
    end: date
    is_open: bool = False

    @property
    def number(self) -> int:
        """How many days those are."""
        return (self.end - self.start).days + 1


@dataclass(frozen=True, slots=True)
class HowFar:
    """How far an event got; `is_denied` where a source denies what others tell and nobody decided."""

    modality: Modality
    is_denied: bool = False


def days(record: Record) -> Days | None:
    """Its days: decided or agreed on, else all that its sources say, open; None where none is known."""
    said = record.attributes.get("date")
    if said is not None:
        if isinstance(said.best, str) and (best := _stretch(said.best)):
            return best
        ends = [one for one in (said.low, said.high) if isinstance(one, str)]
        stretches = [found for one in ends if (found := _stretch(one))]
        if stretches:
            first, last = min(one.start for one in stretches), max(one.end for one in stretches)
            return Days(first, last, is_open=True)
    return Days(record.date.start, record.date.end) if record.date else None


def _stretch(text: str) -> Days | None:
    """ISO days as values of dates have them: one, or two with a slash."""
    first, _, last = text.partition("/")
    try:
        return Days(date.fromisoformat(first), date.fromisoformat(last or first))
    except ValueError:
        return None


def place(record: Record) -> str | None:
    """The place that holds; None where none is known, or sources differ and nobody decided."""
    said = record.attributes.get("place")
    if said is None:
        return record.place
    return said.best if isinstance(said.best, str) else None


def how_far(dossier: Dossier) -> HowFar:
    """By a reviewer's decision, else by the claim that goes furthest; by headings where it has no others."""
    for one in dossier.discrepancies:
        decided = _decided(dossier, one)
        if decided is not None:
            return HowFar(decided)
    claims = [one for one in dossier.claims if not one.heading] or dossier.claims
    said = {claim.modality for claim in claims}
    furthest: Modality = next((one for one in _FURTHEST if one in said), "occurred")
    open_ones = (one for one in undecided(dossier) if one.attribute == "status")
    disputed = any(value.value == "denied" for one in open_ones for value in one.values)
    return HowFar(furthest, is_denied=disputed and furthest != "denied")


def _decided(dossier: Dossier, discrepancy: Discrepancy) -> Modality | None:
    """What a reviewer said of how far the event as a whole got."""
    if discrepancy.attribute != "status" or plain_key(discrepancy.key) not in _WHOLE:
        return None
    if dossier.statuses[discrepancy.id] in UNDECIDED:
        return None
    decision = dossier.in_force.get(discrepancy.id)
    value = decision.value if decision else None
    return cast("Modality", value) if value in _MODALITIES else None


class Standing(Protocol):
    """Where differences stand."""

    @property
    def statuses(self) -> Mapping[str, Status]: ...
    @property
    def in_force(self) -> Mapping[str, Decision]: ...


def waits(event: Standing, discrepancy: Discrepancy) -> bool:
    """Whether a difference asks for a decision; a figure that only replaced another does not."""
    status = event.statuses[discrepancy.id]
    if discrepancy.verdict != "superseded":
        return status in UNDECIDED
    # Nothing but reviewers who disagree opens a difference on which no decision is in force again.
    return status == "reopened" and discrepancy.id not in event.in_force


def undecided(dossier: Dossier) -> tuple[Discrepancy, ...]:
    """What is open on the event."""
    return tuple(one for one in dossier.discrepancies if waits(dossier, one))
