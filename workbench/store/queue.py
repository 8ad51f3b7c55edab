"""The review queue: all ids in one ordered query, and rows by id for the page that is on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING

from workbench.store.queue_filters import where
from workbench.store.queue_models import QueueCounts, QueueFilter, QueueRow, QueueSort
from workbench.store.queue_order import QueueOrder
from workbench.store.rows import QUEUE_ORDER, as_json, grouped

if TYPE_CHECKING:
    from sqlite_utils import Database

SORTS: dict[QueueSort, str] = {
    "severity": f"settled, {QUEUE_ORDER}",
    "newest": f"settled, newest DESC, {QUEUE_ORDER}",
    "event": f"settled, event_start DESC, folded_label, event, {QUEUE_ORDER}",
    "origins": f"settled, origins DESC, {QUEUE_ORDER}",
    "attribute": f"settled, attribute, key, {QUEUE_ORDER}",
}
_COUNTED = ("labels", "sources", "claims")
_COLUMNS = tuple(field.name for field in fields(QueueRow) if field.name not in (*_COUNTED, "disputed"))
_SELECT = ", ".join("events.label" if name == "event_label" else f"found.{name}" for name in _COLUMNS)


def queue_rows_in_order(db: Database, chosen: QueueFilter, sort: QueueSort) -> Iterable[tuple[str, int]]:
    """Ids of discrepancies in their order, each with 1 where it is settled and 0 where it is not."""
    condition, parameters = where(chosen)
    return db.conn.execute(
        f"SELECT id, settled FROM discrepancies WHERE {condition} ORDER BY {SORTS[sort]}", parameters
    )


def queue_order(db: Database, chosen: QueueFilter, sort: QueueSort) -> QueueOrder:
    """The order, packed within SQLite: a row at a time would keep the screen's thread from its work."""
    condition, parameters = where(chosen)
    usual, names, settled = db.conn.execute(
        f"""SELECT min(length(id)) = 17 AND max(length(id)) = 17 AND min(substr(id, 1, 1)) = 'd'
              AND max(substr(id, 1, 1)) = 'd', group_concat(substr(id, 2), ''), group_concat(settled, '')
            FROM (SELECT id, settled FROM discrepancies WHERE {condition} ORDER BY {SORTS[sort]})""",
        parameters,
    ).fetchone()
    order = QueueOrder.packed(names, settled) if usual else None
    return order or QueueOrder(queue_rows_in_order(db, chosen, sort))


def queue_ids(db: Database, chosen: QueueFilter) -> list[str]:
    """The ids alone, the most pressing first."""
    return [key for key, _ in queue_rows_in_order(db, chosen, "severity")]


def queue_rows(db: Database, ids: Sequence[str]) -> dict[str, QueueRow]:
    """Those of these discrepancies that exist, as lines of the queue."""
    wanted = (as_json(ids),)
    values = grouped(
        db.conn.execute(
            """SELECT discrepancy, label, claim, source FROM discrepancy_values
               WHERE discrepancy IN (SELECT value FROM json_each(?)) ORDER BY discrepancy, position""",
            wanted,
        )
    )
    rows = db.conn.execute(
        f"""SELECT {_SELECT}, disputed FROM discrepancies AS found JOIN events ON events.id = found.event
            WHERE found.id IN (SELECT value FROM json_each(?))""",
        wanted,
    )
    return {
        row[0]: QueueRow(
            **dict(zip(_COLUMNS, row[:-1], strict=True)),
            disputed=bool(row[-1]),
            labels=tuple(dict.fromkeys(label for label, _, _ in values.get(row[0], ()))),
            sources=len({source for _, _, source in values.get(row[0], ())}),
            claims=len({claim for _, claim, _ in values.get(row[0], ())}),
        )
        for row in rows
    }


def counts(db: Database, reviewer: str, since: str) -> QueueCounts:
    """How far the review is; what was decided from `since` on, an ISO timestamp of UTC."""
    row = db.conn.execute(
        """SELECT count(*), coalesce(sum(settled = 0), 0), coalesce(sum(settled = 0 AND assignee = ?1), 0),
             coalesce(sum(settled AND decided_at >= ?2), 0),
             coalesce(sum(settled AND decided_at >= ?2 AND reviewer = ?1), 0)
           FROM discrepancies""",
        (reviewer, since),
    ).fetchone()
    return QueueCounts(*row)
