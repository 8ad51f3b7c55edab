"""Days, months and years as people type them to bound a period. Pure."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from workbench.errors import UsageError
from workbench.words import _

_TYPED = (
    re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?", re.ASCII),
    re.compile(r"(?:(?P<day>\d{1,2})\.)?(?P<month>\d{1,2})\.(?P<year>\d{4})", re.ASCII),
)
"""With dots the day comes first, wherever dates are written so."""
_MONTHS = 12


def first_day(text: str) -> date | None:
    """The day, or the first day of the month or year, that is typed; None where nothing is.

    Raises UsageError where it is none.
    """
    if not text.strip():
        return None
    year, month, day = _parts(text)
    return _date(text, year, 1 if month is None else month, 1 if day is None else day)


def last_day(text: str) -> date | None:
    """The day, or the last day of the month or year, that is typed; None where nothing is.

    Raises UsageError where it is none.
    """
    if not text.strip():
        return None
    year, month, day = _parts(text)
    first = _date(text, year, _MONTHS if month is None else month, 1 if day is None else day)
    return first if day is not None else first.replace(day=monthrange(year, first.month)[1])


def _parts(text: str) -> tuple[int, int | None, int | None]:
    found = next((one for form in _TYPED if (one := form.fullmatch(text.strip()))), None)
    if not found:
        raise _no_day(text)
    month, day = (None if found[name] is None else int(found[name]) for name in ("month", "day"))
    return int(found["year"]), month, day


def _date(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise _no_day(text) from error


def _no_day(text: str) -> UsageError:
    return UsageError(
        _("Not a day"), text.strip(), _("type a day, a month or a year: 2025-05-17, 2025-05, 2025")
    )
