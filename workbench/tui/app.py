"""The review program: opens the desk, shows the queue, leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from textual import on
from textual.app import App, SystemCommand
from textual.command import CommandPalette
from textual.screen import Screen

from workbench import words
from workbench.tui import actions
from workbench.tui.actions import actions_of, bindings_of
from workbench.tui.actions.anywhere import SCREENS
from workbench.tui.appearance import SHADES, THEMES
from workbench.tui.desk import Clock, Desk, Outcome
from workbench.tui.lessons import is_newcomer
from workbench.tui.looks import Looks
from workbench.tui.palette import palette
from workbench.tui.screens.acting import ActingScreen, described
from workbench.tui.screens.help import HelpScreen
from workbench.tui.screens.queue import QueueScreen
from workbench.visible import one_line, pasteable, safe
from workbench.words import _

if TYPE_CHECKING:
    from workbench.tui.importing_run import ImportRun

WATCHING = 0.5
"""Seconds between two looks at whether the database has changed."""
WAITING = 1.0
"""Seconds after which a write that is under way is spoken of."""


def _now() -> datetime:
    return datetime.now().astimezone()


class ReviewApp(App[None]):
    """Reviews the differences of the database at `db_path`, which must exist, in the name of `reviewer`.

    `today` decides which deferrals are over (the clock's day when None); `clock` gives the time, with
    zone, that decisions are stamped with. Raises StoreError when the database cannot be opened, UsageError
    when the keys of `looks` cannot be used. With `teach`, somebody who has decided nothing here is told
    what to press.
    """

    TITLE = "workbench"
    CSS_PATH = "review.tcss"
    BINDINGS = bindings_of("anywhere")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012 - Textual's way
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]  # noqa: RUF012

    def __init__(
        self,
        db_path: Path,
        reviewer: str,
        today: date | None = None,
        *,
        clock: Clock = _now,
        looks: Looks | None = None,
        teach: bool = True,
    ) -> None:
        looks = looks or Looks()
        words.use(looks.language)
        actions.remap(dict(looks.keys))
        super().__init__()
        self._theme_wanted = looks.theme
        self._teaches = teach
        self.desk = Desk(self, db_path, reviewer, clock=clock, today=today or clock().date())
        self._waiting = ""
        self._import_shown = False
        self._asked_to_leave: ImportRun | None = None

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return SHADES

    def on_mount(self) -> None:
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self._theme_wanted
        self.set_keymap(actions.keymap())
        desk = self.desk
        self.push_screen(QueueScreen())
        self.set_interval(WATCHING, self._watch)
        if self._teaches:
            desk.read(lambda store: is_newcomer(store, desk.reviewer), self._take_newcomer, group="lessons")

    def _take_newcomer(self, new: bool) -> None:
        if new and isinstance(self.screen, ActingScreen):
            self.desk.lessons.begin()
            self.screen.teach()

    def on_unmount(self) -> None:
        self.desk.close()

    # The desk

    @on(Outcome)
    def _tell(self, event: Outcome) -> None:
        if self.is_running:  # else the screens are being taken apart
            event.tell()

    def _watch(self) -> None:
        if not self.is_running:
            return
        if self.desk.changed():
            self.tell_screens()
        self._show_import()
        waiting = self.desk.waiting_seconds > WAITING
        if waiting and isinstance(self.screen, ActingScreen):
            another = _("Another program is writing to the database: waiting, {n} s. Nothing is lost.")
            self.screen.say((self.desk.doing or another).format(n=int(self.desk.waiting_seconds)))
            self._waiting = self.screen.last_said
        elif self._waiting and isinstance(self.screen, ActingScreen):
            # What was written may have been told of already.
            if self.screen.last_said == self._waiting:
                self.screen.say("")
            self._waiting = ""

    def _show_import(self) -> None:
        if self.desk.importing is None and not self._import_shown:
            return
        from workbench.tui.widgets.import_sign import show_sign  # only who imports waits for it to load

        self._import_shown = self.desk.importing is not None
        for screen in self.screen_stack:
            if isinstance(screen, ActingScreen) and screen.PLACE != "import":
                show_sign(screen, self.desk.importing)

    def tell_screens(self) -> None:
        """Has every open screen take up what has changed in the database."""
        for screen in self.screen_stack:
            if isinstance(screen, ActingScreen):
                screen.database_changed()

    # Other people's text

    def notify(self, message: str, *, title: str = "", **given: Any) -> None:
        """Shows a note for a while; whatever it quotes is made safe here, for all screens."""
        super().notify(safe(message), title=one_line(title), **given)

    def copy_to_clipboard(self, text: str) -> None:
        """Copies a text; what could act where it is pasted is made visible, tabs stay."""
        super().copy_to_clipboard(pasteable(text))

    # Acting

    def open_place(self, place: str) -> None:
        """Shows the screen of a place over the queue, or the queue; what stood over it is closed."""
        if isinstance(self.screen, ActingScreen) and place == self.screen.PLACE:
            return
        while len(self.screen_stack) > 1 and not isinstance(self.screen, QueueScreen):
            self.pop_screen()
        if place in SCREENS:
            module, _colon, name = SCREENS[place].partition(":")
            opened = cast(type[ActingScreen[None]], getattr(import_module(module), name))
            self.push_screen(opened())

    def action_command_palette(self) -> None:
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(palette())

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        if isinstance(screen, ActingScreen):
            yield from screen.commands()
        for action in actions_of("anywhere"):
            if action.id != "palette":
                yield SystemCommand(action.label, described(action), self._command(action.id))

    def _command(self, action_id: str) -> Callable[[], None]:
        return lambda: self.action_act(action_id)

    def action_act(self, action_id: str) -> None:
        """Does an action of the registry that can be done anywhere."""
        match action_id:
            case "help":
                if not isinstance(self.screen, HelpScreen):
                    place = self.screen.PLACE if isinstance(self.screen, ActingScreen) else "queue"
                    self.push_screen(HelpScreen(place))
            case "palette":
                self.action_command_palette()
            case "theme":
                self._next_theme()
            case "quit":
                self._leave()
            case _place:
                self.open_place(action_id)

    def _leave(self) -> None:
        """Leaves; asks once, by telling, where an import is still running."""
        run = self.desk.importing
        if run is None or not run.running or self._asked_to_leave is run:
            self.exit()
            return
        self._asked_to_leave = run
        self.notify(
            _(
                "An import is running. Leave once more to stop it: what is in stays in, and importing the "
                "same again goes on."
            ),
            severity="warning",
        )

    def _next_theme(self) -> None:
        names = [theme.name for theme in THEMES]
        place = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(place + 1) % len(names)]
        self.notify(_("Colours: {name}").format(name=self.theme), timeout=2, markup=False)
