"""What can be done where articles are imported."""

from workbench.tui.actions.model import Rows
from workbench.words import N_

ROWS: Rows = {
    "Program": (
        ("start", "ctrl+s", N_("Import"), N_("Import what is named or pasted; reviewing goes on."), 1),
        ("stop", "s", N_("Stop"), N_("Stop behind the article that is being read; nothing is lost."), 2),
        ("again", "i", N_("Import more"), N_("Name or paste something else to import."), 3),
        ("review", "n", N_("Review"), N_("Go to the review queue; the import goes on."), 4),
    ),
    "Move": (
        ("back", "escape", N_("Back"), N_("Go back to where you came from; the import goes on."), 5),
        ("down", "down j", N_("Down"), N_("Scroll one line down."), 0),
        ("up", "up k", N_("Up"), N_("Scroll one line up."), 0),
        ("page_down", "pagedown space", N_("Page down"), N_("Scroll one page down."), 0),
        ("page_up", "pageup", N_("Page up"), N_("Scroll one page up."), 0),
        ("first", "home", N_("Beginning"), N_("Scroll to the beginning."), 0),
        ("last", "end", N_("End"), N_("Scroll to the end."), 0),
    ),
}
