"""Which year is meant by a date that names none, or only its distance ("last year in May")."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from workbench.claims.calendar_readings import NEAR_FEAST, Between, Dated
from workbench.claims.dates_context import DateContext, Tense
from workbench.claims.dates_intervals import exists, interval_of, other_weekday, precision_of
from workbench.claims.dates_spans import Interval
from workbench.languages.schema.calendar import Calendar
from workbench.models import Basis, DateSpan, Precision

Resolved = tuple[Interval, Precision, Basis]
WITHIN_MONTH = ("day", "range", "week", "part_of_month", "month")
SOON = 31
_THESE_DAYS = 10
_LONG_AGO = 300
_FAR_AHEAD = 270
"""Days beyond which a plan without a year is one that was made for the last such day."""
_SEASON = 20
"""Days around a feast in which "the feast" is that one."""
HALF_YEAR = 6
_SAME_STORY = 550
"""Days within which a yearless date continues the year of the date told before it."""


class YearResolver:
    """Dates of one stretch in order; later ones may lean on earlier ones."""

    def __init__(self, context: DateContext, calendar: Calendar) -> None:
        self.context = context
        self.calendar = calendar
        self.reference = context.reference
        self.last: DateSpan | None = None
        self.beside: DateSpan | None = None
        self.tense: Tense | None = None
        self.certain = True

    def interval(self, whole: Dated | Between, year: int) -> Interval:
        """The interval that begins in that year."""
        return interval_of(whole, year, self.calendar.announced)

    def dated(self, spec: Dated, whole: Dated | Between, *, listed: bool = False) -> Resolved | None:
        """Resolves `whole`; `spec` is itself, or the first end of a range."""
        if spec.feast == NEAR_FEAST:
            return self._near_feast(spec)
        precision: Precision = precision_of(spec) if whole is spec else "range"
        if spec.year is not None:
            return self.interval(whole, spec.year), precision, "inherited" if spec.shared else "absolute"
        reference = self.reference
        if spec.year_shift is not None:
            if reference is None:
                return None
            return self.interval(whole, reference.year + spec.year_shift), precision, "relative"
        if listed and self.last is not None and spec.shift is None:
            year = self.last.end.year + (self.last.end.month - (spec.month or 12) >= HALF_YEAR)
            return self.interval(whole, year), precision, self.last.basis
        told = self._year_told(spec, whole)
        if told is not None:
            return told, precision, "inherited"
        if reference is None:
            return None
        return self._nearest(spec, whole, reference), precision, "year_from_publication"

    def _near_feast(self, spec: Dated) -> Resolved | None:
        """A day of the feast of these weeks; None out of its season."""
        rules = {rule for rule in self.calendar.holidays.values() if rule.startswith("hijri")}
        if self.reference is None:
            return None
        for rule in sorted(rules):
            for year in (self.reference.year, self.reference.year - 1, self.reference.year + 1):
                span = self.interval(replace(spec, feast=rule), year)
                if abs((span[0] - self.reference).days) <= _SEASON:
                    return span, "day", "relative"
        return None

    def _year_told(self, spec: Dated, whole: Dated | Between) -> Interval | None:
        """The interval in the year of the date told before, where the story simply goes on."""
        before = self.last or self.context.previous
        if before is None or before.basis not in ("absolute", "inherited") or spec.shift is not None:
            return None
        one_year = before.start.year == before.end.year and exists(spec, before.start.year)
        if before.precision not in WITHIN_MONTH or not one_year:
            return None
        told = self.interval(whole, before.start.year)
        if other_weekday(spec, told[0]) is not None:
            return None
        if self.reference is None:
            return told
        if told[0] < before.start - timedelta(days=SOON):
            return None
        if self.tense == "future" or told[0] > self.reference + timedelta(days=SOON):
            return None
        return told if abs((told[0] - self.reference).days) <= _SAME_STORY else None

    def _candidates(self, spec: Dated, whole: Dated | Between, reference: date) -> list[Interval]:
        """The interval in each year around; with a weekday only where that fits, if it does.

        A day of these very days is meant whatever weekday stands beside it: then that is wrong.
        """
        reach = 8 if spec.month == 2 and spec.day == 29 else 1
        years = range(reference.year - reach, reference.year + reach + 1)
        found = [self.interval(whole, year) for year in years if exists(spec, year)]
        near = any(abs((span[0] - reference).days) <= _THESE_DAYS for span in found)
        if spec.weekday is None or spec.nth is not None or (near and spec.shift is None):
            return found
        fitting = [span for span in found if other_weekday(spec, span[0]) is None]
        if self.certain and spec.shift is None:
            ahead = self.tense == "future"
            fitting = [span for span in fitting if (span[0] > reference) == ahead]
        return fitting or found

    def _nearest(self, spec: Dated, whole: Dated | Between, reference: date) -> Interval:
        candidates = self._candidates(spec, whole, reference)
        if spec.shift == 0:
            return next((span for span in candidates if span[0].year == reference.year), candidates[0])
        if spec.shift is not None:
            if spec.shift > 0:
                return next((span for span in candidates if span[0] > reference), candidates[-1])
            return next((span for span in reversed(candidates) if span[1] < reference), candidates[0])
        past = next((span for span in reversed(candidates) if span[0] <= reference), None)
        future = next((span for span in candidates if span[1] >= reference), None)
        if past is None or future is None:
            return past or future or candidates[0]
        return future if self._looks_ahead(spec, past, future, reference) else past

    def _looks_ahead(self, spec: Dated, past: Interval, future: Interval, reference: date) -> bool:
        ahead, behind = (future[0] - reference).days, (reference - past[1]).days
        if spec.weekday is not None and spec.nth is None:
            return ahead < behind  # the weekday fits once in five or six years: it outweighs the verb
        if self.tense == "future":
            return ahead <= _FAR_AHEAD or spec.feast is not None
        if self.tense == "past" and self.certain:
            return False
        return (spec.day or spec.feast) is not None and ahead <= SOON and behind > _LONG_AGO
