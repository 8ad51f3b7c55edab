"""All keys, by place and group, and what the signs mean."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from workbench.tui.actions import GROUPS, PLACES, Action, Place, grouped
from workbench.tui.appearance import SEVERITIES, STATUSES, VERDICTS, Look
from workbench.words import _

_KEYS_WIDTH = 16


class HelpScreen(ModalScreen[None]):
    """Written from the registry of actions: the keys of where you are first, then those of other places."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q,f1", "dismiss", "Close"),
        Binding("down,j", "scroll_by(1)", "Down"),
        Binding("up,k", "scroll_by(-1)", "Up"),
        Binding("pagedown,space", "scroll_by(15)", "Page down"),
        Binding("pageup", "scroll_by(-15)", "Page up"),
    ]

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 60%; }
    HelpScreen > VerticalScroll {
        width: 90; max-width: 96%; height: 90%; padding: 0 2;
        background: $surface; scrollbar-size-vertical: 1;
        border: round $primary; border-title-color: $primary; border-title-style: bold;
        border-subtitle-color: $muted;
    }
    HelpScreen Static { height: auto; }
    HelpScreen .title { margin-top: 1; color: $primary; text-style: bold; }
    HelpScreen .tooltip { margin-left: 1; }
    """

    def __init__(self, place: Place = "queue") -> None:
        super().__init__()
        self._place = place

    def compose(self) -> ComposeResult:
        box = VerticalScroll()
        box.border_title = _("Keys and signs")
        box.border_subtitle = _("↑ ↓ scroll · Esc closes")
        key_style = f"bold {self.app.theme_variables['accent']}"
        with box:
            for place in self._places():
                for group, actions in grouped(place).items():
                    title = _("{place}: {group}").format(place=_(PLACES[place]), group=_(GROUPS[group]))
                    yield Static(title, classes="title", markup=False)
                    yield Static(_table(actions, key_style))
                if place == "anywhere":
                    yield from self._all_signs()

    def _places(self) -> list[Place]:
        """Where you are, what can be done everywhere, and then the other places."""
        first: list[Place] = [self._place, "anywhere"]
        return [*first, *(place for place in PLACES if place not in first)]

    def _all_signs(self) -> Iterable[Static]:
        yield Static(_("Signs"), classes="title", markup=False)
        for name, looks in (
            (_("how grave"), SEVERITIES.values()),
            (_("what kind"), VERDICTS.values()),
            (_("how far"), STATUSES.values()),
        ):
            yield Static(_signs(name, looks))

    def action_scroll_by(self, lines: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    async def action_dismiss(self, result: None = None) -> None:
        self.dismiss()


def _table(actions: list[Action], key_style: str) -> Table:
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=_KEYS_WIDTH, style=key_style)
    table.add_column()
    for action in actions:
        table.add_row(Text(action.shown_keys), Text(action.tooltip))
    return table


def _signs(name: str, looks: Iterable[Look]) -> Content:
    return Content.assemble((name.ljust(_KEYS_WIDTH + 1), "$muted")) + Content("   ").join(
        look.content for look in looks
    )
