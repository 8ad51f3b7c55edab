"""The lines that teach a newcomer what to press, above the line that says what was done."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from workbench.tui.lessons import Lesson, words


class Coach(Static):
    """Shows the lesson of the moment; takes no room when there is none."""

    DEFAULT_CSS = """
    Coach { height: auto; padding: 0 1; background: $panel; display: none; border-left: outer $accent; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)

    def teach(self, lesson: Lesson | None) -> None:
        """Shows a lesson, or (None) goes away."""
        self.display = lesson is not None
        if lesson is not None:
            self.update(Content(words(lesson)))
