"""The part of the Store that looks up entries of the log, as far as one decision or one reviewer asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.models import Decision, Discrepancy
from workbench.store import log_reading, reading
from workbench.store.connection import Connection
from workbench.store.rows import as_json

PAGE = 100
"""Entries that are read at once where the log is read backwards."""
_BEHIND_ALL = ("~", "")
"""A place in the log behind every entry: places are made of digits."""
_IN = "IN (SELECT value FROM json_each(?))"


class LogStore(Connection):
    """Reads of the log that cost what they give, however long the log is."""

    def decisions_by_id(self, ids: Iterable[str]) -> dict[str, Decision]:
        """Those of these entries that exist, by id."""
        with self._reading() as db:
            return {
                one.id: one for one in log_reading.entries(db, f"WHERE id {_IN}", as_json(sorted(set(ids))))
            }

    def decision(self, decision_id: str) -> Decision | None:
        """The entry of this id, or None."""
        return self.decisions_by_id([decision_id]).get(decision_id)

    def decisions_backwards(self, reviewer: str | None = None) -> Iterator[Decision]:
        """The log from its newest entry on, read page by page as it is asked for.

        Of one reviewer: their entries, and everybody's undos, which may be of theirs.
        """
        before = _BEHIND_ALL
        while True:
            with self._reading() as db:
                ids = [
                    row[0]
                    for row in db.conn.execute(
                        """SELECT id FROM decisions
                           WHERE (placed, id) < (?1, ?2) AND (?3 IS NULL OR reviewer = ?3 OR kind = 'undo')
                           ORDER BY placed DESC, id DESC LIMIT ?4""",
                        (*before, reviewer, PAGE),
                    )
                ]
                page = log_reading.entries(db, f"WHERE id {_IN}", as_json(ids))
            if not page:
                return
            before = page[0].placed, page[0].id
            yield from reversed(page)

    def decisions_around(
        self, discrepancy: str, claims: Iterable[str], *, since: str | None = None
    ) -> list[Decision]:
        """The entries on this difference or on any of these claims, and all from the entry `since` on."""
        with self._reading() as db:
            return log_reading.entries(
                db,
                """WHERE seq IN (
                      SELECT seq FROM decisions WHERE discrepancy = ?1 AND ?1 <> ''
                      UNION SELECT decision FROM decision_claims
                            WHERE claim IN (SELECT value FROM json_each(?2))
                      UNION SELECT seq FROM decisions
                            WHERE (placed, id) >= (SELECT placed, id FROM decisions WHERE id = ?3))""",
                discrepancy,
                as_json(sorted(set(claims))),
                since,
            )

    def discrepancies_about(self, decision: Decision) -> list[Discrepancy]:
        """Those that a decision can bear on: the one it names, and those of its subject on its claims."""
        with self._reading() as db:
            return reading.discrepancies_about(db, decision)

    def people(self) -> list[str]:
        """The names of all who wrote to the log or were given something to do, in order."""
        with self._reading() as db:
            rows = db.conn.execute(
                """SELECT DISTINCT reviewer FROM decisions
                   UNION SELECT value FROM decisions WHERE kind = 'assign' AND value IS NOT NULL"""
            )
            return sorted((str(row[0]) for row in rows), key=str.casefold)

    def regrouping_entries(self) -> list[Decision]:
        """The entries that say which claims tell of what event or stage, and all undos, oldest first."""
        with self._reading() as db:
            return log_reading.entries(
                db, "WHERE kind IN ('same_event', 'different_events', 'parent', 'undo')"
            )
