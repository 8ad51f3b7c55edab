"""What the log keeps in words beside a decision, and what is said of its entries."""

from __future__ import annotations

from workbench.phrases.phrase import Phrase

CLAIMS_LEAVE = Phrase("{event}: {number} of {all} claims leave", "event label", event="event", all="number")

# What a reviewer did, for use behind the name

ACCEPTED = Phrase("accepted {label}", "act")
ENTERED = Phrase("entered {label}", "act")
GAVE_RANGE = Phrase("gave the range {label}", "act")
FOUND_SUPERSEDED = Phrase("found it superseded by {label}", "act")
NOT_TO_SETTLE = Phrase("found that it cannot be settled", "act")
NO_CONFLICT = Phrase("found no conflict", "act")
PUT_OFF = Phrase("put it off until {iso_day}", "act")
DIFFERENT_EVENTS = Phrase("said that these are different events", "act")
ONE_EVENT = Phrase("said that these are one event", "act")
STAGE_OF = Phrase("said that it is a stage of {event}", "act")
STAGE_OF_NONE = Phrase("said that it is a stage of no event", "act")
LET_STAND = Phrase("let it stand", "act")
GAVE_TO = Phrase("gave it to {name}", "act")
GAVE_TO_NOBODY = Phrase("gave it to nobody", "act")
REJECTED = Phrase("rejected the claim", "act")
CORRECTED = Phrase("corrected the claim", "act")
MADE_CLAIM = Phrase("made a claim of a passage", "act")
REMOVED = Phrase("removed the article", "act")
DESCRIBED = Phrase("set what is known of the article", "act")
LEFT_NOTE = Phrase("left a note", "act")
TOOK_BACK = Phrase("took a decision back", "act")

# An entry as a reason

ON_DAY = Phrase("{name} {act} on {day} [{id}]", "said", name="reviewer")
AT_TIME = Phrase("{name} {act} on {day} at {clock}", "said", name="reviewer")
AND_EARLIER = Phrase("and {number} earlier", "error")
PUT_TOGETHER = Phrase(
    "same event: {one} and {other} ({by})", "against", one="claim", other="claim", by="entry"
)
PUT_APART = Phrase(
    "different events: {one} and {other} ({by})", "against", one="claim", other="claim", by="entry"
)
MADE_STAGE = Phrase("{event} is a stage of {whole} ({by})", "against", whole="event", by="entry")
ENTRY = Phrase("{name}, {day}, {id}", "entry", name="reviewer")
REJECTED_IT = Phrase("{claim}: {name} rejected it ({id})", "error")
CORRECTED_IT = Phrase("{claim}: {name} corrected it ({id})", "error")
REMOVED_IT = Phrase("{file}: {name} removed it ({id})", "error")
DESCRIBED_IT = Phrase("{file}: {name} described it ({id})", "error")
BRING_IT_BACK = Phrase("Bring it back first: workbench sources restore {id}", "error")
SO_LONG = Phrase("Type {number} letters at most, without control characters.", "error")

# What has changed since a decision

JOINED = Phrase("{claims} joined since {name} {act} on {day}", "changed", name="reviewer")
LEFT = Phrase("{claims} left since {name} {act} on {day}", "changed", name="reviewer")
ONE_CLAIM_OF = Phrase("1 claim of {article}", "claims")
CLAIMS_OF = Phrase("{number} claims of {article}", "claims")
ALSO_OF = Phrase("{claims}, {more}", "claims")
AND_OF = Phrase("{claims} and {more}", "claims")
MORE_OF = Phrase("{number} of {article}", "more")
MORE_OF_ONE = Phrase("{left} of 1 more article", "more", left="number")
MORE_OF_SEVERAL = Phrase("{left} of {number} more articles", "more", left="number")
AN_ARTICLE = Phrase("an article", "article")
PARTED = Phrase("the claims it was taken on now stand in {number} events", "changed")
ONE_GONE = Phrase("1 claim that it saw: no longer read from the article", "changed")
GONE = Phrase("{number} claims that it saw: no longer read from the article", "changed")
ONE_OUT = Phrase(
    "1 claim that it saw went with {article}, which {name} removed on {day}", "changed", name="reviewer"
)
OUT = Phrase(
    "{number} claims that it saw went with {article}, which {name} removed on {day}",
    "changed",
    name="reviewer",
)
SAYS = Phrase("{articles} says “{label}”, which was not there when {name} decided", "changed")
SAY = Phrase("{articles} say “{label}”, which was not there when {name} decided", "changed")
READ_AS = Phrase("{articles} is now read as “{label}”, which was not there when {name} decided", "changed")
ALL_READ_AS = Phrase(
    "{articles} are now read as “{label}”, which was not there when {name} decided", "changed"
)
AND_ANOTHER = Phrase("{articles} and 1 more article", "articles")
AND_OTHERS = Phrase("{articles} and {number} more articles", "articles")
LOST = Phrase("no difference carries “{label}” any more", "changed")
