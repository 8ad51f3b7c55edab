"""By what a record has the value that it has."""

from __future__ import annotations

from workbench.phrases.phrase import Phrase

LATEST = Phrase("latest", "rule")
OPEN = Phrase("open", "rule")
COMPATIBLE = Phrase("not a conflict", "rule")
AGREED = Phrase("agreed by all", "rule")
SINGLE = Phrase("one source only", "rule")
NOT_COMPARED = Phrase("several values, not compared", "rule")

ACCEPTED = Phrase("accepted by {name}", "rule")
ENTERED = Phrase("entered by {name}", "rule")
RANGE_GIVEN = Phrase("range given by {name}", "rule")
SUPERSEDING = Phrase("superseding the others, says {name}", "rule")
NOT_TO_SETTLE = Phrase("cannot be settled, says {name}", "rule")
