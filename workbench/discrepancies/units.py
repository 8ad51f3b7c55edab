"""Units of measure: which ones measure the same, and what one is in another."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

import msgspec


class Dimension(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What units measure in common; a unit's size is in SI, 0 where there is no fixed factor.

    `base` is the unit to compare in, empty where values in different units cannot be compared.
    """

    base: str
    units: dict[str, float]


@cache
def _dimensions() -> Mapping[str, Dimension]:
    path = resources.files("workbench.discrepancies") / "units.toml"
    return msgspec.toml.decode(path.read_bytes(), type=dict[str, Dimension])


@cache
def _dimension_of() -> Mapping[str, str]:
    return {unit: name for name, dimension in _dimensions().items() for unit in dimension.units}


def dimension(unit: str) -> str | None:
    """What a unit measures ("length", "money"), or None for a count or an unknown unit."""
    return _dimension_of().get(unit)


def base_unit(unit: str) -> str:
    """The unit in which values of this one's dimension are compared; itself where there is none."""
    kind = dimension(unit)
    return unit if kind is None or not _size(unit) else _dimensions()[kind].base


def in_base(unit: str) -> float:
    """How many base units one of these is; 1 where it is compared as it stands."""
    return _size(unit) / _size(base_unit(unit)) if _size(unit) else 1.0


def _size(unit: str) -> float:
    kind = dimension(unit)
    return _dimensions()[kind].units[unit] if kind else 0.0
