"""Whether discrepancies hold what the log says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.models import Judgement
from workbench.store import log_reading, reading, writing

if TYPE_CHECKING:
    from sqlite_utils import Database

SPOKEN_OF = """discrepancies.status <> 'open' OR reviewer <> '' OR assignee <> ''
  OR discrepancies.id IN (SELECT discrepancy FROM decisions)
  OR discrepancies.id IN (
    SELECT found.discrepancy FROM (SELECT DISTINCT claim FROM decision_claims) AS named
    CROSS JOIN claims ON claims.id = named.claim
    CROSS JOIN discrepancy_values AS found ON found.claim = claims.seq)"""
"""SQL for the discrepancies that the log may say anything of."""


def problems(db: Database, judge: writing.Judge) -> list[str]:
    """Discrepancies that stand otherwise than `judge` says, or are another's decision or task.

    A deferral that is over may still stand: it is taken up when the queue is opened.
    """
    found = reading.discrepancies(db, SPOKEN_OF)
    held = writing.judgements(db)
    told = judge(log_reading.decisions(db), found)
    return [
        f"discrepancies: {name} is not what the log says of it"
        for name, judged in sorted(told.items())
        if not _agree(held.get(name, Judgement("open")), judged)
    ]


def _agree(held: Judgement, judged: Judgement) -> bool:
    known = (held.reviewer, held.at, held.assignee, held.disputed)
    waking = held.status == "deferred" and judged.status == "open"
    return known == (judged.reviewer, writing.in_utc(judged.at), judged.assignee, judged.disputed) and (
        waking or held.status == judged.status
    )
