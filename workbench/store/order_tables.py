"""The order of the log and what each entry knew, as their migration makes them; never changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from workbench.models.order import place_after
from workbench.store.first_tables import TRIGGERS

if TYPE_CHECKING:
    from sqlite_utils import Database

COLUMNS = (
    ("decisions", "knew TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(knew))"),
    ("decisions", "placed TEXT NOT NULL DEFAULT ''"),
    ("discrepancies", "disputed INTEGER NOT NULL DEFAULT 0"),
)
INDEXES = (
    "CREATE INDEX decisions_in_order ON decisions (placed, id, reviewer, kind)",
    "CREATE INDEX discrepancies_disputed ON discrepancies (id) WHERE disputed",
)
WITH_DISPUTES = (
    "DROP INDEX discrepancies_disputed",
    "DROP INDEX discrepancies_queue",
    # Holds all that the queue is narrowed and counted by, so that the wide table is not read for it.
    """CREATE INDEX discrepancies_queue ON discrepancies (
         settled, severity_rank, verdict_rank, folded_label, id, status, attribute, key, event, event_type,
         event_start, event_end, period, origins, newest, reviewer, decided_at, assignee, disputed)""",
)
_ACTS = (
    *("accept", "enter", "range", "supersede", "unsettled", "dismiss", "different_events", "defer"),
    "undo",
)
"""Entries that others know of: verdicts, and what takes them back."""
_FROZEN = TRIGGERS[0]
"""Refuses every change of an entry."""


def _today(claim: str, heirs: Mapping[str, str]) -> str:
    """The id that a claim of an article that was read anew has since: verdicts on both are on one claim."""
    while claim in heirs:
        claim = heirs[claim]
    return claim


def place_old_entries(db: Database) -> None:
    """Places the entries of a log from before, and has each know of those on its difference before it."""
    rows = db.conn.execute(
        "SELECT seq, id, kind, at, discrepancy, attribute, key, claims FROM decisions ORDER BY seq"
    ).fetchall()
    heirs: dict[str, str] = dict(
        db.conn.execute("SELECT id, heir FROM former_claims WHERE heir IS NOT NULL").fetchall()
    )
    last = ""
    latest: dict[object, str] = {}
    placed: list[tuple[str, str, int]] = []
    for seq, name, kind, at, discrepancy, attribute, key, claims in rows:
        last = place_after(at, last)
        knew: set[str] = set()
        if kind in _ACTS and discrepancy:
            about = [discrepancy, *((attribute, key, _today(one, heirs)) for one in json.loads(claims))]
            knew = {latest[one] for one in about if one in latest}
            latest |= dict.fromkeys(about, name)
        placed.append((last, json.dumps(sorted(knew), separators=(",", ":")), seq))
    db.execute("DROP TRIGGER decisions_are_never_changed")
    db.conn.executemany("UPDATE decisions SET placed = ?, knew = ? WHERE seq = ?", placed)
    db.execute(_FROZEN)
