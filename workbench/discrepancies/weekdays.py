"""A weekday that stands beside a date and is not that day's: the source contradicts itself."""

from __future__ import annotations

from calendar import day_name
from dataclasses import replace
from datetime import date, timedelta

from workbench.discrepancies.view import EventView, discrepancy, say
from workbench.events.making import say_date
from workbench.models import AttributeValue, Claim, DateSpan, Discrepancy, Verdict
from workbench.phrases import differences as words

_NO_WORDS_OF_ITS_OWN = frozenset({"publication", "inherited"})


def detect_weekdays(seen: EventView) -> list[Discrepancy]:
    """A conflict where the words name the year; a tension where the year is only inferred."""
    named: dict[tuple[str, int], tuple[Claim, DateSpan]] = {}
    for claim in seen.claims:
        for span in (claim.date, *claim.dates):
            if span and span.weekday is not None and span.basis not in _NO_WORDS_OF_ITS_OWN:
                named.setdefault((claim.source, span.expr_start), (claim, span))
    if not named:
        return []
    stated = [named[place] for place in sorted(named)]
    certain = any(span.basis == "absolute" for _, span in stated)
    verdict: Verdict = "conflict" if certain else "tension"
    values = [value for claim, span in stated for value in _both(claim, span)]
    said = say([f"{say_date(_day(span))} and {day_name[span.weekday or 0]}" for _, span in stated])
    truth = say([_truth(span) for _, span in stated])
    return [
        discrepancy(
            seen,
            "date",
            "weekday",
            verdict,
            values,
            words.WRONG_WEEKDAY(given=said, truth=truth),
        )
    ]


def _truth(span: DateSpan) -> str:
    return words.IS_A_WEEKDAY(day=say_date(_day(span)), weekday=day_name[span.start.weekday()])


def _day(span: DateSpan) -> DateSpan:
    return replace(span, end=span.start, precision="day")


def _both(claim: Claim, span: DateSpan) -> tuple[AttributeValue, AttributeValue]:
    """The date as its number gives it, and the nearest day that its weekday gives."""
    weekday = span.weekday or 0
    ahead = (weekday - span.start.weekday()) % 7
    nearest = span.start + timedelta(days=ahead if ahead <= 3 else ahead - 7)
    said = _day(span)
    meant = replace(said, start=nearest, end=nearest)
    return (
        _value(claim, span, span.start, say_date(said)),
        _value(claim, span, nearest, f"{day_name[weekday]}, {say_date(meant)}"),
    )


def _value(claim: Claim, span: DateSpan, day: date, label: str) -> AttributeValue:
    iso = day.isoformat()
    return AttributeValue(
        claim.id, claim.source, iso, iso, iso, label, span.expr, span.expr_start, span.expr_end
    )
