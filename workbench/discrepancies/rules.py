"""The shipped rules about kinds of numbers and events."""

from __future__ import annotations

from functools import cache
from importlib import resources

import msgspec


class Sizes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From which distance on a difference is moderate, and from which large."""

    moderate: float
    large: float


class Partition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that divide people into groups without overlap.

    Where all of `complete` are counted, the parts are the whole. `of_tolls`: what is divided may itself
    be a toll (the dead into men and women).
    """

    parts: list[str]
    complete: list[str]
    of_tolls: bool = False


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """rules.toml; each list holds canonical names."""

    tolls: frozenset[str]
    falling: frozenset[str]
    measures: frozenset[str]
    series_units: frozenset[str]
    exchanges: frozenset[str]
    estimates: frozenset[str]
    single_day: frozenset[str]
    lasting: frozenset[str]
    counted_by: dict[str, str]
    staged: frozenset[str]
    natural: frozenset[str]
    perpetrated: frozenset[str]
    agreed_by_word: frozenset[str]
    on_one_day: frozenset[str]
    one_place: frozenset[str]
    alike: list[frozenset[str]]
    planned_as: list[frozenset[str]]
    bringing_up: frozenset[str]
    brought_up: frozenset[str]
    met: frozenset[str]
    diplomatic: frozenset[str]
    weighty: frozenset[str]
    minor: frozenset[str]
    sizes: dict[str, Sizes]
    about: dict[str, list[str]]
    shares: frozenset[str]
    said_ahead: frozenset[str]
    of_a_period: frozenset[str]
    left_of: dict[str, str]
    used_in: dict[str, list[str]]
    same_fate: dict[str, dict[str, str]]
    partitions: list[Partition]


@cache
def rules() -> Rules:
    """The rules of `rules.toml`."""
    path = resources.files("workbench.discrepancies") / "rules.toml"
    return msgspec.toml.decode(path.read_bytes(), type=Rules)
