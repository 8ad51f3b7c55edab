"""What the room makes: the reconciled event.

These are structs, for a hundred thousand of them are made for an export: they freeze in C, at a fifteenth of
the time that a frozen dataclass takes.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field
from msgspec.structs import force_setattr

from workbench.decisions.policies import REVIEWED_ONLY
from workbench.models import DateSpan, Modality

_EXACT = 2**53
"""Where numbers with a decimal point begin to leave out whole ones."""


def number(value: float | str | None) -> float | str | None:
    """The value, whole numbers without a decimal point (but for those that JSON has no whole numbers for)."""
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        return int(value)
    return value


class RecordAttribute(Struct, frozen=True):
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
    backing: tuple[str, ...] = field(name="for", default=())
    against: tuple[str, ...] = ()
    origins_for: int = 0
    origins_against: int = 0
    open: tuple[str, ...] = ()
    """The values between which nobody has decided, as a reviewer reads them."""
    discrepancies: tuple[str, ...] = ()
    """Those on this attribute."""

    def __post_init__(self) -> None:
        if isinstance(self.best, float):
            force_setattr(self, "best", number(self.best))
        if isinstance(self.low, float):
            force_setattr(self, "low", number(self.low))
        if isinstance(self.high, float):
            force_setattr(self, "high", number(self.high))


class Record(Struct, frozen=True):
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
    discrepancies: tuple[str, ...]
    decisions: tuple[str, ...]
    state: Literal["open", "reconciled"]
    first_source: str | None
    parent: str | None
    """The larger event of which this one is a stage."""
    policy: str = REVIEWED_ONLY
    """By which values were chosen where nobody decided."""
