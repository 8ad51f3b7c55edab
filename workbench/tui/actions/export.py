"""What can be done where records are exported."""

from workbench.tui.actions.model import Rows
from workbench.words import N_

ROWS: Rows = {
    "Program": (
        ("write", "enter ctrl+s", N_("Write"), N_("Write the file: whole or not at all."), 1),
        ("stop", "x", N_("Break off"), N_("Break the writing off; the file stays as it was."), 10),
        ("overwrite", "o", N_("Overwrite"), N_("Overwrite the file that is no earlier export."), 11),
        ("copy", "y", N_("Copy path"), N_("Copy the path of the written file."), 9),
    ),
    "Look": (
        ("what", "w", N_("What"), N_("Claims, events or differences."), 2),
        ("format", "f", N_("Format"), N_("JSON Lines, CSV or Markdown."), 3),
        (
            "state",
            "s",
            N_("State"),
            N_("Of all events, or of those where something, or nothing, is open."),
            6,
        ),
        ("policy", "v", N_("Policy"), N_("By which policy values are chosen where nobody decided."), 12),
        ("as_queue", "c", N_("As in queue"), N_("Only the differences that the queue's filter shows."), 8),
        ("words", "slash", N_("Words"), N_("Only of events with words in their name, a kind, a period."), 7),
        ("file", "p", N_("File"), N_("Name the file; Tab completes the path."), 4),
    ),
    "Move": (
        ("back", "escape", N_("Back"), N_("Go back to where you came from."), 5),
        ("down", "down j", N_("Down"), N_("Scroll the preview one line down."), 0),
        ("up", "up k", N_("Up"), N_("Scroll the preview one line up."), 0),
        ("page_down", "pagedown space", N_("Page down"), N_("Scroll the preview one page down."), 0),
        ("page_up", "pageup", N_("Page up"), N_("Scroll the preview one page up."), 0),
        ("first", "home", N_("Beginning"), N_("Scroll the preview to its beginning."), 0),
        ("last", "end", N_("End"), N_("Scroll the preview to its end."), 0),
        ("right", "right l", N_("Right"), N_("Scroll the preview to the right."), 0),
        ("left", "left h", N_("Left"), N_("Scroll the preview to the left."), 0),
    ),
}
