"""The dead of an event: how many in all, of each side, and whether they bore arms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil, floor

import msgspec

from workbench.decisions.policies import REVIEWED_ONLY
from workbench.languages.loader import LANGUAGES, load
from workbench.languages.schema.patterns import NEVER
from workbench.models import Claim, Quantity
from workbench.records.coding.tables import toml
from workbench.records.dossier import Dossier
from workbench.records.undisputed import quantity_name

KILLED = "killed"
_HARMED = (KILLED, "injured", "casualty")


@dataclass(frozen=True, slots=True)
class Toll:
    """`best` is None where sources differ and nobody decided; `high` is the highest number that is told."""

    best: int | None
    low: int
    high: int
    are_civilians: bool
    """Whether every number of it is one of people who bear no arms."""
    is_chosen: bool
    """Whether a reviewer, or the policy that was asked for, said what holds."""


def toll(dossier: Dossier, side: str | None = None) -> Toll | None:
    """The dead of one side, or those of nobody's in particular; None where no number is told."""
    name = f"{KILLED}:{side}" if side else KILLED
    held = dossier.record.attributes.get(name)
    told = [(claim, one) for claim, one in _told(dossier, (KILLED,)) if quantity_name(one) == name]
    if held is None or not told:
        return None
    numbers = [one.value for _, one in told]
    best = held.best if isinstance(held.best, int | float) else None
    below = 0 if isinstance(held.high, int | float) else min(numbers)
    low = held.low if isinstance(held.low, int | float) else below
    high = held.high if isinstance(held.high, int | float) else max(numbers)
    civilians = all(is_of_civilians(dossier, claim, one) for claim, one in told)
    return Toll(
        best=None if best is None else round(best),
        low=ceil(low),
        high=floor(max(high, low, best or 0)),
        are_civilians=civilians,
        is_chosen=(held.decision is not None and not held.open) or dossier.record.policy != REVIEWED_ONLY,
    )


def tolls(dossier: Dossier) -> list[Toll]:
    """The number told for all, else those of each side; empty where none is told."""
    whole = toll(dossier)
    return [whole] if whole else [one for side in sides(dossier) if (one := toll(dossier, side))]


def added_up(parts: Sequence[Toll]) -> Toll:
    """The dead of several sides together."""
    known = [one.best for one in parts if one.best is not None]
    return Toll(
        best=sum(known) if len(known) == len(parts) else None,
        low=sum(one.low for one in parts),
        high=sum(one.high for one in parts),
        are_civilians=all(one.are_civilians for one in parts),
        is_chosen=all(one.is_chosen for one in parts),
    )


def sides(dossier: Dossier) -> tuple[str, ...]:
    """Those of whose dead a number of their own is told."""
    named = (one.side for _, one in _told(dossier, (KILLED,)) if one.side)
    return tuple(side for side in dict.fromkeys(named) if toll(dossier, side))


def harms_civilians(dossier: Dossier) -> bool:
    """Whether somebody who bore no arms is told to have been killed, hurt or taken away."""
    told = _told(dossier) if dossier.record.event_type in _people().victims else _told(dossier, _HARMED)
    return any(is_of_civilians(dossier, claim, one) for claim, one in told)


def _told(dossier: Dossier, counted: tuple[str, ...] = ()) -> Iterator[tuple[Claim, Quantity]]:
    """The numbers told as what has happened, of what is named; of everything where nothing is."""
    for claim in dossier.claims:
        for one in claim.quantities if claim.modality == "occurred" else ():
            if not counted or one.counted in counted or one.qualifier in counted:
                yield claim, one


def is_of_civilians(dossier: Dossier, claim: Claim, quantity: Quantity) -> bool:
    """Whether the counted noun names people who bear no arms."""
    code = dossier.sources[claim.source].language
    return code in LANGUAGES and bool(_civilians(code).search(load(code).lower(quantity.expr)))


@cache
def _civilians(code: str) -> re.Pattern[str]:
    nouns = load(code).nouns.nouns
    stems = [stem for one in _people().civilians if one in nouns for stem in nouns[one].stems]
    return re.compile(load(code).any_inflected(stems) if stems else NEVER)


class _People(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The file says what each key means."""

    civilians: list[str]
    victims: list[str]


@cache
def _people() -> _People:
    return toml("people.toml", _People)
