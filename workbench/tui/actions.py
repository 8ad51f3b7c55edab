"""The one registry of what a reviewer can do: keys, key bar, palette, help and docs/keys.md come from here.

`python -m workbench.tui.actions` prints the text of docs/keys.md.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding, BindingType

Group = Literal["Decide", "Move", "Look", "Program"]
Place = Literal["queue", "article", "anywhere"]

GROUPS: tuple[Group, ...] = ("Decide", "Move", "Look", "Program")
PLACES: dict[Place, str] = {
    "queue": "In the review queue",
    "article": "In an article",
    "anywhere": "Anywhere",
}


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a reviewer can do in one place.

    ``id`` is stable, so that keys can be remapped by it. ``label`` stands in the key bar, ``tooltip``
    in the help and the palette. ``rank`` is the place in the key bar's order of importance (0: not
    shown there). ``numbered`` actions have digit keys and get the digit as their argument.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    tooltip: str
    group: Group
    place: Place
    rank: int = 0

    @property
    def numbered(self) -> bool:
        return all(key.isdigit() for key in self.keys)

    @property
    def shown_keys(self) -> str:
        """The keys as a person reads them."""
        if self.numbered:
            return f"{self.keys[0]}-{self.keys[-1]}"
        return " ".join(key_name(key) for key in self.keys)

    @property
    def main_key(self) -> str:
        """The key that the key bar shows."""
        return self.shown_keys if self.numbered else key_name(self.keys[0])


_KEY_NAMES = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "enter": "Enter",
    "escape": "Esc",
    "backspace": "Backspace",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "slash": "/",
    "question_mark": "?",
    "plus": "+",
    "ctrl+p": "Ctrl+P",
    "ctrl+q": "Ctrl+Q",
    "f1": "F1",
}


def key_name(key: str) -> str:
    """Textual's name of a key as it stands on a keyboard."""
    return _KEY_NAMES.get(key, key)


_TABLE: dict[Place, dict[Group, tuple[tuple[str, str, str, str, int], ...]]] = {
    "queue": {
        "Decide": (
            ("accept", "1 2 3 4 5 6 7 8 9", "Accept", "Accept the value with this number and go on.", 1),
            ("enter", "e", "Other", "Enter another value than those the sources give.", 4),
            ("dismiss", "x", "No conflict", "Not a conflict: the values can stand side by side.", 3),
            ("split", "s", "Split", "Different events: the claims speak of different happenings.", 7),
            ("defer", "d", "Defer", "Put this difference aside until a date.", 8),
            ("note", "c", "Comment", "Write a note on this difference; it decides nothing.", 11),
            ("undo", "u", "Undo", "Take back your latest decision, also one of an earlier day.", 5),
            ("redo", "U", "Redo", "Bring back what your latest undo took back.", 0),
        ),
        "Move": (
            ("next_open", "n space", "Next", "Go to the next open difference.", 6),
            ("previous_open", "N", "Previous open", "Go back to the open difference before.", 0),
            ("down", "down j", "Down", "Go one difference down.", 0),
            ("up", "up k", "Up", "Go one difference up.", 0),
            ("page_down", "pagedown", "Page down", "Go one page down.", 0),
            ("page_up", "pageup", "Page up", "Go one page up.", 0),
            ("first", "home g", "First", "Go to the first difference.", 0),
            ("last", "end G", "Last", "Go to the last difference.", 0),
            ("next_passage", "right tab", "Next passage", "Select the next passage of this difference.", 0),
            ("previous_passage", "left shift+tab", "Previous passage", "Select the passage before.", 0),
            ("scroll_down", "J", "Scroll down", "Scroll the passages down.", 0),
            ("scroll_up", "K", "Scroll up", "Scroll the passages up.", 0),
        ),
        "Look": (
            ("article", "a enter", "Article", "Read the whole article of the selected passage.", 2),
            ("all_passages", "m", "More", "Show every passage of each value, or only the first ones.", 0),
            ("zoom", "z", "Zoom", "Give the passages the whole screen, or the queue its place back.", 0),
            ("filter", "slash", "Filter", "Show only events and values that contain the words you type.", 9),
            ("only_open", "o", "Open only", "Show only what is open, or everything again.", 10),
            ("clear_filter", "escape", "Clear filter", "Take the filter off.", 0),
            ("reload", "r", "Read again", "Read the queue again: another program may have changed it.", 0),
        ),
    },
    "article": {
        "Move": (
            ("back", "escape backspace", "Back", "Go back to the queue.", 1),
            ("next_value", "right tab n", "Next passage", "Go to the difference's next passage.", 2),
            ("previous_value", "left shift+tab N", "Previous passage", "Go to the passage before.", 3),
            ("next_claim", "c", "Next claim", "Scroll to the next claim of this article.", 4),
            ("previous_claim", "C", "Previous claim", "Scroll to the claim before.", 0),
            ("line_down", "down j", "Down", "Scroll one line down.", 0),
            ("line_up", "up k", "Up", "Scroll one line up.", 0),
            ("screen_down", "pagedown space", "Page down", "Scroll one page down.", 0),
            ("screen_up", "pageup", "Page up", "Scroll one page up.", 0),
            ("top", "home g", "Top", "Go to the top of the article.", 0),
            ("bottom", "end G", "Bottom", "Go to the end of the article.", 0),
        ),
    },
    "anywhere": {
        "Program": (
            ("help", "question_mark f1", "Help", "Show all keys and what the signs mean.", 1),
            ("palette", "ctrl+p", "Palette", "Search all commands by name.", 0),
            ("quit", "q ctrl+q", "Quit", "Leave. Every decision is already saved.", 1),
        ),
    },
}
"""By place and group: id, keys, label, tooltip, rank."""

ACTIONS: tuple[Action, ...] = tuple(
    Action(name, tuple(keys.split()), label, tooltip, group, place, rank)
    for place, groups in _TABLE.items()
    for group, rows in groups.items()
    for name, keys, label, tooltip, rank in rows
)


def actions_of(*places: Place) -> list[Action]:
    """The actions of these places, in the registry's order."""
    return [action for action in ACTIONS if action.place in places]


def bindings_of(place: Place) -> list[BindingType]:
    """Key bindings of a place; each calls the screen's ``act`` action with the action's id."""
    bindings: list[BindingType] = []
    for action in actions_of(place):
        for key in action.keys:
            argument = f", {key}" if action.numbered else ""
            bindings.append(
                Binding(
                    key,
                    f"act('{action.id}'{argument})",
                    action.label,
                    tooltip=action.tooltip,
                    id=f"{place}.{action.id}" + (f".{key}" if action.numbered else ""),
                )
            )
    return bindings


def grouped(place: Place) -> dict[Group, list[Action]]:
    """The actions of a place by group, empty groups left out."""
    groups = {group: [a for a in actions_of(place) if a.group == group] for group in GROUPS}
    return {group: actions for group, actions in groups.items() if actions}


def keys_document() -> str:
    """The text of docs/keys.md."""
    lines = [
        "# Keys of the review screen",
        "",
        "Written by `python -m workbench.tui.actions`; a test compares this page with the program.",
        "`?` shows the same on the screen, `Ctrl+P` finds a command by its name.",
    ]
    for place, title in PLACES.items():
        lines += ["", f"## {title}"]
        for group, actions in grouped(place).items():
            lines += ["", f"### {group}", "", "| keys | command | what it does |", "| --- | --- | --- |"]
            lines += [f"| {_code(action)} | {action.label} | {action.tooltip} |" for action in actions]
    return "\n".join(lines) + "\n"


def _code(action: Action) -> str:
    if action.numbered:
        return f"`{action.shown_keys}`"
    return " ".join(f"`{key_name(key)}`" for key in action.keys)


if __name__ == "__main__":
    sys.stdout.write(keys_document())
