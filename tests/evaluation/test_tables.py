"""The share of each table's cases that is read rightly may only rise (floors.json, `tables`).

`python tests/evaluation/test_floors.py --raise` lifts these floors too; `--print N` shows up to N misses.
"""

from __future__ import annotations

import pytest

from tables import score_table, tables
from test_floors import FLOORS


@pytest.mark.parametrize("name", tables())
def test_share_of_a_table_stays_above_its_floor(name: str) -> None:
    score = score_table(name)
    floor = FLOORS["tables"].get(name)
    assert floor is not None, f"{name} has no floor yet: python tests/evaluation/test_floors.py --raise"
    assert score.share >= floor, "\n".join(map(str, score.misses))
