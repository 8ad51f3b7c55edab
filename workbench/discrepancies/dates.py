"""Dates of one event (rule 3 of the design).

Only what the words or a dated heading say counts; the day of publication is no statement. A plan
that moved is superseded; a range against one of its days is a tension where the event takes a day.
"""

from __future__ import annotations

from functools import partial
from itertools import combinations

from workbench.claims.triggers import triggers
from workbench.discrepancies.kinship import alike, is_ahead, known_day, one_matter, says_day
from workbench.discrepancies.rules import rules
from workbench.discrepancies.view import EventView, discrepancy, say
from workbench.events.making import say_date
from workbench.events.spans import days_apart
from workbench.languages.loader import LANGUAGES, load
from workbench.models import AttributeValue, Claim, DateSpan, Discrepancy, Verdict
from workbench.phrases import differences as words


def detect_dates(seen: EventView) -> list[Discrepancy]:
    """The event's date as its claims give it, where they differ."""
    dated = [(c, c.date) for c in seen.claims if _states_date(c, seen)]
    pairs: dict[Verdict, list[tuple[Claim, Claim, str]]] = {}
    for (a, date_a), (b, date_b) in combinations(dated, 2):
        if date_a is None or date_b is None or not one_matter(a, b):
            continue
        differ = _differ(a, date_a, b, date_b, seen)
        if differ:
            pairs.setdefault(differ[0], []).append((a, b, differ[1]))
    return [_discrepancy(seen, verdict, found) for verdict, found in sorted(pairs.items())]


def _states_date(claim: Claim, seen: EventView) -> bool:
    goes_on = claim.continues and not is_ahead(claim)
    if known_day(claim) is None or (goes_on and says_day(claim) is None):
        return False
    if is_ahead(claim) and claim.event_type in rules().exchanges:
        # The day an exchange is agreed or announced is not the day it takes place.
        return False
    kind = seen.event.event_type
    brings_up = is_ahead(claim) and claim.event_type in rules().bringing_up
    return alike(claim.event_type, kind) or (brings_up and kind in rules().brought_up)


def _differ(
    a: Claim, date_a: DateSpan, b: Claim, date_b: DateSpan, seen: EventView
) -> tuple[Verdict, str] | None:
    if (date_a.start, date_a.end) == (date_b.start, date_b.end):
        return None
    kind = seen.event.event_type
    if days_apart(date_a, date_b) == 0:
        if kind in rules().single_day and a.modality == b.modality == "occurred":
            return "tension", words.SINGLE_DAY()
        return None
    if is_ahead(a) != is_ahead(b):
        return "superseded", words.PLAN_AND_DAY()
    if is_ahead(a):
        return "superseded", words.PLAN_MOVED()
    if kind in rules().lasting and days_apart(date_a, date_b) <= 2:
        met = [seen.world.once("met", claim.id, partial(_who_met, claim, seen)) for claim in (a, b)]
        both_met = len(met[0] & met[1]) > 1
        return ("tension", words.MET_ON_ONE_DAY()) if both_met else None
    in_steps = kind in rules().on_one_day and a.source == b.source
    if in_steps or kind not in rules().single_day | rules().exchanges | rules().on_one_day:
        # One article tells of a convoy's leaving and of its arriving.
        return None
    return "conflict", words.BOTH_DAYS()


def _who_met(claim: Claim, seen: EventView) -> frozenset[str]:
    """The people of whom the clause says that they met, whatever else it tells; empty where it does not."""
    code = seen.world.sources[claim.source].language
    if claim.modality != "occurred" or code not in LANGUAGES:
        return frozenset()
    language = load(code)
    lowered = language.lower(claim.text)
    said = triggers(lowered, 0, len(lowered), language)
    if not any(one.event_type in rules().met and one.scene is None for one in said):
        return frozenset()
    people = {m.canonical for m in claim.mentions if m.kind == "person"}
    return frozenset(people & set(claim.participants))


def _discrepancy(seen: EventView, verdict: Verdict, found: list[tuple[Claim, Claim, str]]) -> Discrepancy:
    claims = dict.fromkeys(c for a, b, _ in found for c in (a, b))
    values = [date_value(c, c.date) for c in claims if c.date is not None]
    held = [c for c in claims if not is_ahead(c)]
    suggestion = say_date(held[-1].date) if verdict == "superseded" and held and held[-1].date else None
    return discrepancy(
        seen,
        "date",
        "",
        verdict,
        values,
        words.SOURCES_DATE(days=say([v.label for v in values]), cause=found[0][2]),
        suggestion=suggestion,
        rule=words.TOOK_PLACE() if suggestion else None,
    )


def date_value(claim: Claim, date: DateSpan) -> AttributeValue:
    """The date that a claim gives, at the words that give it."""
    quote = date.expr or claim.text
    start, end = (date.expr_start, date.expr_end) if date.expr else (claim.start, claim.end)
    return AttributeValue(
        claim.id,
        claim.source,
        date.start.isoformat(),
        date.start.isoformat(),
        date.end.isoformat(),
        say_date(date),
        quote,
        start,
        end,
    )
