"""Why two claims are held to speak of one event, or of two; why two events are whole and stage."""

from __future__ import annotations

from workbench.phrases.phrase import Phrase

SAME_PLAIN_TYPE = Phrase("both are of type {event_type}, which says little", "likeness")
SAME_TYPE = Phrase("both speak of {event_type}", "likeness")
NEAR_TYPES = Phrase(
    "{one} and {other} are used for one another", "likeness", one="event_type", other="event_type"
)
KIN_TYPES = Phrase("{one} and {other} are kin, seldom one", "likeness", one="event_type", other="event_type")
OPEN_TYPES = Phrase("{one} and {other} need not differ", "likeness", one="event_type", other="event_type")

SAME_WEEKS = Phrase("told within its weeks", "likeness")
TOLD_AFTER = Phrase("one was told in the days after the other's date", "likeness")
TOLD_SAME_DAY = Phrase("told about the same day", "likeness")
TOLD_APART = Phrase("told {number} days apart", "likeness")
SAME_DAY = Phrase("both on {iso_day}", "likeness")
NOT_EXCLUDED = Phrase("their dates do not exclude each other", "likeness")
DATE_INSIDE = Phrase("one date lies inside the other", "likeness")
DATES_OVERLAP = Phrase("their dates overlap", "likeness")
VISIT_LASTS = Phrase("{number} days apart, as a visit may last", "likeness")
REPORTED_NEXT_DAY = Phrase("one day apart, as reports of one happening may be", "likeness")
NEXT_DAY = Phrase("one day apart", "likeness")
DAYS_APART = Phrase("{number} days apart", "likeness")

SAME_ORDINAL = Phrase("both are {noun} no. {number}", "likeness")
OTHER_ORDINAL = Phrase("{noun} no. {number} and no. {other}", "likeness", other="number")
OTHER_OF_SERIES = Phrase("{noun} no. {number} is not no. {other}", "likeness", other="number")

SAME_PEOPLE = Phrase("the same people: {names}", "likeness")
BOTH_NAME = Phrase("both name {names}", "likeness")
ONLY_IN_COMMON = Phrase("only {names} in common, each with others", "likeness")
NOBODY_IN_COMMON = Phrase("no person in common", "likeness")
OTHER_STATES = Phrase("not the same states", "likeness")
SAME_SPEAKER = Phrase("both are told by {name}", "likeness")

SAME_SETTING = Phrase("both are set in {place}", "likeness")
SAME_PLACE = Phrase("both in {place}", "likeness")
PLACE_INSIDE = Phrase("{place} and {other} lie in each other", "likeness", other="place")
IS_NOT = Phrase("{one} is not {other}", "likeness", one="place or type", other="place or type")

SAME_SIZE = Phrase("both are exchanges of {number}", "likeness")
SAME_COUNT = Phrase("both count {number} {noun}", "likeness")
OTHER_COUNTS = Phrase("they count other numbers of the same thing", "likeness")
RUNNING_TOTAL = Phrase("one is a running total, the other one event's", "likeness")

WORDS_ALIKE = Phrase("wording alike to {percent}", "likeness")
QUOTES_ALIKE = Phrase("quotations alike to {percent}", "likeness")

GOES_ON = Phrase("one goes on about the other in the same text", "likeness")
BOTH_GO_ON = Phrase("both go on about the same statement", "likeness")
SAME_HEADING = Phrase("both stand under one dated heading", "likeness")
OTHER_HEADING = Phrase("they stand under two dated headings", "likeness")
ARTICLES_NAME = Phrase("both articles name {names}", "likeness")
ONE_STORY = Phrase("one story, told in other words or later", "likeness")

# Why two claims can never be of one event

COUNTS_SEVERAL = Phrase("one counts several events, the other speaks of one", "likeness")
OTHER_KIND = Phrase("a {one} is no {other}", "likeness", one="names", other="names")
TOTAL_OF_SEVERAL = Phrase("one is a total of several, the other one of a day", "likeness")
STAGE_BY_NUMBER = Phrase("a stage known by its number alone is not the whole", "likeness")
DETAINED_FOR_IT = Phrase("who was detained for it is another matter than what happened", "likeness")
EXPECTED_AFTER = Phrase("what is still expected cannot have taken place before it was told", "likeness")
DAYS_BETWEEN = Phrase("{number} days lie between them", "likeness")
TWO_PERIODS = Phrase("figures of two periods", "likeness")

# Why one event is a stage of another, for use behind its name

ONE_COUNTED = Phrase("one of the {number} that are counted for {day}", "stage")
TOOK_PLACE_IN = Phrase("took place at the {event_type} in {place}, {day}", "stage")
TOOK_PLACE_AT = Phrase("took place at the {event_type}, {day}", "stage")
CAME_SAME_DAY = Phrase("came on the same day as the {event_type}", "stage")
CAME_NEXT_DAY = Phrase("came a day after the {event_type}", "stage")
CAME_LATER = Phrase("came {number} days after the {event_type}", "stage")
SIZE_OF_COURSE = Phrase(
    "{part} of {whole} of what went on for {number} days", "stage", part="number", whole="number"
)
STAGE_OF_COURSE = Phrase("{stage} of what went on for {number} days", "stage", stage="stage name")
LAST_STAGE = Phrase("the last of its stages", "stage name")
NUMBERED_STAGE = Phrase("{noun} {number}", "stage name", noun="series")
A_STAGE = Phrase("a stage of it", "stage")
STAGE_AND_WHOLE = Phrase("stage and whole: {event} {why} ({whole})", "kin", why="stage", whole="event")
SAID_STAGE = Phrase("stage and whole: {event} {why} ({whole})", "kin", why="said", whole="event")
TWO_STAGES = Phrase("two stages of one whole: {event}", "kin")
