"""What can be done with an event."""

from workbench.tui.actions.model import Rows
from workbench.words import N_

ROWS: Rows = {
    "Decide": (
        ("adopt", "1 A", N_("Adopt"), N_("Accept the selected cell's value for its difference."), 2),
        ("pick", "space", N_("Pick"), N_("Pick the selected claim for a split, or let it go."), 6),
        ("unpick", "X", N_("Unpick all"), N_("Let go of all picked claims."), 0),
        ("split", "s", N_("Split"), N_("The picked claims tell of another event: take them out."), 5),
        ("merge", "M", N_("Merge"), N_("Search for an event that is the same, and join the two."), 3),
        ("parent", "P", N_("Parent"), N_("Say of which larger event this one is a stage, or of none."), 7),
        ("undo", "u", N_("Undo"), N_("Take back your latest decision, also one of an earlier day."), 8),
        ("redo", "U", N_("Redo"), N_("Bring back what your latest undo took back."), 0),
    ),
    "Move": (
        ("back", "escape backspace", N_("Back"), N_("Go back to where you came from."), 0),
        ("next_pane", "tab", N_("Pane"), N_("Go to the next of the event's panes."), 1),
        ("previous_pane", "shift+tab", N_("Previous pane"), N_("Go to the pane before."), 0),
        ("down", "down j", N_("Down"), N_("Go one line or one attribute down."), 0),
        ("up", "up k", N_("Up"), N_("Go one line or one attribute up."), 0),
        ("right", "right l", N_("Right"), N_("Go to the next source of the grid."), 0),
        ("left", "left h", N_("Left"), N_("Go to the source before in the grid."), 0),
        (
            "page_right",
            "ctrl+right L",
            N_("Page right"),
            N_("Go as many sources on as the grid shows."),
            0,
        ),
        (
            "page_left",
            "ctrl+left H",
            N_("Page left"),
            N_("Go as many sources back as the grid shows."),
            0,
        ),
        ("page_down", "pagedown", N_("Page down"), N_("Go one page down."), 0),
        ("page_up", "pageup", N_("Page up"), N_("Go one page up."), 0),
        ("first", "home", N_("First"), N_("Go to the first line."), 0),
        ("last", "end", N_("Last"), N_("Go to the last line."), 0),
        ("scroll_down", "J", N_("Scroll down"), N_("Scroll the passages down."), 0),
        ("scroll_up", "K", N_("Scroll up"), N_("Scroll the passages up."), 0),
    ),
    "Look": (
        (
            "open",
            "enter",
            N_("Open"),
            N_("Give the passages more room; on a cell that is open, adopt it; on a stage, go to it."),
            0,
        ),
        ("goto", "g", N_("Go to"), N_("Go to a stage, or to the event that this one is a stage of."), 9),
        ("differences", "d", N_("Differences"), N_("Decide the event's differences one by one."), 4),
        ("article", "a", N_("Article"), N_("Read the whole article of the selected claim."), 10),
        ("copy", "y", N_("Copy"), N_("Copy the event's record as JSON."), 12),
        ("json", "o", N_("JSON"), N_("Show the record as it is exported in JSON, or readable again."), 11),
    ),
}
