"""A screen whose keys come from the registry of actions, and that stands on the desk."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from textual.app import SystemCommand
from textual.content import Content
from textual.css.query import NoMatches
from textual.markup import escape
from textual.screen import Screen
from textual.widgets import Static

from workbench import told
from workbench.errors import WorkbenchError
from workbench.tui import outside
from workbench.tui.actions import Action, Place, actions_of
from workbench.tui.widgets.coach import Coach
from workbench.visible import one_line
from workbench.words import _

if TYPE_CHECKING:
    from workbench.tui.app import ReviewApp
    from workbench.tui.desk import Desk

Result = TypeVar("Result")


def described(action: Action) -> str:
    """What an action does, and its keys: so that the palette teaches them."""
    return escape(f"{action.tooltip} · {action.shown_keys}")


_LONGEST_SAYING = 400


class ActingScreen(Screen[Result], Generic[Result]):
    """Calls ``do_<id>`` for an action of its `PLACE`, unless `refusal` gives a reason against it.

    Acts are held while a decision is being written, and follow in their order.
    """

    PLACE: Place
    last_said = ""
    """What `say` was given last."""

    @property
    def desk(self) -> Desk:
        """What all screens share."""
        return cast("ReviewApp", self.app).desk

    def refusal(self, action_id: str, number: int | None = None) -> str | None:
        """Why an action cannot be done now, for the reviewer to read; None when it can."""
        return None

    def database_changed(self) -> None:
        """Called within a second after anybody, also another program, has changed the database."""

    def action_act(self, action_id: str, number: int | None = None) -> None:
        if self.desk.hold(lambda: self.action_act(action_id, number)) or not self.is_attached:
            return
        if reason := self.refusal(action_id, number):
            self.notify(reason, severity="warning", timeout=4, markup=False)
            return
        handler: Callable[..., None] = getattr(self, f"do_{action_id}")
        try:
            handler(*(() if number is None else (number,)))
        except WorkbenchError as error:
            self.show_error(error)

    def teach(self) -> None:
        """Shows a newcomer what to press here, where the screen has a place for it."""
        for coach in self.query(Coach):
            coach.teach(self.desk.lessons.lesson(self.PLACE))

    def on_screen_resume(self) -> None:
        self.teach()

    def say(self, text: str) -> None:
        """The status line ("#message"), or a note for a while: what has just been done."""
        text = self.last_said = one_line(text[:_LONGEST_SAYING])
        try:
            self.query_one("#message", Static).update(Content(text))
        except NoMatches:
            self.notify(text, timeout=4, markup=False)

    def copy(self, text: str, what: str = "") -> None:
        """Copies a text, says so, and names the file that has it where the terminal cannot copy."""
        path = outside.copy(self.app, text)
        said = [_("Copied: {what}").format(what=what) if what else _("Copied")]
        said += [_("also in {path}").format(path=path)] if path else []
        self.say("; ".join(said))

    def show_error(self, error: WorkbenchError) -> None:
        """Tells what happened and what to do about it."""
        title, text = told.of_error(error)
        self.notify(text or title, title=title, severity="error", markup=False)

    def commands(self) -> Iterable[SystemCommand]:
        """What can be done now, for the palette."""
        for action in actions_of(self.PLACE):
            for number in map(int, action.keys) if action.numbered else (None,):
                if self.refusal(action.id, number) is None:
                    title = _("{action} value {n}").format(action=action.label, n=number)
                    yield SystemCommand(
                        title if number else action.label,
                        described(action),
                        self._command(action.id, number),
                    )

    def _command(self, action_id: str, number: int | None) -> Callable[[], None]:
        return lambda: self.action_act(action_id, number)
