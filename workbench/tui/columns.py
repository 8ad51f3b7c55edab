"""The values of a difference side by side, each with who stands behind it. Pure: what is shown, not how."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from workbench.models import HEARSAY, AttributeValue, Claim, Modality, Source
from workbench.told.dates import publication_date
from workbench.told.numbers import number as in_digits
from workbench.tui.cases import Case
from workbench.words import N_, _, ngettext

MODALITIES: dict[Modality, str] = {
    "occurred": N_("happened"),
    "agreed": N_("agreed"),
    "proposed": N_("proposed"),
    "planned": N_("planned"),
    "expected": N_("expected"),
    "denied": N_("denied"),
}
"""How far it got, in words for the reader."""
NARROWEST = 36
"""Cells in which a value can be read."""
_LONGEST_NAME = 60

Find = Callable[[str], Source | None]


@dataclass(frozen=True, slots=True)
class Witness:
    """One claim that gives a value: its article, and the one that it has the statement from, if another."""

    value: AttributeValue
    claim: Claim | None
    source: Source
    origin: Source | None = None
    plain: bool = False
    """Whether no claim of the difference says anything but that it happened, so that nobody need say so."""

    @property
    def outlet(self) -> str:
        """Who published it; its title or file where nobody is named."""
        return outlet_of(self.source)

    @property
    def published(self) -> str:
        return publication_date(self.source.published)

    @property
    def speaker(self) -> str:
        """Who says it: the claim's speaker; "" where the article itself does."""
        return (self.claim and self.claim.speaker) or ""

    @property
    def manner(self) -> tuple[str, ...]:
        """How it is said: how far the thing got, and whether it is passed on as hearsay."""
        if self.claim is None:
            return ()
        words = [] if self.plain else [_(MODALITIES[self.claim.modality])]
        return (*words, _("hearsay")) if HEARSAY in self.claim.aspects else tuple(words)

    @property
    def copied_from(self) -> str:
        """The outlet from which it has the statement; "" where it has it from nobody known."""
        return outlet_of(self.origin) if self.origin else ""


@dataclass(frozen=True, slots=True)
class Column:
    """A value with the number that accepts it and those who give it: each origin before what copies it."""

    number: int
    label: str
    interval: str
    origins: int
    sources: int
    witnesses: tuple[Witness, ...]

    @property
    def behind(self) -> str:
        """How many stand behind it: "2 independent origins, 3 sources"."""
        origins = ngettext("{n} origin", "{n} independent origins", self.origins).format(n=self.origins)
        sources = ngettext("{n} source", "{n} sources", self.sources).format(n=self.sources)
        return f"{origins}, {sources}"


def outlet_of(source: Source) -> str:
    """Who published an article; the beginning of its title, or its file, where nobody is named."""
    name = source.publisher or source.title or source.file
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"


def columns(case: Case, find: Find) -> list[Column]:
    """One column a value, in the order of their numbers; `find` gives an article, or None."""
    return [_column(case, number, label, find) for number, label in enumerate(case.labels, 1)]


def _column(case: Case, number: int, label: str, find: Find) -> Column:
    values = case.values_of(label)
    witnesses = [one for value in values if (one := _witness(case, value, find))]
    ordered = sorted(witnesses, key=_place_of(witnesses))
    return Column(
        number,
        label,
        " · ".join(dict.fromkeys(interval(value) for value in values if interval(value))),
        len({value.origin or value.source for value in values}),
        len({value.source for value in values}),
        tuple(ordered),
    )


def _witness(case: Case, value: AttributeValue, find: Find) -> Witness | None:
    source = find(value.source)
    if source is None:
        return None
    origin = find(value.origin) if value.origin not in ("", value.source) else None
    plain = all(claim.modality == "occurred" for claim in case.claims.values())
    return Witness(value, case.claims.get(value.claim), source, origin, plain)


def _place_of(witnesses: Sequence[Witness]) -> Callable[[Witness], tuple[object, ...]]:
    """Origins by their first day, each followed by its copies."""
    first: dict[str, tuple[date, str]] = {}
    for one in witnesses:
        key = one.value.origin or one.value.source
        day = one.source.published.best if one.source.published else date.max
        first[key] = min(first.get(key, (date.max, key)), (day, key))

    def place(one: Witness) -> tuple[object, ...]:
        key = one.value.origin or one.value.source
        day = one.source.published.best if one.source.published else date.max
        return first[key], one.value.source != key, day, one.value.source, one.value.start

    return place


def interval(value: AttributeValue) -> str:
    """What a value commits its speaker to: "17 or more"; "" where it has no bounds, or is its own bound."""
    low, high = _bound(value.low), _bound(value.high)
    if low and high:
        return "" if low == high else _("{low} to {high}").format(low=low, high=high)
    if low:
        return _("{low} or more").format(low=low)
    return _("{high} or less").format(high=high) if high else ""


def _bound(bound: float | str | None) -> str:
    if bound is None:
        return ""
    try:
        number = float(bound)
    except ValueError:
        return str(bound)
    return in_digits(f"{int(number):,}" if number.is_integer() else f"{number:g}")


def window(columns_there: int, width: int, first: int, selected: int) -> range:
    """The columns shown in a width, the selected one among them: as many as can be read, at least one."""
    fitting = max(1, min(columns_there, width // NARROWEST))
    first = max(0, min(first, columns_there - fitting))
    if selected < first:
        first = selected
    elif selected >= first + fitting:
        first = selected - fitting + 1
    return range(first, first + fitting)
