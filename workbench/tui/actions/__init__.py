"""The one registry of what a reviewer can do: keys, key bar, palette, help and docs/keys.md come from here.

`python -m workbench.tui.actions` prints the text of docs/keys.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from textual.binding import Binding, BindingType

from workbench.errors import UsageError
from workbench.tui.actions import (
    activity,
    anywhere,
    article,
    decide,
    event,
    export,
    importing,
    overview,
    queue,
    search,
)
from workbench.tui.actions.model import GROUPS, Action, Group, Place, Rows, key_name
from workbench.words import N_, _

__all__ = [
    "ACTIONS",
    "GROUPS",
    "PLACES",
    "Action",
    "Group",
    "Place",
    "action_named",
    "actions_of",
    "bindings_of",
    "grouped",
    "key_name",
    "keymap",
    "keys_document",
    "remap",
]

PLACES: dict[Place, str] = {
    "queue": N_("In the review queue"),
    "event": N_("In an event"),
    "decide": N_("Deciding a difference"),
    "article": N_("In an article"),
    "activity": N_("In the log of decisions"),
    "overview": N_("In the overview"),
    "search": N_("In the search"),
    "import": N_("Importing"),
    "export": N_("Exporting"),
    "anywhere": N_("Anywhere"),
}
_TABLES: dict[Place, Rows] = {
    "queue": queue.ROWS,
    "event": event.ROWS,
    "decide": decide.ROWS,
    "article": article.ROWS,
    "activity": activity.ROWS,
    "overview": overview.ROWS,
    "search": search.ROWS,
    "import": importing.ROWS,
    "export": export.ROWS,
    "anywhere": anywhere.ROWS,
}


def _built() -> dict[str, Action]:
    made = (
        Action(name, tuple(keys.split()), label, tooltip, group, place, rank)
        for place, table in _TABLES.items()
        for group, rows in table.items()
        for name, keys, label, tooltip, rank in rows
    )
    return {action.name: action for action in made}


_DEFAULT = _built()
ACTIONS: tuple[Action, ...] = tuple(_DEFAULT.values())
"""With the keys that the program comes with."""
_in_force: dict[str, Action] = dict(_DEFAULT)


def remap(keys: Mapping[str, str]) -> None:
    """Gives actions other keys from now on: an action's name ("queue.accept") to keys between blanks.

    Raises UsageError where there is no such action, no key is named, its keys are digits that number values,
    or two actions that work in one place would share a key. An empty mapping brings back the first keys.
    """
    remapped = dict(_DEFAULT)
    for name, text in keys.items():
        remapped[name] = replace(_to_remap(name), keys=_keys(name, text))
    for place in _TABLES:
        held = [action for action in remapped.values() if action.place in (place, "anywhere")]
        uses = Counter(key for action in held for key in action.keys)
        for key, number in uses.items():
            if number > 1:
                sharing = ", ".join(action.name for action in held if key in action.keys)
                raise UsageError(
                    "One key for two things", f"{key}: {sharing}", "give one of them another key"
                )
    _in_force.clear()
    _in_force.update(remapped)


def _to_remap(name: str) -> Action:
    if name not in _DEFAULT:
        near = [known for known in _DEFAULT if known.partition(".")[2] == name.partition(".")[2]]
        hint = f"did you mean {', '.join(near)}?" if near else "docs/keys.md names them all"
        raise UsageError("No such action", name, hint)
    if _DEFAULT[name].numbered:
        raise UsageError("These keys cannot be changed", name, "they number the values")
    return _DEFAULT[name]


def _keys(name: str, text: str) -> tuple[str, ...]:
    if not text.split():
        raise UsageError("An action needs a key", name, 'such as "ctrl+s" or "f8 s"')
    return tuple(text.split())


def action_named(name: str) -> Action:
    """The action of that name ("queue.accept") with the keys in force."""
    return _in_force[name]


def actions_of(*places: Place) -> list[Action]:
    """The actions of these places with the keys in force, in the registry's order."""
    return [action for action in _in_force.values() if action.place in places]


def bindings_of(place: Place) -> list[BindingType]:
    """Key bindings of a place; each calls the screen's ``act`` action with the action's id."""
    return [binding for action in ACTIONS if action.place == place for binding in _bindings(action)]


def _bindings(action: Action) -> Iterable[Binding]:
    if not action.numbered:
        act = f"act('{action.id}')"
        yield Binding(",".join(action.keys), act, action.label_text, id=action.name)
        return
    for key in action.keys:
        act = f"act('{action.id}', {key})"
        yield Binding(key, act, action.label_text, id=f"{action.name}.{key}")


def keymap() -> dict[str, str]:
    """The keys in force that are not those the program comes with, as Textual takes them."""
    return {
        name: ",".join(action.keys)
        for name, action in _in_force.items()
        if action.keys != _DEFAULT[name].keys
    }


def grouped(place: Place) -> dict[Group, list[Action]]:
    """The actions of a place by group, empty groups left out."""
    groups = {group: [a for a in actions_of(place) if a.group == group] for group in GROUPS}
    return {group: actions for group, actions in groups.items() if actions}


def keys_document() -> str:
    """The text of docs/keys.md."""
    lines = [
        "# Keys of the review desk",
        "",
        "Written by `python -m workbench.tui.actions`; a test compares this page with the program.",
        "`?` shows the same on the screen, `Ctrl+P` finds a command by its name. The settings file gives",
        'an action other keys by its name: `[keys]`, then `"queue.defer" = "f8 d"`.',
    ]
    for place, title in PLACES.items():
        lines += ["", f"## {_(title)}"]
        for group, actions in grouped(place).items():
            lines += ["", f"### {_(GROUPS[group])}", ""]
            lines += ["| keys | command | what it does | name |", "| --- | --- | --- | --- |"]
            lines += [f"| {_code(one)} | {one.label} | {one.tooltip} | `{one.name}` |" for one in actions]
    return "\n".join(lines) + "\n"


def _code(action: Action) -> str:
    if action.numbered:
        return f"`{action.shown_keys}`"
    return " ".join(f"`{key_name(key)}`" for key in action.keys)
