"""The tables that linking one article more needs, as their migration makes them. Never changed either.

All of them are derived. `claim` is the claims' `seq`. Blocking keys and reaches name their rows without a
foreign key: they are millions, nothing but matching reads them, and it writes them with what they name.
"""

KEPT_BY_THE_MATCHER = """
CREATE TABLE kept_links (
  a INTEGER NOT NULL REFERENCES claims (seq),
  b INTEGER NOT NULL REFERENCES claims (seq),
  score REAL NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO kept_links SELECT min(a, b), max(a, b), score FROM links;
DROP TABLE links;
ALTER TABLE kept_links RENAME TO links;
CREATE INDEX links_by_b ON links (b);

CREATE TABLE features (
  claim INTEGER PRIMARY KEY REFERENCES claims (seq) ON DELETE CASCADE,
  content BLOB NOT NULL
) STRICT;

CREATE TABLE blocking_keys (
  key INTEGER NOT NULL,
  claim INTEGER NOT NULL,
  PRIMARY KEY (key, claim)
) STRICT, WITHOUT ROWID;

CREATE TABLE large_blocks (
  key INTEGER PRIMARY KEY,
  size INTEGER NOT NULL
) STRICT;

CREATE TABLE reaches (
  key INTEGER NOT NULL,
  asks INTEGER NOT NULL CHECK (asks IN (0, 1)),
  event TEXT NOT NULL,
  PRIMARY KEY (key, asks, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX reaches_by_event ON reaches (event);

CREATE TABLE matcher (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  version TEXT,
  generation INTEGER NOT NULL,
  links INTEGER NOT NULL
) STRICT;
INSERT INTO matcher SELECT 1, NULL, 0, count(*) FROM links;

ALTER TABLE sources ADD COLUMN linked INTEGER NOT NULL DEFAULT 0 CHECK (linked IN (0, 1));
CREATE INDEX sources_to_link ON sources (linked) WHERE linked = 0
"""
