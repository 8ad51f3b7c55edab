"""What an article says otherwise than an earlier version of it did: a toll edited from 66 to 76.

Clauses of the versions are held against each other, whatever else of the event is told. The latest version's
value supersedes the others; a change of which the text says nothing weighs more than one that it marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from workbench.discrepancies.dates import date_value
from workbench.discrepancies.difference import say_quantity
from workbench.discrepancies.status import SAID
from workbench.discrepancies.view import EventView, discrepancy, stated_number, whole
from workbench.events.counterparts import by_article, counterparts
from workbench.models import Attribute, AttributeValue, Claim, Discrepancy, Mention, Quantity, Version
from workbench.phrases import differences as words
from workbench.phrases import severities
from workbench.subjects import version_key

_WEIGHTY: frozenset[Attribute] = frozenset({"count", "date", "time", "place"})


@dataclass(frozen=True, slots=True)
class Step:
    """One value that a later version changed into another."""

    attribute: Attribute
    key: str
    old: AttributeValue
    new: AttributeValue
    version: Version | None
    """The later one, where it is known which it is."""


def detect_versions(seen: EventView) -> list[Discrepancy]:
    """What versions of one article differ in, one discrepancy for each thing changed."""
    found = []
    for article, versions in by_article((*seen.former, *seen.claims), seen.world.sources).items():
        steps = [
            step
            for (_, old), (version, new) in pairwise(versions.values())
            for step in changes(old, new, version)
        ]
        chains = _chains(steps)
        for number, chain in enumerate(chains):
            earlier = [one[0].key for one in chains[:number] if one[0].attribute == chain[0].attribute]
            found.append(_discrepancy(seen, article, chain, earlier.count(chain[0].key)))
    return found


def changes(old: Sequence[Claim], new: Sequence[Claim], version: Version | None = None) -> list[Step]:
    """What claims of an earlier version give otherwise in a later one, which `version` tells of."""
    return [step for pair in counterparts(old, new) for step in _steps(*pair, version)]


def _steps(old: Claim, new: Claim, version: Version | None) -> Iterator[Step]:
    for key, q, now in _quantities(old, new):
        yield Step("count", key, _number(old, q), _number(new, now), version)
    a, b = old.date, new.date
    if a and b and a.in_words and b.in_words and a.expr != b.expr and (a.start, a.end) != (b.start, b.end):
        yield Step("date", "", date_value(old, a), date_value(new, b), version)
    if len(old.times) == len(new.times) == 1 and old.times[0].value != new.times[0].value:
        yield Step("time", "", _time(old), _time(new), version)
    if old.text == new.text:
        return
    if old.place and new.place and old.place != new.place:
        yield Step("place", "", whole(old, old.place, old.place), whole(new, new.place, new.place), version)
    if old.modality != new.modality:
        yield Step("status", "", _stage(old), _stage(new), version)
    for was, person in _people(old, new):
        yield Step("name", "", _name(old, was), _name(new, person), version)


def _quantities(old: Claim, new: Claim) -> Iterator[tuple[str, Quantity, Quantity]]:
    """Numbers of the same thing that are others now, each with what it counts."""
    for key in dict.fromkeys(_counted(q) for q in old.quantities):
        was = [q for q in old.quantities if _counted(q) == key]
        now = [q for q in new.quantities if _counted(q) == key]
        if len(was) == len(now):
            differing = [(a, b) for a, b in zip(was, now, strict=True) if say_quantity(a) != say_quantity(b)]
            yield from ((key, a, b) for a, b in differing)


def _counted(quantity: Quantity) -> str:
    parts = (quantity.counted or quantity.unit, quantity.qualifier, quantity.side)
    return ":".join(part for part in parts if part)


def _people(old: Claim, new: Claim) -> Iterator[tuple[Mention, Mention]]:
    """The one person who is named in another one's stead."""
    was, now = ({m.canonical: m for m in c.mentions if m.kind == "person"} for c in (old, new))
    gone, come = was.keys() - now.keys(), now.keys() - was.keys()
    if len(gone) == len(come) == 1:
        yield was[gone.pop()], now[come.pop()]


def _name(claim: Claim, one: Mention) -> AttributeValue:
    name = one.canonical
    return AttributeValue(claim.id, claim.source, name, name, name, name, one.text, one.start, one.end)


def _number(claim: Claim, quantity: Quantity) -> AttributeValue:
    return stated_number(claim, quantity, say_quantity(quantity))


def _stage(claim: Claim) -> AttributeValue:
    return whole(claim, claim.modality, SAID[claim.modality])


def _time(claim: Claim) -> AttributeValue:
    time, value = claim.times[0], claim.times[0].value
    return AttributeValue(claim.id, claim.source, value, value, value, value, time.expr, time.start, time.end)


def _chains(steps: Iterable[Step]) -> list[list[Step]]:
    """Steps that go on from one another, and those that change the same elsewhere in the text."""
    chains: list[list[Step]] = []
    for step in steps:
        for chain in chains:
            last = chain[-1]
            if (last.attribute, last.key) != (step.attribute, step.key):
                continue
            goes_on = any(_place(one.new) == _place(step.old) for one in chain)
            if goes_on or any(_labels(one) == _labels(step) for one in chain):
                chain.append(step)
                break
        else:
            chains.append([step])
    return chains


def _place(value: AttributeValue) -> tuple[str, int]:
    return value.claim, value.start


def _labels(step: Step) -> tuple[str, str]:
    return step.old.label, step.new.label


def _discrepancy(seen: EventView, article: str, chain: Sequence[Step], earlier: int) -> Discrepancy:
    first = chain[0]
    values = list({_place(value): value for step in chain for value in (step.old, step.new)}.values())
    silent = any(not (step.version and step.version.marked) for step in chain)
    phrase = words.CHANGED_SILENTLY if silent else words.CHANGED_MARKED
    certain = all(step.version and step.version.certain for step in chain)
    found = discrepancy(
        seen,
        first.attribute,
        version_key(first.key, article, earlier),
        "superseded",
        values,
        phrase(steps=" → ".join(_told(chain))),
        suggestion=chain[-1].new.label,
        rule=words.LATEST_VERSION() if certain else words.LAST_IMPORTED(),
    )
    if silent and first.attribute in _WEIGHTY:
        return replace(found, severity="medium", severity_why=severities.SILENT())
    return found


def _told(chain: Sequence[Step]) -> list[str]:
    """What the versions gave one after the other, a value that came back as often as it did."""
    labels, seen = [chain[0].old.label], 0
    for step in chain:
        number = step.version.number if step.version else 0
        if number > seen and step.new.label != labels[-1]:
            labels.append(step.new.label)
        seen = number
    return labels
