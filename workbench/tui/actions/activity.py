"""What can be done in the log of what reviewers did."""

from workbench.tui.actions.model import Rows
from workbench.words import N_

ROWS: Rows = {
    "Decide": (
        (
            "undo",
            "u",
            N_("Undo"),
            N_("Take back the selected entry, or all picked ones, after showing what that does."),
            1,
        ),
        ("redo", "U", N_("Redo"), N_("Bring back what the selected or your latest undo took back."), 4),
        ("pick", "space", N_("Pick"), N_("Pick this entry, or let it go, to take back several at once."), 5),
        ("let_go", "X", N_("Pick none"), N_("Let go of all picked entries."), 0),
        ("reason", "r", N_("Reason"), N_("Write the reason that the next undo or redo is given."), 7),
    ),
    "Move": (
        ("down", "down j", N_("Down"), N_("Go one entry down."), 0),
        ("up", "up k", N_("Up"), N_("Go one entry up."), 0),
        ("page_down", "pagedown", N_("Page down"), N_("Go one page down."), 0),
        ("page_up", "pageup", N_("Page up"), N_("Go one page up."), 0),
        ("newest", "home g", N_("Newest"), N_("Go to the newest entry."), 0),
        ("oldest", "end G", N_("Oldest"), N_("Go to the oldest entry."), 0),
        (
            "counterpart",
            "tab",
            N_("Counterpart"),
            N_("Go from an undone entry to its undo, and from an undo to what it took back."),
            0,
        ),
        ("back", "escape", N_("Back"), N_("Go back to where you came from."), 2),
    ),
    "Look": (
        (
            "open",
            "enter",
            N_("Open"),
            N_("Open the difference, the event or the article that the entry is about."),
            3,
        ),
        ("event", "v", N_("Event"), N_("Open the event that the entry is about."), 0),
        (
            "article",
            "a",
            N_("Article"),
            N_("Read the article of the first claim that the entry is about."),
            0,
        ),
        ("filter", "slash", N_("Filter"), N_("Show only entries that contain the words you type."), 6),
        (
            "facets",
            "f",
            N_("Narrow"),
            N_("Choose whose entries are shown, of what kind and of which days."),
            8,
        ),
        ("in_effect", "O", N_("In effect"), N_("Show only what is in effect, or everything again."), 9),
        ("everything", "backspace", N_("Show all"), N_("Take all filters off."), 0),
        ("copy", "y", N_("Copy"), N_("Copy the selected entry."), 10),
        ("write", "w", N_("Write"), N_("Write the entries that are shown to a file."), 11),
    ),
}
