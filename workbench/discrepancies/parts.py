"""Parts that cannot be parts of their whole, as one article counts them (rule 6 of the design).

A part is no larger than its whole. Where a sentence names the rest ("1,680 in the capital and 630 in
other provinces") its parts are all there is, and shares that a sentence gives to each of several
owners make one whole, not more.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from workbench.discrepancies.difference import Stated, say_number
from workbench.discrepancies.intervals import Interval, meet, rounded
from workbench.discrepancies.slips import number_slip
from workbench.discrepancies.view import EventView, discrepancy, say, stated_number
from workbench.languages.loader import LANGUAGES, load
from workbench.models import Claim, Discrepancy, Quantity
from workbench.phrases import differences as words
from workbench.phrases.values import OF_THEM

_EVERYTHING = 100.0
_TOO_MUCH = 1.3
"""Shares that make more than this many wholes are shares of different things."""
_LISTED = 3
"""The fewest shares that are known as those of one whole."""


def detect_parts(seen: EventView) -> list[Discrepancy]:
    """Parts larger than their whole, parts that are all there is and do not make it, shares of too much."""
    return [*_larger(seen), *_all_there_is(seen), *_too_many_shares(seen), *_odd_shares(seen)]


def _larger(seen: EventView) -> Iterator[Discrepancy]:
    """A part that is more than all of the same that its article counts before it."""
    for part, before in _with_wholes(seen):
        whole = max(before, key=lambda one: one.quantity.value)
        larger = all(
            q.high is not None and q.high < part.quantity.value for q in (w.quantity for w in before)
        )
        if larger and not _another_between(before[-1], part):
            numbers = [say_number(one.quantity.value) for one in (part, whole)]
            said = words.NOT_A_PART(part=numbers[0], whole=numbers[1])
            yield _shown(seen, "part", (whole, part), said)


def _another_between(whole: Stated, part: Stated) -> bool:
    """True where the clause has one more number between the two, which nobody knows what it counts."""
    if whole.claim.id != part.claim.id:
        return False
    first, last = (at - whole.claim.start for at in (whole.quantity.end, part.quantity.start))
    return any(letter.isdigit() for letter in whole.claim.text[first:last])


def _all_there_is(seen: EventView) -> Iterator[Discrepancy]:
    """Parts of one sentence that names the rest, against the whole that was counted before them."""
    by_sentence: dict[tuple[str, int], list[tuple[Stated, Stated]]] = {}
    for part, before in _with_wholes(seen):
        if _names_the_rest(seen, part.claim):
            place = (part.claim.source, part.claim.context_start)
            by_sentence.setdefault(place, []).append((part, before[-1]))
    for pairs in by_sentence.values():
        parts, whole = [part for part, _ in pairs], pairs[0][1]
        made, stated = sum(part.quantity.value for part in parts), whole.quantity.value
        exact = all(one.quantity.modifier == "exactly" for one in (*parts, whole))
        if len(parts) > 1 and exact and not meet(rounded(stated), Interval(made, made)):
            terms = " + ".join(say_number(part.quantity.value) for part in parts)
            said = words.REST_NAMED(terms=terms, number=say_number(made), stated=say_number(stated))
            yield _shown(seen, "rest", (whole, *parts), said)


def _with_wholes(seen: EventView) -> Iterator[tuple[Stated, list[Stated]]]:
    """Each number that its words call a part, with those of the same that its article counts before it."""
    for source in dict.fromkeys(claim.source for claim in seen.claims):
        wholes: dict[tuple[str | None, str], list[Stated]] = defaultdict(list)
        for claim, quantity in _in_order(seen, source):
            kind = (quantity.counted, quantity.unit)
            one = Stated(claim, quantity, seen.told(claim))
            if not quantity.part:
                wholes[kind].append(one)
            elif wholes[kind]:
                yield one, wholes[kind]


def _in_order(seen: EventView, source: str) -> list[tuple[Claim, Quantity]]:
    """The numbers of an article's body in the order of its text, each once."""
    found = {
        (quantity.start, quantity.end): (claim, quantity)
        for claim in seen.claims
        if claim.source == source and not claim.heading
        for quantity in claim.quantities
    }
    return [found[place] for place in sorted(found)]


def _names_the_rest(seen: EventView, claim: Claim) -> bool:
    return _rest(seen.world.sources[claim.source].language).search(claim.text.lower()) is not None


def _too_many_shares(seen: EventView) -> Iterator[Discrepancy]:
    """Shares that one clause gives to each of several owners and that make more than the whole."""
    for claim in seen.claims:
        shares = _shares(seen, claim)
        made = sum(one.quantity.value for one in shares)
        if made - len(shares) / 2 > _EVERYTHING and made <= _EVERYTHING * _TOO_MUCH:
            terms = " + ".join(say_number(one.quantity.value) for one in shares)
            said = words.TOO_MUCH(terms=terms, number=say_number(made))
            yield _shown(seen, "shares", shares, said)


def _odd_shares(seen: EventView) -> Iterator[Discrepancy]:
    """Two sources that divide one whole alike but for one share."""
    listed = [shares for claim in seen.claims if (shares := _shares(seen, claim))]
    for ours, theirs in combinations(listed, 2):
        a, b = (Counter(one.quantity.value for one in shares) for shares in (ours, theirs))
        apart = ours[0].claim.source != theirs[0].claim.source and len(ours) == len(theirs)
        if apart and sum((a - b).values()) == 1:
            odd = (_share(ours, a - b), _share(theirs, b - a))
            labels = say([one.label for one in odd])
            yield _shown(seen, "share", odd, words.ODD_SHARE(labels=labels))


def _share(shares: Sequence[Stated], of: Counter[float]) -> Stated:
    return next(one for one in shares if one.quantity.value in of)


def _shares(seen: EventView, claim: Claim) -> list[Stated]:
    """The percentages of a clause that divides something among owners, where there are several."""
    told = seen.told(claim)
    found = [
        Stated(claim, q, told)
        for q in claim.quantities
        if q.unit == "percent" and q.counted is None and q.modifier == "exactly"
    ]
    divides = _dividing(seen.world.sources[claim.source].language).search(claim.text.lower())
    return found if len(found) >= _LISTED and divides else []


@cache
def _rest(code: str) -> re.Pattern[str]:
    return re.compile(load(code).nouns.rest if code in LANGUAGES else "(?!)")


@cache
def _dividing(code: str) -> re.Pattern[str]:
    return re.compile(load(code).nouns.dividing if code in LANGUAGES else "(?!)")


def _shown(seen: EventView, what: str, stated: Sequence[Stated], why: str) -> Discrepancy:
    first, last = stated[0].quantity, stated[-1].quantity
    slip = number_slip(first.value, last.value) if len(stated) == 2 else None
    values = [stated_number(one.claim, one.quantity, _label(one)) for one in stated]
    return discrepancy(
        seen,
        "total",
        f"{first.counted or first.unit}:{what}:{first.start}",
        "conflict",
        values,
        slip.told_with(why) if slip else why,
        slip=slip.slip if slip else None,
    )


def _label(one: Stated) -> str:
    return OF_THEM(value=one.label) if one.quantity.part else one.label
