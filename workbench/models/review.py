"""What is reviewed: discrepancies and the decisions on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Attribute = Literal[
    "count", "date", "time", "place", "participants", "speaker", "wording", "status", "total", "name"
]
About = Attribute | Literal["event", "claim", "source"]
"""What a decision is about: an attribute, which claims are one event, how a claim is read, an article."""
Verdict = Literal["conflict", "tension", "superseded"]
Severity = Literal["high", "medium", "low"]
Slip = Literal["scale", "digits", "year", "unit", "side"]
"""A mistake of writing that explains two values: 6,000 / 60,000, 22.48 / 20.48, January 2024 / 2025."""
Status = Literal["open", "resolved", "dismissed", "deferred", "reopened"]
DecisionKind = Literal[
    "accept",
    "enter",
    "range",
    "supersede",
    "unsettled",
    "dismiss",
    "different_events",
    "same_event",
    "parent",
    "defer",
    "keep",
    "assign",
    "note",
    "reject",
    "correct",
    "claim",
    "remove",
    "describe",
    "undo",
]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the log says of a discrepancy: where it stands, and who has to do with it.

    ``reviewer`` took the decision in force at ``at`` (ISO 8601 with zone); ``assignee`` is to look at it.
    "" where there is no decision, or nobody. ``disputed``: verdicts that were taken without knowing of each
    other say different things of it.
    """

    status: Status
    reviewer: str = ""
    at: str = ""
    assignee: str = ""
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class AttributeValue:
    """One claim's value of an attribute. Claims that agree share the `label`, claims that differ do not."""

    claim: str
    source: str
    value: float | str
    low: float | str | None
    high: float | str | None
    label: str
    quote: str
    start: int
    end: int
    origin: str = ""
    """Id of the source in which the statement is first known; its copies and repeats share it."""


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """One attribute of one event on which claims differ; `key` narrows it ("prisoner_of_war")."""

    id: str
    event: str
    attribute: Attribute
    key: str
    verdict: Verdict
    severity: Severity
    values: tuple[AttributeValue, ...]
    why: str
    suggestion: str | None = None
    """Label the machine would choose, or None; `rule` says why. Only ever a suggestion."""
    rule: str | None = None
    severity_why: str = ""
    """What makes it so severe, for a reader: the gap, the origins, how much the attribute matters."""
    slip: Slip | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """The differing values as a reviewer reads them, in order of first appearance: the choices 1-9."""
        return tuple(dict.fromkeys(value.label for value in self.values))


@dataclass(frozen=True, slots=True)
class Reading:
    """The value that a claim was read to give when a decision was taken."""

    claim: str
    value: float | str


@dataclass(frozen=True, slots=True)
class Decision:
    """One reviewer's act, in a log that is only ever added to; `undoes` names the entry an undo takes back.

    ``at`` is an ISO 8601 timestamp with zone. ``label``/``value`` are what was accepted or entered, or
    the claims put together or kept apart ("c1,c2|c3"); of a range ``value`` is its best value or None, of
    an assignment the reviewer's name or None; ``until`` an ISO date for a deferral. ``claims``
    are those it was taken on, so that it finds its discrepancy again after re-matching. A decision on
    claims alone has an empty ``discrepancy``.
    """

    id: str
    kind: DecisionKind
    discrepancy: str
    event: str
    attribute: About
    key: str
    claims: tuple[str, ...]
    reviewer: str
    at: str
    label: str | None = None
    value: float | str | None = None
    low: float | str | None = None
    high: float | str | None = None
    note: str | None = None
    until: str | None = None
    undoes: str | None = None
    saw: tuple[tuple[str, ...], ...] = ()
    """All claims of each event that it was taken on, as they stood; empty in logs that did not keep them."""
    readings: tuple[Reading, ...] = ()
    """What its claims gave for its attribute; empty in logs that did not keep it."""
    knew: tuple[str, ...] = field(default=(), compare=False)
    """Verdicts and undos on its difference that stood in its log when it was taken, but for those that these
    knew of themselves: what it was taken without knowing of may disagree with it."""
    placed: str = field(default="", compare=False)
    """Its place in the order of the log (`models.order`); "" until it is written."""
