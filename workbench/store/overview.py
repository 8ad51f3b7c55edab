"""How the review stands in numbers: open differences, decisions a day, who differs, what was suggested.

Every number is counted by SQL when it is asked for. At a hundred thousand discrepancies that takes most of
a second: not for a screen's own thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import TYPE_CHECKING

from workbench.models import Attribute, Severity, Status, Verdict
from workbench.store.activity import undone_entries
from workbench.store.connection import Connection
from workbench.store.rows import as_json

if TYPE_CHECKING:
    from sqlite_utils import Database

DAYS = 30
"""Days that the numbers of decisions go back to, the current one among them."""
HANDFUL = 5
"""Claims of which an outlet must have made so many before a share of them says anything."""
OUTLETS = 12
"""Outlets that are listed: those with the largest shares."""


@dataclass(frozen=True, slots=True)
class DifferenceCount:
    """How many discrepancies of one kind stand so."""

    status: Status
    attribute: Attribute
    verdict: Verdict
    severity: Severity
    number: int


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many decisions of one reviewer's day are in effect, the day being that of the reviewer's clock.

    Notes, assignments and undos decide nothing and are not counted.
    """

    day: date
    reviewer: str
    number: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """How long readers waited: days from the first publication of a difference's claims to the decision.

    The median over the `decisions` of the last `DAYS` days whose articles say when they were published.
    """

    median_days: float
    decisions: int


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher (an article's file where its publisher is not known) and how often others say otherwise.

    `differing` of its `claims` give a value in a conflict or tension, not dismissed, in which another outlet
    gives another value. It says nothing of who is right.
    """

    name: str
    differing: int
    claims: int

    @property
    def share(self) -> float:
        return self.differing / self.claims


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often a reviewer chose what the machine suggests, of the values chosen where it suggests one."""

    reviewer: str
    followed: int
    chosen: int


@dataclass(frozen=True, slots=True)
class Overview:
    """All numbers at one moment; `days` in their order, `outlets` from the largest share down."""

    counts: tuple[DifferenceCount, ...] = ()
    days: tuple[DayCount, ...] = ()
    waiting: Waiting | None = None
    outlets: tuple[Outlet, ...] = ()
    agreement: tuple[Agreement, ...] = ()


class OverviewStore(Connection):
    """Numbers of the review."""

    def overview(self, today: date) -> Overview:
        """The numbers as they stand on the day `today`."""
        with self._reading() as db:
            undone = as_json(list(undone_entries(db)))
            since = (today - timedelta(days=DAYS - 1)).isoformat()
            return Overview(
                _counts(db),
                _days(db, since, undone),
                _waiting(db, since, undone),
                _outlets(db),
                _agreement(db, undone),
            )

    def sources_of_outlet(self, name: str) -> list[str]:
        """The ids of an outlet's articles, `name` as in `Outlet`, in the order of import."""
        with self._reading() as db:
            rows = db.conn.execute(
                f"SELECT id FROM sources WHERE {_OUTLET} = ? AND removed IS NULL ORDER BY seq", (name,)
            )
            return [row[0] for row in rows]


_OUTLET = "coalesce(nullif(trim(publisher), ''), file)"
_DECIDING = """kind NOT IN ('note', 'assign', 'undo')
  AND decisions.seq NOT IN (SELECT value FROM json_each(?))"""


def _counts(db: Database) -> tuple[DifferenceCount, ...]:
    rows = db.conn.execute(
        """SELECT status, attribute, verdict, severity, count(*) FROM discrepancies NOT INDEXED
           GROUP BY status, attribute, verdict, severity"""
    )
    return tuple(DifferenceCount(*row) for row in rows)


def _days(db: Database, since: str, undone: str) -> tuple[DayCount, ...]:
    rows = db.conn.execute(
        f"""SELECT substr(at, 1, 10) AS day, reviewer, count(*) FROM decisions
            WHERE substr(at, 1, 10) >= ? AND {_DECIDING} GROUP BY day, reviewer""",
        (since, undone),
    )
    return tuple(DayCount(date.fromisoformat(day), reviewer, number) for day, reviewer, number in rows)


def _waiting(db: Database, since: str, undone: str) -> Waiting | None:
    rows = db.conn.execute(
        f"""SELECT max(0, julianday(substr(at, 1, 10)) - julianday(min(json_extract(published, '$.best'))))
            FROM decisions CROSS JOIN json_each(decisions.claims) AS named
            CROSS JOIN claims ON claims.id = named.value CROSS JOIN sources ON sources.seq = claims.source
            WHERE substr(at, 1, 10) >= ? AND discrepancy <> '' AND published IS NOT NULL AND {_DECIDING}
            GROUP BY decisions.seq""",
        (since, undone),
    )
    days = [row[0] for row in rows]
    return Waiting(median(days), len(days)) if days else None


def _outlets(db: Database) -> tuple[Outlet, ...]:
    rows = db.conn.execute(
        f"""WITH outlets AS MATERIALIZED (SELECT seq, {_OUTLET} AS name FROM sources),
            made AS (
              SELECT name, sum((SELECT count(*) FROM claims WHERE claims.source = outlets.seq)) AS number
              FROM outlets GROUP BY name),
            differing AS (
              SELECT name, count(DISTINCT given.claim) AS number
              FROM discrepancies
              CROSS JOIN discrepancy_values AS given ON given.discrepancy = discrepancies.id
              CROSS JOIN outlets ON outlets.seq = given.source
              WHERE verdict <> 'superseded' AND status <> 'dismissed' AND EXISTS (
                SELECT 1 FROM discrepancy_values AS other CROSS JOIN outlets AS another
                  ON another.seq = other.source
                WHERE other.discrepancy = given.discrepancy AND other.label <> given.label
                  AND another.name <> outlets.name)
              GROUP BY name)
            SELECT name, differing.number, made.number FROM differing JOIN made USING (name)
            WHERE made.number >= ?
            ORDER BY 1.0 * differing.number / made.number DESC, differing.number DESC, name LIMIT ?""",
        (HANDFUL, OUTLETS),
    )
    return tuple(Outlet(*row) for row in rows)


def _agreement(db: Database, undone: str) -> tuple[Agreement, ...]:
    # A later verdict on the same difference replaces the one before it.
    rows = db.conn.execute(
        f"""WITH last AS (
              SELECT discrepancy, seq, max(placed || id) FROM decisions
              WHERE kind IN ('accept', 'enter', 'range') AND {_DECIDING} GROUP BY discrepancy)
            SELECT decisions.reviewer, sum(label IS suggestion), count(*) FROM last
            CROSS JOIN decisions ON decisions.seq = last.seq
            CROSS JOIN discrepancies ON discrepancies.id = decisions.discrepancy
            WHERE suggestion IS NOT NULL GROUP BY decisions.reviewer ORDER BY decisions.reviewer""",
        (undone,),
    )
    return tuple(Agreement(*row) for row in rows)
