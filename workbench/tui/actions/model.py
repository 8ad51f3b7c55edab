"""What a reviewer can do, as one frozen value an action, and how keys are named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from workbench.words import N_, _

Group = Literal["Decide", "Move", "Look", "Program"]
Place = Literal[
    "queue",
    "decide",
    "event",
    "article",
    "search",
    "import",
    "export",
    "activity",
    "overview",
    "anywhere",
]
Row = tuple[str, str, str, str, int]
"""Id, keys between blanks, label, tooltip, rank."""
Rows = Mapping[Group, tuple[Row, ...]]

GROUPS: dict[Group, str] = {
    "Decide": N_("Decide"),
    "Move": N_("Move"),
    "Look": N_("Look"),
    "Program": N_("Program"),
}


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a reviewer can do in one place.

    ``name`` ("queue.accept") is stable, so that keys can be remapped by it. ``label_text`` stands in the
    key bar, ``tooltip_text`` in the help and the palette, both as the catalogues know them. ``rank`` is the
    place in the key bar's order of importance (0: not shown there). ``numbered`` actions have digit keys
    and get the digit as their argument.
    """

    id: str
    keys: tuple[str, ...]
    label_text: str
    tooltip_text: str
    group: Group
    place: Place
    rank: int = 0

    @property
    def name(self) -> str:
        return f"{self.place}.{self.id}"

    @property
    def label(self) -> str:
        """In the reader's language."""
        return _(self.label_text)

    @property
    def tooltip(self) -> str:
        """In the reader's language."""
        return _(self.tooltip_text)

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
    "delete": "Del",
    "space": "Space",
    "tab": "Tab",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "slash": "/",
    "question_mark": "?",
    "at": "@",
    "plus": "+",
    "minus": "-",
    "comma": ",",
    "full_stop": ".",
    "colon": ":",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "less_than_sign": "<",
    "greater_than_sign": ">",
}
_MODIFIERS = {"ctrl": "Ctrl", "shift": "Shift", "alt": "Alt"}


def key_name(key: str) -> str:
    """Textual's name of a key as it stands on a keyboard: "Ctrl+P", "Shift+Tab", "F3"."""
    *modifiers, last = key.split("+")
    named = _KEY_NAMES.get(last) or (last.upper() if modifiers or _is_function_key(last) else last)
    return "+".join([*(_MODIFIERS.get(one, one) for one in modifiers), named])


def _is_function_key(key: str) -> bool:
    return key[0] == "f" and key[1:].isdecimal()
