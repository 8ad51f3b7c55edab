"""The review queue: all ids in one ordered query, and rows by id for the page that is on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.folding import fold
from workbench.models import Attribute, Severity, Status, Verdict
from workbench.store.rows import QUEUE_ORDER, QueueFilter, QueueRow, Row, as_json, grouped

if TYPE_CHECKING:
    from sqlite_utils import Database


_IN = "IN (SELECT value FROM json_each(?))"
_OF_EVENT = """EXISTS (SELECT 1 FROM json_each(?) AS given
  WHERE substr(discrepancies.event, 1, length(given.value)) = given.value)"""
_OF_SOURCE = f"""id IN (SELECT discrepancy FROM discrepancy_values JOIN sources ON sources.seq = source
  WHERE sources.id {_IN})"""


def queue_ids(db: Database, chosen: QueueFilter) -> list[str]:
    """Discrepancy ids: what waits for a decision first, then by severity, verdict, event label and id."""
    allowed: dict[str, tuple[str, ...]] = {
        f"status {_IN}": chosen.statuses,
        f"severity {_IN}": chosen.severities,
        f"attribute {_IN}": chosen.attributes,
        f"verdict {_IN}": chosen.verdicts,
        _OF_EVENT: chosen.events,
        _OF_SOURCE: chosen.sources,
    }
    conditions = [condition for condition, values in allowed.items() if values]
    parameters = [as_json(values) for values in allowed.values() if values]
    words = fold(chosen.text).split()
    conditions += ["instr(folded, ?) > 0"] * len(words)
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    rows = db.conn.execute(
        f"SELECT id FROM discrepancies {where} ORDER BY settled, {QUEUE_ORDER}", (*parameters, *words)
    )
    return [row[0] for row in rows]


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
        """SELECT discrepancies.id, verdict, severity, attribute, key, event, events.label, status
           FROM discrepancies JOIN events ON events.id = discrepancies.event
           WHERE discrepancies.id IN (SELECT value FROM json_each(?))""",
        wanted,
    )
    return {row[0]: _queue_row(values.get(row[0], []), *row) for row in rows}


def _queue_row(
    values: Sequence[Row],
    found_id: str,
    verdict: Verdict,
    severity: Severity,
    attribute: Attribute,
    key: str,
    event: str,
    event_label: str,
    status: Status,
) -> QueueRow:
    return QueueRow(
        id=found_id,
        verdict=verdict,
        severity=severity,
        attribute=attribute,
        key=key,
        event=event,
        event_label=event_label,
        labels=tuple(dict.fromkeys(label for label, _, _ in values)),
        sources=len({source for _, _, source in values}),
        claims=len({claim for _, claim, _ in values}),
        status=status,
    )
