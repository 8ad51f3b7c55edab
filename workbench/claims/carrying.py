"""What an earlier clause of the sentence lends to a later one: its people and the place of its scene."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.claims.triggers import families
from workbench.languages.loader import Language
from workbench.models import Claim


def completed(claim: Claim, earlier: Sequence[Claim], language: Language) -> Claim:
    """The claim with what it leaves unsaid because the `earlier` claims of its sentence say it."""
    return _with_subject(_with_scene(claim, earlier, language), earlier, language)


def _with_subject(claim: Claim, earlier: Sequence[Claim], language: Language) -> Claim:
    """The people of an earlier clause of the sentence go on as the subject of one that names none."""
    if _people(claim):
        return claim
    for other in reversed(earlier):
        people = _people(other)
        if people and _alike(claim, other, language):
            return replace(claim, participants=tuple(dict.fromkeys((*people, *claim.participants))))
    return claim


def _with_scene(claim: Claim, earlier: Sequence[Claim], language: Language) -> Claim:
    """The place of the scene that the clause right before set, where both speak of one kind of event."""
    scene = earlier[-1] if earlier else None
    if claim.place or scene is None or "scene=during" not in scene.aspects:
        return claim
    return replace(claim, place=scene.place) if _alike(claim, scene, language) else claim


def _alike(claim: Claim, other: Claim, language: Language) -> bool:
    kinds = families(language)
    return kinds.get(claim.event_type) == kinds.get(other.event_type)


def _people(claim: Claim) -> tuple[str, ...]:
    persons = {m.canonical for m in claim.mentions if m.kind == "person"}
    return tuple(p for p in claim.participants if p in persons)
