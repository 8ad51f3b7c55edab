"""Why two claims cannot be of one event, however alike their words.

Rule 8 of the design: different ordinals of one series, or exact dates far apart, keep claims in
different events. Each reason is told to a reader in words.
"""

from __future__ import annotations

from collections.abc import Collection

from workbench.events.features import Features
from workbench.events.flow import STAGED, is_stage
from workbench.events.parties import parties_apart
from workbench.events.spans import REPORT_DAYS, days_apart, length
from workbench.events.story import MUCH_SHARED, common, weight
from workbench.events.weights import weights
from workbench.models import AHEAD
from workbench.phrases import likeness as reasons

COURSE = 180
"""Days after which what runs for weeks has begun anew."""
DEALT = frozenset({"deal", "economy"})
_COMMON = 2
"""Numbers up to this are too common to tell one event from another."""
_TOLERANCE = {"visit": 2, "summit": 1, "talks": 1, "prisoner_exchange": 0}


def cannot_link(a: Features, b: Features) -> str | None:
    """Why two claims cannot be one event, or None."""
    for series in a.ordinals.keys() & b.ordinals.keys() if a.ordinals and b.ordinals else ():
        if a.ordinals[series] != b.ordinals[series]:
            one, other = str(a.ordinals[series]), str(b.ordinals[series])
            return reasons.OTHER_OF_SERIES(noun=series, number=one, other=other)
    if a.plural != b.plural and not (a.topic or b.topic):
        return reasons.COUNTS_SEVERAL()
    if a.kinds and b.kinds and not a.kinds & b.kinds:
        return reasons.OTHER_KIND(one=" and ".join(sorted(a.kinds)), other=" and ".join(sorted(b.kinds)))
    if _sums_up(a, b) or _sums_up(b, a):
        return reasons.TOTAL_OF_SEVERAL()
    if _stage_of(a, b) or _stage_of(b, a):
        return reasons.STAGE_BY_NUMBER()
    if _follows_from(a, b) or _follows_from(b, a):
        return reasons.DETAINED_FOR_IT()
    if _overtaken(a, b) or _overtaken(b, a):
        return reasons.EXPECTED_AFTER()
    return _days_exclude(a, b) or parties_apart(a, b)


def _stage_of(a: Features, b: Features) -> bool:
    """True where nothing but its number says which stage `a` is, and `b` does not have that number."""
    return is_stage(a, b) and not a.sizes & b.sizes


def _days_exclude(a: Features, b: Features) -> str | None:
    """Why the days of two claims exclude one event: those in words, or when reports of it appeared."""
    if a.date is None or b.date is None or a.planned_date != b.planned_date:
        return None
    if a.date.start == b.date.start and a.date.end == b.date.end:
        return None
    apart = days_apart(a.date, b.date)
    if {a.event_type, b.event_type} <= weights().courses:
        staged_alike = (a.modality in AHEAD) == (b.modality in AHEAD)
        return _between(apart) if apart > (COURSE if staged_alike else 1) else None
    if a.dated and b.dated:
        if _figures_of_periods(a, b) and (a.date.start, a.date.end) != (b.date.start, b.date.end):
            return reasons.TWO_PERIODS()
        slack = allowed(a, b) if max(length(a.date), length(b.date)) <= REPORT_DAYS else 0
        return _between(apart) if apart > slack else None
    if a.family == b.family and a.family in weights().one_off and apart > REPORT_DAYS:
        return reasons.TOLD_APART(number=str(apart))
    return None


def _between(days: int) -> str:
    return reasons.DAYS_BETWEEN(number=str(days))


def _figures_of_periods(a: Features, b: Features) -> bool:
    """True where both give economic figures for a stretch of time (a month's exports, a quarter's)."""
    return all(
        x.family == "economy" and x.counts and x.date is not None and length(x.date) > 1 for x in (a, b)
    )


def _sums_up(total: Features, one: Features) -> bool:
    """True where one gives what all exchanges so far came to, and the other speaks of that of a day."""
    staged = total.family == one.family and total.family in STAGED
    return staged and total.running and not (one.running or one.continues) and one.dated


def _follows_from(after: Features, cause: Features) -> bool:
    """True for the detentions after a disaster: nobody was detained at it, as at a rally."""
    return after.family == "crime" and after.topic is not None and cause.family in weights().disasters


def _overtaken(plan: Features, deed: Features) -> bool:
    """True where `plan` was told as still to come after `deed` had taken place."""
    if plan.modality not in ("planned", "expected") or deed.modality != "occurred" or plan.told is None:
        return False
    if plan.topic is not None:
        # "Yardım yapılacak": what is to come is not the flood that the text goes on about.
        return False
    return deed.dated and deed.date is not None and (plan.told - deed.date.end).days > 1


def allowed(a: Features, b: Features) -> int:
    """Days that may lie between two dates of one event: a plan may move, a visit may last."""
    if "planned" in (a.modality, b.modality) or "proposed" in (a.modality, b.modality):
        return 3
    one_off = a.family == b.family and a.family in weights().one_off - {"earthquake"}
    slack = int(one_off or _told_alike(a, b))
    return max(_TOLERANCE.get(a.event_type, 0), _TOLERANCE.get(b.event_type, 0), slack)


def _told_alike(a: Features, b: Features) -> bool:
    """True where two sources tell so much the same that a day between them is likelier a slip.

    The same number of the same thing, the same people meeting in the same place, or a deal and its
    terms in articles that name the same.
    """
    if a.source == b.source:
        return False
    if {a.family, b.family} <= DEALT and weight(common(a.story, b.story)) >= MUCH_SHARED:
        return True
    if a.event_type != b.event_type:
        return False
    if any(_telling(a.counts[name] & b.counts[name], name) for name in a.counts.keys() & b.counts.keys()):
        return True
    met = a.family == "contact" and a.place is not None and a.place == b.place
    return met and (len(a.people & b.people) > 1 or weight(common(a.story, b.story)) >= MUCH_SHARED)


def _telling(shared: Collection[float], name: str) -> bool:
    """True for numbers that an event is known by: no small ones, and none that merely last."""
    return name not in weights().time_units and any(value > _COMMON for value in shared)
