"""Writing what is derived from claims: all of it anew, or what one article more changes of it."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice, repeat
from typing import TYPE_CHECKING

from workbench.models import Discrepancy, Event, Link
from workbench.store import log_reading
from workbench.store.differing import add_discrepancies, number_of, numbers_of
from workbench.store.event_search import forget_all, index_events
from workbench.store.matched import Kept, Reach
from workbench.store.rows import (
    EVENT,
    Row,
    as_json,
    event_to_row,
    insert_sql,
)
from workbench.store.writing import Judge, judgements, set_judgements

if TYPE_CHECKING:
    from sqlite_utils import Database

_IN = "IN (SELECT value FROM json_each(?))"
_REACH = ("key", "asks", "event")
_FEW_ROWS = 20_000
"""Rows up to which Python sorts them: a temporary table has every statement prepared again."""


@dataclass(frozen=True, slots=True)
class Index:
    """What lets articles be linked one by one to a matching that the matcher `version` made of `sources`.

    `large_blocks` maps the keys of blocks too large to be compared to the number of their claims.
    """

    version: str
    kept: Iterable[Kept]
    large_blocks: Mapping[int, int]
    reaches: Iterable[Reach]
    sources: Collection[str]


@dataclass(frozen=True, slots=True)
class Change:
    """What linking some sources changes in the matching that had this `generation`.

    `gone` events are taken out; those of `compared` stay and have their discrepancies and reaches replaced,
    as the new `events` have. Claims of `events` must be in no event that stays. `large_blocks` are
    those that grew.
    """

    generation: int
    sources: Collection[str]
    kept: Sequence[Kept]
    large_blocks: Mapping[int, int]
    linked: Sequence[Link]
    unlinked: Sequence[tuple[str, str]]
    gone: Collection[str]
    events: Sequence[Event]
    compared: Collection[str]
    discrepancies: Sequence[Discrepancy]
    reaches: Sequence[Reach]


def replace_matching(
    db: Database,
    events: Sequence[Event],
    links: Iterable[Link],
    discrepancies: Sequence[Discrepancy],
    judge: Judge | None,
    index: Index | None,
) -> None:
    """Swaps events, links and discrepancies; the log as it stands now gives them their statuses."""
    before = judgements(db)
    forget_all(db)
    for table in ("discrepancy_values", "discrepancies", "links", "event_claims", "events"):
        db.conn.execute(f"DELETE FROM {table}")
    for table in ("features", "blocking_keys", "large_blocks", "reaches"):
        db.conn.execute(f"DELETE FROM {table}")
    seqs = dict(db.conn.execute("SELECT id, seq FROM claims"))
    _add_events(db, events, seqs)
    # Adding to an index row by row costs several times what making it afterwards does.
    db.conn.execute("DROP INDEX links_by_b")
    linked = _add_links(db, links, seqs)
    db.conn.execute("CREATE INDEX links_by_b ON links (b)")
    add_discrepancies(db, discrepancies, seqs)
    db.conn.execute("UPDATE sources SET linked = 0 WHERE linked <> 0")
    if index:
        _keep(db, index.kept, seqs)
        _set_sizes(db, index.large_blocks)
        _add_reaches(db, index.reaches)
        _mark_linked(db, index.sources)
    db.conn.execute("UPDATE matcher SET version = ?, links = 0", (index.version if index else None,))
    _written(db, linked)
    set_judgements(db, judge(log_reading.decisions(db), discrepancies) if judge else before)


def change_matching(db: Database, change: Change, judge: Judge) -> bool:
    """Writes a change; false, and nothing changed, where the matching is not the one it was made for."""
    if db.conn.execute("SELECT generation FROM matcher").fetchone() != (change.generation,):
        return False
    _remove(db, change)
    named = {claim for event in change.events for claim in event.claims}
    named |= {claim for link in change.linked for claim in (link.a, link.b)}
    named |= {claim for pair in change.unlinked for claim in pair}
    named |= {value.claim for found in change.discrepancies for value in found.values}
    seqs = numbers_of(db, "claims", named | {kept.claim for kept in change.kept})
    unlinked = _remove_links(db, change.unlinked, seqs)
    _add_events(db, change.events, seqs)
    linked = _add_links(db, change.linked, seqs)
    add_discrepancies(db, change.discrepancies, seqs)
    _keep(db, change.kept, seqs)
    _set_sizes(db, change.large_blocks)
    _change_reaches(db, (*change.gone, *change.compared), change.reaches)
    _mark_linked(db, change.sources)
    _written(db, linked - unlinked)
    set_judgements(db, judge(log_reading.decisions_about(db, change.discrepancies), change.discrepancies))
    return True


def _remove(db: Database, change: Change) -> None:
    again = as_json(sorted({*change.gone, *change.compared}))
    gone = as_json(sorted(change.gone))
    for sql, events in (
        (f"discrepancy_values WHERE discrepancy IN (SELECT id FROM discrepancies WHERE event {_IN})", again),
        (f"discrepancies WHERE event {_IN}", again),
        (f"event_claims WHERE event {_IN}", gone),
        (f"events WHERE id {_IN}", gone),
    ):
        db.conn.execute(f"DELETE FROM {sql}", (events,))


def _remove_links(db: Database, pairs: Sequence[tuple[str, str]], seqs: Mapping[str, int]) -> int:
    return db.conn.executemany(
        "DELETE FROM links WHERE a = ? AND b = ?", (sorted((seqs[a], seqs[b])) for a, b in pairs)
    ).rowcount


def _add_events(db: Database, events: Sequence[Event], seqs: Mapping[str, int]) -> None:
    db.conn.executemany(insert_sql("events", EVENT.names), map(event_to_row, events))
    index_events(db, events)
    db.conn.executemany(
        insert_sql("event_claims", ("event", "position", "claim")),
        (
            (event.id, position, number_of(seqs, "claims", claim))
            for event in events
            for position, claim in enumerate(event.claims)
        ),
    )


def _add_links(db: Database, links: Iterable[Link], seqs: Mapping[str, int]) -> int:
    return _insert_in_order(
        db,
        "links",
        ("a", "b", "score"),
        (
            (*sorted((number_of(seqs, "claims", link.a), number_of(seqs, "claims", link.b))), link.score)
            for link in links
        ),
    )


def _keep(db: Database, kept: Iterable[Kept], seqs: Mapping[str, int]) -> None:
    def features() -> Iterable[Row]:
        for one in kept:
            claim = number_of(seqs, "claims", one.claim)
            keys.extend(one.keys)
            claims.extend(repeat(claim, len(one.keys)))
            yield claim, one.features

    # Arrays, since a first import has millions of keys.
    keys, claims = array("q"), array("q")
    _insert_in_order(db, "features", ("claim", "content"), features())
    _insert_in_order(db, "blocking_keys", ("key", "claim"), zip(keys, claims, strict=True))


def _set_sizes(db: Database, large_blocks: Mapping[int, int]) -> None:
    db.conn.executemany("INSERT OR REPLACE INTO large_blocks VALUES (?, ?)", large_blocks.items())


def _add_reaches(db: Database, reaches: Iterable[Reach]) -> None:
    _insert_in_order(db, "reaches", _REACH, (row for one in reaches for row in _reach_rows(one)))


def _reach_rows(one: Reach) -> Iterator[tuple[int, int, str]]:
    for asks, keys in ((0, one.offers), (1, one.asks)):
        yield from ((key, asks, one.event) for key in keys)


def _change_reaches(db: Database, events: Iterable[str], reaches: Iterable[Reach]) -> None:
    """Makes these the reaches of the events: most of what an event asks and offers stays when it grows."""
    wanted = as_json(sorted(set(events)))
    before = set(db.conn.execute(f"SELECT {', '.join(_REACH)} FROM reaches WHERE event {_IN}", (wanted,)))
    after = {row for one in reaches for row in _reach_rows(one)}
    equal = " AND ".join(f"{name} = ?" for name in _REACH)
    db.conn.executemany(f"DELETE FROM reaches WHERE {equal}", sorted(before - after))
    _insert_in_order(db, "reaches", _REACH, after - before)


def _insert_in_order(db: Database, table: str, columns: Sequence[str], rows: Iterable[Row]) -> int:
    """Inserts rows sorted by the table's key (in any other order each would touch another page); how many."""
    rows = iter(rows)
    few = list(islice(rows, _FEW_ROWS))
    if len(few) < _FEW_ROWS:
        db.conn.executemany(insert_sql(table, columns), sorted(few))
        return len(few)
    names = ", ".join(columns)
    db.conn.execute(f"CREATE TEMP TABLE unsorted ({names})")
    db.conn.executemany(insert_sql("temp.unsorted", columns), chain(few, rows))
    sql = f"INSERT INTO {table} ({names}) SELECT {names} FROM temp.unsorted ORDER BY {names}"
    inserted = db.conn.execute(sql).rowcount
    db.conn.execute("DROP TABLE temp.unsorted")
    return inserted


def _mark_linked(db: Database, sources: Iterable[str]) -> None:
    db.conn.execute(f"UPDATE sources SET linked = 1 WHERE id {_IN}", (as_json(sorted(sources)),))


def _written(db: Database, links: int) -> None:
    """Counts one matching more, and the links that it has more."""
    db.conn.execute("UPDATE matcher SET generation = generation + 1, links = links + ?", (links,))
