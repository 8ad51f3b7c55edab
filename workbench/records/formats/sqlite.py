"""A SQLite database of the chosen events for Datasette and for anybody who asks in SQL.

It holds what the tables of `workbench.records.sql_tables` say: no original, no text of an article beyond its
claims, nothing of the workbench's own bookkeeping.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from workbench.records.rows import What
from workbench.records.seals import FORMAT
from workbench.records.sql_tables import RELATIONS, Relation, spread
from workbench.records.writing import Export, Made, Table

_PIECE = 1 << 16
_MANY = 1_000
"""Rows of a table that are written together."""
SEARCHED = {"claims": ("text", "speaker"), "events": ("label",), "sources": ("title", "file", "publisher")}
"""Tables with a full-text index, and of what."""
_FOLDING = "unicode61 remove_diacritics 2"
"""What words are compared by: without case and marks."""
VIEWS = {
    "differences": """
        SELECT d.id, d.status, d.severity, d.verdict, e.label AS event, d.attribute, d.key,
               (SELECT group_concat(label, ' | ') FROM (SELECT DISTINCT label FROM discrepancy_values
                WHERE discrepancy = d.id)) AS "values",
               d.why, k.kind AS decided, k.label AS decided_as, k.reviewer, k.at, k.note
        FROM discrepancies d JOIN events e ON e.id = d.event LEFT JOIN decisions k ON k.id = d.decision""",
    "passages": """
        SELECT d.id AS discrepancy, e.label AS event, d.attribute, d.key, d.status, v.label AS value, v.quote,
               s.publisher, s.title, s.file, s.url, s.published, v."start", v."end", s.sha256
        FROM discrepancy_values v JOIN discrepancies d ON d.id = v.discrepancy
        JOIN events e ON e.id = d.event JOIN sources s ON s.id = v.source""",
    "told": """
        SELECT c.id AS claim, e.label AS event, c.text, c.speaker, c.modality, c.date_start, c.date_end,
               s.publisher, s.title, s.file, s.url, s.published, c."start", c."end", s.sha256
        FROM claims c JOIN sources s ON s.id = c.source LEFT JOIN events e ON e.id = c.event""",
}
"""What tables say in words: differences with their values, values with their passages, claims."""


class _Database:
    """A database that is filled table by table."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        # Nobody else reads the file, and one that is not whole is thrown away.
        self._db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN")
        self._waiting: defaultdict[str, list[list[object]]] = defaultdict(list)
        for one in RELATIONS.values():
            self._db.execute(definition(one))

    def add(self, table: Table) -> None:
        """Writes the rows of a kind, and those of the tables that belong to it."""
        for row in table.rows:
            for name, part in spread(row, table.what):
                self._waiting[name].append([column.read(part) for column in RELATIONS[name].columns])
                if len(self._waiting[name]) >= _MANY:
                    self._write(name)
        for name in list(self._waiting):
            self._write(name)

    def _write(self, name: str) -> None:
        rows = self._waiting.pop(name)
        places = ", ".join("?" * len(RELATIONS[name].columns))
        # An article is met with each of its claims.
        self._db.executemany(f"INSERT OR IGNORE INTO {name} VALUES ({places})", rows)

    def explain(self, made: Made) -> None:
        """Says what the file was made from and what each column is."""
        self._db.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT)")
        facts = {"tool": made.tool, "schema": made.schema, "database": made.database, "newest": made.at}
        self._db.executemany("INSERT INTO about VALUES (?, ?)", facts.items())
        self._db.execute(
            'CREATE TABLE columns ("table" TEXT, name TEXT, meaning TEXT, PRIMARY KEY ("table", name))'
        )
        told = [
            (one.name, column.name, column.meaning) for one in RELATIONS.values() for column in one.columns
        ]
        self._db.executemany("INSERT INTO columns VALUES (?, ?, ?)", told)

    def finish(self) -> None:
        """Makes the references whole, then the views, indexes and search, in a file without gaps."""
        for one in RELATIONS.values():
            for column, to in (one.refers or {}).items():
                self._db.execute(
                    f'UPDATE {one.name} SET "{column}" = NULL WHERE "{column}" NOT IN (SELECT id FROM {to})'
                )
                if one.key[:1] != (column,):
                    self._db.execute(f'CREATE INDEX {one.name}_{column} ON {one.name} ("{column}")')
        for name, query in VIEWS.items():
            self._db.execute(f"CREATE VIEW {name} AS {query}")
        self._db.execute(f"PRAGMA user_version = {FORMAT}")
        self._db.execute("INSERT INTO about VALUES ('seal', ?)", [f"sha256:{seal(self._db)}"])
        self._db.execute("COMMIT")
        self._db.execute("VACUUM")
        # After it: it may give the rows other numbers than the index has.
        for name, columns in SEARCHED.items():
            held = ", ".join(columns)
            self._db.execute(
                f"CREATE VIRTUAL TABLE {name}_fts USING fts5 "
                f"({held}, content=\"{name}\", tokenize='{_FOLDING}')"
            )
            self._db.execute(f"INSERT INTO {name}_fts ({name}_fts) VALUES ('rebuild')")

    def close(self) -> None:
        self._db.close()


def definition(relation: Relation) -> str:
    """The statement that makes a table, as the file keeps it."""
    lines = [f'"{one.name}" {one.affinity}'.rstrip() for one in relation.columns]
    if relation.key:
        lines.append(f"PRIMARY KEY ({', '.join(relation.key)})")
    lines += [
        f'FOREIGN KEY ("{column}") REFERENCES {to} (id)' for column, to in (relation.refers or {}).items()
    ]
    return f"CREATE TABLE {relation.name} ({', '.join(lines)})"


def seal(database: sqlite3.Connection) -> str:
    """SHA-256 of how the file is laid out and of each row but the seal's own, whatever saved the file.

    The index of words is left out: it follows from the tables.
    """
    digest = hashlib.sha256()
    made = (
        "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE '%\\_fts%' ESCAPE '\\' ORDER BY name"
    )
    held = "SELECT name, value FROM about WHERE name <> 'seal' ORDER BY name"
    tables = (f"SELECT * FROM {name} ORDER BY rowid" for name in (*RELATIONS, "columns"))
    for query in (made, held, *tables):
        for row in database.execute(query):
            digest.update(json.dumps(row, default=repr).encode() + b"\n")
    return digest.hexdigest()


class Sqlite:
    """The chosen events with all that belongs to them, in tables that refer to each other."""

    name = "sqlite"
    ending = ".db"
    media_type = "application/vnd.sqlite3"
    whats: tuple[What, ...] = ("events",)
    is_text = False

    def write(self, export: Export) -> Iterator[bytes]:
        """The file, once it is whole on disk: a database is written everywhere at once."""
        with tempfile.TemporaryDirectory(prefix="workbench-") as folder:
            path = Path(folder, "export.db")
            with closing(_Database(path)) as database:
                for table in export.tables():
                    database.add(table)
                database.explain(export.made)
                database.finish()
            with path.open("rb") as file:
                yield from iter(lambda: file.read(_PIECE), b"")


WRITER = Sqlite()
