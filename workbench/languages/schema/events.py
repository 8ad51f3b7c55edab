"""events.toml: the words that tell what kind of event a clause speaks of, and how far it got."""

from __future__ import annotations

from typing import Literal

import msgspec

from workbench.languages.schema.patterns import NEVER, Regex

ModalityName = Literal["occurred", "agreed", "proposed", "planned", "expected", "denied"]


class EventType(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One event type. Types of one family may speak of the same happening (a visit and its talks)."""

    name: str
    family: str
    triggers: list[Regex]
    """Regular expressions on lower-cased text; the match is the trigger."""
    nouns: list[str] = []
    """Stems of the nouns that name such an event, for references ("görüşmede", "müzakerelerin ardından")."""


class ModalityRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Patterns whose presence gives a clause its modality; the first rule that fits holds."""

    modality: ModalityName
    patterns: list[Regex]


class Aspect(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A smaller fact a clause may state ("role": "venue").

    With `person` its value is the name right before the pattern, with `leading` too the name right behind.
    """

    name: str
    value: str = ""
    patterns: list[Regex]
    person: bool = False
    leading: bool = False


class Events(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    types: list[EventType]
    """In order of precedence: the first whose trigger is no mere reference gives the clause its type."""
    modalities: list[ModalityRule] = []
    insertion: Regex = NEVER
    """A clause put in between commas (", who could not move,"): its verbs say nothing of the main event."""
    aspects: list[Aspect] = []
    aftershock: list[Regex] = []
    """Patterns of a later, smaller event of the same kind ("artçı"), which has figures of its own."""
    lasting: list[Regex] = []
    """Verbs of what goes on ("sürecek", "will continue"): its days are days of one event."""
    turns: list[Regex] = []
    """Words that turn to another matter ("ilişkilerine de değinen"): the clause goes on about nothing."""
    generic: list[str] = []
    """Types whose words only repeat the event that frames them ("zirve marjında görüştü")."""
    subjects: list[str] = []
    """Types whose words also name the thing that something happened to ("rafineride çıkan yangın")."""
    following: list[str] = []
    """Types of what follows from the happening that frames it ("selde 40 kişi tahliye edildi")."""
    grounds: list[Regex] = []
    """What stands before the words for what somebody is held or tried for ("in connection with")."""
    series_parts: list[str] = []
    """Stems of nouns for a stage of a larger event ("aşama", "tur")."""
    begins: list[Regex] = []
    """Words that say of the day they stand with that the event began on it ("started")."""
