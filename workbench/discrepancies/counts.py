"""Counts, amounts, percentages, measures and durations of one event.

Rules 1, 2 and 5 of the design: only like is compared with like (same counted noun, same side, same
scope), numbers are intervals, and a toll told later replaces one told earlier.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from workbench.discrepancies.difference import Difference, Stated
from workbench.discrepancies.intervals import compare
from workbench.discrepancies.rules import rules
from workbench.discrepancies.tolls import toll
from workbench.discrepancies.view import EventView, discrepancy, say
from workbench.folding import fold
from workbench.models import (
    EACH_SIDE,
    AttributeValue,
    Discrepancy,
    Quantity,
    Verdict,
)

_SHARED_WORDS = 2
"""The counted noun and one word more: what was done, or to whom."""


def detect_counts(seen: EventView) -> list[Discrepancy]:
    """Discrepancies between numbers of the same thing, one for each thing counted."""
    found: list[Discrepancy] = []
    for key, group in sorted(_groups(seen).items()):
        for verdict_family in (("conflict", "tension"), ("superseded",)):
            differences = [d for d in _differences(seen, group) if d.verdict in verdict_family]
            if differences:
                found.append(_discrepancy(seen, key, differences))
    return found


def _groups(seen: EventView) -> dict[str, list[Stated]]:
    groups: dict[str, list[Stated]] = defaultdict(list)
    for claim in seen.claims:
        for quantity in claim.quantities:
            nameless = quantity.unit == "number" and quantity.counted is None
            if nameless or quantity.unit in rules().series_units or quantity.scope == "running_total":
                continue
            groups[_key(seen, quantity)].append(Stated(claim, quantity, seen.told(claim)))
    return {key: _without_headings(group) for key, group in groups.items()}


def _without_headings(group: Sequence[Stated]) -> list[Stated]:
    """A heading rounds what its text states: it counts only where the text says nothing."""
    in_text = {s.claim.source for s in group if not s.claim.heading}
    return [s for s in group if not s.claim.heading or s.claim.source not in in_text]


def _key(seen: EventView, quantity: Quantity) -> str:
    """What is counted, with what narrows it; a part is never compared with the whole."""
    name = quantity.counted or quantity.unit
    if seen.event.event_type in rules().exchanges and name in rules().exchanged:
        name = "prisoner_of_war"
    parts = [name]
    if quantity.unit not in ("person", name):
        parts.append(quantity.unit)
    if quantity.qualifier:
        parts.append(quantity.qualifier)
    if quantity.part:
        parts.append("part")
    return ":".join(parts)


def _differences(seen: EventView, group: Sequence[Stated]) -> list[Difference]:
    found = []
    for a, b in combinations(group, 2):
        difference = _difference(seen, a, b, group)
        if difference is not None:
            found.append(difference)
    return found


def _difference(seen: EventView, a: Stated, b: Stated, group: Sequence[Stated]) -> Difference | None:
    sides = _sides(seen, a.quantity, b.quantity)
    if sides is None:
        return None
    relation = compare(a.quantity, b.quantity)
    if relation == "agree":
        if sides == "open" and a.label != b.label:
            return Difference(a, b, "tension", "one says for each side, the other leaves it open")
        return None
    if (_one_breath(a, b) and sides != "open") or _only_hoped(a, b) or _of_other_things(seen, a, b):
        return None
    if _adds_up(a, b, group):
        return None
    if sides == "open":
        return Difference(a, b, "conflict", "the one for each side does not make the other in total")
    if _plan_and_deed(a, b) or _plan_and_deed(b, a):
        return Difference(a, b, "superseded", "one is what was planned, the other what came of it")
    name = a.quantity.counted or a.quantity.unit
    if name in rules().measures:
        if a.claim.speaker and b.claim.speaker and a.claim.speaker != b.claim.speaker:
            return Difference(a, b, "tension", f"{a.claim.speaker} and {b.claim.speaker} measure differently")
        return Difference(a, b, relation, "one measure cannot have both values")
    if name in rules().tolls or name in rules().falling:
        return toll(a, b, relation)
    return Difference(a, b, relation, "both count the same thing")


def _plan_and_deed(plan: Stated, deed: Stated) -> bool:
    """True where `plan` was told as a plan on an earlier day than `deed`."""
    planned = plan.claim.modality == "planned" and deed.claim.modality != "planned"
    return planned and plan.told[:10] < deed.told[:10]


def _only_hoped(a: Stated, b: Stated) -> bool:
    """True where one figure is an expectation or a proposal and the other what came of it."""
    hoped = {"expected", "proposed"}
    return (a.claim.modality in hoped) != (b.claim.modality in hoped)


def _of_other_things(seen: EventView, a: Stated, b: Stated) -> bool:
    """True where a plain noun is all that two clauses share ("40 deputies left", "310 deputies voted").

    Tolls, measures, money and what an exchange hands over say themselves what befell those counted.
    """
    quantity = a.quantity
    name = quantity.counted or quantity.unit
    if quantity.counted is None and (_several(a) or _several(b)):
        return True
    telling = name in rules().tolls or name in rules().falling or name in rules().measures
    if telling or quantity.unit not in ("person", name) or seen.event.event_type in rules().exchanges:
        return False
    one_sentence = a.claim.context_start == b.claim.context_start and a.claim.source == b.claim.source
    if quantity.qualifier or one_sentence or not _one_language(seen, a, b):
        return False
    return len(_content(a) & _content(b)) < _SHARED_WORDS


def _several(stated: Stated) -> bool:
    """True where the clause measures several things in one unit ("2 ton gıda ve 1 ton ilaç")."""
    alike = [q for q in stated.claim.quantities if q.unit == stated.quantity.unit and q.counted is None]
    return len({q.value for q in alike}) > 1


def _one_language(seen: EventView, a: Stated, b: Stated) -> bool:
    sources = seen.world.sources
    return sources[a.claim.source].language == sources[b.claim.source].language


def _content(stated: Stated) -> set[str]:
    """The clause's lemmas without its names."""
    return set(stated.claim.lemmas) - {fold(m.canonical) for m in stated.claim.mentions}


def _one_breath(a: Stated, b: Stated) -> bool:
    """True where one speaker's one sentence has both: it counts two things, it does not contradict itself."""
    same = (a.claim.source, a.claim.context_start, a.claim.speaker)
    return same == (b.claim.source, b.claim.context_start, b.claim.speaker)


def _sides(seen: EventView, a: Quantity, b: Quantity) -> str | None:
    """ "same" where two numbers count the same side, "open" where one leaves the side open, else None."""
    if a.side == b.side:
        if a.total != b.total and a.side is None and seen.event.event_type in rules().exchanges:
            return "same"
        return "same"
    if seen.event.event_type not in rules().exchanges:
        return "same" if None in (a.side, b.side) else None
    if EACH_SIDE in (a.side, b.side):
        other = b if a.side == EACH_SIDE else a
        return "open" if other.side is None else "same"
    return None


def _adds_up(a: Stated, b: Stated, group: Sequence[Stated]) -> bool:
    """True where the larger is the smaller plus another number of the same source (rule 6)."""
    low, high = sorted((a.quantity.value, b.quantity.value))
    rest = high - low
    sources = {a.claim.source, b.claim.source}
    return rest > 0 and any(
        s.quantity.value == rest and s.claim.source in sources and s not in (a, b) for s in group
    )


def _discrepancy(seen: EventView, key: str, differences: Sequence[Difference]) -> Discrepancy:
    stated = dict.fromkeys(s for d in differences for s in (d.a, d.b))
    values = [_value(s) for s in sorted(stated, key=lambda s: (s.told, s.claim.source, s.quantity.start))]
    verdict: Verdict = min((d.verdict for d in differences), key=("conflict", "tension", "superseded").index)
    labels = say([v.label for v in values])
    worst = next(d for d in differences if d.verdict == verdict)
    name = key.split(":")[0].replace("_", " ")
    latest = max(stated, key=lambda s: (s.told, s.quantity.value))
    superseded = verdict == "superseded"
    return discrepancy(
        seen,
        "count",
        key,
        verdict,
        values,
        f"Sources give {labels} for {name}: {worst.why}.",
        suggestion=latest.label if superseded else None,
        rule="the figure told last" if superseded else None,
    )


def _value(stated: Stated) -> AttributeValue:
    quantity = stated.quantity
    return AttributeValue(
        stated.claim.id,
        stated.claim.source,
        quantity.value,
        quantity.low,
        quantity.high,
        stated.label,
        quantity.expr,
        quantity.start,
        quantity.end,
    )
