"""What errors say with values in it. What they say without stands where they are raised."""

from __future__ import annotations

from workbench.phrases.phrase import Phrase

NAMED_TWICE = Phrase("{text} was named twice", "error")
EVENT_LISTS = Phrase("`workbench event {text}` lists them", "error")
TYPE_ONE_OF = Phrase("Type one of {text}.", "error")
TAKE_BACK_FIRST = Phrase("Take it back first: workbench undo {text}", "error")
TAKE_THEM_BACK = Phrase("Take them back first, the newest first: workbench undo {text}", "error")
NOT_IN_LOG = Phrase("{text} is not in the log", "error")
DECIDED_BY = Phrase("{decision} by {name}", "error", decision="text")
CHOOSE_UP_TO = Phrase("Choose 1 to {number}.", "error")
ONE_OF_SO_MANY = Phrase("{number} of {all}", "error", all="number")
AS_IT_WAS = Phrase("{file} is as it was", "error")
IS_A_FOLDER = Phrase("{file} is a folder", "error")
NO_FOLDER = Phrase("no folder {file}", "error")
NO_EARLIER_EXPORT = Phrase("{file} is not an earlier export of the same kind", "error")
HOLDS_NO_ARTICLES = Phrase("{file} holds no {endings} file", "error", endings="text")
IS_EMPTY = Phrase("{file} is empty", "error")
NO_VISIBLE_TEXT = Phrase("{file} holds no visible text", "error")
NO_ENCODING = Phrase("{file} is in no encoding that fits", "error")
PAGE_TOO_LARGE = Phrase("{file} is a page of over {number} MB without its pictures", "error")
NO_PAGE = Phrase("{file} holds no HTML page", "error")
NO_ELEMENTS = Phrase("{file} holds no elements", "error")
BY_SCRIPT = Phrase("{file}: the page's text comes by script", "error")
TOO_DEEP = Phrase("{file}: its elements stand too deep in each other", "error")
NO_ARTICLE_TEXT = Phrase("{file} holds no text of an article", "error")
BINARY_DATA = Phrase("{file} holds binary data", "error")
IS_OF_A_KIND = Phrase("{file} is {text}", "error")
DOES_NOT_EXIST = Phrase("{file} does not exist", "error")
OTHER_TABLES = Phrase("{file} holds other tables", "error")
HAS_MIGRATIONS = Phrase("{file} has {text}", "error")
AT_POSITION = Phrase("{file}: {text} at position {number}", "error")
NO_SUCH = Phrase("No such {thing}", "error")
CLAIM_AT = Phrase("{file}: claim {name} at {start}-{end}", "error", start="number", end="number")
THERE_ARE = Phrase("there are: {text}", "error")

# What to do where the database cannot be used

WAIT = Phrase("Another program is writing to it: wait until it is done, then try again.", "error")
NO_DATABASE = Phrase("Choose another file with --db, or move this one away.", "error")
READ_ONLY = Phrase("The file or its folder is read-only: copy it to where you may write.", "error")
CANNOT_OPEN = Phrase("Check that the folder exists and that you may write to it.", "error")
DISK_FULL = Phrase("Free some space on the disk. Nothing was changed.", "error")
DAMAGED = Phrase("The file is damaged: restore a copy, or import the sources into a new database.", "error")
