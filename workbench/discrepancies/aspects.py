"""Smaller facts stated differently: who began it, what part another played, how far work has got.

What is said of a process as a whole (its progress, its initiator) stands in many events, so claims of
events that belong to one process are compared too. A difference is kept with the event of the claim
that was told last, so that it is shown once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations

from workbench.discrepancies.kinship import one_demand, one_document, one_process, one_undertaking
from workbench.discrepancies.rules import rules
from workbench.discrepancies.view import EventView, World, discrepancy, say, whole
from workbench.models import Attribute, Claim, Discrepancy, Event, Verdict
from workbench.phrases import differences as words

Stated = tuple[Claim, str]
"""A claim and the value that it states."""
Kin = Callable[[Claim, Claim, EventView, Event], bool]
"""Whether two claims belong to one matter: the earlier, the later, the later's event, the earlier's event."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One aspect as it is compared: `kin` tells which claims of other events belong to the same matter.

    `order` holds the values of one that goes through stages. `by_speaker` names an aspect of clauses
    whose speaker is the value.
    """

    name: str
    attribute: Attribute
    why: str
    kin: Kin | None = None
    order: tuple[str, ...] = ()
    by_speaker: str = ""


FACETS = (
    Facet("initiator", "participants", words.OTHER_INITIATOR(), one_process, (), "brought_up"),
    Facet("role", "wording", words.OTHER_ROLE(), one_process),
    Facet("level", "wording", words.NO_LEADERS()),
    Facet("format", "wording", words.NOT_HELD_SO()),
    Facet("contact", "wording", words.NOT_HELD_SO()),
    Facet("progress", "wording", words.PROGRESS_OR_NONE(), one_process),
    Facet("stops", "wording", words.OTHER_DEMAND(), one_demand),
    Facet(
        "course",
        "status",
        words.GOES_ON_OR_NOT(),
        one_process,
        ("continues", "broken off"),
    ),
    Facet(
        "document",
        "status",
        words.LATER_STAGE(),
        one_document,
        ("prepared", "ready to be handed over", "handed over"),
    ),
    Facet("phase", "status", words.NOT_BACKWARDS(), one_undertaking),
)
_SUMMIT = "leaders"


def detect_aspects(seen: EventView) -> list[Discrepancy]:
    """Tensions between what claims say of one aspect, stages that follow each other or go back."""
    return [one for facet in FACETS for one in _compared(seen, facet)]


def _compared(seen: EventView, facet: Facet) -> list[Discrepancy]:
    own = _stated(seen.claims, facet)
    if not own:
        return []
    differing: dict[Verdict, dict[str, Stated]] = {}
    for a, b in [*combinations(own, 2), *_kin(seen, facet, own)]:
        verdict = _differ(seen, facet, a, b)
        if verdict is not None:
            differing.setdefault(verdict, {}).update({a[0].id: a, b[0].id: b})
    return [_discrepancy(seen, facet, verdict, list(found.values())) for verdict, found in differing.items()]


def _stated_in(event: Event, facet: Facet, world: World) -> list[Stated]:
    return world.once(facet.name, event.id, lambda: _stated(world.claims_of(event), facet))


def _stated(claims: Iterable[Claim], facet: Facet) -> list[Stated]:
    """Each claim that states the aspect with the furthest of its values."""
    found = []
    for claim in claims:
        values = [value for name, _, value in (a.partition("=") for a in claim.aspects) if name == facet.name]
        if facet.name == "level" and claim.event_type == "summit" and not values:
            values = [_SUMMIT]
        if not values and claim.speaker and _brings_up(claim, facet):
            values = [claim.speaker]
        if values:
            found.append((claim, max(values, key=facet.order.index) if facet.order else values[0]))
    return found


def _brings_up(claim: Claim, facet: Facet) -> bool:
    """True for a clause by which its speaker is who began it ("Putin proposed talks in Istanbul")."""
    kinds = {"talks", *rules().bringing_up}
    named = claim.event_type in kinds and claim.place is not None
    return named and any(a.partition("=")[0] == facet.by_speaker for a in claim.aspects)


def _kin(seen: EventView, facet: Facet, own: Iterable[Stated]) -> Iterable[tuple[Stated, Stated]]:
    """Claims of other events that were told before, each with the own claim whose matter it shares."""
    if facet.kin is None:
        return
    for late in own:
        claim = late[0]
        names = {claim.speaker, claim.place, *claim.participants, *seen.event.participants, seen.event.place}
        names |= {name.split(" ")[0] for name in names if name}
        asked = [(a, name) for a in (facet.name, facet.by_speaker) for name in names if a and name]
        around = {e.id: e for aspect, name in asked for e in seen.world.events_stating(aspect, name)}
        others = [event for _, event in sorted(around.items()) if event.id != seen.event.id]
        for event in others:
            for early in _stated_in(event, facet, seen.world):
                if _order(seen, early[0]) < _order(seen, claim) and facet.kin(early[0], claim, seen, event):
                    yield early, late


def _order(seen: EventView, claim: Claim) -> tuple[str, str, int, str]:
    return seen.told(claim), claim.source, claim.start, claim.id


def _differ(seen: EventView, facet: Facet, early: Stated, late: Stated) -> Verdict | None:
    """How two values of an aspect stand to each other; `early` was told first."""
    if early[1] == late[1]:
        return None
    if facet.name == "phase":
        # "Completed" may be said of a part, so only a beginning is held against preparations.
        backwards = (early[1], late[1]) == ("begun", "preparing")
        return "tension" if backwards and seen.told(early[0]) < seen.told(late[0]) else None
    if facet.by_speaker and all(_brings_up(claim, facet) for claim, _ in (early, late)):
        # Several may bring a thing up; only who is said to have begun it can be another.
        return None
    if not facet.order:
        return "tension"
    if seen.world.told_day(early[0]) == seen.world.told_day(late[0]):
        return "conflict" if facet.name == "course" and early[0].source != late[0].source else None
    forward = facet.order.index(early[1]) < facet.order.index(late[1])
    return "superseded" if forward else None


def _discrepancy(seen: EventView, facet: Facet, verdict: Verdict, found: list[Stated]) -> Discrepancy:
    found.sort(key=lambda one: _order(seen, one[0]))
    values = [whole(claim, value, value) for claim, value in found]
    said = say([value for _, value in found])
    why = words.CLAIMS_SPEAK(labels=said, cause=facet.why)
    return discrepancy(seen, facet.attribute, facet.name, verdict, values, why)
