"""Event and decisions -> Record: for each attribute what holds now, who or what chose it, and the claims.

A person's decision stands above every rule. Without one, values that agree are narrowed to what
all of them allow; values that differ stay open, and only low and high are given.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from itertools import chain, count

from msgspec.structs import replace

from workbench.decisions.log import REGROUPING, RESOLVING, Verdicts, in_effect
from workbench.decisions.policies import REVIEWED_ONLY, Policy
from workbench.models import Claim, Decision, Discrepancy, Event, Quantity
from workbench.records.backing import Origins
from workbench.records.disputed import Dated, disputed
from workbench.records.record import Record, RecordAttribute
from workbench.records.undisputed import quantity_name, undisputed
from workbench.subjects import narrowing, plain_key

UNDECIDED = ("open", "reopened", "deferred")


def reconcile(
    event: Event,
    claims: Sequence[Claim],
    discrepancies: Sequence[Discrepancy],
    decisions: Sequence[Decision],
    sources: Mapping[str, Dated],
    *,
    today: date,
    policy: Policy | None = None,
    verdicts: Verdicts | None = None,
    holders: Callable[[str], Collection[str]] | None = None,
) -> Record:
    """The record of one event. `claims` are the event's, `decisions` the whole log in its order.

    Where `verdicts` has read the whole log, `decisions` need only hold what bears on the event.
    `policy` chooses where nobody has decided (default: nothing is chosen there). It settles nothing.
    `holders` tells it who holds an office by an article (default: by the event's own claims).
    """
    held = _standing(claims, sources)
    origins = Origins(event, claims, sources)
    attributes = undisputed(event, held, discrepancies, origins)
    taken: dict[str, Decision | None] = {}
    about: dict[str, list[Discrepancy]] = {}
    undecided: list[Discrepancy] = []
    if discrepancies:
        verdicts = verdicts or Verdicts(decisions)
        by_id = {claim.id: claim for claim in claims}
        taken = {one.id: verdicts.in_force(one) for one in discrepancies}
        about = _by_attribute(discrepancies, taken, by_id)
        for name, found in about.items():
            attributes[name] = disputed(found[-1], taken[found[-1].id], by_id, sources, origins)
        undecided = [one for one in discrepancies if _is_undecided(one, verdicts, today)]
    if policy is not None and policy.acts:
        from workbench.records.policed import Policed  # exports without a policy start without it

        attributes = Policed(policy, event, claims, sources, holders).apply(
            attributes, about, taken, held, origins
        )
    waiting = {one.id for one in undecided}
    for name, found in about.items():
        attributes[name] = _with_open(attributes[name], found, waiting)
    on_it = [*taken.values(), *_belonging(event, decisions)]
    return Record(
        id=event.id,
        label=event.label,
        event_type=event.event_type,
        date=event.date,
        place=event.place,
        participants=event.participants,
        attributes={name: attributes[name] for name in sorted(attributes)},
        claims=event.claims,
        sources=tuple(dict.fromkeys([claim.source for claim in claims])),
        origins=event.origins,
        first_source=event.first_source,
        parent=event.parent,
        discrepancies=tuple([one.id for one in discrepancies]),
        decisions=tuple(dict.fromkeys([one.id for one in on_it if one])),
        state="open" if undecided else "reconciled",
        policy=policy.name if policy else REVIEWED_ONLY,
    )


def _by_attribute(
    discrepancies: Sequence[Discrepancy],
    taken: Mapping[str, Decision | None],
    claims: Mapping[str, Claim],
) -> dict[str, list[Discrepancy]]:
    """Discrepancies by the attribute's name; the last of each is the one that stands."""
    names = attribute_names(discrepancies, claims)
    about: dict[str, list[Discrepancy]] = {}
    for one in sorted(discrepancies, key=lambda one: _rank(one, taken[one.id])):
        about.setdefault(names[one.id], []).append(one)
    return about


def _is_undecided(discrepancy: Discrepancy, verdicts: Verdicts, today: date) -> bool:
    if verdicts.disagreement(discrepancy):
        return True
    return discrepancy.verdict != "superseded" and verdicts.status(discrepancy, today) in UNDECIDED


def _belonging(event: Event, decisions: Sequence[Decision]) -> list[Decision]:
    """What reviewers said of which claims tell of the event, or of which event it is a stage."""
    said = [one for one in in_effect(decisions) if one.kind in REGROUPING] if decisions else []
    return [one for one in said if not set(event.claims).isdisjoint(one.claims)]


def _with_open(
    attribute: RecordAttribute, found: Sequence[Discrepancy], waiting: set[str]
) -> RecordAttribute:
    labels = dict.fromkeys(label for one in found if one.id in waiting for label in one.labels)
    return replace(attribute, open=tuple(labels), discrepancies=tuple(one.id for one in found))


def _standing(claims: Sequence[Claim], sources: Mapping[str, Dated]) -> Sequence[Claim]:
    """The claims that their articles still make, where any came in several versions."""
    articles = {claim.source for claim in claims}
    if not [one for one in articles if getattr(sources.get(one), "version", None)]:
        return claims
    from workbench.events.counterparts import standing  # most exports start without that room

    return standing(claims, sources)


def attribute_name(discrepancy: Discrepancy) -> str:
    """The record's name for what a discrepancy is about: "prisoner_of_war:each", "date", "total:body"."""
    attribute = discrepancy.attribute
    parts = narrowing(attribute, discrepancy.key)
    return ":".join(parts if attribute == "count" and parts else (attribute, *parts))


def _rank(discrepancy: Discrepancy, decision: Decision | None) -> tuple[bool, bool]:
    """Of two discrepancies about one attribute the higher stands: decided, then not merely superseded."""
    return (
        decision is not None and decision.kind in RESOLVING,
        discrepancy.verdict != "superseded",
    )


def attribute_names(discrepancies: Sequence[Discrepancy], claims: Mapping[str, Claim]) -> dict[str, str]:
    """Each discrepancy's attribute: a count that all mean alike is named as if undisputed.

    A conflict and a superseded figure of one key share a name; other namesakes are numbered.
    """
    names: dict[str, str] = {}
    subjects: dict[str, tuple[str, str]] = {}
    for one in sorted(discrepancies, key=lambda one: (one.verdict == "superseded", one.attribute, one.key)):
        counted = {quantity_name(quantity) for quantity in _disputed_quantities(one, claims)}
        plain = counted.pop() if one.attribute == "count" and len(counted) == 1 else attribute_name(one)
        about = (one.attribute, plain_key(one.key))
        candidates = chain([plain], (f"{plain}:{number}" for number in count(2)))
        names[one.id] = next(name for name in candidates if subjects.setdefault(name, about) == about)
    return names


def _disputed_quantities(discrepancy: Discrepancy, claims: Mapping[str, Claim]) -> list[Quantity]:
    return [
        quantity
        for value in discrepancy.values
        for quantity in (claims[value.claim].quantities if value.claim in claims else ())
        if (quantity.start, quantity.end) == (value.start, value.end)
    ]
