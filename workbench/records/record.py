"""What the room makes: the reconciled event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.models import DateSpan, Modality


@dataclass(frozen=True, slots=True)
class RecordAttribute:
    """One attribute of a record: best, low and high, the rule or decision that chose them, and the claims."""

    best: float | str | None
    low: float | str | None
    high: float | str | None
    unit: str | None
    modality: Modality | None
    rule: str
    claims: tuple[str, ...]
    decision: str | None


@dataclass(frozen=True, slots=True)
class Record:
    """The reconciled event; `state` is "reconciled" when nothing about it is open."""

    id: str
    label: str
    event_type: str
    date: DateSpan | None
    place: str | None
    participants: tuple[str, ...]
    attributes: dict[str, RecordAttribute]
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    origins: int
    first_source: str | None
    parent: str | None
    """The larger event of which this one is a stage."""
    discrepancies: tuple[str, ...]
    decisions: tuple[str, ...]
    state: Literal["open", "reconciled"]
