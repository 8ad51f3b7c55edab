"""What the queue is ordered by, as plain columns, as its migration makes it; never changed.

SQLite reads the whole row where a generated column is asked for, even if an index holds it: the order of
100,000 discrepancies took six times as long, and counting those that wait twenty-five times.
"""

from __future__ import annotations

_RANKS = {
    "settled": ("INTEGER NOT NULL DEFAULT 0", "{row}status NOT IN ('open', 'reopened')"),
    "severity_rank": (
        "INTEGER NOT NULL DEFAULT 0",
        "CASE {row}severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END",
    ),
    "verdict_rank": (
        "INTEGER NOT NULL DEFAULT 0",
        "CASE {row}verdict WHEN 'conflict' THEN 0 WHEN 'tension' THEN 1 ELSE 2 END",
    ),
    "period": (
        "TEXT NOT NULL DEFAULT ''",
        """substr({row}event_start, 1,
             CASE WHEN substr({row}event_start, 1, 7) = substr({row}event_end, 1, 7) THEN 7 ELSE 4 END)""",
    ),
}
_FROM = "status, severity, verdict, event_start, event_end"


def _set(row: str) -> str:
    return ", ".join(f"{name} = {value.format(row=row)}" for name, (_, value) in _RANKS.items())


STATEMENTS = (
    "DROP INDEX discrepancies_queue",
    *(f"ALTER TABLE discrepancies DROP COLUMN {name}" for name in _RANKS),
    *(f"ALTER TABLE discrepancies ADD COLUMN {name} {kind}" for name, (kind, _) in _RANKS.items()),
    f"UPDATE discrepancies SET {_set('')}",
    f"""CREATE TRIGGER discrepancies_are_ranked_after_insert AFTER INSERT ON discrepancies
          BEGIN UPDATE discrepancies SET {_set("NEW.")} WHERE id = NEW.id; END""",
    f"""CREATE TRIGGER discrepancies_are_ranked_after_update AFTER UPDATE OF {_FROM} ON discrepancies
          BEGIN UPDATE discrepancies SET {_set("NEW.")} WHERE id = NEW.id; END""",
    """CREATE INDEX discrepancies_queue ON discrepancies (
         settled, severity_rank, verdict_rank, folded_label, id, status, attribute, key, event, event_type,
         event_start, event_end, period, origins, newest, reviewer, decided_at, assignee)""",
)
