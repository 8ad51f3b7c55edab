"""What kind of event a clause speaks of, and how far it got.

A trigger that only sets the scene ("İstanbul'daki müzakerelerin ardından", "zirve marjında") gives
way to one that the clause is about; among equals the language pack's order decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

import msgspec

from workbench.claims.pattern_needs import Hint
from workbench.claims.scanning import PatternGroup, WordPattern, read_once
from workbench.languages.loader import Language
from workbench.languages.schema.patterns import NEVER, any_of
from workbench.models import Modality

Scene = Literal["during", "after", "object"]
_LEAD = 80
"""Characters before an event word in which the words that make it another's ground may begin."""


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
    subjects = _subjects(language)
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


@cache
def _subjects(language: Language) -> frozenset[str]:
    return frozenset((*language.events.subjects, *language.events.following))


def _scene(scenes: Sequence[SceneReference], end: int) -> Scene | None:
    return next((s.kind for s in scenes if s.start < end <= s.end + 1), None)


def _ground(lowered: str, start: int, end: int, language: Language) -> Scene | None:
    """ "after" where the words before `end` say that somebody is held or tried for what follows."""
    pattern, first = _grounds(language), max(start, end - _LEAD)
    if pattern is None or not pattern[1].may_stand_in(lowered, first, end):
        return None
    return "after" if pattern[0].search(lowered, first, end) else None


@cache
def _grounds(language: Language) -> tuple[re.Pattern[str], Hint] | None:
    grounds = language.events.grounds
    return (re.compile(rf"\b(?:{any_of(grounds)})\Z"), ground_words(language)) if grounds else None


@cache
def ground_words(language: Language) -> Hint:
    """What stands in all words that say that somebody is held or tried for something."""
    return Hint(language.events.grounds)


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
    inserted, group = _insertion(language), modality_patterns(language)
    if not group.may_stand_in(lowered, start, end):
        return "occurred"
    gaps = [match.span() for match in inserted.finditer(lowered, start, end)] if inserted else []
    bounds = [start, *(at for gap in gaps for at in gap), end]
    found = (group.first(lowered, *part) for part in zip(bounds[::2], bounds[1::2], strict=True))
    rule = min((one for one in found if one is not None), default=None)
    return "occurred" if rule is None else language.events.modalities[rule].modality


@cache
def _insertion(language: Language) -> re.Pattern[str] | None:
    pattern = language.events.insertion
    return None if pattern == NEVER else re.compile(pattern)


@cache
def lasting_pattern(language: Language) -> WordPattern:
    """What tells of something that goes on."""
    return WordPattern(any_of(language.events.lasting))


def lasts(lowered: str, start: int, end: int, language: Language) -> bool:
    """True where the clause tells of something that goes on."""
    return bool(lasting_pattern(language).search(lowered, start, end))


@cache
def turns_pattern(language: Language) -> WordPattern:
    """What turns to another matter."""
    return WordPattern(any_of(language.events.turns))


def turns(lowered: str, start: int, end: int, language: Language) -> bool:
    """True where the clause turns to another matter than the text was about."""
    return bool(turns_pattern(language).search(lowered, start, end))


@cache
def aftershock_pattern(language: Language) -> WordPattern:
    """What makes a clause one about a later, smaller event of the same kind."""
    return WordPattern(any_of(language.events.aftershock))


def speaks_of_aftershock(lowered: str, start: int, end: int, language: Language) -> bool:
    """True where the clause is about a later, smaller event of the same kind."""
    return bool(aftershock_pattern(language).search(lowered, start, end))
