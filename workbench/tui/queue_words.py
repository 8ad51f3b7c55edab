"""The words for what the queue shows and is narrowed to."""

from __future__ import annotations

from workbench.store import FacetName, QueueSort, SourceRow
from workbench.told import attribute_name, event_type
from workbench.tui.appearance import SEVERITIES, STATUSES, VERDICTS
from workbench.visible import one_line
from workbench.words import N_, _

FACETS: dict[FacetName, str] = {
    "severities": N_("Severity"),
    "verdicts": N_("Verdict"),
    "attributes": N_("Kind"),
    "statuses": N_("Status"),
    "disputed": N_("Reviewers"),
    "assignees": N_("Assignee"),
    "reviewers": N_("Decided by"),
    "event_types": N_("Type of event"),
    "periods": N_("Time of event"),
    "sources": N_("Source"),
}
"""In the order of the panel."""
_DISPUTED = {"yes": N_("disagree"), "no": N_("do not disagree")}
_LONGEST = 400
SORTS: dict[QueueSort, str] = {
    "severity": N_("severity"),
    "newest": N_("newest evidence"),
    "event": N_("day of the event"),
    "origins": N_("most origins"),
    "attribute": N_("kind"),
}


def source_name(row: SourceRow) -> str:
    """A source to a reader: its title, publisher and file."""
    return " · ".join(part for part in (row.title, row.publisher, row.file) if part)


def facet_word(facet: FacetName, value: str, label: str = "") -> str:
    """A value of a facet as it stands in the panel; `label` is the name of a source."""
    looks = {"severities": SEVERITIES, "verdicts": VERDICTS, "statuses": STATUSES}
    if facet in looks:
        return str(looks[facet][value].text)  # type: ignore[index]
    if facet == "disputed":
        return _(_DISPUTED[value])
    if not value:
        return _("no date") if facet == "periods" else _("nobody")
    if facet in ("attributes", "event_types"):
        return attribute_name(value) if facet == "attributes" else event_type(value)
    return one_line((label or value)[:_LONGEST])
