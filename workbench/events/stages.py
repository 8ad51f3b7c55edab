"""Stages and their whole: a three-day exchange and its days, a visit and its meetings, seven calls and each.

Whether an event is a stage of another follows from the two alone, so that what the base holds besides
them does not matter. A whole always stands above its stages: it is of a type at which theirs takes place,
counts them, or goes on for more days. No event can therefore come to be a stage of its own stage.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.claims.names import places_agree
from workbench.events.features import families
from workbench.events.making import say_days
from workbench.events.outlines import Days, Outline, regions, stage_rules
from workbench.phrases import likeness as reasons

Query = tuple[str, ...]
_WHOLE = "whole"
_DAYS_A_WEEK = 7
_COUNTING = 10
"""Rank of what counts several events: above each of them."""
_CONTACT = "contact"
"""The family of events of which people count how many there were."""
_COMPANY = 2
"""Parties in common that make two events one matter."""


@dataclass(frozen=True, slots=True)
class Membership:
    """That an event is a stage of the one with the id `whole`, and why, for a reader."""

    whole: str
    reason: str


def asks(stage: Outline) -> set[Query]:
    """The queries that find every event of which this one may be a stage."""
    if stage.days is None or stage.counts is not None or not _may_be_stage(stage.event.event_type):
        return set()
    names = stage.people | stage.states | stage.sources
    return set(_queries(stage, _with_places(stage, names), stage.days))


def offers(whole: Outline) -> set[Query]:
    """The queries by which an event is found that may be made of stages."""
    held = _reach(whole)
    if held is None:
        return set()
    if whole.counts is not None:
        # Whom it names must all be named by each of its stages: one of them is enough to be found by.
        company = _company(whole)
        return set(_queries(whole, sorted(company)[:1], held))
    return set(_queries(whole, _with_places(whole, whole.people | whole.states | whole.sources), held))


def membership(stage: Outline, wholes: Iterable[Outline]) -> Membership | None:
    """Of which of these events the first is a stage: of the closest, where several hold it."""
    found = [(whole, reason) for whole in wholes if (reason := part_of(stage, whole)) is not None]
    if not found:
        return None
    whole, reason = min(found, key=lambda one: _distance(stage, one[0]))
    return Membership(whole.event.id, reason)


def part_of(stage: Outline, whole: Outline) -> str | None:
    """Why the one event is a stage of the other, in words; None where it is not."""
    if stage.days is None or stage.counts is not None or stage.event.id == whole.event.id:
        return None
    if not stands_above(whole, stage):
        return None
    return (
        _one_of_several(stage, whole)
        or _at_an_occasion(stage, whole)
        or _follows(stage, whole)
        or _part_of_course(stage, whole)
    )


def _one_of_several(stage: Outline, whole: Outline) -> str | None:
    """ "Seven calls this year": each call of the same people in that year."""
    if whole.counts is None or whole.course is None or stage.event.event_type != whole.event.event_type:
        return None
    company = _company(whole)
    if not company or not company <= stage.people | stage.states:
        return None
    if not _inside(stage.days, whole.course) or not _places_meet(stage, whole):
        return None
    return reasons.ONE_COUNTED(number=str(whole.counts), day=say_days(*whole.course))


def _company(whole: Outline) -> frozenset[str]:
    """The people or else the states that met so many times; empty where they are not known."""
    return next((named for named in (whole.people, whole.states) if len(named) >= _COMPANY), frozenset())


def _at_an_occasion(stage: Outline, whole: Outline) -> str | None:
    """A meeting during a visit, an agreement at a round of talks."""
    kinds = stage_rules().occasions.get(stage.event.event_type, ())
    if whole.event.event_type not in kinds or whole.counts is not None or whole.days is None:
        return None
    said = whole.event.event_type in stage.within
    slack = timedelta(stage_rules().slack if whole.event.event_type == "visit" else 0)
    first, last = whole.course or whole.days
    if not _inside(stage.days, (first, last + slack)) or not _places_meet(stage, whole):
        return None
    if not (_met_there(stage, whole) or (said and _acquainted(stage, whole))):
        return None
    occasion, days = _say(whole.event.event_type), say_days(first, last)
    if whole.event.place:
        return reasons.TOOK_PLACE_IN(event_type=occasion, place=whole.event.place, day=days)
    return reasons.TOOK_PLACE_AT(event_type=occasion, day=days)


def _met_there(stage: Outline, whole: Outline) -> bool:
    """True where those of the occasion are those of the stage, at one place."""
    placed = bool(stage.event.place and whole.event.place)
    told_together = bool(stage.sources & whole.sources)
    common = len(stage.people & whole.people) + len(stage.states & whole.states)
    if whole.event.event_type == "visit":
        # Whoever came is named wherever the visit is told; a host receives others on the same day.
        company = placed or (common >= _COMPANY and told_together)
        return company and bool(whole.foremost & stage.people)
    return common >= _COMPANY and (placed or told_together)


def _follows(stage: Outline, whole: Outline) -> str | None:
    """An aftershock and its earthquake."""
    after = stage_rules().after.get(stage.event.event_type)
    if after is None or after.whole != whole.event.event_type or whole.days is None or stage.days is None:
        return None
    late = (stage.days[0] - whole.days[0]).days
    weaker = stage.size is None or whole.size is None or stage.size < whole.size
    if not (0 <= late <= after.days and weaker and _places_meet(stage, whole)):
        return None
    if not (stage.sources & whole.sources or regions(stage.event) & regions(whole.event)):
        return None
    cause = _say(whole.event.event_type)
    if late > 1:
        return reasons.CAME_LATER(number=str(late), event_type=cause)
    return (reasons.CAME_NEXT_DAY if late else reasons.CAME_SAME_DAY)(event_type=cause)


def _part_of_course(stage: Outline, whole: Outline) -> str | None:
    """A day of what went on for several."""
    kind = whole.event.event_type
    if kind not in stage_rules().courses or kind != stage.event.event_type or whole.course is None:
        return None
    if whole.counts is not None or whole.lasting is None or stage.days is None:
        return None
    if (
        not _inside(stage.days, whole.course)
        or not _places_meet(stage, whole)
        or not _acquainted(stage, whole)
    ):
        return None
    smaller = stage.size is not None and whole.size is not None and stage.size < whole.size
    if kind in stage_rules().sized and stage.size is not None and whole.size is not None and not smaller:
        return None
    if not (stage.stage or smaller):
        return None
    days = str(whole.lasting)
    if stage.stage:
        return reasons.STAGE_OF_COURSE(stage=stage.stage, number=days)
    return reasons.SIZE_OF_COURSE(part=f"{stage.size:g}", whole=f"{whole.size:g}", number=days)


def _acquainted(stage: Outline, whole: Outline) -> bool:
    """True where both are of one matter: by whom they name, or by who tells of both."""
    return bool(stage.people & whole.people or stage.states & whole.states or stage.sources & whole.sources)


def _places_meet(stage: Outline, whole: Outline) -> bool:
    """True unless both places are known and neither lies in the other."""
    a, b = stage.event.place, whole.event.place
    return a is None or b is None or places_agree(a, b)


def _inside(days: Days | None, course: Days) -> bool:
    return days is not None and course[0] <= days[0] and days[1] <= course[1]


def stands_above(whole: Outline, stage: Outline) -> bool:
    """True where the one stands strictly higher: what rules out that two are each other's stages."""
    return _height(whole) > _height(stage)


def _height(one: Outline) -> tuple[int, int, float]:
    rank = _COUNTING if one.counts is not None else stage_rules().rank.get(one.event.event_type, 1)
    return rank, one.lasting or 1, one.size or 0.0


def _distance(stage: Outline, whole: Outline) -> tuple[int, float, int, int, int, str]:
    """How far a whole is from its stage; of several reports of one exchange the one that tells the most."""
    first, last = whole.course or whole.days or (date.min, date.max)
    since = abs((stage.days[0] - first).days) if stage.days else 0
    alike = stage.event.event_type == whole.event.event_type
    names = (stage.people & whole.people, stage.states & whole.states, stage.sources & whole.sources)
    size = -(whole.size or 0.0) if alike else 0.0
    return _height(whole)[0], size, (last - first).days, since, -sum(map(len, names)), whole.event.id


def _reach(whole: Outline) -> Days | None:
    """The days on which its stages may have been, or None where it can have none."""
    kind = whole.event.event_type
    if whole.course is not None and (whole.counts is not None or kind in stage_rules().courses):
        return whole.course
    if whole.counts is not None or whole.days is None:
        return None
    if any(kind in kinds for kinds in stage_rules().occasions.values()):
        first, last = whole.course or whole.days
        return first, last + timedelta(stage_rules().slack)
    late = max((after.days for after in stage_rules().after.values() if after.whole == kind), default=None)
    return None if late is None else (whole.days[0], whole.days[0] + timedelta(late))


def _queries(one: Outline, names: Iterable[str], days: Days) -> Iterator[Query]:
    weeks = range(days[0].toordinal() // _DAYS_A_WEEK, days[1].toordinal() // _DAYS_A_WEEK + 1)
    for name in names:
        for week in weeks:
            yield _WHOLE, _kin(one.event.event_type), name, str(week)


def _with_places(one: Outline, names: frozenset[str]) -> frozenset[str]:
    """The names by which it is found: of what strikes a region also where that is."""
    kind, after = one.event.event_type, stage_rules().after
    strikes = kind in after or any(rule.whole == kind for rule in after.values())
    return names | regions(one.event) if strikes else names


def _may_be_stage(event_type: str) -> bool:
    rules = stage_rules()
    counted = families().get(event_type) == _CONTACT
    return (
        counted or event_type in rules.courses or event_type in rules.occasions or event_type in rules.after
    )


def _kin(event_type: str) -> str:
    """The family of what an event of that type may be a stage of."""
    rules = stage_rules()
    kinds = rules.occasions.get(event_type, ())
    whole = kinds[0] if kinds else rules.after[event_type].whole if event_type in rules.after else event_type
    return families().get(whole, whole)


def _say(event_type: str) -> str:
    return event_type.replace("_", " ")
