"""Whether the log of decisions is what its reviewers wrote, and is found by what it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from workbench.models import Decision
from workbench.store import log_reading

if TYPE_CHECKING:
    from sqlite_utils import Database

_UNFOUND = """SELECT DISTINCT decisions.id FROM decisions CROSS JOIN json_each(decisions.claims) AS named
              WHERE NOT EXISTS (SELECT 1 FROM decision_claims
                                WHERE decision = decisions.seq AND claim = named.value) ORDER BY 1"""
_ORPHANED = """SELECT id FROM decisions
               WHERE kind <> 'undo' AND json_array_length(claims) > 0 AND NOT EXISTS (
                 SELECT 1 FROM decision_claims JOIN claims ON claims.id = decision_claims.claim
                 WHERE decision = decisions.seq)
               ORDER BY placed, id"""
_BY_NOBODY = """SELECT DISTINCT claims.id, named.value FROM claims CROSS JOIN json_each(corrected_by) AS named
                WHERE corrected_by <> '[]' AND named.value NOT IN (SELECT id FROM decisions) ORDER BY 1, 2"""


def problems(db: Database, is_as_written: Callable[[Decision], bool]) -> Iterator[str]:
    """Entries that are not what their ids were made of, undos of nothing, and what stands by no entry."""
    log = log_reading.logged(db)
    known = {entry.id for entry in log}
    for entry in log:
        if not is_as_written(entry):
            yield f"decisions: {entry.id} is not what was written: its content gives another id"
        if entry.kind == "undo" and entry.undoes not in known:
            yield f"decisions: {entry.id} takes back {entry.undoes}, which is not in the log"
        for one in entry.knew:
            if one not in known:
                yield f"decisions: {entry.id} knew of {one}, which is not in the log"
    for claim, decision in db.conn.execute(_BY_NOBODY):
        yield f"claims: {claim} stands by {decision}, which is not in the log"


def index_problems(db: Database) -> Iterator[str]:
    """Entries that are not found by one of their claims."""
    for (decision,) in db.conn.execute(_UNFOUND):
        yield f"decision_claims: {decision} is not found by its claims"


def orphaned(db: Database) -> Iterator[str]:
    """Entries all of whose claims are read no more, with nothing in their stead: they bear on nothing."""
    for (decision,) in db.conn.execute(_ORPHANED):
        yield f"decisions: {decision} was taken on claims that no article has any more"


def make_index_anew(db: Database) -> None:
    """Finds each entry by its claims again; what leads to entries that are not there goes."""
    db.conn.execute("DELETE FROM decision_claims WHERE decision NOT IN (SELECT seq FROM decisions)")
    db.conn.execute(
        """INSERT OR IGNORE INTO decision_claims
           SELECT named.value, decisions.seq FROM decisions CROSS JOIN json_each(decisions.claims) AS named"""
    )
    # As a new reading does it: what is decided on a former claim is found by the one that stands for it.
    db.conn.execute(
        """WITH RECURSIVE heirs (claim, decision) AS (
             SELECT claim, decision FROM decision_claims
             UNION SELECT heir, decision FROM heirs JOIN former_claims ON former_claims.id = heirs.claim
                   WHERE heir IS NOT NULL)
           INSERT OR IGNORE INTO decision_claims SELECT claim, decision FROM heirs"""
    )
