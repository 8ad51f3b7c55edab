"""What can be done with one difference, its values side by side."""

from workbench.tui.actions import deciding
from workbench.tui.actions.model import Rows
from workbench.words import N_

ROWS: Rows = {
    "Decide": deciding.ROWS,
    "Move": (
        ("back", "escape backspace", N_("Back"), N_("Go back to where you came from."), 3),
        ("next_open", "n space", N_("Next"), N_("Go to the next open difference."), 12),
        ("previous_open", "N", N_("Previous open"), N_("Go back to the open difference before."), 0),
        ("next_value", "right l tab", N_("Next value"), N_("Select the value to the right."), 0),
        ("previous_value", "left h shift+tab", N_("Previous value"), N_("Select the value to the left."), 0),
        ("next_passage", "down j", N_("Next passage"), N_("Select the next passage of this value."), 0),
        ("previous_passage", "up k", N_("Previous passage"), N_("Select the passage before."), 0),
        ("scroll_down", "J pagedown", N_("Scroll down"), N_("Scroll the passages down."), 0),
        ("scroll_up", "K pageup", N_("Scroll up"), N_("Scroll the passages up."), 0),
    ),
    "Look": (
        ("article", "a enter", N_("Article"), N_("Read the whole article of the selected passage."), 2),
        ("event", "v", N_("Event"), N_("Open the event: its claims in time, and all it is compared on."), 16),
        ("all_passages", "m", N_("More"), N_("Show every passage of each value, or only the first ones."), 0),
        (
            "unfold",
            "w",
            N_("Unfold"),
            N_("Show all of the reason and the log, or only their beginning."),
            0,
        ),
    ),
}
