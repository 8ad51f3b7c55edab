"""Towns that only their neighbours in a list show to be places ("Graz, Linz ve Viyana'da")."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

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

    `acting` are the capitals that stand for their states, by offset: beside a town each is the city.
    """
    if not (waiting or acting):
        return found
    unsure = {town.start for town in waiting}
    open_to = unsure | acting.keys()
    out = sorted([*found, *waiting], key=lambda mention: mention.start)
    for step in (-1, 1):
        for at in range(len(out))[::step]:
            beside, start = at - step, out[at].start
            if start not in open_to or not 0 <= beside < len(out):
                continue
            left, right = sorted((at, beside))
            sure = out[beside].kind == "place" and out[beside].start not in unsure
            if sure and _is_list(lowered[out[left].end : out[right].start], language):
                open_to.discard(start)
                unsure.discard(start)
                if start in acting:
                    out[at] = replace(out[at], kind="place", canonical=acting[start])
    return [mention for mention in out if mention.start not in unsure]


def _is_list(gap: str, language: Language) -> bool:
    return gap in _HYPHENS or (len(gap) < _GAP and bool(_joins(language).fullmatch(gap)))
