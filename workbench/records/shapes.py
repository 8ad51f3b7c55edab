"""What every exported object looks like and what its keys mean, said once.

The schemas in docs/schemas/ are made of it, exports are checked by it, and formats whose columns have types
have these from it (`workbench.records.fields`). A key that a row has and its shape has not is a fault, and so
is one that is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

import msgspec

from workbench.models import Modality, Severity, Slip, Status, Verdict
from workbench.models.review import About, Attribute, DecisionKind
from workbench.records.claim_shapes import (
    EXPORT,
    SEAL,
    ClaimShape,
    Count,
    DateShape,
    Day,
    End,
    Exported,
    Scalar,
    Seal,
    Shape,
    SourceShape,
    Start,
    Time,
    says,
)
from workbench.records.rows import What


class ValueShape(Shape):
    """One claim's value of an attribute."""

    claim: Annotated[str, says("the claim that gives the value")]
    source: Annotated[SourceShape, says("its article")]
    value: Annotated[Scalar, says("the value")]
    low: Annotated[str | None, says("its lower bound, as text")]
    high: Annotated[str | None, says("its upper bound, as text")]
    label: Annotated[str, says("the value as a reader sees it; claims that agree share it, no others do")]
    quote: Annotated[str, says("the words that give it")]
    start: Start
    end: End
    origin: Annotated[str, says("the article in which the statement is first known")]


class DecisionShape(Shape):
    """The decision in force on a difference."""

    id: Annotated[str, says("the decision")]
    kind: Annotated[DecisionKind, says("what was decided: accept, enter, range, dismiss and more")]
    label: Annotated[str | None, says("the value that was chosen, for a reader")]
    value: Annotated[Scalar, says("the value that was chosen")]
    low: Annotated[Scalar, says("its lower bound")]
    high: Annotated[Scalar, says("its upper bound")]
    note: Annotated[str | None, says("the reason given")]
    until: Annotated[Day | None, says("the day up to which it defers")]
    reviewer: Annotated[str, says("who decided")]
    at: Annotated[Time, says("when: an ISO 8601 time with zone")]


class DiscrepancyShape(Exported):
    """One attribute of one event on which claims differ."""

    id: Annotated[str, says("the difference")]
    event: Annotated[str, says("the event")]
    attribute: Annotated[Attribute, says("on what its claims differ")]
    verdict: Annotated[Verdict, says("conflict, tension or superseded")]
    severity: Annotated[Severity, says("high, medium or low")]
    status: Annotated[Status, says("open, resolved, dismissed, deferred or reopened")]
    values: Annotated[list[ValueShape], says("what each claim gives")]
    why: Annotated[str, says("the values and the rule, for a reader")]
    decision: Annotated[DecisionShape | None, says("the decision in force")]
    key: Annotated[str, says("what narrows the attribute")]
    suggestion: Annotated[str | None, says("the value that the machine would choose")]
    rule: Annotated[str | None, says("why it would")]
    severity_why: Annotated[str, says("what makes it so severe")]
    slip: Annotated[Slip | None, says("the mistake of writing that explains the values")]
    disagreement: Annotated[list[DecisionShape], says("what reviewers decided without knowing of each other")]


class AttributeShape(Shape, rename={"backing": "for"}):
    """What is known of one attribute of an event, and by which rule or decision."""

    best: Annotated[Scalar, says("the value that holds; nothing while it is open")]
    low: Annotated[Scalar, says("the lowest value")]
    high: Annotated[Scalar, says("the highest value")]
    unit: Annotated[str | None, says("their unit")]
    modality: Annotated[Modality | None, says("how far it got")]
    rule: Annotated[str, says("who or what chose the value")]
    claims: Annotated[list[str], says("the claims that tell of it")]
    decision: Annotated[str | None, says("the decision that it rests on")]
    backing: Annotated[list[str], says("the claims behind what holds")]
    against: Annotated[list[str], says("the claims against it")]
    origins_for: Annotated[Count, says("how many independent origins stand behind it")]
    origins_against: Annotated[Count, says("how many stand against it")]
    open: Annotated[list[str], says("the values between which nobody has decided, as a reader sees them")]
    discrepancies: Annotated[list[str], says("the differences on it")]


class EventShape(Exported):
    """One reconciled record."""

    id: Annotated[str, says("the event")]
    label: Annotated[str, says("its name for a reader")]
    event_type: Annotated[str, says("what kind of happening it is")]
    date: Annotated[DateShape | None, says("when it happened")]
    place: Annotated[str | None, says("where")]
    participants: Annotated[list[str], says("who took part, in one spelling each")]
    attributes: Annotated[dict[str, AttributeShape], says("its attributes with the values that hold")]
    claims: Annotated[list[str], says("its claims")]
    sources: Annotated[list[str], says("the articles that tell of it")]
    origins: Annotated[Count, says("how many independent origins tell of it")]
    discrepancies: Annotated[list[str], says("the differences found on it")]
    decisions: Annotated[list[str], says("the decisions in force on it")]
    state: Annotated[Literal["open", "reconciled"], says("reconciled where nothing is open, else open")]
    first_source: Annotated[str | None, says("the article that is known to have told of it first")]
    parent: Annotated[str | None, says("the larger event of which it is a stage")]
    policy: Annotated[str, says("the policy that chose values where nobody decided")]


class AttributeRowShape(AttributeShape):
    """One attribute of one event, as a row of its own."""

    event: Annotated[str, says("the event")]
    event_label: Annotated[str, says("its name for a reader")]
    name: Annotated[str, says("the attribute, as prisoner_of_war:each")]
    policy: Annotated[str, says("the policy that chose values where nobody decided")]
    export: Annotated[str, EXPORT]
    seal: Annotated[Seal, SEAL]


class UndoneShape(Shape):
    """The undo that takes an entry back."""

    id: Annotated[str, says("the undo")]
    reviewer: Annotated[str, says("who took it back")]
    at: Annotated[Time, says("when: an ISO 8601 time with zone")]
    note: Annotated[str | None, says("the reason given")]


class EntryShape(Exported):
    """An entry of the log of decisions."""

    id: Annotated[str, says("the entry of the log")]
    at: Annotated[Time, says("when it was written: an ISO 8601 time with zone")]
    reviewer: Annotated[str, says("who wrote it")]
    kind: Annotated[DecisionKind, says("what was decided: accept, enter, range, dismiss, undo and more")]
    undone: Annotated[UndoneShape | None, says("what takes it back now")]
    discrepancy: Annotated[str | None, says("the id that its difference had then")]
    event: Annotated[str | None, says("the event in which its claims stand today")]
    event_label: Annotated[str | None, says("its name for a reader")]
    attribute: Annotated[About, says("what it is about")]
    key: Annotated[str, says("what narrows that, or the article")]
    label: Annotated[str | None, says("the value that was chosen, for a reader")]
    value: Annotated[Scalar, says("the value that was chosen")]
    low: Annotated[Scalar, says("its lower bound")]
    high: Annotated[Scalar, says("its upper bound")]
    until: Annotated[Day | None, says("the day up to which it defers")]
    note: Annotated[str | None, says("the reason given")]
    undoes: Annotated[str | None, says("the entry that it takes back")]
    claims: Annotated[list[str], says("the claims it was taken on, as they are today")]
    entry: Annotated[str, says("the entry as it was written, as JSON, for another database to take over")]


class HeadShape(Shape):
    """What a document was made from."""

    tool: Annotated[str, says("the program and its version")]
    format: Annotated[int, says("counts changes of what is promised of the objects")]
    schema: Annotated[int, says("numbers the database's tables")]
    database: Annotated[str, says("the fingerprint of what the database held")]
    at: Annotated[str | None, says("when the newest decision in it was taken")]
    policy: Annotated[str | None, says("the policy that chose values where nobody decided")]


SHAPES: Mapping[What, type[msgspec.Struct]] = {
    "claims": ClaimShape,
    "events": EventShape,
    "discrepancies": DiscrepancyShape,
    "attributes": AttributeRowShape,
    "decisions": EntryShape,
}
