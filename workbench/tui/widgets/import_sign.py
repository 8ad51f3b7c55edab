"""The sign in the top line that an import goes on elsewhere."""

from __future__ import annotations

from textual.css.query import NoMatches
from textual.screen import Screen
from textual.widgets import Static

from workbench.tui.importing_run import ImportRun
from workbench.tui.widgets.import_report import sign_line


class ImportSign(Static):
    """Stands in a screen's top line while there is an import that nobody has seen to its end."""

    DEFAULT_CSS = "ImportSign { width: auto; color: $accent; margin: 0 1; }"


def show_sign(screen: Screen[object], run: ImportRun | None) -> None:
    """Puts the sign into the top line of a screen, brings it up to date, or takes it away."""
    signs = screen.query(ImportSign)
    if run is None:
        signs.remove()
        return
    if not signs:
        try:
            screen.query_one("#top").mount(ImportSign(sign_line(run), markup=False), before="#progress")
        except NoMatches:
            return
    for sign in signs:
        sign.update(sign_line(run))
