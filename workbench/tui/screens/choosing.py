"""A question with ready answers: one key takes one, or another is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from workbench.tui.screens.prompts import Answer, PlainInput, Prompt
from workbench.visible import one_line
from workbench.words import _


@dataclass(frozen=True, slots=True)
class Choice:
    """A ready answer: the key that takes it, its words, and what it stands for in the line."""

    key: str
    text: str
    value: str


class ChoiceInput(PlainInput):
    """A line in which the keys of the choices take one, as long as nothing has been typed."""

    class Taken(Message):
        """A choice was taken by its key."""

        def __init__(self, choice: Choice) -> None:
            super().__init__()
            self.choice = choice

    def __init__(self, value: str, choices: Sequence[Choice]) -> None:
        super().__init__(value, compact=True, select_on_focus=True)
        self._first = value
        self._choices = {choice.key: choice for choice in choices}

    async def _on_key(self, event: events.Key) -> None:
        choice = self._choices.get(event.character or "")
        if choice and self.value in ("", self._first):
            event.stop()
            event.prevent_default()
            self.post_message(self.Taken(choice))
            return
        await super()._on_key(event)


class ChoicePrompt(Prompt[Answer], Generic[Answer]):
    """A prompt with choices above its line; ↑ and ↓ put them into the line, their keys take them at once."""

    DEFAULT_CSS = """
    ChoicePrompt Static#choices { color: $foreground; margin: 0 0 1 0; max-height: 12; }
    """

    def __init__(
        self,
        title: str,
        question: str,
        attempt: Callable[[str], Answer],
        choices: Sequence[Choice],
        *,
        value: str = "",
    ) -> None:
        super().__init__(title, question, attempt, value=value)
        self._choices = choices
        self._at: int | None = None

    def compose(self) -> ComposeResult:
        for widget in super().compose():
            if isinstance(widget, PlainInput):
                yield Static(id="choices", markup=False)
                yield ChoiceInput(self._value, self._choices)
            else:
                yield widget

    def on_mount(self) -> None:
        self._show_choices()
        keys = _("A key or Enter saves, ↑ ↓ choose, Esc cancels")
        self.query_one("#keys", Static).update(Content(keys))

    def _show_choices(self) -> None:
        lines = []
        for place, choice in enumerate(self._choices):
            sign = "▸ " if place == self._at else "  "
            key = (f" {choice.key} ", "bold $background on $primary")
            lines.append(Content.assemble(sign, key, f" {one_line(choice.text)}"))
        self.query_one("#choices", Static).update(Content("\n").join(lines))

    def on_key(self, event: events.Key) -> None:
        if event.key in ("up", "down") and self._choices:
            event.stop()
            step = 1 if event.key == "down" else -1
            start = -1 if self._at is None and step > 0 else (self._at or 0)
            self._at = (start + step) % len(self._choices)
            line = self.query_one(ChoiceInput)
            line.value = self._choices[self._at].value
            line.cursor_position = len(line.value)
            self._show_choices()

    @on(ChoiceInput.Taken)
    def _take(self, event: ChoiceInput.Taken) -> None:
        line = self.query_one(ChoiceInput)
        line.value = event.choice.value
        self.on_input_submitted(Input.Submitted(line, line.value))
