"""What the room makes: the reconciled event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.decisions.policies import REVIEWED_ONLY
from workbench.models import DateSpan, Modality


@dataclass(frozen=True, slots=True)
class RecordAttribute:
    """One attribute of a record: best, low and high, the rule or decision that chose them, and the claims.

    Where something holds (`best`, or the range of a reviewer), each of `claims` is either `backing` it or
    `against` it; `origins_for` and `origins_against` count the independent origins behind them. Where nothing
    holds, nobody is for or against it.
    """

    best: float | str | None
    low: float | str | None
    high: float | str | None
    unit: str | None
    modality: Modality | None
    rule: str
    claims: tuple[str, ...]
    decision: str | None
    backing: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    origins_for: int = 0
    origins_against: int = 0
    open: tuple[str, ...] = ()
    """The values between which nobody has decided, as a reviewer reads them."""
    discrepancies: tuple[str, ...] = ()
    """Those on this attribute."""


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
    policy: str = REVIEWED_ONLY
    """By which values were chosen where nobody decided."""
