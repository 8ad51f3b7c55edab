"""What the words of a date say, before anyone asks which year or week they mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

NEAR_FEAST = "near"
"""Stands for the rule of a feast that is only called the feast."""
PartName = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Dated:
    """A day, a month or a year (`years` of them: a decade, a century), or a part of the last two.

    `shift` is -1, 0, 1 for "last", "this", "next" before the whole date, `year_shift` the same
    for its year alone ("last year in May"). `nth` is the n-th week (or, with `weekday`, the n-th
    such day) of the month, -1 the last; `stretch` its first days, negative its last. `feast` is
    the rule of a feast in calendar.toml, `offset` the days from it.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str | None = None
    weekday: int | None = None
    shift: int | None = None
    year_shift: int | None = None
    nth: int | None = None
    stretch: int | None = None
    years: int = 1
    feast: str | None = None
    offset: int = 0
    shared: bool = False
    """True where the year was said with another date of the same list."""


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday by its name; `weeks` is the week it lies in, counted from this one."""

    weekday: int
    shift: int | None = None
    weeks: int | None = None
    listed: bool = False
    """True behind another weekday of one list, which it follows."""


@dataclass(frozen=True, slots=True)
class DayWord:
    """A day by its distance from today; `nights` more nights before it belong to it.

    `years` moves it to the same day of another year ("geçen yıl bugün").
    """

    offset: int
    nights: int = 0
    years: int = 0


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar unit, or `count` of them, before, around or after the reference day.

    `planned`: a date only where the clause looks ahead ("haftaya").
    """

    unit: str
    shift: int | None
    count: int = 1
    part: str | None = None
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Distance:
    """So many units away (`count` is signed) from now, from the last date ("free") or from an event.

    "within" is the whole stretch from now on, "ahead" its end where the clause looks ahead.
    `origin` is the event's date where it is said; `more` are further units ("two years and three
    months ago") with the sign of `count`. `alone`: the words are all there is.
    """

    unit: str
    count: int
    anchor: Literal["now", "within", "ahead", "free", "event"]
    origin: Dated | DayWord | Weekday | None = None
    more: tuple[tuple[str, int], ...] = ()
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Anaphor:
    """The same unit as the last date's, or the next, or the one before; `within` narrows it.

    `near`: without such a date it is counted from the reference day ("bir gün önce"). `years` moves
    it to another year ("geçen yılın aynı ayında"), `year` to the one that is said ("2017'nin aynı ayında").
    """

    unit: str
    shift: int
    within: Dated | Months | None = None
    near: bool = False
    years: int = 0
    year: int | None = None


@dataclass(frozen=True, slots=True)
class InMonth:
    """A part of a month that is named by its distance; where `shift` is None by nothing ("ayın 3'ünde")."""

    dated: Dated
    shift: int | None


@dataclass(frozen=True, slots=True)
class Months:
    """A stretch of whole months of one year: halves, quarters, "the first nine months"."""

    first: int
    last: int
    precision: Literal["half_year", "quarter", "month", "range"]
    year: int | None = None
    year_shift: int | None = None


@dataclass(frozen=True, slots=True)
class Season:
    name: str
    year: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Between:
    """From one date to another, both included; `days` instead of its end where its length is said."""

    first: Point
    last: Point
    days: int | None = None


Point = Dated | Weekday | DayWord | InMonth | Period
"""What a range may begin or end with."""
Spec = Dated | Weekday | DayWord | Period | Distance | Anaphor | InMonth | Months | Season | Between


@dataclass(frozen=True, slots=True)
class Reading:
    """A date as read; offsets in the stretch. `linked`: joined to the reading before it in a list."""

    spec: Spec
    start: int
    end: int
    linked: bool = False
