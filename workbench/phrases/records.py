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

BY_POLICY = Phrase("policy {policy}: {steps}", "rule", policy="name", steps="policy steps")
TOLD_LAST = Phrase("told last", "policy step")
TOLD_FIRST = Phrase("told first", "policy step")
MAJORITY = Phrase("most of the independent origins", "policy step")
MOST_ORIGINS = Phrase("more independent origins than any other", "policy step")
LOWEST = Phrase("the lowest", "policy step")
HIGHEST = Phrase("the highest", "policy step")
OFFICIALS = Phrase("officials before others", "policy step")
AGENCIES = Phrase("agencies before others", "policy step")
STATE_MEDIA = Phrase("state media before others", "policy step")
PRIVATE_MEDIA = Phrase("private media before others", "policy step")
SOCIAL_MEDIA = Phrase("social media before others", "policy step")
UNKNOWN_VOICES = Phrase("unknown voices before others", "policy step")
NOT_REPLACED = Phrase("no later one replaced it", "policy step")
NO_HEARSAY = Phrase("no hearsay", "policy step")
OTHERS_ASIDE = Phrase("other voices left aside", "policy step")
ALL_AGREE = Phrase("all agree on it", "policy step")
