"""What others add to the workbench: entry points of one group each, asked through pluggy.

A plug-in that cannot be loaded, or breaks when it is asked, is named and left out; the others go on.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import entry_points
from itertools import chain
from typing import Any

import pluggy

PROJECT = "workbench"
"""What pluggy's markers of hooks are made for."""
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@dataclass(frozen=True, slots=True)
class Offered:
    """What the plug-ins of a group offer, in the order of their names, and those that could not be asked."""

    things: tuple[Any, ...]
    broken: dict[str, str]
    """Name of a plug-in to why it is left out."""


def offered(group: str, specifications: type, hook: str) -> Offered:
    """Asks every entry point of the group `group` for its hook `hook`, which `specifications` describes."""
    found: list[Any] = []
    broken: dict[str, str] = {}
    for entry in sorted(entry_points(group=group), key=lambda one: one.name):
        # One manager each: a plug-in that breaks takes no other with it.
        manager = pluggy.PluginManager(PROJECT)
        manager.add_hookspecs(specifications)
        try:
            manager.register(entry.load())
            found += chain.from_iterable(getattr(manager.hook, hook)())
        except Exception as error:
            broken[entry.name] = f"{type(error).__name__}: {error}"
    return Offered(tuple(found), broken)
