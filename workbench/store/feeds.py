"""The feeds that are watched."""

from __future__ import annotations

import msgspec

from workbench.models import Feed
from workbench.store.connection import Connection
from workbench.store.rows import Columns, Row, as_json, insert_sql

FEEDS = """
CREATE TABLE feeds (
  url TEXT PRIMARY KEY NOT NULL,
  etag TEXT NOT NULL,
  modified TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  seen TEXT NOT NULL,
  due TEXT NOT NULL,
  failures INTEGER NOT NULL,
  failing TEXT NOT NULL CHECK (json_valid(failing))
) STRICT, WITHOUT ROWID
"""
"""As its migration makes it; never changed."""

_FEED = Columns(Feed)
_failing = msgspec.json.Decoder(dict[str, str])


class FeedStore(Connection):
    """Reads and writes of what is watched."""

    def feeds(self) -> list[Feed]:
        """All feeds that are watched, by their addresses."""
        with self._reading() as db:
            rows = db.conn.execute(f"SELECT {_FEED.select()} FROM feeds ORDER BY url").fetchall()
        return [_feed(row) for row in rows]

    def keep_feed(self, feed: Feed) -> None:
        """Keeps how far a feed has been read, in place of what was kept of it."""
        *told, failing = _FEED.of(feed)
        with self._writing() as db:
            db.conn.execute(
                insert_sql("feeds", _FEED.names).replace("INSERT", "INSERT OR REPLACE", 1),
                (*told, as_json(failing)),
            )

    def forget_feed(self, url: str) -> bool:
        """Watches a feed no more; false where it was not. What came in by it stays."""
        with self._writing() as db:
            return db.conn.execute("DELETE FROM feeds WHERE url = ?", (url,)).rowcount > 0


def _feed(row: Row) -> Feed:
    parts = dict(zip(_FEED.names, row, strict=True))
    parts["failing"] = _failing.decode(parts["failing"])
    return Feed(**parts)
