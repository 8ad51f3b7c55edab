"""Where towns lie, from points.tsv. A developer makes it with tools/build_points.py (GeoNames, CC BY 4.0)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import floor

from workbench.records.coding.tables import tsv


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees with four decimals, as text: north and east are positive."""

    latitude: str
    longitude: str

    @property
    def wkt(self) -> str:
        """The point as well-known text."""
        return f"POINT ({self.longitude} {self.latitude})"

    @property
    def cell(self) -> int:
        """Its cell of PRIO-GRID: half degrees, counted from the south pole and the date line, row by row."""
        row, column = floor((float(self.latitude) + 90) * 2), floor((float(self.longitude) + 180) * 2)
        return row * 720 + column + 1


@cache
def points() -> Mapping[str, Point]:
    """Canonical town to its point; towns with namesakes of 15,000 people or more have none."""
    return {name: Point(latitude, longitude) for name, latitude, longitude in tsv("points.tsv")}
