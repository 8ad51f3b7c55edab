"""Names of an event's sources that one slip of a letter tells apart: a misspelling, or somebody else."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from workbench.claims.names_spelling import resemble, shared_keys
from workbench.discrepancies.view import EventView, discrepancy, say
from workbench.models import AttributeValue, Claim, Discrepancy, Mention

_KINDS = ("person", "organisation", "place")
Written = dict[str, dict[str, tuple[Claim, Mention]]]


def detect_names(seen: EventView) -> list[Discrepancy]:
    """Resembling names, where neither source has both: who writes both means two."""
    written = _written(seen)
    by_key: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in sorted(written):
        for key in shared_keys(name):
            by_key[key].append(name)
    pairs = {pair for names in by_key.values() for pair in combinations(names, 2)}
    found = []
    for a, b in sorted(pairs):
        apart = not (written[a].keys() & written[b].keys())
        if apart and _kinds(written[a]) & _kinds(written[b]) and resemble(a, b):
            values = [_value(*one) for name in (a, b) for one in written[name].values()]
            why = f"Sources write {say([v.label for v in values])}: one name misspelt, or two names."
            found.append(discrepancy(seen, "name", a, "tension", values, why))
    return found


def _written(seen: EventView) -> Written:
    """Each name to the first claim and mention of every source that has it."""
    written: Written = {}
    for claim in seen.claims:
        for mention in claim.mentions:
            if mention.kind in _KINDS:
                written.setdefault(mention.canonical, {}).setdefault(claim.source, (claim, mention))
    return written


def _kinds(told: dict[str, tuple[Claim, Mention]]) -> set[str]:
    return {mention.kind for _, mention in told.values()}


def _value(claim: Claim, mention: Mention) -> AttributeValue:
    name = mention.canonical
    return AttributeValue(
        claim.id, claim.source, name, name, name, name, mention.text, mention.start, mention.end
    )
