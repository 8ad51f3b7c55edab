"""Entries of the log of decisions as plain dictionaries, keys in the order that the export promises."""

from __future__ import annotations

import json

from workbench.decisions.entries import plain
from workbench.models import Decision
from workbench.records.record import number
from workbench.records.rows import Row

_UNDO = ("id", "reviewer", "at", "note")
_KEPT = ("attribute", "key", "label", "value", "low", "high", "until", "note", "undoes")


def log_row(
    decision: Decision, event: str, event_label: str, undone: Decision | None, written: Decision
) -> Row:
    """An entry as it is exported: as it stands today, and `written` as the log has it.

    `event` is the one in which it stands, `undone` what takes it back now.
    """
    row: Row = {
        "id": decision.id,
        "at": decision.at,
        "reviewer": decision.reviewer,
        "kind": decision.kind,
        "undone": {part: getattr(undone, part) for part in _UNDO} if undone else None,
        "discrepancy": decision.discrepancy or None,
        "event": event or None,
        "event_label": event_label or None,
    }
    for key in _KEPT:
        row[key] = number(getattr(decision, key))
    row["claims"] = list(decision.claims)
    row["entry"] = entry_text(written)
    return row


def entry_text(written: Decision) -> str:
    """An entry as the log has it, as compact JSON: its id follows from it, and another log can take it over.

    What says nothing is left out.
    """
    content = {key: value for key, value in plain(written).items() if value not in (None, (), [])}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
