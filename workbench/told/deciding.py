"""Decisions in the reader's language."""

from __future__ import annotations

from workbench import told
from workbench.decisions.describing import Field, description_of, shown
from workbench.models import Decision, DecisionKind
from workbench.told.dates import numeric
from workbench.visible import visible
from workbench.words import N_, _


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
