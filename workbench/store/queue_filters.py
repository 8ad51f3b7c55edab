"""A filter of the queue as SQL, and the filters that were given a name."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

import msgspec

from workbench.folding import fold
from workbench.store.queue_models import QueueFilter, QueueSort, SavedFilter
from workbench.store.rows import as_json

if TYPE_CHECKING:
    from sqlite_utils import Database

_IN = "IN (SELECT value FROM json_each(?))"
SEVERITIES = ("high", "medium", "low")
"""By `severity_rank`."""
VERDICTS = ("conflict", "tension", "superseded")
"""By `verdict_rank`."""
DISPUTED = ("no", "yes")
"""By `disputed`."""
OF_SOURCES = f"""id IN (SELECT discrepancy FROM sources CROSS JOIN discrepancy_values
  ON discrepancy_values.source = sources.seq WHERE sources.id {_IN})"""

_CONDITIONS = {
    "statuses": f"status {_IN}",
    "severities": f"severity_rank {_IN}",
    "attributes": f"attribute {_IN}",
    "verdicts": f"verdict_rank {_IN}",
    "events": """EXISTS (SELECT 1 FROM json_each(?) AS given
                 WHERE substr(discrepancies.event, 1, length(given.value)) = given.value)""",
    "sources": OF_SOURCES,
    "event_types": f"event_type {_IN}",
    "periods": f"(period {_IN} OR (period <> '' AND substr(period, 1, 4) {_IN}))",
    "reviewers": f"reviewer {_IN}",
    "assignees": f"assignee {_IN}",
    "disputed": f"disputed {_IN}",
    "since": "event_end >= ?",
    "until": "event_start <= ? AND event_start <> ''",
}
"""SQL on the table of discrepancies for each part of a filter but the text."""
_RANKS = {"severities": SEVERITIES, "verdicts": VERDICTS, "disputed": DISPUTED}

Where = tuple[str, tuple[object, ...]]
"""A condition in SQL, and what fills its placeholders."""


def where(chosen: QueueFilter, *, leaving_out: Collection[str] = ()) -> Where:
    """What lets through the discrepancies of a filter, without those of its parts that are left out."""
    conditions = []
    parameters: list[object] = []
    for name, condition in _CONDITIONS.items():
        value: Any = getattr(chosen, name)
        if value and name not in leaving_out:
            conditions.append(condition)
            if name in _RANKS:
                value = [_RANKS[name].index(one) for one in value]
            given = value if isinstance(value, str) else as_json(value)
            parameters += [given] * condition.count("?")
    for word in fold(chosen.text).split():
        conditions.append("instr(folded, ?) > 0")
        parameters.append(word)
    return " AND ".join(conditions) or "1", tuple(parameters)


def saved_filters(db: Database) -> tuple[list[SavedFilter], list[str]]:
    """The filters that were given a name, by name, and the names of those that cannot be read.

    A newer program may have written those: nothing is guessed of what they narrow to.
    """
    found, unread = [], []
    for name, text, sort in db.conn.execute("SELECT name, filter, sort FROM saved_filters"):
        try:
            chosen, order = msgspec.json.decode(text, type=QueueFilter), msgspec.convert(sort, QueueSort)
            found.append(SavedFilter(name, chosen, order))
        except msgspec.ValidationError:
            unread.append(name)
    return sorted(found, key=lambda one: fold(one.name)), sorted(unread, key=fold)


def save_filter(db: Database, saved: SavedFilter) -> None:
    """Keeps a filter under its name, in the place of one that had it."""
    db.conn.execute(
        "INSERT OR REPLACE INTO saved_filters (name, filter, sort) VALUES (?, ?, ?)",
        (saved.name, as_json(saved.filter), saved.sort),
    )


def delete_filter(db: Database, name: str) -> None:
    """Takes a saved filter away; nothing happens where there is none of the name."""
    db.conn.execute("DELETE FROM saved_filters WHERE name = ?", (name,))
