"""What can be done in the review queue."""

from workbench.tui.actions import deciding
from workbench.tui.actions.model import Rows
from workbench.words import N_

ROWS: Rows = {
    "Decide": deciding.ROWS,
    "Move": (
        ("next_open", "n space", N_("Next"), N_("Go to the next open difference."), 3),
        ("previous_open", "N", N_("Previous open"), N_("Go back to the open difference before."), 0),
        ("down", "down j", N_("Down"), N_("Go one difference down."), 0),
        ("up", "up k", N_("Up"), N_("Go one difference up."), 0),
        ("page_down", "pagedown", N_("Page down"), N_("Go one page down."), 0),
        ("page_up", "pageup", N_("Page up"), N_("Go one page up."), 0),
        ("first", "home g", N_("First"), N_("Go to the first difference."), 0),
        ("last", "end G", N_("Last"), N_("Go to the last difference."), 0),
        (
            "next_passage",
            "right tab",
            N_("Next passage"),
            N_("Select the next passage of this difference."),
            0,
        ),
        ("previous_passage", "left shift+tab", N_("Previous passage"), N_("Select the passage before."), 0),
        ("scroll_down", "J", N_("Scroll down"), N_("Scroll the passages down."), 0),
        ("scroll_up", "K", N_("Scroll up"), N_("Scroll the passages up."), 0),
    ),
    "Look": (
        ("open", "enter", N_("Open"), N_("Put the values side by side, with all that is said of each."), 2),
        ("article", "a", N_("Article"), N_("Read the whole article of the selected passage."), 8),
        ("event", "v", N_("Event"), N_("Open the event: its claims in time, and all it is compared on."), 16),
        ("all_passages", "m", N_("More"), N_("Show every passage of each value, or only the first ones."), 0),
        ("zoom", "z", N_("Zoom"), N_("Give the passages the whole screen, or the queue its place back."), 0),
        (
            "filter",
            "slash",
            N_("Filter"),
            N_("Show only events and values that contain the words you type."),
            6,
        ),
        (
            "facets",
            "f",
            N_("Narrow"),
            N_("Choose by kind, severity, status, source, event, time and reviewer, with counts."),
            7,
        ),
        (
            "saved",
            "F",
            N_("Saved filters"),
            N_("Use a saved filter, save the present one, delete one."),
            0,
        ),
        (
            "sort",
            "o",
            N_("Order"),
            N_("Order by severity, newest evidence, day, origins, kind in turn."),
            12,
        ),
        ("only_open", "O", N_("Open only"), N_("Show only what is open, or everything again."), 12),
        (
            "clear_last",
            "backspace",
            N_("Clear last"),
            N_("Take off the last thing it is narrowed to."),
            0,
        ),
        (
            "clear_filter",
            "escape",
            N_("Clear filter"),
            N_("Take off the words being typed, or all that the queue is narrowed to."),
            0,
        ),
        ("reload", "ctrl+r", N_("Read again"), N_("Read the queue again from the database."), 0),
    ),
}
