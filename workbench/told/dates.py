"""Days as the core writes them ("24 Nov 2025", "Friday, 16 May 2025"), in the reader's language."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from workbench.models import Publication
from workbench.words import N_, _

_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
_BY_NAME = {name: month for month in _MONTHS for name in (month, month[:3], month.lower())}
_MONTH = "|".join(sorted(_BY_NAME, key=len, reverse=True))
_DAY = re.compile(rf"(?:(?P<day>\d\d?) )?(?P<month>{_MONTH})(?: (?P<year>\d{{4}}))?")
_NAMED = re.compile(rf"(?P<weekday>{'|'.join(_WEEKDAYS)}), (?P<date>.+)")
_ISO = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(\d\d)")
_TO = (" to ", "/")


def numeric(day: date | str, *, year: bool = True) -> str:
    """A day, also as ISO text, in numbers, as wide as any other: "2026-02-03"; what is none as it is."""
    match = _ISO.fullmatch(str(day))
    if match is None:
        return str(day)
    said = _("{year}-{month}-{day}") if year else _("{month}-{day}")
    return said.format(year=match[1], month=match[2], day=match[3])


def moment(at: str) -> str:
    """A moment of the log, as its own zone has it: day, hours and minutes."""
    return f"{numeric(at[:10])} {at[11:16]}".strip()


def span(first: date, last: date) -> str:
    """A day or the first and the last of several, in numbers."""
    return numeric(first) if first == last else f"{numeric(first)} – {numeric(last)}"


def publication_date(published: Publication | None) -> str:
    """The publication date with its precision; an inferred one says that it is inferred."""
    if published is None:
        return _("date unknown")
    if published.start == published.end:
        day = numeric(published.best)
    else:
        day = _("{first} to {last}").format(first=numeric(published.start), last=numeric(published.end))
    return day if published.basis == "stated" else _("≈ {day} (inferred)").format(day=day)


def month(day: date, *, year: bool = True) -> str:
    """The month of a day: "May 2025"."""
    name = _MONTHS[day.month - 1]
    return _said(_Day("", name, f"{day.year}")) if year else _(name)


def in_words(text: str) -> str | None:
    """A day, or days with "/" between them, as ISO has them; a whole month or year as that. Else None."""
    try:
        first, last = (
            date.fromisoformat(part) for part in (text.partition("/")[::2] if "/" in text else (text,) * 2)
        )
    except ValueError:
        return None
    if first == last:
        return day(f"{first}")
    if first.day == 1 and first.year == last.year and last.day == monthrange(last.year, last.month)[1]:
        if first.month == last.month:
            return month(first)
        if (first.month, last.month) == (1, 12):
            return str(first.year)
    return day(f"{first}/{last}")


def day(text: str) -> str:
    """A day, a stretch of days or a month; what is none of them as it is."""
    return read_day(text) or text


def read_day(text: str) -> str | None:
    """The same; None for what is none of them."""
    if named := _NAMED.fullmatch(text):
        weekday, others = named.groups()
        return _("{weekday}, {date}").format(weekday=_(weekday), date=day(others))
    if text in _WEEKDAYS or text in _BY_NAME:
        return _(_BY_NAME.get(text, text))
    for to in _TO:
        first, found, last = text.partition(to)
        if found:
            return _stretch(first, last)
    return _one(text)


@dataclass(frozen=True, slots=True)
class _Day:
    """A day or a month as its parts; the month as in the catalogue, what is not given empty."""

    day: str
    month: str
    year: str


def _one(text: str) -> str | None:
    parts = _parts(text)
    return _said(parts) if parts else None


def _parts(text: str) -> _Day | None:
    if iso := _ISO.fullmatch(text):
        year, month, day = iso.groups()
        return _Day(str(int(day)), _MONTHS[int(month) - 1], year)
    if match := _DAY.fullmatch(text):
        return _Day(match["day"] or "", _BY_NAME[match["month"]], match["year"] or "")
    return None


def _said(one: _Day) -> str:
    month = _(one.month)
    if not one.year:
        return _("{day} {month}").format(day=one.day, month=month)
    if not one.day:
        return _("{month} {year}").format(month=month, year=one.year)
    return _("{day} {month} {year}").format(day=one.day, month=month, year=one.year)


def _stretch(first: str, last: str) -> str | None:
    """Two days, the month and the year once where both are of one."""
    a, b = _parts(first), _parts(last)
    if a is None or b is None:
        return None
    if (a.month, a.year) != (b.month, b.year):
        return _("{first} to {last}").format(first=_said(a), last=_said(b))
    return _("{first} to {last} {month} {year}").format(
        first=a.day, last=b.day, month=_(a.month), year=a.year
    )
