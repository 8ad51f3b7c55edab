"""One quotation that sources give to different speakers: only one of them can have said it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from workbench.discrepancies.view import EventView, discrepancy, say
from workbench.discrepancies.wording import quotations, renderings, same_words
from workbench.events.features import behind
from workbench.models import AttributeValue, Claim, Discrepancy, MentionKind, Quote
from workbench.phrases import differences as words


def detect_speakers(seen: EventView) -> list[Discrepancy]:
    """Quotations with the same words and another speaker; an office and a person may be one voice."""
    kinds = _kinds(seen)
    spoken = [(c, q) for c, q in quotations(seen) if c.speaker is not None]
    found: dict[frozenset[str], dict[tuple[str, int], tuple[Claim, Quote]]] = {}
    for (a, quote_a), (b, quote_b) in combinations(spoken, 2):
        speakers = frozenset({str(a.speaker), str(b.speaker)})
        if len(speakers) < 2 or not _two_voices(a, b, kinds):
            continue
        if same_words(quote_a.text, quote_b.text) or renderings(quote_a.text, quote_b.text):
            held = {(a.id, quote_a.start): (a, quote_a), (b.id, quote_b.start): (b, quote_b)}
            found.setdefault(speakers, {}).update(held)
    return [_discrepancy(seen, list(held.values())) for held in found.values()]


def _kinds(seen: EventView) -> dict[str, MentionKind]:
    return {m.canonical: m.kind for claim in seen.claims for m in claim.mentions}


def _two_voices(a: Claim, b: Claim, kinds: Mapping[str, MentionKind]) -> bool:
    """True for two persons, or for bodies of two states: a spokesman may speak for his body."""
    one, other = str(a.speaker), str(b.speaker)
    if set(one.split()) & set(other.split()):
        return False
    named = kinds.get(one), kinds.get(other)
    if named == ("person", "person"):
        return True
    return None not in named and "person" not in named and behind(one) != behind(other)


def _discrepancy(seen: EventView, held: list[tuple[Claim, Quote]]) -> Discrepancy:
    values = [
        AttributeValue(c.id, c.source, c.speaker, c.speaker, c.speaker, c.speaker, q.text, q.start, q.end)
        for c, q in held
        if c.speaker is not None
    ]
    key = "-".join(sorted({value.label for value in values}))
    why = words.OTHER_SPEAKER(names=say([v.label for v in values]))
    return discrepancy(seen, "speaker", key, "conflict", values, why)
