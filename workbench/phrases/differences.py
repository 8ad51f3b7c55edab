"""Why claims differ: a discrepancy's sentence, the cause in it, the slip, and the rule of a suggestion."""

from __future__ import annotations

from workbench.phrases.phrase import Phrase

# Counts

SOURCES_GIVE = Phrase("Sources give {labels} for {noun}: {cause}.", "why")

EACH_OR_OPEN = Phrase("one says for each side, the other leaves it open", "cause")
EACH_MAKES_NO_TOTAL = Phrase("the one for each side does not make the other in total", "cause")
PLANNED_AND_CAME = Phrase("one is what was planned, the other what came of it", "cause")
EARLIER_IN_ARTICLE = Phrase("the article itself tells one of them as an earlier figure", "cause")
MEASURE_DIFFERENTLY = Phrase("{one} and {other} measure differently", "cause", one="name", other="name")
COUNT_DIFFERENTLY = Phrase("{one} and {other} count differently", "cause", one="name", other="name")
ONE_MEASURE = Phrase("one measure cannot have both values", "cause")
SAME_THING = Phrase("both count the same thing", "cause")
UNDER_WIDER_NOUN = Phrase("both say it of those counted, one under the wider “{noun}”", "cause")
NO_GROWTH = Phrase("told later, yet it may be no growth", "cause")
TWO_UNITS = Phrase("the same number in two units is two sizes", "cause")
IN_ONE_ARTICLE = Phrase("both stand in one article", "cause")
CORRECTED = Phrase("the later figure corrects the earlier one", "cause")
FIRST_FINDING = Phrase("the earlier figure was a first finding", "cause")
FEWER_SOUGHT = Phrase("told later, when fewer were still sought", "cause")
REPLACES = Phrase("told later, so it replaces the earlier figure", "cause")
LOWER_TOLD_LATER = Phrase("the lower figure was told later", "cause")
SOME_LEFT = Phrase("told later, when some were no longer among them", "cause")
ALL_OR_LEFT = Phrase("one counts them all, the other those who are left", "cause")
GROWS_BY_THE_HOUR = Phrase("told the same day, and such figures grow by the hour", "cause")
SAME_DAY_FAR_APART = Phrase("told the same day, yet far apart", "cause")

# Dates and times

SOURCES_DATE = Phrase("Sources date it {days}: {cause}.", "why")
SINGLE_DAY = Phrase("it took a single day, yet one source gives several", "cause")
PLAN_AND_DAY = Phrase("one is the day it was planned for, the other the day it took place", "cause")
PLAN_MOVED = Phrase("the plan moved", "cause")
MET_ON_ONE_DAY = Phrase("a visit may last, but the same people met on one day", "cause")
BOTH_DAYS = Phrase("one event cannot have taken place on both days", "cause")
MOVED_TO_PLAN = Phrase("It was {labels} for {days} and was later planned for {day}.", "why")
MOVED_TO_DAY = Phrase("It was {labels} for {days} and took place on {day}.", "why")
WRONG_WEEKDAY = Phrase(
    "One statement gives {given} for one day, but {truth}: the day or the weekday is wrong.",
    "why",
    given="days",
    truth="weekdays",
)
IS_A_WEEKDAY = Phrase("{day} is a {weekday}", "weekday of")
YEAR_APART = Phrase(
    "Two events ({event}, {place}) are told alike in all but the year: {days}."
    " Perhaps a slip of the year parts one event in two.",
    "why",
    event="event_type",
)
SOURCES_TIME_IN = Phrase("Sources time it at {clocks} ({zone}): {cause}.", "why")
SOURCES_TIME = Phrase("Sources time it at {clocks}: {cause}.", "why")
ONE_MOMENT = Phrase("one event happens at one moment", "cause")
TWO_ZONES = Phrase("whole hours lie between them, so they may be of two time zones", "cause")

# Places, people, words

SOURCES_PLACE = Phrase("Sources place it in {names}, and neither lies in the other.", "why")
CLAIMS_PLACE = Phrase("Claims place it in {choices}: {cause}.", "why", choices="quoted places")
CHOICE_SETTLED = Phrase("the choice was settled", "cause")
CHOICE_OPEN = Phrase("one leaves the choice open, the other does not", "cause")
OTHER_PEOPLE = Phrase("Sources name other people for one meeting: {groups}.", "why", groups="groups of names")
SOURCES_WRITE = Phrase("Sources write {names}: one name misspelt, or two names.", "why")
OTHER_SPEAKER = Phrase(
    "One quotation is given to {names}: only one of them can have said it.",
    "why",
)
WORDS_DIFFER_OFTEN = Phrase(
    "Both print it in quotation marks as one speaker's words, and the words differ:"
    " {difference}, and in {number} more places.",
    "why",
)
WORDS_DIFFER_TWICE = Phrase(
    "Both print it in quotation marks as one speaker's words, and the words differ:"
    " {difference}, and in one more.",
    "why",
)
WORDS_DIFFER = Phrase(
    "Both print it in quotation marks as one speaker's words, and the words differ: {difference}.",
    "why",
)
AGAINST = Phrase("“{one}” against “{other}”", "difference", one="quote", other="quote")
LEFT_OUT = Phrase("“{words}” is left out in one", "difference", words="quote")

# How far it got, and smaller facts

CLAIMS_SPEAK = Phrase("Claims speak of {labels}: {cause}.", "why")
OTHER_INITIATOR = Phrase("each names another initiator", "cause")
OTHER_ROLE = Phrase("the part played is not the same", "cause")
NO_LEADERS = Phrase("a summit is of leaders, and leaders were not there", "cause")
NOT_HELD_SO = Phrase("it was not held in one and the same way", "cause")
PROGRESS_OR_NONE = Phrase("one sees progress where the other sees none", "cause")
OTHER_DEMAND = Phrase("each names another thing that is to be given up", "cause")
GOES_ON_OR_NOT = Phrase("one says that it goes on, another that it was broken off", "cause")
LATER_STAGE = Phrase("the later stage follows the earlier one", "cause")
NOT_BACKWARDS = Phrase("it cannot go backwards", "cause")
WENT_ON = Phrase("It went from {labels} to {label}: this is progress.", "why")
AGREED_OR_PROPOSED = Phrase(
    "One says it is agreed, another that it is only proposed, and both were told on one day.", "why"
)
TOLD_AND_DENIED = Phrase("It is told as {labels}, and another denies it: both cannot hold.", "why")

# Versions of one article

CHANGED_SILENTLY = Phrase(
    "Changed between versions of the article, which does not say so: {steps}.", "why", steps="steps"
)
CHANGED_MARKED = Phrase(
    "Changed between versions of the article, which says that it was changed: {steps}.", "why", steps="steps"
)

# Sums

TOTAL_NOT_MADE = Phrase(
    "{terms} make {number}, not the stated total of {stated}.", "why", terms="sum", stated="number"
)
TOO_MUCH = Phrase("{terms} make {number}%: shares of one whole cannot be more than 100%.", "why", terms="sum")
NOT_A_PART = Phrase("{part} cannot be a part of {whole}.", "why", part="number", whole="number")
REST_NAMED = Phrase(
    "{terms} make {number}, and the rest is named: not {stated}.", "why", terms="sum", stated="number"
)
ODD_SHARE = Phrase("All other shares are the same, one is {labels}.", "why")
STATED_AND_DATED = Phrase(
    "{stated} {noun} are stated, and the sources date {number}: {days}.", "why", stated="number"
)

# Rules of what the program suggests

TOLD_LAST = Phrase("the figure told last", "rule")
TOOK_PLACE = Phrase("the day it took place, not the day it was planned for", "rule")
NEWER_DAY = Phrase("the newer day, not the one it was first planned for", "rule")
LATEST_VERSION = Phrase("what the latest version of the article says", "rule")
LAST_IMPORTED = Phrase("what the version that was imported last says", "rule")
FURTHEST_STAGE = Phrase("the furthest stage told", "rule")

# Slips of writing

WITH_SLIP = Phrase("{why} {clause}: perhaps {slip}.", "why with slip")
SLIP_OF_SCALE = Phrase("a slip of scale", "slip")
SLIP_OF_HAND = Phrase("a slip of the hand", "slip")
SLIP_OF_YEAR = Phrase("a slip of the year", "slip")
SLIP_OF_UNIT = Phrase("a slip of the unit", "slip")
SLIP_OF_SIDES = Phrase("a slip of sides", "slip")
TIMES = Phrase("{high} is {times} times {low}", "clause", high="number", times="number", low="number")
DIGITS_SWAPPED = Phrase(
    "{one} and {other} have two digits in another order", "clause", one="figure", other="figure"
)
ONE_DIGIT = Phrase("{one} and {other} differ in a single digit", "clause", one="figure", other="figure")
SAME_NUMBER = Phrase(
    "The number is the same and the units are {one} and {other}", "clause", one="unit", other="unit"
)
SIDES_CHANGED = Phrase(
    "The numbers for {one} and {other} have changed sides", "clause", one="name", other="name"
)
OTHER_YEAR = Phrase(
    "Day and month are the same, the year is {one} in one and {other} in the other",
    "clause",
    one="year",
    other="year",
)
DAY_AND_MONTH = Phrase("Day and month have changed places", "clause")
DAY_DIGITS = Phrase(
    "The days {one} and {other} have their digits in another order", "clause", one="number", other="number"
)
