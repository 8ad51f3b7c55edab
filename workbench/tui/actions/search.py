"""What can be done in the search."""

from workbench.tui.actions.model import Rows
from workbench.words import N_

ROWS: Rows = {
    "Look": (
        ("article", "enter a", N_("Article"), N_("Read the article at the passage that was found."), 1),
        ("event", "v", N_("Event"), N_("Open the event that the claim belongs to."), 4),
        ("differences", "d", N_("Decide"), N_("Open the most pressing difference of the claim."), 5),
        ("words", "slash", N_("Words"), N_("Type other words to look for."), 6),
        ("narrow", "f", N_("Filter"), N_("Narrow by source, publication, kind, or how far it got."), 7),
        ("among", "ctrl+l", N_("Claims/articles"), N_("Look among articles, or among claims again."), 2),
        ("clear", "ctrl+u", N_("Clear"), N_("Empty the words and all filters."), 8),
    ),
    "Move": (
        ("down", "down j", N_("Down"), N_("Go one hit down."), 0),
        ("up", "up k", N_("Up"), N_("Go one hit up."), 0),
        ("page_down", "pagedown", N_("Page down"), N_("Go one page down."), 0),
        ("page_up", "pageup", N_("Page up"), N_("Go one page up."), 0),
        ("first", "home g", N_("First"), N_("Go to the first hit."), 0),
        ("last", "end G", N_("Last"), N_("Go to the last hit."), 0),
        ("back", "escape", N_("Back"), N_("Go back to where you came from."), 3),
    ),
}
