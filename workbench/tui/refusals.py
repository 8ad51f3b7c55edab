"""What the log refused, in the reader's language: who came first, what rests on it."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.decisions.overtaken import OvertakenError
from workbench.decisions.resting import GroundGoneError, RestedOnError
from workbench.errors import WorkbenchError
from workbench.models import Decision
from workbench.told.deciding import decision_phrase
from workbench.words import _


def refused(error: WorkbenchError) -> tuple[str, str] | None:
    """A title and what there is to say; None where the error says it well enough itself."""
    match error:
        case OvertakenError():
            words = _("{name} has decided this meanwhile: {what}. Look, then decide again.")
            text = words.format(name=error.by.reviewer, what=decision_phrase(error.by))
            return _("Decided in the meantime"), text
        case RestedOnError():
            text = _("Take these back first, the newest first: {entries}.")
            return _("Later decisions rest on this"), text.format(entries=_told(reversed(error.entries)))
        case GroundGoneError():
            text = _("Bring these back first: {entries}.")
            return _("What this rests on is taken back"), text.format(entries=_told(error.entries))
        case _other:
            return None


def _told(entries: Iterable[Decision]) -> str:
    return "; ".join(f"{entry.reviewer}: {decision_phrase(entry)}" for entry in entries)
