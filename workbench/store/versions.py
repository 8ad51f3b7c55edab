"""Which sources are versions of one article, kept so that a new one meets few others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from workbench.models import Imprint, Version
from workbench.store.connection import Connection
from workbench.store.lineages import Sketch, unpacked
from workbench.store.rows import VERSION_COLUMNS, Columns, as_json, version_of
from workbench.store.writing import mark_to_link

if TYPE_CHECKING:
    from sqlite_utils import Database

VERSIONS = """
CREATE TABLE versions (
  source INTEGER PRIMARY KEY REFERENCES sources (seq) ON DELETE CASCADE,
  address TEXT NOT NULL,
  place TEXT NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  time TEXT NOT NULL,
  mark TEXT NOT NULL,
  retrieved TEXT NOT NULL,
  article TEXT NOT NULL,
  number INTEGER NOT NULL,
  versions INTEGER NOT NULL,
  marked INTEGER NOT NULL DEFAULT 0,
  certain INTEGER NOT NULL DEFAULT 1,
  replaced INTEGER NOT NULL DEFAULT 0,
  stale INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX versions_by_address ON versions (address) WHERE address <> '';
CREATE INDEX versions_by_place ON versions (place) WHERE place <> '';
CREATE INDEX versions_by_name ON versions (name) WHERE name <> '';
CREATE INDEX versions_by_text ON versions (text);
CREATE INDEX versions_by_article ON versions (article)
"""
"""As their migration makes them; never changed. A stale row is that of a source which has been read anew."""

_IN = "IN (SELECT value FROM json_each(?))"
_IMPRINT = Columns(Imprint, leave_out=("source",))
_ARRANGED = ("article", "number", "versions", "marked", "certain", "replaced")


class Candidate(NamedTuple):
    """A source that may be a version of an article; `order` is its place in the order of import."""

    imprint: Imprint
    sketch: Sketch
    order: int


Arrange = Callable[[Collection[Candidate]], Mapping[str, Version]]
"""Which version of which article each of some sources is, by their ids."""


class VersionStore(Connection):
    """Reads of what is known of the versions of articles."""

    def read_from(self, source: str) -> tuple[str, str]:
        """The place of a source and when it was retrieved, as its imprint was made with; "" where unknown."""
        with self._reading() as db:
            row = db.conn.execute(
                """SELECT place, retrieved FROM versions JOIN sources ON sources.seq = versions.source
                   WHERE id = ?""",
                (source,),
            ).fetchone()
        return row or ("", "")

    def same_text(self, imprint: Imprint) -> tuple[str, Version] | None:
        """The source of the same address or place that says the same, with its version.

        The latest of several; None where there is none.
        """
        with self._reading() as db:
            row = db.conn.execute(
                f"""SELECT sources.id, {VERSION_COLUMNS} FROM versions
                    JOIN sources ON sources.seq = versions.source
                    WHERE versions.text = ?1 AND (
                      (address <> '' AND address = ?2)
                      OR (place <> '' AND place = ?3 AND (address = '' OR ?2 = ''))
                    ) ORDER BY number DESC LIMIT 1""",
                (imprint.text, imprint.address, imprint.place),
            ).fetchone()
        return (row[0], version_of(row[1:])) if row else None

    def version(self, source: str) -> Version | None:
        """Which version of an article a source is; None where it is not known yet, or the source is out."""
        with self._reading() as db:
            row = db.conn.execute(
                f"""SELECT {VERSION_COLUMNS} FROM versions JOIN sources ON sources.seq = versions.source
                    WHERE id = ? AND removed IS NULL""",
                (source,),
            ).fetchone()
        return version_of(row) if row else None

    def file_of(self, source: str) -> str:
        """The name of the file that a source was read from; "" where there is no such source."""
        with self._reading() as db:
            row = db.conn.execute("SELECT file FROM sources WHERE id = ?", (source,)).fetchone()
        return row[0] if row else ""

    def versions(self, article: str) -> list[str]:
        """The ids of the versions of an article, the first one first."""
        with self._reading() as db:
            rows = db.conn.execute(
                """SELECT id FROM versions JOIN sources ON sources.seq = versions.source
                   WHERE article = ? AND removed IS NULL ORDER BY number""",
                (article,),
            )
            return [row[0] for row in rows]


def place(db: Database, seq: int, imprint: Imprint, retrieved: str, arrange: Arrange) -> set[str]:
    """Writes the imprint of a source, and finds of which article it is a version.

    The ids of other sources that are another version than before: they wait to be linked again.
    """
    former = _article_of(db, seq)
    names = ("source", *_IMPRINT.names, "retrieved", "article", "number", "versions")
    values = (seq, *_IMPRINT.of(imprint), retrieved, "", 1, 1)
    db.conn.execute(
        f"INSERT OR REPLACE INTO versions ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})", values
    )
    others = db.conn.execute("SELECT source FROM versions WHERE article = ? AND article <> ''", (former,))
    changed = _arrange(db, {seq, *(row[0] for row in others)}, arrange)
    changed.discard(imprint.source)
    mark_to_link(db, changed)
    return changed


def read_anew(db: Database, seq: int) -> None:
    """A source has been read anew, or is out: its article's versions are found again when it is linked."""
    db.conn.execute(
        """UPDATE versions SET stale = 1
           WHERE source = ?1 OR article = (SELECT article FROM versions WHERE source = ?1)""",
        (seq,),
    )


def _article_of(db: Database, seq: int) -> str:
    row = db.conn.execute("SELECT article FROM versions WHERE source = ?", (seq,)).fetchone()
    return row[0] if row else ""


def _arrange(db: Database, seeds: Collection[int], arrange: Arrange) -> set[str]:
    """Arranges these sources with all that may be versions together with them; the ids that changed."""
    candidates = _around(db, seeds)
    changed = set()
    after = arrange(list(candidates.values()))
    names, marks = ", ".join(_ARRANGED), ", ".join("?" * len(_ARRANGED))
    for seq, candidate in candidates.items():
        found = after[candidate.imprint.source]
        values = (found.article, found.number, found.of, found.marked, found.certain, found.replaced)
        written = db.conn.execute(
            f"UPDATE versions SET ({names}) = ({marks}) WHERE source = ? AND ({names}) <> ({marks})",
            (*values, seq, *values),
        )
        if written.rowcount:
            changed.add(candidate.imprint.source)
    return changed


def _around(db: Database, seeds: Collection[int]) -> dict[int, Candidate]:
    """The sources by their row numbers, with all that lead on from them by what they have in common."""
    found: dict[int, Candidate] = {}
    waiting = set(seeds)
    while waiting:
        rows = db.conn.execute(
            f"""SELECT versions.source, coalesce(family, 0), coalesce(sketch, x''), id,
                  {_IMPRINT.select("versions")}
                FROM versions JOIN sources ON sources.seq = versions.source AND removed IS NULL
                LEFT JOIN lineages ON lineages.source = versions.source
                WHERE versions.source {_IN}""",
            (as_json(sorted(waiting)),),
        ).fetchall()
        found |= {row[0]: Candidate(Imprint(*row[3:]), unpacked(row[2]), row[0]) for row in rows}
        met = {seq for seq, family, *_ in rows for seq in _sharing(db, found[seq].imprint, family)}
        waiting = met - found.keys()
    return found


def _sharing(db: Database, imprint: Imprint, family: int) -> Iterable[int]:
    """The sources that have the address, the place, or the name and much of the text of this one."""
    rows = db.conn.execute(
        """SELECT source FROM versions WHERE address <> '' AND address = ?1
           UNION SELECT source FROM versions WHERE place <> '' AND place = ?2
           UNION SELECT versions.source FROM versions JOIN lineages USING (source)
             WHERE versions.name <> '' AND versions.name = ?3 AND family = ?4""",
        (imprint.address, imprint.place, imprint.name, family),
    )
    return [row[0] for row in rows]
