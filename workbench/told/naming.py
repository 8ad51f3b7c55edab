"""The words for what the packs and the program name: events, what is counted, units, attributes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from workbench.subjects import in_words
from workbench.told import dates
from workbench.words import _, in_force

if TYPE_CHECKING:
    from workbench.languages.terms import Terms

_SINCE = re.compile(r"since (\d{4}-\d\d-\d\d)")
_QUARTER = re.compile(r"quarter (\d)")


def event_type(name: str) -> str:
    """ "phone call"."""
    return _first(name, _terms().events)


def event_label(text: str) -> str:
    """The program's name of an event: its type, who took part, where, when."""
    first, *others = text.split(", ")
    last = [dates.day(others.pop())] if others else []
    return ", ".join([event_type(first), *others, *last])


def noun(name: str) -> str:
    """What is counted, measured or numbered, also in the plural ("phone calls"); an attribute."""
    known = _terms()
    kinds = (known.counted, known.events, known.units, known.series, known.attributes, known.keys)
    return _known(name, *kinds) or _known(name.removesuffix("s"), *kinds) or in_words(name)


def unit(name: str) -> str:
    """What a number is of: a unit, or a noun that is counted."""
    return _known(name, _terms().units) or noun(name)


def fact(name: str) -> str:
    """A smaller fact that a claim states; what is none as it is."""
    return _known(name, _terms().facts) or name


def attribute_name(name: str) -> str:
    """What a discrepancy or a decision is about: "count"."""
    return _first(name, _terms().attributes)


def key_part(part: str, *, first: bool) -> str:
    """One part of a discrepancy's key ("prisoner_of_war", "each"): the first one says what is counted."""
    known = _terms()
    kinds = [known.counted, known.events, known.units, known.narrowings, known.keys]
    said = _known(part, *(kinds if first else reversed(kinds)))
    if said is not None:
        return said
    if match := _SINCE.fullmatch(part):
        return _("since {day}").format(day=dates.day(match[1]))
    return _words(part, known.narrowings)


def _words(part: str, narrowings: Mapping[str, str]) -> str:
    """What narrows a count, in several words ("annual february", "quarter 1")."""
    if stretch := dates.read_day(part):
        return stretch
    if match := _QUARTER.fullmatch(part):
        return _("quarter {number}").format(number=match[1])
    said = [narrowings.get(word) or dates.read_day(word) or word for word in in_words(part).split(" ")]
    return " ".join(said)


def _terms() -> Terms:
    from workbench.languages.terms import terms  # a desk in English never asks

    return terms(in_force())


def _first(name: str, *known: Mapping[str, str]) -> str:
    """The first word there is for a name; else the name in words."""
    return _known(name, *known) or in_words(name)


def _known(name: str, *known: Mapping[str, str]) -> str | None:
    """The first word there is for a name, which may be written with blanks."""
    canonical = name.replace(" ", "_")
    found = (words.get(name) or words.get(canonical) for words in known)
    return next((word for word in found if word), None)
