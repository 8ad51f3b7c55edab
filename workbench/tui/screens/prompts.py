"""Small questions: a line of text, tried at once, with the error shown where it was typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from workbench import told
from workbench.errors import WorkbenchError
from workbench.visible import one_line
from workbench.words import _

Answer = TypeVar("Answer")


class PlainInput(Input):
    """An input with a steady cursor that takes no control characters, however they were pasted."""

    cursor_blink = reactive(False, init=False)

    def validate_value(self, value: str) -> str:
        return "".join(char for char in value if unicodedata.category(char) not in ("Cc", "Cs", "Cf"))


class Prompt(ModalScreen[Answer | None], Generic[Answer]):
    """Asks for one line and gives what `attempt` makes of it, or None when given up.

    While `attempt` raises a WorkbenchError it stays, with the reason where the line was typed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", "Cancel")]

    DEFAULT_CSS = """
    Prompt { align: center middle; background: $background 60%; }
    Prompt > Vertical {
        width: 72; max-width: 94%; height: auto; padding: 0 2; background: $surface;
        border: round $primary; border-title-color: $primary; border-title-style: bold;
    }
    Prompt Static { height: auto; margin: 1 0; color: $muted; }
    Prompt Input { background: $panel; padding: 0 1; }
    Prompt #error { color: $error; margin: 1 0 0 0; display: none; }
    Prompt #keys { margin: 1 0 0 0; }
    """

    def __init__(
        self, title: str, question: str, attempt: Callable[[str], Answer], *, value: str = ""
    ) -> None:
        super().__init__()
        self._title = title
        self._question = question
        self._attempt = attempt
        self._value = value

    def compose(self) -> ComposeResult:
        box = Vertical()
        box.border_title = self._title
        with box:
            yield Static(self._question, markup=False)
            yield PlainInput(self._value, compact=True, select_on_focus=True)
            yield Static(id="error", markup=False)
            yield Static(_("Enter saves, Esc cancels"), id="keys", markup=False)

    def on_input_changed(self) -> None:
        self.query_one("#error").display = False

    def on_input_submitted(self, event: Input.Submitted) -> None:
        try:
            answer = self._attempt(event.value)
        except WorkbenchError as error:
            shown = self.query_one("#error", Static)
            title, text = told.of_error(error)
            shown.update(one_line(": ".join(filter(None, (f"✕ {title}", text)))))
            shown.display = True
            return
        self.dismiss(answer)

    def action_give_up(self) -> None:
        self.dismiss(None)
