"""What is reported or announced, and denied by another (rule 4 of the design): both cannot hold.

"They did not agree" denies only what might have come of a meeting; a party that denies that a deed was
its own denies no more than the blame. A denial often has no event word of its own: it then answers what
its article told right before it, in whatever event that stands.
"""

from __future__ import annotations

from workbench.discrepancies.kinship import alike, is_done
from workbench.discrepancies.parties import parties
from workbench.discrepancies.rules import rules
from workbench.discrepancies.status import SAID, said
from workbench.discrepancies.view import EventView, discrepancy, say, whole
from workbench.folding import fold
from workbench.models import Claim, Discrepancy
from workbench.phrases import differences as words

_DENIES = "denies=that it took place"
_DENIES_DEED = "denies=that it did it"
_ANNOUNCED = frozenset({"planned", "agreed"})
"""How far something got that is stated as settled, though it is still to come."""
_BEFORE = 300
"""Characters before a denial within which its article tells what it answers."""
_SHARED = 2
"""Words that a denial has in common with what it denies, where its kind alone says little."""


def detect_denials(seen: EventView) -> list[Discrepancy]:
    """What claims of the event, or of its articles, say and another denies."""
    kind = seen.event.event_type
    if kind in rules().natural:
        return []
    denied = [c for c in seen.claims if _denies(c) and alike(c.event_type, kind)]
    answers = {d.id: _answered(d, seen) for d in denied}
    told = {c.id: c for answered in answers.values() for c in answered}
    if not told:
        return []
    shown = sorted(told.values(), key=lambda c: (seen.told(c), c.source, c.start))
    values = [whole(c, c.modality, said(c)) for c in shown]
    values += [whole(d, d.modality, SAID[d.modality]) for d in denied if answers[d.id]]
    why = words.TOLD_AND_DENIED(labels=say([said(c) for c in shown]))
    return [discrepancy(seen, "status", "", "conflict", values, why)]


def _denies(claim: Claim) -> bool:
    return claim.modality == "denied" and (_DENIES in claim.aspects or _denies_deed(claim))


def _denies_deed(claim: Claim) -> bool:
    """True for a party that denies that the deed was its own: it does not deny the deed."""
    return claim.event_type in rules().perpetrated and _DENIES_DEED in claim.aspects


def _answered(denial: Claim, seen: EventView) -> list[Claim]:
    """What a denial denies: the deed it is blamed for, what was just announced, or what took place."""
    own = [c for c in seen.claims if alike(c.event_type, denial.event_type) and not _one_voice(c, denial)]
    done = [c for c in own if is_done(c) and not c.continues]
    if _denies_deed(denial):
        return [c for c in done if parties(c) & parties(denial)]
    if denial.continues:
        announced = _announced_before(denial, seen)
        return [announced] if announced else [c for c in done if _may_mean(denial, c, seen)]
    if done:
        one_moment = seen.event.event_type in rules().staged | rules().single_day
        return [c for c in done if one_moment or _may_mean(denial, c, seen)]
    return [c for c in own if c.modality in _ANNOUNCED and _within_a_day(c, denial, seen)]


def _announced_before(denial: Claim, seen: EventView) -> Claim | None:
    """What the article of a denial announces right before it, in another's words."""
    told = seen.world.told_day(denial)
    events = seen.world.events_near("ahead", [told], [denial.source]) if told else []
    claims = [*seen.claims, *(c for event in events for c in seen.world.claims_of(event))]
    before = [
        c
        for c in claims
        if c.source == denial.source
        and c.modality in _ANNOUNCED
        and 0 <= denial.start - c.end <= _BEFORE
        and not _one_voice(c, denial)
    ]
    return max(before, key=lambda c: (c.start, c.id), default=None)


def _may_mean(denial: Claim, claim: Claim, seen: EventView) -> bool:
    """True where a denial speaks of the claim's matter: with words of it, or in another article."""
    if denial.continues and denial.source != claim.source:
        return True
    languages = {seen.world.sources[c.source].language for c in (denial, claim)}
    return len(languages) == 1 and len(_content(denial) & _content(claim)) >= _SHARED


def _content(claim: Claim) -> set[str]:
    """The clause's lemmas without its names."""
    return set(claim.lemmas) - {fold(m.canonical) for m in claim.mentions}


def _one_voice(a: Claim, b: Claim) -> bool:
    return a.speaker is not None and a.speaker == b.speaker


def _within_a_day(a: Claim, b: Claim, seen: EventView) -> bool:
    first, second = (seen.world.told_day(claim) for claim in (a, b))
    return first is not None and second is not None and abs((first - second).days) <= 1
