"""A chart of one attribute: what each article gives, in the order of their days, on one scale."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workbench.records.agreement import Agreement
from workbench.records.backing import Bound
from workbench.records.dossier import ArticleInfo
from workbench.records.grid import Given
from workbench.records.page import scales
from workbench.records.page.briefs import Attribute, Brief
from workbench.records.page.scales import Scale
from workbench.records.said import said
from workbench.records.undisputed import NOT_COMPARED
from workbench.told import dates
from workbench.told.numbers import number

MOST = 60
"""Values that a chart shows; the others are counted."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What an article gives: from `start` to `end` in percent, a point where they are one.

    `open_start` and `open_end` say that nothing bounds it there.
    """

    article: ArticleInfo
    label: str
    agreement: Agreement
    start: float
    end: float
    open_start: bool
    open_end: bool

    @property
    def width(self) -> float:
        return round(self.end - self.start, 2)


@dataclass(frozen=True, slots=True)
class Chart:
    """`marks` are places on the axis with their text; `holds` is what holds, from where to where."""

    name: str
    bars: tuple[Bar, ...]
    left_out: int
    marks: tuple[tuple[float, str], ...]
    holds: tuple[float, float] | None


def charts(brief: Brief) -> tuple[Chart, ...]:
    """A chart for each attribute whose values have an order, and differ."""
    made = (_chart(brief, attribute) for attribute in brief.attributes)
    return tuple(one for one in made if one)


def _chart(brief: Brief, attribute: Attribute) -> Chart | None:
    if not attribute.row.discrepancies and attribute.row.holds.rule != NOT_COMPARED:
        return None
    given = [
        (column.source, one)
        for column in brief.columns
        for one in _each_once(attribute, column.source.id)
        if _ordinal(one.low) is not None or _ordinal(one.high) is not None
    ]
    if len({(one.low, one.high) for _article, one in given}) < 2:
        return None
    bounds = [bound for _article, one in given for bound in (one.low, one.high)]
    scale, in_days = _scale(bounds)
    if scale is None:
        return None
    bars = [_bar(article, one, scale, attribute) for article, one in given[:MOST]]
    marks = tuple((scale.at(mark), _mark(mark, in_days=in_days)) for mark in scale.marks)
    return Chart(attribute.name, tuple(bars), len(given) - len(bars), marks, _holds(attribute, scale))


def _each_once(attribute: Attribute, source: str) -> list[Given]:
    """One of those that read the same, the first in the text."""
    found: dict[tuple[str, Agreement], Given] = {}
    for one in attribute.given[source]:
        found.setdefault((said(one.label, attribute.row.attribute), one.agreement), one)
    return list(found.values())


def _ordinal(bound: Bound) -> float | None:
    """A number, or a day as one; None for what has no place on an axis."""
    if isinstance(bound, str):
        try:
            return float(date.fromisoformat(bound).toordinal())
        except ValueError:
            return None
    return bound


def _scale(bounds: list[Bound]) -> tuple[Scale | None, bool]:
    in_days = any(isinstance(bound, str) for bound in bounds)
    places = [place for bound in bounds if (place := _ordinal(bound)) is not None]
    if in_days and any(isinstance(bound, int | float) for bound in bounds):
        return None, in_days
    if in_days:
        return scales.days([date.fromordinal(int(place)) for place in places]), in_days
    return scales.numbers(places), in_days


def _bar(article: ArticleInfo, one: Given, scale: Scale, attribute: Attribute) -> Bar:
    low, high = _ordinal(one.low), _ordinal(one.high)
    start = scale.at(low) if low is not None else 0.0
    end = scale.at(high) if high is not None else 100.0
    words = said(one.label, attribute.row.attribute)
    return Bar(article, words, one.agreement, start, end, low is None, high is None)


def _mark(place: float, *, in_days: bool) -> str:
    if in_days:
        return dates.numeric(date.fromordinal(int(place)), year=False)
    return number(f"{place:.15g}")


def _holds(attribute: Attribute, scale: Scale) -> tuple[float, float] | None:
    """Where what holds stands, if anything does: a reviewer's range, else the best value."""
    one = attribute.row.holds
    best = _ordinal(one.best.partition("/")[0] if isinstance(one.best, str) else one.best)
    if one.decision:
        low, high = _ordinal(one.low), _ordinal(one.high)
        if low is not None and high is not None:
            return scale.at(low), round(scale.at(high) - scale.at(low), 2)
    return None if best is None else (scale.at(best), 0.0)
