"""Figures that change while reports come in (rule 5 of the design).

A toll that rises, is corrected or replaces a first finding supersedes the earlier one; one that
falls does not. Reports of one day whose order is unknown may differ by what an hour brings.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.discrepancies.difference import Difference, Stated, gap
from workbench.discrepancies.rules import rules
from workbench.discrepancies.slips import number_slip
from workbench.discrepancies.view import is_former
from workbench.models import Verdict
from workbench.phrases import differences as words

_PART = 0.7
"""Beyond this gap the smaller of one article's figures is a part of the larger one."""
_LEFT = 0.3
"""Up to this gap those who are left are what time has left of all."""
_GROWTH = 0.15
"""By how much a toll may grow between two reports of one day and still be the same count."""


def toll(a: Stated, b: Stated, relation: Verdict, group: Sequence[Stated]) -> Difference | None:
    """How two differing figures of one toll stand to each other; `group` holds all figures of it.

    None where the smaller one is only a part of what its own article counts.
    """
    low, high = (a, b) if a.quantity.value <= b.quantity.value else (b, a)
    if a.claim.source == b.claim.source:
        if gap(a, b) > _PART and number_slip(a.quantity.value, b.quantity.value) is None:
            return None
        grows = low.quantity.counted == "aftershock" and not low.quantity.qualifier
        return Difference(a, b, "superseded" if grows else relation, words.IN_ONE_ARTICLE())
    order = told_in_order(low, high)
    if order != "before" and _is_part(low, high, group):
        return None
    if _says(low, "corrected") or _says(high, "corrected"):
        return Difference(a, b, "superseded", words.CORRECTED())
    if (_says(low, "preliminary") and order != "after") or (_says(high, "preliminary") and order != "before"):
        return Difference(a, b, "superseded", words.FIRST_FINDING())
    if (low.quantity.counted or low.quantity.unit) in rules().falling and order is not None:
        return Difference(a, b, "superseded", words.FEWER_SOUGHT())
    if order == "before" and low.told[:10] != high.told[:10]:
        return Difference(a, b, "superseded", words.REPLACES())
    if order == "after":
        return Difference(a, b, relation, words.LOWER_TOLD_LATER())
    return _same_day(a, b, low, high)


def remainder(left: Stated, all_of_them: Stated) -> Difference | None:
    """How a count of those who are left stands to another source's count of all ("25 injured", "23 treated").

    A few fewer, told later, are what time has left of them; two digits in another order are a slip.
    """
    a, b = left.quantity, all_of_them.quantity
    if left.claim.source == all_of_them.claim.source or a.side != b.side or a.part or b.part:
        return None
    fewer = a.value < b.value and gap(left, all_of_them) <= _LEFT
    if fewer and left.told[:10] > all_of_them.told[:10]:
        return Difference(all_of_them, left, "superseded", words.SOME_LEFT())
    slip = number_slip(a.value, b.value)
    if slip is not None and slip.slip == "digits" and a.modifier == b.modifier == "exactly":
        return Difference(left, all_of_them, "tension", words.ALL_OR_LEFT())
    return None


def _is_part(low: Stated, high: Stated, group: Sequence[Stated]) -> bool:
    """True where the article with the far smaller figure counts as many as the other one, too."""
    whole = (s.quantity.value for s in group if s.claim.source == low.claim.source and not is_former(s.claim))
    return gap(low, high) > _PART and max(whole, default=0) >= high.quantity.value * (1 - _GROWTH)


def _same_day(a: Stated, b: Stated, low: Stated, high: Stated) -> Difference:
    grown = high.quantity.value - low.quantity.value
    if grown <= 1 or gap(a, b) <= _GROWTH:
        return Difference(a, b, "superseded", words.GROWS_BY_THE_HOUR())
    return Difference(a, b, "tension", words.SAME_DAY_FAR_APART())


def told_in_order(a: Stated, b: Stated) -> str | None:
    """ "before" or "after" as `a` was told before or after `b`; None where the same day hides the order."""
    if a.told[:10] != b.told[:10]:
        return "before" if a.told < b.told else "after"
    if len(a.told) == len(b.told) > 10 and a.told != b.told:
        return "before" if a.told < b.told else "after"
    return None


def _says(stated: Stated, update: str) -> bool:
    return f"update={update}" in stated.claim.aspects
