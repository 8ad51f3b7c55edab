"""Who met whom: what tells one call, meeting or round of talks from another of the same day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.phrases.likeness import IS_NOT

if TYPE_CHECKING:
    from workbench.events.features import Features

BY_PERSON = frozenset({"phone_call", "meeting"})
"""Contacts of the persons named."""
_BY_STATE = frozenset({"talks"})
"""Contacts of those who send delegations."""


def parties_apart(a: Features, b: Features) -> str | None:
    """Why two contacts are of different people or states, or None.

    Where each names two or more, one must name all of the other's: a third may be left unsaid.
    """
    kinds = {a.event_type, b.event_type}
    if kinds <= BY_PERSON and apart(a.people, b.people):
        return IS_NOT(one=_people(a), other=_people(b))
    if kinds <= _BY_STATE and apart(a.states, b.states):
        return IS_NOT(one=_names(a.states), other=_names(b.states))
    return None


def apart(a: frozenset[str], b: frozenset[str]) -> bool:
    """True where both sets name two or more and neither holds the other."""
    return min(len(a), len(b)) >= 2 and not (a <= b or b <= a)


def _people(item: Features) -> str:
    return _names(frozenset(item.spelled.get(person, person) for person in item.people))


def _names(names: frozenset[str]) -> str:
    return " and ".join(sorted(names))
