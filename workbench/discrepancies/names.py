"""Names of an event's sources that one slip of a letter tells apart: a misspelling, or somebody else."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from workbench.claims.names_spelling import resemble, same_name, shared_keys
from workbench.discrepancies.view import EventView, discrepancy, say
from workbench.models import AttributeValue, Claim, Discrepancy, Mention
from workbench.phrases import differences as words

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
        kinds = _kinds(written[a]) & _kinds(written[b])
        if apart and kinds and resemble(a, b) and not _transliterated(seen, a, b, written):
            values = [_value(*one) for name in (a, b) for one in written[name].values()]
            why = words.SOURCES_WRITE(names=say([v.label for v in values]))
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


def _transliterated(seen: EventView, a: str, b: str, written: Written) -> bool:
    """True where two languages write one name after its sound, each in its own way."""
    languages = [{seen.world.sources[source].language for source in written[name]} for name in (a, b)]
    return not languages[0] & languages[1] and same_name(a, b)


def _kinds(told: dict[str, tuple[Claim, Mention]]) -> set[str]:
    return {mention.kind for _, mention in told.values()}


def _value(claim: Claim, mention: Mention) -> AttributeValue:
    name = mention.canonical
    return AttributeValue(
        claim.id, claim.source, name, name, name, name, mention.text, mention.start, mention.end
    )
