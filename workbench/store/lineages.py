"""Which articles are near copies of one text and whom each credits, kept so that a new one meets few."""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from workbench.store.connection import Connection
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
Near = Callable[[Sketch, Sketch], bool]
Leaders = Callable[[Mapping[str, Sketch]], Mapping[str, str]]
_IN = "IN (SELECT value FROM json_each(?))"
_HOLDERS = 300
"""Articles looked up for one key: what more have is a set phrase, or a text known by its other keys."""
_MOST = 100
"""Articles that a new one is compared with: those that share the most keys with it."""


class LineageStore(Connection):
    """Reads and writes of what articles have from each other."""

    def untraced(self, *, waiting: bool) -> list[str]:
        """The ids of sources without a lineage, in the order in which they came in.

        With `waiting` only of those that wait to be linked: to look through all takes long where many are in.
        """
        chosen = "linked = 0 AND" if waiting else ""
        with self._reading() as db:
            rows = db.conn.execute(
                f"""SELECT id FROM sources WHERE {chosen} removed IS NULL
                    AND seq NOT IN (SELECT source FROM lineages) ORDER BY seq"""
            )
            return [row[0] for row in rows]

    def add_lineage(
        self,
        source: str,
        sketch: Sketch,
        keys: Sequence[int],
        credited: Sequence[str],
        *,
        shared: int,
        near: Near,
        leaders: Leaders,
    ) -> set[str]:
        """Adds the lineage of a source that has none; the ids of others that have other near copies by that.

        Only sources that have `shared` of its keys are compared with it. `near` says whether two sketches
        are of near copies, `leaders` what each member of a family goes back to. Sources that have other
        near copies than before wait to be linked again.
        """
        with self._writing() as db:
            (seq,) = db.conn.execute("SELECT seq FROM sources WHERE id = ?", (source,)).fetchone()
            families = {
                family for family, packed in _sharing(db, keys, shared) if near(sketch, _unpacked(packed))
            }
            members, before = _members(db, families)
            after = leaders({**members, source: sketch})
            family = min({seq, *families})
            db.conn.execute(
                "INSERT INTO lineages (source, sketch, credits, family, leader) VALUES (?, ?, ?, ?, ?)",
                (seq, _packed(sketch), as_json(credited), family, after[source]),
            )
            db.conn.executemany(
                "INSERT INTO sketch_keys (key, source) VALUES (?, ?)", ((key, seq) for key in keys)
            )
            renamed = {name: after[name] for name in before if after[name] != before[name]}
            _regroup(db, families, family, renamed)
            changed = _parted_or_joined(before, after)
            # Their events may have other origins: they are linked again, even after a crash here.
            mark_to_link(db, changed)
            return changed


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


def _unpacked(packed: bytes) -> Sketch:
    return struct.unpack(f"<{len(packed) // 4}I", packed)


def _sharing(db: Database, keys: Sequence[int], shared: int) -> list[tuple[int, bytes]]:
    """Family and sketch of the sources that have that many of these keys, as far as they are looked up."""
    held = "SELECT source FROM sketch_keys WHERE key = ? ORDER BY source LIMIT ?"
    counts = Counter(source for key in keys for (source,) in db.conn.execute(held, (key, _HOLDERS)))
    most = [source for source, count in counts.most_common(_MOST) if count >= shared]
    rows: list[tuple[int, bytes]] = db.conn.execute(
        f"SELECT family, sketch FROM lineages WHERE source {_IN}", (as_json(most),)
    ).fetchall()
    return rows


def _members(db: Database, families: Iterable[int]) -> tuple[dict[str, Sketch], dict[str, str]]:
    """The sketches, and the leaders so far, of all that belong to these families."""
    rows = db.conn.execute(
        f"""SELECT id, sketch, leader FROM lineages JOIN sources ON sources.seq = lineages.source
            WHERE family {_IN}""",
        (as_json(sorted(families)),),
    ).fetchall()
    return {name: _unpacked(packed) for name, packed, _ in rows}, {name: leader for name, _, leader in rows}


def _regroup(db: Database, families: Iterable[int], family: int, leaders: Mapping[str, str]) -> None:
    db.conn.execute(
        f"UPDATE lineages SET family = ? WHERE family <> ? AND family {_IN}",
        (family, family, as_json(sorted(families))),
    )
    db.conn.executemany(
        "UPDATE lineages SET leader = ? WHERE source = (SELECT seq FROM sources WHERE id = ?)",
        ((leader, name) for name, leader in leaders.items()),
    )
