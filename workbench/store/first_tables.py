"""The tables of the first release, as its migration makes them. Never changed: write another migration.

Rows that refer to a claim or a source do so by its integer ``seq`` (small, and the row id that
the search index needs); ``seq`` follows the order of import and never leaves the store. Short
lists that are only ever read together with their owner are JSON columns.
"""

SOURCES = """
CREATE TABLE sources (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  file TEXT NOT NULL,
  title TEXT,
  publisher TEXT,
  published TEXT CHECK (published IS NULL OR json_valid(published)),
  language TEXT NOT NULL,
  url TEXT,
  sha256 TEXT NOT NULL UNIQUE,
  encoding TEXT NOT NULL,
  text TEXT NOT NULL,
  original BLOB NOT NULL,
  blocks TEXT NOT NULL CHECK (json_valid(blocks))
) STRICT;
CREATE UNIQUE INDEX sources_by_file ON sources (file, id)
"""

CLAIMS = """
CREATE TABLE claims (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  source INTEGER NOT NULL REFERENCES sources (seq),
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  speaker TEXT,
  event_type TEXT NOT NULL,
  modality TEXT NOT NULL,
  place TEXT,
  context_start INTEGER NOT NULL,
  context_end INTEGER NOT NULL,
  heading INTEGER NOT NULL CHECK (heading IN (0, 1)),
  continues INTEGER NOT NULL CHECK (continues IN (0, 1)),
  times TEXT NOT NULL CHECK (json_valid(times)),
  participants TEXT NOT NULL CHECK (json_valid(participants)),
  ordinals TEXT NOT NULL CHECK (json_valid(ordinals)),
  quotes TEXT NOT NULL CHECK (json_valid(quotes)),
  lemmas TEXT NOT NULL CHECK (json_valid(lemmas)),
  aspects TEXT NOT NULL CHECK (json_valid(aspects)),
  CHECK ("end" >= start)
) STRICT;
CREATE UNIQUE INDEX claims_by_source ON claims (source, start, id);

CREATE TABLE dates (
  claim INTEGER NOT NULL REFERENCES claims (seq) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  start TEXT NOT NULL,
  "end" TEXT NOT NULL,
  precision TEXT NOT NULL,
  expr TEXT NOT NULL,
  expr_start INTEGER NOT NULL,
  expr_end INTEGER NOT NULL,
  basis TEXT NOT NULL,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE quantities (
  claim INTEGER NOT NULL REFERENCES claims (seq) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  value REAL NOT NULL,
  low REAL,
  high REAL,
  unit TEXT NOT NULL,
  counted TEXT,
  side TEXT,
  scope TEXT NOT NULL,
  modifier TEXT NOT NULL,
  expr TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  part INTEGER NOT NULL CHECK (part IN (0, 1)),
  total INTEGER NOT NULL CHECK (total IN (0, 1)),
  qualifier TEXT,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE mentions (
  claim INTEGER NOT NULL REFERENCES claims (seq) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  kind TEXT NOT NULL,
  canonical TEXT NOT NULL,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID
"""

MATCHING = """
CREATE TABLE events (
  id TEXT PRIMARY KEY NOT NULL,
  label TEXT NOT NULL,
  event_type TEXT NOT NULL,
  date TEXT CHECK (date IS NULL OR json_valid(date)),
  place TEXT,
  participants TEXT NOT NULL CHECK (json_valid(participants)),
  ordinal INTEGER,
  parent TEXT REFERENCES events (id) DEFERRABLE INITIALLY DEFERRED,
  origins INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX events_by_parent ON events (parent) WHERE parent IS NOT NULL;

CREATE TABLE event_claims (
  event TEXT NOT NULL REFERENCES events (id),
  position INTEGER NOT NULL,
  claim INTEGER NOT NULL UNIQUE REFERENCES claims (seq),
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE links (
  a INTEGER NOT NULL REFERENCES claims (seq),
  b INTEGER NOT NULL REFERENCES claims (seq),
  score REAL NOT NULL,
  parts TEXT NOT NULL CHECK (json_valid(parts)),
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

CREATE TABLE discrepancies (
  id TEXT PRIMARY KEY NOT NULL,
  event TEXT NOT NULL REFERENCES events (id),
  attribute TEXT NOT NULL,
  key TEXT NOT NULL,
  verdict TEXT NOT NULL,
  severity TEXT NOT NULL,
  why TEXT NOT NULL,
  suggestion TEXT,
  rule TEXT,
  status TEXT NOT NULL DEFAULT 'open'
    CHECK (status IN ('open', 'resolved', 'dismissed', 'deferred', 'reopened')),
  settled INTEGER GENERATED ALWAYS AS (status NOT IN ('open', 'reopened')) VIRTUAL,
  place_in_queue INTEGER NOT NULL,
  folded TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX discrepancies_by_event ON discrepancies (event);
CREATE INDEX discrepancies_queue ON discrepancies (settled, place_in_queue, id);

CREATE TABLE discrepancy_values (
  discrepancy TEXT NOT NULL REFERENCES discrepancies (id),
  position INTEGER NOT NULL,
  claim INTEGER NOT NULL REFERENCES claims (seq),
  source INTEGER NOT NULL REFERENCES sources (seq),
  value ANY NOT NULL,
  low ANY,
  high ANY,
  label TEXT NOT NULL,
  quote TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY (discrepancy, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX discrepancy_values_by_claim ON discrepancy_values (claim)
"""

# The log names discrepancies, events and claims by id without foreign keys: it must outlive all three.
DECISIONS = """
CREATE TABLE decisions (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  discrepancy TEXT NOT NULL,
  event TEXT NOT NULL,
  attribute TEXT NOT NULL,
  key TEXT NOT NULL,
  claims TEXT NOT NULL CHECK (json_valid(claims)),
  reviewer TEXT NOT NULL,
  at TEXT NOT NULL,
  label TEXT,
  value ANY,
  low ANY,
  high ANY,
  note TEXT,
  until TEXT,
  undoes TEXT
) STRICT;
CREATE INDEX decisions_by_discrepancy ON decisions (discrepancy);

CREATE TABLE decision_claims (
  claim TEXT NOT NULL,
  decision INTEGER NOT NULL REFERENCES decisions (seq),
  PRIMARY KEY (claim, decision)
) STRICT, WITHOUT ROWID
"""

TRIGGERS = (
    """CREATE TRIGGER decisions_are_never_changed BEFORE UPDATE ON decisions
       BEGIN SELECT RAISE(ABORT, 'decisions are only ever added: undo is another entry'); END""",
    """CREATE TRIGGER decisions_are_never_deleted BEFORE DELETE ON decisions
       BEGIN SELECT RAISE(ABORT, 'decisions are only ever added: undo is another entry'); END""",
    # INSERT OR REPLACE would delete a row without firing the delete trigger.
    """CREATE TRIGGER decisions_are_never_replaced BEFORE INSERT ON decisions
       WHEN EXISTS (SELECT 1 FROM decisions WHERE id = NEW.id OR seq = NEW.seq)
       BEGIN SELECT RAISE(ABORT, 'this decision is already in the log'); END""",
    # What finds the entries on some claims without reading the whole log.
    """CREATE TRIGGER decisions_are_found_by_claim AFTER INSERT ON decisions
       BEGIN INSERT OR IGNORE INTO decision_claims SELECT value, NEW.seq FROM json_each(NEW.claims); END""",
)

# Without content: the text is in its table already, and hits are shown from there.
SEARCH = """
CREATE VIRTUAL TABLE claims_search USING fts5 (folded, content='', tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE sources_search USING fts5 (
  folded_title, folded_text, content='', tokenize='unicode61 remove_diacritics 0'
)
"""
