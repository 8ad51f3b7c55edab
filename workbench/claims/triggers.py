"""What kind of event a clause speaks of, how far it got, and the smaller facts it states.

A trigger that only sets the scene ("İstanbul'daki müzakerelerin ardından", "zirve marjında") gives
way to one that the clause is about; among equals the language pack's order decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

import msgspec

from workbench.claims.scanning import PatternGroup, WordPattern, read_once
from workbench.languages.loader import Language
from workbench.languages.schema.patterns import NEVER, any_of
from workbench.models import Mention, Modality

Scene = Literal["during", "after", "object"]
_LEAD = 80
"""Characters before a name in which the words that tell its part may begin."""
LAST_STAGE = "stage=last"
"""Aspect of a clause about the last of several stages, whichever number it has."""


class Trigger(msgspec.Struct, frozen=True, gc=False):
    """Words that name an event: its type, its rank in the pack's order, and whether they only set a scene."""

    event_type: str
    rank: int
    start: int
    end: int
    scene: Scene | None
    subject: bool = False
    """True where the words may only name what something happened to ("rafineride"), or what followed."""
    about: bool = False
    """True where the words say what others met or spoke about ("esir takası konusunda")."""
    family: str = ""


class SceneReference(msgspec.Struct, frozen=True, gc=False):
    """An event noun that only tells when or where the rest happened, or what was talked about."""

    start: int
    end: int
    kind: Scene


@cache
def type_patterns(language: Language) -> PatternGroup:
    """The triggers of each event type, in the pack's order."""
    return PatternGroup(re.compile(any_of(kind.triggers)) for kind in language.events.types)


@cache
def _type_names(language: Language) -> tuple[str, ...]:
    return tuple(kind.name for kind in language.events.types)


@cache
def families(language: Language) -> dict[str, str]:
    """Event type to its family."""
    return {kind.name: kind.family for kind in language.events.types}


@cache
def scene_patterns(language: Language) -> PatternGroup:
    """What makes an event noun a scene: its ending or the words behind it, and the words before it."""
    nouns = sorted(
        {language.lower(noun) for kind in language.events.types for noun in kind.nouns},
        key=lambda noun: (-len(noun), noun),
    )
    heads = any_of(map(re.escape, nouns))
    speech = language.speech
    behind = [("after", speech.scene_after), ("during", speech.scene_during), ("object", speech.scene_object)]
    groups = [rf"(?P<{kind}>\b(?:{heads})(?:{'|'.join(ends)})(?!\w))" for kind, ends in behind if ends]
    patterns = ["|".join(groups)] if groups else []
    if speech.scene_before:
        patterns.append(rf"(?P<before>\b(?:{'|'.join(speech.scene_before)})(?:{heads})\w*)")
    return PatternGroup(map(re.compile, patterns))


@read_once
def scene_references(lowered: str, start: int, end: int, language: Language) -> list[SceneReference]:
    """Event nouns with a case or postposition that makes them the scene of something else, in order."""
    found = scene_patterns(language).finditer(lowered, start, end)
    return [SceneReference(match.start(), match.end(), _kind(match)) for _, match in found]


def _kind(match: re.Match[str]) -> Scene:
    if match.lastgroup in ("after", "before"):
        return "after"
    return "object" if match.lastgroup == "object" else "during"


@read_once
def triggers(lowered: str, start: int, end: int, language: Language) -> list[Trigger]:
    """All triggers in lowered[start:end], in order of position."""
    matches = type_patterns(language).finditer(lowered, start, end)
    scenes = scene_references(lowered, start, end, language) if matches else []
    names, kin = _type_names(language), families(language)
    subjects = {*language.events.subjects, *language.events.following}
    about = about_pattern(language)
    return [
        Trigger(
            names[rank],
            rank,
            match.start(),
            match.end(),
            _scene(scenes, match.end()) or _ground(lowered, start, match.start(), language),
            names[rank] in subjects,
            about is not None and about.match(lowered, match.end()) is not None,
            kin[names[rank]],
        )
        for rank, match in matches
    ]


def _scene(scenes: Sequence[SceneReference], end: int) -> Scene | None:
    return next((s.kind for s in scenes if s.start < end <= s.end + 1), None)


def _ground(lowered: str, start: int, end: int, language: Language) -> Scene | None:
    """ "after" where the words before `end` say that somebody is held or tried for what follows."""
    pattern = _grounds(language)
    found = pattern is not None and pattern.search(lowered, max(start, end - _LEAD), end) is not None
    return "after" if found else None


@cache
def _grounds(language: Language) -> re.Pattern[str] | None:
    grounds = language.events.grounds
    return re.compile(rf"\b(?:{any_of(grounds)})\Z") if grounds else None


def main_trigger(found: Sequence[Trigger]) -> Trigger | None:
    """The trigger that gives a clause its type: what it is about before its scene, then by rank.

    What only names a thing gives way to the happening in whose midst it stands ("rafineride çıkan yangında"),
    what people spoke about to their meeting.
    """
    met = any(t.family == "contact" and t.scene is None and not t.about for t in found)
    return min((t for t in found if not (met and t.about)), key=_precedence, default=None)


def _precedence(trigger: Trigger) -> tuple[int, int, int]:
    order = 0 if trigger.scene is None and not trigger.subject else 1 if trigger.scene == "during" else 3
    return (2 if trigger.subject and trigger.scene is None else order, trigger.rank, trigger.start)


@cache
def about_pattern(language: Language) -> re.Pattern[str] | None:
    """What follows the words that say what others spoke about; None in languages that set it before."""
    ends = language.speech.scene_about
    return re.compile(rf"(?:{any_of(ends)})(?!\w)") if ends else None


def scene_type(found: Sequence[Trigger], main: Trigger | None) -> str | None:
    """The type of the event at which something else happened ("mitingde 17 kişi tutuklandı"), or None."""
    if main is None or main.scene is not None:
        return None
    return next(
        (t.event_type for t in found if t.scene == "during" and t.event_type != main.event_type), None
    )


@cache
def modality_patterns(language: Language) -> PatternGroup:
    """What tells each modality, in the pack's order."""
    return PatternGroup(re.compile(any_of(rule.patterns)) for rule in language.events.modalities)


@read_once
def modality(lowered: str, start: int, end: int, language: Language) -> Modality:
    """How far what the clause speaks of got; `occurred` where nothing says otherwise.

    What a clause put in between commas says ("who could not move,") is not about the event itself.
    """
    inserted = _insertion(language)
    gaps = [match.span() for match in inserted.finditer(lowered, start, end)] if inserted else []
    bounds = [start, *(at for gap in gaps for at in gap), end]
    group = modality_patterns(language)
    found = (group.first(lowered, *part) for part in zip(bounds[::2], bounds[1::2], strict=True))
    rule = min((one for one in found if one is not None), default=None)
    return "occurred" if rule is None else language.events.modalities[rule].modality


@cache
def _insertion(language: Language) -> re.Pattern[str] | None:
    pattern = language.events.insertion
    return None if pattern == NEVER else re.compile(pattern)


@cache
def aspect_patterns(language: Language) -> PatternGroup:
    """What tells each aspect that stands anywhere in a clause, in the pack's order."""
    return PatternGroup(re.compile("|".join(a.patterns)) for a in language.events.aspects if not a.person)


@cache
def _aspect_values(language: Language) -> tuple[str, ...]:
    return tuple(f"{aspect.name}={aspect.value}" for aspect in language.events.aspects if not aspect.person)


@cache
def _person_aspects(language: Language) -> list[tuple[str, bool, re.Pattern[str]]]:
    """Aspects whose value is a name; whether the pattern stands right before it, or else behind."""
    found = (aspect for aspect in language.events.aspects if aspect.person)
    ends = {True: r"\Z", False: ""}
    return [
        (one.name, one.leading, re.compile(f"(?:{'|'.join(one.patterns)}){ends[one.leading]}"))
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
    for name, leading, pattern in _person_aspects(language):
        for mention in named:
            if _states_aspect(lowered, start, end, mention, leading, pattern):
                found[f"{name}={mention.canonical}"] = None
    stated = {number for number, _ in aspect_patterns(language).finditer(lowered, start, end)}
    values = _aspect_values(language)
    found |= dict.fromkeys(values[number] for number in sorted(stated))
    return tuple(found)


def last_stages(lowered: str, start: int, end: int, language: Language) -> list[tuple[int, int]]:
    """Where lowered[start:end] names the last of several stages ("son gün", "the final batch")."""
    found = aspect_patterns(language).finditer(lowered, start, end)
    return [match.span() for number, match in found if _aspect_values(language)[number] == LAST_STAGE]


@cache
def _lasting(language: Language) -> WordPattern:
    return WordPattern(any_of(language.events.lasting))


def lasts(lowered: str, start: int, end: int, language: Language) -> bool:
    """True where the clause tells of something that goes on."""
    return bool(_lasting(language).search(lowered, start, end))


@cache
def _turns(language: Language) -> WordPattern:
    return WordPattern(any_of(language.events.turns))


def turns(lowered: str, start: int, end: int, language: Language) -> bool:
    """True where the clause turns to another matter than the text was about."""
    return bool(_turns(language).search(lowered, start, end))


@cache
def aftershock_pattern(language: Language) -> WordPattern:
    """What makes a clause one about a later, smaller event of the same kind."""
    return WordPattern(any_of(language.events.aftershock))


def speaks_of_aftershock(lowered: str, start: int, end: int, language: Language) -> bool:
    """True where the clause is about a later, smaller event of the same kind."""
    return bool(aftershock_pattern(language).search(lowered, start, end))
