"""What an import says of an article that came in: what could not be had, and what does not fit."""

from __future__ import annotations

from workbench.phrases.phrase import Phrase

LOST = Phrase("{number} characters could not be read and stand as {text}", "note")
NO_DAY = Phrase("no publication date found: relative dates stay open", "note")
NO_READER = Phrase("in {language}: no reader for it yet", "note")
NO_CLAIMS = Phrase("no claims found", "note")
COLUMNS = Phrase("columns read: {text}", "note")
PAGES_WITHOUT_TEXT = Phrase("no text on pages {text}: pictures, or a scan", "note")
PASSED_ON = Phrase("passed on by {text}: the mail in it is read", "note")
FOOTNOTES = Phrase("its footnotes are left out", "note")
SAVED_ON = Phrase("the page was saved on {day}", "note")
CUT_SHORT = Phrase("the page's elements stand too deep in each other: its end was not read", "note")
ALL_TEXT = Phrase(
    "the page is too intricate to tell its article from the rest: all its text was kept", "note"
)
REMOVED = Phrase("removed by {name} on {day}; workbench sources restore {id} brings it back", "note")

PASSED_OVER = Phrase("not read, since nothing here reads such files: {text}", "note")
BROKEN_PLUG_IN = Phrase("the plug-in cannot be loaded and is left out: {text}", "note")
PLUG_IN_BROKE = Phrase("the plug-in broke and was passed over: {text}", "note")

# Two days of publication that cannot both hold

DAYS_DIFFER = Phrase(
    "publication dates differ: {held} {day}, {witness} {stretch}", "note", held="witness", stretch="stretch"
)
GIVEN = Phrase("given", "witness")
METADATA = Phrase("page metadata", "witness")
TEXT = Phrase("text", "witness")
URL = Phrase("address", "witness")
FILE_NAME = Phrase("file name", "witness")
FEED = Phrase("feed", "witness")
SENT = Phrase("mail sent", "witness")
MADE = Phrase("file made", "witness")
AT_THE_LATEST = Phrase("at the latest {day}", "stretch")
ON = Phrase("{day}", "stretch")

# What it has to do with articles that are in

NEW_VERSION = Phrase("version {number} of {all}, of the article in {file}", "note", all="number")
OLDER_VERSION = Phrase(
    "an earlier version, {number} of {all}, of the article in {file}", "note", all="number"
)
CHANGED = Phrase("changed between versions: {changes}", "note")
ONLY_WORDING = Phrase("no claim gives another value than the version before", "note")
ORDER_OF_IMPORT = Phrase("which version is the later one, only the order of import tells", "note")
COPY = Phrase("a copy of {file}", "note")
NEARLY_THE_SAME = Phrase("nearly the same as {file}, {share}", "note", share="percent")
MUCH_THE_SAME = Phrase("has much of its text in common with {file}, {share}", "note", share="percent")
SAME_TEXT = Phrase("says the same as when it was imported", "note")
CHANGED_BACK = Phrase("says again what its version {number} of {all} said", "note", all="number")
SAME_BYTES = Phrase("the same file as {file}", "note")
