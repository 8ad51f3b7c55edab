"""An attack of which two articles tell other numbers of dead, and the difference between them."""

from dossier_making import claim, count, mention
from records_making import value

from workbench.models import Discrepancy

LOW, HIGH = "A missile killed 12 people, a doctor said.", "A missile killed 14 people, Elena Ruiz said."
LOW_CLAIM = claim(LOW, quantities=(count(LOW, "12", 12),))
HIGH_CLAIM = claim(
    HIGH,
    id="cb",
    source="sb",
    quantities=(count(HIGH, "14", 14),),
    speaker="Elena Ruiz",
    mentions=(mention(HIGH, "Elena Ruiz", "person"),),
)
VALUES = (value(LOW_CLAIM, "12"), value(HIGH_CLAIM, "14"))
DIFFERENCE = Discrepancy("d1", "e0123456789abcdef", "count", "killed", "conflict", "high", VALUES, "why")
