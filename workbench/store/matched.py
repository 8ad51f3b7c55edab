"""What linking one article more reads: blocks, features, links, and what discrepancies reach for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from workbench.models import Link, Verdict
from workbench.store.rows import as_json, grouped
from workbench.store.tallies import tallies

if TYPE_CHECKING:
    from sqlite_utils import Database

_IN = "IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a claim for the matcher: its features, encoded, and the keys of its blocks."""

    claim: str
    features: bytes
    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """What an event's discrepancies ask of other events, and what it offers to theirs, as keys."""

    event: str
    asks: frozenset[int]
    offers: frozenset[int]


@dataclass(frozen=True, slots=True)
class Standing:
    """Which matcher made the matching, or None; how often it was written; what is in it."""

    version: str | None
    generation: int
    links: int
    claims: int
    events: int


def standing(db: Database) -> Standing:
    """What the matching of this database is."""
    version, generation, links = db.conn.execute("SELECT version, generation, links FROM matcher").fetchone()
    held = tallies(db)
    return Standing(version, generation, links, held["claims"], held["events"])


def verdicts(db: Database) -> dict[Verdict, int]:
    """How many discrepancies there are of each verdict that any has."""
    held = tallies(db)
    return {verdict: held[verdict] for verdict in sorted(get_args(Verdict)) if held[verdict]}


def sources_to_link(db: Database) -> list[str]:
    """Sources whose claims are not in the matching, or have to be linked again."""
    return [
        row[0]
        for row in db.conn.execute("SELECT id FROM sources WHERE linked = 0 AND removed IS NULL ORDER BY id")
    ]


def claims_to_link(db: Database) -> int:
    """How many claims are not in the matching yet."""
    sql = """SELECT count(*) FROM sources CROSS JOIN claims ON claims.source = sources.seq
             WHERE linked = 0 AND claims.seq NOT IN (SELECT claim FROM event_claims)"""
    return int(db.conn.execute(sql).fetchone()[0])


def block_sizes(db: Database, keys: Iterable[int]) -> dict[int, int]:
    """How many claims have each of these keys, where they are too many to be compared."""
    sql = f"SELECT key, size FROM large_blocks WHERE key {_IN}"
    return dict(db.conn.execute(sql, (as_json(sorted(set(keys))),)).fetchall())


def blocks(db: Database, keys: Iterable[int]) -> dict[int, list[str]]:
    """The claims that have each key; a key that none has is left out."""
    rows = db.conn.execute(
        f"""SELECT key, claims.id FROM blocking_keys CROSS JOIN claims ON claims.seq = blocking_keys.claim
            WHERE key {_IN} ORDER BY key, claims.id""",
        (as_json(sorted(set(keys))),),
    )
    return {key: [claim for (claim,) in claims] for key, claims in grouped(rows).items()}


def features(db: Database, claims: Iterable[str]) -> dict[str, bytes]:
    """The encoded features of those of these claims that have any."""
    return dict(
        db.conn.execute(
            f"""SELECT claims.id, content FROM claims CROSS JOIN features ON features.claim = claims.seq
                WHERE claims.id {_IN}""",
            (as_json(sorted(set(claims))),),
        ).fetchall()
    )


def _numbers(db: Database, claims: Iterable[str]) -> list[int]:
    rows = db.conn.execute(f"SELECT seq FROM claims WHERE id {_IN}", (as_json(sorted(set(claims))),))
    return [row[0] for row in rows]


def links_of(db: Database, claims: Iterable[str]) -> list[Link]:
    """Every link of these claims, to whatever claim, by their ids."""
    wanted = as_json(sorted(_numbers(db, claims)))
    rows = db.conn.execute(
        f"SELECT a, b, score FROM links WHERE a {_IN} UNION SELECT a, b, score FROM links WHERE b {_IN}",
        (wanted, wanted),
    ).fetchall()
    numbers = as_json(sorted({claim for a, b, _ in rows for claim in (a, b)}))
    ids = dict(db.conn.execute(f"SELECT seq, id FROM claims WHERE seq {_IN}", (numbers,)).fetchall())
    return [Link(*one) for one in sorted((*sorted((ids[a], ids[b])), score) for a, b, score in rows)]


def event_of(db: Database, claims: Iterable[str]) -> dict[str, str]:
    """Claim id to event id, for those of these claims that are in an event."""
    return dict(
        db.conn.execute(
            f"""SELECT claims.id, event_claims.event
                FROM claims CROSS JOIN event_claims ON event_claims.claim = claims.seq
                WHERE claims.id {_IN}""",
            (as_json(sorted(set(claims))),),
        ).fetchall()
    )


def reaching(db: Database, keys: Iterable[int], *, asks: bool) -> dict[int, list[str]]:
    """The events that ask for (or else offer) each of these keys, by id; a key without any is left out."""
    rows = db.conn.execute(
        f"SELECT key, event FROM reaches WHERE key {_IN} AND asks = ? ORDER BY key, event",
        (as_json(sorted(set(keys))), int(asks)),
    )
    return {key: [event for (event,) in events] for key, events in grouped(rows).items()}


def reaches(db: Database, events: Iterable[str]) -> list[Reach]:
    """What these events ask and offer, by event; one without either is left out."""
    rows = db.conn.execute(
        f"SELECT event, asks, key FROM reaches WHERE event {_IN} ORDER BY event",
        (as_json(sorted(set(events))),),
    )
    return [
        Reach(
            event,
            frozenset(key for asks, key in keys if asks),
            frozenset(key for asks, key in keys if not asks),
        )
        for event, keys in grouped(rows).items()
    ]


def links(db: Database, event: str | None = None) -> list[Link]:
    """Links by their claims' ids; with `event`, those between two of its claims."""
    where = ""
    parameters: tuple[str, ...] = ()
    if event is not None:
        members = "(SELECT claim FROM event_claims WHERE event = ?)"
        where, parameters = f"WHERE links.a IN {members} AND links.b IN {members}", (event, event)
    rows = db.conn.execute(
        f"""SELECT min(first.id, second.id) AS one, max(first.id, second.id) AS other, links.score
            FROM links JOIN claims AS first ON first.seq = links.a
            JOIN claims AS second ON second.seq = links.b
            {where} ORDER BY one, other""",
        parameters,
    )
    return [Link(*row) for row in rows]
