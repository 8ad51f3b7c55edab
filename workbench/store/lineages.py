"""Which articles are near copies of one text and whom each credits, kept so that a new one meets few."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from workbench.store.rows import as_json
from workbench.store.writing import mark_to_link

if TYPE_CHECKING:
    from sqlite_utils import Database

LINEAGES = """
CREATE TABLE lineages (
  source INTEGER PRIMARY KEY REFERENCES sources (seq) ON DELETE CASCADE,
  sketch BLOB NOT NULL,
  credits TEXT NOT NULL CHECK (json_valid(credits)),
  family INTEGER NOT NULL,
  leader TEXT NOT NULL
) STRICT;
CREATE INDEX lineages_by_family ON lineages (family);

CREATE TABLE sketch_keys (
  key INTEGER NOT NULL,
  source INTEGER NOT NULL REFERENCES lineages (source) ON DELETE CASCADE,
  PRIMARY KEY (key, source)
) STRICT, WITHOUT ROWID
"""
"""As their migration makes them; never changed. A family is all that near copies of near copies lead to."""

Sketch = tuple[int, ...]
Likeness = Callable[[Sketch, Sketch], float]
Leaders = Callable[[Mapping[str, Sketch]], Mapping[str, str]]
_IN = "IN (SELECT value FROM json_each(?))"
_HOLDERS = 300
"""Articles looked up for one key: what more have is a set phrase, or a text known by its other keys."""
_MOST = 100
"""Articles that a new one is compared with: those that share the most keys with it."""
_LEADERS = 64
"""Leaders of a family up to which all of it is weighed anew; with more, a new one follows the likest."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """What near copies of a source are found by: a sample of its text and its keys; and whom it credits."""

    sketch: Sketch
    keys: Sketch
    credited: Sequence[str]


@dataclass(frozen=True, slots=True)
class CopyRules:
    """When sources are near copies.

    Only those that have `shared` keys in common are compared. ``likeness`` of two sketches is 0 to 1; from
    `least` on they are near copies. ``leaders`` says what each member of a family goes back to.
    """

    shared: int
    likeness: Likeness
    least: float
    leaders: Leaders


class Near(NamedTuple):
    """A near copy by its row number, and how much it has in common."""

    source: int
    share: float


def add_lineage(db: Database, seq: int, lineage: Lineage, rules: CopyRules) -> tuple[set[str], list[Near]]:
    """Adds the lineage of a source that has none.

    Gives the ids of others that have other near copies by that, which wait to be linked again, and the near
    copies of this one, the nearest first.
    """
    met = _sharing(db, lineage.keys, rules.shared)
    shares = {one: rules.likeness(lineage.sketch, one.sketch) for one in met}
    near = [one for one in met if shares[one] >= rules.least]
    families = {one.family for one in near}
    (source,) = db.conn.execute("SELECT id FROM sources WHERE seq = ?", (seq,)).fetchone()
    before, after = _led(db, source, lineage.sketch, near, rules)
    family = min({seq, *families})
    db.conn.execute(
        "INSERT INTO lineages (source, sketch, credits, family, leader) VALUES (?, ?, ?, ?, ?)",
        (seq, _packed(lineage.sketch), as_json(lineage.credited), family, after[source]),
    )
    db.conn.executemany(
        "INSERT INTO sketch_keys (key, source) VALUES (?, ?)", ((key, seq) for key in lineage.keys)
    )
    renamed = {name: after[name] for name in before if after[name] != before[name]}
    _regroup(db, families, family, renamed)
    changed = _parted_or_joined(before, after)
    # Their events may have other origins: they are linked again, even after a crash here.
    mark_to_link(db, changed)
    nearest = sorted(near, key=lambda one: (-shares[one], one.source))
    return changed, [Near(one.source, shares[one]) for one in nearest]


def _led(
    db: Database, source: str, sketch: Sketch, near: Sequence[_Met], rules: CopyRules
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """What the members of the families go back to, before the new source came and with it."""
    families = {one.family for one in near}
    if _is_crowd(db, families):
        held = _leaders_of(db, near)
        shares = {name: rules.likeness(sketch, other) for name, other in held.items()}
        best = max(shares, key=lambda name: (shares[name], name), default=source)
        return {}, {source: best if shares.get(best, 0.0) >= rules.least else source}
    # One that goes back to a leader of its one family changes nothing for the others, however many they are.
    members, before = _members(db, families, leaders=True) if len(families) == 1 else ({}, {})
    after = rules.leaders({**members, source: sketch})
    if after[source] == source:
        members, before = _members(db, families)
        after = rules.leaders({**members, source: sketch})
    return before, after


def _is_crowd(db: Database, families: Iterable[int]) -> bool:
    """Whether these families have many leaders: notices made of set phrases, each a bit like the next."""
    (number,) = db.conn.execute(
        f"""SELECT count(*) FROM (SELECT 1 FROM lineages JOIN sources ON sources.seq = lineages.source
            WHERE family {_IN} AND leader = id LIMIT ?)""",
        (as_json(sorted(families)), _LEADERS + 1),
    ).fetchone()
    return int(number) > _LEADERS


def _leaders_of(db: Database, near: Sequence[_Met]) -> dict[str, Sketch]:
    """What these sources go back to."""
    rows = db.conn.execute(
        f"""SELECT sources.id, whole.sketch FROM lineages AS whole JOIN sources ON sources.seq = whole.source
            WHERE sources.id IN (SELECT leader FROM lineages WHERE source {_IN})""",
        (as_json([one.source for one in near]),),
    )
    return {name: unpacked(packed) for name, packed in rows}


def _parted_or_joined(before: Mapping[str, str], after: Mapping[str, str]) -> set[str]:
    """Those that have other near copies than before among those that were there, under whatever leader."""

    def groups(leaders: Mapping[str, str]) -> set[frozenset[str]]:
        found: dict[str, set[str]] = {}
        for name in before:
            found.setdefault(leaders[name], set()).add(name)
        return {frozenset(names) for names in found.values()}

    return {name for group in groups(before) ^ groups(after) for name in group}


def _packed(sketch: Sketch) -> bytes:
    return struct.pack(f"<{len(sketch)}I", *sketch)


def unpacked(packed: bytes) -> Sketch:
    """The sketch of a column."""
    return struct.unpack(f"<{len(packed) // 4}I", packed)


class _Met(NamedTuple):
    source: int
    family: int
    sketch: Sketch


def _sharing(db: Database, keys: Sequence[int], shared: int) -> list[_Met]:
    """The sources that have that many of these keys, as far as they are looked up."""
    if not keys:
        return []
    # Those that share most; of as many, those that the first of these keys leads to.
    held = " UNION ALL ".join(
        f"SELECT * FROM ({first} LIMIT {_HOLDERS})"
        for at in range(len(keys))
        for first in [f"SELECT {at} AS at, source FROM sketch_keys WHERE key = ? ORDER BY source"]
    )
    counted = db.conn.execute(
        f"""SELECT source FROM ({held}) GROUP BY source HAVING count(*) >= ?
            ORDER BY count(*) DESC, min(at), source LIMIT {_MOST}""",
        (*keys, shared),
    )
    most = [source for (source,) in counted]
    rows = db.conn.execute(
        f"SELECT source, family, sketch FROM lineages WHERE source {_IN}", (as_json(most),)
    )
    return [_Met(source, family, unpacked(packed)) for source, family, packed in rows]


def _members(
    db: Database, families: Iterable[int], *, leaders: bool = False
) -> tuple[dict[str, Sketch], dict[str, str]]:
    """The sketches, and the leaders so far, of all that belong to these families, or of the leaders alone."""
    rows = db.conn.execute(
        f"""SELECT id, sketch, leader FROM lineages JOIN sources ON sources.seq = lineages.source
            WHERE family {_IN} {"AND leader = id" if leaders else ""}""",
        (as_json(sorted(families)),),
    ).fetchall()
    return {name: unpacked(packed) for name, packed, _ in rows}, {name: leader for name, _, leader in rows}


def _regroup(db: Database, families: Iterable[int], family: int, leaders: Mapping[str, str]) -> None:
    db.conn.executemany(
        "UPDATE lineages SET family = ? WHERE family = ?",
        ((family, other) for other in families if other != family),
    )
    db.conn.executemany(
        "UPDATE lineages SET leader = ? WHERE source = (SELECT seq FROM sources WHERE id = ?)",
        ((leader, name) for name, leader in leaders.items()),
    )
