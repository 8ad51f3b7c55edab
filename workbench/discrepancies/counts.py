"""Counts, amounts, percentages, measures and durations of one event.

Rules 1, 2, 4 and 5 of the design: only like is compared with like (same counted noun or a broader one,
same side, same scope), numbers are intervals, and a toll told later replaces one told earlier.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations, product

from workbench.discrepancies.comparing import broader_difference, difference, slipped
from workbench.discrepancies.difference import Difference, Stated
from workbench.discrepancies.nouns import broader, durations, lasted, meant, owned
from workbench.discrepancies.outliers import families
from workbench.discrepancies.rules import rules
from workbench.discrepancies.slips import side_slip, unit_slip
from workbench.discrepancies.tolls import remainder
from workbench.discrepancies.units import base_unit, in_base
from workbench.discrepancies.view import EventView, discrepancy, say, stated_number
from workbench.events.weights import weights
from workbench.languages.loader import load
from workbench.models import Claim, Discrepancy, Quantity, Verdict
from workbench.phrases import differences as words

_ROUND = 10
"""Below this a number is too common for the same one with another unit to be a slip."""
Groups = Mapping[str, Sequence[Stated]]


def detect_counts(seen: EventView) -> list[Discrepancy]:
    """Discrepancies between numbers of the same thing, one for each thing counted."""
    groups = _groups(seen)
    differences: dict[str, list[Difference]] = defaultdict(list)
    for key, group in groups.items():
        found = (difference(seen, a, b, group) for a, b in combinations(group, 2))
        differences[key] += _sides_changed([slipped(one) for one in found if one is not None], group)
    for key, one in (*_under_wider_nouns(seen, groups), *_left(groups), *_in_wrong_units(groups)):
        differences[key].append(one)
    return [
        _discrepancy(seen, key, family)
        for key in sorted(differences)
        for family in families(differences[key])
    ]


def _groups(seen: EventView) -> dict[str, list[Stated]]:
    groups: dict[str, list[Stated]] = defaultdict(list)
    for claim in seen.claims:
        for quantity in claim.quantities:
            if _compared(seen, claim, quantity):
                groups[_key(seen, claim, quantity)].append(Stated(claim, quantity, seen.counted(claim)))
    return {key: _without_headings(group) for key, group in groups.items()}


def _compared(seen: EventView, claim: Claim, quantity: Quantity) -> bool:
    """True for a number that says what it counts; the length of a delay is no length of the event."""
    nameless = quantity.unit == "number" and quantity.counted is None
    if nameless or quantity.unit in rules().series_units:
        return False
    if quantity.counted is None and quantity.unit in durations():
        code = seen.world.sources[claim.source].language
        return not _moving(code).search(lasted(code).sub("", claim.text.lower()))
    return True


@cache
def _moving(language: str) -> re.Pattern[str]:
    """Verbs that put an event off, by as much as a duration beside them says."""
    return re.compile(rf"(?<![\w'])(?:{load(language).calendar.tense.moves})(?![\w'])")


def _without_headings(group: Sequence[Stated]) -> list[Stated]:
    """A heading rounds what its text states: it counts only where the text says nothing."""
    in_text = {s.claim.source for s in group if not s.claim.heading}
    return [s for s in group if not s.claim.heading or s.claim.source not in in_text]


def _key(seen: EventView, claim: Claim, quantity: Quantity) -> str:
    """What is counted, with what narrows it; a part is never compared with the whole."""
    parts = [meant(seen, quantity)]
    if quantity.unit not in ("person", quantity.counted or quantity.unit):
        parts.append(base_unit(quantity.unit))
    if narrowed := quantity.qualifier or _owner(claim, quantity):
        parts.append(rules().same_fate.get(parts[0], {}).get(narrowed, narrowed))
    if parts[0] in rules().of_a_period and claim.date:
        parts.append(f"{claim.date.start} to {claim.date.end}")
    if parts[0] in rules().measures and _of_subsidiary(seen, claim):
        parts.append("subsidiary")
    if quantity.scope == "running_total" and not _so_far(seen, parts[0]):
        stated = claim.date is not None and claim.date.basis not in ("publication", "inherited")
        parts.append(f"since {claim.date.start}" if claim.date and stated else "running_total")
    if quantity.part:
        parts.append("part")
    return ":".join(parts)


def _so_far(seen: EventView, noun: str) -> bool:
    """True where a total so far is the event's own count: the victims of what strikes once or runs on."""
    return seen.event.event_type in rules().natural and noun in rules().tolls


def _of_subsidiary(seen: EventView, claim: Claim) -> bool:
    """True where the clause measures what only followed ("12 aftershocks, the strongest of 4.6")."""
    counted = {claim.event_type, *(q.counted for q in claim.quantities)}
    return seen.event.event_type not in weights().subsidiary and bool(counted & weights().subsidiary)


def _owner(claim: Claim, quantity: Quantity) -> str | None:
    """The last name of the only person in a clause that counts somebody's votes."""
    persons = {m.canonical for m in claim.mentions if m.kind == "person"}
    if quantity.total or len(persons) != 1 or quantity.counted not in owned():
        return None
    return persons.pop().split()[-1]


def _under_wider_nouns(seen: EventView, groups: Groups) -> Iterator[tuple[str, Difference]]:
    """Numbers of one noun against another source's numbers of a noun that holds it."""
    for narrow, wide in product(sorted(groups), repeat=2):
        if narrow.split(":")[1:] != wide.split(":")[1:]:
            continue
        if not broader(narrow.split(":")[0], wide.split(":")[0]) or narrow.split(":")[0] in rules().tolls:
            continue
        for a, b in product(groups[narrow], groups[wide]):
            found = broader_difference(seen, a, b)
            if found is not None:
                yield narrow, found


def _left(groups: Groups) -> Iterator[tuple[str, Difference]]:
    """Those who are left against all of them, as another source counts them."""
    for left, whole in sorted(rules().left_of.items()):
        for a, b in product(groups.get(left, ()), groups.get(whole, ())):
            found = remainder(a, b)
            if found is not None:
                yield left, slipped(found)


def _in_wrong_units(groups: Groups) -> Iterator[tuple[str, Difference]]:
    """The same number with another unit of one dimension, where two sources measure the same with it."""
    for (key, group), (_, others) in combinations(sorted(groups.items()), 2):
        for a, b in product(group, others):
            slip = unit_slip(a.quantity, b.quantity)
            if slip is None or a.claim.source == b.claim.source or not _measure_one_thing(a, b):
                continue
            yield key, Difference(a, b, "conflict", words.TWO_UNITS(), slip)


def _measure_one_thing(a: Stated, b: Stated) -> bool:
    x, y = a.quantity, b.quantity
    alike = (x.counted, x.qualifier, x.side, x.part) == (y.counted, y.qualifier, y.side, y.part)
    return alike and (x.counted is not None or x.value >= _ROUND)


def _sides_changed(found: list[Difference], group: Sequence[Stated]) -> list[Difference]:
    """The differences, those marked in which two sources give each other's number to a side."""
    by_source: dict[str, dict[str, float]] = defaultdict(dict)
    for stated in group:
        if stated.quantity.side:
            by_source[stated.claim.source][stated.quantity.side] = stated.quantity.value
    marked = []
    for one in found:
        slip = side_slip(by_source[one.a.claim.source], by_source[one.b.claim.source])
        marked.append(replace(one, slip=slip) if slip and one.a.quantity.side else one)
    return marked


def _discrepancy(seen: EventView, key: str, differences: Sequence[Difference]) -> Discrepancy:
    stated = dict.fromkeys(s for d in differences for s in (d.a, d.b))
    ordered = sorted(stated, key=lambda s: (s.told, s.claim.source, s.quantity.start))
    verdict: Verdict = min((d.verdict for d in differences), key=("conflict", "tension", "superseded").index)
    worst = next((d for d in differences if d.verdict == verdict and d.slip), None)
    worst = worst or next(d for d in differences if d.verdict == verdict)
    name = key.split(":")[0].replace("_", " ")
    latest = max(stated, key=lambda s: (s.told, s.quantity.value))
    superseded = verdict == "superseded"
    why = words.SOURCES_GIVE(labels=say([s.label for s in ordered]), noun=name, cause=worst.why)
    return discrepancy(
        seen,
        "count",
        key,
        verdict,
        [stated_number(s.claim, s.quantity, s.label) for s in ordered],
        worst.slip.told_with(why) if worst.slip else why,
        suggestion=latest.label if superseded else None,
        rule=words.TOLD_LAST() if superseded else None,
        slip=worst.slip.slip if worst.slip else None,
        gap=_unit_gap(differences),
    )


def _unit_gap(found: Sequence[Difference]) -> float | None:
    """The largest gap where units differ: numbers do not show it. Without a fixed rate, as far as can be."""
    pairs = [(d.a.quantity, d.b.quantity) for d in found if d.a.quantity.unit != d.b.quantity.unit]
    if not pairs:
        return None
    return max(_share(a.value * in_base(a.unit), b.value * in_base(b.unit)) for a, b in pairs)


def _share(a: float, b: float) -> float:
    low, high = sorted((abs(a), abs(b)))
    return 1 - low / high if low != high else 1.0
