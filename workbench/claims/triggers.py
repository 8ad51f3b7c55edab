"""What kind of event a clause speaks of, how far it got, and the smaller facts it states.

A trigger that only sets the scene ("İstanbul'daki müzakerelerin ardından", "zirve marjında") gives
way to one that the clause is about; among equals the language pack's order decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from workbench.languages.loader import Language
from workbench.models import Mention, Modality

Scene = Literal["during", "after", "object"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that name an event: its type, its rank in the pack's order, and whether they only set a scene."""

    event_type: str
    rank: int
    start: int
    end: int
    scene: Scene | None


@dataclass(frozen=True, slots=True)
class SceneReference:
    """An event noun that only tells when or where the rest happened, or what was talked about."""

    start: int
    end: int
    kind: Scene


@cache
def _type_patterns(language: Language) -> list[tuple[str, re.Pattern[str]]]:
    return [(kind.name, re.compile("|".join(kind.triggers))) for kind in language.events.types]


@cache
def families(language: Language) -> dict[str, str]:
    """Event type to its family."""
    return {kind.name: kind.family for kind in language.events.types}


@cache
def _scene_pattern(language: Language) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    nouns = sorted(
        {language.lower(noun) for kind in language.events.types for noun in kind.nouns},
        key=lambda noun: (-len(noun), noun),
    )
    heads = "|".join(map(re.escape, nouns))
    groups = []
    if language.speech.scene_after:
        groups.append(rf"(?P<after>\b(?:{heads})(?:{'|'.join(language.speech.scene_after)})(?!\w))")
    if language.speech.scene_during:
        groups.append(rf"(?P<during>\b(?:{heads})(?:{'|'.join(language.speech.scene_during)})(?!\w))")
    if language.speech.scene_object:
        groups.append(rf"(?P<object>\b(?:{heads})(?:{'|'.join(language.speech.scene_object)})(?!\w))")
    behind = re.compile("|".join(groups)) if groups else None
    before = (
        re.compile(rf"\b(?:{'|'.join(language.speech.scene_before)})(?:{heads})\w*")
        if language.speech.scene_before
        else None
    )
    return behind, before


def scene_references(lowered: str, start: int, end: int, language: Language) -> list[SceneReference]:
    """Event nouns with a case or postposition that makes them the scene of something else, in order."""
    behind, before = _scene_pattern(language)
    found = []
    if behind:
        for match in behind.finditer(lowered, start, end):
            found.append(SceneReference(match.start(), match.end(), _kind(match)))
    if before:
        found += [SceneReference(m.start(), m.end(), "after") for m in before.finditer(lowered, start, end)]
    return sorted(found, key=lambda reference: reference.start)


def _kind(match: re.Match[str]) -> Scene:
    if match.lastgroup == "after":
        return "after"
    return "object" if match.lastgroup == "object" else "during"


def triggers(lowered: str, start: int, end: int, language: Language) -> list[Trigger]:
    """All triggers in lowered[start:end], in order of position."""
    scenes = scene_references(lowered, start, end, language)
    found = []
    for rank, (name, pattern) in enumerate(_type_patterns(language)):
        for match in pattern.finditer(lowered, start, end):
            scene = next((s.kind for s in scenes if s.start < match.end() <= s.end + 1), None)
            found.append(Trigger(name, rank, match.start(), match.end(), scene))
    return sorted(found, key=lambda trigger: (trigger.start, trigger.rank))


def main_trigger(found: Sequence[Trigger]) -> Trigger | None:
    """The trigger that gives a clause its type: what it is about before its scene, then by rank."""
    return min(found, key=lambda t: (t.scene is not None, t.rank, t.start), default=None)


@cache
def _modality_patterns(language: Language) -> list[tuple[Modality, re.Pattern[str]]]:
    return [(rule.modality, re.compile("|".join(rule.patterns))) for rule in language.events.modalities]


def modality(lowered: str, start: int, end: int, language: Language) -> Modality:
    """How far what the clause speaks of got; `occurred` where nothing says otherwise."""
    for name, pattern in _modality_patterns(language):
        if pattern.search(lowered, start, end):
            return name
    return "occurred"


@cache
def _aspect_patterns(language: Language) -> list[tuple[str, str, bool, re.Pattern[str]]]:
    return [
        (aspect.name, aspect.value, aspect.person, re.compile("|".join(aspect.patterns)))
        for aspect in language.events.aspects
    ]


def aspects(
    lowered: str, start: int, end: int, names: Sequence[Mention], language: Language
) -> tuple[str, ...]:
    """The smaller facts the clause states, as "name=value", in the pack's order."""
    found: dict[str, None] = {}
    for name, value, person, pattern in _aspect_patterns(language):
        if not person:
            if pattern.search(lowered, start, end):
                found[f"{name}={value}"] = None
            continue
        for mention in names:
            if mention.kind in ("person", "state") and start <= mention.start and mention.end <= end:
                match = pattern.match(lowered, mention.end)
                if match and match.end() <= end:
                    found[f"{name}={mention.canonical}"] = None
    return tuple(found)


@cache
def _aftershock(language: Language) -> re.Pattern[str]:
    return re.compile("|".join(language.events.aftershock))


def speaks_of_aftershock(lowered: str, start: int, end: int, language: Language) -> bool:
    """True where the clause is about a later, smaller event of the same kind."""
    return bool(_aftershock(language).search(lowered, start, end))
