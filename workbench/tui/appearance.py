"""How verdicts, severities and states look: a sign and a word each, so that no colour stands alone.

The palette is Okabe and Ito's, which people with any common colour blindness tell apart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual.content import Content
from textual.theme import BUILTIN_THEMES, Theme

from workbench import told
from workbench.decisions.describing import Field, description_of, shown
from workbench.models import Decision, DecisionKind, Publication, Severity, Status, Verdict
from workbench.told.dates import numeric
from workbench.visible import visible
from workbench.words import N_, _

SHADES = {"muted": "#8E98A6", "faint": "#66707D"}
"""Text of less weight, by the names that the style sheets use; each theme has its own."""
THEMES = (
    Theme(
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
        variables=SHADES,
    ),
    Theme(
        name="workbench-light",
        primary="#005F99",
        secondary="#8F3F71",
        success="#00694C",
        warning="#8A5300",
        error="#A63A00",
        accent="#5B3A8C",
        foreground="#1B1F24",
        background="#FBFAF7",
        surface="#F1EFEA",
        panel="#E2DFD8",
        dark=False,
        variables={"muted": "#56606B", "faint": "#7A838D"},
    ),
    replace(
        BUILTIN_THEMES["ansi-dark"],
        name="workbench-ansi",
        primary="ansi_blue",
        secondary="ansi_magenta",
        success="ansi_green",
        warning="ansi_yellow",
        error="ansi_red",
        accent="ansi_cyan",
        panel="ansi_black",
        variables={
            **BUILTIN_THEMES["ansi-dark"].variables,
            "muted": "ansi_default",
            "faint": "ansi_bright_black",
        },
    ),
)
"""Dark, light, and the terminal's own sixteen colours."""
DEFAULT_THEME = THEMES[0].name


@dataclass(frozen=True, slots=True)
class Look:
    """A sign, its word (as the catalogues know it) and the colour that goes with them."""

    sign: str
    word_text: str
    style: str

    @property
    def word(self) -> str:
        """In the reader's language."""
        return _(self.word_text)

    @property
    def text(self) -> str:
        return f"{self.sign} {self.word}"

    @property
    def content(self) -> Content:
        return Content.styled(self.text, self.style)


SEVERITIES: dict[Severity, Look] = {
    "high": Look("▲", N_("high"), "bold $error"),
    "medium": Look("◆", N_("medium"), "$warning"),
    "low": Look("▽", N_("low"), "$muted"),
}
VERDICTS: dict[Verdict, Look] = {
    "conflict": Look("≠", N_("conflict"), "bold $foreground"),
    "tension": Look("≈", N_("tension"), "$foreground"),
    "superseded": Look("»", N_("superseded"), "$muted"),
}
STATUSES: dict[Status, Look] = {
    "open": Look("○", N_("open"), "$primary"),
    "reopened": Look("↺", N_("reopened"), "bold $primary"),
    "resolved": Look("✓", N_("resolved"), "$success"),
    "dismissed": Look("✕", N_("dismissed"), "$muted"),
    "deferred": Look("→", N_("deferred"), "$secondary"),
}
UNDECIDED: tuple[Status, ...] = ("open", "reopened")
"""The states that still ask for a decision."""


def publication_date(published: Publication | None) -> str:
    """The publication date with its precision; an inferred one says that it is inferred."""
    if published is None:
        return _("date unknown")
    if published.start == published.end:
        day = numeric(published.best)
    else:
        day = _("{first} to {last}").format(first=numeric(published.start), last=numeric(published.end))
    return day if published.basis == "stated" else _("≈ {day} (inferred)").format(day=day)


def decision_phrase(decision: Decision) -> str:
    """What a decision did, as words without its author or time."""
    words = _(_PHRASES.get(decision.kind, decision.kind.replace("_", " ")))
    if decision.kind == "assign" and not decision.value:
        words = _("assigned to nobody")
    whole = str(decision.label).partition(" | ")[2]
    if decision.kind == "parent" and not whole:
        words = _("a stage of no event")
    return words.format(
        label=told.label(str(decision.label or decision.value), decision.attribute),
        value=decision.value,
        until=numeric(decision.until or ""),
        whole=told.event_label(whole),
        fields=_described(decision) if decision.kind == "describe" else "",
    )


FIELDS: dict[Field, str] = {
    "title": N_("title"),
    "publisher": N_("publisher"),
    "author": N_("author"),
    "published": N_("day of publication"),
    "language": N_("language"),
}
"""What is known of an article, by name."""


def _described(decision: Decision) -> str:
    """What was said of an article: "day of publication 2025-05-16 → 2025-05-17"."""
    said = description_of(decision)
    told_so = (f"{_(FIELDS[name])} {shown(said.was[name])} → {shown(said.now[name])}" for name in said.now)
    return visible(", ".join(told_so))


_PHRASES: dict[DecisionKind, str] = {
    "accept": N_("accepted “{label}”"),
    "enter": N_("entered “{label}”"),
    "range": N_("range “{label}”"),
    "supersede": N_("superseded by “{label}”"),
    "unsettled": N_("cannot be settled"),
    "dismiss": N_("not a conflict"),
    "different_events": N_("different events"),
    "same_event": N_("one event"),
    "parent": N_("a stage of “{whole}”"),
    "defer": N_("deferred until {until}"),
    "keep": N_("let stand"),
    "assign": N_("assigned to {value}"),
    "note": N_("noted"),
    "reject": N_("claim rejected"),
    "correct": N_("claim corrected"),
    "claim": N_("claim made"),
    "remove": N_("article removed"),
    "describe": N_("article described: {fields}"),
    "undo": N_("took a decision back"),
}
