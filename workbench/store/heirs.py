"""Entries of the log under the ids that their claims have since their articles were read anew."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from workbench.models import Decision
from workbench.store.rows import as_json

if TYPE_CHECKING:
    from sqlite_utils import Database


def heirs_of(db: Database, claims: Iterable[str]) -> dict[str, str]:
    """Those of these claims that are read no more, and their heirs that are read no more, to their heirs."""
    heirs: dict[str, str] = {}
    asked = set(claims)
    while asked:
        found = dict(
            db.conn.execute(
                """SELECT former_claims.id, heir FROM json_each(?) AS wanted
                   CROSS JOIN former_claims ON former_claims.id = wanted.value WHERE heir IS NOT NULL""",
                (as_json(sorted(asked)),),
            ).fetchall()
        )
        heirs |= found
        asked = set(found.values()) - heirs.keys()
    return heirs


def as_today(db: Database, entries: Iterable[Decision]) -> list[Decision]:
    """The entries with each claim under the id that it has today."""
    written = list(entries)
    heirs = heirs_of(db, {claim for one in written for claim in (*one.claims, *chain(*one.saw))})
    return [with_heirs(one, heirs) for one in written]


def with_heirs(decision: Decision, heirs: Mapping[str, str]) -> Decision:
    """The decision with the claims that stand today for those it was taken on."""
    if not heirs:
        return decision

    def now(claim: str) -> str:
        # A claim that is read again is no former one, so that no chain of heirs leads back to itself.
        while claim in heirs:
            claim = heirs[claim]
        return claim

    value = decision.value
    if decision.kind in ("different_events", "same_event", "parent"):
        # "c1,c2|c3": nothing else in it looks like an id.
        value = re.sub(r"[^,|]+", lambda found: now(found[0]), str(value)) if value else value
    return replace(
        decision,
        claims=tuple(dict.fromkeys(map(now, decision.claims))),
        saw=tuple(tuple(dict.fromkeys(map(now, claims))) for claims in decision.saw),
        readings=tuple(replace(one, claim=now(one.claim)) for one in decision.readings),
        value=value,
    )
