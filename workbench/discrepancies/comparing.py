"""Two numbers of one event: whether they count the same, and how they stand to each other.

Rules 1, 2, 4 and 5 of the design. Numbers that count different things, that one sentence names side by
side, or that add up with a third are no difference at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.discrepancies.adding import adds_up, other_parts
from workbench.discrepancies.difference import Difference, Stated, gap
from workbench.discrepancies.intervals import compare
from workbench.discrepancies.kinship import alike
from workbench.discrepancies.nouns import broader, durations, lasted, meant
from workbench.discrepancies.rules import rules
from workbench.discrepancies.slips import number_slip, unit_slip
from workbench.discrepancies.tolls import toll
from workbench.discrepancies.units import in_base
from workbench.discrepancies.view import EventView, is_former
from workbench.events.spans import days_apart
from workbench.folding import fold
from workbench.languages.loader import LANGUAGES
from workbench.models import EACH_SIDE, Quantity
from workbench.phrases import differences as words

_SHARED_WORDS = 2
"""The counted noun and one word more: what was done, or to whom."""
_CONVERTED = 0.05
"""How far a number may be rounded when it is turned into another unit."""
_DIGITS = 3
"""Significant digits that two counts do not share by chance."""
_OTHERS = 0.5
"""Beyond this gap a plain noun counts others, where two languages have no words to tell by."""
_PART = 0.25
"""Beyond this gap a narrower count is a part of the broader one, not another account of it."""


def difference(seen: EventView, a: Stated, b: Stated, group: Sequence[Stated]) -> Difference | None:
    """How two numbers of one group differ, or None where they agree or say different things.

    `group` holds all numbers of the event that count the same.
    """
    sides = _sides(seen, a, b)
    if sides is None:
        return None
    relation = compare(*_in_one_unit(a.quantity, b.quantity))
    if relation == "agree":
        if sides == "open" and a.label != b.label:
            return Difference(a, b, "tension", words.EACH_OR_OPEN())
        return None
    if _told_of_other_days(a, b):
        return None
    if (_one_breath(a, b) and sides != "open") or _only_hoped(a, b) or _of_other_things(seen, a, b, group):
        return None
    if adds_up(seen, a, b, group) or other_parts(a, b, group):
        return None
    if sides == "open":
        return Difference(a, b, "conflict", words.EACH_MAKES_NO_TOTAL())
    if plan_and_deed(seen, a, b) or plan_and_deed(seen, b, a):
        return Difference(a, b, "superseded", words.PLANNED_AND_CAME())
    if a.claim.source == b.claim.source and is_former(a.claim) != is_former(b.claim):
        return Difference(a, b, "superseded", words.EARLIER_IN_ARTICLE())
    name = meant(seen, a.quantity)
    if name in rules().tolls or name in rules().falling or a.quantity.scope == "running_total":
        return toll(a, b, relation, group)
    if name in rules().measures or name in rules().estimates:
        voices = [_voices(one, group) for one in (a, b)]
        if all(voices) and not voices[0] & voices[1]:
            how = words.MEASURE_DIFFERENTLY if name in rules().measures else words.COUNT_DIFFERENTLY
            return Difference(a, b, "tension", how(one=min(voices[0]), other=min(voices[1])))
    if name in rules().measures:
        return Difference(a, b, relation, words.ONE_MEASURE())
    return Difference(a, b, relation, words.SAME_THING())


def broader_difference(seen: EventView, narrow: Stated, broad: Stated) -> Difference | None:
    """How a count stands to another source's count of a broader noun: a part is no contradiction.

    Both clauses must say the same of those counted; and only a number near the broader one, or above it,
    can be meant for it.
    """
    a, b = narrow.quantity, broad.quantity
    if narrow.claim.source == broad.claim.source or a.side != b.side or not broader(a.counted, b.counted):
        return None
    if not _one_language(seen, narrow, broad) or not (_content(narrow) & _content(broad)):
        return None
    if _only_hoped(narrow, broad) or plan_and_deed(seen, narrow, broad) or plan_and_deed(seen, broad, narrow):
        return None
    if compare(a, b) == "agree" or (a.value < b.value and gap(narrow, broad) > _PART):
        return None
    noun = str(b.counted).replace("_", " ")
    return Difference(narrow, broad, "tension", words.UNDER_WIDER_NOUN(noun=noun))


def plan_and_deed(seen: EventView, plan: Stated, deed: Stated) -> bool:
    """True where `plan` was told as a plan, before the event and on an earlier day than `deed`.

    What is told after the day of the event, in whatever tense, says what follows from it.
    """
    planned = plan.claim.modality == "planned" and deed.claim.modality != "planned"
    held = seen.event.date
    ahead = held is None or held.precision != "day" or plan.told[:10] < held.start.isoformat()
    return planned and ahead and plan.told[:10] < deed.told[:10]


def slipped(found: Difference) -> Difference:
    """The difference with the slip of writing that explains its two numbers, if one does.

    A toll that grows needs no slip: only a zero too many stands out in it.
    """
    if found.slip is not None or found.a.quantity.side != found.b.quantity.side:
        return found
    a, b = found.a.quantity, found.b.quantity
    slip = number_slip(a.value, b.value) if a.unit == b.unit else unit_slip(a, b)
    if slip is None or (found.verdict == "superseded" and slip.slip != "scale"):
        return found
    if found.verdict == "superseded" and _telling(a, b):
        return replace(found, slip=slip, verdict="tension", why=words.NO_GROWTH())
    return replace(found, slip=slip)


def _telling(a: Quantity, b: Quantity) -> bool:
    """True where both are given to the last digit: growth does not repeat 2,310 as 23,100."""
    return all(q.modifier == "exactly" and len(f"{q.value:.10g}".rstrip("0")) >= _DIGITS for q in (a, b))


def _in_one_unit(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity]:
    """Both as they stand, or turned into one unit and as rough as such a turn makes them."""
    if a.unit == b.unit:
        return a, b
    return _rough(a), _rough(b)


def _rough(quantity: Quantity) -> Quantity:
    size = in_base(quantity.unit)
    low, high = quantity.low, quantity.high
    return replace(
        quantity,
        value=quantity.value * size,
        low=None if low is None else low * size * (1 - _CONVERTED / 2),
        high=None if high is None else high * size * (1 + _CONVERTED / 2),
    )


def _voices(stated: Stated, group: Sequence[Stated]) -> set[str]:
    """Who gives the number: its speaker, or who is elsewhere named for the same one."""
    own = stated.claim.speaker
    if own:
        return {own}
    value = stated.quantity.value
    return {s.claim.speaker for s in group if s.quantity.value == value and s.claim.speaker}


def _only_hoped(a: Stated, b: Stated) -> bool:
    """True where one figure is an expectation or a proposal and the other what came of it."""
    if a.quantity.qualifier in rules().said_ahead:
        return False
    hoped = {"expected", "proposed"}
    return (a.claim.modality in hoped) != (b.claim.modality in hoped)


def _of_other_things(seen: EventView, a: Stated, b: Stated, group: Sequence[Stated]) -> bool:
    """True where a plain noun is all that two clauses share ("40 deputies left", "310 deputies voted").

    Tolls, measures, money and what an event of its type is about say themselves what befell those counted.
    """
    quantity = a.quantity
    name = quantity.counted or quantity.unit
    if quantity.counted is None and (_several(a) or _several(b)):
        return True
    if a.claim.source != b.claim.source and _lengths_of_one(seen, a, b):
        return False
    telling = name in rules().tolls or name in rules().falling or name in rules().measures
    about_it = seen.event.event_type in rules().exchanges or _all_used(seen, a, b, group)
    if telling or quantity.unit not in ("person", name) or about_it:
        return False
    one_sentence = a.claim.context_start == b.claim.context_start and a.claim.source == b.claim.source
    if quantity.qualifier or one_sentence:
        return False
    if not _one_language(seen, a, b):
        guessed = meant(seen, quantity) in rules().estimates
        return not guessed and gap(a, b) > _OTHERS and number_slip(quantity.value, b.quantity.value) is None
    return len(_content(a) & _content(b)) < _SHARED_WORDS


def _lengths_of_one(seen: EventView, a: Stated, b: Stated) -> bool:
    """True for two lengths of time with verbs that make them the event's own ("it lasted two hours")."""
    if a.quantity.counted is not None or a.quantity.unit not in durations():
        return False
    one_kind = alike(a.claim.event_type, b.claim.event_type) or a.claim.continues or b.claim.continues
    codes = [(one, seen.world.sources[one.claim.source].language) for one in (a, b)]
    return one_kind and all(
        code in LANGUAGES and lasted(code).search(one.claim.text.lower()) for one, code in codes
    )


def _all_used(seen: EventView, a: Stated, b: Stated, group: Sequence[Stated]) -> bool:
    """True where two sources each count all that an event was carried out with: the most that each counts."""
    if (
        a.quantity.counted not in rules().used_in.get(seen.event.event_type, ())
        or a.claim.source == b.claim.source
    ):
        return False
    return all(
        one.quantity.value == max(s.quantity.value for s in group if s.claim.source == one.claim.source)
        for one in (a, b)
    )


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


def _told_of_other_days(a: Stated, b: Stated) -> bool:
    """True where one article tells of both, each on a day of its own: it does not mean one number by them."""
    x, y = a.claim.date, b.claim.date
    return a.claim.source == b.claim.source and x is not None and y is not None and days_apart(x, y) > 1


def _one_breath(a: Stated, b: Stated) -> bool:
    """True where one speaker's one sentence has both: it counts two things, it does not contradict itself."""
    same = (a.claim.source, a.claim.context_start, a.claim.speaker)
    return same == (b.claim.source, b.claim.context_start, b.claim.speaker)


def _sides(seen: EventView, x: Stated, y: Stated) -> str | None:
    """ "same" where two numbers count the same side, "open" where one leaves the side open, else None.

    Of a war each party counts the other's losses: a side left open is no named one in another mouth.
    """
    a, b = x.quantity, y.quantity
    if a.side == b.side:
        return "same"
    if seen.event.event_type not in rules().exchanges:
        other_voice = x.claim.speaker and y.claim.speaker and x.claim.speaker != y.claim.speaker
        return "same" if None in (a.side, b.side) and not other_voice else None
    if EACH_SIDE in (a.side, b.side):
        other = b if a.side == EACH_SIDE else a
        return "open" if other.side is None else "same"
    return None
