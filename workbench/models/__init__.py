"""The frozen values that pass between rooms.

Offsets everywhere count Unicode code points in the source's stored text, half-open: ``expr ==
source.text[start:end]``. Dates are `datetime.date`, intervals hold both ends.
"""

from workbench.models.article import (
    Basis,
    Block,
    BlockKind,
    DateSpan,
    Precision,
    Publication,
    Source,
)
from workbench.models.claim import (
    AHEAD,
    EACH_SIDE,
    HEARSAY,
    NOT_YET,
    Claim,
    ClockTime,
    Mention,
    MentionKind,
    Modality,
    Modifier,
    Ordinal,
    Quantity,
    Quote,
    Scope,
)
from workbench.models.event import (
    Event,
    Link,
    ScorePart,
)
from workbench.models.review import (
    About,
    Attribute,
    AttributeValue,
    Decision,
    DecisionKind,
    Discrepancy,
    Judgement,
    Reading,
    Severity,
    Slip,
    Status,
    Verdict,
)

__all__ = [
    "AHEAD",
    "EACH_SIDE",
    "HEARSAY",
    "NOT_YET",
    "About",
    "Attribute",
    "AttributeValue",
    "Basis",
    "Block",
    "BlockKind",
    "Claim",
    "ClockTime",
    "DateSpan",
    "Decision",
    "DecisionKind",
    "Discrepancy",
    "Event",
    "Judgement",
    "Link",
    "Mention",
    "MentionKind",
    "Modality",
    "Modifier",
    "Ordinal",
    "Precision",
    "Publication",
    "Quantity",
    "Quote",
    "Reading",
    "Scope",
    "ScorePart",
    "Severity",
    "Slip",
    "Source",
    "Status",
    "Verdict",
]
