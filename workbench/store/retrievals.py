"""How articles were had from the network: kept with them, and looked up before they are fetched again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from workbench.errors import StoreError
from workbench.models import Held, Retrieval
from workbench.store.connection import Connection
from workbench.store.rows import as_json

if TYPE_CHECKING:
    from sqlite_utils import Database

RETRIEVALS = """
CREATE TABLE retrievals (
  seq INTEGER PRIMARY KEY,
  url TEXT NOT NULL,
  final_url TEXT NOT NULL,
  at TEXT NOT NULL,
  status INTEGER NOT NULL,
  headers TEXT NOT NULL CHECK (json_valid(headers)),
  etag TEXT NOT NULL,
  modified TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  warc BLOB NOT NULL,
  UNIQUE (url, at)
) STRICT;
CREATE INDEX retrievals_by_final_url ON retrievals (final_url);

CREATE TABLE retrieved (
  source INTEGER NOT NULL REFERENCES sources (seq) ON DELETE CASCADE,
  retrieval INTEGER NOT NULL REFERENCES retrievals (seq),
  PRIMARY KEY (source, retrieval)
) STRICT, WITHOUT ROWID
"""
"""As their migration makes them; never changed. One retrieval gives several sources where it was a feed."""

_HELD = """
SELECT sources.id, sources.file, had.sha256, had.etag, had.modified
FROM (SELECT * FROM retrievals WHERE url = ?1 UNION SELECT * FROM retrievals WHERE final_url = ?1) AS had
JOIN retrieved ON retrieved.retrieval = had.seq
JOIN sources ON sources.seq = retrieved.source
WHERE sources.sha256 = had.sha256
   OR (sources.format <> 'record'
       AND (SELECT count(*) FROM retrieved AS others WHERE others.retrieval = had.seq) = 1)
ORDER BY had.at DESC, had.seq DESC LIMIT 1"""

_COLUMNS = "url, final_url, at, status, headers, sha256, warc"
_headers = msgspec.json.Decoder(tuple[tuple[str, str], ...])


class RetrievalStore(Connection):
    """Reads and writes of what was had from the network."""

    def add_retrieval(self, source: str, retrieval: Retrieval) -> None:
        """Keeps that a source that is in was had once more, or was still the same.

        StoreError where the source is unknown.
        """
        with self._writing() as db:
            add(db, source, retrieval)

    def retrievals(self, source: str) -> list[Retrieval]:
        """How a source, given by its id, was had: oldest first; empty where it came as a file."""
        with self._reading() as db:
            return of_source(db, source)

    def held(self, url: str) -> Held | None:
        """The article that was last had from this address, asked for or redirected to, or None.

        Those that only stood in what was had there, as in a feed, are not meant. A page whose bytes change
        with each visit is its article all the same, as long as it says the same.
        """
        with self._reading() as db:
            row = db.conn.execute(_HELD, (url,)).fetchone()
            return Held(*row) if row else None


def of_source(db: Database, source: str) -> list[Retrieval]:
    """How a source, given by its id, was had: oldest first."""
    rows = db.conn.execute(
        f"""SELECT {_COLUMNS} FROM retrievals WHERE seq IN (
              SELECT retrieval FROM retrieved JOIN sources ON sources.seq = source WHERE id = ?)
            ORDER BY at, url""",
        (source,),
    )
    return [_retrieval(row) for row in rows]


def add(db: Database, source: str, retrieval: Retrieval) -> None:
    """Keeps a retrieval with a source; once, where several sources were had by it."""
    found = db.conn.execute("SELECT seq FROM sources WHERE id = ?", (source,)).fetchone()
    if found is None:
        raise StoreError("No such source", source, "It was removed: import it again.")
    told = {name.lower(): value for name, value in reversed(retrieval.headers)}
    db.conn.execute(
        f"""INSERT INTO retrievals ({_COLUMNS}, etag, modified) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (url, at) DO NOTHING""",
        (
            retrieval.url,
            retrieval.final_url,
            retrieval.at,
            retrieval.status,
            as_json(retrieval.headers),
            retrieval.sha256,
            retrieval.warc,
            told.get("etag", ""),
            told.get("last-modified", ""),
        ),
    )
    seq = db.conn.execute(
        "SELECT seq FROM retrievals WHERE url = ? AND at = ?", (retrieval.url, retrieval.at)
    ).fetchone()
    db.conn.execute("INSERT OR IGNORE INTO retrieved VALUES (?, ?)", (found[0], seq[0]))


def _retrieval(row: Any) -> Retrieval:
    url, final_url, at, status, headers, sha256, warc = row
    return Retrieval(url, final_url, at, status, _headers.decode(headers), sha256, warc)
