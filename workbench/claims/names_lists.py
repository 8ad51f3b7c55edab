"""Towns that only their neighbours in a list show to be places ("Graz, Linz ve Viyana'da")."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from workbench.claims.names_gazetteer import pack_ancestors
from workbench.languages.loader import Language
from workbench.languages.schema.patterns import NEVER
from workbench.models import Mention

_HYPHENS = ("-", "–", "- ", " - ", " – ")
"""What stands between the two ends of a road."""
_GAP = 20
"""Letters between two places of a list at most."""


@cache
def _joins(language: Language) -> re.Pattern[str]:
    """What stands between the places of a list."""
    return re.compile(language.names.list_joins or NEVER)


def with_lists(
    lowered: str,
    found: list[Mention],
    waiting: Sequence[Mention],
    acting: Mapping[int, str],
    language: Language,
) -> list[Mention]:
    """The names found, with those of `waiting` that stand in one list with a place.

    `acting` are the capitals that stand for their states, by offset: beside a town each is the city. They
    and words that may be towns can also be a subject that a comma sets off ("Ankara, Halep'te ...").
    """
    if not (waiting or acting):
        return found
    unsure = {town.start for town in waiting}
    ambiguous = language.names.ambiguous_places
    subjects = {**acting, **{town.start: town.canonical for town in waiting if town.canonical in ambiguous}}
    open_to = unsure | acting.keys()
    out = sorted([*found, *waiting], key=lambda mention: mention.start)
    for step in (-1, 1):
        for at in range(len(out))[::step]:
            beside, start = at - step, out[at].start
            if start not in open_to or not 0 <= beside < len(out):
                continue
            left, right = sorted((at, beside))
            sure = out[beside].kind == "place" and out[beside].start not in unsure
            gap = lowered[out[left].end : out[right].start]
            if sure and at == left and start in subjects and gap == ", ":
                sure = _goes_on(lowered, subjects[start], out[right : right + 2], language)
            if sure and _is_list(gap, language):
                open_to.discard(start)
                unsure.discard(start)
                if start in acting:
                    out[at] = replace(out[at], kind="place", canonical=acting[start])
    return [mention for mention in out if mention.start not in unsure]


def _goes_on(lowered: str, first: str, others: Sequence[Mention], language: Language) -> bool:
    """True where a town of the same state follows, and another one behind it."""
    shared = set(pack_ancestors(first)) & set(pack_ancestors(others[0].canonical))
    joined = len(others) > 1 and _is_list(lowered[others[0].end : others[1].start], language)
    return bool(shared) and joined


def _is_list(gap: str, language: Language) -> bool:
    return gap in _HYPHENS or (len(gap) < _GAP and bool(_joins(language).fullmatch(gap)))
