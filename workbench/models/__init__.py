"""The frozen values that pass between rooms.

Offsets everywhere count Unicode code points in the source's stored text, half-open: ``expr ==
source.text[start:end]``. Dates are `datetime.date`, intervals hold both ends.
"""

from workbench.models.article import (
    Basis,
    Block,
    BlockKind,
    DateSign,
    DateSpan,
    Precision,
    Publication,
    SignKind,
    Source,
)
from workbench.models.claim import (
    ABOUT_SHARE,
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
from workbench.models.retrieval import Held, Retrieval
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
from workbench.models.version import (
    Imprint,
    Version,
)

__all__ = [
    "ABOUT_SHARE",
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
    "DateSign",
    "DateSpan",
    "Decision",
    "DecisionKind",
    "Discrepancy",
    "Event",
    "Held",
    "Imprint",
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
    "Retrieval",
    "Scope",
    "ScorePart",
    "Severity",
    "SignKind",
    "Slip",
    "Source",
    "Status",
    "Verdict",
    "Version",
]
