"""Sums (rule 6 of the design): parts against their whole, in one article or over the stages of an event.

What adds up stays quiet. Parts that make more than their whole cannot hold; parts that make less are
shown where together they are all there is: men and women, or rescued, dead and missing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from workbench.discrepancies.difference import say_number, say_quantity
from workbench.discrepancies.intervals import Interval, meet, rounded
from workbench.discrepancies.nouns import meant
from workbench.discrepancies.rules import Partition, rules
from workbench.discrepancies.slips import number_slip
from workbench.discrepancies.view import EventView, discrepancy, stated_number
from workbench.events.outlines import outline
from workbench.models import EACH_SIDE, Claim, Discrepancy, Event, Quantity, Verdict
from workbench.phrases import differences as words

_NEAR = 0.7
"""Parts that make less of the whole than this, or the whole less of them, belong to something else."""
_REACH = 2
"""Sentences behind the whole in which its parts may stand."""
_EVERYTHING = 100.0
_ROUNDED = 0.5
"""By how many percentage points a share may have been rounded."""


@dataclass(frozen=True, slots=True)
class _Term:
    """A number that goes into a sum, and what the reader is told it counts."""

    claim: Claim
    quantity: Quantity
    noun: str
    sentence: int = 0

    @property
    def label(self) -> str:
        """ "11 released"."""
        return f"{say_quantity(self.quantity)} {self.noun}".strip().replace("_", " ")


def detect_sums(seen: EventView) -> list[Discrepancy]:
    """Totals that their parts do not make."""
    return [*_sides(seen), *_partitions(seen), *_shares(seen), *_stages(seen)]


def _sides(seen: EventView) -> Iterator[Discrepancy]:
    """A total of both sides against the sides that the same source counts."""
    for claims in _by_source(seen):
        stated = [(c, q) for c in claims for q in c.quantities if q.modifier == "exactly" and not q.part]
        for claim, total in stated:
            if not total.total or total.side is not None:
                continue
            parts = [_Term(c, q, "") for c, q in stated if _is_side_of(q, total)]
            sides = {part.quantity.side for part in parts}
            if len(parts) == len(sides) >= 2 and _made(parts) != total.value:
                yield _shown(seen, _Term(claim, total, ""), parts, "conflict")


def _is_side_of(quantity: Quantity, total: Quantity) -> bool:
    return quantity.side not in (None, EACH_SIDE) and quantity.unit == total.unit


def _by_source(seen: EventView) -> Iterator[list[Claim]]:
    """The claims of each source in order of place, headings left out where they would say it twice."""
    for source in dict.fromkeys(c.source for c in seen.claims):
        claims = [c for c in seen.claims if c.source == source]
        body = [c for c in claims if not c.heading] or claims
        yield sorted(body, key=lambda c: (c.start, c.end))


def _partitions(seen: EventView) -> Iterator[Discrepancy]:
    """People counted whole and then by what divides them, in a stretch of one article."""
    for claims in _by_source(seen):
        terms = list(_people(claims))
        for partition in rules().partitions:
            for whole in terms:
                parts = _parts_of(whole, terms, partition)
                verdict = _verdict(whole, parts, partition)
                if verdict and not _together(whole, terms, parts, partition):
                    yield _shown(seen, whole, parts, verdict)
                    break


def _people(claims: Sequence[Claim]) -> Iterator[_Term]:
    sentences = {start: at for at, start in enumerate(sorted({c.context_start for c in claims}))}
    for claim in claims:
        for quantity in claim.quantities:
            if quantity.modifier == "exactly" and quantity.scope == "event" and quantity.side is None:
                noun = quantity.counted or ""
                if quantity.unit == "person" or noun == "body":
                    yield _Term(claim, quantity, noun, sentences[claim.context_start])


def _parts_of(whole: _Term, terms: Sequence[_Term], partition: Partition) -> list[_Term]:
    """One term for each part that is counted once behind the whole, or none where one is counted twice."""
    toll = whole.noun in rules().tolls
    if _kind(whole, partition) or whole.quantity.part or (toll and not partition.of_tolls):
        return []
    near = [t for t in terms if 0 <= t.sentence - whole.sentence <= _REACH and t is not whole]
    parts = [t for t in near if _kind(t, partition) and t.quantity.value < whole.quantity.value]
    if len({_kind(t, partition) for t in parts}) != len(parts):
        return []
    return [_Term(t.claim, t.quantity, str(_kind(t, partition)), t.sentence) for t in parts]


def _together(whole: _Term, terms: Sequence[_Term], parts: Sequence[_Term], partition: Partition) -> bool:
    """True where the whole is counted in pieces of its own ("89 passengers and 7 crew")."""
    beside = [
        t.quantity.value
        for t in terms
        if t.sentence == whole.sentence and t is not whole and not t.quantity.part and not _kind(t, partition)
    ]
    return any(
        _made(parts) == whole.quantity.value + sum(some)
        for number in range(1, len(beside) + 1)
        for some in combinations(beside, number)
    )


def _kind(term: _Term, partition: Partition) -> str | None:
    """Which part of the partition a number counts, by its qualifier or its noun."""
    return next((name for name in (term.quantity.qualifier, term.noun) if name in partition.parts), None)


def _verdict(whole: _Term, parts: Sequence[_Term], partition: Partition) -> Verdict | None:
    """How the parts contradict the whole; None where they do not, or are not its parts."""
    if len(parts) < 2:
        return None
    made, stated = _made(parts), whole.quantity.value
    if made == stated or min(made, stated) < _NEAR * max(made, stated):
        return None
    if made > stated:
        return "conflict"
    return "tension" if set(partition.complete) <= {part.noun for part in parts} else None


def _shares(seen: EventView) -> Iterator[Discrepancy]:
    """Shares of one vote that one article gives to several, and that make more than all of it."""
    for claims in _by_source(seen):
        terms = {
            (quantity.counted, quantity.qualifier): _Term(claim, quantity, str(quantity.qualifier))
            for claim in claims
            for quantity in claim.quantities
            if quantity.unit == "percent" and quantity.counted in rules().shares and quantity.qualifier
        }
        for counted in dict.fromkeys(name for name, _ in terms):
            parts = [term for (name, _), term in terms.items() if name == counted]
            made = _made(parts)
            if len(parts) > 1 and made > _EVERYTHING + _ROUNDED * len(parts):
                yield _too_much(seen, str(counted), parts, made)


def _too_much(seen: EventView, counted: str, parts: Sequence[_Term], made: float) -> Discrepancy:
    terms = " + ".join(say_number(part.quantity.value) for part in parts)
    why = words.TOO_MUCH(terms=terms, number=say_number(made))
    values = [stated_number(part.claim, part.quantity, part.label) for part in parts]
    return discrepancy(seen, "total", counted, "conflict", values, why, gap=(made - _EVERYTHING) / made)


def _stages(seen: EventView) -> Iterator[Discrepancy]:
    """A stated size of the whole exchange against the sizes of its stages."""
    about = rules().about.get(seen.event.event_type)
    children = seen.world.children(seen.event) if about else ()
    if len(children) < 2:
        return
    by_stage: dict[str, list[Claim]] = defaultdict(list)
    for child in children:
        by_stage[_which(child)] += seen.world.claims_of(child)
    parts = [_size(by_stage[stage], seen) for stage in sorted(by_stage)]
    known = [part for part in parts if part is not None]
    days = outline(seen.event, seen.world.claims).lasting
    if len(known) < len(parts) or len(parts) < 2 or (days is not None and len(parts) != days):
        return
    made = _made(known)
    for whole in _sizes(seen.claims, seen):
        stated = whole.quantity.value
        if made != stated and min(made, stated) >= _NEAR * max(made, stated):
            round_whole = meet(rounded(stated), Interval(made, made))
            yield _shown(seen, whole, known, "tension" if round_whole else "conflict")
            return


def _which(stage: Event) -> str:
    """What tells one stage from another: its day, of which several events may tell; else itself."""
    return stage.date.start.isoformat() if stage.date else stage.id


def _size(claims: Sequence[Claim], seen: EventView) -> _Term | None:
    """The size most claims give a stage, the first told among equals."""
    sizes = _sizes(claims, seen)
    votes = Counter(term.quantity.value for term in sizes)
    return max(sizes, key=lambda term: votes[term.quantity.value], default=None)


def _sizes(claims: Sequence[Claim], seen: EventView) -> list[_Term]:
    about = rules().about[seen.event.event_type]
    return [
        _Term(claim, quantity, "")
        for claim in claims
        for quantity in claim.quantities
        if meant(seen, quantity) == about[0]
        and quantity.side in (None, EACH_SIDE)
        and quantity.modifier == "exactly"
        and quantity.scope == "event"
        and not (quantity.part or quantity.qualifier or quantity.total)
    ]


def _made(parts: Sequence[_Term]) -> float:
    return round(sum(part.quantity.value for part in parts), 6)


def _shown(seen: EventView, whole: _Term, parts: Sequence[_Term], verdict: Verdict) -> Discrepancy:
    made, stated = _made(parts), whole.quantity.value
    terms = " + ".join(say_number(part.quantity.value) for part in parts)
    why = words.TOTAL_NOT_MADE(terms=terms, number=say_number(made), stated=say_number(stated))
    slip = number_slip(made, stated)
    quantity = whole.quantity
    return discrepancy(
        seen,
        "total",
        f"{quantity.counted or quantity.unit}:{quantity.start}",
        verdict,
        [stated_number(term.claim, term.quantity, term.label) for term in (whole, *parts)],
        slip.told_with(why) if slip else why,
        slip=slip.slip if slip else None,
        gap=abs(made - stated) / max(made, stated),
    )
