"""Saying which claims of a difference tell of which event: a list of claims, each on a side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from workbench.tui.cases import Case
from workbench.tui.screens.questions import short
from workbench.tui.sides import NEITHER, Row, Sides
from workbench.visible import one_line
from workbench.words import _

Chosen = Sequence[Sequence[str]]
_COLOURS = ("$primary", "$warning", "$secondary", "$success")
_LONGEST = 200


class ClaimRow(Static):
    """One claim with the side that it stands on; a click moves it."""

    def __init__(self, place: int) -> None:
        super().__init__(markup=False)
        self.place = place


class SplitScreen(ModalScreen[Chosen | None]):
    """Gives the claims of each side, or None when given up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up"),
        Binding("enter", "confirm"),
        Binding("space", "move"),
        Binding("down,j", "step(1)"),
        Binding("up,k", "step(-1)"),
        Binding("home", "step(-100000)"),
        Binding("end", "step(100000)"),
        *(Binding(str(number), f"put({number})") for number in range(10)),
    ]

    DEFAULT_CSS = """
    SplitScreen { align: center middle; background: $background 60%; }
    SplitScreen > Vertical {
        width: 100; max-width: 96%; height: auto; max-height: 92%; padding: 0 1; background: $surface;
        border: round $primary; border-title-color: $primary; border-title-style: bold;
    }
    SplitScreen VerticalScroll { height: auto; max-height: 70vh; scrollbar-size-vertical: 1; margin-top: 1; }
    SplitScreen .claim { height: auto; padding: 0 1; }
    SplitScreen .claim.-selected { background: $panel; }
    SplitScreen #question { height: auto; color: $muted; }
    SplitScreen #error { height: auto; color: $error; display: none; }
    SplitScreen #keys { height: auto; color: $muted; margin-top: 1; }
    """

    def __init__(self, case: Case) -> None:
        super().__init__()
        self._case = case
        self.sides = Sides(case)
        self._at = 0

    def compose(self) -> ComposeResult:
        box = Vertical()
        box.border_title = _("Different events")
        with box:
            yield Static(
                _("Which claims tell of which event? Claims on different sides are kept apart."),
                id="question",
                markup=False,
            )
            with VerticalScroll(can_focus=False):
                for place, _row in enumerate(self.sides.rows):
                    yield ClaimRow(place).add_class("claim")
            yield Static(id="error", markup=False)
            yield Static(
                _("Space moves to the next side, digits to that side, 0 to none; Enter saves, Esc cancels"),
                id="keys",
                markup=False,
            )

    def on_mount(self) -> None:
        self._show()

    def _show(self) -> None:
        self.query_one("#error").display = False
        for row in self.query(ClaimRow):
            row.set_class(row.place == self._at, "-selected")
            row.update(self._content(self.sides.rows[row.place], selected=row.place == self._at))

    def _content(self, row: Row, *, selected: bool) -> Content:
        side = self.sides.of(row.claim)
        name = _("none") if side == NEITHER else _("event {n}").format(n=side)
        colour = "$muted" if side == NEITHER else _COLOURS[(side - 1) % len(_COLOURS)]
        text = row.text if len(row.text) <= _LONGEST else row.text[: _LONGEST - 1] + "…"
        return Content.assemble(
            ("▸ " if selected else "  ", "bold $accent"),
            (f"[{name}]", f"bold {colour}"),
            (f" {short(' | '.join(row.labels))}", "bold $foreground"),
            ("\n    ", ""),
            (one_line(text), "$foreground"),
        )

    def action_step(self, by: int) -> None:
        self._at = max(0, min(self._at + by, len(self.sides.rows) - 1))
        self._show()
        list(self.query(ClaimRow))[self._at].scroll_visible(animate=False)

    def action_move(self) -> None:
        self.sides.move(self.sides.rows[self._at].claim)
        self._show()

    def action_put(self, side: int) -> None:
        self.sides.put(self.sides.rows[self._at].claim, side)
        self._show()

    def on_click(self, event: events.Click) -> None:
        if isinstance(event.widget, ClaimRow):
            self._at = event.widget.place
            self.action_move()

    def action_confirm(self) -> None:
        chosen = self.sides.chosen
        if len(chosen) < 2:
            error = self.query_one("#error", Static)
            error.update(Content(_("✕ All claims stand on one side: leave some on another, or press Esc.")))
            error.display = True
            return
        self.dismiss(chosen)

    def action_give_up(self) -> None:
        self.dismiss(None)
