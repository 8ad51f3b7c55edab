"""The reads of the log of decisions. Each is called inside one read transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from workbench.models import Decision, Discrepancy
from workbench.store.heirs import as_today
from workbench.store.rows import DECISION, as_json, decision_from_row

if TYPE_CHECKING:
    from sqlite_utils import Database

_IN = "IN (SELECT value FROM json_each(?))"


def decisions(db: Database, discrepancy: str | None = None) -> list[Decision]:
    """The log, or what it says of one discrepancy, oldest first."""
    if discrepancy is None:
        return entries(db, "")
    return entries(db, "WHERE discrepancy = ?", discrepancy)


def decisions_about(db: Database, found: Sequence[Discrepancy]) -> list[Decision]:
    """The entries that can bear on these discrepancies, oldest first: by their ids or by their claims.

    With what those knew of, and so on: one may know of another through an entry on other claims.
    """
    return entries(
        db,
        f"""WHERE seq IN (
              WITH RECURSIVE about (seq) AS (
                SELECT seq FROM decisions WHERE discrepancy {_IN}
                UNION SELECT decision FROM decision_claims WHERE claim {_IN}
                UNION SELECT earlier.seq FROM about CROSS JOIN decisions AS later ON later.seq = about.seq
                  CROSS JOIN json_each(later.knew)
                  CROSS JOIN decisions AS earlier ON earlier.id = json_each.value)
              SELECT seq FROM about)""",
        as_json([one.id for one in found]),
        as_json(sorted({value.claim for one in found for value in one.values})),
    )


def decisions_on_claims(db: Database, claims: Iterable[str]) -> list[Decision]:
    """The entries that were taken on any of these claims, oldest first."""
    wanted = as_json(sorted(set(claims)))
    return entries(db, f"WHERE seq IN (SELECT decision FROM decision_claims WHERE claim {_IN})", wanted)


def corrections(db: Database, source: str) -> list[Decision]:
    """The entries on an article and on how it is read, oldest first, as they were written."""
    return logged(db, "WHERE attribute IN ('claim', 'source') AND key = ?", source)


def logged(db: Database, where: str = "", *parameters: Any) -> list[Decision]:
    """Entries of the log as they were written, also where a claim is known under another id since."""
    rows = db.conn.execute(
        f"SELECT {DECISION.select()} FROM decisions {where} ORDER BY placed, id", parameters
    )
    return [decision_from_row(row) for row in rows]


def entries(db: Database, where: str, *parameters: Any) -> list[Decision]:
    """Entries of the log, oldest first, with each claim under the id that it has today."""
    return as_today(db, logged(db, where, *parameters))
