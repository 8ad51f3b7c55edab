"""What of a claim a reviewer may correct, each field as a value that JSON can hold.

A field is named "modality", "date" and so on, or "quantity:START-END" by the offsets of a number's words.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date
from typing import Any, get_args

from workbench.decisions.entering import entered
from workbench.errors import DecisionError
from workbench.models import (
    ABOUT_SHARE,
    Claim,
    DateSpan,
    Modality,
    Modifier,
    Precision,
    Publication,
    Quantity,
)

Value = str | list[str] | list[int] | dict[str, Any] | None
"""A field's value: text, names, two offsets, or the parts of a quantity (None: there is none)."""

PLAIN = ("event_type", "modality", "date", "place", "participants", "speaker")
EXTENT = "extent"
_QUANTITY = re.compile(r"quantity:(\d+)-(\d+)")
_NO_PARTS = ("expr", "start", "end")
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_SIGNS: dict[str, Modifier] = {
    ">=": "at_least",
    "<=": "up_to",
    ">": "more_than",
    "<": "less_than",
    "~": "about",
}
_NOTHING = ("", "-", "–")
_DATE_EXPECTED = "Type a day (2025-05-16), a month (2025-05), a year (2025), or two of them with a slash."
NUMBER_EXPECTED = "Type 390, 390-400, ~390 (about), >390, >=390, <390 or <=390."


def fields(claim: Claim) -> tuple[str, ...]:
    """The names of what can be corrected of a claim, its numbers last."""
    return (EXTENT, *PLAIN, *(quantity_field(one.start, one.end) for one in claim.quantities))


def quantity_field(start: int, end: int) -> str:
    """The name of the number whose words stand at these offsets."""
    return f"quantity:{start}-{end}"


def offsets_of(field: str) -> tuple[int, int] | None:
    """The offsets of a number's words, or None for another field."""
    found = _QUANTITY.fullmatch(field)
    return (int(found[1]), int(found[2])) if found else None


def given(claim: Claim, field: str) -> Value:
    """What a claim says of a field."""
    if offsets := offsets_of(field):
        return next(
            (_parts(one) for one in claim.quantities if (one.start, one.end) == offsets),
            None,
        )
    match field:
        case "extent":
            return [claim.start, claim.end]
        case "date":
            return None if claim.date is None else date_text(claim.date)
        case "participants":
            return list(claim.participants)
        case _:
            value: str | None = getattr(claim, field)
            return value


def put(claim: Claim, field: str, value: Value) -> Claim:
    """The claim with another value in a field other than its extent; its text must hold a number's words."""
    if offsets := offsets_of(field):
        return _with_quantity(claim, *offsets, value if isinstance(value, dict) else None)
    match field:
        case "date":
            return _with_date(claim, None if value is None else str(value))
        case "participants":
            return replace(claim, participants=tuple(map(str, value)) if isinstance(value, list) else ())
        case "event_type":
            # Who names the event says that the clause has one of its own.
            return replace(claim, event_type=str(value), continues=False)
        case _:
            changed: dict[str, Any] = {field: value}
            return replace(claim, **changed)


def typed(field: str, text: str) -> Value:
    """Reads what was typed for a plain field; DecisionError says what is expected.

    Names are separated by semicolons; "-" or nothing says that there is none.
    """
    tidy = _tidy(text)
    nothing = tidy in _NOTHING
    match field:
        case "event_type":
            if not re.fullmatch(r"[a-z][a-z_]*", tidy):
                raise _refused(text, "Type a kind of event, such as prisoner_exchange.")
            return tidy
        case "modality":
            if tidy not in get_args(Modality):
                raise _refused(text, f"Type one of {', '.join(get_args(Modality))}.")
            return tidy
        case "date":
            return None if nothing else date_text(dated(tidy))
        case "participants":
            names = [name.strip() for name in tidy.split(";")]
            return [] if nothing else list(dict.fromkeys(filter(None, names)))
        case _:
            return None if nothing else tidy


def typed_number(text: str, before: Value) -> dict[str, Any]:
    """The parts of a quantity with the number that was typed in the place of the one that it has."""
    tidy = _tidy(text)
    sign = next((sign for sign in _SIGNS if tidy.startswith(sign)), "")
    modifier: Modifier = _SIGNS[sign] if sign else "exactly"
    read = entered("count", tidy.removeprefix(sign).strip())
    low, high = float(read.low or 0), float(read.high or 0)
    value = float(read.value) if read.value is not None else (low + high) / 2
    if read.value is None and sign:
        raise _refused(text, NUMBER_EXPECTED)
    bounds: dict[Modifier, tuple[float | None, float | None]] = {
        "at_least": (value, None),
        "more_than": (value, None),
        "up_to": (None, value),
        "less_than": (None, value),
        "about": (round(value * (1 - ABOUT_SHARE), 6), round(value * (1 + ABOUT_SHARE), 6)),
    }
    lower, upper = bounds.get(modifier, (low, high))
    parts = before if isinstance(before, dict) else _EMPTY
    if read.value is None:
        modifier = "between"
    return {**parts, "value": value, "low": lower, "high": upper, "modifier": modifier}


def edited_number(before: Value, part: str, text: str) -> Value:
    """The parts of a quantity with one of them as it was typed: its "count", what is "counted", its "side".

    "-" for the count says that there is no number.
    """
    if part == "count":
        return None if _tidy(text) in _NOTHING else typed_number(text, before)
    parts = before if isinstance(before, dict) else None
    if parts is None:
        raise DecisionError("There is no number", text, "Give the number first.")
    tidy = _tidy(text)
    return {**parts, part: None if tidy in _NOTHING else tidy}


_EMPTY: dict[str, Any] = {
    "unit": "number",
    "counted": None,
    "side": None,
    "scope": "event",
    "part": False,
    "total": False,
    "qualifier": None,
}
"""The parts of a number that nothing is known of."""


def shown(field: str, value: Value) -> str:
    """A field's value as a reviewer reads it, and could type it; "-" where there is none."""
    if isinstance(value, dict):
        return " ".join(filter(None, (number_text(value), value.get("counted"), value.get("side"))))
    if isinstance(value, list):
        return ("-" if field == EXTENT else "; ").join(map(str, value)) or "-"
    return value or "-"


def number_text(parts: dict[str, Any]) -> str:
    """The number of a quantity as it can be typed."""
    if parts["modifier"] == "between":
        return f"{parts['low']:.15g}-{parts['high']:.15g}"
    sign = next((sign for sign, modifier in _SIGNS.items() if modifier == parts["modifier"]), "")
    return f"{sign}{parts['value']:.15g}"


def field_name(field: str) -> str:
    """A field's name in words."""
    return "number" if offsets_of(field) else field.replace("_", " ")


def date_text(span: DateSpan | Publication) -> str:
    """The days of a date as it can be typed."""
    for length, text in ((4, f"{span.start:%Y}"), (7, f"{span.start:%Y-%m}"), (10, f"{span.start:%Y-%m-%d}")):
        if _days(text[:length]) == (span.start, span.end):
            return text
    return f"{span.start.isoformat()}/{span.end.isoformat()}"


def _parts(one: Quantity) -> dict[str, Any]:
    return {name: part for name, part in asdict(one).items() if name not in _NO_PARTS}


def _with_quantity(claim: Claim, start: int, end: int, parts: dict[str, Any] | None) -> Claim:
    """The claim with a number in the place of whatever was read at these offsets, or with none there."""
    kept: Iterable[Quantity] = (one for one in claim.quantities if one.end <= start or end <= one.start)
    if parts is None:
        return replace(claim, quantities=tuple(kept))
    expr = claim.text[start - claim.start : end - claim.start]
    made = Quantity(**parts, expr=expr, start=start, end=end)
    return replace(claim, quantities=tuple(sorted((*kept, made), key=lambda one: one.start)))


def _with_date(claim: Claim, text: str | None) -> Claim:
    """The claim dated so. Its own words for the date stay those that are shown; else the whole clause is."""
    before = claim.date
    others = tuple(one for one in claim.dates if one != before)
    if text is None:
        return replace(claim, date=None, dates=others)
    span = dated(text)
    if before and before.expr and claim.start <= before.expr_start and before.expr_end <= claim.end:
        span = replace(span, expr=before.expr, expr_start=before.expr_start, expr_end=before.expr_end)
    else:
        span = replace(span, expr_start=claim.start, expr_end=claim.start)
    return replace(claim, date=span, dates=(span, *others))


def dated(text: str) -> DateSpan:
    """The days that were typed; DecisionError says what is expected where they cannot be read."""
    parts = [_days(part.strip()) for part in text.split("/")]
    if len(parts) > 2 or None in parts:
        raise _refused(text, _DATE_EXPECTED)
    days = [day for part in parts if part for day in part]
    if days != sorted(days):
        raise _refused(text, _DATE_EXPECTED)
    first, last = days[0], days[-1]
    precision: Precision = "day" if first == last else "range"
    if len(parts) == 1 and first != last:
        precision = "month" if first.month == last.month else "year"
    return DateSpan(first, last, precision, "", 0, 0, "absolute")


def _days(text: str) -> tuple[date, date] | None:
    """The first and the last day of a year, a month or a day."""
    if not _DATE.fullmatch(text):
        return None
    year, month, day = (int(part) for part in (text + "-0-0").split("-")[:3])
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        if month or text[4:]:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None


def _tidy(text: str) -> str:
    tidy = " ".join(text.split())
    if not tidy.isprintable():
        raise _refused(ascii(tidy), "Type it without control characters.")
    return tidy


def _refused(text: str, hint: str) -> DecisionError:
    return DecisionError("This value cannot be entered", text, hint)
