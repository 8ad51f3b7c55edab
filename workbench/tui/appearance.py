"""How verdicts, severities and states look: a sign and a word each, so that no colour stands alone.

The palette is Okabe and Ito's, which people with any common colour blindness tell apart.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content
from textual.theme import Theme

from workbench.models import Decision, Publication, Severity, Status, Verdict

THEME = Theme(
    name="workbench",
    primary="#56B4E9",
    secondary="#CC79A7",
    success="#2DB892",
    warning="#E69F00",
    error="#F07F3C",
    accent="#F0E442",
    foreground="#D6DAE0",
    background="#13161B",
    surface="#191D24",
    panel="#232933",
    dark=True,
)

SHADES = {"muted": "#8E98A6", "faint": "#66707D"}
"""Text of less weight, by the names that the style sheets use."""


@dataclass(frozen=True, slots=True)
class Look:
    """A sign, its word and the colour that goes with them."""

    sign: str
    word: str
    style: str

    @property
    def text(self) -> str:
        return f"{self.sign} {self.word}"

    @property
    def content(self) -> Content:
        return Content.styled(self.text, self.style)


SEVERITIES: dict[Severity, Look] = {
    "high": Look("▲", "high", "bold $error"),
    "medium": Look("◆", "medium", "$warning"),
    "low": Look("▽", "low", "$muted"),
}
VERDICTS: dict[Verdict, Look] = {
    "conflict": Look("≠", "conflict", "bold $foreground"),
    "tension": Look("≈", "tension", "$foreground"),
    "superseded": Look("»", "superseded", "$muted"),
}
STATUSES: dict[Status, Look] = {
    "open": Look("○", "open", "$primary"),
    "reopened": Look("↺", "reopened", "bold $primary"),
    "resolved": Look("✓", "resolved", "$success"),
    "dismissed": Look("✕", "dismissed", "$muted"),
    "deferred": Look("→", "deferred", "$secondary"),
}
UNDECIDED: tuple[Status, ...] = ("open", "reopened")
"""The states that still ask for a decision."""


def publication_date(published: Publication | None) -> str:
    """The publication date with its precision; an inferred one says that it is inferred."""
    if published is None:
        return "date unknown"
    if published.start == published.end:
        day = published.best.isoformat()
    else:
        day = f"{published.start.isoformat()} to {published.end.isoformat()}"
    return day if published.basis == "stated" else f"≈ {day} (inferred)"


def decision_phrase(decision: Decision) -> str:
    """What a decision did, as words without its author or time."""
    match decision.kind:
        case "accept":
            return f"accepted “{decision.label}”"
        case "enter":
            return f"entered “{decision.label or decision.value}”"
        case "range":
            return f"range “{decision.label}”"
        case "supersede":
            return f"superseded by “{decision.label}”"
        case "unsettled":
            return "cannot be settled"
        case "dismiss":
            return "not a conflict"
        case "different_events":
            return "different events"
        case "same_event":
            return "one event"
        case "parent":
            _, _, whole = str(decision.label).partition(" | ")
            return f"a stage of “{whole}”" if whole else "a stage of no event"
        case "defer":
            return f"deferred until {decision.until}"
        case "keep":
            return "let stand"
        case "assign":
            return f"assigned to {decision.value}" if decision.value else "assigned to nobody"
        case "reject":
            return "claim rejected"
        case "correct":
            return "claim corrected"
        case "claim":
            return "claim made"
        case "note":
            return "noted"
        case "undo":
            return "took a decision back"
