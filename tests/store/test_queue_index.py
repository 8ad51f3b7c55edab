"""What the queue asks for most is answered by its index alone, without reading the discrepancies."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from workbench.models import Discrepancy, Event
from workbench.store import Store, open_store
from workbench.store.queue import SORTS

RANKS = "SELECT settled, severity_rank, verdict_rank, period FROM discrepancies"


def test_the_order_is_read_from_the_index_alone(tmp_path: Path) -> None:
    with open_store(tmp_path / "claims.db") as store:
        asked = f"EXPLAIN QUERY PLAN SELECT id, settled FROM discrepancies ORDER BY {SORTS['severity']}"
        plan = [row[-1] for row in store._db.execute(asked)]
    assert plan == ["SCAN discrepancies USING COVERING INDEX discrepancies_queue"]


@pytest.mark.parametrize(
    ("change", "ranks"),
    [
        pytest.param("status = 'resolved'", (1, 0, 0, "2025-05"), id="settled"),
        pytest.param("status = 'reopened'", (0, 0, 0, "2025-05"), id="reopened"),
        pytest.param("severity = 'low'", (0, 2, 0, "2025-05"), id="less severe"),
        pytest.param("verdict = 'tension'", (0, 0, 1, "2025-05"), id="another verdict"),
        pytest.param("event_end = '2025-06-01'", (0, 0, 0, "2025"), id="longer than a month"),
    ],
)
def test_ranks_follow_what_they_are_made_of(
    tmp_path: Path, change: str, ranks: tuple[int, int, int, str]
) -> None:
    with open_store(tmp_path / "claims.db") as store:
        _add(store)
        store._db.execute("UPDATE discrepancies SET event_start = '2025-05-01', event_end = '2025-05-02'")
        store._db.execute(f"UPDATE discrepancies SET {change}")
        assert store._db.execute(RANKS).fetchall() == [ranks]
        counted = store.queue_counts("A", datetime(2025, 1, 1, tzinfo=UTC))
        assert (counted.total, counted.waiting) == (1, 1 - ranks[0])


def _add(store: Store) -> None:
    found = Discrepancy("d1", "e1", "count", "injured", "conflict", "high", (), "They differ.")
    store.replace_matching([Event("e1", "Depo", "fire", ())], [], [found])
