"""A phrase of the core with its values, each in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workbench.phrases.all_of_them import grammar
from workbench.phrases.reading import Reading
from workbench.told import dates, lists, naming
from workbench.told.numbers import number
from workbench.told.suffixes import Value
from workbench.words import _


def in_phrase(reading: Reading) -> str:
    """The phrase's translation with its values in it."""
    values = {name: Value(_value(reading.values[name], kind)) for name, kind in reading.phrase.places}
    return _(reading.phrase.text).format(**values)


def _value(text: str, kind: str) -> str:
    if kind in _SAID:
        return _SAID[kind](text)
    reading = grammar().read(text, kind)
    return in_phrase(reading) if reading is not None else text


def _label(text: str) -> str:
    from workbench.told.values import value_of  # a label may be a phrase itself

    return value_of(text)


def _weekday_of(text: str) -> str:
    return _value(text, "weekday of")


def _day_or_two(text: str) -> str:
    """A day, or one with the weekday that is given for it ("16 May 2025 and Friday")."""
    return lists.joined(text, dates.day) if " and " in text else dates.day(text)


def _steps(text: str) -> str:
    return " → ".join(map(_label, text.split(" → ")))


def _ground(text: str) -> str:
    return _value(text, "ground")


def _policy_step(text: str) -> str:
    return _value(text, "policy step")


def _origin_counts(text: str) -> str:
    """ "2 and 2 and 4"."""
    *others, last = text.split(" and ")
    return lists.joined(f"{', '.join(others)} and {last}", number)


def _quoted_place(text: str) -> str:
    return f"“{_value(text.strip('“”'), 'place choice')}”"


def _place_or_type(text: str) -> str:
    return naming.event_type(text) if text.islower() else lists.joined(text, str)


_SAID: Mapping[str, Callable[[str], str]] = {
    "number": number,
    "figure": number,
    "year": str,
    "thing": lambda text: _(text),
    "percent": _label,
    "sum": lambda text: " + ".join(map(number, text.split(" + "))),
    "iso_day": dates.day,
    "day": dates.day,
    "days": lambda text: lists.joined(text, _day_or_two),
    "clocks": lambda text: lists.joined(text, str),
    "weekday": dates.day,
    "weekdays": lambda text: lists.joined(text, _weekday_of),
    "label": _label,
    "labels": lambda text: lists.joined(text, _label),
    "steps": _steps,
    "changes": lambda text: "; ".join(map(_steps, text.split("; "))),
    "stated": _label,
    "amount": _label,
    "noun": naming.noun,
    "counted": naming.noun,
    "series": naming.noun,
    "unit": naming.unit,
    "event": naming.event_label,
    "event_type": naming.event_type,
    "place or type": _place_or_type,
    "names": lambda text: lists.joined(text, str),
    "groups of names": lambda text: "; ".join(lists.joined(part, str) for part in text.split("; ")),
    "quoted places": lambda text: lists.joined(text, _quoted_place),
    "origin counts": _origin_counts,
    "grounds": lambda text: ", ".join(map(_ground, text.split(", "))),
    "policy steps": lambda text: ", ".join(map(_policy_step, text.split(", "))),
}
"""How a value of a kind is said; values of phrases' kinds are phrases, and all others stay as they are."""
