"""What can be done in the overview."""

from workbench.tui.actions.model import Rows
from workbench.words import N_

ROWS: Rows = {
    "Move": (
        ("next_chart", "tab right l", N_("Next chart"), N_("Go to the next chart."), 2),
        ("previous_chart", "shift+tab left h", N_("Chart before"), N_("Go to the chart before."), 0),
        ("down", "down j", N_("Down"), N_("Select the next bar."), 0),
        ("up", "up k", N_("Up"), N_("Select the bar before."), 0),
        ("first", "home g", N_("First"), N_("Select the first bar."), 0),
        ("last", "end G", N_("Last"), N_("Select the last bar."), 0),
        ("back", "escape", N_("Back"), N_("Go back to where you came from."), 3),
    ),
    "Look": (
        (
            "open",
            "enter",
            N_("Show these"),
            N_("Show what the selected bar counts: in the queue or the log."),
            1,
        ),
        ("numbers", "t", N_("Numbers"), N_("Show the numbers as a table, or the chart again."), 4),
        ("large", "z", N_("Large"), N_("Give the chart the whole screen, or show all of them again."), 6),
        ("copy", "y", N_("Copy"), N_("Copy the numbers of this chart, with a tab between columns."), 5),
        ("reload", "ctrl+r", N_("Count again"), N_("Count everything again."), 0),
    ),
}
