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
    assign,
    defer,
    different_events,
    dismiss,
    enter,
    give_range,
    note,
    same_event,
    supersede,
    undo,
    unsettled,
)

__all__ = [
    "Verdicts",
    "accept",
    "assign",
    "changes_matching",
    "defer",
    "different_events",
    "dismiss",
    "enter",
    "give_range",
    "in_effect",
    "in_force",
    "last_redoable",
    "last_undoable",
    "note",
    "refuse_contradiction",
    "same_event",
    "status_of",
    "statuses",
    "supersede",
    "undo",
    "unsettled",
]
