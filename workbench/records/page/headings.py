"""What stands over an event, and beside its name."""

from __future__ import annotations

from workbench.events.making import say_date
from workbench.records import now
from workbench.records.page.briefs import Brief
from workbench.records.page.calendars import is_long
from workbench.records.said import publisher
from workbench.told import dates, event_label
from workbench.told.dates import publication_date
from workbench.words import _


def title_of(brief: Brief) -> str:
    """The event's label without the date that stands beside it."""
    span = brief.dossier.event.date
    for day in (dates.day(say_date(span)), say_date(span)) if span else ():
        if brief.label.endswith(f", {day}"):
            return brief.label.removesuffix(f", {day}")
    return brief.label


def facts_of(brief: Brief) -> list[tuple[str, str]]:
    """What is to be known of an event beside its attributes."""
    event = brief.dossier.event
    first = brief.dossier.sources.get(event.first_source or "")
    facts = [
        (_("Kind"), brief.type),
        (_("Participants"), ", ".join(event.participants)),
        (_("Place"), now.place(brief.dossier.record) or event.place or ""),
        (_("Independent origins"), str(event.origins)),
        (_("First told by"), f"{publisher(first)}, {publication_date(first.published)}" if first else ""),
        (_("Stage of"), event_label(brief.dossier.whole.label) if brief.dossier.whole else ""),
        (_("Id"), event.id),
    ]
    return [(name, fact) for name, fact in facts if fact]


def group_of(brief: Brief) -> str:
    """The month of an event, or the year where it is dated no better; what stands over it and its like."""
    span = brief.date
    if span is None:
        return _("Date not known")
    if is_long(span):
        return str(span.start.year)
    return dates.month(span.start)
