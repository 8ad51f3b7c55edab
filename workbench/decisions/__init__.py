"""What a reviewer may decide, and what the log of decisions says now: pure rules."""

from workbench.decisions.contradictions import refuse_contradiction
from workbench.decisions.log import (
    Verdicts,
    changes_matching,
    in_effect,
    in_force,
    last_redoable,
    last_undoable,
    status_of,
    statuses,
)
from workbench.decisions.verdicts import (
    accept,
    defer,
    different_events,
    dismiss,
    enter,
    note,
    same_event,
    undo,
)

__all__ = [
    "Verdicts",
    "accept",
    "changes_matching",
    "defer",
    "different_events",
    "dismiss",
    "enter",
    "in_effect",
    "in_force",
    "last_redoable",
    "last_undoable",
    "note",
    "refuse_contradiction",
    "same_event",
    "status_of",
    "statuses",
    "undo",
]
