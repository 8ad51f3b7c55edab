"""States as event-data projects name and number them, from states.tsv.

Codes of ISO 3166 and Gleditsch and Ward's numbers are those of the package country_converter 1.3, but for the
numbers of Czechia, Vietnam and Yemen, where it has those of states that came before. Names and regions are
those that UCDP and ACLED publish; a region of which that is not certain is empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from workbench.records.coding.tables import tsv


@dataclass(frozen=True, slots=True)
class State:
    """`government` is "" for what UCDP lists no government of; `country` is where it counts its land to."""

    canonical: str
    english: str
    iso: str
    iso3: str
    iso2: str
    acled_region: str
    country: str
    gw: str
    government: str


@cache
def states() -> Mapping[str, State]:
    """States by their canonical names."""
    return {row[0]: State(*row) for row in tsv("states.tsv")}
