"""What can be done in every screen of the desk; `SCREENS` are the places that have a key of their own."""

from workbench.tui.actions.model import Rows
from workbench.words import N_

ROWS: Rows = {
    "Program": (
        ("help", "question_mark f1", N_("Help"), N_("Show all keys and what the signs mean."), 2),
        ("palette", "ctrl+p", N_("Palette"), N_("Search all commands by name."), 0),
        ("queue", "f2", N_("Queue"), N_("Go to the review queue."), 0),
        ("search", "f3", N_("Search"), N_("Look for words in all claims and articles."), 0),
        ("import", "f4", N_("Import"), N_("Read articles: a file, a folder, or a pasted text."), 0),
        ("export", "f5", N_("Export"), N_("Write claims, events or differences to a file."), 0),
        ("activity", "f6", N_("Activity"), N_("Go to the log of what everybody has decided."), 0),
        ("overview", "f7", N_("Overview"), N_("See in charts how the review stands."), 0),
        (
            "theme",
            "ctrl+t",
            N_("Colours"),
            N_("Change the colours: dark, light, or those of the terminal."),
            0,
        ),
        ("quit", "q ctrl+q", N_("Quit"), N_("Leave. Every decision is already saved."), 1),
    ),
}

SCREENS: dict[str, str] = {
    "search": "workbench.tui.screens.search:SearchScreen",
    "import": "workbench.tui.screens.importing:ImportScreen",
    "export": "workbench.tui.screens.export:ExportScreen",
    "activity": "workbench.tui.screens.activity:ActivityScreen",
    "overview": "workbench.tui.screens.overview:OverviewScreen",
}
"""Place to "module:class" of the screen that its action opens; loaded when it is first opened."""
