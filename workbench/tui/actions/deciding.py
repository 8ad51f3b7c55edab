"""The verdicts, with one letter each: the same in the queue and in the decide screen."""

from workbench.tui.actions.model import Row
from workbench.words import N_

ROWS: tuple[Row, ...] = (
    ("accept", "1 2 3 4 5 6 7 8 9", N_("Accept"), N_("Accept the value with this number and go on."), 1),
    ("enter", "e", N_("Other"), N_("Enter another value than those the sources give."), 5),
    ("range", "b", N_("Range"), N_("Give a range: the lowest, perhaps the likeliest, and the highest."), 9),
    ("supersede", "p", N_("Superseded"), N_("One value has replaced the others: say which."), 10),
    ("dismiss", "x", N_("No conflict"), N_("Not a conflict: the values can stand side by side."), 4),
    ("split", "s", N_("Split"), N_("Different events: say which claims tell of which."), 8),
    ("unsettled", "t", N_("Unsettled"), N_("Cannot be settled: the values stay, none is best."), 11),
    ("defer", "d", N_("Defer"), N_("Put this difference aside until a date."), 7),
    ("reason", "r", N_("Reason"), N_("Write the reason that goes with your next verdict."), 13),
    ("note", "c", N_("Comment"), N_("Write a note on this difference; it decides nothing."), 14),
    ("assign", "at", N_("Assign"), N_("Say whose task this difference is; it decides nothing."), 15),
    ("undo", "u", N_("Undo"), N_("Take back your latest decision, also one of an earlier day."), 6),
    ("redo", "U", N_("Redo"), N_("Bring back what your latest undo took back."), 0),
)
