"""Taking back a reviewer's latest decision, and bringing it back: jobs for the writer thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from workbench.models import Decision, Status
from workbench.reviewing import decide, last_taken, last_taken_back, regroups, taking_back
from workbench.store import Store


@dataclass(frozen=True, slots=True)
class Moved:
    """An entry that was taken back or brought back, the statuses that follow, and whether to match again."""

    entry: Decision
    statuses: Mapping[str, Status]
    regroups: bool


def take_back(store: Store, *, reviewer: str, at: str, today: date) -> Moved | None:
    """Takes back the reviewer's newest entry in effect; None, and nothing written, where there is none.

    DecisionError where it cannot be taken back: RestedOnError says what rests on it.
    """
    last = last_taken(store, reviewer)
    if last is None:
        return None
    undo = taking_back(store, last, reviewer=reviewer, at=at)
    return Moved(last, decide(store, undo, today=today), regroups(store, undo))


def bring_back(store: Store, *, reviewer: str, at: str, today: date) -> Moved | None:
    """Brings back what the reviewer's latest undo took back; None where their latest entry is no undo.

    DecisionError where it cannot be brought back: RestedOnError or GroundGoneError say why.
    """
    undo = last_taken_back(store, reviewer)
    back = store.decision(undo.undoes or "") if undo else None
    if undo is None or back is None:
        return None
    redo = taking_back(store, undo, reviewer=reviewer, at=at)
    return Moved(back, decide(store, redo, today=today), regroups(store, redo))
