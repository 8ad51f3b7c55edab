"""The line at the bottom that shows what the keys do here, as many as fit, the important ones first kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from workbench.tui.actions import Action

Allowed = Callable[[str], bool]


def fitting(actions: Sequence[Action], width: int) -> list[Action]:
    """The actions that fit in `width` columns: the least important are left out, the order stays."""
    kept = [action for action in actions if action.rank]
    while len(kept) > 1 and sum(_cells(action) for action in kept) > width:
        kept.remove(max(kept, key=lambda action: action.rank))
    return kept


def _cells(action: Action) -> int:
    return cell_len(action.main_key) + cell_len(action.label) + 3


class KeyBar(Widget):
    """Keys and their labels; what cannot act now is dimmed, a click on a label does what the key does."""

    DEFAULT_CSS = """
    KeyBar {
        height: 1; background: $panel; color: $foreground;
        link-color: $foreground; link-style: none; link-background: $panel;
        link-color-hover: $background; link-background-hover: $primary; link-style-hover: none;
    }
    """

    def __init__(self, actions: Sequence[Action], allowed: Allowed) -> None:
        super().__init__()
        self._actions = actions
        self._allowed = allowed

    def render(self) -> Content:
        parts: list[Content] = []
        for action in fitting(self._actions, self.size.width):
            able = self._allowed(action.id)
            label = Content.styled(action.label, "$foreground" if able else "$faint")
            if able and not action.numbered:
                target = "app" if action.place == "anywhere" else "screen"
                label = label.stylize(f"@click={target}.act('{action.id}')")
            key = (action.main_key, "bold $accent" if able else "$faint")
            parts.append(Content.assemble(" ", key, " ", label, " "))
        return Content("").join(parts)
