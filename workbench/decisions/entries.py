"""What every entry of the log has: a reviewer, a time with its zone, and an id made of its content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import Any, Literal

from workbench.errors import DecisionError
from workbench.models import Decision, DecisionKind, Event

_FIELDS = tuple(field.name for field in fields(Decision))
BESIDE_THE_ACT = ("id", "saw", "knew", "placed")
"""Fields of an entry that its id is not made of."""


def identified(decision: Decision) -> Decision:
    """The decision with the id that the act itself gives it, the same on every machine.

    What its reviewer `saw` around it, and what its log held before it, is no part of the act.
    """
    return replace(decision, id=_id_of(decision, BESIDE_THE_ACT))


def is_as_written(decision: Decision) -> bool:
    """Whether an entry's id is made of what it says. The first logs kept no readings, nor did ids."""
    if identified(decision).id == decision.id:
        return True
    return not decision.readings and _id_of(decision, (*BESIDE_THE_ACT, "readings")) == decision.id


def _id_of(decision: Decision, beside: Collection[str]) -> str:
    content = {name: value for name, value in plain(decision).items() if name not in beside}
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return "k" + hashlib.sha256(canonical.encode()).hexdigest()[:16]


def plain(decision: Decision) -> dict[str, Any]:
    """All fields of an entry, for JSON."""
    # `asdict` copies deeply, which takes ten times as long.
    content = {name: getattr(decision, name) for name in _FIELDS}
    content["readings"] = [{"claim": one.claim, "value": one.value} for one in decision.readings]
    return content


def on_claims(
    kind: DecisionKind,
    attribute: Literal["event", "claim", "source"],
    claims: Iterable[str],
    events: Sequence[Event],
    *,
    label: str,
    value: str,
    reviewer: str,
    at: str,
    note: str | None,
    key: str = "",
) -> Decision:
    """An entry about claims, not about what they differ on; `events` are those in which they stand."""
    return identified(
        Decision(
            id="",
            kind=kind,
            discrepancy="",
            event=events[0].id if events else "",
            attribute=attribute,
            key=key,
            claims=tuple(dict.fromkeys(claims)),
            reviewer=named(reviewer),
            at=timed(at),
            label=label,
            value=value,
            note=tidy(note),
        )
    )


def surrounded(decision: Decision, events: Iterable[Event]) -> Decision:
    """The entry with what its reviewer `saw`: the claims of the events that it is about."""
    return replace(decision, saw=tuple(event.claims for event in events))


def named(reviewer: str) -> str:
    """The reviewer's name; DecisionError where there is none."""
    if not reviewer.strip():
        raise DecisionError("Nobody decides", "the reviewer has no name", "Set the reviewer's name.")
    return reviewer.strip()


def timed(at: str) -> str:
    """The timestamp; DecisionError where it has no zone or is none."""
    try:
        zoned = datetime.fromisoformat(at).tzinfo is not None
    except ValueError:
        zoned = False
    if not zoned:
        raise DecisionError("Not a time with its zone", at, "Give it as 2025-05-16T09:30:00.000000+03:00.")
    return at


def tidy(note: str | None) -> str | None:
    """The note without blanks around it; None where nothing is left."""
    return (note or "").strip() or None
