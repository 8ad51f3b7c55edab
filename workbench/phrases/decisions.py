"""What the log keeps in words beside a decision."""

from __future__ import annotations

from workbench.phrases.phrase import Phrase

CLAIMS_LEAVE = Phrase("{event}: {number} of {all} claims leave", "event label", event="event", all="number")
