"""Makes workbench/records/coding/points.tsv: where the towns of places.tsv lie, for datasets that ask for it.

Points are GeoNames' (CC BY 4.0, geonames.org), to four decimals as ACLED gives them. A town with a namesake
of 15,000 people or more has none: its name does not tell which it is. Run it with the extra `places`
installed, after build_places: `python -m tools.build_points`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tools.build_places import Recipe, is_unsure, table

POINTS = Path(__file__).parent.parent / "workbench" / "records" / "coding" / "points.tsv"


def main() -> None:
    """Writes the table."""
    recipe = Recipe()
    lines = sorted(
        f"{town.canonical}\t{town.point[0]:.4f}\t{town.point[1]:.4f}"
        for town in table(recipe)
        if town.point and town.holder and not town.elsewhere and not is_unsure(town, recipe)
    )
    head = "# canonical name\tlatitude\tlongitude: GeoNames (CC BY 4.0)"
    POINTS.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(lines)} points, {POINTS.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
