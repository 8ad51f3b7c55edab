"""What a reviewer types as a value, read by the attribute that it is for."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from workbench.errors import DecisionError
from workbench.models import Attribute

Bound = float | str | None


@dataclass(frozen=True, slots=True)
class Entered:
    """A value that was read: `value` is None for a range, which has no single best value."""

    label: str
    value: Bound
    low: Bound
    high: Bound


_NUMBER = r"\d+(?:[., ]\d+)*"
_RANGE = re.compile(rf"({_NUMBER})(?:\s*[-–—]\s*({_NUMBER}))?", re.ASCII)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([., ])\d{3})(?:\1\d{3})*", re.ASCII)
_DECIMAL = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)

_NUMBER_EXPECTED = "Type a number such as 390 or 6.5, or a range such as 390-400."
_DAY_EXPECTED = "Type a day as 2025-05-16, or the first and the last as 2025-05-16/2025-05-17."


def entered(attribute: Attribute, text: str) -> Entered:
    """Reads what was typed; DecisionError says what is expected where it cannot be read."""
    tidy = " ".join(text.split())
    if not tidy:
        raise _refused(text, "Type a value.")
    if not tidy.isprintable():
        raise _refused(ascii(tidy), "Type a value without control characters.")
    return _READERS.get(attribute, _words)(tidy)


def range_parts(text: str) -> tuple[str, str | None, str]:
    """Low, best and high of "390/395/400" or "390/400"; of numbers also "390-400"."""
    parts = text.split("/")
    if len(parts) == 1 and (found := _RANGE.fullmatch(" ".join(text.split()))) and found[2]:
        parts = [found[1], found[2]]
    if len(parts) not in (2, 3):
        raise _refused(text, "Give the lowest and the highest, such as 390/400, or 390/395/400.")
    return parts[0], parts[1] if len(parts) == 3 else None, parts[-1]


def ranged(attribute: Attribute, low: str, best: str | None, high: str) -> Entered:
    """A range of which each end, and the best value if there is one, is a single value as `entered` reads it.

    Its label is "390-400", "2025-05-16/2025-05-17" or "09:30-10:15", with a best value "395 (390-400)".
    DecisionError where the attribute's values have no order, or the three stand in another one.
    """
    if attribute not in RANGED:
        raise _refused(low, "Only numbers, days and times of day have a range: enter another value instead.")
    ends = [_single(attribute, text) for text in (low, high)]
    middle = _single(attribute, best) if best and best.strip() else None
    given = [ends[0], middle or ends[0], ends[1]]
    if any(_order(one) > _order(other) for one, other in pairwise(given)):
        raise _refused(" ".join(one.label for one in given), "Type the lowest first, the highest last.")
    between = "/" if attribute == "date" else "-"
    label = between.join(one.label for one in ends)
    if middle:
        label = f"{middle.label} ({label})"
    return Entered(label, middle.value if middle else None, ends[0].value, ends[1].value)


def _single(attribute: Attribute, text: str) -> Entered:
    read = entered(attribute, text)
    if read.value is None:
        raise _refused(text, "Give each end of the range as one value.")
    return read


def _order(one: Entered) -> tuple[float, str]:
    """Numbers by size; days and times, always written at one length, by their letters."""
    return (one.value, "") if isinstance(one.value, float) else (0.0, str(one.value))


def _refused(text: str, hint: str) -> DecisionError:
    return DecisionError("This value cannot be entered", text, hint)


def _number(text: str) -> float:
    """ "1.200", "1,200" and "1 200" are 1200; "6.5" and "6,5" are 6.5."""
    plain = re.sub(r"\D", "", text) if _GROUPED.fullmatch(text) else text.replace(",", ".")
    if not _DECIMAL.fullmatch(plain) or math.isinf(float(plain)):
        raise _refused(text, _NUMBER_EXPECTED)
    return float(plain)


def _numbers(text: str) -> Entered:
    found = _RANGE.fullmatch(text)
    if found is None:
        raise _refused(text, _NUMBER_EXPECTED)
    low = _number(found[1])
    high = low if found[2] is None else _number(found[2])
    if high < low:
        raise _refused(text, "The first number of a range is the lower one.")
    if low == high:
        return Entered(_shown(low), low, low, low)
    return Entered(f"{_shown(low)}-{_shown(high)}", None, low, high)


def _shown(number: float) -> str:
    """The number so that it would be read as the same: "12.3450", since "12.345" is twelve thousand."""
    text = format(Decimal(repr(number)).normalize(), "f")
    return f"{text}0" if _GROUPED.fullmatch(text) else text


def _dates(text: str) -> Entered:
    days = [_day(part.strip(), text) for part in text.split("/")]
    if len(days) > 2 or days != sorted(days):
        raise _refused(text, _DAY_EXPECTED)
    first, last = days[0].isoformat(), days[-1].isoformat()
    return (
        Entered(first, first, first, first)
        if first == last
        else Entered(f"{first}/{last}", None, first, last)
    )


def _day(part: str, text: str) -> date:
    try:
        if _DAY.fullmatch(part):
            return date.fromisoformat(part)
    except ValueError:
        pass
    raise _refused(text, _DAY_EXPECTED)


def _time(text: str) -> Entered:
    found = _TIME.fullmatch(text)
    if found is None:
        raise _refused(text, "Type a time of day as HH:MM, such as 09:30.")
    value = f"{int(found[1]):02}:{found[2]}"
    return Entered(value, value, value, value)


def _words(text: str) -> Entered:
    return Entered(text, text, None, None)


_READERS: dict[Attribute, Callable[[str], Entered]] = {
    "count": _numbers,
    "total": _numbers,
    "date": _dates,
    "time": _time,
}
RANGED = frozenset(_READERS)
"""The attributes whose values have an order, so that they can have a range."""
