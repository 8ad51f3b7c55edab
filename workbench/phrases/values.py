"""Values as a reader sees them, but dates, which `events.making.say_date` writes, and the words of packs."""

from __future__ import annotations

from workbench.phrases.phrase import Phrase

PERCENT_RANGE = Phrase("{low} to {high}%", "amount", low="number", high="number")
PERCENT = Phrase("{number}%", "amount")
PERCENT_OF = Phrase("{number}% {noun}", "amount")
RANGE_OF = Phrase("{low} to {high} {unit}", "amount", low="number", high="number")
RANGE = Phrase("{low} to {high}", "amount", low="number", high="number")
NUMBER_OF = Phrase("{number} {unit}", "amount")

AT_LEAST = Phrase("at least {amount}", "stated")
MORE_THAN = Phrase("more than {amount}", "stated")
ABOUT = Phrase("about {amount}", "stated")
UP_TO = Phrase("up to {amount}", "stated")
LESS_THAN = Phrase("less than {amount}", "stated")

OF_THEM = Phrase("{value} of them", "label", value="label")
DATED = Phrase("{number} dated", "label")
EACH = Phrase("{stated} each", "label")
OF_SIDE = Phrase("{stated} ({side})", "label", side="name")
IN_TOTAL = Phrase("{stated} in total", "label")
IN_TOTAL_OF = Phrase("{stated} in total {noun}", "label", noun="counted")

EITHER_PLACE = Phrase("{place} or {other}", "place choice", other="place")

CARRIED_OUT = Phrase("carried out", "label")
AGREED = Phrase("agreed", "label")
PROPOSED = Phrase("proposed", "label")
PLANNED = Phrase("planned", "label")
EXPECTED = Phrase("expected", "label")
DENIED = Phrase("denied", "label")
