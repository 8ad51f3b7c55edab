"""What a source has from others, found in one transaction: near copies, and other versions of its article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.models import Imprint, Version
from workbench.store.lineages import CopyRules, Lineage, Near, add_lineage
from workbench.store.rows import VERSION_COLUMNS, version_of
from workbench.store.versions import Arrange, VersionStore, place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Copied:
    """A source of another article that says the same: all of it, or that `share` of the shorter text."""

    source: str
    file: str
    share: float
    whole: bool


@dataclass(frozen=True, slots=True)
class Traced:
    """What a `source` has from others, and the `others` that are linked again because of it."""

    source: str
    version: Version
    copied: Copied | None
    others: frozenset[str]


class TracingStore(VersionStore):
    """Finds what sources have from each other."""

    def untraced(self, *, waiting: bool) -> list[str]:
        """The ids of sources that are not traced, or not since they were read anew, in the order of import.

        With `waiting` only of those that wait to be linked: to look through all takes long where many are in.
        """
        chosen = "linked = 0 AND" if waiting else ""
        with self._reading() as db:
            rows = db.conn.execute(
                f"""SELECT id FROM sources WHERE {chosen} removed IS NULL AND (
                      seq NOT IN (SELECT source FROM lineages)
                      OR seq NOT IN (SELECT source FROM versions WHERE stale = 0)
                    ) ORDER BY seq"""
            )
            return [row[0] for row in rows]

    def trace(
        self, lineage: Lineage, imprint: Imprint, retrieved: str, copies: CopyRules, arrange: Arrange
    ) -> Traced:
        """Finds what the source of this imprint has from others; it must be there.

        `retrieved` is when it was had from the network, "" where it was not; `copies` and `arrange` are the
        rules by which it is found.
        """
        with self._writing() as db:
            (seq,) = db.conn.execute("SELECT seq FROM sources WHERE id = ?", (imprint.source,)).fetchone()
            changed: set[str] = set()
            near: Sequence[Near] = ()
            if not db.conn.execute("SELECT 1 FROM lineages WHERE source = ?", (seq,)).fetchone():
                changed, near = add_lineage(db, seq, lineage, copies)
            changed |= place(db, seq, imprint, retrieved, arrange)
            row = db.conn.execute(
                f"SELECT {VERSION_COLUMNS} FROM versions WHERE source = ?", (seq,)
            ).fetchone()
            version = version_of(row)
            return Traced(imprint.source, version, _copied(db, imprint, version, near), frozenset(changed))


def _copied(db: Database, imprint: Imprint, version: Version, near: Iterable[Near]) -> Copied | None:
    """The first source of another article with this very text, else the nearest of the near copies."""
    of = "FROM versions JOIN sources ON sources.seq = versions.source AND removed IS NULL"
    whole = db.conn.execute(
        f"SELECT id, file {of} WHERE versions.text = ? AND article <> ? ORDER BY seq LIMIT 1",
        (imprint.text, version.article),
    ).fetchone()
    if whole:
        return Copied(whole[0], whole[1], 1.0, whole=True)
    for one in near:
        found = db.conn.execute(
            f"SELECT id, file {of} WHERE versions.source = ? AND article <> ?", (one.source, version.article)
        ).fetchone()
        if found:
            return Copied(found[0], found[1], one.share, whole=False)
    return None
