"""A screen whose keys come from the registry of actions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from textual.app import SystemCommand
from textual.screen import Screen

from workbench.errors import WorkbenchError
from workbench.tui.actions import Place, actions_of

Result = TypeVar("Result")


class ActingScreen(Screen[Result], Generic[Result]):
    """Calls ``do_<id>`` for an action of its `PLACE`, unless `refusal` gives a reason against it."""

    PLACE: Place

    def refusal(self, action_id: str, number: int | None = None) -> str | None:
        """Why an action cannot be done now, for the reviewer to read; None when it can."""
        return None

    def action_act(self, action_id: str, number: int | None = None) -> None:
        if reason := self.refusal(action_id, number):
            self.notify(reason, severity="warning", timeout=4, markup=False)
            return
        handler: Callable[..., None] = getattr(self, f"do_{action_id}")
        try:
            handler(*(() if number is None else (number,)))
        except WorkbenchError as error:
            self.show_error(error)

    def show_error(self, error: WorkbenchError) -> None:
        """Tells what happened and what to do about it."""
        text = ". ".join(part for part in (error.detail, error.hint) if part)
        self.notify(text or error.title, title=error.title, severity="error", markup=False)

    def commands(self) -> Iterable[SystemCommand]:
        """What can be done now, for the palette."""
        for action in actions_of(self.PLACE):
            for number in map(int, action.keys) if action.numbered else (None,):
                if self.refusal(action.id, number) is None:
                    title = f"{action.label} value {number}" if number else action.label
                    yield SystemCommand(title, action.tooltip, self._command(action.id, number))

    def _command(self, action_id: str, number: int | None) -> Callable[[], None]:
        return lambda: self.action_act(action_id, number)
