"""What each source said when: claims by the day that they tell of, then by the day they were told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from workbench.models import AttributeValue, Claim, DateSpan, Event
from workbench.records.agreement import agreement_of
from workbench.tui.event.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Day:
    """The days that what follows tells of; None: of which day is not known."""

    span: tuple[date, date] | None


@dataclass(frozen=True, slots=True)
class Told:
    """A claim, and the day on which its source was published."""

    claim: Claim
    published: date | None


@dataclass(frozen=True, slots=True)
class Replaced:
    """A figure of the claim above that a later one has replaced."""

    claim: str
    label: str
    by: str
    source: str
    published: date | None


@dataclass(frozen=True, slots=True)
class StageLine:
    """A stage of the event, which has claims of its own."""

    event: Event


Moment = Day | Told | Replaced | StageLine


def build_timeline(dossier: Dossier) -> list[Moment]:
    """The lines of the timeline, days in order and what has none last."""
    replaced = _replaced(dossier)
    days: dict[tuple[date, date] | None, list[Moment]] = defaultdict(list)
    for claim in sorted(dossier.claims, key=lambda claim: _told(dossier, claim)):
        day = days[_span(claim.date)]
        day.append(Told(claim, _published(dossier, claim.source)))
        day += replaced.get(claim.id, [])
    for kin in dossier.stages:
        days[_span(kin.event.date)].append(StageLine(kin.event))
    return list(_lines(days))


def _lines(days: dict[tuple[date, date] | None, list[Moment]]) -> Iterator[Moment]:
    for span in sorted(days, key=lambda span: (span is None, span or (date.max, date.max))):
        yield Day(span)
        yield from days[span]


def _span(dated: DateSpan | None) -> tuple[date, date] | None:
    return (dated.start, dated.end) if dated else None


def _published(dossier: Dossier, source: str) -> date | None:
    row = dossier.sources.get(source)
    return row.published.best if row and row.published else None


def _told(dossier: Dossier, claim: Claim) -> tuple[date, str, int, str]:
    row = dossier.sources[claim.source]
    return (_published(dossier, claim.source) or date.max, row.file, claim.start, claim.id)


def _replaced(dossier: Dossier) -> dict[str, list[Replaced]]:
    """By claim, its figures that later ones have replaced, each with the one that holds now."""
    found: dict[str, list[Replaced]] = defaultdict(list)
    claims = {claim.id: claim for claim in dossier.claims}
    for one in dossier.discrepancies:
        decision = dossier.in_force.get(one.id)
        stands = {value: agreement_of(value, one, decision, dossier.sources, claims) for value in one.values}
        now = [value for value, agreement in stands.items() if agreement == "agrees"]
        for value, agreement in stands.items():
            if agreement == "superseded" and now:
                by = min(now, key=lambda late: _when(dossier, late))
                found[value.claim].append(
                    Replaced(value.claim, value.label, by.label, by.source, _published(dossier, by.source))
                )
    return found


def _when(dossier: Dossier, value: AttributeValue) -> tuple[date, str, int]:
    return (_published(dossier, value.source) or date.max, value.source, value.start)
