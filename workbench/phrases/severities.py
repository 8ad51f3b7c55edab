"""What makes a discrepancy as grave as it is."""

from __future__ import annotations

from workbench.phrases.phrase import Phrase

REPLACED = Phrase(
    "Low: the later value replaces the earlier one, so nothing is left to settle.", "severity why"
)
SILENT = Phrase("Medium: the article was changed without saying so.", "severity why")
WEIGHED = Phrase("{severity}: {grounds}.", "severity why")
HIGH = Phrase("High", "severity")
MEDIUM = Phrase("Medium", "severity")
LOW = Phrase("Low", "severity")

BOTH_MAY_HOLD = Phrase("both may hold", "ground")
EXCLUDES = Phrase("one excludes the other", "ground")
LIE_APART = Phrase("the values lie {percent} of the larger one apart", "ground")
SHARE_A_DAY = Phrase("they share a day", "ground")
DAY_BETWEEN = Phrase("1 day lie between them", "ground")
DAYS_BETWEEN = Phrase("{number} days lie between them", "ground")
MINUTE_BETWEEN = Phrase("1 minute lie between them", "ground")
MINUTES_BETWEEN = Phrase("{number} minutes lie between them", "ground")
WEIGHS_HEAVILY = Phrase("“{noun}” weighs heavily", "ground")
WEIGHS_LITTLE = Phrase("“{noun}” weighs little", "ground")
ONE_ORIGIN = Phrase("all of it goes back to one origin", "ground")
ORIGINS_BEHIND = Phrase(
    "{counts} independent origins stand behind the values", "ground", counts="origin counts"
)
ORIGINS_AGAINST = Phrase(
    "{more} independent origins stand against {fewer}", "ground", more="number", fewer="number"
)
ONE_AGAINST_ONE = Phrase("one origin stands against another", "ground")
