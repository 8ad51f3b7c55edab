"""Figures that change while reports come in (rule 5 of the design).

A toll that rises, is corrected or replaces a first finding supersedes the earlier one; one that
falls does not. Reports of one day whose order is unknown may differ by what an hour brings.
"""

from __future__ import annotations

from workbench.discrepancies.difference import Difference, Stated, gap
from workbench.discrepancies.rules import rules
from workbench.models import Verdict

_GROWTH = 0.15
"""By how much a toll may grow between two reports of one day and still be the same count."""


def toll(a: Stated, b: Stated, relation: Verdict) -> Difference:
    """How two differing figures of one toll stand to each other."""
    low, high = (a, b) if a.quantity.value <= b.quantity.value else (b, a)
    if a.claim.source == b.claim.source:
        grows = low.quantity.counted == "aftershock" and not low.quantity.qualifier
        return Difference(a, b, "superseded" if grows else relation, "both stand in one article")
    if _says(low, "corrected") or _says(high, "corrected"):
        return Difference(a, b, "superseded", "the later figure corrects the earlier one")
    order = told_in_order(low, high)
    if (_says(low, "preliminary") and order != "after") or (_says(high, "preliminary") and order != "before"):
        return Difference(a, b, "superseded", "the earlier figure was a first finding")
    if (low.quantity.counted or low.quantity.unit) in rules().falling and order is not None:
        return Difference(a, b, "superseded", "told later, when fewer were still sought")
    if order == "before" and low.told[:10] != high.told[:10]:
        return Difference(a, b, "superseded", "told later, so it replaces the earlier figure")
    if order == "after":
        return Difference(a, b, relation, "the lower figure was told later")
    return _same_day(a, b, low, high)


def _same_day(a: Stated, b: Stated, low: Stated, high: Stated) -> Difference:
    grown = high.quantity.value - low.quantity.value
    if grown <= 1 or gap(a, b) <= _GROWTH:
        return Difference(a, b, "superseded", "told the same day, and such figures grow by the hour")
    return Difference(a, b, "tension", "told the same day, yet far apart")


def told_in_order(a: Stated, b: Stated) -> str | None:
    """ "before" or "after" as `a` was told before or after `b`; None where the same day hides the order."""
    if a.told[:10] != b.told[:10]:
        return "before" if a.told < b.told else "after"
    if len(a.told) == len(b.told) > 10 and a.told != b.told:
        return "before" if a.told < b.told else "after"
    return None


def _says(stated: Stated, update: str) -> bool:
    return f"update={update}" in stated.claim.aspects
