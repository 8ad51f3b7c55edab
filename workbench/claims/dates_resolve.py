"""Turns what the words say into intervals: which year, which week, counted from which day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from workbench.claims import dates_spans as spans
from workbench.claims.calendar_readings import (
    Anaphor,
    Between,
    Dated,
    DayWord,
    Distance,
    InMonth,
    Months,
    Period,
    Reading,
    Season,
    Spec,
    Weekday,
)
from workbench.claims.dates_context import Tense
from workbench.claims.dates_intervals import (
    falls_behind,
    other_weekday,
    precision_of,
    unit_precision,
    weekday_within,
    year_part_precision,
)
from workbench.claims.dates_spans import Interval
from workbench.claims.dates_years import SOON, WITHIN_MONTH, Resolved, YearResolver
from workbench.models import Basis, DateSpan


class Resolver(YearResolver):
    """Resolves the readings of one stretch in order."""

    def resolve(self, reading: Reading, local: Tense | None, beside: DateSpan | None) -> Resolved | None:
        """The interval, or None where nothing is known to count from.

        `local` is the tense of the nearest verb form; `beside` the date that stands directly
        before ("2 Mayıs'tan iki gün sonra").
        """
        self.tense, self.certain = local or self.context.tense, local is not None
        self.beside = beside
        return self._resolve(reading.spec, listed=reading.linked)

    def _resolve(self, spec: Spec, *, listed: bool = False) -> Resolved | None:
        if isinstance(spec, Dated):
            return self.dated(spec, spec, listed=listed)
        if isinstance(spec, Between):
            return self._between(spec, listed=listed)
        if isinstance(spec, Distance):
            return self._distance(spec)
        if isinstance(spec, Months):
            return self._months(spec)
        if isinstance(spec, Season):
            return self._season(spec)
        if isinstance(spec, Anaphor):
            return self._anaphor(spec)
        return self._near(spec, self.reference) if self.reference is not None else None

    def _near(self, spec: Weekday | Period | InMonth | DayWord, reference: date) -> Resolved | None:
        if isinstance(spec, Weekday):
            return self._weekday(spec, reference)
        if isinstance(spec, Period):
            return None if spec.planned and self.tense != "future" else self._period(spec, reference)
        if isinstance(spec, InMonth):
            return self._in_month(spec, reference)
        day = reference + relativedelta(years=spec.years, days=spec.offset)
        first = day - timedelta(days=spec.nights)
        return (first, day), "range" if spec.nights else "day", "relative"

    def _between(self, spec: Between, *, listed: bool = False) -> Resolved | None:
        first, last = spec.first, spec.last
        if isinstance(first, Dated) and isinstance(last, Dated) and spec.days is None:
            return self._between_dates(first, last, listed=listed)
        if isinstance(first, Weekday) and isinstance(last, Weekday) and self.reference is not None:
            begin = self._weekday(first, self.reference)[0][0]
            return (begin, begin + timedelta(days=(last.weekday - first.weekday) % 7)), "range", "relative"
        opened = self._resolve(first)
        if opened is None:
            return None
        (begin, _), _, basis = opened
        if spec.days is not None:
            return (begin, begin + timedelta(days=spec.days - 1)), "range", basis
        if self.reference is not None and begin >= self.reference:
            self.tense = "future"
        closed = self._resolve(last)
        if closed is None or closed[0][1] < begin:
            return None
        return (begin, closed[0][1]), "range", closed[2]

    def _between_dates(self, first: Dated, last: Dated, *, listed: bool) -> Resolved | None:
        later = falls_behind(first, last)
        if first.year is None and last.year is not None:
            first = replace(first, year=last.year - later, shared=last.shared)
        elif first.year_shift is None and last.year_shift is not None:
            first = replace(first, year_shift=last.year_shift - later)
        if first.year is not None and last.year is not None and first.year != last.year:
            interval = self.interval(first, first.year)[0], self.interval(last, last.year)[1]
            basis: Basis = "inherited" if first.shared else "absolute"
            return (interval, "range", basis) if interval[0] <= interval[1] else None
        return self.dated(first, Between(first, last), listed=listed)

    def _in_month(self, spec: InMonth, reference: date) -> Resolved:
        """In the month that is named; without one in this month, or in the next where that is over."""

        def span(shift: int) -> Interval:
            month = spans.moved(reference.replace(day=1), "month", shift)
            return self.interval(replace(spec.dated, month=month.month), month.year)

        precision = precision_of(replace(spec.dated, month=1))
        shift = spec.shift
        if shift is None:
            fitting = (near for near in (0, -1, 1) if other_weekday(spec.dated, span(near)[0]) is None)
            shift = next(fitting, None) if spec.dated.weekday is not None and spec.dated.day else None
        if shift is None:
            near = span(0)
            ahead, over = near[0] > reference, near[1] < reference
            shift = 1 if over and self.tense == "future" else -1 if ahead and self.tense != "future" else 0
        return span(shift), precision, "relative"

    def _weekday(self, spec: Weekday, reference: date) -> Resolved:
        if spec.weeks is not None:
            monday = spans.week_span(reference)[0]
            day = monday + timedelta(days=7 * spec.weeks + spec.weekday)
            return (day, day), "day", "relative"
        ahead = (spec.weekday - reference.weekday()) % 7
        span = self.context.span if spec.shift is None and self.tense != "future" else None
        within = weekday_within(span, spec.weekday) if span and span.end < reference else None
        if within is not None:
            return (within, within), "day", "relative"
        if spec.listed and self.last is not None and self.last.precision == "day":
            day = self.last.end + timedelta(days=(spec.weekday - self.last.end.weekday()) % 7)
        elif spec.shift is not None and (spec.shift > 0 or (spec.shift == 0 and self.tense != "past")):
            day = reference + timedelta(days=ahead or 7)
        elif spec.shift is None and self.tense == "future":
            today = 0 if self.calendar.weekday_means_today else 7
            day = reference + timedelta(days=ahead or today)
        else:
            day = reference - timedelta(days=(-ahead) % 7 or (7 if spec.shift == -1 else 0))
        return (day, day), "day", "relative"

    def _period(self, spec: Period, reference: date) -> Resolved | None:
        shift = spec.shift
        if spec.unit == "day" and shift == 1 and spec.count == 1:
            told = self._anaphor(Anaphor("day", 1))
            if told is not None:
                return told
        if shift is None:
            shift = 0
            started = self._period(replace(spec, shift=0), reference)
            if started and started[0][0] > reference and self.tense == "past":
                shift = -1
        first, last = spans.unit_span(reference, spec.unit, shift, spec.count)
        if spec.part is None or spec.part == "whole" or spec.unit not in ("year", "month", "week"):
            return (first, last), unit_precision(spec.unit, spec.count), "relative"
        if spec.unit == "year":
            return spans.part_of_year(first.year, spec.part), year_part_precision(spec.part), "relative"
        if spec.unit == "month":
            return spans.part_of_month(first.year, first.month, spec.part), "part_of_month", "relative"
        return spans.part_of_week(first, spec.part), "range", "relative"

    def _distance(self, spec: Distance) -> Resolved | None:
        if spec.anchor in ("within", "ahead"):
            return self._stretch_ahead(spec)
        base = self._start_of_distance(spec)
        if base is None:
            heading = self.context.heading
            if heading is None or spec.anchor != "event":
                return None
            return (heading.start, heading.end), heading.precision, "relative"
        day, unit = spans.moved(base, spec.unit, spec.count), spec.unit
        for unit, count in spec.more:
            day = spans.moved(day, unit, count)
        if unit in ("day", "week"):
            return (day, day), "day", "relative"
        return spans.unit_span(day, unit, 0), unit_precision(unit, 1), "relative"

    def _stretch_ahead(self, spec: Distance) -> Resolved | None:
        """Of the past, "within two weeks" and "in two weeks" are durations."""
        if self.reference is None or (self.tense != "future" and not (spec.alone and self.tense is None)):
            return None
        day = spans.moved(self.reference, spec.unit, spec.count)
        if spec.anchor == "within":
            return (self.reference, day), "range", "relative"
        if spec.unit in ("day", "week"):
            return (day, day), "day", "relative"
        return spans.unit_span(day, spec.unit, 0), unit_precision(spec.unit, 1), "relative"

    def _start_of_distance(self, spec: Distance) -> date | None:
        if spec.origin is not None:
            origin = self._resolve(spec.origin)
            return origin[0][0] if origin else None
        if spec.anchor == "event":
            return self.beside.end if self.beside is not None else None
        if spec.anchor == "now" or self.tense == "future":
            return self.reference
        for told in (self.last, self.context.heading, self.context.previous):
            if told is not None and told.precision in ("day", "range"):
                return told.end
        return self.reference

    def _anaphor(self, spec: Anaphor) -> Resolved | None:
        before = self.context.told if spec.unit == "day" else None
        for told in (self.last, self.context.previous, self.context.heading, before):
            wide = spec.unit == "year" or (spec.unit == "period" and (spec.years or spec.year))
            if told is None or (not wide and told.precision not in WITHIN_MONTH):
                continue
            if spec.unit == "day" and told.precision not in ("day", "range"):
                continue
            if spec.unit == "day" and spec.shift == 0:
                return (told.start, told.end), told.precision, "relative"
            day = told.end if spec.shift > 0 else told.start
            if spec.year is not None:
                return self._other_year(replace(spec, years=spec.year - told.start.year), told)
            if spec.years:
                return self._other_year(spec, told)
            if spec.unit == "period":
                return (told.start, told.end), told.precision, "relative"
            if spec.within is not None:
                day = spans.moved(day, spec.unit, spec.shift)
                within = replace(spec.within, year=day.year)
                if isinstance(within, Dated) and spec.unit == "month":
                    within = replace(within, month=day.month)
                found = self._resolve(within)
                return (*found[:2], "relative") if found else None
            return spans.unit_span(day, spec.unit, spec.shift), unit_precision(spec.unit, 1), "relative"
        if spec.year is not None:
            return spans.year_span(spec.year), "year", "absolute"
        near = spec.near or (self.tense == "future" if spec.shift > 0 else spec.shift < 0)
        if self.reference is not None and near and spec.unit != "period" and spec.within is None:
            return (
                spans.unit_span(self.reference, spec.unit, spec.shift),
                unit_precision(spec.unit, 1),
                "relative",
            )
        if self.reference is not None and spec.years:
            return spans.year_span(self.reference.year + spec.years), "year", "relative"
        return None

    def _other_year(self, spec: Anaphor, told: DateSpan) -> Resolved:
        """The same day, month or stretch, `years` from its own."""
        first = spans.moved(told.start, "year", spec.years)
        if spec.unit != "period":
            return spans.unit_span(first, spec.unit, 0), unit_precision(spec.unit, 1), "relative"
        after = spans.moved(told.end + spans.DAY, "year", spec.years)
        return (first, after - spans.DAY), told.precision, "relative"

    def _months(self, spec: Months) -> Resolved | None:
        def span(year: int) -> Interval:
            return spans.month_span(year, spec.first, spec.last - spec.first + 1)

        reference = self.reference
        if spec.year is not None:
            return span(spec.year), spec.precision, "absolute"
        if spec.year_shift is not None:
            return (span(reference.year + spec.year_shift), spec.precision, "relative") if reference else None
        if self.last is not None and self.last.start.year == self.last.end.year:
            return span(self.last.start.year), spec.precision, "inherited"
        if reference is None:
            return None
        # Figures of a stretch of months are told when it is over, or about to be.
        over = span(reference.year)[1] <= reference + timedelta(days=SOON)
        year = reference.year if over or self.tense == "future" else reference.year - 1
        return span(year), spec.precision, "year_from_publication"

    def _season(self, spec: Season) -> Resolved | None:
        first, last = self.calendar.seasons[spec.name]

        def span(year: int) -> Interval:
            return spans.month_span(year, first, (last - first) % 12 + 1)

        if spec.year is not None:
            return span(spec.year), "season", "absolute"
        reference = self.reference
        if reference is None:
            return None
        around = [span(reference.year + shift) for shift in (-2, -1, 0, 1)]
        begun = [one for one in around if one[0] <= reference]
        ahead = [one for one in around if one[0] > reference]
        over = [one for one in begun if one[1] < reference]
        now = begun[-1] if begun[-1][1] >= reference else None
        if spec.shift == -1:
            chosen = over[-1]
        elif spec.shift == 1 or (self.tense == "future" and now is None):
            chosen = ahead[0]
        elif spec.shift == 0 and now is None:
            chosen = next(one for one in around if one[1].year == reference.year)
        else:
            chosen = now or begun[-1]
        return chosen, "season", "relative" if spec.shift is not None else "year_from_publication"
