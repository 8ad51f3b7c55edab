"""What the store hands out about the review queue: its rows, its filters and what there is to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.models import Attribute, Severity, Status, Verdict

QueueSort = Literal["severity", "newest", "event", "origins", "attribute"]
"""The orders of the queue; in each, what waits for a decision comes first."""
Disputed = Literal["yes", "no"]
FacetName = Literal[
    "attributes",
    "verdicts",
    "severities",
    "statuses",
    "disputed",
    "event_types",
    "periods",
    "reviewers",
    "assignees",
    "sources",
]
"""The parts of a `QueueFilter` that are chosen from the values that there are."""


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A discrepancy as a line of the review queue; `sources` and `claims` count distinct ones.

    ``origins`` counts independent ones. ``newest`` is the ISO day on which the newest of its sources was
    published, ``event_start`` and ``event_end`` the first and last ISO day of its event; "" where they are
    not known. ``reviewer`` took the decision in force, ``assignee`` is to look at it; "" where nobody.
    """

    id: str
    verdict: Verdict
    severity: Severity
    attribute: Attribute
    key: str
    event: str
    event_label: str
    labels: tuple[str, ...]
    sources: int
    claims: int
    status: Status
    origins: int = 0
    newest: str = ""
    event_type: str = ""
    event_start: str = ""
    event_end: str = ""
    reviewer: str = ""
    assignee: str = ""
    disputed: bool = False
    """Whether reviewers who did not know of each other decided otherwise."""


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What the queue shows; an empty part allows all, a value of each part must hold.

    `events` holds beginnings of event ids, `sources` whole ids of sources that give one of the values.
    `text` is plain words: each must occur, in any case and without diacritics, in the event's
    label, the attribute, its key, a value's label or a quoted passage. `periods` are months ("2025-05") or
    years ("2025") of events, "" for those without a date; an event that does not lie in one month has the
    year in which it begins only. `since` and `until` are ISO days, "" for no end; an event is shown where
    one of its days lies between them. "" among `reviewers` and `assignees` is nobody.
    `disputed` says whether reviewers who did not know of each other decided otherwise.
    """

    statuses: tuple[Status, ...] = ()
    severities: tuple[Severity, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    events: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    text: str = ""
    event_types: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    assignees: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    disputed: tuple[Disputed, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value that a facet can be narrowed to, and how many discrepancies have it.

    ``label`` names a source to a reader: its title, publisher and file; "" for other facets.
    """

    value: str
    count: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """How far the review is: of all discrepancies, and of those that one reviewer has to do with.

    ``decided`` counts those settled since a moment, ``decided_by`` those of them that the reviewer settled;
    ``waiting`` is undecided, ``waiting_for`` undecided and assigned to the reviewer.
    """

    total: int
    waiting: int
    waiting_for: int
    decided: int
    decided_by: int


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A filter that was given a name; all reviewers of a database share it."""

    name: str
    filter: QueueFilter
    sort: QueueSort
