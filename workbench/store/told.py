"""What the import told of an article, kept beside what reviewers say of it: undo gives it back exactly."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.models import Source
from workbench.store.rows import SOURCE, insert_sql, source_from_row, source_to_row

if TYPE_CHECKING:
    from sqlite_utils import Database

TOLD = """
CREATE TABLE told (
  source INTEGER PRIMARY KEY REFERENCES sources (seq) ON DELETE CASCADE,
  title TEXT,
  publisher TEXT,
  author TEXT,
  published TEXT CHECK (published IS NULL OR json_valid(published)),
  language TEXT NOT NULL,
  blocks TEXT NOT NULL CHECK (json_valid(blocks)),
  signs TEXT NOT NULL CHECK (json_valid(signs))
) STRICT
"""
"""As its migration makes it; never changed. Only articles that somebody described otherwise have a row."""
_NAMES = ("title", "publisher", "author", "published", "language", "blocks", "signs")


@dataclass(frozen=True, slots=True)
class Said:
    """What follows for an article from what reviewers say of it.

    ``told`` is the article as its import told it, where it is described otherwise; ``removed`` the id of the
    entry by which it is out.
    """

    told: Source | None = None
    removed: str | None = None


NOTHING_SAID = Said()


def keep_said(db: Database, seq: int, said: Said) -> None:
    """Keeps what follows from what is said of the source with this row number."""
    db.conn.execute("UPDATE sources SET removed = ? WHERE seq = ?", (said.removed, seq))
    _keep_told(db, seq, said.told)


def _keep_told(db: Database, seq: int, told: Source | None) -> None:
    db.conn.execute("DELETE FROM told WHERE source = ?", (seq,))
    if told is not None:
        row = dict(zip(SOURCE.names, source_to_row(told), strict=True))
        values = (seq, *(row[name] for name in _NAMES))
        db.conn.execute(insert_sql("told", ("source", *_NAMES)), values)


def as_told(db: Database, source: Source) -> Source:
    """A source that is there as its import told it."""
    columns = ", ".join(f"told.{name}" for name in _NAMES)
    row = db.conn.execute(
        f"SELECT {columns} FROM told JOIN sources ON sources.seq = told.source WHERE sources.id = ?",
        (source.id,),
    ).fetchone()
    if row is None:
        return source
    now = dict(zip(SOURCE.names, source_to_row(replace(source, original=b"")), strict=True))
    told = now | dict(zip(_NAMES, row, strict=True))
    return replace(source_from_row(tuple(told[name] for name in SOURCE.names)), original=source.original)


def problems(db: Database) -> list[str]:
    """Articles that are out and have claims all the same, or that are said to be out by no entry."""
    rows = db.conn.execute(
        """SELECT id FROM sources WHERE removed IS NOT NULL AND (
             EXISTS (SELECT 1 FROM claims WHERE claims.source = sources.seq)
             OR NOT EXISTS (SELECT 1 FROM decisions WHERE decisions.id = removed)) ORDER BY id"""
    )
    return [f"sources: {found} is out, but not by an entry of the log alone" for (found,) in rows]
