"""The review program: opens the store, shows the queue, leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path

from textual.app import App, SystemCommand
from textual.screen import Screen

from workbench.store import Store, open_store
from workbench.tui.actions import actions_of, bindings_of
from workbench.tui.appearance import SHADES, THEME
from workbench.tui.screens.acting import ActingScreen
from workbench.tui.screens.help import HelpScreen
from workbench.tui.screens.queue import QueueScreen
from workbench.tui.session import Clock, ReviewSession


def _now() -> datetime:
    return datetime.now().astimezone()


class ReviewApp(App[None]):
    """Reviews the differences of the database at `db_path`, which must exist, in the name of `reviewer`.

    `today` decides which deferrals are over (the clock's day when None); `clock` gives the time, with
    zone, that decisions are stamped with. Raises StoreError when the database cannot be opened.
    """

    TITLE = "workbench"
    CSS_PATH = "review.tcss"
    BINDINGS = bindings_of("anywhere")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012 - Textual's way
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]  # noqa: RUF012

    def __init__(
        self, db_path: Path, reviewer: str, today: date | None = None, *, clock: Clock = _now
    ) -> None:
        super().__init__()
        self._db_path = db_path
        self._reviewer = reviewer
        self._today = today or clock().date()
        self._clock = clock
        self._store: Store = open_store(db_path, create=False)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return SHADES

    def on_mount(self) -> None:
        self.register_theme(THEME)
        self.theme = THEME.name
        session = ReviewSession(self._store, self._reviewer, clock=self._clock, today=self._today)
        self.push_screen(QueueScreen(session, self._db_path))

    def on_unmount(self) -> None:
        self._store.close()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        if isinstance(screen, ActingScreen):
            yield from screen.commands()
        for action in actions_of("anywhere"):
            if action.id != "palette":
                yield SystemCommand(action.label, action.tooltip, self._command(action.id))

    def _command(self, action_id: str) -> Callable[[], None]:
        return lambda: self.action_act(action_id)

    def action_act(self, action_id: str) -> None:
        """Does an action of the registry that can be done anywhere."""
        match action_id:
            case "help":
                if not isinstance(self.screen, HelpScreen):
                    self.push_screen(HelpScreen())
            case "palette":
                self.action_command_palette()
            case "quit":
                self.exit()
