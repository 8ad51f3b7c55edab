"""The smaller facts that a clause states, as the patterns of its language's pack read them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from workbench.claims.pattern_needs import Hint
from workbench.claims.scanning import PatternGroup
from workbench.languages.loader import Language
from workbench.models import Mention

_LEAD = 80
"""Characters before a name in which the words that tell its part may begin."""
LAST_STAGE = "stage=last"
"""Aspect of a clause about the last of several stages, whichever number it has."""


@cache
def aspect_patterns(language: Language) -> PatternGroup:
    """What tells each aspect that stands anywhere in a clause, in the pack's order."""
    return PatternGroup(re.compile("|".join(a.patterns)) for a in language.events.aspects if not a.person)


@cache
def _aspect_values(language: Language) -> tuple[str, ...]:
    return tuple(f"{aspect.name}={aspect.value}" for aspect in language.events.aspects if not aspect.person)


@cache
def person_aspects(language: Language) -> list[tuple[str, bool, re.Pattern[str], Hint]]:
    """Aspects whose value is a name; whether the pattern stands right before it, or else behind."""
    found = (aspect for aspect in language.events.aspects if aspect.person)
    ends = {True: r"\Z", False: ""}
    return [
        (
            one.name,
            one.leading,
            re.compile(f"(?:{'|'.join(one.patterns)}){ends[one.leading]}"),
            Hint(one.patterns),
        )
        for one in found
    ]


def _states_aspect(
    lowered: str, start: int, end: int, name: Mention, leading: bool, pattern: re.Pattern[str]
) -> bool:
    if leading:
        return pattern.search(lowered, max(start, name.start - _LEAD), name.start) is not None
    match = pattern.match(lowered, name.end)
    return match is not None and match.end() <= end


def aspects(
    lowered: str, start: int, end: int, names: Sequence[Mention], language: Language
) -> tuple[str, ...]:
    """The smaller facts the clause states, as "name=value": those of a person first, in the pack's order."""
    found: dict[str, None] = {}
    named = [n for n in names if n.kind in ("person", "state") and start <= n.start and n.end <= end]
    for name, leading, pattern, hint in person_aspects(language) if named else ():
        for mention in named if hint.may_stand_in(lowered, start, end) else ():
            if _states_aspect(lowered, start, end, mention, leading, pattern):
                found[f"{name}={mention.canonical}"] = None
    stated = {number for number, _ in aspect_patterns(language).finditer(lowered, start, end)}
    values = _aspect_values(language)
    found |= dict.fromkeys(values[number] for number in sorted(stated))
    return tuple(found)


def last_stages(lowered: str, start: int, end: int, language: Language) -> list[tuple[int, int]]:
    """Where lowered[start:end] names the last of several stages ("son gün", "the final batch")."""
    found = last_stage_patterns(language).finditer(lowered, start, end)
    return [match.span() for _, match in found]


@cache
def last_stage_patterns(language: Language) -> PatternGroup:
    """What tells that a stage is the last one, in the pack's order."""
    last = [a for a in language.events.aspects if not a.person and f"{a.name}={a.value}" == LAST_STAGE]
    return PatternGroup(re.compile("|".join(a.patterns)) for a in last)
