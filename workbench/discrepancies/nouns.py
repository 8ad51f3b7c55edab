"""What a number counts: which noun holds another, and which means the same in an event."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from workbench.discrepancies.rules import rules
from workbench.discrepancies.view import EventView
from workbench.languages.loader import LANGUAGES, load
from workbench.models import Quantity


@cache
def _broader() -> Mapping[str, str]:
    return {
        name: noun.broader
        for code in LANGUAGES
        for name, noun in load(code).nouns.nouns.items()
        if noun.broader
    }


def broader(narrow: str | None, broad: str | None) -> bool:
    """True where `broad` holds `narrow`, over any number of steps ("house" is a "building")."""
    steps = 0
    while narrow is not None and broad is not None and steps < len(_broader()):
        narrow, steps = _broader().get(narrow), steps + 1
        if narrow == broad:
            return True
    return False


@cache
def durations() -> frozenset[str]:
    """Units of time."""
    return frozenset(
        name for code in LANGUAGES for name, unit in load(code).nouns.units.items() if unit.kind == "duration"
    )


@cache
def lasted(code: str) -> re.Pattern[str]:
    """Verbs that make a length of time in their clause that of the event itself."""
    return re.compile(load(code).nouns.lasted)


@cache
def owned() -> frozenset[str]:
    """What each party has its own of: votes, and shares of the vote."""
    packs = [load(code).nouns for code in LANGUAGES]
    tables = [table for pack in packs for table in (pack.nouns, pack.measured)]
    return frozenset(name for table in tables for name, one in table.items() if one.owned)


def meant(seen: EventView, quantity: Quantity) -> str:
    """The noun that is counted, or the one that the event is about where this one means the same in it."""
    name = quantity.counted or quantity.unit
    about = rules().about.get(seen.event.event_type, [])
    return about[0] if name in about else name
