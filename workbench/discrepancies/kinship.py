"""What tells that claims of different events belong to one matter: kind, parties, place, day of telling."""

from __future__ import annotations

from functools import lru_cache

from workbench.claims.names import places_agree
from workbench.discrepancies.rules import rules
from workbench.events.features import states
from workbench.events.spans import length
from workbench.models import Claim, DateSpan, Modality

AHEAD: frozenset[Modality] = frozenset({"proposed", "expected", "planned", "agreed"})
"""How far a thing got that has not taken place."""

_NO_WORDS = frozenset({"publication", "heading"})


def alike(a: str, b: str) -> bool:
    """True where reports use two event types for one another ("toplantı", "müzakere")."""
    return a == b or {a, b} in rules().alike


def plan_of(a: str, b: str) -> bool:
    """True where a plan told as type `a` may be of what is told as type `b`: a proposal is of something."""
    about = a in rules().bringing_up and b in rules().brought_up
    return alike(a, b) or {a, b} in rules().planned_as or about


@lru_cache(maxsize=1 << 14)
def _behind(name: str) -> str:
    """The state that an office or delegation is of ("Ukrayna heyeti"), or the name itself."""
    words = name.split(" ")
    heads = (" ".join(words[:size]) for size in range(len(words) - 1, 0, -1))
    return next((head for head in heads if head in states()), name)


def parties(claim: Claim) -> frozenset[str]:
    """Who takes part and who speaks, an office or delegation as its state."""
    named = (*claim.participants, *([claim.speaker] if claim.speaker else []))
    return frozenset(map(_behind, named))


def may_be_one_place(a: str | None, b: str | None) -> bool:
    """True unless both name a place and neither lies in the other."""
    return a is None or b is None or places_agree(a, b)


def says_day(claim: Claim) -> DateSpan | None:
    """The claim's date where its own words give a day or a few, or None."""
    span = claim.date
    if span is None or span.basis in _NO_WORDS or span.precision not in ("day", "range") or length(span) > 7:
        return None
    own = span.basis != "inherited" or (claim.start <= span.expr_start < claim.end and span.expr)
    return span if own else None


def known_day(claim: Claim) -> DateSpan | None:
    """The claim's date where its words or the heading over it give a day or a few, or None."""
    heading = claim.date is not None and claim.date.basis == "heading"
    return claim.date if heading else says_day(claim)
